"""a ball rolls down a valley: gradient descent, with a good eta or any other"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from purenet.console.arguments import at_least, finite, option
from purenet.console.programs import printing
from purenet.descent import descend
from purenet.pictures.terminal_charts import curves
from purenet.words import say

LEFT, RIGHT = -3.0, 3.0


def valley(v: Sequence[float]) -> float:
    """The cost: C(v) = v^2 / 2, lowest at 0."""
    return v[0] * v[0] / 2


def lines(eta: float, steps: int, style: str = "ascii") -> Iterator[str]:
    """Yield the ball's way down as numbers and as a drawing.

    >>> print(next(lines(0.5, 3)))
    The valley is C(v) = v^2 / 2, its slope C'(v) = v. The ball starts at -2.5.
    """
    path = [v[0] for v in descend(valley, [-2.5], eta, steps, lambda v: v)]
    here = "The valley is C(v) = v^2 / 2, its slope C'(v) = v. The ball starts at -2.5."
    yield say(here)
    yield say("Each step: v -> v - eta C'(v), with eta = {:g}.", eta)
    yield ""
    yield say("step         v          C(v)")
    for number, v in enumerate(path):
        yield f"{number:4}  {v:12.6g}  {valley([v]):12.6g}"
    yield ""
    yield from _drawing(path, style)
    yield ""
    yield _verdict(path)


def _drawing(path: Sequence[float], style: str) -> list[str]:
    """Return the valley, with a mark wherever the ball was."""
    steps = 140
    places = [LEFT + (RIGHT - LEFT) * k / steps for k in range(steps + 1)]
    ball = [math.nan] * len(places)
    for v in path:
        if LEFT <= v <= RIGHT:
            k = round((v - LEFT) / (RIGHT - LEFT) * steps)
            ball[k] = valley([places[k]])
    heights, names = [valley([v]) for v in places], [say("the valley"), say("the ball")]
    ends = 0.0, max(heights), LEFT, RIGHT
    return curves([heights, ball], names, style, 72, 13, *ends)


def _verdict(path: Sequence[float]) -> str:
    """Return what became of the ball, and what to try.

    >>> for path in ([-2.5, 0.1], [-2.5, 2.5], [-2.5, 5.0]):
    ...     print(_verdict(path))
    It rolled down. Try --eta 0.05, 1.9 and 2.1.
    It is as high as at the start: eta is too large. Try 0.3.
    It jumped over the bottom, higher each time: eta is too large. Try 0.3.
    """
    start, end = valley(path[:1]), valley(path[-1:])
    if end < start:
        return say("It rolled down. Try --eta 0.05, 1.9 and 2.1.")
    if end == start:
        return say("It is as high as at the start: eta is too large. Try 0.3.")
    jumped = "It jumped over the bottom, higher each time: eta is too large. Try 0.3."
    return say(jumped)


main = printing(
    __name__,
    lines,
    option("--eta", type=finite, default=0.3, help="learning rate (0.3)"),
    option("--steps", type=at_least(1), default=12, help="(12)"),
)
