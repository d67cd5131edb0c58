"""Gradient descent: walk downhill, a small step at a time.

Learning means making a cost C(v) small, where v holds everything that can
be changed. Imagine a ball in a valley. Its best small step is straight
against the gradient, the direction in which C rises fastest
(chapter 1, "Learning with gradient descent"):

    v  ->  v' = v - eta * grad C(v)

eta is the learning rate, the size of the step. In the round valley
C(v) = v_1^2 + v_2^2 each step takes a share of the way to the bottom:

>>> def valley(v):
...     return v[0] ** 2 + v[1] ** 2
>>> for v in descend(valley, [1.0, -2.0], eta=0.25, steps=3):
...     print([round(v_j, 3) for v_j in v], round(valley(v), 2))
[1.0, -2.0] 5.0
[0.5, -1.0] 1.25
[0.25, -0.5] 0.31
[0.125, -0.25] 0.08

With eta too large the ball jumps over the bottom and lands higher up than
it was, again and again:

>>> for v in descend(valley, [1.0, -2.0], eta=1.25, steps=3):
...     print([round(v_j, 3) for v_j in v], round(valley(v), 2))
[1.0, -2.0] 5.0
[-1.5, 3.0] 11.25
[2.25, -4.5] 25.31
[-3.375, 6.75] 56.95
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from purenet.vectors import Vector, scale, subtract
from purenet.words import say

Function = Callable[[Vector], float]
Gradient = Callable[[Vector], Vector]


def gradient(f: Function, v: Sequence[float], epsilon: float = 1e-5) -> Vector:
    """Return the gradient of f at v, found by trying.

    df/dv_j ~ (f(v with v_j + epsilon) - f(v with v_j - epsilon)) / (2 epsilon)

    f: a function of a list of n numbers; v: n numbers; epsilon: how far to
    look to either side. Raise ValueError for an epsilon that is not above 0.

    Two looks at f for each variable: fine for a few variables, and out of
    the question for a network's thousands. That is what backpropagation is
    for.

    >>> slopes = gradient(lambda v: v[0] ** 2 * v[1], [3, 2])
    >>> [round(slope, 6) for slope in slopes]
    [12.0, 9.0]
    >>> gradient(lambda v: v[0] ** 2, [3.0], epsilon=0.0)
    Traceback (most recent call last):
        ...
    ValueError: epsilon is a small number above 0, not 0.0
    """
    if not epsilon > 0:
        raise ValueError(
            say("epsilon is a small number above 0, not {}", epsilon)
        )
    slopes = []
    for j in range(len(v)):
        above, below = [float(v_j) for v_j in v], [float(v_j) for v_j in v]
        above[j] += epsilon
        below[j] -= epsilon
        slopes.append((f(above) - f(below)) / (2 * epsilon))
    return slopes


def descend(
    f: Function,
    v: Sequence[float],
    eta: float,
    steps: int,
    grad: Gradient | None = None,
) -> Iterator[Vector]:
    """Yield v, then every point on the way down: v' = v - eta grad f(v).

    f: the function to make small; v: where to start; eta: the learning
    rate; steps: how many. grad: the gradient of f where you know its
    formula; otherwise it is found by trying. Raise ValueError for an eta
    that is not above 0.

    >>> parabola = lambda v: (v[0] - 3) ** 2
    >>> path = list(descend(parabola, [0.0], eta=0.1, steps=50))
    >>> len(path), round(path[-1][0], 4)
    (51, 3.0)
    >>> list(descend(parabola, [0.0], eta=-1, steps=1))
    Traceback (most recent call last):
        ...
    ValueError: the learning rate eta is a number above 0, not -1
    """
    if not eta > 0:
        raise ValueError(
            say("the learning rate eta is a number above 0, not {}", eta)
        )
    here = [float(v_j) for v_j in v]
    yield here
    for _ in range(steps):
        slopes = grad(here) if grad else gradient(f, here)
        here = subtract(here, scale(eta, slopes))
        yield here
