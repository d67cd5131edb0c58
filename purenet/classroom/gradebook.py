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

import contextlib
import csv
import os
import re
import shutil
import time
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, TextIO

from purenet.classroom.exercises import Exercise
from purenet.classroom.judging import judge
from purenet.classroom.trial import Verdict
from purenet.console.terminal import cut, padded
from purenet.data import DataError
from purenet.words import later, say

LONGEST, MOST_BYTES = 10_000_000, 1_000_000_000  # of a file in a zip, of all its files
SIGNS = {"right": "+", "not begun": ".", "missing": " "}
LEGEND = later("+ right   x tried, not right   . not begun   blank: no such file")


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
        return f"{padded(cut(self.name, width), width)} {self.right:6} {signs}".rstrip()


def heading(exercises: Sequence[Exercise], width: int) -> list[str]:
    """Return two lines with the exercises' numbers, read downwards."""
    tens = "".join(exercise.number[0] for exercise in exercises)
    ones = "".join(exercise.number[1] for exercise in exercises)
    right = padded(say("right"), 5)
    return [f"{'':{width}}        {tens}", f"{'':{width}}  {right} {ones}"]


def learners(
    handed_in: Sequence[Path], exercises: Sequence[Exercise], desk: Path
) -> dict[str, Path]:
    """Return the learners' names, and a folder on the desk with the files of each.

    handed_in: a folder or a zip file for each learner, with the files in it or
    further down; or a single one that is the class's, with one for each learner
    in it. Of several files of one exercise, such as a browser's `01_festival
    (1).py`, the newest counts. Raise DataError for what is neither.
    """
    names = {exercise.name for exercise in exercises}
    folders = [_unpacked(place, desk / f"zip {n}") for n, place in enumerate(handed_in)]
    if len(folders) == 1 and not _files(folders[0].glob("*"), names):
        inside = sorted(folders[0].iterdir())
        inside = [each for each in inside if each.is_dir() or _is_zip(each)]
        handed_in = [each for each in inside if each.name != "__MACOSX"]
        folders = [
            _unpacked(each, desk / f"inner {n}") for n, each in enumerate(handed_in)
        ]
    found: dict[str, Path] = {}
    for number, (place, folder) in enumerate(zip(handed_in, folders)):
        name = place.stem if _is_zip(place) else place.absolute().name
        mine = found[str(place) if name in found else name] = desk / f"learner {number}"
        mine.mkdir()
        for file_name, path in _files(folder.rglob("*"), names).items():
            shutil.copyfile(path, mine / file_name)
    return found


def _files(paths: Iterable[Path], names: set[str]) -> dict[str, Path]:
    """Return the newest file of each exercise among these."""
    found: dict[str, Path] = {}
    for path in sorted(paths):
        match = re.match(r"(\d\d_[a-z0-9_]+)\W?.*\.py$", path.name)
        with contextlib.suppress(OSError):  # one may not look into it
            if match and match[1] in names and path.is_file():
                last = found.get(f"{match[1]}.py", path)
                if path.stat().st_mtime >= last.stat().st_mtime:
                    found[f"{match[1]}.py"] = path
    return found


def _unpacked(place: Path, folder: Path) -> Path:
    """A folder that was handed in, or one with the files of Python in a zip file."""
    if place.is_dir():
        return place
    if not _is_zip(place):
        raise DataError("{} is no folder and no zip file", place)
    try:
        with zipfile.ZipFile(place) as archive:
            wanted = [
                info
                for info in archive.infolist()
                if info.filename.endswith((".py", ".zip")) and info.file_size < LONGEST
            ]
            if sum(info.file_size for info in wanted) > MOST_BYTES:
                raise DataError("{}: more than {:,} bytes of files", place, MOST_BYTES)
            for info in wanted:
                path = Path(archive.extract(info, folder))
                when = time.mktime((*info.date_time, 0, 0, -1))
                os.utime(path, (when, when))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as error:
        raise DataError("{}: the zip file is damaged ({})", place, error) from None
    folder.mkdir(exist_ok=True)
    return folder


def _is_zip(path: Path) -> bool:
    return path.suffix.lower() == ".zip" and path.is_file()


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


def judge_class(where: dict[str, Path], exercises: Sequence[Exercise]) -> Iterator[Row]:
    """Yield a row for each learner: every exercise is tried, some at a time."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        verdicts = pool.map(lambda mine: list(judge(exercises, mine)), where.values())
        yield from map(Row, where, verdicts)


def write_csv(file: TextIO, exercises: Sequence[Exercise], rows: Sequence[Row]) -> None:
    """Write the table for a spreadsheet: a line a learner, a state each.

    >>> import sys
    >>> row = Row("ann", [Verdict("01_a", "right")])
    >>> write_csv(sys.stdout, [Exercise("01_a", "")], [row])
    learner,right,01_a
    ann,1,right
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["learner", "right", *(exercise.name for exercise in exercises)])
    for row in rows:
        is_formula = row.name.startswith(("=", "+", "-", "@"))  # for a spreadsheet
        name = f"'{row.name}" if is_formula else row.name
        writer.writerow([name, row.right, *(each.state for each in row.verdicts)])
