"""A photograph of a number on paper, made by program: no one's own handwriting.

The pen of `purenet.data.pen` writes with strokes, so its digits can be drawn as
large as a photograph shows them, not only 28 pixels. Then the paper: light from
one side, a soft shadow, grain.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from purenet.data import handwriting, pen

SIDE = pen.PAPER // 2  # pixels of a digit on the photograph
STEP, EDGE = 86, 30  # from digit to digit, and around them
PAPER, PEN = 205, 55
SEED = 41
NUMBER = (5, 0, 4, 1, 9, 2)  # the book's


def photograph(digits: Sequence[int], seed: int = SEED) -> list[list[int]]:
    """Return rows of grey levels: the digits in a row, on paper in the shade.

    >>> rows = photograph([5, 0])
    >>> len(rows), len(rows[0])
    (140, 226)
    """
    rng = random.Random(seed)
    width, height = STEP * (len(digits) - 1) + SIDE + 2 * EDGE, SIDE + 2 * EDGE
    inked = [[0.0] * width for _ in range(height)]
    for place, digit in enumerate(digits):
        left, top = EDGE + STEP * place, EDGE + rng.randrange(-8, 9)
        for y, row in enumerate(written(digit, rng)):
            inked[top + y][left : left + SIDE] = row
    return [
        [_seen(share, x, y, rng) for x, share in enumerate(row)]
        for y, row in enumerate(inked)
    ]


def written(digit: int, rng: random.Random) -> list[list[float]]:
    """Return how much ink is on each pixel: every way of the world, a ballpoint."""
    way = pen.pick(handwriting.ways("world")[digit], rng)
    hand = pen.HANDS["world"]
    strokes = pen.lean(pen.wobble(way.strokes, rng, hand), rng, hand)
    lines = pen.ink([pen.smooth(stroke) for stroke in strokes], 1.3)
    bits = [[line >> x & 1 for x in range(pen.PAPER)] for line in lines]
    return [
        [
            (bits[y][x] + bits[y][x + 1] + bits[y + 1][x] + bits[y + 1][x + 1]) / 4
            for x in range(0, pen.PAPER, 2)
        ]
        for y in range(0, pen.PAPER, 2)
    ]


def _seen(share: float, x: int, y: int, rng: random.Random) -> int:
    """Return the grey of a pixel: paper and ink under a shadow, with grain."""
    shade = 0.62 + 0.38 / (1 + math.exp((x - 2 * y - 120) / 30))
    level = (PAPER + share * (PEN - PAPER)) * shade
    return 3 * min(85, max(0, round((level + rng.uniform(-4, 4)) / 3)))
