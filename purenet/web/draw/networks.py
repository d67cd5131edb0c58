"""Networks as the page needs them, and back.

Many numbers travel as doubles in base64, which Python and browsers both read fast.

>>> net = Network([784, 3, 10], seed=0)
>>> copy = from_numbers(**to_numbers(net))
>>> copy.weights == net.weights and copy.biases == net.biases
True
"""

from __future__ import annotations

import base64
from array import array
from collections.abc import Mapping, Sequence
from copy import copy
from itertools import islice
from math import isfinite

from purenet import network2
from purenet.data.networks import entries
from purenet.data.stream import blaming
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.runs import saved
from purenet.web.asked import Message, finite, whole
from purenet.web.draw.drawings import checked_drawings, to_base64
from purenet.words import say

_MOST_NEURONS = 300


def changed(net: Network, changes: Mapping[str, Message]) -> Network:
    """Return a network in which hidden neurons, by their number, are others.

    A change has perhaps another "bias", other weights "out" by output, or is "off".
    """
    if not changes:
        return net
    biases = [list(b) for b in net.biases]
    last = [list(row) for row in net.weights[-1]]
    for number, change in changes.items():
        j = int(number)
        biases[0][j] = change.get("bias", biases[0][j])
        for output, weight in change.get("out", {}).items():
            last[int(output)][j] = weight
        for row in last if change.get("off") else ():
            row[j] = 0.0
    other = copy(net)
    other.weights, other.biases = [*net.weights[:-1], Matrix(last)], biases
    return other


def checked_change(change: Message, before: Message, sizes: Sequence[int]) -> Message:
    """Return how a hidden neuron is to be changed beyond what was before, if it can.

    >>> checked_change({"neuron": 4, "off": True}, {"bias": 1.0}, [784, 5, 10])
    {'bias': 1.0, 'off': True}
    """
    if len(sizes) != 3:
        raise ValueError(say("a network with one hidden layer is wanted"))
    whole(change, "neuron", 0, sizes[1] - 1)
    told = dict(before)
    if "off" in change:
        told["off"] = bool(change["off"])
    if "bias" in change:
        told["bias"] = finite(change["bias"])
    out = change.get("out", {})
    known = [str(output) for output in range(sizes[-1])]
    if not isinstance(out, dict) or not set(out) <= set(known):
        raise ValueError(say("out has weights by output, from 0 to {}", sizes[-1] - 1))
    if out:
        out = {output: finite(weight) for output, weight in out.items()}
        told["out"] = {**told.get("out", {}), **out}
    return told


def to_numbers(net: Network) -> Message:
    """Return a network's sizes, cost, and biases and weights as doubles in base64."""
    numbers = array("d")
    for b, w in zip(net.biases, net.weights):
        for row in (b, *w):
            numbers.extend(row)
    told = {"sizes": net.sizes, "cost": network2.cost_of(net)}
    return {**told, "doubles": to_base64(numbers.tobytes())}


def from_numbers(sizes: Sequence[int], cost: str, doubles: str) -> Network:
    """Return the network that `to_numbers` wrote down."""
    values = iter(array("d", base64.b64decode(doubles)))
    weights, biases = [], []
    for columns, rows in zip(sizes, sizes[1:]):
        biases.append(list(islice(values, rows)))
        weights.append(Matrix([list(islice(values, columns)) for _ in range(rows)]))
    return network2.Network.from_weights(weights, biases, cost=network2.COSTS[cost])


def loaded(text: str) -> tuple[Network, list[Message]]:
    """Return the network in a saved file's text, if it fits the page, and drawings.

    >>> loaded(saved.contents(Network([2, 1]), "json").decode())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: this file: a digit takes 784 inputs and 10 outputs; ...
    """
    name = say("this file")
    with blaming(name):
        found = entries(text.encode())
        net = saved.network_in(found)
    return fitting(net, name), checked_drawings(found.get("mine", []))


def fitting(net: Network, name: str) -> Network:
    """Return a network, if the page can show it; else raise ValueError."""
    saved.check_reads_digits(net, name)
    if (neurons := sum(net.sizes[1:])) > _MOST_NEURONS:
        words = "the page shows up to {} neurons, not {}"
        raise ValueError(say(words, _MOST_NEURONS, neurons))
    # Inputs and activations are 1 at most, so that no sum can be larger.
    for b, w in zip(net.biases, net.weights):
        if not all(isfinite(abs(b_j) + sum(map(abs, row))) for b_j, row in zip(b, w)):
            words = "the network's weights add up to more than numbers can be"
            raise ValueError(say(words))
    return net
