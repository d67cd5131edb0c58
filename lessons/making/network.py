"""train the network that comes along again, into purenet/runs/shipped.json

With NumPy: this is a maintainer's program, and Python alone would take hours. Learning
took eight minutes of a processor, and drawing, by PyPy and from the same seeds, seven
(by CPython it takes longer). It has not been run in one go.

It learns MNIST's training images; digits of the package's pen, by more hands than the
package has (`_other_hands`); and what is no digit, for which it is to answer 0 with
all ten outputs. In each pass nearly all are distorted anew, as on another photograph
(`_distorted`), so that there is nothing to learn by heart.

The steps are the book's, with the cross-entropy, and three things for speed: momentum,
an eta that falls to 0 along a half cosine, and inputs and activations less their
middle, for learning. What is subtracted goes into the biases at the end.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import purenet.runs
from lessons.making import _other_hands as other_hands
from lessons.making._distorted import distorted
from purenet.console.programs import program
from purenet.console.progress import Bar
from purenet.data import builtin, reader
from purenet.data.image import SIDE, Image
from purenet.matrix import Matrix
from purenet.network2 import Network
from purenet.runs import saved
from purenet.runs.shipped import NAME

HIDDEN = 224
DRAWN, NONE = 240_000, 40_000  # images of the pen: digits, and what is none
PASSES, TIMES = 8, 4  # how often all are distorted; how often each of these is seen
ETA, MOMENTUM, DECAY, BATCH = 2.0, 0.9, 2e-6, 64
SEED = 7
AT_ONCE = 100  # so many are distorted together: they fit into the processor's cache
DECIMALS = 2  # enough to answer the same, and a third of the file

Set = tuple[Any, Any, float, float]  # images, labels; share distorted, how much


class Arrays:
    """A network as arrays of NumPy, which learns; mean: of its inputs."""

    def __init__(self, np: Any, rng: Any, mean: Any) -> None:
        self.np, self.mean = np, mean
        # Small: a pixel that is never inked ends with weights of 0.00.
        w2 = rng.standard_normal((HIDDEN, SIDE**2)) / SIDE / 10
        w3 = rng.standard_normal((10, HIDDEN)) / math.sqrt(HIDDEN)
        self.parts = [each.astype(np.float32) for each in (w2, w3)]
        self.parts += [np.zeros(size, np.float32) for size in (HIDDEN, 10)]
        self.speeds = [np.zeros_like(each) for each in self.parts]

    def sigmoid(self, z: Any) -> Any:
        """Return sigma of every number of z."""
        with self.np.errstate(over="ignore"):  # exp is inf where sigma is 0
            return 1 / (1 + self.np.exp(-z))

    def step(self, x: Any, y: Any, eta: float) -> None:
        """Take a step for these inputs and the outputs wanted."""
        w2, w3, b2, b3 = self.parts
        a1 = x - self.mean
        a2 = self.sigmoid(a1 @ w2.T + b2)
        delta3 = (self.sigmoid((a2 - 0.5) @ w3.T + b3) - y) / len(x)
        delta2 = (delta3 @ w3) * a2 * (1 - a2)
        slopes = delta2.T @ a1, delta3.T @ (a2 - 0.5), delta2.sum(0), delta3.sum(0)
        for part, speed, slope in zip(self.parts, self.speeds, slopes):
            speed *= MOMENTUM
            speed -= (1 - MOMENTUM) * eta * slope
            part += speed
        w2 *= 1 - eta * DECAY
        w3 *= 1 - eta * DECAY

    def network(self) -> Network:
        """Return the network as one of ours, its numbers short."""
        w2, w3, b2, b3 = self.parts
        net = Network([SIDE**2, HIDDEN, 10], seed=0)
        net.weights = [Matrix(_short(w)) for w in (w2, w3)]
        net.biases = [*map(_short, (b2 - w2 @ self.mean, b3 - w3.sum(1) / 2))]
        return net


def _short(numbers: Any) -> list[Any]:
    short: list[Any] = (numbers.astype(float).round(DECIMALS) + 0.0).tolist()
    return short  # with 0.0 for -0.0


def trained(np: Any, mnist: str) -> Network:
    """Read and draw what is learned, and return the network that has learned it."""
    rng = np.random.default_rng(SEED)
    sets = _sets(np, mnist)
    y = np.eye(11, 10, dtype=np.float32)[
        np.concatenate([labels for _, labels, *_ in sets])
    ]
    mean = np.concatenate([x[::9] for x, *_ in sets]).mean(0).ravel() / 256
    net = Arrays(np, rng, mean.astype(np.float32))
    steps, done = PASSES * TIMES * (len(y) // BATCH), 0
    for number in range(PASSES):
        x = np.concatenate([_bent(np, each, rng) for each in sets])
        x = x.reshape(-1, SIDE**2)
        with Bar(f"pass {number + 1} of {PASSES}") as progress:
            for _ in range(TIMES):
                order = rng.permutation(len(y))
                for start in range(0, len(y) - BATCH + 1, BATCH):
                    batch = order[start : start + BATCH]
                    eta = ETA * (1 + math.cos(math.pi * done / steps)) / 2
                    net.step(x[batch].astype(np.float32) / 256, y[batch], eta)
                    done += 1
                    progress(done, steps)
    return net.network()


def _sets(np: Any, mnist: str) -> list[Set]:
    """Return what is learned; MNIST's images twice."""
    with Bar("reading MNIST") as progress:
        halves = reader.read(mnist, test=0, progress=progress)[:2]
    pairs = chain(*(zip(*half) for half in halves))
    real = _arrays(np, pairs, sum(len(labels) for _, labels in halves))
    hands = _arrays(np, other_hands.digits(80, DRAWN), DRAWN)
    none = _arrays(np, other_hands.none(90, NONE), NONE)
    return [(*real, 0.85, 0.85), (*real, 0.85, 0.85), (*hands, 0.65, 0.7),
            (*none, 0.5, 0.7)]  # fmt: skip


def _arrays(np: Any, pairs: Iterable[tuple[Image, int]], count: int) -> tuple[Any, Any]:
    x, y = np.empty((count, SIDE, SIDE), np.uint8), np.empty(count, int)
    with Bar("drawing") as progress:
        for number, (image, label) in enumerate(pairs):
            x[number] = np.frombuffer(bytes(image), np.uint8).reshape(SIDE, SIDE)
            y[number] = label
            progress(number, count)
    return x, y


def _bent(np: Any, some: Set, rng: Any) -> Any:
    """Return the images of a set with a share of them distorted."""
    x, _, share, much = some
    x = x.copy()
    with Bar("distorting") as progress:
        for start in range(0, len(x), AT_ONCE):
            here = x[start : start + AT_ONCE]
            chosen = rng.random(len(here)) < share
            before = here[chosen].astype(np.float32) / 255
            here[chosen] = np.rint(distorted(np, before, rng, much) * 256)
            progress(start, len(x))
    return x


def main(argv: Sequence[str] | None = None) -> int:
    """Train the network, write it, and say how good it is."""
    parser = argparse.ArgumentParser(prog=program(__name__))
    parser.add_argument("mnist", help="MNIST: a file, or the folder it is in")
    args = parser.parse_args(argv)
    try:
        import numpy as np  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise ValueError(f"{sys.executable} has no NumPy, which this needs") from None
    net = trained(np, args.mnist)
    path = Path(purenet.runs.__file__).with_name(NAME)
    path.write_bytes(saved.contents(net, "json").replace(b" ", b""))
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
