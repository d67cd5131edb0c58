"""train the network that comes along again, into purenet/beyond/shipped.json"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import purenet.beyond
from purenet.beyond import saved
from purenet.beyond.network2 import Network
from purenet.beyond.shipped import NAME
from purenet.console.programs import program
from purenet.console.progress import Bar
from purenet.data import builtin, world
from purenet.matrix import Matrix
from purenet.mnist_loader import vectorized_result

SIZES = [784, 100, 10]
DIGITS = 200_000
STEPS = ((0.5, 4), (0.1, 2))  # eta, epochs
LMBDA = 5.0
SEED = 1
DECIMALS = 3  # enough to answer the same, and a third of the file


def trained() -> Network:
    """Draw the digits, train the network anew, and round its weights."""
    rng = random.Random(SEED)
    data = []
    for _ in range(DIGITS):
        digit = rng.randrange(10)
        data.append((world.draw(digit, rng), vectorized_result(digit)))
    net = Network(SIZES, seed=SEED)
    for eta, epochs in STEPS:
        for epoch in range(epochs):
            with Bar(f"eta {eta}, epoch {epoch}") as progress:
                for _ in net.train(data, 1, 10, eta, None, progress, LMBDA):
                    pass
    net.weights = [
        Matrix([[round(w_jk, DECIMALS) for w_jk in row] for row in w])
        for w in net.weights
    ]
    net.biases = [[round(b_j, DECIMALS) for b_j in b] for b in net.biases]
    return net


def main(argv: Sequence[str] | None = None) -> int:
    """Train the network, write it, and say how good it is."""
    argparse.ArgumentParser(prog=program(__name__)).parse_args(argv)
    net = trained()
    path = Path(purenet.beyond.__file__).with_name(NAME)
    saved.save(net, path)
    _, _, test = builtin.load(train=0, validation=0)
    right = net.evaluate(list(zip(*test)))
    print(f"{path}: {path.stat().st_size:,} bytes; {right} of {len(test[0])} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
