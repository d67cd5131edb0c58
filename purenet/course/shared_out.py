"""The whole set shared out among the processors of the machine.

The gradient over all examples is the mean of the shares' means. So each processor keeps
a share of the examples, and all work out theirs at the same time.

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
import os
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor

from purenet.checks import Example
from purenet.console.workers import Workers
from purenet.course.whole_set import WholeSet, check
from purenet.vectors import Vector, add, scale
from purenet.words import say

_kept: list[WholeSet] = []  # in a process of the pool: its share


class SharedOut(contextlib.ExitStack):
    """A WholeSet of several processes, which give the same numbers.

    sizes, examples, lmbda: as for WholeSet; processes: as many as there are processors
    unless told otherwise. Leave the `with` block to end them. A program of your own
    that uses it needs `if __name__ == "__main__":`, since each process imports it.
    """

    def __init__(
        self, sizes: Sequence[int], examples: Sequence[Example], lmbda: float = 0.0,
        processes: int | None = None,
    ) -> None:  # fmt: skip
        super().__init__()  # which ends them after the `with` block
        check(sizes, examples)
        count = min(processes or os.cpu_count() or 1, len(examples))
        shares = [examples[first::count] for first in range(count)]
        self._parts = [len(share) / len(examples) for share in shares]
        # A pool of one each, so that each process keeps its share. With a part
        # of lambda each, the regularisation adds up as well.
        self._pools = []
        with contextlib.ExitStack() as begun:
            begun.push(self)  # to end the first where the second cannot begin
            for share, part in zip(shares, self._parts):
                pool = Workers(1, _keep, sizes, share, lmbda * part)
                self._pools.append(self.enter_context(pool))
            begun.pop_all()

    def __call__(self, theta: Sequence[float]) -> tuple[float, Vector]:
        """Return the cost and its gradient."""
        total, gradient = 0.0, [0.0] * len(theta)
        try:
            answers = [pool.submit(_ask, theta) for pool in self._pools]
            for answer, part in zip(answers, self._parts):
                cost, slopes = answer.result()
                total += part * cost
                gradient = add(gradient, scale(part, slopes))
        except BrokenExecutor:
            raise ChildProcessError(
                say("a process has ended before its work")
            ) from None
        return total, gradient


def _keep(sizes: Sequence[int], share: Sequence[Example], lmbda: float) -> None:
    _kept.append(WholeSet(sizes, share, lmbda))


def _ask(theta: Sequence[float]) -> tuple[float, Vector]:
    return _kept[0](theta)
