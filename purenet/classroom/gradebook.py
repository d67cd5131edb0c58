"""Judge the work of a whole class, and show who solved what.

>>> from purenet.classroom.exercises import Exercise
>>> row = Row("ann", [Verdict("01_a", "right"), Verdict("02_b", "wrong")])
>>> print("\\n".join(heading([Exercise("01_a", ""), Exercise("02_b", "")], 6)))
              00
        right 12
>>> row.line(width=6)
'ann         1 +x'
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from purenet.classroom.exercises import Exercise
from purenet.classroom.handed_in import Learner
from purenet.classroom.judging import judge
from purenet.classroom.trial import Verdict
from purenet.console.terminal import cut, padded
from purenet.words import later, say

SIGNS = {"right": "+", "not begun": ".", "missing": " "}
LEGEND = later("+ right   x tried, not right   . not begun   blank: no such file")


class Row(NamedTuple):
    """One learner's name, a verdict for each exercise, and what was wrong."""

    name: str
    verdicts: list[Verdict]
    remark: str = ""

    @property
    def right(self) -> int:
        """How many were solved."""
        return sum(verdict.state == "right" for verdict in self.verdicts)

    def line(self, width: int) -> str:
        """Return the learner's line of the table, the name cut to a width."""
        signs = "".join(SIGNS.get(v.state, "x") for v in self.verdicts)
        name, remark = padded(cut(self.name, width), width), f"  {self.remark}"
        return f"{name} {self.right:6} {signs}{remark}".rstrip()


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
        folders = [learner.folder for learner in learners]
        verdicts = pool.map(lambda mine: list(judge(exercises, mine)), folders)
        for learner, verdict in zip(learners, verdicts):
            yield Row(learner.name, verdict, learner.trouble)


def table(exercises: Sequence[Exercise], rows: Sequence[Row]) -> Iterator[list[object]]:
    """Yield the table for a spreadsheet: a line a learner, a state each, a remark."""
    yield ["learner", "right", *(exercise.name for exercise in exercises), "remark"]
    for row in rows:
        yield [row.name, row.right, *(each.state for each in row.verdicts), row.remark]
