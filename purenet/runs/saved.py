"""Networks saved and loaded; how their files look, `purenet.data.networks` says.

>>> import tempfile
>>> net = Network([3, 2, 1], seed=0)
>>> contents(net, "net.npz")[:2]  # a zip archive
b'PK'
>>> path = os.path.join(tempfile.mkdtemp(), "net.json")
>>> save(net, path)
>>> load(path).weights == net.weights
True
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import Any

from purenet import network2
from purenet.console import replacing
from purenet.data import DataError, networks
from purenet.data.image import PIXELS
from purenet.network import Network
from purenet.network2 import cost_of
from purenet.words import later

check_place = partial(
    replacing.check_place,
    ours=rb'\{.*"sizes"|PK.*weights_0[.]npy',  # how a network's file begins
    endings=(".json", ".npz"),
    words=later("{}: networks are saved as .json, or for NumPy as .npz"),
)


def save(net: Network, path: str | os.PathLike[str]) -> None:
    """Write a network: .npz or JSON by its name; DataError as in `cost_of`."""
    replacing.write(contents(net, path), path)


def contents(net: Network, path: str | os.PathLike[str], **more: object) -> bytes:
    """Return the bytes of a network's file of this name; more: other entries."""
    return networks.contents(path, net.weights, net.biases, cost_of(net), **more)


def load(path: str | os.PathLike[str]) -> Network:
    """Return the network in a file, whichever it is of the two kinds."""
    return _network(*networks.load(path))


def network_in(found: dict[str, Any]) -> Network:
    """Return the network whose entries these are, checked one by one.

    >>> network_in({"sizes": [2, 1]})
    Traceback (most recent call last):
        ...
    purenet.data.DataError: there is no entry 'weights'
    """
    return _network(*networks.numbers(found))


def _network(weights: Any, biases: Any, cost: str) -> Network:
    if cost == networks.COSTS[0]:  # chapter 1's
        return Network.from_weights(weights, biases)
    return network2.Network.from_weights(weights, biases, cost=network2.COSTS[cost])


def check_reads_digits(
    net: Network, name: str, inputs: Sequence[int] = (PIXELS,)
) -> None:
    """Raise DataError for a network without a digit's pixels or ten outputs.

    >>> check_reads_digits(Network([2, 1]), "net.json")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: net.json: a digit takes 784 inputs and 10 outputs; ...
    """
    if net.sizes[0] not in inputs or net.sizes[-1] != 10:
        sizes = "-".join(map(str, net.sizes))
        template = "{}: a digit takes {} inputs and 10 outputs; this network is {}"
        raise DataError(template, name, PIXELS, sizes)
