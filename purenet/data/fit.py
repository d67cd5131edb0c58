"""From a digit somewhere on a sheet to the picture a network knows.

MNIST's makers cut out each digit, brought its larger side to 20 pixels and
put its centre of mass into the middle of 28 x 28. A digit drawn or scanned
today is read well only after the same treatment: `fit` does it.

>>> sheet = bytearray(60 * 40)              # 60 pixels wide, 40 high, no ink
>>> for row in range(5, 35):
...     sheet[60 * row + 50] = 255          # an upright line: a one
>>> image = fit(bytes(sheet), 60, 40)
>>> [row for row in range(28) if image[28 * row + 14] > 0] == list(range(5, 25))
True
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from purenet.data import DataError
from purenet.data.image import SIDE, Image
from purenet.data.pen import BOX, centre
from purenet.vectors import dot


def fit(ink: bytes, width: int, height: int, faint: int = 40) -> Image:
    """Return the digit on a sheet as MNIST would show it.

    ink: width x height levels, row by row, 0 for paper to 255 for full ink;
    faint: below it a level is taken for paper when the digit is cut out.
    Raise DataError for a sheet without ink, ValueError where the number of
    levels is not width times height.

    >>> fit(bytes(12), 4, 3)
    Traceback (most recent call last):
        ...
    purenet.data.DataError: there is no ink on the sheet
    >>> fit(bytes(10), 4, 3)
    Traceback (most recent call last):
        ...
    ValueError: a sheet of 4 x 3 has 12 levels, not 10
    """
    if len(ink) != width * height:
        raise ValueError(
            f"a sheet of {width} x {height} has {width * height} levels, not {len(ink)}"
        )
    rows = [ink[start : start + width] for start in range(0, len(ink), width)]
    digit = cut_out(rows, faint)
    wide, high = len(digit[0]), len(digit)
    scale = BOX / max(wide, high)
    across, down = (max(1, round(side * scale)) for side in (wide, high))
    narrow = shrink(digit, across)
    small = shrink(list(zip(*narrow)), down)  # columns, each a line
    left = centre([round(sum(column)) for column in small])
    top = centre([round(sum(row)) for row in zip(*small)])
    grey = bytearray(SIDE * SIDE)
    for x, column in enumerate(small, left):
        for y, level in enumerate(column, top):
            grey[SIDE * y + x] = min(255, round(level))
    return Image(bytes(grey))


def cut_out(rows: Sequence[bytes], faint: int) -> list[bytes]:
    """Return the part of the sheet that has all the ink.

    >>> cut_out([bytes([0, 0, 0]), bytes([0, 200, 9]), bytes([90, 0, 0])], 40)
    [b'\\x00\\xc8', b'Z\\x00']
    """
    lines = [y for y, row in enumerate(rows) if max(row) >= faint]
    if not lines:
        raise DataError("there is no ink on the sheet")
    rows = rows[lines[0] : lines[-1] + 1]
    columns = [x for x, column in enumerate(zip(*rows)) if max(column) >= faint]
    return [row[columns[0] : columns[-1] + 1] for row in rows]


def shrink(lines: Sequence[Sequence[float]], size: int) -> list[list[float]]:
    """Return every line as `size` numbers, each the mean of what it covers.

    >>> shrink([[0.0, 6.0, 9.0]], 2)
    [[2.0, 8.0]]
    """
    scale = len(lines[0]) / size
    spans = []
    for place in range(size):
        start, end = place * scale, (place + 1) * scale
        first, last = int(start), min(len(lines[0]), math.ceil(end))
        covered = [min(k + 1, end) - max(k, start) for k in range(first, last)]
        spans.append((first, last, [part / scale for part in covered]))
    return [
        [dot(line[first:last], shares) for first, last, shares in spans]
        for line in lines
    ]
