"""Networks in files, as numbers: JSON as the book's chapter 3 keeps it, and .npz.

The book's network2.py saves a network as one JSON object with four entries:

    sizes    [784, 30, 10]
    weights  for each layer after the first, its rows: weights[0][j][k] is
             the weight from neuron k of the layer before to neuron j
    biases   for each layer after the first, a column: [[b_1], [b_2], ...]
    cost     "QuadraticCost" or "CrossEntropyCost"

A name that ends in .npz asks for NumPy's kind of file (`purenet.data.network_npz`).
What else a file holds is left alone; it is checked entry by entry, and nothing in it is
ever run. A float has as many digits as it takes to read the very same one back.

>>> data = contents("net.json", [Matrix([[0.5]])], [[-2.0]], "QuadraticCost")
>>> data.decode()[-46:]
'"biases": [[[-2.0]]], "cost": "QuadraticCost"}'
>>> numbers(entries(data))
([Matrix([[0.5]])], [[-2.0]], 'QuadraticCost')
"""

from __future__ import annotations

import json
import math
import os
from itertools import accumulate
from pathlib import Path
from typing import Any

from purenet.checks import sizes_of
from purenet.data import DataError
from purenet.data.stream import Budget, blaming
from purenet.matrix import Matrix
from purenet.vectors import Vector
from purenet.words import say

Numbers = tuple[list[Matrix], list[Vector], str]  # weights, biases, name of the cost

# What the file of a network can need at most, and more than any here does:
# 1.5 million weights; some lists a neuron; lists in lists in lists.
MOST_BYTES = 32_000_000
_MOST_LISTS = 100_000
_DEEPEST = 8
_NO_BRACKETS = bytes(each for each in range(256) if each not in b"[]{}")
_MEMORY = 150_000_000  # bytes, to read it; what each sign in it may cost of them:
_COSTS = {b",": 44, b"[": 60, b"{": 60, b":": 150, b'"': 30}
COSTS = ("QuadraticCost", "CrossEntropyCost")


def contents(
    path: str | os.PathLike[str], weights: list[Matrix], biases: list[Vector],
    cost: str, **more: object,
) -> bytes:  # fmt: skip
    """Return the bytes of a network's file of this name; more: entries of JSON."""
    if str(path).lower().endswith(".npz") and not more:
        from purenet.data import network_npz  # brings zipfile, which takes its time

        data, most = network_npz.packed(weights, biases, cost), network_npz.MOST_BYTES
    else:
        found = {**as_entries(weights, biases), "cost": cost, **more}
        data, most = json.dumps(found).encode(), MOST_BYTES
    if len(data) > most:
        template = (
            "{}: {:,} bytes, more than load takes ({:,}); with fewer hidden "
            "neurons it fits"
        )
        raise DataError(template, path, len(data), MOST_BYTES)
    return data


def load(path: str | os.PathLike[str]) -> Numbers:
    """Return what is in a file of a network, whichever it is of the two kinds.

    >>> load("nowhere.json")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: nowhere.json: No such file or directory
    """
    with blaming(path):
        data = read(path)
        if data[:2] != b"PK":
            return numbers(entries(data))
        from purenet.data import network_npz

        return numbers(network_npz.entries(data))


def as_entries(weights: list[Matrix], biases: list[Vector]) -> dict[str, Any]:
    """Return weights and biases as the entries of the JSON that hold them.

    >>> as_entries([Matrix([[0.5]])], [[-2.0]])
    {'sizes': [1, 1], 'weights': [[[0.5]]], 'biases': [[[-2.0]]]}
    """
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


def numbers(found: dict[str, Any]) -> Numbers:
    """Return the numbers of the network whose entries these are, checked one by one.

    >>> numbers(entries(b'{"sizes": [2, 1]}'))
    Traceback (most recent call last):
        ...
    purenet.data.DataError: there is no entry 'weights'
    """
    for key in ("sizes", "weights", "biases"):
        if key not in found:
            raise DataError("there is no entry {!r}", key)
    sizes, cost = found["sizes"], found.get("cost", COSTS[0])
    are_whole = isinstance(sizes, list) and {*map(type, sizes)} == {int}
    if not are_whole or len(sizes) < 2 or min(sizes) < 1:
        raise DataError("sizes is not two or more whole numbers above 0")
    if not isinstance(cost, str) or cost not in COSTS:
        names = ", ".join(COSTS)
        raise DataError("cost is one of {}, not {!r:.40}", names, cost)
    layers = len(sizes) - 1
    weights = _list(found["weights"], layers, "weights")
    biases = _list(found["biases"], layers, "biases")
    for n, (columns, rows) in enumerate(zip(sizes, sizes[1:])):
        weights[n] = Matrix(_rows(weights[n], rows, columns, f"weights[{n}]"))
        column = _rows(biases[n], rows, 1, f"biases[{n}]")
        biases[n] = [float(b_j) for (b_j,) in column]
    return weights, biases, cost


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
