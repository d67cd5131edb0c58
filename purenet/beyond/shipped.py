"""The network that comes with the package, and how it is made.

`python3 -m purenet recognise` and the page read with it before the user has
trained one: 784-100-10, trained on 200,000 digits that our pen wrote as the
whole world does (`purenet.data.world`), with the cross-entropy and a little
regularization (the book's chapter 3). Nothing of MNIST is in it; yet it reads
97.2 % of MNIST's 10,000 test images. It is made again by

    python3 -m purenet.beyond.shipped

which takes ten minutes or so with PyPy, and more than an hour with CPython.

>>> load().sizes
[784, 100, 10]
"""

from __future__ import annotations

import random
from importlib import resources
from pathlib import Path

from purenet import network
from purenet.beyond import saved
from purenet.beyond.network2 import Network
from purenet.console.progress import Bar
from purenet.data import builtin, world
from purenet.matrix import Matrix
from purenet.mnist_loader import vectorized_result

NAME = "shipped.json"
SIZES = [784, 100, 10]
DIGITS = 200_000
STEPS = ((0.5, 4), (0.1, 2))  # eta, epochs
LMBDA = 5.0
SEED = 1
DECIMALS = 3  # enough to answer the same, and a third of the file


def load() -> network.Network:
    """Return the network that comes with the package.

    >>> load()
    <Network 784-100-10>
    """
    with resources.as_file(resources.files("purenet.beyond") / NAME) as path:
        return saved.load(path)


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


def main() -> int:
    """Train the network, write it beside this module, and say how good it is."""
    net = trained()
    path = Path(__file__).with_name(NAME)
    saved.save(net, path)
    _, _, test = builtin.load(train=0, validation=0)
    right = net.evaluate(list(zip(*test)))
    print(f"{path}: {path.stat().st_size:,} bytes; {right} of {len(test[0])} right")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
