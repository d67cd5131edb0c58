"""Networks in files: JSON, as the book's chapter 3 keeps them.

The book's network2.py saves a network as one JSON object with four entries:

    sizes    [784, 30, 10]
    weights  for each layer after the first, its rows: weights[0][j][k] is
             the weight from neuron k of the layer before to neuron j
    biases   for each layer after the first, a column: [[b_1], [b_2], ...]
    cost     "QuadraticCost" or "CrossEntropyCost"

So do we, and networks go both ways. Whatever else a file holds is left
alone. Python writes a float with as many digits as it takes to read the very
same one back, so nothing is lost.

A file may come from anywhere: it is read as data and checked entry by entry,
and nothing in it is ever run.

>>> import tempfile, os
>>> net = Network([3, 2, 1], seed=0)
>>> path = os.path.join(tempfile.mkdtemp(), "net.json")
>>> save(net, path)
>>> again = load(path)
>>> again.weights == net.weights, again.biases == net.biases
(True, True)
"""

from __future__ import annotations

import json
import math
import os
import re
from pathlib import Path
from typing import Any

from purenet import network2
from purenet.checks import hooked, sizes_of
from purenet.console.replacing import replacing
from purenet.data import DataError
from purenet.data.image import PIXELS
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.runs import npz
from purenet.vectors import Vector

# What the file of a network can need at most, and more than any here does:
# 1.5 million weights; some lists a neuron; lists in lists in lists.
MOST_BYTES = 32_000_000
MOST_LISTS = 100_000
DEEPEST = 8
KEPT_BY_KIND = (  # methods that make a network what it is
    "feedforward forward predict activation activation_prime "
    "output_delta cost_derivative"
).split()
COST = network2.QuadraticCost.__name__


def save(net: Network, path: str | os.PathLike[str], **more: object) -> None:
    """Write a network to a file; more: entries to add to it.

    The file is written beside its place and then renamed, so that whatever
    happens the old file is there, or the new one. Raise OSError where it
    cannot be written.

    >>> save(Network([2, 1]), "no/such/folder/net.json")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    OSError: no/such/folder/net.json cannot be written: No such file or ...
    """
    data = to_json(net, **more).encode("utf-8")
    if len(data) > MOST_BYTES:
        raise ValueError(
            f"{path}: {len(data):,} bytes, more than load takes ({MOST_BYTES:,}); "
            "with fewer hidden neurons it fits"
        )
    try:
        with replacing(Path(path)) as file:
            file.write(data)
    except OSError as error:
        raise OSError(
            f"{path} cannot be written: {error.strerror or error}. What was there "
            "before is there still"
        ) from error


def load(path: str | os.PathLike[str]) -> Network:
    """Return the network in a file.

    Raise DataError, which says which entry is wrong, where it holds none.

    >>> load("nowhere.json")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: nowhere.json: No such file or directory
    """
    data, name = read_bounded(path), str(path)
    if data[:2] != b"PK":
        return network_in(entries(data, name), name)
    try:
        weights, biases, cost = npz.read(data)
        return _kind(cost, name).from_weights(weights, biases)
    except ValueError as error:
        words = str(error)
        raise DataError(
            words if words.startswith(name) else f"{name}: {words}"
        ) from None


def to_json(net: Network, **more: object) -> str:
    """Return a network as JSON text, in the book's layout.

    Raise ValueError for one that could not be loaded as the same: with a cost
    of its own, or of a subclass that goes forward or learns in its own way.

    >>> net = Network([1, 1], seed=0)
    >>> net.weights, net.biases = [Matrix([[0.5]])], [[-2.0]]
    >>> to_json(net)  # doctest: +ELLIPSIS
    '{"sizes": [1, 1], "weights": [[[0.5]]], "biases": [[[-2.0]]], "cost": ...}'
    """
    cost = getattr(net, "cost", network2.QuadraticCost)
    name = getattr(cost, "__name__", type(cost).__name__)
    if name not in (COST, network2.CrossEntropyCost.__name__):
        raise ValueError(f"a network with the cost {name} could not be loaded again")
    if hooked(net, *KEPT_BY_KIND):
        raise ValueError(
            f"a {type(net).__name__} has methods of its own, which a file does not "
            "keep: loaded again it would answer or learn otherwise. To save its "
            "numbers alone, save Network.from_weights(net.weights, net.biases)"
        )
    return json.dumps(
        {
            "sizes": sizes_of(net.weights, net.biases),
            "weights": [list(w) for w in net.weights],
            "biases": [[[b_j] for b_j in b] for b in net.biases],
            "cost": name,
            **more,
        },
        allow_nan=False,
    )


