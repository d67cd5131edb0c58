"""Digits and weights as SVG, many in one picture.

Few steps of grey and colour are enough for the eye, and keep files small:
with 16 grey levels a digit takes about a kilobyte of SVG.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from purenet.pictures.drawing import Drawing
from purenet.pictures.pixels import Colour, around_zero, check_names, grey_rows, in_rows
from purenet.words import say

_GREYS = 15  # steps from white to black
STEPS = 8  # steps from white to full red, and to full blue
_Tile = Sequence[Sequence[Colour]]


def digits(
    images: Sequence[Sequence[float]], captions: Sequence[str] = (), columns: int = 10,
    size: float = 56, title: str = "",
) -> Drawing:  # fmt: skip
    """Draw digits in a grid, black on white, each with its caption below.

    images: Images, or squares of floats from 0.0 to 1.0; size: of one, in pixels.

    >>> from purenet.data.image import Image
    >>> drawing = digits([Image(bytes(783) + bytes([255]))], ["a dot"])
    >>> "M27 27h1" in str(drawing)
    True
    """
    greys = [(255 - round(255 * k / _GREYS),) * 3 for k in range(_GREYS + 1)]
    nearest = [greys[round(level * _GREYS / 255)] for level in range(256)]
    tiles = [
        [[nearest[x] for x in row] for row in grey_rows(image)] for image in images
    ]
    title = title or say("Handwritten digits")
    return _grid(tiles, captions, columns, size, title)


def weights(
    neurons: Sequence[Sequence[float]], captions: Sequence[str] = (), columns: int = 5,
    title: str = "",
) -> Drawing:  # fmt: skip
    """Draw the weights of neurons as pictures: red above zero, blue below.

    neurons: of each its side x side weights, drawn to the strength of the largest.

    >>> str(weights([[0.0, 1.0, -1.0, 0.0]])).count("<path")
    2
    """
    tiles = [_in_steps(in_rows(w)) for w in neurons]
    title = title or say("What hidden neurons look at")
    return _grid(tiles, captions, columns, 90, title)


def matrix(rows: Iterable[Sequence[float]]) -> Drawing:
    """Draw a matrix around zero: red above, blue below.

    Rows as long as a picture has pixels, a square from 100 up, are drawn as pictures.

    >>> matrix([[1.0, -1.0], [0.5, 0.0], [0.0, 2.0]]).title
    'A matrix of 3 x 2 numbers'
    """
    lines = [list(row) for row in rows]
    down, across = len(lines), len(lines[0])
    if across >= 100 and math.isqrt(across) ** 2 == across:
        return weights(lines)
    pixel = min(24.0, 540 / across)
    title = say("A matrix of {} x {} numbers", down, across)
    drawing = Drawing(16 + pixel * across, 16 + pixel * down, title)
    drawing.tile(8, 8, pixel * across, _in_steps(lines))
    return drawing


def _in_steps(rows: Sequence[Sequence[float]]) -> _Tile:
    """Return the colours of weights, in STEPS to either side of zero."""
    largest = max(abs(w) for row in rows for w in row) or 1.0
    steps = [[round(STEPS * w / largest) for w in row] for row in rows]
    return [[around_zero(step, STEPS) for step in row] for row in steps]


def _grid(
    tiles: Sequence[_Tile], captions: Sequence[str], columns: int, size: float,
    title: str,
) -> Drawing:  # fmt: skip
    check_names(captions, tiles)
    across = min(columns, max(1, len(tiles)))
    down = -(-len(tiles) // across)
    pitch, deep = size + 8, size + (26 if captions else 8)
    draw = Drawing(across * pitch + 8, down * deep + 8, title)
    for index, tile in enumerate(tiles):
        x, y = 8 + index % across * pitch, 8 + index // across * deep
        draw.tile(x, y, size, tile)
        if captions:
            draw.text(x + size / 2, y + size + 15, captions[index], "dim", "middle")
    return draw
