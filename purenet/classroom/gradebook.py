"""Judge the work of a whole class, and show who solved what.

>>> Row("ann", [Verdict("01_a", "right"), Verdict("02_b", "wrong")]).line(width=6)
'ann         1 +x'
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from purenet.classroom.exercises import Exercise
from purenet.classroom.handed_in import Learner
from purenet.classroom.judging import judge
from purenet.classroom.verdict import Verdict
from purenet.console.terminal import cut, padded
from purenet.words import later, say

SIGNS = {"right": "+", "not begun": ".", "missing": " "}
LEGEND = later("+ right   x tried, not right   . not begun   blank: no such file")


class Row(NamedTuple):
    """One learner's name, a verdict for each exercise, what was not read, a remark."""

    name: str
    verdicts: list[Verdict]
    unread: str = ""
    remark: str = ""

    @property
    def right(self) -> int:
        """How many were solved."""
        return sum(verdict.state == "right" for verdict in self.verdicts)

    def line(self, width: int) -> str:
        """Return the learner's line of the table, the name cut to a width."""
        signs = "".join(SIGNS.get(v.state, "x") for v in self.verdicts)
        rest = "; ".join(filter(None, (self.remark, self.unread)))
        name = padded(cut(self.name, width), width)
        return f"{name} {self.right:6} {signs}  {rest}".rstrip()


def heading(exercises: Sequence[Exercise], width: int) -> list[str]:
    """Return two lines with the exercises' numbers, read downwards."""
    tens = "".join(exercise.number[0] for exercise in exercises)
    ones = "".join(exercise.number[1] for exercise in exercises)
    right = padded(say("right"), 5)
    return [f"{'':{width}}        {tens}", f"{'':{width}}  {right} {ones}"]


def totals(rows: Sequence[Row], width: int) -> list[str]:
    """Return lines with how many have each exercise, read downwards."""
    columns = zip(*(row.verdicts for row in rows))
    counts = [sum(verdict.state == "right" for verdict in each) for each in columns]
    digits = max((len(str(count)) for count in counts), default=1)
    lines = zip(*(f"{count:{digits}}" for count in counts))
    starts = [say("have it"), *[""] * digits]
    return [
        f"{padded(start, width)}        {''.join(line)}".rstrip()
        for start, line in zip(starts, lines)
    ]


def judge_class(
    learners: Sequence[Learner], exercises: Sequence[Exercise]
) -> Iterator[Row]:
    """Yield a row for each learner: every exercise is tried, some at a time."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        verdicts = pool.map(lambda one: _best(exercises, one.folders), learners)
        for (name, _, unread, remark), verdict in zip(learners, verdicts):
            yield Row(name, verdict, unread, remark)


def _best(exercises: Sequence[Exercise], folders: Sequence[Path]) -> list[Verdict]:
    """Return the best verdict for each exercise; in the first folder all are tried."""
    best = {verdict.name: verdict for verdict in judge(exercises, folders[0])}
    for folder in folders[1:]:
        left = [e for e in exercises if (folder / e.file_name).exists()]
        left = [e for e in left if best[e.name].state != "right"]
        right = (verdict for verdict in judge(left, folder) if verdict.state == "right")
        best.update((verdict.name, verdict) for verdict in right)
    return [best[exercise.name] for exercise in exercises]


def table(exercises: Sequence[Exercise], rows: Sequence[Row]) -> Iterator[list[object]]:
    """Yield the table for a spreadsheet: a line a learner, a state each."""
    names = [exercise.name for exercise in exercises]
    yield ["learner", "right", *names, "not read", "remark"]
    for row in rows:
        states = (verdict.state for verdict in row.verdicts)
        yield [row.name, row.right, *states, row.unread, row.remark]
