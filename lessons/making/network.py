"""train the network that comes along again, into purenet/runs/shipped.json

With NumPy, some quarter of an hour (reckoned, not run in one go): this is a
maintainer's program, and Python alone would take hours. It goes in two terms.

In the first twelve teachers learn the digits of the package's pen, each from weights
and in an order of its own. Where a digit is doubtful they differ, and their mean is
righter than most of them. The pupil, 784-100-10, learns to answer what they answer on
average. That is called distillation (Hinton, Vinyals, Dean 2015).

In the second it gets sixty hidden neurons more, whose answers count nothing at first,
and learns from MNIST's digits, which it has not seen so far, from more hands of the
pen, and from what is no digit, for which it is to answer 0 with all ten outputs. Most
are distorted as on a photograph (`_distorted`, `_other_hands`).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import purenet.runs
from lessons.making import _other_hands as other_hands
from lessons.making._distorted import distorted
from purenet.console.programs import program
from purenet.console.progress import Bar
from purenet.data import builtin, pen, reader
from purenet.data.image import SIDE, Image
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
# The second term: hidden neurons more, epochs, eta falling to its end, the decay of the
# weights, and examples in a mini-batch.
MORE, EPOCHS, ETA, END, DECAY, BATCH = 60, 6, 0.5, 0.003, 5e-6, 32
AT_ONCE = 2000  # so many are distorted together
DECIMALS = 3  # enough to answer the same, and a third of the file


class Arrays:
    """A network 784-100-10 as four arrays of NumPy, which learns as network2 does."""

    def __init__(self, np: Any, seed: int, net: Network | None = None) -> None:
        net = net or Network(SIZES, seed=seed)
        self.np, self.rng = np, np.random.default_rng(seed)
        self.w2, self.w3 = (np.array([*map(list, w)], np.float32) for w in net.weights)
        self.b2, self.b3 = (np.array([*b], np.float32).ravel() for b in net.biases)

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
        self.descend(x[batch], y[batch], eta, eta * LMBDA / len(x))

    def descend(self, a1: Any, y: Any, eta: float, decay: float) -> None:
        """Take a step for these inputs and the outputs wanted."""
        a2, z3 = self.forward(a1)
        delta3 = self.sigmoid(z3) - y
        delta2 = (delta3 @ self.w3) * a2 * (1 - a2)
        for w, b, delta, a in (
            (self.w3, self.b3, delta3, a2),
            (self.w2, self.b2, delta2, a1),
        ):
            w *= 1 - decay
            w -= eta / len(a1) * (delta.T @ a)
            b -= eta / len(a1) * delta.sum(0)

    def learn_more(self, x: Any, y: Any) -> Arrays:
        """Grow, and learn from grey levels, 0 to 255; y: the digit, or 10 for none."""
        np, rng = self.np, self.rng
        new = (rng.standard_normal((MORE, 784)) / SIDE).astype(np.float32)
        self.w2 = np.concatenate([self.w2, new])
        self.w3 = np.concatenate([self.w3, np.zeros((10, MORE), np.float32)], 1)
        self.b2 = np.concatenate([self.b2, np.zeros(MORE, np.float32)])
        wanted = np.eye(11, 10, dtype=np.float32)
        steps, done = EPOCHS * len(y) // BATCH, 0
        for epoch in range(EPOCHS):
            with Bar(f"second term, epoch {epoch}") as progress:
                order = rng.permutation(len(y))
                for start in range(0, len(y) - BATCH, BATCH):
                    batch = order[start : start + BATCH]
                    eta = ETA * (1 - done / steps) + END
                    done += 1
                    some = x[batch].reshape(-1, 784).astype(np.float32) / 256
                    self.descend(some, wanted[y[batch]], eta, eta * DECAY)
                    progress(start + BATCH, len(y))
        return self

    def rounded(self) -> Network:
        """Return the network as one of ours, its numbers short."""
        net = Network([SIZES[0], len(self.b2), SIZES[-1]], seed=0)
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


def trained(np: Any) -> Network:
    """Draw the digits, train the teachers, and the network that learns from them."""
    x, y = drawn(np)
    teachers = [Arrays(np, seed).learn(x, y) for seed in TEACHERS]
    pupil = Arrays(np, PUPIL)
    for start in range(0, DIGITS, 20_000):
        some = slice(start, start + 20_000)
        z = sum(teacher.forward(x[some])[1] for teacher in teachers)
        y[some] = pupil.sigmoid(z / len(teachers))
    return pupil.learn(x, y).rounded()


def second_term(np: Any, mnist: str) -> tuple[Any, Any]:
    """Return what is learned in the second term: grey levels, and labels."""
    with Bar("reading MNIST") as progress:
        halves = reader.read(mnist, test=0, progress=progress)[:2]
    sets = [
        _arrays(np, some)
        for some in (
            (pair for half in halves for pair in zip(*half)),
            other_hands.digits(80, 100_000),
            other_hands.digits(81, 100_000),
            other_hands.none(90, 50_000),
            other_hands.none(91, 50_000),
        )
    ]
    # As they are, and distorted: the share of them, the seed, and how much.
    real, first, then, none, more_none = sets
    bent = [
        _bent(np, *some, share, seed, much)
        for some, share, seed, much in (
            (real, 1.0, 5, 1.0), (first, 0.7, 6, 0.7), (then, 0.4, 7, 0.7),
            (more_none, 0.6, 9, 0.7),
        )
    ]  # fmt: skip
    x, y = zip(real, first, then, none, *bent)
    return np.concatenate(x), np.concatenate(y)


def _arrays(np: Any, pairs: Iterable[tuple[Image, int]]) -> tuple[Any, Any]:
    images, labels = zip(*pairs)
    grey = np.frombuffer(b"".join(map(bytes, images)), np.uint8)
    return grey.reshape(-1, SIDE, SIDE), np.array(labels)


def _bent(
    np: Any, x: Any, y: Any, share: float, seed: int, much: float
) -> tuple[Any, Any]:
    """Return the images with a share of them distorted."""
    rng, x = np.random.default_rng(seed), x.copy()
    with Bar("distorting") as progress:
        for start in range(0, len(x), AT_ONCE):
            some = rng.random(len(x[start : start + AT_ONCE])) < share
            chosen = start + np.flatnonzero(some)
            before = x[chosen].astype(np.float32) / 255
            x[chosen] = np.rint(distorted(np, before, rng, much) * 256)
            progress(start, len(x))
    return x, y


def main(argv: Sequence[str] | None = None) -> int:
    """Train the network, write it, and say how good it is."""
    parser = argparse.ArgumentParser(prog=program(__name__))
    parser.add_argument("mnist", help="MNIST: a file, or the folder it is in")
    args = parser.parse_args(argv)
    try:
        import numpy as np  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise ValueError(f"{sys.executable} has no NumPy, which this needs") from None
    pupil = Arrays(np, PUPIL, trained(np))
    net = pupil.learn_more(*second_term(np, args.mnist)).rounded()
    path = Path(purenet.runs.__file__).with_name(NAME)
    saved.save(net, path)
    for name, test in (
        ("built-in digits", builtin.load(train=0, validation=0)[2]),
        ("MNIST", reader.read(args.mnist, train=0, validation=0)[2]),
    ):
        right = net.evaluate(list(zip(*test)))
        print(f"{right} of {len(test[0])} right of {name}")
    print(f"{path}: {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
