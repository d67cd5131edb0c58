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

import csv
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, TextIO
from unicodedata import east_asian_width

from purenet.classroom.exercises import Exercise
from purenet.classroom.judging import judge
from purenet.classroom.trial import Verdict

FORMULA = ("=", "+", "-", "@")  # what one begins with
SIGNS = {"right": "+", "not begun": ".", "missing": " "}
LEGEND = "+ right   x tried, not right   . not begun   blank: no such file"


class Row(NamedTuple):
    """One learner's name, and a verdict for each exercise."""

    name: str
    verdicts: list[Verdict]

    @property
    def right(self) -> int:
        """How many were solved."""
        return sum(verdict.state == "right" for verdict in self.verdicts)

    def line(self, width: int) -> str:
        """Return the learner's line of the table, the name cut to a width."""
        signs = "".join(SIGNS.get(v.state, "x") for v in self.verdicts)
        return f"{padded(self.name, width)} {self.right:6} {signs}".rstrip()


def padded(name: str, width: int) -> str:
    """Return a name cut or filled up to so many columns of a terminal.

    >>> padded("Ann", 5)
    'Ann  '
    """
    shown, used = "", 0
    for character in name:
        used += columns(character)
        if used > width:
            break
        shown += character
    return shown + " " * (width - columns(shown))


def columns(text: str) -> int:
    """Return how many columns a text takes: a Chinese character takes two.

    >>> columns("Wang"), columns("\u738b")
    (4, 2)
    """
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


def heading(exercises: Sequence[Exercise], width: int) -> list[str]:
    """Return two lines with the exercises' numbers, read downwards."""
    tens = "".join(exercise.number[0] for exercise in exercises)
    ones = "".join(exercise.number[1] for exercise in exercises)
    return [f"{'':{width}}        {tens}", f"{'':{width}}  right {ones}"]


def learners(folders: Sequence[Path], exercises: Sequence[Exercise]) -> dict[str, Path]:
    """Return the learners' names, and where the files of each are.

    Each folder is a learner's, with the files in it or further down. A single
    folder that holds none itself is the class's: in it, each is a learner's.
    Raise ValueError for what is no folder.
    """
    names = {exercise.file_name for exercise in exercises}
    for folder in folders:
        if not folder.is_dir():
            raise ValueError(f"{folder} is no folder")
    if len(folders) == 1 and not _holds(folders[0], names):
        folders = sorted(entry for entry in folders[0].iterdir() if entry.is_dir())
    found: dict[str, Path] = {}
    for folder in folders:
        below = [folder, *sorted(folder.rglob("*"))]
        holding = [entry for entry in below if _holds(entry, names)]
        name = str(folder) if folder.name in found else folder.absolute().name
        found[name] = holding[0] if holding else folder
    return found


def _holds(folder: Path, names: set[str]) -> bool:
    try:
        return folder.is_dir() and any((folder / name).is_file() for name in names)
    except OSError:  # one may not look into it
        return False


def judge_class(
    where: dict[str, Path], exercises: Sequence[Exercise]
) -> Iterator[Row]:
    """Yield a row for each learner: every exercise is tried, some at a time."""

    def row(learner: tuple[str, Path]) -> Row:
        name, folder = learner
        return Row(name, list(judge(exercises, folder)))

    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        yield from pool.map(row, where.items())


def write_csv(
    file: TextIO, exercises: Sequence[Exercise], rows: Sequence[Row]
) -> None:
    """Write the table for a spreadsheet: a line a learner, a state each.

    A name that a spreadsheet would take for a formula gets a ' before it.

    >>> import sys
    >>> row = Row("ann", [Verdict("01_a", "right")])
    >>> write_csv(sys.stdout, [Exercise("01_a", "")], [row])
    learner,right,01_a
    ann,1,right
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["learner", "right", *(exercise.name for exercise in exercises)])
    for row in rows:
        states = [verdict.state for verdict in row.verdicts]
        name = "'" + row.name if row.name[:1] in FORMULA else row.name
        writer.writerow([name, row.right, *states])
