"""Conjugate gradients: the way down a valley without choosing an eta.

Gradient descent goes straight down from where it stands, by a step that
somebody has chosen beforehand. Here each iteration thinks about both.

1. The direction p: downhill, but keeping a part of the direction before, so
   that the path does not zigzag across a narrow valley. How large a part,
   is Polak and Ribiere's beta, and never below 0:

       p = -g + beta p_before
       beta = g . (g - g_before) / (g_before . g_before)

2. The step along p: searched for, so that it lowers the cost enough, and
   ends where the valley is flat enough in that direction: the two "strong
   Wolfe conditions", in `line_search`.

Andrew Ng's course has `fmincg` for this work. The method is written here
from its description in Nocedal and Wright, Numerical Optimization (2nd
edition): section 5.2, and for the line search section 3.5.

>>> def valley(theta):
...     x, y = theta
...     return x * x + 10 * y * y, [2 * x, 20 * y]
>>> *_, last = minimise(valley, [3.0, 1.0])
>>> [round(number, 6) + 0.0 for number in last.theta], last.stopped
([0.0, 0.0], 'the gradient is zero')
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Callable, NamedTuple

from purenet.vectors import Vector, add, dot, scale, subtract
from purenet.words import say

CostAndGradient = Callable[[Vector], tuple[float, Vector]]

LOWER = 1e-4  # c1 of the Wolfe conditions: this share of what the slope promised
FLATTER = 0.3  # c2: the slope that may be left, as a share of the one at the start
TRIALS = 20  # steps tried in one line search, at most
_GROWTH = 10.0  # the next step tried is at most so many times the one before
_ZERO = 1e-6  # slopes no larger than this count as zero

OUT_OF_ITERATIONS = "the iterations are used up"
FLAT = "the gradient is zero"
STUCK = "no step lowers the cost any more"


class Iteration(NamedTuple):
    """Where an iteration ended."""

    number: int  # 0 for the start
    theta: Vector
    cost: float
    evaluations: int  # of the cost and its gradient, so far
    stopped: str  # why this is the last iteration, "" where it is not


class Point(NamedTuple):
    """A point on the line that is searched: `step` times the direction away."""

    step: float
    theta: Vector
    cost: float
    gradient: Vector
    slope: float  # of the cost, along the line


Line = Callable[[float], Point]


def minimise(
    cost_and_gradient: CostAndGradient, theta: Sequence[float], iterations: int = 50
) -> Iterator[Iteration]:
    """Go down from theta; yield the start as iteration 0, then each iteration.

    cost_and_gradient: takes a list of numbers; returns their cost and the list of its
    slopes; OverflowError, inf and nan all mean "too far". theta: where to start.
    Raise ValueError where the start has no ordinary cost.
    """
    cost, start = _Counted(cost_and_gradient), [float(number) for number in theta]
    here = cost.at(start, [0.0] * len(start), 0.0)
    direction = scale(-1.0, here.gradient)
    size = math.sqrt(dot(direction, direction))
    if not math.isfinite(here.cost + size):
        text = (
            "the cost at the start is {}, the gradient's length {}: start "
            "somewhere else"
        )
        raise ValueError(say(text, here.cost, size))
    step = 1.0 / (1.0 + size)
    failures = 0
    for number in range(iterations + 1):
        stopped = _why_stop(here, failures, number == iterations)
        yield Iteration(number, here.theta, here.cost, cost.evaluations, stopped)
        if stopped:
            return
        before = here._replace(step=0.0, slope=dot(here.gradient, direction))
        here = line_search(partial(cost.at, here.theta, direction), before, step)
        # After a failure the gradient is as before, so that beta is 0 and
        # the next search goes straight down.
        failures = failures + 1 if here.step == 0.0 else 0
        direction = _next_direction(here.gradient, before.gradient, direction)
        step, slope = here.step or step, dot(here.gradient, direction)
        if slope:  # guess that the cost will fall by as much as it just did
            step *= min(_GROWTH, before.slope / slope)


def _why_stop(here: Point, failures: int, last: bool) -> str:
    if max(map(abs, here.gradient), default=0.0) <= _ZERO:
        return FLAT
    if failures == 2:
        return STUCK
    return OUT_OF_ITERATIONS if last else ""


def _next_direction(gradient: Vector, before: Vector, direction: Vector) -> Vector:
    """Return Polak and Ribiere's direction, or p = -g where that leads uphill."""
    beta = dot(gradient, subtract(gradient, before)) / (dot(before, before) or 1.0)
    down = scale(-1.0, gradient)
    mixed = add(down, scale(max(0.0, beta), direction))
    return mixed if dot(mixed, gradient) < 0.0 else down


