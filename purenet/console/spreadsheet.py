"""Tables for a spreadsheet, which takes them for what they are: names and numbers.

A cell that begins like a formula gets a ' before it; none has an end of a line in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from purenet.console.replacing import check_place, keep
from purenet.words import harmless, say

# How each of our tables begins.
_OURS = (
    rb"\xef\xbb\xbf(file,digit,output,sure,line,place|ImageId,Label|"
    rb"learner,right,[\w, ]+,remark)\n"
)
_FORMULA = tuple("=+-@＝＋－＠")


def check_name(path: str | os.PathLike[str]) -> None:
    """Raise an error where a table should not be written, before the work.

    >>> check_name("marks.xlsx")
    Traceback (most recent call last):
        ...
    ValueError: marks.xlsx: the table is written as .csv
    """
    if not str(path).lower().endswith(".csv"):
        raise ValueError(say("{}: the table is written as .csv", path))
    check_place(path, _OURS)


def text(rows: Iterable[Iterable[object]]) -> str:
    """Return a table as the text of a .csv file.

    >>> print(text([["file", "sure"], ["=1+1.png", 0.5], ["a;b\\n.png", ""]]), end="")
    file,sure
    '=1+1.png,0.5
    "a;b?.png",
    """
    return "".join(",".join(map(_cell, row)) + "\n" for row in rows)


def _cell(value: object) -> str:
    cell = harmless(str(value), "")
    if cell.lstrip("? \u3000").startswith(_FORMULA):
        cell = f"'{cell}"
    if set(cell) & set(',;|"'):  # what parts cells, here or elsewhere
        cell = '"{}"'.format(cell.replace('"', '""'))
    return cell


def save(rows: Iterable[Iterable[object]], path: Path) -> None:
    """Write a table as a .csv file in UTF-8, marked for who expects another."""
    keep(text(rows).encode("utf-8-sig"), path)
    print(say("Written to {}", path))
