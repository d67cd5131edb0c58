"""The network that comes with the package, and how it is made.

`python3 -m purenet recognise` and the page read with it before the user has
trained one: 784-100-10, trained on 200,000 digits that our pen wrote as the
whole world does (`purenet.data.world`), with the cross-entropy and a little
regularization (the book's chapter 3). Nothing of MNIST is in it; yet it reads
97.2 % of MNIST's 10,000 test images. It is made again by

    python3 -m purenet.making network

which takes ten minutes or so with PyPy, and more than an hour with CPython.

>>> load().sizes
[784, 100, 10]
"""

from __future__ import annotations

from importlib import resources

from purenet import network
from purenet.beyond import saved

NAME = "shipped.json"


def load() -> network.Network:
    """Return the network that comes with the package.

    >>> load()
    <Network 784-100-10>
    """
    with resources.as_file(resources.files("purenet.beyond") / NAME) as path:
        return saved.load(path)