def read_bounded(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file that is not too long for a network.

    >>> read_bounded("nowhere.json")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: nowhere.json: No such file or directory
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataError(f"{path}: {error.strerror or error}") from None
    if len(data) > MOST_BYTES:
        raise DataError(f"{path}: longer than {MOST_BYTES:,} bytes, no network is")
    return data


def entries(data: bytes, name: str) -> dict[str, Any]:
    """Return the JSON object in some bytes; name: of the file, for errors.

    >>> entries(b"[1]", "net.json")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: net.json: not a JSON object with a network's entries
    """
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")):
        raise DataError(
            f"{name}: not the JSON of a network, as `train --save net.json` writes "
            "it (files of digits go with --data)"
        )
    _check_lists(data, name)
    try:
        found = json.loads(
            data.decode("utf-8-sig"), parse_int=_whole_number, parse_constant=_refused
        )
    except (ValueError, RecursionError) as error:
        raise DataError(f"{name}: not the JSON of a network: {error}") from None
    if not isinstance(found, dict):
        raise DataError(f"{name}: not a JSON object with a network's entries")
    return found


def _check_lists(data: bytes, name: str) -> None:
    """Refuse lists too many or too deep, before any of them is made."""
    brackets = re.sub(rb"[^][{}]+", b"", data)
    opened = brackets.count(b"[") + brackets.count(b"{")
    if opened > MOST_LISTS:
        raise DataError(f"{name}: {opened:,} lists, more than any network needs")
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in b"[{" else -1
        if depth > DEEPEST:
            raise DataError(f"{name}: lists in lists deeper than {DEEPEST}")


def _whole_number(digits: str) -> int:
    if len(digits) > 20:
        raise ValueError(f"a whole number of {len(digits)} digits")
    return int(digits)


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def check_name(path: str) -> None:
    """Raise ValueError for a name that no file of a network has.

    >>> check_name("net.pkl")
    Traceback (most recent call last):
        ...
    ValueError: net.pkl: networks are saved as .json, or for NumPy as .npz
    """
    if not path.lower().endswith((".json", ".npz")):
        raise ValueError(f"{path}: networks are saved as .json, or for NumPy as .npz")


def check_other(path: str) -> None:
    """Raise ValueError where a network would take the place of another thing.

    >>> check_other("nowhere.json")
    """
    if not Path(path).is_file():
        return
    with Path(path).open("rb") as file:
        data = file.read(MOST_BYTES)
    as_json = data[:1] == b"{" and b'"sizes"' in data
    as_npz = data[:2] == b"PK" and b"weights_0.npy" in data
    if data and not (as_json or as_npz):
        raise ValueError(
            f"{path} is there already and holds no network: name another file"
        )


def check_reads_digits(net: Network, name: str) -> None:
    """Raise DataError for a network without a digit's pixels or ten outputs.

    >>> check_reads_digits(Network([2, 1]), "net.json")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: net.json: a digit takes 784 inputs and 10 outputs; ...
    """
    if net.sizes[0] != PIXELS or net.sizes[-1] != 10:
        raise DataError(
            f"{name}: a digit takes {PIXELS} inputs and 10 outputs;"
            f" this network is {'-'.join(map(str, net.sizes))}"
        )


def network_in(found: dict[str, Any], name: str) -> Network:
    """Return the network whose entries these are, checked one by one.

    >>> network_in({"sizes": [2, 1]}, "net.json")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: net.json: there is no entry 'weights'
    """
    for key in ("sizes", "weights", "biases"):
        if key not in found:
            raise DataError(f"{name}: there is no entry {key!r}")
    sizes = found["sizes"]
    if (
        not isinstance(sizes, list)
        or len(sizes) < 2
        or not all(type(size) is int and size > 0 for size in sizes)
    ):
        raise DataError(f"{name}: sizes is not two or more whole numbers above 0")
    layers = len(sizes) - 1
    weights = _list(found["weights"], layers, f"{name}: weights")
    biases = _list(found["biases"], layers, f"{name}: biases")
    checked_weights, checked_biases = [], []
    for layer, (inputs, size) in enumerate(zip(sizes, sizes[1:])):
        rows = _rows(weights[layer], size, inputs, f"{name}: weights[{layer}]")
        column = _rows(biases[layer], size, 1, f"{name}: biases[{layer}]")
        checked_weights.append(Matrix(rows))
        checked_biases.append([b_j for (b_j,) in column])
    kind = _kind(found.get("cost", COST), name)
    return kind.from_weights(checked_weights, checked_biases)


def _kind(cost: object, name: str) -> type[Network]:
    """Return the kind of network that learns with the cost of that name."""
    if cost == COST:
        return Network
    if cost == network2.CrossEntropyCost.__name__:
        return network2.Network  # with this cost, unless told otherwise
    raise DataError(f"{name}: cost is neither QuadraticCost nor CrossEntropyCost")


def _rows(found: object, rows: int, columns: int, where: str) -> list[Vector]:
    return [
        [
            _number(number, f"{where}[{j}][{k}]")
            for k, number in enumerate(_list(row, columns, f"{where}[{j}]"))
        ]
        for j, row in enumerate(_list(found, rows, where))
    ]


def _list(found: object, length: int, where: str) -> list[Any]:
    if not isinstance(found, list):
        raise DataError(f"{where} is not a list")
    if len(found) != length:
        raise DataError(f"{where} has {len(found)} entries; by the sizes, {length}")
    return found


def _number(found: object, where: str) -> float:
    if type(found) in (int, float):  # True is an int, but no number here
        number = float(found)  # type: ignore[arg-type]
        if math.isfinite(number):
            return number
    raise DataError(f"{where} is not an ordinary number")
