"""Networks in files: JSON, as the book's chapter 3 keeps them.

The book's network2.py saves a network as one JSON object with four entries:

    sizes    [784, 30, 10]
    weights  for each layer after the first, its rows: weights[0][j][k] is
             the weight from neuron k of the layer before to neuron j
    biases   for each layer after the first, a column: [[b_1], [b_2], ...]
    cost     "QuadraticCost" or "CrossEntropyCost"

So do we, and networks go both ways. A name that ends in .npz asks for NumPy's
kind of file instead (`purenet.runs._npz`). Whatever else a file holds is left
alone. Python writes a float with as many digits as it takes to read the very
same one back, so nothing is lost.

A file may come from anywhere: it is read as data and checked entry by entry,
and nothing in it is ever run.

>>> import tempfile, os
>>> net = Network([3, 2, 1], seed=0)
>>> path = os.path.join(tempfile.mkdtemp(), "net.json")
>>> save(net, path)
>>> check_other(path)  # it may be written over
>>> again = load(path)
>>> again.weights == net.weights, again.biases == net.biases
(True, True)
"""

from __future__ import annotations

import json
import math
import os
from itertools import accumulate
from pathlib import Path
from typing import Any

from purenet import network2
from purenet.checks import hooked, sizes_of
from purenet.console.replacing import write
from purenet.data import DataError
from purenet.data.budget import Budget
from purenet.data.image import PIXELS
from purenet.data.stream import blaming
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.runs import _npz
from purenet.vectors import Vector
from purenet.words import say

# What the file of a network can need at most, and more than any here does:
# 1.5 million weights; some lists a neuron; lists in lists in lists.
MOST_BYTES = 32_000_000
_MOST_LISTS = 100_000
_DEEPEST = 8
_NO_BRACKETS = bytes(each for each in range(256) if each not in b"[]{}")
_MEMORY = 150_000_000  # bytes, to read it; what each sign in it may cost of them:
_COSTS = {b",": 44, b"[": 60, b"{": 60, b":": 150, b'"': 30}
# The methods that make a network what it is.
_KEPT_BY_KIND = "feedforward predict activation activation_prime".split()
_KEPT_BY_KIND += "output_delta cost_derivative".split()
_COST = network2.QuadraticCost.__name__


def save(net: Network, path: str | os.PathLike[str]) -> None:
    """Write a network to a file: .npz for NumPy by its name, else JSON.

    Raise DataError for a network that could not be loaded as the same, see
    `cost_of`, OSError where the file cannot be written.
    """
    write(contents(net, path), path)


def contents(net: Network, path: str | os.PathLike[str], **more: object) -> bytes:
    """Return the bytes of a network's file of this name; more: as for `to_json`."""
    if str(path).lower().endswith(".npz") and not more:
        data, most = _npz.packed(net, cost_of(net)), _npz.MOST_BYTES
    else:
        data, most = to_json(net, **more).encode("utf-8"), MOST_BYTES
    if len(data) > most:
        template = (
            "{}: {:,} bytes, more than load takes ({:,}); with fewer hidden "
            "neurons it fits"
        )
        raise DataError(template, path, len(data), MOST_BYTES)
    return data


def load(path: str | os.PathLike[str]) -> Network:
    """Return the network in a file, whichever it is of the two kinds.

    >>> load("nowhere.json")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: nowhere.json: No such file or directory
    """
    with blaming(path):
        data = read(path)
        return network_in(_npz.entries(data) if data[:2] == b"PK" else entries(data))


def cost_of(net: Network) -> str:
    """Return the name of the cost by which a network learns, if it can be kept.

    Raise DataError for one that could not be loaded as the same: with a cost
    of its own, of a subclass that goes forward or learns in its own way, or
    with a number that is none.

    >>> cost_of(Network([2, 1])), cost_of(network2.Network([2, 1]))
    ('QuadraticCost', 'CrossEntropyCost')
    """
    cost = getattr(net, "cost", network2.QuadraticCost)
    name = getattr(cost, "__name__", type(cost).__name__)
    if name not in network2.COSTS:
        raise DataError("a network with the cost {} could not be loaded again", name)
    if hooked(net, *_KEPT_BY_KIND):
        template = (
            "a {} has methods of its own, which a file does not keep: loaded "
            "again it would answer or learn otherwise. To save its numbers alone, "
            "save Network.from_weights(net.weights, net.biases)"
        )
        raise DataError(template, type(net).__name__)
    for b, w in zip(net.biases, net.weights):
        if not all(all(map(math.isfinite, numbers)) for numbers in (b, *w)):
            raise DataError("a network with inf or nan in it cannot be saved")
    return str(name)


def to_json(net: Network, **more: object) -> str:
    """Return a network as JSON text, in the book's layout; more: other entries.

    >>> net = Network.from_weights([[[0.5]]], [[-2.0]])
    >>> as_entries(net.weights, net.biases)
    {'sizes': [1, 1], 'weights': [[[0.5]]], 'biases': [[[-2.0]]]}
    >>> json.loads(to_json(net))["cost"]
    'QuadraticCost'
    """
    cost = cost_of(net)
    return json.dumps({**as_entries(net.weights, net.biases), "cost": cost, **more})


def as_entries(weights: list[Matrix], biases: list[Vector]) -> dict[str, Any]:
    """Return weights and biases as the entries of the JSON that hold them."""
    return {
        "sizes": sizes_of(weights, biases),
        "weights": [list(w) for w in weights],
        "biases": [[[b_j] for b_j in b] for b in biases],
    }


