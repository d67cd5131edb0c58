"""Networks as the page needs them: what each neuron says, and its weights.

Many numbers travel as bytes in base64, which Python and browsers both read
fast: weights as doubles where they are used again, and as whole numbers from
-127 to 127 where they only colour a picture.

>>> net = Network([784, 3, 10], seed=0)
>>> copy = from_numbers(**to_numbers(net))
>>> copy.weights == net.weights and copy.biases == net.biases
True
"""

from __future__ import annotations

import base64
from array import array
from collections.abc import Iterable, Sequence
from itertools import islice
from math import isfinite

from purenet import network2
from purenet.data.networks import entries
from purenet.data.stream import blaming
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.runs import saved
from purenet.vectors import dot
from purenet.web.asked import Message, finite, whole
from purenet.words import say

_MOST_NEURONS = 300


def described(net: Network) -> Message:
    """Return what the page shows of a network.

    pictures: of each neuron of the second layer; last_weights and last_biases: of
    the output neurons, from which the page tells who spoke for an answer.
    """
    return {
        "sizes": net.sizes,
        "pictures": pictures(net.weights[0]),
        "last_weights": [[round(w, 4) for w in row] for row in net.weights[-1]],
        "last_biases": [round(b, 4) for b in net.biases[-1]],
    }


def pictures(rows: Iterable[Sequence[float]]) -> list[str]:
    """Return rows of weights as signed bytes, the largest of all as 127 or -127.

    >>> [base64.b64decode(each) for each in pictures([[0.5, -1.0], [0.0, 0.25]])]
    [b'@\\x81', b'\\x00 ']
    """
    rows = list(rows)
    largest = max(max(max(row), -min(row)) for row in rows) or 1.0
    told = [array("b", [round(127 * (w / largest)) for w in row]) for row in rows]
    return [to_base64(each.tobytes()) for each in told]


def neuron(net: Network, number: int, x: Sequence[float]) -> Message:
    """Return what there is to see of one neuron of the only hidden layer.

    sum and bias: of its weighted input z; out: its weights to the outputs.
    """
    row = net.weights[0][number]
    return {
        "picture": pictures([row])[0],
        "sum": round(dot(row, x), 4),
        "bias": round(net.biases[0][number], 4),
        "out": [round(row[number], 4) for row in net.weights[-1]],
    }


def changed(net: Network, change: Message) -> Network:
    """Return a network in which one hidden neuron is another.

    change: "neuron", and perhaps another "bias", other weights "out", or "off".
    """
    number = whole(change, "neuron", 0, net.sizes[1] - 1)
    biases = [list(b) for b in net.biases]
    last = [list(row) for row in net.weights[-1]]
    biases[0][number] = finite(change.get("bias", biases[0][number]))
    out = change.get("out", [row[number] for row in last])
    if not isinstance(out, list) or len(out) != len(last):
        raise ValueError(say("out is a list of {} weights", len(last)))
    for row, weight in zip(last, out):
        row[number] = 0.0 if change.get("off") else finite(weight)
    return Network.from_weights([*net.weights[:-1], last], biases)


def to_base64(data: bytes) -> str:
    """Return bytes as text that JSON and the page can take."""
    return base64.b64encode(data).decode("ascii")


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


def loaded(text: str) -> Network:
    """Return the network in a saved file's text, if it fits the page.

    >>> loaded(saved.to_json(Network([2, 1])))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: this file: a digit takes 784 inputs and 10 outputs; ...
    """
    name = say("this file")
    with blaming(name):
        net = saved.network_in(entries(text.encode()))
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
