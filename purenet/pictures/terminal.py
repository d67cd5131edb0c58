"""Digits and weights in a terminal, two pixels to a character.

A character cell is about twice as high as wide, so the upper half block in one colour
on a background of another shows two square pixels (`purenet.console.terminal` has the
styles). All functions return lines of text; those of a picture are equally wide.
>>> from purenet.data.image import Image
>>> bar = Image((bytes(12) + bytes([255] * 4) + bytes(12)) * 28)
>>> digit(bar)[0].strip()
'@@@@'
>>> digit(bar, "blocks")[0].strip()
'████'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from purenet.console.terminal import check_style, padded, width
from purenet.pictures.pixels import (
    WHITE,
    Colour,
    around_zero,
    check_names,
    grey_rows,
    in_rows,
)
from purenet.words import say

_DENSITY = " .:-=+*#%@"
_POSITIVE = " .+*#"
_NEGATIVE = " ,-=%"
RESET = "\x1b[0m"
_GAP = "  "  # between pictures beside each other

_Pixel = TypeVar("_Pixel")


def digit(image: Sequence[float], style: str = "ascii") -> list[str]:
    """Draw a digit: 14 lines of 28 columns for 28 x 28 pixels.

    image: an Image, or any square number of floats from 0.0 to 1.0.
    """
    return grey_picture(grey_rows(image), style)


def grey_picture(rows: Sequence[Sequence[int]], style: str = "ascii") -> list[str]:
    """Draw rows of grey levels (0 white to 255 black), two rows to a line.

    >>> grey_picture([[0, 255], [0, 255], [0, 255]])
    [' @', ' =']
    """
    check_style(style)
    if style in ("24-bit", "256"):
        return _coloured([[(255 - level,) * 3 for level in row] for row in rows], style)
    if style == "blocks":
        return [
            "".join(" ▄▀█"[2 * (a > 127) + (b > 127)] for a, b in zip(upper, lower))
            for upper, lower in _pairs(rows, 0)
        ]
    steps = len(_DENSITY)
    return [
        "".join(_DENSITY[(a + b) * steps // 511] for a, b in zip(upper, lower))
        for upper, lower in _pairs(rows, 0)
    ]


def weights(values: Sequence[float], style: str = "ascii") -> list[str]:
    """Draw what a neuron looks at: its weights as a picture around zero.

    values: side x side weights; the largest is drawn strongest, red for positive and
    blue for negative; without colours + * # and - = %.

    >>> weights([1.0, -1.0, 1.0, -1.0])
    ['#%']
    """
    check_style(style)
    rows, largest = in_rows(values), max(map(abs, values)) or 1.0
    if style in ("24-bit", "256"):
        coloured = [[around_zero(w, largest) for w in row] for row in rows]
        return _coloured(coloured, style)
    return [
        "".join(_sign((a + b) / 2 / largest) for a, b in zip(upper, lower))
        for upper, lower in _pairs(rows, 0.0)
    ]


def weights_legend(style: str) -> str:
    """Say how weights are drawn.

    >>> weights_legend("256")
    'Ink on red speaks for the neuron, ink on blue against it.'
    """
    if style in ("24-bit", "256"):
        return say("Ink on red speaks for the neuron, ink on blue against it.")
    return say("Ink on + * # speaks for the neuron, ink on , - = % against it.")


def _sign(share: float) -> str:
    """Return the character of a weight's share of the largest, -1 to 1."""
    steps = min(len(_POSITIVE) - 1, int(abs(share) * len(_POSITIVE)))
    return _POSITIVE[steps] if share > 0 else _NEGATIVE[steps]


