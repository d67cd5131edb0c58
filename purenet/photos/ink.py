"""Ink found on paper, under shadows and whichever of the two is lighter.

Ink is what is darker, or lighter, than the paper around it. `ink` asks which
of the two, and compares every pixel with the paper near it, so that a shadow,
which darkens both, does not count.

>>> row = bytes([220] * 4 + [20] * 2 + [220] * 4)
>>> ink([bytes([220] * 10)] * 4 + [row])[4]
[0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from purenet.data import DataError
from purenet.photos.photo import Brightness
from purenet.photos.rules import Rows, turned, unruled
from purenet.words import say

CELLS = 48  # the paper is looked at in so many cells along the longer side
# No stroke is thicker than twice as many cells. With 6 the corner of the shadow in
# lessons/images/photograph.png is ink; of the 771 digits 4 reads one more than 6.
STROKE = 4
STEEP = 0.7  # what falls to less than this within a stroke is no light, but an edge
# Chosen on 24 made-up notes on desks and 771 digits.
SMOOTH = 0.85  # light falls to no less from one cell to the next,
LARGE = 0.08  # paper is this share of the picture at least, and a desk of its edge,
DESK = 0.65  # and less bright than this share of the paper
BORDER = 3  # so many cells the border of the paper has, at most
BESIDE = (-1, 0), (1, 0), (0, -1), (0, 1)
FAINT = 0.1  # less contrast than this is no ink
EDGE = 0.3  # share of full ink from which on a pixel belongs to a stroke


def ink(picture: Brightness, name: str = "") -> Rows:
    """Return how much ink is on every pixel, 0.0 to 1.0."""
    cell = max(1, max(len(picture), len(picture[0])) // CELLS)
    sides = [_cells(picture, cell, choose) for choose in (_mean, min, max)]
    cells = sides[0]
    desk = _desk(cells) if cell > 3 else {}
    for (y, x), light in desk.items():
        for side in sides:
            side[y][x] = light
    if _light_on_dark(*sides):
        inverted = bytes(range(255, -1, -1))
        picture = [row.translate(inverted) for row in picture]
        cells = [[255 - value for value in row] for row in cells]
    darker = _darker(picture, paper(cells), cell)
    for y, x in desk:
        for row in darker[y * cell : (y + 1) * cell]:
            row[x * cell : (x + 1) * cell] = [0.0] * len(row[x * cell : (x + 1) * cell])
    if cell > 3:
        darker = unruled(darker, cell, desk)
    if max(len(picture), len(picture[0])) > 200:
        darker = _blurred(darker, 1)
    bare, full = _levels(darker)
    if full - bare < FAINT:
        raise DataError("{}: no ink found", name or say("the picture"))
    shares = [[(x - bare) / (full - bare) for x in row] for row in darker]
    return [[0.0 if x < EDGE else min(x, 1.0) for x in row] for row in shares]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _cells(picture: Brightness, size: int, choose: Any) -> Rows:
    """Return the mean, least or most brightness in cells of size x size pixels."""
    rows = []
    for top in range(0, len(picture), size):
        line = [choose(column) for column in zip(*picture[top : top + size])]
        rows.append([choose(line[k : k + size]) for k in range(0, len(line), size)])
    return rows


def _desk(cells: Rows) -> dict[tuple[int, int], float]:
    """Return the cells of a dark desk around the paper, as bright as the paper near.

    Light changes little from one cell to the next: so do the paper and the desk, each
    for itself. The paper is the brightest of what is large, the desk much darker, and
    at the edge of the picture, where the paper is not: else the dark may be a shadow.
    The desk is taken with all that is as dark, and its border. What is large and not
    at the edge is paper, too: a part of the note in a shadow.
    """
    high, wide = len(cells), len(cells[0])
    near = zip(_extreme(cells, min, 1), _extreme(cells, max, 1))
    flat = [[a >= SMOOTH * b for a, b in zip(*rows)] for rows in near]
    left = {(y, x) for y in range(high) for x in range(wide) if flat[y][x]}
    parts = []
    while left:
        part = [left.pop()]
        for y, x in part:
            more = left & {(y + a, x + b) for a, b in BESIDE}
            left -= more
            part += more
        parts.append(part)
    lights = [sorted(cells[y][x] for y, x in part)[len(part) // 2] for part in parts]
    large = [k for k, part in enumerate(parts) if len(part) > LARGE * high * wide]
    if not large:
        return {}
    page = max(large, key=lambda k: lights[k])
    rim = {(y, x) for y in range(high) for x in range(wide)}
    rim -= {(y, x) for y in range(1, high - 1) for x in range(1, wide - 1)}
    outer = [len(rim & {*part}) > LARGE * (high + wide) for part in parts]
    if outer[page]:  # the paper goes to the edge: what is dark is a shadow
        return {}
    dark = [k for k, light in enumerate(lights) if light < DESK * lights[page]]
    desk = {cell for k in dark if outer[k] for cell in parts[k]}
    paper = {cell for k in large if not outer[k] for cell in parts[k]}
    as_dark = max((lights[k] for k in dark if outer[k]), default=0.0) / SMOOTH
    more, rings = desk, BORDER
    while more and rings:  # what is as dark, to its end, and the border
        around = {(y + a, x + b) for y, x in desk for a, b in BESIDE} - desk - paper
        around = {(y, x) for y, x in around if 0 <= y < high and 0 <= x < wide}
        more = {(y, x) for y, x in around if cells[y][x] < as_dark}
        if not more:
            more, rings = around, rings - 1
        desk |= more
    found = {}
    for y, x in desk:
        row = [k for k in range(wide) if (y, k) in paper]
        column = min(row, key=lambda k: abs(k - x), default=None)
        found[y, x] = lights[page] if column is None else cells[y][column]
    return found


def _light_on_dark(cells: Rows, least: Rows, most: Rows) -> bool:
    """Say whether the ink is lighter than the paper.

    Strokes begin and end where brightness changes most, from cell to cell: of the
    least and the most there the paper is what is nearer to the mean around. (A pool
    of light and a glare change it less. So all 771 digits, 16 rows and 628 made-up
    pages are seen right; 8 pages fewer by the cells' means alone.)
    """
    lighter, around = 0.0, _blurred(cells, STROKE)
    for rows in zip(around, _extreme(least, min, 1), _extreme(most, max, 1)):
        for mean, low, high in zip(*rows):
            lighter += (high - low) ** 2 * (high + low - 2 * mean)
    return lighter > 0


def paper(cells: Rows) -> Rows:
    """Return the brightness of the paper, as if nothing were written on it.

    The brightest cell within reach of a stroke's width, then the darkest of
    these within the same reach: dark strokes vanish, larger shadows stay. One
    cell further, so that at the edge of a shadow its dark side counts; and beyond the
    picture the light goes on as it went.

    >>> paper([[200.0, 200.0, 40.0, 200.0, 200.0]])
    [[200.0, 200.0, 200.0, 200.0, 200.0]]
    """

    bright, more = _extreme(cells, max, STROKE), STROKE + 1
    dark = _extreme(_going_on(bright, more), min, more)
    return [row[more:-more] for row in dark[more:-more]]


def _extreme(cells: Rows, choose: Any, reach: int) -> Rows:
    """Return for each cell the largest (or smallest) within reach."""

    def along(row: list[float]) -> list[float]:
        wide = [row[0]] * reach + row + [row[-1]] * reach
        return [*map(choose, *(wide[k:] for k in range(2 * reach + 1)))]

    return _both_ways(along, cells)


def _going_on(cells: Rows, more: int) -> Rows:
    """Return so many cells more on all sides, darker or brighter as those before."""

    def along(row: list[float]) -> list[float]:
        n = min(more, len(row) - 1)
        first, last = row[0], row[-1]
        begin, end = (first - row[n]) / (n or 1), (last - row[-1 - n]) / (n or 1)
        before = [max(STEEP * first, first + k * begin) for k in range(more, 0, -1)]
        after = [max(STEEP * last, last + k * end) for k in range(1, more + 1)]
        return [*before, *row, *after]

    return _both_ways(along, cells)


def _both_ways(along: Callable[[list[float]], list[float]], rows: Rows) -> Rows:
    """Return rows after the same was done along each of them, and each column."""
    return turned([*map(along, turned([*map(along, rows)]))])


def _blurred(rows: Rows, reach: int) -> Rows:
    """Return for each pixel the mean of those within reach, in a square."""

    def across(rows: Rows) -> Rows:
        n = len(rows[0])
        ends = [(max(0, k - reach), min(n, k + reach + 1)) for k in range(n)]
        summed = ([0.0, *accumulate(row)] for row in rows)
        return [[(sums[b] - sums[a]) / (b - a) for a, b in ends] for sums in summed]

    return turned(across(turned(across(rows))))


def _darker(picture: Brightness, background: Rows, cell: int) -> Rows:
    """Return by which share each pixel is darker than the paper there."""
    rows, last = [], len(background) - 1
    for y, row in enumerate(picture):
        place = min(last, max(0.0, (y + 0.5) / cell - 0.5))
        upper = min(int(place), max(0, last - 1))
        share = place - upper
        below = background[min(last, upper + 1)]
        cells = [a + share * (b - a) for a, b in zip(background[upper], below)]
        near = _between(cells, cell, len(row))
        rows.append([1 - x / p if p > x else 0.0 for x, p in zip(row, near)])
    return rows


def _between(cells: list[float], cell: int, width: int) -> list[float]:
    """Return a value a pixel from a value a cell, straight from middle to middle."""
    if cell == 1:
        return cells
    values = [cells[0]] * (cell // 2)
    for a, b in zip(cells, cells[1:]):
        values += [a + (b - a) * k / cell for k in range(cell)]
    return (values + [cells[-1]] * cell)[:width]


def _levels(darker: Rows) -> tuple[float, float]:
    """Return how dark bare paper is, and full ink; the same where there is none.

    The threshold starts half way to the darkest pixel, and goes half way
    between the means on its two sides, three times.
    """
    few = 1 + len(darker) // 150
    values = sorted(x for row in darker[::few] for x in row)
    bare, full = values[len(values) // 4], values[-1]
    for _ in range(3):
        threshold = (bare + full) / 2
        cut = min(bisect(values, threshold), len(values) - 1)
        below, above = values[:cut] or [bare], values[cut:]
        bare, full = sum(below) / len(below), sum(above) / len(above)
    spread = (sum((x - bare) ** 2 for x in below) / len(below)) ** 0.5
    return (bare, full) if full - bare > 5 * spread else (bare, bare)
