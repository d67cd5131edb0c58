"""Drawings painted into pixels, and so into PNG files.

Where SVG is not shown a picture of pixels is. The colours are those for light
surroundings. Edges are softened: a pixel that a line covers by half takes half
its colour.

>>> drawing = Drawing(8, 4, "a line")
>>> drawing.line(0, 2, 8, 2, "ink", 2)
>>> canvas = painted(drawing)
>>> canvas.rows()[0][0], canvas.rows()[1][0]
((255, 255, 255), (31, 35, 40))
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import singledispatch

from purenet.pictures import font, png
from purenet.pictures.drawing import Drawing
from purenet.pictures.pixels import WHITE, Colour
from purenet.pictures.shapes import (
    COLOURS,
    Box,
    Circle,
    Lines,
    Point,
    Tile,
    Words,
)
from purenet.words import say

LETTER = 2  # pixels a dot of a letter


class Canvas:
    """White paper of width x height pixels that takes colour.

    >>> canvas = Canvas(2, 1)
    >>> canvas.mix(1, 0, (0, 0, 0), share=0.6)
    >>> canvas.rows()
    [[(255, 255, 255), (102, 102, 102)]]
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._rows = [[WHITE] * width for _ in range(height)]

    def rows(self) -> list[list[Colour]]:
        """Return the pixels, row by row.

        >>> Canvas(2, 1).rows()
        [[(255, 255, 255), (255, 255, 255)]]
        """
        return self._rows

    def mix(self, x: int, y: int, colour: Colour, share: float = 1.0) -> None:
        """Give a pixel a share of a colour; beyond the edges do nothing.

        >>> canvas = Canvas(2, 1)
        >>> canvas.mix(1, 0, (0, 0, 0), share=0.6)
        >>> canvas.rows()
        [[(255, 255, 255), (102, 102, 102)]]
        """
        if 0 <= x < self.width and 0 <= y < self.height and share > 0:
            if share >= 1.0:
                self._rows[y][x] = colour
                return
            r, g, b = self._rows[y][x]
            self._rows[y][x] = (
                round(r + share * (colour[0] - r)),
                round(g + share * (colour[1] - g)),
                round(b + share * (colour[2] - b)),
            )


def written(drawing: Drawing) -> bytes:
    """Return a drawing as the bytes of a PNG file.

    >>> written(Drawing(4, 4, "nothing"))[:4]
    b'\\x89PNG'
    """
    return png.encode(painted(drawing).rows())


def painted(drawing: Drawing) -> Canvas:
    """Return a canvas on which the drawing's shapes are painted.

    >>> painted(Drawing(4, 3, "nothing")).width
    4
    """
    canvas = Canvas(math.ceil(drawing.width), math.ceil(drawing.height))
    for shape in drawing.shapes:
        _paint(shape, canvas)
    return canvas


@singledispatch
def _paint(shape: object, canvas: Canvas) -> None:
    """Paint one shape."""
    raise TypeError(say("{!r} is no shape", shape))


@_paint.register
def _(shape: Lines, canvas: Canvas) -> None:
    for line in shape.lines:
        if shape.fill != "none":
            _fill(canvas, line, COLOURS[shape.fill][0])
        if shape.stroke != "none":
            for start, end in zip(line, line[1:]):
                _stroke(canvas, start, end, shape.width, COLOURS[shape.stroke][0])


def _stroke(canvas: Canvas, a: Point, b: Point, width: float, colour: Colour) -> None:
    """Paint a straight line: step along its longer direction, look across.

    A pixel's share is how far the line's edge reaches over its middle, and a
    line thinner than a pixel is paler.
    """
    if abs(b[1] - a[1]) > abs(b[0] - a[0]):
        _stroke_across(canvas, (a[1], a[0]), (b[1], b[0]), width, colour, True)
    else:
        _stroke_across(canvas, a, b, width, colour, False)


