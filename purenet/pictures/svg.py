"""Drawings written as SVG.

SVG is text, so a picture can be kept beside the program that draws it and be
compared byte by byte. For that, numbers are written in one way (`number`) and
nothing depends on the time or the machine. Whether the colours for light or
for dark surroundings are shown is decided where the picture is looked at
(`prefers-color-scheme`); the paper belongs to the picture.

>>> line = Lines([[(0, 0), (20, 10)]], stroke="blue", width=1.5, fill="none")
>>> print(written(20, 10, "a line", [line]).splitlines()[-2])
<path d="M0 0L20 10" class="s-blue" stroke-width="1.5"/>
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from xml.sax.saxutils import escape

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

FONT = "font-family:system-ui,sans-serif;font-size:13px"


def written(width: float, height: float, title: str, shapes: Sequence[Shape]) -> str:
    """Return a drawing of these shapes as the text of an SVG file.

    >>> written(8, 8, "a < b", []).splitlines()[1]
    '<title>a &lt; b</title>'
    """
    wide, high = number(width), number(height)
    title = xml_text(title)
    label = title.replace('"', "&quot;")
    elements = [_element(shape) for shape in shapes]
    return "\n".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg" class="purenet"'
            f' width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
            f' role="img" aria-label="{label}">',
            f"<title>{title}</title>",
            f"<style>{_style(''.join(elements))}</style>",
            *elements,
            "</svg>\n",
        ]
    )


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
    return escape(
        "".join(
            letter if letter >= " " and not "\ud800" <= letter <= "\udfff" else "?"
            for letter in words
        )
    )


def _style(elements: str) -> str:
    """Return the rules of the colours used, for light and for dark."""
    rules = [
        "".join(
            f".purenet .{kind[0]}-{name}{{{kind}:{_hex(COLOURS[name][on_dark])}}}"
            for kind in ("fill", "stroke")
            for name in COLOURS
            if f"{kind[0]}-{name}" in elements
        )
        for on_dark in (0, 1)
    ]
    return (
        f".purenet{{{FONT}}}.purenet path,.purenet circle{{fill:none}}{rules[0]}"
        f"@media(prefers-color-scheme:dark){{{rules[1]}}}"
    )


def _colours(stroke: str, fill: str, width: float = 0.0) -> str:
    """Return the attributes that colour a shape."""
    names = [f"s-{stroke}"] * (stroke != "none") + [f"f-{fill}"] * (fill != "none")
    wide = f' stroke-width="{number(width)}"' if stroke != "none" else ""
    return f' class="{" ".join(names)}"{wide}'


@singledispatch
def _element(shape: object) -> str:
    """Return one shape as an SVG element."""
    raise TypeError(say("{!r} is no shape", shape))


@_element.register
def _(shape: Lines) -> str:
    d = "".join(_path(line) for line in shape.lines)
    return f'<path d="{d}"{_colours(shape.stroke, shape.fill, shape.width)}/>'


def _path(line: Sequence[Point]) -> str:
    """Return a line in the letters of SVG: M to begin, L on, Z closed."""
    closed = len(line) > 2 and line[0] == line[-1]
    points = line[:-1] if closed else line
    places = (f"{number(x)} {number(y)}" for x, y in points)
    return "M" + "L".join(places) + "Z" * closed


@_element.register
def _(shape: Circle) -> str:
    return (
        f'<circle cx="{number(shape.x)}" cy="{number(shape.y)}"'
        f' r="{number(shape.radius)}"'
        f"{_colours(shape.stroke, shape.fill, shape.width)}/>"
    )


@_element.register
def _(shape: Box) -> str:
    corner = f' rx="{number(shape.corner)}"' if shape.corner else ""
    pale = f' opacity="{number(shape.opacity)}"' if shape.opacity != 1 else ""
    return (
        f'<rect x="{number(shape.x)}" y="{number(shape.y)}"'
        f' width="{number(shape.width)}" height="{number(shape.height)}"'
        f"{corner}{_colours('none', shape.fill)}{pale}/>"
    )


@_element.register
def _(shape: Words) -> str:
    where = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
    x, y = number(shape.x), number(shape.y)
    turned = f' transform="rotate(-90 {x} {y})"' if shape.upwards else ""
    return (
        f'<text x="{x}" y="{y}"{where}{turned}{_colours("none", shape.fill)}>'
        f"{xml_text(shape.words)}</text>"
    )


@_element.register
def _(shape: Tile) -> str:
    """Draw neighbouring pixels of one colour as one stroke, one path a colour."""
    runs: dict[Colour, str] = {}
    for y, row in enumerate(shape.rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end] == row[x]:
                end += 1
            runs[row[x]] = runs.get(row[x], "") + f"M{x} {y}h{end - x}"
            x = end
    width, height = len(shape.rows[0]), len(shape.rows)
    runs.pop((255, 255, 255), None)
    paths = "".join(
        f'<path stroke="{_hex(colour)}" d="{runs[colour]}"/>' for colour in sorted(runs)
    )
    return (
        f'<g transform="translate({number(shape.x)} {number(shape.y)})'
        f' scale({shape.size / width:.6g})" shape-rendering="crispEdges">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<g transform="translate(0 .5)">{paths}</g></g>'
    )


def _hex(colour: Colour) -> str:
    """Return a colour as SVG writes it, short where it can be.

    >>> _hex((255, 0, 0)), _hex((178, 24, 43))
    ('#f00', '#b2182b')
    """
    text = "{:02x}{:02x}{:02x}".format(*colour)
    return "#" + (text[::2] if text[::2] == text[1::2] else text)
