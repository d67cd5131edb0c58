"""From handwriting on paper to the 28 x 28 pixels that a network knows.

MNIST's digits were made so (yann.lecun.com/exdb/mnist): fitted into 20 x 20
pixels without changing their shape, and laid into 28 x 28 with their centre
of mass in the middle. A network trained on such digits reads a new one only
if it is made in the same way. `fitted` crops, thickens a thin pen, fits
into 20 x 20 and centres.

>>> fitted([[0.0] * 18 + [1.0] * 4 + [0.0] * 18] * 30)
<Image 28 x 28, 60 pixels not white>
"""

from __future__ import annotations

from itertools import accumulate

from purenet.data import DataError
from purenet.data.image import SIDE, Image
from purenet.photos.blots import blots, only, runs
from purenet.photos.rules import Rows, turned

BOX = 20  # MNIST's digits are fitted into so many pixels
MIDDLE = 14  # and their centre of mass is at this pixel, counted from 0
FINE = 3  # a thin pen is thickened at so many times the final resolution
PEN = 2.1  # thinner than so many of the final pixels is thin


def fitted(rows: Rows) -> Image:
    """Return ink as MNIST has it: in 20 x 20, its centre of mass in the middle.

    >>> fitted([[0.0, 0.0], [0.0, 0.0]])
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no ink
    """
    found = blots(rows)
    if not found:
        raise DataError("no ink")
    rows = only(rows, found)
    longer = max(len(rows), len(rows[0]))
    thin = PEN - _pen_width(rows) * BOX / longer
    if thin > 0:
        fine = resized(rows, FINE * BOX / longer)
        rows = _thickened(fine, FINE * thin / 2)
        longer = max(len(rows), len(rows[0]))
    return _centred(resized(rows, BOX / longer))


def _pen_width(rows: Rows) -> float:
    """Return about how thick the strokes are, in pixels.

    A stroke has twice its length as its border, and its length times its
    thickness as its area. Borders along a grid are longer than they look, by
    4 / pi over all directions.
    """
    area = sum(sum(row) for row in rows)
    border = 2 * sum(len(runs(line)) for line in [*rows, *zip(*rows)])
    return 2 * area / (border * 3.14159 / 4)


def resized(rows: Rows, scale: float) -> Rows:
    """Return a picture scaled: every new pixel is the mean of what it covers.

    >>> resized([[1.0, 0.0, 1.0, 1.0]] * 4, 0.5)
    [[0.5, 1.0], [0.5, 1.0]]
    """
    return turned(_resized(turned(_resized(rows, scale)), scale))


def _resized(rows: Rows, scale: float) -> Rows:
    """Return rows of so many more numbers, or fewer, by means."""
    n = len(rows[0])
    length = max(1, round(n * scale))
    step = n / length
    marks = [min(n, k * step) for k in range(length + 1)]
    places = [(min(int(at), n - 1), at - min(int(at), n - 1)) for at in marks]
    out = []
    for row in rows:
        sums = [0.0, *accumulate(row)]
        upto = [sums[whole] + share * row[whole] for whole, share in places]
        out.append([(b - a) / step for a, b in zip(upto, upto[1:])])
    return out


def _thickened(rows: Rows, reach: float) -> Rows:
    """Return ink spread around every pixel, in a circle of this radius."""
    whole = int(reach + 0.5)
    near = range(-whole, whole + 1)
    circle = [(x, y) for x in near for y in near if x * x + y * y <= reach**2 + 0.5]
    wide, beside = len(rows[0]) + 2 * whole, [0.0] * (2 * whole)
    around = 2 * whole * [[0.0] * (wide + 2 * whole)]
    padded = [*around, *(beside + row + beside for row in rows), *around]
    out = []
    for down in range(whole, len(padded) - whole):
        moved = (padded[down + y][whole + x : whole + x + wide] for x, y in circle)
        out.append([max(ink) for ink in zip(*moved)])
    return out


def _centred(rows: Rows) -> Image:
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
