"""A drawing: lines, circles, boxes, words and pixels on paper, written as SVG.

Numbers are written in one way (`number`) and nothing depends on the time or the
machine, so that files can be compared byte by byte. The page that shows a picture
chooses between the colours for light and for dark (`prefers-color-scheme`). Those of
curves differ in lightness too, for readers who see colours otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby

from purenet.pictures.pixels import Colour
from purenet.words import say

Point = tuple[float, float]
_FONT = "font-family:system-ui,sans-serif;font-size:13px"
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


class Drawing:
    """Paper with shapes, in the order in which they lie on each other.

    width, height: in pixels; title: what a screen reader says it is. x runs to the
    right and y down. Colours are names of COLOURS, or "none". `str(drawing)` is an
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
            f"{coloured('none', fill)}>{xml_text(words)}</text>"
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
        return written(self.width, self.height, self.title, self.elements)

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


def written(width: float, height: float, title: str, elements: Sequence[str]) -> str:
    """Return the text of an SVG file with these elements."""
    wide, high = number(width), number(height)
    title = xml_text(title)
    label = title.replace('"', "&quot;")
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" class="purenet"'
        f' width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
        f' role="img" aria-label="{label}">'
    )
    style = f"<style>{_style(''.join(elements))}</style>"
    return "\n".join([head, f"<title>{title}</title>", style, *elements, "</svg>\n"])


def number(value: float) -> str:
    """Write a number with at most two decimals, always in the same way.

    >>> number(2.0), number(1.005), number(-0.001), number(12.345)
    ('2', '1', '0', '12.35')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def xml_text(words: str) -> str:
    """Return words as XML text; what XML cannot hold becomes a question mark.

    >>> xml_text("a < b & c\\x1b")
    'a &lt; b &amp; c?'
    """
    return escape(re.sub("[\x00-\x1f\ud800-\udfff]", "?", words), quote=False)


def coloured(stroke: str, fill: str, width: float = 0.0) -> str:
    """Return the attributes that colour a shape. ValueError for an unknown name.

    >>> coloured("blue", "none", 1.5)
    ' class="s-blue" stroke-width="1.5"'
    """
    for name in (stroke, fill):
        if name != "none" and name not in COLOURS:
            known = ", ".join(sorted(COLOURS))
            raise ValueError(say("no colour {!r}: {}", name, known))
    names = [f"s-{stroke}"] * (stroke != "none") + [f"f-{fill}"] * (fill != "none")
    wide = f' stroke-width="{number(width)}"' if stroke != "none" else ""
    return f' class="{" ".join(names)}"{wide}'


def _style(elements: str) -> str:
    """Return the rules of the colours used, for light and for dark."""
    rules = [
        "".join(
            f".purenet .{kind[0]}-{name}{{{kind}:{hexadecimal(both[on_dark])}}}"
            for kind in ("fill", "stroke")
            for name, both in COLOURS.items()
            if f"{kind[0]}-{name}" in elements
        )
        for on_dark in (0, 1)
    ]
    return (
        f".purenet{{{_FONT}}}.purenet path,.purenet circle{{fill:none}}{rules[0]}"
        f"@media(prefers-color-scheme:dark){{{rules[1]}}}"
    )


def hexadecimal(colour: Colour) -> str:
    """Return a colour as SVG writes it: #b2182b, or #f00 where it can be short.

    >>> hexadecimal((255, 0, 0)), hexadecimal((178, 24, 43))
    ('#f00', '#b2182b')
    """
    text = "{:02x}{:02x}{:02x}".format(*colour)
    return "#" + (text[::2] if text[::2] == text[1::2] else text)
