"""From numbers to pixels: the grey levels of a digit, the colours of weights.

A digit is drawn as ink on white paper, weights around zero: white is 0, the redder the
more positive, the bluer the more negative. Red and blue stay apart for nearly every
reader, red and green would not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from purenet.data.image import Image
from purenet.words import say

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
RED: Colour = (178, 24, 43)
BLUE: Colour = (33, 102, 172)


def in_rows(values: Sequence[float]) -> list[Sequence[float]]:
    """Cut the numbers of a square picture into its rows.

    >>> in_rows([1.0, 2.0, 3.0, 4.0])
    [[1.0, 2.0], [3.0, 4.0]]
    """
    side = math.isqrt(len(values))
    if side == 0 or side * side != len(values):
        text = "{} numbers are no square picture (784 are: 28 x 28)"
        raise ValueError(say(text, len(values)))
    return [values[row * side : (row + 1) * side] for row in range(side)]


def grey_rows(image: Sequence[float]) -> list[list[int]]:
    """Return the rows of a digit as grey levels, 0 white to 255 black.

    image: an Image, or side x side floats from 0.0 (white) to 1.0 (black).

    >>> grey_rows([0.0, 0.5, 1.0, 7.0])
    [[0, 128], [255, 255]]
    """
    if isinstance(image, Image):
        grey: Sequence[int] = bytes(image)
    else:
        grey = [min(255, max(0, int(256 * x))) for x in image]
    return [[int(level) for level in row] for row in in_rows(grey)]


def around_zero(value: float, largest: float) -> Colour:
    """Return the colour of a weight: white at 0, red above, blue below.

    largest: the size at which the colour is full.

    >>> around_zero(0.0, 2.0), around_zero(2.0, 2.0), around_zero(-9.0, 2.0)
    ((255, 255, 255), (178, 24, 43), (33, 102, 172))
    """
    share = min(1.0, abs(value) / largest) if largest > 0 else 0.0
    full = RED if value > 0 else BLUE
    red, green, blue = (round(255 + share * (channel - 255)) for channel in full)
    return (red, green, blue)


def check_names(names: Sequence[str], things: Sequence[object]) -> None:
    """Raise ValueError unless there are no names, or as many as things to draw.

    >>> check_names(["a", "b"], [7])
    Traceback (most recent call last):
        ...
    ValueError: 1 to draw, but 2 names
    """
    if names and len(names) != len(things):
        raise ValueError(say("{} to draw, but {} names", len(things), len(names)))