def _stroke_across(
    canvas: Canvas, a: Point, b: Point, width: float, colour: Colour, swapped: bool
) -> None:
    """Paint a line that is longer in its first direction than in its second."""
    if b[0] < a[0]:
        a, b = b, a
    slope = (b[1] - a[1]) / (b[0] - a[0]) if b[0] > a[0] else 0.0
    shorten = 1 / math.sqrt(1 + slope * slope)
    half, strength = max(width, 1.0) / 2, min(1.0, width)
    edge = canvas.height if swapped else canvas.width
    for along in range(max(0, math.floor(a[0])), min(edge, math.ceil(b[0]))):
        covered = min(along + 1.0, b[0]) - max(float(along), a[0])
        middle = a[1] + slope * (along + 0.5 - a[0])
        reach = half / shorten + 1
        for across in range(math.floor(middle - reach), math.ceil(middle + reach)):
            away = abs(across + 0.5 - middle) * shorten
            share = min(1.0, half + 0.5 - away) * strength * covered
            x, y = (across, along) if swapped else (along, across)
            canvas.mix(x, y, colour, share)


def _fill(canvas: Canvas, line: Sequence[Point], colour: Colour) -> None:
    """Paint what is inside a closed line; a pixel's share from nine points."""
    left, right = min(x for x, _ in line), max(x for x, _ in line)
    top, bottom = min(y for _, y in line), max(y for _, y in line)
    points = (1 / 6, 1 / 2, 5 / 6)
    for y in range(math.floor(top), math.ceil(bottom)):
        for x in range(math.floor(left), math.ceil(right)):
            inside = sum(
                _inside(line, x + dx, y + dy) for dx in points for dy in points
            )
            canvas.mix(x, y, colour, inside / 9)


def _inside(line: Sequence[Point], x: float, y: float) -> bool:
    """Say whether a point is inside: to its right the line passes it oddly often."""
    odd = False
    for (x1, y1), (x2, y2) in zip(line, [*line[1:], line[0]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            odd = not odd
    return odd


@_paint.register
def _(shape: Circle, canvas: Canvas) -> None:
    reach = shape.radius + shape.width
    for y in range(math.floor(shape.y - reach), math.ceil(shape.y + reach)):
        for x in range(math.floor(shape.x - reach), math.ceil(shape.x + reach)):
            away = math.sqrt((x + 0.5 - shape.x) ** 2 + (y + 0.5 - shape.y) ** 2)
            if shape.fill != "none":
                share = shape.radius + 0.5 - away
                canvas.mix(x, y, COLOURS[shape.fill][0], share)
            if shape.stroke != "none":
                share = shape.width / 2 + 0.5 - abs(away - shape.radius)
                canvas.mix(x, y, COLOURS[shape.stroke][0], share)


@_paint.register
def _(shape: Box, canvas: Canvas) -> None:
    left, right = whole(shape.x), whole(shape.x + shape.width)
    for y in range(whole(shape.y), whole(shape.y + shape.height)):
        for x in range(left, right):
            canvas.mix(x, y, COLOURS[shape.fill][0], shape.opacity)


@_paint.register
def _(shape: Words, canvas: Canvas) -> None:
    width = (4 * len(shape.words) - 1) * LETTER
    shares = {"start": 0.0, "middle": 0.5, "end": 1.0}
    start = -whole(shares[shape.anchor] * width)
    for number, letter in enumerate(shape.words):
        for dy, row in enumerate(font.rows(letter)):
            for dx, dot in enumerate(row):
                if dot == "#":
                    right = start + (4 * number + dx) * LETTER
                    _dot(canvas, shape, right, (dy - 5) * LETTER)


def _dot(canvas: Canvas, shape: Words, right: int, down: int) -> None:
    """Paint a dot of a letter, so far from where the words stand."""
    for dy in range(down, down + LETTER):
        for dx in range(right, right + LETTER):
            ahead, aside = (dy, -dx) if shape.upwards else (dx, dy)
            x, y = whole(shape.x) + ahead, whole(shape.y) + aside
            canvas.mix(x, y, COLOURS[shape.fill][0])


@_paint.register
def _(shape: Tile, canvas: Canvas) -> None:
    pixel = shape.size / len(shape.rows[0])
    for dy in range(whole(pixel * len(shape.rows))):
        row = shape.rows[int(dy / pixel)]
        for dx in range(whole(shape.size)):
            at = whole(shape.x) + dx, whole(shape.y) + dy
            canvas.mix(*at, row[int(dx / pixel)])


def whole(x: float) -> int:
    """Round half up, always, so that neighbours stay neighbours.

    >>> whole(0.5), whole(1.5), whole(2.5)
    (1, 2, 3)
    """
    return math.floor(x + 0.5)
