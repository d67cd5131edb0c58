"""The network that comes with the package, and how it is made.

It reads before the user has trained one: 784-160-10. It learned in two terms, with the
cross-entropy and a little regularisation (the book's chapter 3): from 400,000 digits
that our pen wrote as the whole world does (`purenet.data.handwriting`), to answer what
twelve such networks answer on average; then from MNIST's 60,000 training images, too,
from more hands, distorted as on a photograph, and from letters, signs, scribbles and
digits that touch, for which it is to answer 0 ten times. It reads 98.2 % of MNIST's
test images, which it has not seen.

`python3 -m lessons.making network MNIST` makes such a one, with NumPy, whose builds add
up in other orders and end a little elsewhere. (Its two terms were not run in one go.)

>>> load().sizes
[784, 160, 10]
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
