"""The shapes and the colours that drawings are made of.

Colours have names, each with a value for light and one for dark
surroundings. Those of curves (blue, orange, green, purple) differ in
lightness too, so that they stay apart for readers who see colours otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from purenet.pictures.pixels import Colour

Point = tuple[float, float]

# name: (on light paper, on dark paper)
COLOURS: dict[str, tuple[Colour, Colour]] = {
    "paper": ((255, 255, 255), (13, 17, 23)),
    "ink": ((31, 35, 40), (230, 237, 243)),
    "dim": ((89, 99, 110), (145, 152, 161)),
    "faint": ((209, 217, 224), (48, 54, 61)),
    "blue": ((10, 93, 194), (88, 166, 255)),
    "orange": ((188, 76, 0), (255, 166, 87)),
    "green": ((17, 99, 41), (86, 211, 100)),
    "purple": ((125, 46, 168), (210, 168, 255)),
}
CURVES = ("blue", "orange", "green", "purple")


@dataclass(frozen=True)
class Lines:
    """Straight lines from point to point, once or several times; filled or not.

    >>> Lines([[(0, 0), (9, 9)]], stroke="blue", width=1.5, fill="none").width
    1.5
    """

    lines: list[list[Point]]
    stroke: str
    width: float
    fill: str


@dataclass(frozen=True)
class Circle:
    """A circle around (x, y).

    >>> Circle(9, 9, radius=5, stroke="ink", fill="none", width=1.5).radius
    5
    """

    x: float
    y: float
    radius: float
    stroke: str
    fill: str
    width: float


@dataclass(frozen=True)
class Box:
    """A filled rectangle with (x, y) as its upper left corner.

    >>> Box(5, 5, width=9, height=9, fill="blue", corner=0, opacity=1).fill
    'blue'
    """

    x: float
    y: float
    width: float
    height: float
    fill: str
    corner: float
    opacity: float


@dataclass(frozen=True)
class Words:
    """Words; (x, y) is the start, middle or end of their base line.

    >>> Words(9, 9, "w", fill="dim", anchor="middle", upwards=False).anchor
    'middle'
    """

    x: float
    y: float
    words: str
    fill: str
    anchor: str
    upwards: bool


@dataclass(frozen=True)
class Tile:
    """A rectangle of pixels as wide as size, the same on light and dark paper.

    >>> Tile(0, 0, size=9, rows=[[(0, 0, 0)]]).rows
    [[(0, 0, 0)]]
    """

    x: float
    y: float
    size: float
    rows: list[list[Colour]]


Shape = Union[Lines, Circle, Box, Words, Tile]
