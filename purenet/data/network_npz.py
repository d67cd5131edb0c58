"""Networks for NumPy: a .npz file, written and read without NumPy.

A .npz file is a zip of .npy files, one an array: a short header that says type and
shape, then the numbers as they stand in memory (NumPy's "numpy.lib.format"). They are

    weights_0, weights_1, ...   as `net.weights`: a row for each neuron
    biases_0, biases_1, ...     as the book's: a column of numbers

The archive's comment, which NumPy passes over, is the name of the cost.
"""

from __future__ import annotations

import io
import itertools
import sys
import zipfile
from array import array
from collections.abc import Iterable
from typing import Any

from purenet.data import DataError, npz
from purenet.data.stream import Budget
from purenet.matrix import Matrix
from purenet.vectors import Vector

MOST_BYTES = 18_000_000  # of all arrays
MEMORY, ROW, NUMBER = 110_000_000, 120, 48  # bytes; of them a row and a number take


def packed(weights: list[Matrix], biases: list[Vector], cost: str) -> bytes:
    """Return a network as the bytes of a .npz file, the same for the same network."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.comment = cost.encode()
        for layer, (w, b) in enumerate(zip(weights, biases)):
            # A ZipInfo is of the first day that a zip can have.
            rows, column = _npy(w.shape, itertools.chain(*w)), _npy((len(b), 1), b)
            archive.writestr(zipfile.ZipInfo(f"weights_{layer}.npy"), rows)
            archive.writestr(zipfile.ZipInfo(f"biases_{layer}.npy"), column)
    return data.getvalue()


def _npy(shape: tuple[int, ...], numbers: Iterable[float]) -> bytes:
    """Return an array as the bytes of a .npy file. numbers: row by row."""
    values = array("d", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    header = f"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}"
    padding = -(10 + len(header) + 1) % 64  # so that the numbers start at 64, 128 ...
    text = (header + " " * padding + "\n").encode("ascii")
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + bytes(values)


def entries(data: bytes) -> dict[str, Any]:
    """Return what such a file holds as the entries of the JSON, not yet checked.

    >>> entries(packed([Matrix([[0.5, 2.0]])], [[-1.0]], "Mine"))
    {'sizes': [2, 1], 'weights': [[[0.5, 2.0]]], 'biases': [[[-1.0]]], 'cost': 'Mine'}
    """
    budget = Budget(MEMORY, 0)
    with npz.archive(io.BytesIO(data)) as listed:
        size = sum(info.file_size for info in listed.infolist())
        if size > MOST_BYTES:  # unpacked
            raise DataError("{:,} bytes, no network has so many", size)
        names = set(listed.namelist())
        layers = sum(f"weights_{layer}.npy" in names for layer in range(len(names)))
        weights = [_rows(listed, f"weights_{n}.npy", budget) for n in range(layers)]
        biases = [_rows(listed, f"biases_{n}.npy", budget) for n in range(layers)]
        cost = listed.comment.decode("ascii")
    if not weights:
        raise DataError("a zip archive without weights_0, which a network has")
    sizes = [len(weights[0][0]) if weights[0] else 0, *map(len, weights)]
    found = {"sizes": sizes, "weights": weights, "biases": biases}
    return {**found, "cost": cost} if cost else found


def _rows(archive: zipfile.ZipFile, name: str, budget: Budget) -> list[Vector]:
    with npz.member(archive, name) as stream:
        swapped, kind, fortran, shape = npz.header(stream)
        if kind[0] != "f" or len(shape) > 2:
            raise DataError("{} is no array of floats in one or two directions", name)
        rows, columns = (*shape, 1)[:2]
        budget.keep(ROW * rows + NUMBER * rows * columns)
        values: array[float] = array("f" if kind == "f4" else "d")
        values.frombytes(stream.read(rows * columns * values.itemsize))
        if not stream.ended():
            raise DataError("{} does not hold {} x {} numbers", name, rows, columns)
    if swapped == (sys.byteorder == "little"):
        values.byteswap()
    if fortran:
        return [values[row::rows].tolist() for row in range(rows)]
    return [
        values[at : at + columns].tolist()
        for at in range(0, rows * columns, max(1, columns))
    ]