def side_by_side(
    pictures: Sequence[Sequence[str]], captions: Sequence[str] = (), columns: int = 80
) -> list[str]:
    """Put pictures beside each other, each with its caption below.

    captions: none, or one each; a new row of pictures begins where columns end.

    >>> for line in side_by_side([["##", "##"], ["@@", "@@"]], ["a", "b"]):
    ...     print(line.rstrip())
    ##  @@
    ##  @@
    a   b
    """
    check_names(captions, pictures)
    tiles = [
        [*picture, caption] if captions else [*picture]
        for picture, caption in zip(pictures, captions or [""] * len(pictures))
    ]
    widest = max((width(line) for tile in tiles for line in tile), default=0)
    per_row = max(1, (columns + len(_GAP)) // (widest + len(_GAP)))
    lines: list[str] = []
    for first in range(0, len(tiles), per_row):
        if first:
            lines.append("")
        for beside in zip_longest(*tiles[first : first + per_row], fillvalue=""):
            lines.append(_GAP.join(padded(line, widest) for line in beside))
    return lines


def digits(
    images: Sequence[Sequence[float]], captions: Sequence[str] = (),
    style: str = "ascii", columns: int = 80,
) -> list[str]:  # fmt: skip
    """Draw digits side by side, one pixel of margin around: three in 80 columns.

    >>> from purenet.data.image import Image
    >>> one = Image((bytes(12) + bytes([255] * 4) + bytes(12)) * 28)
    >>> digits([one, one], ["a 1", "also"])[0].rstrip()
    ' @@@@    @@@@'
    """
    pictures = [grey_rows(image) for image in images]
    ys = [y for rows in pictures for y, row in enumerate(rows) if any(row)]
    xs = [x for rows in pictures for x, column in enumerate(zip(*rows)) if any(column)]
    if ys:
        top, bottom = max(0, min(ys) - 1), max(ys) + 2
        left, right = max(0, min(xs) - 1), max(xs) + 2
        pictures = [[row[left:right] for row in rows[top:bottom]] for rows in pictures]
    drawn = [grey_picture(rows, style) for rows in pictures]
    return side_by_side(drawn, captions, columns)


def half_size(values: Sequence[float]) -> list[float]:
    """Return a square picture at half its side, by means of 2 x 2 pixels.

    >>> half_size([0.0, 1.0, 1.0, 0.0])
    [0.5]
    """
    rows = in_rows(values)
    return [
        (upper[x] + upper[x + 1] + lower[x] + lower[x + 1]) / 4
        for upper, lower in zip(rows[::2], rows[1::2])
        for x in range(0, len(upper) - 1, 2)
    ]


def _pairs(
    rows: Sequence[Sequence[_Pixel]], blank: _Pixel
) -> Iterator[tuple[Sequence[_Pixel], Sequence[_Pixel]]]:
    """Rows two by two; a last one without a partner gets blanks."""
    return zip_longest(rows[::2], rows[1::2], fillvalue=[blank] * len(rows[0]))


def _coloured(rows: Sequence[Sequence[Colour]], style: str) -> list[str]:
    """Draw rows of colours with upper half blocks, two rows to a line."""
    lines = []
    for upper, lower in _pairs(rows, WHITE):
        line, before = "", ""
        for above, below in zip(upper, lower):
            colours = colour_code(above, style), colour_code(below, style)
            escape = "\x1b[38;{};48;{}m".format(*colours)
            line += "▀" if escape == before else escape + "▀"
            before = escape
        lines.append(line + RESET)
    return lines


def colour_code(colour: Colour, style: str) -> str:
    """Return what names a colour after 38; (writing) or 48; (ground).

    In style "256": the nearest of 24 greys and a cube of 6 x 6 x 6 colours.

    >>> colour_code((255, 0, 0), "24-bit"), colour_code((255, 0, 0), "256")
    ('2;255;0;0', '5;196')
    """
    red, green, blue = colour
    if style == "24-bit":
        return f"2;{red};{green};{blue}"
    if red == green == blue:
        step = round((red - 8) / 10)
        if step < 0:
            return "5;16"
        return f"5;{232 + step}" if step < 24 else "5;231"
    r, g, b = (0 if c < 48 else 1 if c < 115 else (c - 35) // 40 for c in colour)
    return f"5;{16 + 36 * r + 6 * g + b}"
