"""The whole set shared out among the processors of the machine.

The gradient over all examples is a mean, and the mean of the shares' means.
So each processor can keep a share of the examples and work out its cost and
gradient at the same time as the others. Two processors take little more than
half the time of one.

>>> from purenet.beyond.course import examples
>>> data = examples([[0.5, 0.0], [1.0, 2.0], [0.0, 1.0]], [1, 2, 1], of=2)
>>> with SharedOut([2, 2], data, processes=2) as cost_and_gradient:
...     cost, gradient = cost_and_gradient([0.0] * 6)
>>> round(cost, 6), len(gradient)  # 2 ln 2
(1.386294, 6)
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from purenet.beyond.whole_set import WholeSet, check
from purenet.network import Example
from purenet.vectors import Vector, add, scale


class SharedOut:
    """A WholeSet of several processes, which give the same numbers.

    sizes, examples, lmbda: as for WholeSet; processes: how many, as many as
    there are processors unless told otherwise. Leave the `with` block to end
    them. The last digits of a sum depend on how many there are. A program of
    your own that uses it needs `if __name__ == "__main__":`, since each process
    begins by importing it.
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
        # A pool of one process for each share, so that it always gets its own.
        # With a part of lambda each, the regularization adds up as well.
        fresh = multiprocessing.get_context("spawn")
        self._pools = [
            ProcessPoolExecutor(1, fresh, _prepare, (sizes, share, lmbda * part))
            for share, part in zip(shares, self._parts)
        ]

    def __enter__(self) -> SharedOut:
        return self

    def __exit__(self, *_: object) -> None:
        for pool in self._pools:
            pool.shutdown()

    def __call__(self, theta: Sequence[float]) -> tuple[float, Vector]:
        """Return the cost and its gradient."""
        answers = [pool.submit(_work, theta) for pool in self._pools]
        total, gradient = 0.0, [0.0] * len(theta)
        for answer, part in zip(answers, self._parts):
            cost, slopes = answer.result()
            total += part * cost
            gradient = add(gradient, scale(part, slopes))
        return total, gradient


_share: list[WholeSet] = []  # in each process, what it works with


def _prepare(sizes: Sequence[int], examples: Sequence[Example], lmbda: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to say
    _share[:] = [WholeSet(sizes, examples, lmbda)]


def _work(theta: Sequence[float]) -> tuple[float, Vector]:
    return _share[0](theta)
