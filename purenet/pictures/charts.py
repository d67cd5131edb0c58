"""Charts as SVG: curves over axes.

>>> curves([[(0, 0.0), (1, 0.5)]]).title
'curves'
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import cycle

from purenet.console.terminal import width
from purenet.pictures.drawing import CURVES, Drawing
from purenet.pictures.pixels import check_names
from purenet.words import say

Points = Sequence[tuple[float, float]]


class Axes:
    """A drawing with two axes, into which points are placed by their values.

    x, y: (lowest, highest) of each axis; x_title, y_title: what they show; whole:
    nothing lies between the whole numbers of x. ValueError where an axis has no length.

    >>> axes = Axes("a curve", x=(0, 10), y=(0, 1))
    >>> axes.place(0, 0) == (axes.left, axes.bottom)
    True
    >>> axes.curve([(0, 0.0), (10, 1.0)], "blue")
    >>> axes.names(["plain"])
    >>> "M58 276L544 36" in axes.drawing.elements[-2]
    True
    """

    left, top, right, bottom = 58.0, 36.0, 544.0, 276.0

    def __init__(
        self, title: str, x: tuple[float, float], y: tuple[float, float],
        x_title: str = "", y_title: str = "", whole: bool = False,
    ) -> None:  # fmt: skip
        for low, high in (x, y):
            if not low < high:
                raise ValueError(say("an axis from {} to {} has no length", low, high))
        self.x, self.y, self.whole = x, y, whole
        self.drawing = Drawing(560, 320, title)
        self._ticks()
        middle = (self.left + self.right) / 2
        self.drawing.text(middle, self.bottom + 36, x_title, "dim", "middle")
        self.drawing.text(8, 20, y_title, "dim")

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where on the drawing the values (x, y) are."""
        right = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return (
            self.left + right * (self.right - self.left),
            self.bottom - up * (self.bottom - self.top),
        )

    def _ticks(self) -> None:
        """Draw faint lines and numbers at round values of both axes."""
        draw = self.drawing
        for value in round_values(*self.y):
            _, y = self.place(self.x[0], value)
            draw.line(self.left, y, self.right, y, "faint", 1)
            draw.text(self.left - 8, y + 4, short(value), "dim", "end")
        for value in round_values(*self.x):
            if self.whole and value % 1:
                continue
            x, _ = self.place(value, self.y[0])
            draw.line(x, self.bottom, x, self.bottom + 5, "dim", 1)
            draw.text(x, self.bottom + 19, short(value), "dim", "middle")
        draw.line(self.left, self.bottom, self.right, self.bottom, "dim", 1)

    def curve(self, points: Points, colour: str) -> None:
        """Draw a line through points; those beyond the axes are cut off."""
        low, high = self.y
        placed = [self.place(x, min(high, max(low, y))) for x, y in points]
        if len(placed) == 1:
            self.drawing.circle(*placed[0], 3, "none", colour)
        else:
            self.drawing.lines([placed], colour, 2)

    def names(self, names: Sequence[str]) -> None:
        """Write the names of the curves above them, each in its colour."""
        at = self.right
        for name, colour in reversed([*zip(names, cycle(CURVES))]):
            words = f"━ {name}"
            self.drawing.text(at, 20, words, colour, "end")
            at -= 7 * width(words) + 20


def short(value: float) -> str:
    """Write a tick's number as short as it can be.

    >>> short(10000), short(0.5), short(-3.0)
    ('10,000', '0.5', '-3')
    """
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.6g}"


def round_values(low: float, high: float, about: int = 5) -> list[float]:
    """Return round numbers between low and high: steps of 1, 2 or 5.

    >>> round_values(0.0, 1.0)
    [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    """
    rough = (high - low) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = min((power * m for m in (1, 2, 5, 10)), key=lambda s: abs(s - rough))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(k * step, 10) for k in range(first, last + 1)]


def curves(
    series: Sequence[Points], names: Sequence[str] = (), title: str = "curves",
    x_title: str = "", y_title: str = "", y: tuple[float, float] | None = None,
    whole: bool = False,
) -> Drawing:  # fmt: skip
    """Draw lines through points, one colour a line, over common axes.

    series: lists of (x, y); names: none, or one each; y: the ends of the upright axis
    (None: from the points); whole: tick only whole numbers of x.
    """
    points = [point for line in series for point in line]
    if not points:
        raise ValueError(say("no points to draw"))
    check_names(names, series)
    x = _ends([place for place, _ in points])
    y = y or _ends([value for _, value in points])
    axes = Axes(title, x, y, x_title, y_title, whole)
    for line, colour in zip(series, cycle(CURVES)):
        if line:
            axes.curve(line, colour)
    axes.names(names)
    return axes.drawing


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """Return the lowest and the highest value, apart in any case."""
    low, high = min(values), max(values)
    return (low, high) if low < high else (low, low + 1)