class _Counted:
    """The cost as points on lines; it counts how often it is worked out."""

    def __init__(self, cost_and_gradient: CostAndGradient) -> None:
        self.cost_and_gradient = cost_and_gradient
        self.evaluations = 0

    def at(self, start: Vector, direction: Vector, step: float) -> Point:
        self.evaluations += 1
        theta = add(start, scale(step, direction))
        try:
            cost, gradient = self.cost_and_gradient(theta)
        except OverflowError:
            cost, gradient = math.inf, [math.nan] * len(theta)
        return Point(step, theta, cost, gradient, dot(gradient, direction))


def line_search(line: Line, start: Point, step: float) -> Point:
    """Return a point that meets the strong Wolfe conditions, if one is found:

        cost <= cost at the start + c1 step slope at the start
        |slope| <= c2 |slope at the start|

    line: takes a step, returns the Point there; start: the point at step 0, its slope
    below 0; step: the first to try. After TRIALS steps it is the lowest point found.
    (Nocedal and Wright's algorithm 3.5: go on until a good point lies behind, and if it
    has been passed, look between.)

    >>> line = lambda step: Point(step, [], (step - 2) ** 2, [], 2 * (step - 2))
    >>> round(line_search(line, line(0.0), step=0.1).step, 6)
    2.0
    """
    before = start
    for trials in range(TRIALS, 0, -1):
        here = line(step)
        if _too_high(here, start) or here.cost >= before.cost:
            return _between(line, start, before, here, trials)
        if _flat_enough(here, start):
            return here
        if here.slope >= 0.0:
            return _between(line, start, here, before, trials)
        guess = _lowest_of_cubic(before, here)
        if not guess >= 1.5 * here.step:  # nan, behind, or hardly farther
            guess = 2.0 * here.step
        step = min(guess, _GROWTH * here.step)
        before = here
    return before


def _between(line: Line, start: Point, low: Point, high: Point, trials: int) -> Point:
    """Search between two points (Nocedal and Wright's algorithm 3.6, "zoom")."""
    for _ in range(trials):
        width = high.step - low.step
        share = (_lowest_of_cubic(low, high) - low.step) / width
        # Not too near to either end, and the middle where there is no guess.
        share = min(max(share, 0.1), 0.9) if math.isfinite(share) else 0.5
        here = line(low.step + share * width)
        if _too_high(here, start) or here.cost >= low.cost:
            high = here
        elif _flat_enough(here, start):
            return here
        else:
            high = low if here.slope * width >= 0.0 else high
            low = here
        if high.step == low.step:
            break
    return low


def _too_high(here: Point, start: Point) -> bool:
    promised = LOWER * here.step * start.slope
    return not here.cost <= start.cost + promised  # nan is too high as well


def _flat_enough(here: Point, start: Point) -> bool:
    return abs(here.slope) <= -FLATTER * start.slope


def _lowest_of_cubic(a: Point, b: Point) -> float:
    """Return where the cubic through two points is lowest, or nan (formula 3.59)."""
    width = b.step - a.step
    d1 = a.slope + b.slope - 3.0 * (b.cost - a.cost) / width
    square = d1 * d1 - a.slope * b.slope
    if not 0.0 <= square < math.inf:
        return math.nan
    d2 = math.copysign(math.sqrt(square), width)
    below = b.slope - a.slope + 2.0 * d2
    return b.step - width * (b.slope + d2 - d1) / below if below else math.nan
