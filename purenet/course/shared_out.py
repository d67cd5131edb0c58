"""The whole set shared out among the processors of the machine.

The gradient over all examples is a mean, and the mean of the shares' means.
So each processor can keep a share of the examples and work out its cost and
gradient at the same time as the others. Two processors take little more than
half the time of one.

>>> from purenet.course.course import examples
>>> from purenet.course.shared_out import SharedOut
>>> data = examples([[0.5, 0.0], [1.0, 2.0], [0.0, 1.0]], [1, 2, 1], of=2)
>>> with SharedOut([2, 2], data, processes=2) as cost_and_gradient:
...     cost, gradient = cost_and_gradient([0.0] * 6)
>>> round(cost, 6), len(gradient)  # 2 ln 2
(1.386294, 6)
"""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.process
import os
import signal
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import Union

from purenet.checks import Example
from purenet.course.whole_set import WholeSet, check
from purenet.vectors import Vector, add, scale

Answer = Union[tuple[float, Vector], Exception]


class SharedOut:
    """A WholeSet of several processes, which give the same numbers.

    sizes, examples, lmbda: as for WholeSet; processes: how many, as many as
    there are processors unless told otherwise. Leave the `with` block to end
    them. The last digits of a sum depend on how many there are. A program of
    your own that uses it needs `if __name__ == "__main__":`, since each process
    begins by importing it.

    >>> SharedOut([2, 2], [])
    Traceback (most recent call last):
        ...
    ValueError: no examples: the mean of no costs is not a number
    """

    def __init__(
        self,
        sizes: Sequence[int],
        examples: Sequence[Example],
        lmbda: float = 0.0,
        processes: int | None = None,
    ) -> None:
        check(sizes, examples)
        count = min(processes or os.cpu_count() or 1, len(examples))
        shares = [examples[first::count] for first in range(count)]
        self._parts = [len(share) / len(examples) for share in shares]
        fresh = multiprocessing.get_context("spawn")
        self._pipes = []
        for share, part in zip(shares, self._parts):
            ours, theirs = fresh.Pipe()
            # With a part of lambda each, the regularization adds up as well.
            work = (theirs, sizes, share, lmbda * part)
            start(fresh.Process(target=_work, args=work, daemon=True))
            theirs.close()
            self._pipes.append(ours)

    def __enter__(self) -> SharedOut:
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in self._pipes:
            pipe.close()

    def __call__(self, theta: Sequence[float]) -> tuple[float, Vector]:
        """Return the cost and its gradient."""
        for pipe in self._pipes:
            pipe.send(theta)
        total, gradient = 0.0, [0.0] * len(theta)
        for pipe, part in zip(self._pipes, self._parts):
            cost, slopes = _answer(pipe)
            total += part * cost
            gradient = add(gradient, scale(part, slopes))
        return total, gradient


def start(process: multiprocessing.process.BaseProcess) -> None:
    """Start a process that Ctrl-C does not end: that is the parent's to say."""
    if threading.current_thread() is not threading.main_thread():
        process.start()
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # which is inherited
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, before)


def _answer(pipe: Connection) -> tuple[float, Vector]:
    try:
        answer: Answer = pipe.recv()
    except EOFError:
        raise ChildProcessError("a process has ended before its work") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _work(
    pipe: Connection, sizes: Sequence[int], share: Sequence[Example], lmbda: float
) -> None:
    """Answer each theta that comes through the pipe, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to say
    cost_and_gradient = WholeSet(sizes, share, lmbda)
    with contextlib.suppress(EOFError, OSError):
        while True:
            theta = pipe.recv()
            answer: Answer
            try:
                answer = cost_and_gradient(theta)
            except (ValueError, ArithmeticError) as error:
                answer = error
            pipe.send(answer)
