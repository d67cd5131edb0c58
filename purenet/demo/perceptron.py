"""the cheese festival: a perceptron weighs up three things and decides"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from purenet.console.arguments import finite, option
from purenet.console.programs import printing, typed
from purenet.console.terminal import padded
from purenet.perceptron import Perceptron
from purenet.words import say


def lines(threshold: float) -> Iterator[str]:
    """Yield the decision for every kind of day, and for another threshold.

    >>> list(lines(5))[8].split()
    ['bad', 'comes', 'near', '4', 'stays', 'at', 'home']
    >>> [list(lines(threshold))[-1][-13:] for threshold in (5, 3)]
    ['--threshold 3', '--threshold 5']
    """
    yield say("Shall I go to the cheese festival? Three things count:")
    yield say("good weather 6, a friend who comes along 2, a train that goes there 2.")
    yield say("I go if what holds sums up to more than {:g}, my threshold.", threshold)
    yield ""
    yield say("weather  friend      train  sum  decision")
    perceptron = Perceptron.from_threshold([6, 2, 2], threshold)
    for weather, friend, train in product((0, 1), repeat=3):
        x = [weather, friend, train]
        total = perceptron.weighted_input(x) + threshold
        yield (
            padded(say("good") if weather else say("bad"), 9)
            + padded(say("comes") if friend else say("stays away"), 12)
            + padded(say("near") if train else say("far"), 6)
            + f"{total:4g}  "
            + (say("goes") if perceptron(x) else say("stays at home"))
        )
    yield ""
    bias = "As a bias: b = -threshold = {:g}, and I go for w . x + b > 0."
    yield say(bias, -threshold)
    another = typed(__name__, "--threshold", "5" if threshold == 3 else "3")
    yield say("Try another threshold: {}", another)


main = printing(
    __name__,
    lines,
    option("--threshold", type=finite, default=5.0, help="what the sum must pass (5)"),
)
