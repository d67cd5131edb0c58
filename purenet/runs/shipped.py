"""The network that comes with the package, and how it is made.

It reads before the user has trained one: 784-224-10. It learned with the cross-entropy
(the book's chapter 3) from MNIST's 60,000 training images, from 240,000 digits that our
pen wrote as the whole world does (`purenet.data.handwriting`), and from letters, signs,
scribbles and digits that touch, for which it is to answer 0 ten times; most of them
distorted anew in each pass, as on another photograph. It reads 98.6 % of MNIST's test
images, from which it has not learned.

`python3 -m lessons.making network MNIST` makes such a one, with NumPy, whose builds add
up in other orders and end a little elsewhere. (Its digits were drawn beforehand.)

>>> load().sizes
[784, 224, 10]
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
