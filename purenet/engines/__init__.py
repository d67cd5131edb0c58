"""The same network, made fast: packed for CPython, flat for PyPy.

packed      PackedNetwork: a column of weights in one long integer
columns     the layers it is made of
lanes       many numbers in one integer, and out of it again
flat        FlatNetwork: loops that PyPy is fastest with
race        the engines timed side by side, with the book's program
with_numpy  the book's way to calculate, for the race

All of them are made, trained and asked like `Network`, draw the same weights
from the same seed, and come to the same numbers but for rounding.

>>> FastNetwork([784, 30, 10], seed=0).sizes
[784, 30, 10]
"""

import sys

from purenet.engines.flat import FlatNetwork
from purenet.engines.packed import PackedNetwork
from purenet.network import Network

ENGINES: dict[str, type[Network]] = {
    "plain": Network,
    "packed": PackedNetwork,
    "flat": FlatNetwork,
}
# What this Python is quickest with.
FASTEST = "flat" if sys.implementation.name == "pypy" else "packed"
FastNetwork = ENGINES[FASTEST]
