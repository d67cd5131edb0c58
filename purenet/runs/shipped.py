"""The network that comes with the package, and how it is made.

It reads before the user has trained one: 784-100-10, trained on 400,000 digits that our
pen wrote as the whole world does (`purenet.data.handwriting`), with the cross-entropy
and a little regularization (the book's chapter 3), to answer what twelve such networks
answer on average. Nothing of MNIST is in it; yet it reads 97.3 % of its test images.

`python3 -m lessons.making network` makes it again, in eight minutes with NumPy.
(Another build adds up in another order: a weight in three hundred differs by 0.001.)

>>> load().sizes
[784, 100, 10]
"""

from __future__ import annotations

from purenet import network
from purenet.runs import saved
from purenet.words import as_file, files

NAME = "shipped.json"


def load() -> network.Network:
    """Return the network that comes with the package."""
    with as_file(files("purenet.runs") / NAME) as path:
        return saved.load(path)
