"""Four ways to learn the same digits, passes over all of them counted.

A pass shows every digit once, forward and back, so it takes about the same
time on every road. Mini-batches make a step for every ten digits; the others
look at all digits before each step.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purenet.checks import Example, Progress, Test
from purenet.course.conjugate_gradient import minimise
from purenet.course.course import SIZES, network, roll, thetas_of, unroll
from purenet.course.whole_set import WholeSet
from purenet.network2 import CrossEntropyCost, Network, QuadraticCost
from purenet.vectors import add, scale

LMBDA = 1.0


class Split(NamedTuple):
    """What all roads have in common: digits to learn from, and to test with."""

    training: list[Example]
    test: list[Test]


Points = Iterator[tuple[int, Network]]  # after so many passes, the network


def with_mini_batches(digits: Split, net: Network, passes: int, eta: float) -> Points:
    """Yield the network after each epoch of stochastic gradient descent."""
    lmbda = LMBDA if net.cost is CrossEntropyCost else 0.0
    for epoch in net.train(digits.training, passes, 10, eta, lmbda=lmbda):
        yield epoch.number + 1, net


def with_all(digits: Split, net: Network, passes: int, eta: float) -> Points:
    """Yield the network after each step of plain gradient descent."""
    cost_and_gradient = WholeSet(net.sizes, digits.training, LMBDA)
    theta = unroll(thetas_of(net))
    for number in range(1, passes + 1):
        _, gradient = cost_and_gradient(theta)
        theta = add(theta, scale(-eta, gradient))
        yield number, network(roll(theta, net.sizes))


def with_conjugate_gradients(digits: Split, net: Network, passes: int) -> Points:
    """Yield the network after each iteration of the minimiser."""
    cost_and_gradient = WholeSet(net.sizes, digits.training, LMBDA)
    for iteration in minimise(cost_and_gradient, unroll(thetas_of(net)), passes):
        if iteration.evaluations > passes:
            return
        yield iteration.evaluations, network(roll(iteration.theta, net.sizes))


def roads(digits: Split, passes: int, seed: int) -> Iterator[tuple[str, Points]]:
    """Yield a name and the points of each road; all start at the same weights."""

    def start(cost: type[QuadraticCost] | type[CrossEntropyCost]) -> Network:
        return Network(SIZES, cost=cost, seed=seed)

    quadratic, other = start(QuadraticCost), start(CrossEntropyCost)
    yield (
        "mini-batches, quadratic, eta 3",
        with_mini_batches(digits, quadratic, passes, 3.0),
    )
    yield (
        "mini-batches, cross-entropy, eta 0.5",
        with_mini_batches(digits, other, passes, 0.5),
    )
    yield (
        "all at once, gradient descent, eta 1",
        with_all(digits, start(CrossEntropyCost), passes, 1.0),
    )
    yield (
        "all at once, conjugate gradients",
        with_conjugate_gradients(digits, start(CrossEntropyCost), passes),
    )


def followed(
    points: Points, test: list[Test], passes: int, progress: Progress
) -> tuple[list[float], Network]:
    """Return the per cent read right after each pass from 0, and the last network."""
    right = [0.0]
    for number, net in points:
        share = 100 * net.evaluate(test) / len(test)
        # An iteration may take several passes; the network stays as it was.
        right += [right[-1]] * (number - len(right)) + [share]
        progress(number, passes)
    right += [right[-1]] * (passes + 1 - len(right))
    return right, net


def cost(digits: Split, net: Network) -> float:
    """Return the cross-entropy of the training digits, whatever was trained with."""
    net.cost = CrossEntropyCost
    return net.total_cost(digits.training)
