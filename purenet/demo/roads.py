"""four ways to learn the same digits in as many passes: SGD, conjugate gradients

A pass shows every digit once, forward and back, so it takes about the same
time on every road. Mini-batches make a step for every ten digits; the other
two look at all digits before each step.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purenet.beyond.conjugate_gradient import minimise
from purenet.beyond.course import SIZES, examples, network, roll, thetas_of, unroll
from purenet.beyond.network2 import CrossEntropyCost, Network, QuadraticCost
from purenet.beyond.whole_set import WholeSet
from purenet.console.arguments import at_least
from purenet.console.programs import program
from purenet.console.progress import Bar, duration
from purenet.console.terminal import can
from purenet.demo.course import FEW, UNSEEN, first_of_each, load
from purenet.pictures.terminal_charts import curves
from purenet.training import Example, Test
from purenet.vectors import add, scale

LMBDA = 1.0
MOST_EACH = 5000  # what MNIST has of a digit
SHOWN = (1, 2, 5, 10, 20, 50, 75, 100)


class Digits(NamedTuple):
    """What all roads have in common: digits to learn from, and to test with."""

    training: list[Example]
    test: list[Test]


Points = Iterator[tuple[int, Network]]  # after so many passes, the network


def with_mini_batches(digits: Digits, net: Network, passes: int, eta: float) -> Points:
    """Yield the network after each epoch of stochastic gradient descent."""
    lmbda = LMBDA if net.cost is CrossEntropyCost else 0.0
    for epoch in net.train(digits.training, passes, 10, eta, lmbda=lmbda):
        yield epoch.number + 1, net


def with_all(digits: Digits, net: Network, passes: int, eta: float) -> Points:
    """Yield the network after each step of plain gradient descent."""
    cost_and_gradient = WholeSet(net.sizes, digits.training, LMBDA)
    theta = unroll(thetas_of(net))
    for number in range(1, passes + 1):
        _, gradient = cost_and_gradient(theta)
        theta = add(theta, scale(-eta, gradient))
        yield number, network(roll(theta, net.sizes))


def with_conjugate_gradients(digits: Digits, net: Network, passes: int) -> Points:
    """Yield the network after each iteration of the minimiser."""
    cost_and_gradient = WholeSet(net.sizes, digits.training, LMBDA)
    for iteration in minimise(cost_and_gradient, unroll(thetas_of(net)), passes):
        if iteration.evaluations > passes:
            return
        yield iteration.evaluations, network(roll(iteration.theta, net.sizes))


def roads(digits: Digits, passes: int, seed: int) -> Iterator[tuple[str, Points]]:
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


def lines(
    path: str | None,
    each: int = FEW,
    unseen: int = UNSEEN,
    passes: int = 20,
    seed: int = 0,
    style: str = "ascii",
) -> Iterator[str]:
    """Yield how many digits are read right after so many passes on each road."""
    data = load(path, each + unseen)
    train = first_of_each(data.labels, each)
    test = first_of_each(data.labels, unseen, after=each)
    if not train or not test:
        raise ValueError(
            f"{len(train)} digits to learn from and {len(test)} to test with; both "
            "are needed"
        )
    digits = Digits(
        examples([data.images[n] for n in train], [data.labels[n] for n in train]),
        [(data.images[n], data.labels[n] - 1) for n in test],
    )
    yield (
        f"Data: {data.source}; {len(train):,} to learn from, {len(test):,} others"
    )
    shown = [number for number in SHOWN if number <= passes]
    yield ""
    yield "Right, in per cent of the others, after so many passes:"
    yield ""
    yield " " * 38 + "".join(f"{number:6}" for number in shown)
    curves_: dict[str, list[float]] = {}
    for name, points in roads(digits, passes, seed):
        started = time.perf_counter()
        with Bar(name) as progress:
            right, net = followed(points, digits.test, passes, progress)
        curves_[name] = right[1:]
        yield f"{name:38}" + "".join(f"{right[number]:6.1f}" for number in shown)
        seconds = duration(time.perf_counter() - started)
        yield f"  (training cost {cost(digits, net):.4f}; {seconds})"
    yield ""
    yield from curves(
        list(curves_.values()), list(curves_), style, high=100.0, first=1, last=passes
    )


def followed(
    points: Points, test: list[Test], passes: int, progress: Bar
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


def cost(digits: Digits, net: Network) -> float:
    """Return the cross-entropy of the training digits, whatever was trained with."""
    net.cost = CrossEntropyCost
    return net.total_cost(digits.training)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the demo."""
    parser = argparse.ArgumentParser(
        prog=program(__name__), description=(__doc__ or "").splitlines()[0]
    )
    add_argument = parser.add_argument
    add_argument("--data", metavar="FOLDER", help="as for the demo course")
    for name, type_, default, words in (
        ("--each", at_least(1, MOST_EACH), FEW, "of each digit to learn from"),
        ("--unseen", at_least(1, MOST_EACH), UNSEEN, "of each digit to test with"),
        ("--passes", at_least(1), 20, "over all digits"),
        ("--seed", int, 0, "for another run"),
    ):
        add_argument(
            name, type=type_, default=default, metavar="N", help=f"{words} ({default})"
        )
    args = parser.parse_args(argv)
    for line in lines(
        args.data, args.each, args.unseen, args.passes, args.seed, can(sys.stdout)
    ):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