def read(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file; DataError where no network is so long."""
    with Path(path).open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise DataError("longer than {:,} bytes, no network is", MOST_BYTES)
    return data


def entries(data: bytes) -> dict[str, Any]:
    """Return the JSON object in some bytes."""
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")):
        raise DataError(
            "not the JSON of a network, as `train --save net.json` writes it "
            "(files of digits go with --data)"
        )
    _check_lists(data)
    budget = Budget(_MEMORY, 0)
    budget.keep(len(data) * (2 if data.isascii() else 5))
    for sign, bytes_ in _COSTS.items():
        budget.keep(bytes_ * data.count(sign))
    try:
        text = data.decode("utf-8-sig")
        found = json.loads(text, parse_int=_whole_number, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise DataError("not the JSON of a network: {}", error) from None
    if not isinstance(found, dict):
        raise DataError("not a JSON object with a network's entries")
    return found


def _check_lists(data: bytes) -> None:
    """Refuse lists too many or too deep, before any of them is made."""
    opened = data.count(b"[") + data.count(b"{")
    if opened > _MOST_LISTS:
        raise DataError("{:,} lists, more than any network needs", opened)
    brackets = data.translate(None, _NO_BRACKETS)
    depths = accumulate(1 if bracket in b"[{" else -1 for bracket in brackets)
    if max(depths) > _DEEPEST:
        raise DataError("lists in lists deeper than {}", _DEEPEST)


def _whole_number(digits: str) -> int:
    if len(digits) > 20:
        raise ValueError(say("a whole number of {} digits", len(digits)))
    return int(digits)


def _refused(constant: str) -> None:
    raise ValueError(say("{} is no number", constant))


def check_name(path: str) -> None:
    """Raise DataError for a name that no file of a network has.

    >>> check_name("net.pkl")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: net.pkl: networks are saved as .json, or for NumPy as .npz
    """
    if not path.lower().endswith((".json", ".npz")):
        raise DataError("{}: networks are saved as .json, or for NumPy as .npz", path)


def check_other(path: str) -> None:
    """Raise DataError where a network would take the place of another thing."""
    if not Path(path).is_file():
        return
    with Path(path).open("rb") as file:
        data = file.read(MOST_BYTES)
    as_json = data[:1] == b"{" and b'"sizes"' in data
    as_npz = data[:2] == b"PK" and b"weights_0.npy" in data
    if data and not (as_json or as_npz):
        template = "{} is there already and holds no network: name another file"
        raise DataError(template, path)


def check_reads_digits(net: Network, name: str) -> None:
    """Raise DataError for a network without a digit's pixels or ten outputs.

    >>> check_reads_digits(Network([2, 1]), "net.json")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: net.json: a digit takes 784 inputs and 10 outputs; ...
    """
    if net.sizes[0] != PIXELS or net.sizes[-1] != 10:
        sizes = "-".join(map(str, net.sizes))
        template = "{}: a digit takes {} inputs and 10 outputs; this network is {}"
        raise DataError(template, name, PIXELS, sizes)


def network_in(found: dict[str, Any]) -> Network:
    """Return the network whose entries these are, checked one by one.

    >>> network_in(entries(b'{"sizes": [2, 1]}'))
    Traceback (most recent call last):
        ...
    purenet.data.DataError: there is no entry 'weights'
    """
    for key in ("sizes", "weights", "biases"):
        if key not in found:
            raise DataError("there is no entry {!r}", key)
    sizes, cost = found["sizes"], found.get("cost", _COST)
    are_whole = isinstance(sizes, list) and {*map(type, sizes)} == {int}
    if not are_whole or len(sizes) < 2 or min(sizes) < 1:
        raise DataError("sizes is not two or more whole numbers above 0")
    if not isinstance(cost, str) or cost not in network2.COSTS:
        names = ", ".join(network2.COSTS)
        raise DataError("cost is one of {}, not {!r:.40}", names, cost)
    layers = len(sizes) - 1
    weights = _list(found["weights"], layers, "weights")
    biases = _list(found["biases"], layers, "biases")
    for n, (columns, rows) in enumerate(zip(sizes, sizes[1:])):
        weights[n] = _rows(weights[n], rows, columns, f"weights[{n}]")
        column = _rows(biases[n], rows, 1, f"biases[{n}]")
        biases[n] = [float(b_j) for (b_j,) in column]
    if cost == _COST:
        return Network.from_weights(weights, biases)
    return network2.Network.from_weights(weights, biases, cost=network2.COSTS[cost])


def _rows(found: object, rows: int, columns: int, where: str) -> list[Vector]:
    matrix = []
    for j, row in enumerate(_list(found, rows, where)):
        matrix.append(_list(row, columns, f"{where}[{j}]"))
        for k, number in enumerate(matrix[-1]):
            # True is an int, but no number here.
            if type(number) not in (int, float) or not math.isfinite(number):
                raise DataError("{} is not an ordinary number", f"{where}[{j}][{k}]")
    return matrix


def _list(found: object, length: int, where: str) -> list[Any]:
    if not isinstance(found, list):
        raise DataError("{} is not a list", where)
    if len(found) != length:
        template = "{} has {} entries; by the sizes, {}"
        raise DataError(template, where, len(found), length)
    return found
