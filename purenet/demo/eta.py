"""four learning rates side by side: too small, good, too large, far too large

Each network starts with the same weights and sees the same digits; only eta
differs. Each trains in a process of its own, as many at a time as there are
cores, so that a machine with four is done in the time of one.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import NamedTuple

from purenet.checks import Epoch, Example, Test
from purenet.console.arguments import MOST_NEURONS, Add, at_least, finite, whole
from purenet.console.programs import printing
from purenet.console.terminal import padded
from purenet.data.find import find
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.pictures.terminal_charts import curves
from purenet.runs.report import ENOUGH, percent
from purenet.words import say

ETAS = [0.001, 3.0, 20.0, 100.0]


class Settings(NamedTuple):
    """What the networks have in common; a process gets it with its eta."""

    hidden: int
    epochs: int
    seed: int
    init: str


class Learned(NamedTuple):
    """The records of a training, and how often each digit was the answer then."""

    epochs: list[Epoch]
    answers: Counter[int]


def learn(
    settings: Settings,
    training_data: Sequence[Example],
    test_data: Sequence[Test],
    eta: float,
) -> Learned:
    """Return what one training came to.

    >>> settings = Settings(5, epochs=2, seed=0, init="scaled")
    >>> data, _, tests = load_data_wrapper("built-in", train=20, test=20)
    >>> [epoch.total for epoch in learn(settings, data, tests, 3.0).epochs]
    [20, 20]
    """
    net = Network([784, settings.hidden, 10], seed=settings.seed, init=settings.init)
    epochs = list(
        net.train(training_data, settings.epochs, 10, eta, test_data=test_data)
    )
    return Learned(epochs, Counter(net.predict(x) for x, _ in test_data))


def lines(
    etas: Sequence[float],
    data: str | None,
    train: int,
    test: int,
    hidden: int,
    epochs: int,
    init: str,
    seed: int,
    style: str = "ascii",
) -> Iterator[str]:
    """Yield a table of the runs, their curves, and what to see in them."""
    etas, settings = etas or ETAS, Settings(hidden, epochs, seed, init)
    found = find(data)
    training_data, _, test_data = load_data_wrapper(
        found.name, train=train, validation=0, test=test
    )
    yield say("Data: {}, {:,} to learn from", found, len(training_data))
    yield say("Networks 784-{}-10, {} weights, learn.", hidden, init)
    workers = min(len(etas), os.cpu_count() or 1)
    at_once = signal.SIGINT, signal.SIG_DFL  # Ctrl-C ends them without a word
    with ProcessPoolExecutor(
        workers, initializer=signal.signal, initargs=at_once
    ) as processes:
        with_eta = partial(learn, settings, training_data, test_data)
        runs = list(processes.map(with_eta, etas))
    yield ""
    yield padded(say("epoch"), 5) + "".join(f"{f'eta {eta:g}':>12}" for eta in etas)
    for number in range(epochs):
        ended = [run.epochs[number] for run in runs]
        shares = [percent(epoch.correct, epoch.total) for epoch in ended]
        yield f"{number:5}" + "".join(f"{share:>12}" for share in shares)
    yield ""
    yield from curves(
        [[100 * epoch.correct / epoch.total for epoch in run.epochs] for run in runs],
        [f"eta {eta:g}" for eta in etas],
        style,
        columns=72,
        high=100.0,
    )
    yield ""
    for eta, run in zip(etas, runs):
        yield say("eta {:g}: {}", eta, verdict(run))


def verdict(run: Learned) -> str:
    """Say in words how a training went.

    >>> verdict(Learned([Epoch(0, 80, 100, 0.1)], Counter(range(9))))
    'it learns. Never the answer: 9.'
    >>> verdict(Learned([Epoch(0, 11, 100, 0.1)], Counter([2] * 100)))
    'it does not learn. To 100 % of the images it answers 2.'
    >>> verdict(Learned([Epoch(0, 80, 99, 0.1)], Counter(range(9))))
    'it learns.'
    """
    last = run.epochs[-1]
    if last.correct < last.total / 3:
        [(favourite, count)] = run.answers.most_common(1)
        share = 100 * count / last.total
        no = "it does not learn. To {:.0f} % of the images it answers {}."
        return say(no, share, favourite)
    never = [str(digit) for digit in range(10) if not run.answers[digit]]
    dead = ", ".join(never if last.total >= ENOUGH else [])
    if dead:
        return say("it learns. Never the answer: {}.", dead)
    return say("it learns.")


def options(add: Add) -> None:
    """Add the options."""
    add("etas", nargs="*", type=finite, metavar="ETA", help="(0.001 3 20 100)")
    add("--data", metavar="PATH|built-in", help="a file or folder")
    add("--train", type=at_least(1), default=1000, metavar="N", help="(1000)")
    add("--test", type=at_least(1), default=300, metavar="N", help="(300)")
    neurons = at_least(1, MOST_NEURONS)
    add("--hidden", type=neurons, default=15, metavar="N", help="hidden neurons (15)")
    add("--epochs", type=at_least(1), default=4, metavar="N", help="(4)")
    scaled = "the weights at the start (scaled)"
    add("--init", choices=("scaled", "book"), default="scaled", help=scaled)
    add("--seed", type=whole, default=0, help="for another run (0)")


main = printing(lines, options)


if __name__ == "__main__":
    sys.exit(main())
