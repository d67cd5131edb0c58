"""A row of digits, cut into single ones: the book's segmentation problem.

"How to break up an image containing many digits into a sequence of separate
images" (chapter 1, "A simple network to classify handwritten digits"). The
book's idea is followed: try ways to cut, and ask the network which of them
gives digits it is sure of.

1. Ink that hangs together is one blot; small blots, such as a 5's loose bar,
   join the digit they are next to.
2. A blot too wide for one digit may be several that touch. Where little ink
   stands above a column there may be a cut; it runs down along the way through
   the least ink, so that slanted digits part well.
3. Of all ways to choose among these cuts the one is taken whose pieces the
   network is surest of, and that are neither too narrow nor too wide.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Callable, NamedTuple

from purenet.data import DataError
from purenet.data.image import Image
from purenet.photos.blots import Blot, blots, kept, only
from purenet.photos.ink import IN_A_ROW, Rows, ink, turned
from purenet.photos.photo import Brightness
from purenet.photos.scan import cropped, fitted, resized
from purenet.words import say

Judge = Callable[[Image], Sequence[float]]  # a network's feedforward

FINE = 48  # blots are cut at so many pixels of height
PART = 0.5  # lower than this share of the row's height is part of a digit
WIDE = 0.85  # wider than this share of the row's height may be several digits
USUAL = 0.65  # the usual width of a digit, as a share of the row's height
FREE = 0.35  # so far from it a digit's width is nothing unusual
ANOTHER = 1.0  # a cut must make the pieces surer than this (a logarithm)
CUTS = 9  # so many cuts of one blot are tried at most
WIDEST = 1.5  # wider than this share of the row's height is no digit
# In heights of the row:
FAR = 0.25  # so far above or below a digit nothing is a part of it
LONE = 6.0  # so far from the last digit a line ends
SMALL, STOP = 0.3, 0.15  # a full stop is smaller than this, and so far away
MOST = 200  # blots on a picture


class Piece(NamedTuple):
    """One digit. left, right: its columns on the picture; line: of which row."""

    left: int
    right: int
    image: Image
    line: int = 0


def digits(picture: Brightness, judge: Judge, name: str = "") -> list[Piece]:
    """Return the digits of a row, from the left to the right, or of several rows.

    judge: a network's feedforward.

    >>> paper = bytes([255] * 90)
    >>> bars = bytes([255] * 20 + [0] * 6 + [255] * 40 + [0] * 6 + [255] * 18)
    >>> found = digits([paper] * 9 + [bars] * 40 + [paper] * 9, lambda x: [1.0, 0.0])
    >>> [(piece.left, piece.right) for piece in found]
    [(20, 26), (66, 72)]
    """
    rows, height, high, low = _found(picture, name)
    if (count := len(high) + len(low)) > MOST:
        many = "{}: {:,} pieces of ink; a row of up to {} is read"
        raise DataError(many, name or say("the picture"), count, MOST)
    widest = WIDEST * (CUTS + 1) * height
    pieces = []
    for number, line in enumerate(_lines_of(high, height)):
        for group in _grouped(line, low, height):
            left = min(blot.left for blot in group)
            right = max(blot.right for blot in group)
            alone = cropped(only(rows, group))
            if WIDE * height < right - left < widest:
                for start, end, image in _cut(alone, height, judge):
                    pieces.append(Piece(left + start, left + end, image, number))
            else:
                pieces.append(Piece(left, right, fitted(alone), number))
    return pieces


def how_many(picture: Brightness, name: str = "") -> int:
    """Return how many pieces of a digit's height stand beside or above each other.

    More than one is a row, or a digit in pieces.

    >>> paper, bars = bytes([255] * 55), bytes(2 * (20 * [255] + 5 * [0]) + 5 * [255])
    >>> how_many([paper] * 9 + [bars] * 40 + [paper] * 9)
    2
    """
    _, height, high, _ = _found(picture, name)
    count = 0
    for line in _lines_of(high, height):
        right = -1
        for blot in line:
            count += blot.left >= right
            right = max(right, blot.right)
    return count


def _found(picture: Brightness, name: str) -> tuple[Rows, int, list[Blot], list[Blot]]:
    """Return a picture's ink, the height of its digits, its high blots and the low."""
    rows = ink(picture, name, IN_A_ROW)
    found = kept(blots(rows), len(rows), len(rows[0]))
    heights = sorted(blot.bottom - blot.top for blot in found)
    heights = [height for height in heights if height > PART * heights[-1]]
    height = heights[len(heights) // 2]
    high = [b for b in found if b.bottom - b.top > PART * height]
    low = [b for b in found if b.bottom - b.top <= PART * height]
    return rows, height, high, low


def _lines_of(found: Sequence[Blot], height: int) -> list[list[Blot]]:
    """Return the high blots line by line, from the top; each from the left.

    A line is a chain: each blot stands beside the next one, neither far away nor
    higher or lower by more than a part of it. What is in no line, or in one much
    shorter than the longest, is no digit: a shadow, a corner of the table.
    """
    lines: list[list[Blot]] = []
    for blot in sorted(found, key=lambda b: b.left):
        beside = [
            line
            for line in lines
            if blot.left - line[-1].right < LONE * height
            and _above(blot, line[-1]) < FAR * height
        ]
        if beside:
            max(beside, key=lambda line: line[-1].right).append(blot)
        else:
            lines.append([blot])
    longest = max(map(len, lines))
    lines = [line for line in lines if 3 * len(line) > longest]
    return sorted(lines, key=lambda line: sum(b.top for b in line) / len(line))


def _grouped(
    line: Sequence[Blot], found: Sequence[Blot], height: int
) -> list[list[Blot]]:
    """Join low blots to the high ones of a line; each group is a digit.

    What lies far above or below its neighbour is dust, or another line's; what
    is small and stands apart is a full stop.
    """
    groups = [[blot] for blot in line]
    for blot in found:
        group = min(groups, key=lambda group: _apart(blot, group[0]))
        first = group[0]
        size = max(blot.right - blot.left, blot.bottom - blot.top)
        stop = size < SMALL * height and _apart(blot, first) > STOP * height
        if _above(blot, first) < FAR * height and not stop:
            group.append(blot)
    return groups


def _above(a: Blot, b: Blot) -> float:
    """Return how far one blot is above the other; below 0 where beside it."""
    return max(a.top, b.top) - min(a.bottom, b.bottom)


def _apart(a: Blot, b: Blot) -> float:
    """Return how far two blots are apart: between them, else between middles."""
    gap = max(a.left, b.left) - min(a.right, b.right)
    return gap if gap > 0 else abs(a.left + a.right - b.left - b.right) / 1e6


def _cut(rows: Rows, height: int, judge: Judge) -> list[tuple[int, int, Image]]:
    """Cut a wide blot into digits: (first column, last + 1, image) for each.

    rows: its ink; height: of the row's digits. It may stay whole.

    All ways down are possible borders. best[n] is the best way to cut what is left
    of border n: the best of all tries "cut up to an earlier border, then one digit
    from there", since what is left of that border does not depend on what follows.
    """
    scale = FINE / height
    small = resized(rows, scale)
    ways = [[0] * len(small), *_ways_down(small), [len(small[0])] * len(small)]
    best: list[tuple[float, list[tuple[int, int, Image]]]] = [(0.0, [])]
    for end in range(1, len(ways)):
        tries = []
        for start in range(end):
            sure, piece = _piece(small, ways[start], ways[end], judge)
            if piece:
                cost = ANOTHER if start else 0.0
                tries.append((best[start][0] + sure - cost, [*best[start][1], piece]))
        best.append(max(tries, key=lambda one: one[0], default=(-math.inf, [])))
    pieces = best[-1][1] or [(0, len(small[0]), fitted(rows))]
    return [(int(a / scale), round(b / scale), image) for a, b, image in pieces]


def _ways_down(rows: Rows) -> list[list[int]]:
    """Return cuts worth trying, from the columns with the least ink near them.

    From the left; for each row a column.
    """
    columns = [sum(column) for column in zip(*rows)]
    reach = FINE // 10
    inner = range(reach, len(columns) - reach)
    low = [x for x in inner if columns[x] == min(columns[x - reach : x + reach + 1])]
    low = [x for x, after in zip(low, [*low[1:], 10**9]) if after > x + 1]
    low = sorted(sorted(low, key=lambda x: columns[x])[:CUTS])
    return [_way_down(rows, x) for x in low]


def _way_down(rows: Rows, column: int) -> list[int]:
    """Return the way down through the least ink: near a column, one aside at most.

    Found from the top: the least ink to each place is the least of the three
    above, and its own.
    """
    reach = FINE // 6
    first, last = max(0, column - reach), min(len(rows[0]), column + reach + 1)
    costs = [0.01 * abs(x - column) for x in range(first, last)]
    steps = []
    for row in rows:
        came, new = [], []
        for k, own in enumerate(row[first:last]):
            near = range(max(0, k - 1), min(len(costs), k + 2))
            before = min(near, key=lambda j: (costs[j], abs(j - k)))  # noqa: B023
            came.append(before)
            new.append(costs[before] + own + 0.01 * abs(first + k - column))
        steps.append(came)
        costs = new
    k = costs.index(min(costs))
    way = []
    for came in reversed(steps):
        way.append(first + k)
        k = came[k]
    return way[::-1]


def _piece(
    rows: Rows, left: Sequence[int], right: Sequence[int], judge: Judge
) -> tuple[float, tuple[int, int, Image] | None]:
    between = [
        [value if a <= x < b else 0.0 for x, value in enumerate(row)]
        for row, a, b in zip(rows, left, right)
    ]
    columns = [x for x, column in enumerate(turned(between)) if any(column)]
    width = (columns[-1] + 1 - columns[0]) / FINE if columns else 0.0
    if not 0.08 < width < WIDEST:
        return 0.0, None
    found = blots(between)
    largest = max(blot.area for blot in found)
    image = fitted(only(between, [b for b in found if b.area * 20 > largest]))
    outputs = sorted(judge(image))
    sure = math.log(max(1e-6, outputs[-1] * (1 - outputs[-2])))
    unusual = max(0.0, abs(width - USUAL) - FREE) / 0.2
    return sure - unusual**2, (columns[0], columns[-1] + 1, image)
