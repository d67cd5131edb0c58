"""Blots: pieces of ink that hang together.

A digit is one blot, or a few: a 5 may have a loose bar. Dust is a blot, too,
and so is the edge of the table on a photograph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from purenet.photos.rules import Rows

Run = tuple[int, int, int]  # y, first x, last x + 1
SIDE_OF_FRAME = 0.15  # a frame's sides lie so near to its edges,
FULL_SIDE = 0.9  # and cover so much of them;
FRAMES = 10  # it is one of so many largest blots
# Chosen on 168 made-up pages: light from a side, in pools, desks, digits at the edge.
ALONG = 0.3  # what touches so much of a side is the table,
FLAT = 0.7  # with so much of its own side, where there is
SOME_SIZE = 0.04  # writing inside so large, of the picture's longer side


class Blot:
    """Pixels of ink that hang together: their runs and the box around them.

    >>> blot = Blot([(4, 2, 7), (5, 3, 6)])
    >>> blot.left, blot.right, blot.top, blot.bottom, blot.area
    (2, 7, 4, 6, 8)
    """

    def __init__(self, runs: list[Run]) -> None:
        self.runs = runs
        self.top = min(y for y, _, _ in runs)
        self.bottom = max(y for y, _, _ in runs) + 1
        self.left = min(x for _, x, _ in runs)
        self.right = max(x for _, _, x in runs)
        self.area = sum(end - start for _, start, end in runs)


def blots(rows: Rows) -> list[Blot]:
    """Return the separate pieces of ink, from the left to the right.

    >>> [(b.left, b.right, b.area) for b in blots([[1.0, 0.0, 1.0], [1.0, 0.0, 0.0]])]
    [(0, 1, 2), (2, 3, 1)]
    """
    found: list[Run] = []
    owner: list[int] = []
    above: list[Run] = []

    def root(k: int) -> int:
        while owner[k] != k:
            owner[k] = k = owner[owner[k]]
        return k

    for y, row in enumerate(rows):
        here = []
        for start, end in runs(row):
            mine = len(owner)
            owner.append(mine)
            for other_start, other_end, other in above:
                if other_start <= end and start <= other_end:  # corners touch too
                    owner[root(other)] = mine
            found.append((y, start, end))
            here.append((start, end, mine))
        above = here
    together: dict[int, list[Run]] = {}
    for k, run in enumerate(found):
        together.setdefault(root(k), []).append(run)
    return sorted((Blot(pieces) for pieces in together.values()), key=lambda b: b.left)


def runs(row: Sequence[float]) -> list[tuple[int, int]]:
    """Return the stretches of ink in a row: (first, last + 1).

    >>> runs([0.0, 1.0, 0.5, 0.0, 1.0])
    [(1, 3), (4, 5)]
    """
    found, end = [], 0
    for inked, same in groupby(row, bool):
        start, end = end, end + len(list(same))
        if inked:
            found.append((start, end))
    return found


def kept(found: list[Blot], height: int, width: int) -> list[Blot]:
    """Return the blots that are writing: no frame, no dust, no table at the edge.

    Dust is what has less than a fiftieth of the largest blot's ink. What lies along
    the edge of the picture is the table or a shadow. Else there is kept what is as high
    as the writing inside, and all of it, where it is larger than what is inside.

    >>> inside, digit = Blot([(5, 5, 15), (6, 5, 6)]), Blot([(0, 0, 1), (1, 0, 9)])
    >>> table = Blot([(y, 18, 20) for y in range(20)])
    >>> kept([inside, digit, table], height=20, width=20) == [inside, digit]
    True
    """
    large = sorted(found, key=lambda b: b.area)[-FRAMES:]
    frames = {b for b in large if _is_frame(b, found)}
    found = [b for b in found if b not in frames]
    inside = [b for b in found if _is_in(b, 0, 0, width, height)]
    size = max((max(b.right - b.left, b.bottom - b.top) for b in inside), default=0)
    if size > SOME_SIZE * max(height, width):
        found = [b for b in found if not _along_edge(b, height, width)]
    largest = max(found, key=lambda b: b.area)
    if inside:
        first = max(inside, key=lambda b: b.area)
        high = first.bottom - first.top
        if 2 * first.area > largest.area:
            alike = range(int(0.6 * high), int(1.4 * high) + 1)
            there = {*inside}
            found = [b for b in found if b in there or b.bottom - b.top in alike]
    return [b for b in found if b.area * 50 >= largest.area]


def _along_edge(blot: Blot, height: int, width: int) -> bool:
    """Say whether a blot lies flat along a good part of a side of the picture."""
    near = max(height, width) // 100
    top = sum(end - start for y, start, end in blot.runs if y == near)
    below = sum(end - start for y, start, end in blot.runs if y == height - 1 - near)
    left = sum(start <= near for _, start, _ in blot.runs)
    right = sum(end >= width - near for _, _, end in blot.runs)
    across = max(ALONG * width, FLAT * (blot.right - blot.left))
    down = max(ALONG * height, FLAT * (blot.bottom - blot.top))
    return max(top, below) > across or max(left, right) > down


def _is_in(b: Blot, left: int, top: int, right: int, bottom: int) -> bool:
    return left < b.left and b.right < right and top < b.top and b.bottom < bottom


def _is_frame(blot: Blot, others: list[Blot]) -> bool:
    """Say whether a blot is a frame drawn around others: ink along all four sides."""
    wide, high = blot.right - blot.left, blot.bottom - blot.top
    box = blot.left, blot.top, blot.right, blot.bottom
    if not any(_is_in(b, *box) for b in others):
        return False
    x, y = wide * SIDE_OF_FRAME, high * SIDE_OF_FRAME
    upper = [run for run in blot.runs if run[0] < blot.top + y]
    lower = [run for run in blot.runs if run[0] >= blot.bottom - y]
    across = [{k for _, *ends in part for k in range(*ends)} for part in (upper, lower)]
    left = {row for row, start, _ in blot.runs if start < blot.left + x}
    right = {row for row, _, end in blot.runs if end > blot.right - x}
    return (
        min(map(len, across)) >= FULL_SIDE * wide
        and min(len(left), len(right)) >= FULL_SIDE * high
    )


def only(rows: Rows, chosen: list[Blot]) -> Rows:
    """Return the ink of some blots alone, in the smallest rectangle that holds it.

    >>> rows = [[1.0, 0.0, 0.5]]
    >>> only(rows, blots(rows)[1:])
    [[0.5]]
    """
    left, right = min(b.left for b in chosen), max(b.right for b in chosen)
    top, bottom = min(b.top for b in chosen), max(b.bottom for b in chosen)
    out = [[0.0] * (right - left) for _ in range(top, bottom)]
    for blot in chosen:
        for y, start, end in blot.runs:
            out[y - top][start - left : end - left] = rows[y][start:end]
    return out
