"""A drawing: lines, circles, boxes, words and pixels on paper, written as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from purenet.pictures import svg
from purenet.pictures.pixels import Colour
from purenet.pictures.svg import coloured, hexadecimal, number

Point = tuple[float, float]


class Drawing:
    """Paper with shapes, in the order in which they lie on each other.

    width, height: in pixels; title: what a screen reader says it is. x runs to the
    right and y down. Colours are names of svg.COLOURS, or "none". `str(drawing)` is an
    SVG file, and notebooks show a drawing by themselves.

    >>> Drawing(20, 10, "nothing").circle(5, 5, 2, "pink")
    Traceback (most recent call last):
        ...
    ValueError: no colour 'pink': blue, dim, faint, green, ink, orange, paper, purple

    >>> drawing = Drawing(20, 20, "shapes")
    >>> drawing.lines([[(0, 0), (9, 0), (9, 9), (0, 0)]], "none", fill="ink")
    >>> drawing.circle(9, 9, 5)
    >>> drawing.box(5, 5, 9, 9, "blue")
    >>> drawing.text(9, 9, "w", "dim")
    >>> drawing.tile(0, 0, 9, [[(0, 0, 0)]])
    >>> drawing.line(0, 9, 15, 9)
    >>> for element in drawing.elements[1:5]:  # after the paper
    ...     print(element)
    <path d="M0 0L9 0L9 9Z" class="f-ink"/>
    <circle cx="9" cy="9" r="5" class="s-ink" stroke-width="1.5"/>
    <rect x="5" y="5" width="9" height="9" class="f-blue"/>
    <text x="9" y="9" class="f-dim">w</text>
    """

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height, self.title = width, height, title
        self.elements: list[str] = []
        self.box(0, 0, width, height, "paper", corner=6)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str = "ink",
        width: float = 1.5,
    ) -> None:  # fmt: skip
        """Draw a straight line."""
        self.lines([[(x1, y1), (x2, y2)]], stroke, width)

    def lines(
        self, lines: Sequence[Sequence[Point]], stroke: str = "ink",
        width: float = 1.5, fill: str = "none",
    ) -> None:  # fmt: skip
        """Draw lines from point to point; one that ends where it began is closed."""
        d = "".join(_path(line) for line in lines)
        self.elements.append(f'<path d="{d}"{coloured(stroke, fill, width)}/>')

    def circle(
        self, x: float, y: float, radius: float, stroke: str = "ink",
        fill: str = "none", width: float = 1.5,
    ) -> None:  # fmt: skip
        """Draw a circle around (x, y)."""
        self.elements.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
            f"{coloured(stroke, fill, width)}/>"
        )

    def box(
        self, x: float, y: float, width: float, height: float, fill: str,
        corner: float = 0, opacity: float = 1,
    ) -> None:  # fmt: skip
        """Draw a filled rectangle; corner: the radius of its corners."""
        round_ = f' rx="{number(corner)}"' if corner else ""
        pale = f' opacity="{number(opacity)}"' if opacity != 1 else ""
        self.elements.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
            f' height="{number(height)}"{round_}{coloured("none", fill)}{pale}/>'
        )

    def text(
        self, x: float, y: float, words: str, fill: str = "ink", anchor: str = "start",
        upwards: bool = False,
    ) -> None:  # fmt: skip
        """Write words; anchor: "start", "middle" or "end" of them is at (x, y)."""
        where = f' text-anchor="{anchor}"' if anchor != "start" else ""
        turned = f' transform="rotate(-90 {number(x)} {number(y)})"' if upwards else ""
        self.elements.append(
            f'<text x="{number(x)}" y="{number(y)}"{where}{turned}'
            f"{coloured('none', fill)}>{svg.xml_text(words)}</text>"
        )

    def tile(
        self, x: float, y: float, size: float, rows: Sequence[Sequence[Colour]]
    ) -> None:
        """Draw rows of pixels, as wide as size, the same on light and dark paper."""
        width, height = len(rows[0]), len(rows)
        self.elements.append(
            f'<g transform="translate({number(x)} {number(y)})'
            f' scale({size / width:.6g})" shape-rendering="crispEdges">'
            f'<rect width="{width}" height="{height}" fill="#fff"/>'
            f'<g transform="translate(0 .5)">{_runs(rows)}</g></g>'
        )

    def __str__(self) -> str:
        return svg.written(self.width, self.height, self.title, self.elements)

    def _repr_svg_(self) -> str:
        return str(self)


def _path(line: Sequence[Point]) -> str:
    """Return a line in the letters of SVG: M to begin, L on, Z closed."""
    closed = len(line) > 2 and line[0] == line[-1]
    points = line[:-1] if closed else line
    places = (f"{number(x)} {number(y)}" for x, y in points)
    return "M" + "L".join(places) + "Z" * closed


def _runs(rows: Sequence[Sequence[Colour]]) -> str:
    """Return neighbouring pixels of one colour as one stroke, one path a colour."""
    runs: dict[Colour, str] = {}
    for y, row in enumerate(rows):
        x = 0
        for colour, same in groupby(row):
            count = len(list(same))
            runs[colour] = runs.get(colour, "") + f"M{x} {y}h{count}"
            x += count
    runs.pop((255, 255, 255), None)
    paths = sorted(runs.items())
    return "".join(f'<path stroke="{hexadecimal(c)}" d="{d}"/>' for c, d in paths)
