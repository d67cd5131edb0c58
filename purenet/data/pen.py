"""A pen that writes digits: from a few strokes to 28 x 28 grey levels.

A way of writing a digit is a few points on squared paper (`purenet.data.ways`
lists them all); the pen passes by them in order, cutting the corners. What
makes a hundred digits of one way is what a hand does to it:

1. mix      two ways of the same build are mixed: `blend`;
2. wobble   every point is missed by a little, and the paper is bent;
3. lean     the digit is slanted, turned, made wide or narrow;
4. round    corners are cut until the line is smooth: `smooth`;
5. ink      a round pen goes along the line over fine-grained paper: `ink`;
6. scan     8 x 8 grains make one grey level, and the digit is put where MNIST
            puts it: its box fills 20 x 20 pixels, its centre of mass lies at
            pixel 14, 14.

>>> import random
>>> image = draw(7, random.Random(3))
>>> image
<Image 28 x 28, 153 pixels not white>
>>> draw(10, random.Random(3))
Traceback (most recent call last):
    ...
ValueError: the pen writes the digits 0 to 9, not 10
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import NamedTuple

from purenet.data.image import SIDE, Image
from purenet.data.ways import WAYS, Point, Stroke, Way

BOX = 20  # pixels: the larger side of a digit, as in MNIST
GRAIN = 8  # grains of the paper along one pixel: eight bits, one byte
PAPER = BOX * GRAIN


class Hand(NamedTuple):
    """How a hand writes; the spreads are standard deviations.

    slant: how far the top leans right, in heights; turn: radians;
    aspect, pen: spreads of a logarithm; width: of the pen, in pixels of 20;
    wobble: of a point, bend: of the paper, in hundredths of the height;
    """

    slant: float = 0.12
    slant_spread: float = 0.30
    turn: float = 0.10
    aspect: float = 0.20
    width: float = 2.5
    pen: float = 0.30
    wobble: float = 6.0
    memory: float = 0.5
    bend: float = 8.0
    mix: float = 0.6
    beyond: float = 0.15


HAND = Hand()


def draw(digit: int, rng: random.Random, hand: Hand = HAND) -> Image:
    """Return one handwritten digit."""
    if digit not in range(10):
        raise ValueError(f"the pen writes the digits 0 to 9, not {digit}")
    strokes = blend(*choose(WAYS[digit], rng), rng.uniform(-hand.beyond, hand.mix))
    strokes = lean(wobble(strokes, rng, hand), rng, hand)
    width = hand.width * math.exp(rng.gauss(0.0, hand.pen))
    width = min(max(width, 1.0), 6.0)
    return scan(ink([smooth(stroke) for stroke in strokes], width))


def choose(
    ways: Sequence[Way], rng: random.Random
) -> tuple[list[Stroke], list[Stroke]]:
    """Return the strokes of one way by chance, and of one it can be mixed with."""
    first = pick(ways, rng)
    build = [len(stroke) for stroke in first.strokes]
    alike = [way for way in ways if [len(s) for s in way.strokes] == build]
    return first.strokes, pick(alike, rng).strokes


def pick(ways: Sequence[Way], rng: random.Random) -> Way:
    """Return one way, a way of share 2 twice as often as one of share 1."""
    ball = rng.random() * sum(way.share for way in ways)
    for way in ways:
        ball -= way.share
        if ball < 0:
            return way
    return ways[-1]


def blend(one: list[Stroke], other: list[Stroke], t: float) -> list[Stroke]:
    """Return strokes the part t of the way from one to other."""
    return [
        [(x + t * (u - x), y + t * (v - y)) for (x, y), (u, v) in zip(a, b)]
        for a, b in zip(one, other)
    ]


def wobble(strokes: list[Stroke], rng: random.Random, hand: Hand) -> list[Stroke]:
    """Return the strokes as a hand hits them: points missed, paper bent.

    A miss is half forgotten at the next point; a corner's two points miss
    together.
    """
    gauss = rng.gauss
    a, b, c, d, e, f = [gauss(0.0, hand.bend) for _ in range(6)]
    missed = []
    for stroke in strokes:
        dx = dy = 0.0
        before = None
        points = []
        for x, y in stroke:
            if (x, y) != before:
                dx = hand.memory * dx + gauss(0.0, hand.wobble)
                dy = hand.memory * dy + gauss(0.0, hand.wobble)
                before = (x, y)
            p, q = x / 50 - 1, y / 50 - 1
            bent_x = x + a * p * p + b * p * q + c * q * q
            bent_y = y + d * p * p + e * p * q + f * q * q
            points.append((bent_x + dx, bent_y + dy))
        missed.append(points)
    return missed


def lean(strokes: list[Stroke], rng: random.Random, hand: Hand) -> list[Stroke]:
    """Return the strokes slanted, turned and stretched."""
    slant = rng.gauss(hand.slant, hand.slant_spread)
    turn = rng.gauss(0.0, hand.turn)
    aspect = 0.75 * math.exp(rng.gauss(0.0, hand.aspect))
    cos, sin = math.cos(turn), math.sin(turn)
    return [
        [
            (u * cos - y * sin, u * sin + y * cos)
            for x, y in stroke
            for u in [x * aspect - y * slant]
        ]
        for stroke in strokes
    ]


def smooth(stroke: Stroke, times: int = 3) -> Stroke:
    """Return the stroke with its corners cut (Chaikin's way).

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


def nib(size: int) -> list[int]:
    """Return a disc of ink, size grains across, as rows of bits."""
    middle = (size - 1) / 2
    return [
        sum(
            1 << column
            for column in range(size)
            if (column - middle) ** 2 + (row - middle) ** 2 < size * size / 4
        )
        for row in range(size)
    ]


NIBS = {size: nib(size) for size in range(GRAIN, 6 * GRAIN + 1)}


def ink(strokes: list[Stroke], width: float) -> list[int]:
    """Return PAPER rows of PAPER bits, 1 where the pen left ink."""
    xs = [x for stroke in strokes for x, _ in stroke]
    ys = [y for stroke in strokes for _, y in stroke]
    size = int(width * GRAIN)
    room = PAPER - size - 1
    scale = room / max(max(xs) - min(xs), max(ys) - min(ys), 1.0)
    left = (min(xs) + max(xs) - room / scale) / 2
    top = (min(ys) + max(ys) - room / scale) / 2
    disc = list(enumerate(NIBS[size]))
    paper = [0] * PAPER
    step = max(2.0, size / 6)
    for stroke in strokes:
        x, y = (stroke[0][0] - left) * scale, (stroke[0][1] - top) * scale
        for u, v in stroke:
            u, v = (u - left) * scale, (v - top) * scale
            stamps = int(max(abs(u - x), abs(v - y)) / step) + 1
            dx, dy = (u - x) / stamps, (v - y) / stamps
            for _ in range(stamps):
                x += dx
                y += dy
                column, line = int(x + 0.5), int(y + 0.5)
                for row, bits in disc:
                    paper[line + row] |= bits << column
            x, y = u, v
    return paper


COUNT = bytes(bin(byte).count("1") for byte in range(256))
GREY = bytes(min(255, count * 4) for count in range(256))


def scan(paper: list[int]) -> Image:
    """Return the paper as an Image, its centre of mass at pixel 14, 14."""
    rows = []
    for top in range(0, PAPER, GRAIN):
        counts = 0
        for line in paper[top : top + GRAIN]:
            if line:
                ones = line.to_bytes(BOX, "little").translate(COUNT)
                counts += int.from_bytes(ones, "little")
        rows.append(counts.to_bytes(BOX, "little").translate(GREY))
    down = centre([sum(row) for row in rows])
    across = centre([sum(column) for column in zip(*rows)])
    blank = bytes(SIDE)
    lines = [blank] * down
    lines += [bytes(across) + row + bytes(SIDE - BOX - across) for row in rows]
    lines += [blank] * (SIDE - BOX - down)
    return Image(b"".join(lines))


def centre(masses: Sequence[int]) -> int:
    """Return how many pixels to go on, so that the centre of mass is at 14."""
    mass = sum(masses)
    moment = sum(place * m for place, m in enumerate(masses))
    return min(max(int(SIDE // 2 - moment / mass + 0.5), 0), SIDE - BOX)
