"""A small network with all its numbers: forward in blue, back in orange.

The numbers are the network's own, worked out while it is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from lessons.making._gates import arrow, signed
from purenet.network import Network
from purenet.pictures.drawing import Drawing, Point
from purenet.vectors import Vector
from purenet.words import say

RADIUS, ROW, COLUMN = 30, 84, 220


def rounded(value: float) -> str:
    """Return a number as it is written into a picture.

    >>> rounded(-0.02484), rounded(0.8808), rounded(2.0)
    ('−0.025', '0.881', '2')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".").replace("-", "−")


def forward_and_back(net: Network, x: Sequence[float], y: Sequence[float]) -> Drawing:
    """Draw a network twice: z and a on the way forward, delta on the way back.

    x, y: one example. Raise ValueError for a network too large to be read.

    >>> net = Network([2, 3, 1], seed=1)
    >>> str(forward_and_back(net, [1, 0.5], [1])).count("<circle")
    12
    >>> forward_and_back(Network([2, 9, 1]), [1, 0.5], [1])
    Traceback (most recent call last):
        ...
    ValueError: layers of 5 neurons at most can be read, not 9
    """
    largest = max(net.sizes)
    if largest > 5:
        raise ValueError(
            say("layers of 5 neurons at most can be read, not {}", largest)
        )
    zs, activations = net.forward(x)
    deltas, _ = net.backprop(x, y)
    height = ROW * largest + 46
    draw = Drawing(
        120 + COLUMN * (len(net.sizes) - 1) + 60,
        2 * height,
        say("Forward with z and a, and back with delta, through a small network"),
    )
    _panel(draw, net, 0, zs, activations, say("forward: z above, a inside"), "blue")
    _panel(draw, net, height, [], [[], *deltas], say("back: δ inside"), "orange")
    return draw


def _panel(
    draw: Drawing,
    net: Network,
    top: float,
    zs: list[Vector],
    inside: Sequence[Sequence[float]],
    words: str,
    colour: str,
) -> None:
    """Draw the network once; without zs its arrows lead back."""
    middle = top + 40 + ROW * max(net.sizes) / 2
    places = [
        [(70 + COLUMN * layer, middle + ROW * (j - (n - 1) / 2)) for j in range(n)]
        for layer, n in enumerate(net.sizes)
    ]
    draw.text(20, top + 22, words, colour)
    for layer, w in enumerate(net.weights):
        for j, row in enumerate(w):
            for k, w_jk in enumerate(row):
                left, right = places[layer][k], places[layer + 1][j]
                if zs:
                    _way(draw, left, right, w_jk)
                elif layer:  # no error is sent back to an input
                    _way(draw, right, left, w_jk)
    for layer, column in enumerate(places):
        for j, (x, y) in enumerate(column):
            draw.circle(x, y, RADIUS, "ink" if inside[layer] else "faint", "paper")
            if inside[layer]:
                draw.text(x, y + 5, rounded(inside[layer][j]), colour, "middle")
            if zs and layer:
                z = rounded(zs[layer - 1][j])
                draw.text(x, y - RADIUS - 6, z, colour, "middle")


def _way(draw: Drawing, start: Point, to: Point, w: float) -> None:
    """Draw an arrow between two neurons' circles, its weight near the end."""
    dx, dy = to[0] - start[0], to[1] - start[1]
    share = RADIUS / (dx * dx + dy * dy) ** 0.5
    (x1, y1), (x2, y2) = (
        (start[0] + t * dx, start[1] + t * dy) for t in (share, 1 - share)
    )
    arrow(draw, x1, y1, x2, y2)
    x, y = start[0] + 0.68 * dx, start[1] + 0.68 * dy - 5
    draw.text(x, y, signed(w), "ink", "middle")
