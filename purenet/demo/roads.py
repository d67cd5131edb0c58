"""four ways to learn the same digits in as many passes: SGD, conjugate gradients

A pass shows every digit once, forward and back, so it takes about the same
time on every road. Mini-batches make a step for every ten digits; the other
two look at all digits before each step.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from purenet.checks import Example, Progress, Test
from purenet.console.arguments import count, option
from purenet.console.programs import printing
from purenet.console.progress import Bar, duration
from purenet.console.terminal import padded
from purenet.course.conjugate_gradient import minimise
from purenet.course.course import SIZES, examples, network, roll, thetas_of, unroll
from purenet.course.given import load, some
from purenet.course.walk import FEW, LMBDA, UNSEEN
from purenet.course.whole_set import WholeSet
from purenet.network2 import CrossEntropyCost, Network, QuadraticCost
from purenet.pictures.terminal_charts import curves
from purenet.vectors import add, scale
from purenet.words import later, say

_MOST_EACH = 5000  # what MNIST has of a digit
_SHOWN = (1, 2, 5, 10, 20, 50, 75, 100)

Points = Iterator[tuple[int, Network]]  # after so many passes, the network


def _with_mini_batches(
    net: Network, data: list[Example], passes: int, eta: float
) -> Points:
    """Yield the network after each epoch of stochastic gradient descent."""
    lmbda = LMBDA if net.cost is CrossEntropyCost else 0.0
    for epoch in net.train(data, passes, 10, eta, lmbda=lmbda):
        yield epoch.number + 1, net


def _with_all(net: Network, data: list[Example], passes: int, eta: float) -> Points:
    cost_and_gradient = WholeSet(net.sizes, data, LMBDA)
    theta = unroll(thetas_of(net))
    for number in range(1, passes + 1):
        theta = add(theta, scale(-eta, cost_and_gradient(theta)[1]))
        yield number, network(roll(theta, net.sizes))


def _with_conjugate_gradients(
    net: Network, data: list[Example], passes: int, _: float
) -> Points:
    cost_and_gradient = WholeSet(net.sizes, data, LMBDA)
    for iteration in minimise(cost_and_gradient, unroll(thetas_of(net)), passes):
        if iteration.evaluations > passes:
            return
        yield iteration.evaluations, network(roll(iteration.theta, net.sizes))


_ROADS = (
    (later("mini-batches, quadratic, eta 3"), _with_mini_batches, 3.0),
    (later("mini-batches, cross-entropy, eta 0.5"), _with_mini_batches, 0.5),
    (later("all at once, gradient descent, eta 1"), _with_all, 1.0),
    (later("all at once, conjugate gradients"), _with_conjugate_gradients, 0.0),
)


def _followed(
    points: Points, tests: list[Test], passes: int, progress: Progress
) -> tuple[list[float], Network]:
    """Return the per cent read right after each pass from 0, and the last network."""
    right = [0.0]
    for number, net in points:
        share = 100 * net.evaluate(tests) / len(tests)
        # An iteration may take several passes; the network stays as it was.
        right += [right[-1]] * (number - len(right)) + [share]
        progress(number, passes)
    right += [right[-1]] * (passes + 1 - len(right))
    return right, net


def lines(
    data: str | None, each: int = FEW, unseen: int = UNSEEN, passes: int = 20,
    seed: int = 0, style: str = "ascii",
) -> Iterator[str]:  # fmt: skip
    """Yield how many digits are read right after so many passes on each road."""
    digits = load(data, each + unseen)
    training = examples(*some(digits, each))
    others = some(digits, unseen, after=each)
    tests: list[Test] = [(x, label - 1) for x, label in zip(*others)]
    counts = len(training), len(tests)
    if 0 in counts:
        few = "{} digits to learn from and {} to test with; both are needed"
        raise ValueError(say(few, *counts))
    yield say("Data: {}; {:,} to learn from, {:,} others", digits.source, *counts)
    shown = [number for number in _SHOWN if number <= passes]
    yield ""
    yield say("Right, in per cent of the others, after so many passes:")
    yield ""
    yield " " * 38 + "".join(f"{number:6}" for number in shown)
    found: dict[str, list[float]] = {}
    for number, (words, road, eta) in enumerate(_ROADS):
        name, started = say(words), time.perf_counter()
        cost = CrossEntropyCost if number else QuadraticCost
        net = Network(SIZES, cost=cost, seed=seed)  # the same weights for all
        with Bar(name) as progress:
            points = road(net, training, passes, eta)
            right, net = _followed(points, tests, passes, progress)
        found[name] = right[1:]
        yield padded(name, 38) + "".join(f"{right[number]:6.1f}" for number in shown)
        net.cost = CrossEntropyCost  # whatever it was trained with
        seconds = duration(time.perf_counter() - started)
        yield say("  (training cost {:.4f}; {})", net.total_cost(training), seconds)
    yield ""
    shares, names = list(found.values()), list(found)
    yield from curves(shares, names, style, high=100.0, first=1, last=passes)


main = printing(
    __name__,
    lines,
    option("--data", metavar="FOLDER", help="as for the demo course"),
    count("--each", FEW, help="of each digit to learn from (30)", most=_MOST_EACH),
    count("--unseen", UNSEEN, help="of each digit to test with (50)", most=_MOST_EACH),
    count("--passes", 20, help="over all digits (20)"),
    option("--seed", type=int, default=0, metavar="N", help="for another run (0)"),
)
