"""A pen that writes digits: from a few strokes to 28 x 28 grey levels.

A way of writing a digit is a few points on squared paper (`purenet.data.handwriting`
has them all). What makes a thousand digits of one way is what a hand does
to it:

1. habits   points move together, as they do from one writer to another;
2. wobble   every point is missed by a little;
3. lean     the digit is slanted, turned, made wide or narrow;
4. smooth   corners are cut until the line is round;
5. ink      a round pen goes along the line over fine-grained paper;
6. scan     8 x 8 grains make one grey level, and the digit is put where MNIST
            puts it: its box fills 20 x 20 pixels, its centre of mass lies at
            pixel 14, 14.

A network (784-30-10, scaled weights, 15 epochs) that learned from 5,000 drawn digits
reads 91.2 % of MNIST's 50,000 training images; from as many real ones, 92.9 %. Ways
drawn by eye gave 83.1 %, and normal distributions less than these even ones.

>>> import random
>>> draw(7, random.Random(3))
<Image 28 x 28, 129 pixels not white>
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from purenet.data.handwriting import Point, Stroke, Way, ways
from purenet.data.image import SIDE, Image
from purenet.words import say

BOX = 20  # pixels: the larger side of a digit, as in MNIST
GRAIN = 8  # grains of the paper along one pixel: eight bits, one byte
PAPER = BOX * GRAIN
THINNEST, THICKEST = 1.0, 6.0  # pens, in pixels


class Hand(NamedTuple):
    """How far a hand goes; anything between the limits is as likely.

    habit: how much of the habits; wobble: how far a point is missed, in hundredths of
    the height; upright, slant: how far the top leans to the right, in the middle and
    around it, in heights; turn: radians; narrow: the usual width of a digit drawn 100 x
    100, aspect: around it, as a logarithm; width, pen: of the usual pen, in pixels, and
    the standard deviation of its logarithm.
    """

    habit: float = 1.0
    wobble: float = 13.0
    upright: float = 0.12
    slant: float = 0.46
    turn: float = 0.17
    narrow: float = 0.75
    aspect: float = 0.34
    width: float = 2.5
    pen: float = 0.27


# The world's pens differ more: from a ballpoint to a felt pen.
HANDS = {"mnist": Hand(), "world": Hand(width=2.7, pen=0.4)}
# A hand that never varies: it writes a way just as it is given.
STILL = Hand(0.0, 0.0, 0.0, 0.0, 0.0, 0.75, 0.0, 2.5, 0.0)


def draw(digit: int, rng: random.Random, whose: str = "mnist") -> Image:
    """Return a digit, written in one of its ways, by mnist's hands or the world's.

    >>> draw(3, random.Random(1)) == draw(3, random.Random(1))
    True
    >>> draw(10, random.Random(3))
    Traceback (most recent call last):
        ...
    ValueError: the pen writes the digits 0 to 9, not 10
    """
    if digit not in range(10):
        raise ValueError(say("the pen writes the digits 0 to 9, not {}", digit))
    return write(pick(ways(whose)[digit], rng), rng, HANDS[whose])


def write(way: Way, rng: random.Random, hand: Hand) -> Image:
    """Return a way as a hand writes it.

    >>> write(pick(ways("mnist")[1], random.Random(0)), random.Random(0), STILL)
    <Image 28 x 28, 74 pixels not white>
    """
    strokes = way.strokes
    for habit in way.habits:
        strokes = follow(strokes, habit, hand.habit * rng.uniform(-1.0, 1.0))
    strokes = lean(wobble(strokes, rng, hand), rng, hand)
    width = hand.width * math.exp(rng.gauss(0.0, hand.pen))
    width = min(max(width, THINNEST), THICKEST)
    return scan(ink([smooth(stroke) for stroke in strokes], width))


def pick(known: Sequence[Way], rng: random.Random) -> Way:
    """Return one way, a way of share 2 twice as often as one of share 1."""
    ball = rng.random() * sum(way.share for way in known)
    for way in known:
        ball -= way.share
        if ball < 0:
            return way
    return known[-1]


def follow(strokes: list[Stroke], habit: list[Stroke], part: float) -> list[Stroke]:
    """Return the strokes with every point moved by part of what a habit says.

    >>> follow([[(50.0, 0.0), (50.0, 100.0)]], [[(8.0, 0.0), (-8.0, 0.0)]], 0.5)
    [[(54.0, 0.0), (46.0, 100.0)]]
    """
    return [
        [(x + part * dx, y + part * dy) for (x, y), (dx, dy) in zip(stroke, moves)]
        for stroke, moves in zip(strokes, habit)
    ]


def wobble(strokes: list[Stroke], rng: random.Random, hand: Hand) -> list[Stroke]:
    """Return the strokes as a hand hits them: the two points of a corner alike."""
    missed = []
    for stroke in strokes:
        points: list[Point] = []
        before = None
        for x, y in stroke:
            if (x, y) != before:
                dx = rng.uniform(-hand.wobble, hand.wobble)
                dy = rng.uniform(-hand.wobble, hand.wobble)
            points.append((x + dx, y + dy))
            before = (x, y)
        missed.append(points)
    return missed


def lean(strokes: list[Stroke], rng: random.Random, hand: Hand) -> list[Stroke]:
    """Return the strokes slanted, turned and stretched.

    >>> rng = random.Random(1)
    >>> lean(wobble([[(0.0, 0.0), (100.0, 100.0)]], rng, STILL), rng, STILL)
    [[(0.0, 0.0), (75.0, 100.0)]]
    """
    slant = hand.upright + rng.uniform(-hand.slant, hand.slant)
    turn = rng.uniform(-hand.turn, hand.turn)
    aspect = hand.narrow * math.exp(rng.uniform(-hand.aspect, hand.aspect))
    cos, sin = math.cos(turn), math.sin(turn)
    slanted = [[(x * aspect - y * slant, y) for x, y in stroke] for stroke in strokes]
    return [[(x * cos - y * sin, x * sin + y * cos) for x, y in s] for s in slanted]


def smooth(stroke: Stroke, times: int = 3) -> Stroke:
    """Return the stroke with its corners cut (G. Chaikin's way, 1974).

    >>> smooth([(0, 0), (8, 0), (8, 8)], times=1)
    [(0, 0), (2.0, 0.0), (6.0, 0.0), (8.0, 2.0), (8.0, 6.0), (8, 8)]
    """
    for _ in range(times):
        cut: list[Point] = [stroke[0]]
        for (x, y), (u, v) in zip(stroke, stroke[1:]):
            cut.append((0.75 * x + 0.25 * u, 0.75 * y + 0.25 * v))
            cut.append((0.25 * x + 0.75 * u, 0.25 * y + 0.75 * v))
        cut.append(stroke[-1])
        stroke = cut
    return stroke


@lru_cache
def _nib(size: int) -> list[int]:
    """Return a disc of ink, size grains across, as rows of bits."""
    squares = [(place - (size - 1) / 2) ** 2 for place in range(size)]
    return [
        sum(1 << column for column, x in enumerate(squares) if x + y < size * size / 4)
        for y in squares
    ]


def ink(strokes: list[Stroke], width: float) -> list[int]:
    """Return the paper after a pen so wide: PAPER rows of PAPER bits, 1 for ink.

    Each row is one whole number, so a row of the nib is inked with a shift and an "or".

    >>> paper = ink([[(0.0, 0.0), (0.0, 100.0)]], width=2.0)
    >>> len(paper), bin(paper[80]).count("1")
    (160, 16)
    """
    size = int(width * GRAIN)
    paper, nib = [0] * PAPER, _nib(size)
    for stroke in _on_paper(strokes, PAPER - size - 1):
        for column, line in _trail(stroke, max(2.0, size / 6)):
            for row, bits in enumerate(nib, line):
                paper[row] |= bits << column
    return paper


def _on_paper(strokes: list[Stroke], room: int) -> list[Stroke]:
    """Return the strokes moved and scaled so that they just fill the room."""
    xs = [x for stroke in strokes for x, _ in stroke]
    ys = [y for stroke in strokes for _, y in stroke]
    scale = room / max(max(xs) - min(xs), max(ys) - min(ys), 1.0)
    left = (min(xs) + max(xs) - room / scale) / 2
    top = (min(ys) + max(ys) - room / scale) / 2
    return [[((x - left) * scale, (y - top) * scale) for x, y in s] for s in strokes]


def _trail(stroke: Stroke, step: float) -> Iterator[tuple[int, int]]:
    """Yield the grains along a stroke where the nib comes down, step apart."""
    x, y = stroke[0]
    for u, v in stroke:
        times = int(max(abs(u - x), abs(v - y)) / step) + 1
        for time in range(1, times + 1):
            part = time / times
            yield int(x + part * (u - x) + 0.5), int(y + part * (v - y) + 0.5)
        x, y = u, v


COUNT = bytes(bin(byte).count("1") for byte in range(256))
GREY = bytes(min(255, count * 4) for count in range(256))


def scan(paper: list[int]) -> Image:
    """Return the paper as an Image, its centre of mass at pixel 14, 14.

    A byte of a row is one pixel's width of grains; eight rows of counted
    grains are added up as whole numbers, for 8 x 8 is less than a byte holds.

    >>> scan(ink([[(0.0, 0.0), (0.0, 100.0)]], width=2.0))
    <Image 28 x 28, 40 pixels not white>
    """
    rows = []
    for top in range(0, PAPER, GRAIN):
        counts = 0
        for line in paper[top : top + GRAIN]:
            if line:
                ones = line.to_bytes(BOX, "little").translate(COUNT)
                counts += int.from_bytes(ones, "little")
        rows.append(counts.to_bytes(BOX, "little").translate(GREY))
    down = _centre([sum(row) for row in rows])
    across = _centre([sum(column) for column in zip(*rows)])
    lines = [bytes(across) + row + bytes(SIDE - BOX - across) for row in rows]
    above, below = bytes(SIDE * down), bytes(SIDE * (SIDE - BOX - down))
    return Image(above + b"".join(lines) + below)


def _centre(masses: Sequence[int]) -> int:
    """Return how many pixels come before columns, or rows, of these masses."""
    mass = sum(masses)
    moment = sum(place * m for place, m in enumerate(masses))
    return min(max(int(SIDE // 2 - moment / mass + 0.5), 0), SIDE - len(masses))
