"""What the package's pen does not draw, for the network that comes along to know.

More hands than `purenet.data.handwriting` has, of East Asia above all; and what is no
digit: letters and signs, two or three digits in one, scribbles. All of it is drawn by
the same pen, from ways_more.txt beside this module.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from pathlib import Path

from purenet.data import handwriting, pen
from purenet.data.handwriting import Stroke
from purenet.data.image import SIDE, Image
from purenet.photos.blots import blots, only
from purenet.photos.rules import Rows, turned
from purenet.photos.scan import fitted

MORE = handwriting.read(
    Path(__file__).with_name("ways_more.txt").read_text(encoding="utf-8")
)
NONE = 10  # the label of what is no digit, in ways_more.txt, too
WORLD = handwriting._wider(handwriting.ways("world"), MORE)
# Of what is no digit so much are letters and signs, and so much two or three digits.
LETTERS, SEVERAL = 0.62, 0.22


def digits(seed: int, count: int) -> Iterator[tuple[Image, int]]:
    """Yield digits as all these hands write them, and which they are."""
    rng = random.Random(seed)
    for _ in range(count):
        label = rng.randrange(10)
        yield _digit(label, rng), label


def none(seed: int, count: int) -> Iterator[tuple[Image, int]]:
    """Yield images that are no digits."""
    rng = random.Random(seed)
    for _ in range(count):
        which = rng.random()
        if which < LETTERS:
            yield pen.write(pen.pick(MORE[NONE], rng), rng, _hand(rng)), NONE
        elif which < LETTERS + SEVERAL:
            yield _several(rng), NONE
        else:
            yield _scribble(rng), NONE


def _digit(label: int, rng: random.Random) -> Image:
    return pen.write(pen.pick(WORLD[label], rng), rng, pen.HANDS["world"])


def _hand(rng: random.Random) -> pen.Hand:
    """Return one that writes letters: neat ones as in print, or as they come."""
    if rng.random() < 0.45:
        miss, upright = rng.uniform(0, 4), rng.choice((0, 0, 0.2))
        narrow, width = rng.uniform(0.6, 1.0), rng.uniform(1.8, 4.5)
        return pen.Hand(0, miss, upright, 0.05, 0.03, narrow, 0.15, width, 0.2)
    return pen.Hand(0, rng.uniform(4, 11), 0.12, 0.4, 0.17, 0.8, 0.3, 2.7, 0.4)


def _several(rng: random.Random) -> Image:
    """Return two or three digits beside each other, or one above the other."""
    count = 3 if rng.random() < 0.25 else 2
    inks = [_ink(_digit(rng.randrange(10), rng)) for _ in range(count)]
    down = rng.random() < 0.12
    inks = [turned(ink) for ink in inks] if down else inks
    row, *others = inks
    for ink in others:
        gap = rng.randrange(-3, 7)
        high, wide = max(len(row), len(ink)), len(row[0]) + gap + len(ink[0])
        both = [[0.0] * wide for _ in range(high)]
        for rows, left in ((row, 0), (ink, wide - len(ink[0]))):
            top = rng.randrange(high - len(rows) + 1)
            for y, line in enumerate(rows, top):
                for x, value in enumerate(line, left):
                    if 0 <= x < wide:
                        both[y][x] = max(both[y][x], value)
        row = both
    return fitted(turned(row) if down else row)


def _ink(image: Image) -> Rows:
    levels = [grey / 255 for grey in bytes(image)]
    rows = [levels[y : y + SIDE] for y in range(0, len(levels), SIDE)]
    return only(rows, blots(rows))


def _scribble(rng: random.Random) -> Image:
    """Return strokes from anywhere to anywhere; now and then a mere dot."""
    strokes: list[Stroke] = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        points = [(rng.uniform(0, 100), rng.uniform(0, 100))
                  for _ in range(rng.randrange(4, 14))]  # fmt: skip
        if rng.random() < 0.3:  # to and fro
            points = [(x + rng.gauss(0, 20), y + rng.gauss(0, 20))
                      for _ in range(3) for x, y in points]  # fmt: skip
        corners = [1 + (rng.random() < 0.2) for _ in points]
        strokes.append([p for p, n in zip(points, corners) for _ in range(n)])
    if rng.random() < 0.12:
        x, y = rng.uniform(40, 60), rng.uniform(40, 60)
        beside = x + rng.uniform(0, 12), y + rng.uniform(0, 12)
        if rng.random() < 0.3:
            return pen.scan(pen.ink([[(x, y), beside, (x, y + 6)]], pen.THICKEST))
        return fitted([[1.0] * rng.randrange(2, 6)] * rng.randrange(2, 6))
    width = min(6.0, max(1.0, 2.7 * math.exp(rng.gauss(0, 0.4))))
    return pen.scan(pen.ink([pen.smooth(stroke) for stroke in strokes], width))
