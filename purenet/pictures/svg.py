"""SVG: colours, numbers and words as they stand in a file, and the file itself.

Numbers are written in one way (`number`) and nothing depends on the time or the
machine, so that files can be compared byte by byte. The page that shows a picture
chooses between the colours for light and for dark (`prefers-color-scheme`). Those of
curves differ in lightness too, for readers who see colours otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from purenet.pictures.pixels import Colour
from purenet.words import say

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
