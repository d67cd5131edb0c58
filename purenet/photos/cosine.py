"""Blocks of a JPEG: sums of cosine waves, made pixels again, small if need be.

A block of 8 x 8 pixels is kept as 64 numbers: how strongly each of 64 patterns,
products of two cosine waves, is in it. The first is the block's mean; the others
follow in a zigzag from coarse to fine. Of the coarse N x N alone come N x N
pixels, with N = 1, 2 or 4 the picture at an eighth, a quarter or a half, in
much less time (CCITT Recommendation T.81, A.3.3; the sum is that of N x N points).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sqrt

Pattern = list[float]


def zigzag() -> list[tuple[int, int]]:
    """Return the (row, column) of each of the 64 numbers.

    >>> zigzag()[:6]
    [(0, 0), (0, 1), (1, 0), (2, 0), (1, 1), (0, 2)]
    """
    places = [(v, u) for v in range(8) for u in range(8)]
    return sorted(places, key=lambda p: (sum(p), p[0] if sum(p) % 2 else p[1]))


def patterns(side: int, steps: Sequence[int]) -> dict[int, Pattern]:
    """Return the patterns of side x side pixels, by their numbers.

    side: 1, 2, 4 or 8; steps: what each number is to be multiplied with.

    >>> {k: pattern[:2] for k, pattern in patterns(2, [8] * 64).items()}
    {0: [1.0, 1.0], 1: [1.0, -1.0], 2: [1.0, 1.0], 4: [1.0, -1.0]}
    """
    found = {}
    for number, (v, u) in enumerate(zigzag()):
        if v < side and u < side:
            scale = steps[number] / 4 / sqrt(2) ** ((u == 0) + (v == 0))
            across = [cos((2 * x + 1) * u * pi / (2 * side)) for x in range(side)]
            down = [cos((2 * y + 1) * v * pi / (2 * side)) for y in range(side)]
            found[number] = [round(scale * d * a, 9) for d in down for a in across]
    return found


def pixels(block: Sequence[int], waves: dict[int, Pattern]) -> bytes:
    """Return the pixels of a block, row by row; block: its numbers, in their order.

    >>> list(pixels([-10, 2, 0, 0, 0], patterns(2, [8] * 64)))
    [120, 116, 120, 116]
    """
    mean = waves[0]
    sums = [128.5 + block[0] * mean[0]] * len(mean)
    for place, wave in waves.items():
        if place and (number := block[place]):
            sums = [total + number * w for total, w in zip(sums, wave)]
    return bytes([0 if s < 0 else 255 if s >= 256 else int(s) for s in sums])
