"""A drawing: lines, circles, boxes, words and pixels on paper.

Charts and diagrams are made of these five shapes and do not know what becomes
of them: `purenet.pictures.svg` writes a drawing as SVG,
`purenet.pictures.canvas` paints it into a PNG.

>>> drawing = Drawing(20, 10, "a line")
>>> drawing.line(0, 0, 20, 10, "blue")
>>> drawing.shapes[-1].stroke
'blue'
"""

from __future__ import annotations

from collections.abc import Sequence

from purenet.pictures import svg
from purenet.pictures.pixels import Colour
from purenet.pictures.shapes import (
    COLOURS,
    Box,
    Circle,
    Lines,
    Point,
    Shape,
    Tile,
    Words,
)
from purenet.words import say


class Drawing:
    """Paper with shapes, in the order in which they lie on each other.

    width, height: in pixels; title: what a screen reader says it is.
    x runs to the right and y down, from the upper left corner. Colours are
    names of COLOURS, or "none"; another name raises ValueError.
    `str(drawing)` is an SVG file, and notebooks show a drawing by themselves.

    >>> Drawing(20, 10, "nothing").circle(5, 5, 2, "pink")
    Traceback (most recent call last):
        ...
    ValueError: no colour 'pink': blue, dim, faint, green, ink, orange, paper, purple
    """

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height, self.title = width, height, title
        self.shapes: list[Shape] = []
        self.box(0, 0, width, height, "paper", corner=6)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str = "ink",
        width: float = 1.5,
    ) -> None:
        """Draw a straight line.

        >>> drawing = Drawing(20, 20, "a line")
        >>> drawing.line(0, 0, 20, 20, "blue")
        >>> drawing.shapes[-1].lines
        [[(0, 0), (20, 20)]]
        """
        self.lines([[(x1, y1), (x2, y2)]], stroke, width)

    def lines(
        self,
        lines: Sequence[Sequence[Point]],
        stroke: str = "ink",
        width: float = 1.5,
        fill: str = "none",
    ) -> None:
        """Draw straight lines from point to point, one after the other.

        A line that ends where it began is closed.

        >>> drawing = Drawing(20, 20, "a shape")
        >>> drawing.lines([[(0, 0), (9, 0), (9, 9)]])
        >>> drawing.shapes[-1].lines
        [[(0, 0), (9, 0), (9, 9)]]
        """
        _check(stroke, fill)
        points = [[*line] for line in lines]
        self.shapes.append(Lines(points, stroke, width, fill))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        stroke: str = "ink",
        fill: str = "none",
        width: float = 1.5,
    ) -> None:
        """Draw a circle around (x, y).

        >>> drawing = Drawing(20, 20, "a shape")
        >>> drawing.circle(9, 9, 5)
        >>> drawing.shapes[-1]
        Circle(x=9, y=9, radius=5, stroke='ink', fill='none', width=1.5)
        """
        _check(stroke, fill)
        self.shapes.append(Circle(x, y, radius, stroke, fill, width))

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        corner: float = 0,
        opacity: float = 1,
    ) -> None:
        """Draw a filled rectangle; corner: the radius of its corners.

        >>> drawing = Drawing(20, 20, "a shape")
        >>> drawing.box(5, 5, 9, 9, "blue")
        >>> drawing.shapes[-1]
        Box(x=5, y=5, width=9, height=9, fill='blue', corner=0, opacity=1)
        """
        _check(fill)
        self.shapes.append(Box(x, y, width, height, fill, corner, opacity))

    def text(
        self,
        x: float,
        y: float,
        words: str,
        fill: str = "ink",
        anchor: str = "start",
        upwards: bool = False,
    ) -> None:
        """Write words; anchor: "start", "middle" or "end" is at (x, y).

        >>> drawing = Drawing(20, 20, "a shape")
        >>> drawing.text(9, 9, "w", "dim")
        >>> drawing.shapes[-1]
        Words(x=9, y=9, words='w', fill='dim', anchor='start', upwards=False)
        """
        _check(fill)
        self.shapes.append(Words(x, y, words, fill, anchor, upwards))

    def tile(
        self, x: float, y: float, size: float, rows: Sequence[Sequence[Colour]]
    ) -> None:
        """Draw rows of pixels, as wide as size.

        >>> drawing = Drawing(20, 20, "a shape")
        >>> drawing.tile(0, 0, 9, [[(0, 0, 0)]])
        >>> drawing.shapes[-1]
        Tile(x=0, y=0, size=9, rows=[[(0, 0, 0)]])
        """
        self.shapes.append(Tile(x, y, size, [[*row] for row in rows]))

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line with a head at (x2, y2).

        >>> drawing = Drawing(20, 20, "a shape")
        >>> drawing.arrow(0, 9, 15, 9)
        >>> len(drawing.shapes)  # the paper, the line, its head
        3
        """
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
        dx, dy = (x2 - x1) / length, (y2 - y1) / length
        self.line(x1, y1, x2 - 5 * dx, y2 - 5 * dy)
        head = [
            (x2, y2),
            (x2 - 8 * dx - 3.5 * dy, y2 - 8 * dy + 3.5 * dx),
            (x2 - 8 * dx + 3.5 * dy, y2 - 8 * dy - 3.5 * dx),
            (x2, y2),
        ]
        self.lines([head], "none", 0, "ink")

    def __str__(self) -> str:
        return svg.written(self.width, self.height, self.title, self.shapes)

    def _repr_svg_(self) -> str:
        return str(self)


def _check(*names: str) -> None:
    """Raise ValueError for a colour there is not."""
    for name in names:
        if name != "none" and name not in COLOURS:
            raise ValueError(
                say("no colour {!r}: {}", name, ", ".join(sorted(COLOURS)))
            )
