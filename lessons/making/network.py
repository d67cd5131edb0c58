"""train the network that comes along again, into purenet/runs/shipped.json

With NumPy, in eight minutes: this is a maintainer's program, and Python alone would
take hours.
Twelve teachers learn the same digits, each from weights and in an order of its own.
Where a digit is doubtful they differ, and their mean is righter than most of them.
The network that comes along learns to answer what they answer on average. That is
called distillation (Hinton, Vinyals, Dean 2015).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import purenet.runs
from purenet.console.programs import program
from purenet.console.progress import Bar
from purenet.data import builtin, pen
from purenet.matrix import Matrix
from purenet.network2 import Network
from purenet.runs import saved
from purenet.runs.shipped import NAME

SIZES = [784, 100, 10]
DIGITS = 400_000
STEPS = ((0.5, 4), (0.1, 2))  # eta, epochs
LMBDA = 5.0
DRAWN = 2  # the seed of the digits
TEACHERS = range(1, 13)  # their seeds
PUPIL = 7  # the seed of the network that comes along, the best of eight
DECIMALS = 3  # enough to answer the same, and a third of the file


class Arrays:
    """A network 784-100-10 as four arrays of NumPy, which learns as network2 does."""

    def __init__(self, np: Any, seed: int) -> None:
        net = Network(SIZES, seed=seed)
        self.np, self.rng = np, np.random.default_rng(seed)
        self.w2, self.w3 = (np.array([*map(list, w)], np.float32) for w in net.weights)
        self.b2, self.b3 = (np.array(b, np.float32) for b in net.biases)

    def sigmoid(self, z: Any) -> Any:
        """Return sigma of every number of z."""
        with self.np.errstate(over="ignore"):  # exp is inf where sigma is 0
            return 1 / (1 + self.np.exp(-z))

    def forward(self, x: Any) -> tuple[Any, Any]:
        """Return the hidden activations, and the outputs' z, a row for each input."""
        a2 = self.sigmoid(x @ self.w2.T + self.b2)
        return a2, a2 @ self.w3.T + self.b3

    def learn(self, x: Any, y: Any) -> Arrays:
        """Train with the cross-entropy and regularisation, mini-batches of ten."""
        for eta, epochs in STEPS:
            for epoch in range(epochs):
                with Bar(f"eta {eta}, epoch {epoch}") as progress:
                    order = self.rng.permutation(len(x))
                    for start in range(0, len(x), 10):
                        self.step(x, y, order[start : start + 10], eta)
                        progress(start + 10, len(x))
        return self

    def step(self, x: Any, y: Any, batch: Any, eta: float) -> None:
        """Take a step for the examples at these places."""
        a1 = x[batch]
        a2, z3 = self.forward(a1)
        delta3 = self.sigmoid(z3) - y[batch]
        delta2 = (delta3 @ self.w3) * a2 * (1 - a2)
        for w, b, delta, a in (
            (self.w3, self.b3, delta3, a2),
            (self.w2, self.b2, delta2, a1),
        ):
            w *= 1 - eta * LMBDA / len(x)
            w -= eta / len(batch) * (delta.T @ a)
            b -= eta / len(batch) * delta.sum(0)

    def rounded(self) -> Network:
        """Return the network as one of ours, its numbers short."""
        net = Network(SIZES, seed=0)
        net.weights = [
            Matrix([[round(float(w_jk), DECIMALS) for w_jk in row] for row in w])
            for w in (self.w2, self.w3)
        ]
        net.biases = [
            [round(float(b_j), DECIMALS) for b_j in b] for b in (self.b2, self.b3)
        ]
        return net


def drawn(np: Any) -> tuple[Any, Any]:
    """Draw digits as the whole world writes them: inputs, and outputs wanted."""
    rng = random.Random(DRAWN)
    x = np.empty((DIGITS, 784), np.uint8)
    labels = []
    with Bar("drawing digits") as progress:
        for number in range(DIGITS):
            labels.append(rng.randrange(10))
            x[number] = list(bytes(pen.draw(labels[-1], rng, "world")))
            progress(number + 1, DIGITS)
    return x.astype(np.float32) / 256, np.eye(10, dtype=np.float32)[labels]


def trained() -> Network:
    """Draw the digits, train the teachers, and the network that learns from them."""
    try:
        import numpy as np  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise ValueError(f"{sys.executable} has no NumPy, which this needs") from None
    x, y = drawn(np)
    teachers = [Arrays(np, seed).learn(x, y) for seed in TEACHERS]
    pupil = Arrays(np, PUPIL)
    for start in range(0, DIGITS, 20_000):
        some = slice(start, start + 20_000)
        z = sum(teacher.forward(x[some])[1] for teacher in teachers)
        y[some] = pupil.sigmoid(z / len(teachers))
    return pupil.learn(x, y).rounded()


def main(argv: Sequence[str] | None = None) -> int:
    """Train the network, write it, and say how good it is."""
    argparse.ArgumentParser(prog=program(__name__)).parse_args(argv)
    net = trained()
    path = Path(purenet.runs.__file__).with_name(NAME)
    saved.save(net, path)
    _, _, test = builtin.load(train=0, validation=0)
    right = net.evaluate(list(zip(*test)))
    print(f"{path}: {path.stat().st_size:,} bytes; {right} of {len(test[0])} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
