"""measure the figures of lessons 11 and 14: costs, remedies, inputs too large"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Iterable, Iterator, Sequence

from purenet.checks import Example, Test
from purenet.console.programs import program
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.network2 import Network as Network2

SEEDS = range(3)


def others_right(
    data: str, n: int = 1000, hidden: int = 30, epochs: int = 30, lmbda: float = 0.0
) -> str:
    """Return what it reads of 1,000 others with three seeds, and their mean cost."""
    training, others, _ = load_data_wrapper(data, train=n, validation=1000, test=0)
    right, costs = [], 0.0
    for seed in SEEDS:
        net = Network2([784, hidden, 10], seed=seed, engine="packed")
        for _ in net.train(training, epochs, 10, 0.5, lmbda=lmbda):
            pass
        right.append(str(net.accuracy(others)))
        costs += net.total_cost(others) / len(SEEDS)
    return f"{', '.join(right)} | {costs:.2f}"


def curve() -> Iterator[str]:
    """Yield the rows of lesson 11's table, and where early stopping ends."""
    training, others, _ = load_data_wrapper("built-in", train=1000, validation=1000)
    net = Network2([784, 30, 10], seed=0, engine="packed")
    for epoch in net.train(training, 60, 10, 0.5):
        if epoch.number in (0, 5, 10, 20, 59):
            costs = f"{net.total_cost(training):.3f} | {net.total_cost(others):.3f}"
            counts = f"{net.accuracy(training):,} | {net.accuracy(others)}"
            yield f"| {epoch.number} | {costs} | {counts} |"
    net = Network2([784, 30, 10], seed=0, engine="packed")
    _, right, *_ = net.SGD(
        training, 60, 10, 0.5, 0.0, others,
        monitor_evaluation_accuracy=True, early_stopping_n=5,
    )  # fmt: skip
    best = right.index(max(right))
    yield f"epoch {len(right) - 1} (its best was {right[best]}, at epoch {best})"


class OwnEta(Network):
    """A network whose first weights have an eta of their own."""

    def update_mini_batch(self, mini_batch: Iterable[Example], eta: float) -> None:
        """Take the step, and of the first weights' a small part."""
        before = self.weights[0]
        super().update_mini_batch(mini_batch, eta)
        self.weights[0] = before.minus(1 / 255**2, before.minus(1.0, self.weights[0]))


def grey(kind: type[Network], eta: float, times: float, divided: float) -> int:
    """Return what of 200 digits with larger inputs and smaller weights is read."""
    training, _, tests = load_data_wrapper(
        "built-in", train=500, validation=0, test=200
    )
    net = kind([784, 30, 10], seed=0, init="scaled")
    net.weights[0] = net.weights[0] * (1 / divided)
    examples: list[Example] = [([times * v for v in x], y) for x, y in training]
    asked: list[Test] = [([times * v for v in x], y) for x, y in tests]
    *_, last = net.train(examples, 5, 10, eta, asked)
    return last.correct


def main(argv: Sequence[str] | None = None) -> int:
    """Print them: twenty minutes on one core."""
    parser = argparse.ArgumentParser(prog=program(__name__), description=__doc__)
    parser.add_argument("data", help="where MNIST is")
    mnist = parser.parse_args(argv).data
    warnings.simplefilter("ignore")
    print("grey levels:", grey(Network, 3.0, 1.0, 1.0), grey(Network, 3.0, 255.0, 1.0))
    for eta in (3.0, 1.0, 0.1, 0.01, 0.001, 0.0001):
        print("smaller weights:", grey(Network, eta, 255.0, 255.0), flush=True)
    print("an eta of their own:", grey(OwnEta, 3.0, 255.0, 255.0), flush=True)
    for line in curve():
        print(line, flush=True)
    print("more:", others_right("built-in", 5000, epochs=15), flush=True)
    print("fewer:", others_right("built-in", hidden=10), flush=True)
    for lmbda in (0.0, 0.1, 0.3, 1.0):
        two = [others_right(data, lmbda=lmbda) for data in ("built-in", mnist)]
        print(f"| {lmbda:g} |", " | ".join(two), "|", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
