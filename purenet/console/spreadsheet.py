"""Tables for a spreadsheet, which takes them for what they are: names and numbers.

A cell that begins like a formula gets a ' before it; none has an end of a line in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from purenet.console import replacing
from purenet.words import harmless, later, say

_FORMULA = tuple("=+-@＝＋－＠")


check_place = partial(  # how each of our tables begins, and ends
    replacing.check_place,
    ours=rb"\xef\xbb\xbf(file,digit,output,sure,line,place|ImageId,Label|"
    rb"learner,right,[\w, ]+,remark)\n",
    endings=(".csv",),
    words=later("{}: the table is written as .csv"),
)


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
    replacing.keep(text(rows).encode("utf-8-sig"), path)
    print(say("Written to {}", path))
