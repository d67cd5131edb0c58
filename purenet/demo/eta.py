"""four learning rates side by side: too small, good, too large, far too large

Each network starts with the same weights and sees the same digits; only eta
differs. Each trains in a process of its own, as many at a time as there are
cores, so that a machine with four is done in the time of one.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from purenet.checks import Epoch, Example, Test
from purenet.console.arguments import DATA, MOST_NEURONS, count, finite, option, whole
from purenet.console.programs import printing
from purenet.console.terminal import padded
from purenet.console.workers import Workers
from purenet.data.find import find
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.pictures.terminal_charts import curves
from purenet.runs.report import hardly_ever, percent
from purenet.words import say

_ETAS = [0.001, 3.0, 20.0, 100.0]
_SCALED = "the weights at the start (scaled)"
_Learned = tuple[list[Epoch], "Counter[int]"]  # how often each digit was the answer


def learn(
    data: Sequence[Example], tests: Sequence[Test], net: Network, epochs: int,
    eta: float,
) -> _Learned:  # fmt: skip
    """Return what one training came to."""
    learned = list(net.train(data, epochs, 10, eta, test_data=tests))
    return learned, Counter(net.predict(x) for x, _ in tests)


def lines(
    etas: Sequence[float], data: str | None, train: int, test: int, hidden: int,
    epochs: int, init: str, seed: int, style: str = "ascii",
) -> Iterator[str]:  # fmt: skip
    """Yield a table of the runs, their curves, and what to see in them."""
    etas, found = etas or _ETAS, find(data)
    training_data, _, test_data = load_data_wrapper(
        found.name, train=train, validation=0, test=test
    )
    yield say("Data: {}, {:,} to learn from", found, len(training_data))
    yield say("Networks 784-{}-10, {} weights, learn.", hidden, init)
    net = Network([784, hidden, 10], seed=seed, init=init)
    with_eta = partial(learn, training_data, test_data, net, epochs)
    with Workers(min(len(etas), os.cpu_count() or 1)) as workers:
        work = [workers.submit(with_eta, eta) for eta in etas]
        runs = [one.result() for one in work]
    yield ""
    yield padded(say("epoch"), 5) + "".join(f"{f'eta {eta:g}':>12}" for eta in etas)
    for number in range(epochs):
        ended = [learned[number] for learned, _ in runs]
        shares = [percent(epoch.correct, epoch.total) for epoch in ended]
        yield f"{number:5}" + "".join(f"{share:>12}" for share in shares)
    yield ""
    right = [[100 * each.correct / each.total for each in run] for run, _ in runs]
    names = [f"eta {eta:g}" for eta in etas]
    yield from curves(right, names, style, columns=72, high=100.0)
    yield ""
    shown = Counter(digit for _, digit in test_data)
    for eta, (learned, answers) in zip(etas, runs):
        yield say("eta {:g}: {}", eta, verdict(learned[-1], answers, shown))


def verdict(last: Epoch, answers: Counter[int], shown: Counter[int]) -> str:
    """Say in words how a training went. shown: how many images show each digit.

    >>> verdict(Epoch(0, 50, 100, 0.1), Counter({1: 100}), Counter({1: 50, 9: 50}))
    'it learns. Hardly ever the answer: 9.'
    """
    if last.correct < last.total / 3:
        [(favourite, count)] = answers.most_common(1)
        no = "it does not learn. To {:.0f} % of the images it answers {}."
        return say(no, 100 * count / last.total, favourite)
    if dead := hardly_ever(shown, answers):
        digits = say(", ").join(map(str, dead))
        return say("it learns. Hardly ever the answer: {}.", digits)
    return say("it learns.")


main = printing(
    __name__,
    lines,
    option("etas", nargs="*", type=finite, metavar="ETA", help="(0.001 3 20 100)"),
    DATA,
    count("--train", 1000, help="(1000)"),
    count("--test", 300, help="(300)"),
    count("--hidden", 15, help="hidden neurons (15)", most=MOST_NEURONS),
    count("--epochs", 4, help="(4)"),
    option("--init", choices=("scaled", "book"), default="scaled", help=_SCALED),
    option("--seed", type=whole, default=0, help="for another run (0)"),
)
