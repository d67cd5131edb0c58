"""The network that comes with the package, and how it is made.

`python3 -m purenet recognise` and the page read with it before the user has
trained one: 784-50-10, trained on 40,000 of the built-in digits with the
cross-entropy and a little regularization (the book's chapter 3). Nothing of
MNIST is in it; yet it reads 95.8 % of MNIST's first 5,000 training images.
It is made again by

    python3 -m purenet.beyond.shipped

which takes minutes with PyPy, and an hour or so with CPython.

>>> load().sizes
[784, 50, 10]
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from purenet import network
from purenet.beyond import saved
from purenet.beyond.network2 import Network
from purenet.data import builtin
from purenet.matrix import Matrix
from purenet.mnist_loader import vectorized_result

NAME = "shipped.json"
SIZES = [784, 50, 10]
DIGITS = 40_000
STEPS = ((0.5, 8), (0.1, 4))  # eta, epochs
LMBDA = 5.0
DECIMALS = 3  # enough to answer the same, and a third of the file


def load() -> network.Network:
    """Return the network that comes with the package.

    >>> load()
    <Network 784-50-10>
    """
    with resources.as_file(resources.files("purenet.beyond") / NAME) as path:
        return saved.load(path)


def trained() -> Network:
    """Train the network anew, and round its weights."""
    (images, labels), _, _ = builtin.load(DIGITS, validation=0, test=0)
    data = [(x, vectorized_result(digit)) for x, digit in zip(images, labels)]
    net = Network(SIZES, seed=1)
    for eta, epochs in STEPS:
        for _ in net.train(data, epochs, 10, eta, lmbda=LMBDA):
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
