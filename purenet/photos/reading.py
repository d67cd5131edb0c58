"""One reading of a picture: what is on it, a digit, a row of them, or lines of rows.

The book calls it the segmentation problem: "how to break up an image containing
many digits into a sequence of separate images" (chapter 1, "A simple network to
classify handwritten digits"). Its idea is followed: try ways to cut, and ask the
network which of them gives digits it is sure of.

1. Ink that hangs together is one blot; blots that stand above each other, and
   small ones, such as a 5's loose bar, are parts of the digit they are next to.
2. What is too wide for one digit may be several that touch. Where little ink
   stands above a column there may be a cut; it runs down along the way through
   the least ink, so that slanted digits part well.
3. Of all ways to choose among these cuts the one is taken whose pieces the
   network is surest of, and that are neither too narrow nor too wide.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Sequence
from typing import Callable, NamedTuple

from purenet.data import DataError
from purenet.data.image import Image
from purenet.photos.blots import Blot, blots, kept, only
from purenet.photos.ink import ink
from purenet.photos.photo import Brightness
from purenet.photos.rules import Rows, turned
from purenet.photos.scan import fitted, resized
from purenet.words import say

Judge = Callable[[Image], Sequence[float]]  # a network's feedforward

FINE = 48  # blots are cut at so many pixels of height
# Chosen on the 771 digits, 16 rows and pages, and 168 made-up pages of 14 kinds.
PART = 0.4  # lower than this share of the row's height is part of a digit: a 0 has 0.5
WIDE = 0.85  # wider than this share of the row's height may be several digits,
ALONE = 1.2  # than this where it is alone: of the 771 digits fifteen are wider
USUAL = 0.65  # the usual width of a digit, as a share of the row's height
FREE = 0.35  # so far from it a digit's width is nothing unusual
ANOTHER = 1.0  # a cut must make the pieces surer than this (a logarithm)
CUTS = 9  # so many cuts of one blot are tried at most
WIDEST = 1.5  # wider than this share of the row's height is no digit
# Of two that share more of their columns one is above the other: the strokes of a 4
# share 0.4 and more, slanted digits of a row up to 0.2.
ABOVE = 0.3
# In heights of the row:
FAR = 0.25  # so far above or below a digit nothing is a part of it
LONE = 6.0  # so far from the last digit a line ends
SMALL, STOP = 0.3, 0.15  # a full stop is smaller than this, and so far away; what is
# larger and far above or below all others is a line of its own
MOST = 200  # blots on a picture
# The network is sure, in doubt, or sees no digit: when these were chosen, of 771 digits
# 663, 84 and 16 times, of 115 letters and signs 6, 26 and 83. What stands together is
# a word where these say so together.
ODDS, WORDS = (2.8, -0.7, -3.5), -2.0
GAP = 0.45  # so far apart, in heights of the row, are words and numbers


class Digit(NamedTuple):
    """One digit: as the network sees it, what it answers, and where it stands.

    left, right: its columns on the picture; line: of which row, from 0; words: whether
    it looks like a part of a word, or like a blot beside a row of digits.
    """

    image: Image
    outputs: Sequence[float]
    left: int
    right: int
    line: int = 0
    words: bool = False


def read(picture: Brightness, judge: Judge, name: str = "") -> list[Digit]:
    """Return the digits on a picture, line by line, from the left to the right.

    judge: a network's feedforward. Raise DataError where there is no ink.

    >>> paper = bytes([255] * 90)
    >>> bars = bytes([255] * 20 + [0] * 6 + [255] * 40 + [0] * 6 + [255] * 18)
    >>> found = read([paper] * 9 + [bars] * 40 + [paper] * 9, lambda x: [1.0, 0.0])
    >>> [(digit.left, digit.right) for digit in found]
    [(20, 26), (66, 72)]
    """
    rows, height, lines = _found(picture, name)
    groups = [(n, group) for n, line in enumerate(lines) for group in line]
    wide = WIDE if len(groups) > 1 else ALONE
    digits, as_high = [], set()
    for number, group in groups:
        ink_there, left = only(rows, group), min(blot.left for blot in group)
        if abs(len(ink_there) - height) < PART * height:
            as_high.add(number)
        image = fitted(ink_there)
        whole = Digit(image, judge(image), 0, len(ink_there[0]))
        high = [blot for blot in group if blot.bottom - blot.top > PART * height]
        pieces = [whole]
        if len(high) > 1 or len(ink_there[0]) > wide * height:
            pieces = _cut(ink_there, whole, height, wide, judge)
        for d in pieces:
            place = left + d.left, left + d.right
            digits.append(Digit(d.image, d.outputs, *place, number))
    return _told(digits, GAP * height, as_high)


def _told(digits: Sequence[Digit], gap: float, as_high: Container[int]) -> list[Digit]:
    """Return the digits, and which of them are none where there are digits beside.

    What stands alone in a line, or between gaps in a line with digits, may be an odd
    digit, and is one in doubt; but not alone in a line beside a row of three or more:
    there it may be a shadow, a corner of the table, and is a 1 only if it is about as
    high as the row (as_high: these lines).
    """
    parts: list[list[Digit]] = []
    for d in digits:
        near = parts and parts[-1][-1]
        if near and near.line == d.line and d.left - near.right < gap:
            parts[-1].append(d)
        else:
            parts.append([d])
    odds = [sum(_odds(d.outputs) for d in part) for part in parts]
    sure = {part[0].line for part, odd in zip(parts, odds) if odd > 0}
    long = Counter(d.line for d in digits)
    told = []
    for part, odd in zip(parts, odds):
        line = part[0].line
        words = odd < WORDS and (len(part) > 1 or line not in sure)
        sound = odd > 0 or odd == 0 and line in as_high
        words |= not sound and long[line] == 1 and max(long.values()) > 2
        told += [d._replace(words=bool(sure) and words) for d in part]
    return told


def _odds(outputs: Sequence[float]) -> float:
    """Return how likely a piece is a digit, no letter, as a logarithm: see ODDS."""
    (second, _), (first, answer) = sorted(zip(outputs, range(10)))[-2:]
    if first > 0.75 and second < 0.25:
        return 0.0 if answer == 1 else ODDS[0]  # a 1 may be an l, an i, a bracket
    return ODDS[1 if first > 0.2 else 2]


def digit(picture: Brightness, name: str = "") -> Image:
    """Return the one digit on a picture as a network sees it; name: for messages.

    >>> paper, bars = bytes([255] * 55), bytes(2 * (20 * [255] + 5 * [0]) + 5 * [255])
    >>> digit([paper] * 9 + [bars] * 40 + [paper] * 9, "3.png")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: 3.png: 2 digits stand on it, one is wanted
    """
    rows, _, lines = _found(picture, name)
    if (count := sum(map(len, lines))) > 1:
        raise DataError("{}: {} digits stand on it, one is wanted", name, count)
    return fitted(only(rows, lines[0][0]))


def _found(picture: Brightness, name: str) -> tuple[Rows, int, list[list[list[Blot]]]]:
    """Return a picture's ink, the height of its digits, and their blots, by lines."""
    name = name or say("the picture")
    rows = ink(picture, name)
    found = kept(blots(rows), len(rows), len(rows[0]))
    if len(found) > MOST:
        many = "{}: {:,} pieces of ink; a row of up to {} is read"
        raise DataError(many, name, len(found), MOST)
    heights = sorted(blot.bottom - blot.top for blot in found)
    heights = [height for height in heights if height > PART * heights[-1]]
    height = heights[len(heights) // 2]
    high = [b for b in found if b.bottom - b.top > PART * height]
    low = [b for b in found if b.bottom - b.top <= PART * height]
    low = [b for b in low if b.right - b.left < WIDEST * height]  # no underline
    apart = [b for b in low if b.bottom - b.top > SMALL * height]
    apart = [b for b in apart if min(_above(b, h) for h in high) > FAR * height]
    low = [b for b in low if b not in apart]
    lines = [_grouped(line, low, height) for line in _lines_of(high + apart, height)]
    return rows, height, lines


def _lines_of(found: Sequence[Blot], height: int) -> list[list[Blot]]:
    """Return the high blots line by line, from the top; each from the left.

    A line is a chain: each blot stands beside the next one, neither far away nor
    higher or lower by more than a part of it.
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
    return sorted(lines, key=lambda line: sum(b.top for b in line) / len(line))


def _grouped(
    line: Sequence[Blot], low: Sequence[Blot], height: int
) -> list[list[Blot]]:
    """Return the blots of each digit of a line, first the high ones.

    High blots that stand above each other belong together. What is low and lies far
    above or below its neighbour is dust, or another line's; what is small and stands
    apart is a full stop.
    """
    groups = [[line[0]]]
    for blot in line[1:]:
        widths = [b.right - b.left for b in (blot, *groups[-1])]
        over = max(b.right for b in groups[-1]) - blot.left
        if over > ABOVE * min(widths):
            groups[-1].append(blot)
        else:
            groups.append([blot])
    parts = [(blot, group) for group in groups for blot in group]
    for blot in low:
        near, group = min(parts, key=lambda part: _apart(blot, part[0]))
        size = max(blot.right - blot.left, blot.bottom - blot.top)
        stop = size < SMALL * height and _apart(blot, near) > STOP * height
        if _above(blot, near) < FAR * height and not stop:
            group.append(blot)
    return groups


def _above(a: Blot, b: Blot) -> float:
    """Return how far one blot is above the other; below 0 where beside it."""
    return max(a.top, b.top) - min(a.bottom, b.bottom)


def _apart(a: Blot, b: Blot) -> float:
    """Return how far two blots are apart: between them, else between middles."""
    gap = max(a.left, b.left) - min(a.right, b.right)
    return gap if gap > 0 else abs(a.left + a.right - b.left - b.right) / 1e6


def _cut(
    rows: Rows, whole: Digit, height: int, wide: float, judge: Judge
) -> list[Digit]:
    """Cut a group of blots into digits, or leave it whole.

    rows: its ink; height: of the row's digits; wide: what is no unusual width.

    All ways down are possible borders. best[n] is the best way to cut what is left
    of border n: the best of all tries "cut up to an earlier border, then one digit
    from there", since what is left of that border does not depend on what follows.
    """
    if len(rows[0]) > WIDEST * (CUTS + 1) * height:
        return [whole]
    scale = FINE / height
    small = resized(rows, scale)
    ways = [[0] * len(small), *_ways_down(small), [len(small[0])] * len(small)]
    best: list[tuple[float, list[Digit]]] = [(0.0, [])]
    for end in range(1, len(ways)):
        tries = []
        for start in range(end):
            if end - start < len(ways) - 1:
                piece = _piece(small, ways[start], ways[end], judge)
                if piece:
                    cost = ANOTHER if start else 0.0
                    sure = _sure(piece, FINE, WIDE) - cost
                    tries.append((best[start][0] + sure, [*best[start][1], piece]))
        best.append(max(tries, key=lambda one: one[0], default=(-math.inf, [])))
    if _sure(whole, height, ALONE) >= best[-1][0]:
        return [whole]
    return [
        d._replace(left=int(d.left / scale), right=round(d.right / scale))
        for d in best[-1][1]
    ]


def _sure(digit: Digit, height: int, wide: float) -> float:
    """Return how good a piece is: the logarithm of how sure the network is of it."""
    *_, second, first = sorted(digit.outputs)
    width = (digit.right - digit.left) / height
    unusual = max(0.0, abs(width - USUAL) - max(FREE, wide - USUAL)) / 0.2
    return math.log(max(1e-6, first * (1 - second))) - unusual**2


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
) -> Digit | None:
    """Return what is between two ways down, or None where it is no digit's size."""
    between = [
        [value if a <= x < b else 0.0 for x, value in enumerate(row)]
        for row, a, b in zip(rows, left, right)
    ]
    columns = [x for x, column in enumerate(turned(between)) if any(column)]
    width = (columns[-1] + 1 - columns[0]) / FINE if columns else 0.0
    if not 0.08 < width < WIDEST:
        return None
    found = blots(between)
    largest = max(blot.area for blot in found)
    image = fitted(only(between, [b for b in found if b.area * 20 > largest]))
    return Digit(image, judge(image), columns[0], columns[-1] + 1)
