"""From handwriting on paper to the 28 x 28 pixels that a network knows.

MNIST's digits were made so (yann.lecun.com/exdb/mnist): fitted into 20 x 20
pixels without changing their shape, and laid into 28 x 28 with their centre
of mass in the middle. A network trained on such digits reads a new one only
if it is made in the same way. On a photograph the ink has to be found first:

1. ink is what is darker, or lighter, than the paper around it. `ink` asks
   which of the two, and compares every pixel with the paper near it, so that
   shadows do not count;
2. `without_specks` leaves out dust, and the edge of the table;
3. `fitted` crops, thickens a thin pen, fits into 20 x 20 and centres.

`digit` does all three.

>>> paper = [bytes([200] * 40)] * 10
>>> one = [bytes([200] * 18 + [40] * 4 + [200] * 18)] * 30
>>> digit(paper + one + paper)
<Image 28 x 28, 60 pixels not white>
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from purenet.data import DataError
from purenet.data.image import SIDE, Image
from purenet.pictures.photo import Brightness

Rows = list[list[float]]  # of ink: 0.0 none to 1.0 full

CELLS = 48  # the paper is looked at in so many cells along the longer side
STROKE = 6  # no stroke is thicker than twice as many cells
FAINT = 0.1  # less contrast than this is no ink
EDGE = 0.3  # share of full ink from which on a pixel belongs to a stroke
BOX = 20  # MNIST's digits are fitted into so many pixels
MIDDLE = 14  # and their centre of mass is at this pixel, counted from 0
FINE = 3  # a thin pen is thickened at so many times the final resolution
PEN = 2.1  # thinner than so many of the final pixels is thin


def digit(picture: Brightness, name: str = "the picture") -> Image:
    """Return the one digit on a picture as the network sees it.

    picture: rows of brightness, 0 black to 255 white; name: for messages.
    Raise DataError where there is no ink.

    >>> digit([bytes([200] * 30)] * 30, "blank.png")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: blank.png: no ink found
    """
    return fitted(without_specks(ink(picture, name)))


def ink(picture: Brightness, name: str = "the picture") -> Rows:
    """Return how much ink is on every pixel, 0.0 to 1.0.

    Raise DataError where nothing stands out from the paper.

    >>> row = ink([bytes([220] * 10)] * 4 + [bytes([220] * 4 + [20] * 2 + [220] * 4)])
    >>> row[4]
    [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    """
    cell = max(1, max(len(picture), len(picture[0])) // CELLS)
    cells = _cells(picture, cell)
    if light_on_dark(cells):
        inverted = bytes(range(255, -1, -1))
        picture = [row.translate(inverted) for row in picture]
        cells = [[255 - value for value in row] for row in cells]
    darker = _darker(picture, paper(cells), cell)
    if max(len(picture), len(picture[0])) > 200:
        darker = blurred(darker, 1)
    bare, full = _levels(darker)
    if full - bare < FAINT:
        raise DataError(f"{name}: no ink found")
    shares = [[(x - bare) / (full - bare) for x in row] for row in darker]
    return [[0.0 if x < EDGE else min(x, 1.0) for x in row] for row in shares]


def _cells(picture: Brightness, size: int) -> Rows:
    """Return the mean brightness of cells of size x size pixels."""
    rows = []
    for top in range(0, len(picture), size):
        band = picture[top : top + size]
        sums = [sum(column) for column in zip(*band)]
        rows.append(
            [
                sum(sums[left : left + size])
                / len(band)
                / len(sums[left : left + size])
                for left in range(0, len(sums), size)
            ]
        )
    return rows


def light_on_dark(cells: Rows) -> bool:
    """Say whether the ink is lighter than the paper.

    Ink is the lesser part, so it is what differs more from what is around:
    the cubes of the differences add up to its side.

    >>> light_on_dark([[0.0] * 9, [0.0] * 4 + [255.0] + [0.0] * 4, [0.0] * 9])
    True
    """
    around = blurred(cells, CELLS // 4)
    cubes = [
        (a - b) ** 3 for row, near in zip(cells, around) for a, b in zip(row, near)
    ]
    return sum(cubes) > 0


def paper(cells: Rows) -> Rows:
    """Return the brightness of the paper, as if nothing were written on it.

    The brightest cell within reach of a stroke's width, then the darkest of
    these within the same reach: dark strokes vanish, larger shadows stay. One
    cell further, so that at the edge of a shadow its dark side counts.
    """
    return _extreme(_extreme(cells, max, STROKE), min, STROKE + 1)


def _extreme(
    cells: Rows, choose: Callable[[Sequence[float]], float], reach: int
) -> Rows:
    """Return for each cell the largest (or smallest) within reach."""

    def along(row: Sequence[float]) -> list[float]:
        return [choose(row[max(0, k - reach) : k + reach + 1]) for k in range(len(row))]

    return turned([along(row) for row in turned([along(row) for row in cells])])


def turned(rows: Rows) -> Rows:
    """Return columns as rows.

    >>> turned([[1.0, 2.0], [3.0, 4.0]])
    [[1.0, 3.0], [2.0, 4.0]]
    """
    return [list(column) for column in zip(*rows)]


def blurred(rows: Rows, reach: int) -> Rows:
    """Return for each pixel the mean of those within reach, in a square.

    >>> blurred([[0.0, 3.0, 0.0]], 1)
    [[1.5, 1.0, 1.5]]
    """

    def along(row: Sequence[float]) -> list[float]:
        sums = [0.0, *accumulate(row)]
        n = len(row)
        ends = [(max(0, k - reach), min(n, k + reach + 1)) for k in range(n)]
        return [(sums[end] - sums[start]) / (end - start) for start, end in ends]

    return turned([along(row) for row in turned([along(row) for row in rows])])


def _darker(picture: Brightness, background: Rows, cell: int) -> Rows:
    """Return by which share each pixel is darker than the paper there."""
    rows = []
    last = len(background) - 1
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
    values = sorted(x for row in darker for x in row)
    bare, full = values[len(values) // 4], values[-1]
    for _ in range(3):
        threshold = (bare + full) / 2
        cut = next((k for k, x in enumerate(values) if x > threshold), len(values) - 1)
        below, above = values[:cut] or [bare], values[cut:]
        bare, full = sum(below) / len(below), sum(above) / len(above)
    spread = (sum((x - bare) ** 2 for x in below) / len(below)) ** 0.5
    return (bare, full) if full - bare > 5 * spread else (bare, bare)


class Blot:
    """Pixels of ink that hang together: their runs and the box around them.

    runs: (y, first x, last x + 1).
    """

    def __init__(self, runs: list[tuple[int, int, int]]) -> None:
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
    found: dict[int, list[tuple[int, int, int]]] = {}
    owner: list[int] = []
    above: list[tuple[int, int, int]] = []

    def root(k: int) -> int:
        while owner[k] != k:
            owner[k] = k = owner[owner[k]]
        return k

    for y, row in enumerate(rows):
        here = []
        for start, end in _runs(row):
            mine = len(owner)
            owner.append(mine)
            for other_start, other_end, other in above:
                if other_start <= end and start <= other_end:  # corners touch too
                    owner[root(other)] = mine
            found[mine] = [(y, start, end)]
            here.append((start, end, mine))
        above = here
    together: dict[int, list[tuple[int, int, int]]] = {}
    for k, runs in found.items():
        together.setdefault(root(k), []).extend(runs)
    return sorted((Blot(runs) for runs in together.values()), key=lambda b: b.left)


def _runs(row: Sequence[float]) -> list[tuple[int, int]]:
    """Return the stretches of ink in a row: (first, last + 1)."""
    runs, start = [], -1
    for x, value in enumerate(row):
        if value and start < 0:
            start = x
        elif not value and start >= 0:
            runs.append((start, x))
            start = -1
    if start >= 0:
        runs.append((start, len(row)))
    return runs


def without_specks(rows: Rows) -> Rows:
    """Return the ink without dust, and without what lies at the edge.

    Dust is what has less than a fiftieth of the largest blot's ink. Blots at
    the edge of the picture are the table or another's writing, unless nothing
    else of some size is there.
    """
    return only(rows, kept(blots(rows), len(rows), len(rows[0])))


def kept(found: list[Blot], height: int, width: int) -> list[Blot]:
    """Return the blots that are writing: neither dust nor at the edge."""
    inside = [
        b
        for b in found
        if b.left > 0 and b.top > 0 and b.right < width and b.bottom < height
    ]
    largest = max((b.area for b in found), default=0)
    if max((b.area for b in inside), default=0) * 10 > largest:
        found = inside
        largest = max(b.area for b in found)
    return [b for b in found if b.area * 50 >= largest]


def only(rows: Rows, chosen: list[Blot]) -> Rows:
    """Return the ink of some blots alone."""
    out = [[0.0] * len(row) for row in rows]
    for blot in chosen:
        for y, start, end in blot.runs:
            out[y][start:end] = rows[y][start:end]
    return out


def fitted(rows: Rows) -> Image:
    """Return ink as MNIST has it: in 20 x 20, its centre of mass in the middle.

    Raise DataError where there is no ink.

    >>> fitted([[0.0, 0.0], [0.0, 0.0]])
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no ink
    """
    rows = cropped(rows)
    longer = max(len(rows), len(rows[0]))
    thin = PEN - pen_width(rows) * BOX / longer
    if thin > 0:
        fine = resized(rows, FINE * BOX / longer)
        rows = thickened(fine, FINE * thin / 2)
        longer = max(len(rows), len(rows[0]))
    return centred(resized(rows, BOX / longer))


def cropped(rows: Rows) -> Rows:
    """Return the smallest rectangle that holds all the ink."""
    inked = [y for y, row in enumerate(rows) if any(row)]
    if not inked:
        raise DataError("no ink")
    rows = rows[inked[0] : inked[-1] + 1]
    columns = [x for x, column in enumerate(zip(*rows)) if any(column)]
    return [row[columns[0] : columns[-1] + 1] for row in rows]


def pen_width(rows: Rows) -> float:
    """Return about how thick the strokes are, in pixels.

    A stroke has twice its length as its border, and its length times its
    thickness as its area. Borders along a grid are longer than they look, by
    4 / pi over all directions.

    >>> round(pen_width([[1.0] * 4] * 100), 1)
    4.9
    """
    area = sum(sum(row) for row in rows)
    border = 0
    for lines in (rows, zip(*rows)):
        border += sum(2 * len(_runs(line)) for line in lines)
    return 2 * area / (border * 3.14159 / 4)


def resized(rows: Rows, scale: float) -> Rows:
    """Return a picture scaled: every new pixel is the mean of what it covers.

    >>> resized([[1.0, 0.0, 1.0, 1.0]] * 4, 0.5)
    [[0.5, 1.0], [0.5, 1.0]]
    """
    narrow = [_resized_line(row, max(1, round(len(row) * scale))) for row in rows]
    height = max(1, round(len(rows) * scale))
    return turned([_resized_line(column, height) for column in turned(narrow)])


def _resized_line(line: Sequence[float], length: int) -> list[float]:
    """Return a line of numbers as another number of them, by means."""
    sums = [0.0, *accumulate(line)]
    step = len(line) / length
    marks = []
    for k in range(length + 1):
        at = min(len(line), k * step)
        whole = min(int(at), len(line) - 1)
        marks.append(sums[whole] + (at - whole) * line[whole])
    return [(b - a) / step for a, b in zip(marks, marks[1:])]


def thickened(rows: Rows, reach: float) -> Rows:
    """Return ink spread around every pixel, in a circle of this radius."""
    whole = int(reach + 0.5)
    wide = len(rows[0]) + 2 * whole
    blank = [0.0] * wide
    padded = [blank] * whole
    padded += [[0.0] * whole + row + [0.0] * whole for row in rows]
    padded += [blank] * whole
    out = [list(row) for row in padded]
    for dy in range(-whole, whole + 1):
        for dx in range(-whole, whole + 1):
            if 0 < dx * dx + dy * dy <= reach * reach + 0.5:
                for y in range(max(0, -dy), len(padded) - max(0, dy)):
                    moved = padded[y + dy]
                    if any(moved):
                        shifted = [0.0] * -dx + moved[max(0, dx) : wide + min(0, dx)]
                        out[y] = list(map(max, out[y], shifted + [0.0] * dx))
    return out


def centred(rows: Rows) -> Image:
    """Lay a small picture of ink into 28 x 28 by its centre of mass."""
    mass = sum(sum(row) for row in rows)
    down = sum(y * sum(row) for y, row in enumerate(rows)) / mass
    right = sum(x * value for row in rows for x, value in enumerate(row)) / mass
    top = min(max(0, round(MIDDLE - down)), SIDE - len(rows))
    left = min(max(0, round(MIDDLE - right)), SIDE - len(rows[0]))
    grey = bytearray(SIDE * SIDE)
    for y, row in enumerate(rows, top):
        grey[SIDE * y + left : SIDE * y + left + len(row)] = bytes(
            min(255, round(255 * value)) for value in row
        )
    return Image(bytes(grey))
