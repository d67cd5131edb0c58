"""Networks for NumPy: a .npz file, written and read without NumPy.

A .npz file is a zip of .npy files, one an array: a short header that says
type and shape, then the numbers as they stand in memory. Both are described
in NumPy's documentation, "numpy.lib.format". The arrays are named

    weights_0, weights_1, ...   as `net.weights`: a row for each neuron
    biases_0, biases_1, ...     as the book's: a column of numbers

    data = numpy.load("net.npz", allow_pickle=False)
    a = sigma(data["weights_0"] @ x + data["biases_0"])

The archive's comment, which NumPy passes over, is the name of the cost.
"""

from __future__ import annotations

import io
import itertools
import re
import sys
import zipfile
import zlib
from array import array
from collections.abc import Iterable
from typing import Any

from purenet.data import DataError
from purenet.network import Network
from purenet.vectors import Vector

MOST_BYTES = 32_000_000  # of all arrays
_HEADER = re.compile(
    rb"\x93NUMPY[\1\2]\0.{2,4}?\{'descr': '([<>])f([48])', 'fortran_order': "
    rb"(True|False), 'shape': \((\d{1,7}), ?(\d{1,7})?,?\), \} *\n",
    re.DOTALL,
)


def packed(net: Network, cost: str) -> bytes:
    """Return a network as the bytes of a .npz file, the same for the same network.

    >>> with zipfile.ZipFile(io.BytesIO(packed(Network([2, 1]), ""))) as archive:
    ...     archive.namelist()
    ['weights_0.npy', 'biases_0.npy']
    """
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.comment = cost.encode()
        for layer, (w, b) in enumerate(zip(net.weights, net.biases)):
            # A ZipInfo is of the first day that a zip can have.
            weights, biases = npy(w.shape, itertools.chain(*w)), npy((len(b), 1), b)
            archive.writestr(zipfile.ZipInfo(f"weights_{layer}.npy"), weights)
            archive.writestr(zipfile.ZipInfo(f"biases_{layer}.npy"), biases)
    return data.getvalue()


def npy(shape: tuple[int, ...], numbers: Iterable[float]) -> bytes:
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

    NumPy's own files of the same names will do. Raise DataError for others.

    >>> entries(packed(Network.from_weights([[[0.5, 2.0]]], [[-1.0]]), "Mine"))
    {'sizes': [2, 1], 'weights': [[[0.5, 2.0]]], 'biases': [[[-1.0]]], 'cost': 'Mine'}
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if size > MOST_BYTES:  # unpacked
                raise DataError("{:,} bytes, no network has so many", size)
            names = set(archive.namelist())
            layers = sum(f"weights_{layer}.npy" in names for layer in range(len(names)))
            weights = [_rows(archive, f"weights_{layer}") for layer in range(layers)]
            biases = [_rows(archive, f"biases_{layer}") for layer in range(layers)]
            cost = archive.comment.decode("ascii")
    except DataError:
        raise
    except (
        zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError,
        OverflowError, OSError,
    ) as error:  # fmt: skip
        raise DataError("the zip archive is damaged ({})", error) from None
    if not weights:
        raise DataError("a zip archive without weights_0, which a network has")
    sizes = [len(weights[0][0]) if weights[0] else 0, *map(len, weights)]
    found = {"sizes": sizes, "weights": weights, "biases": biases}
    return {**found, "cost": cost} if cost else found


def _rows(archive: zipfile.ZipFile, name: str) -> list[Vector]:
    """Return the rows of one array of floats."""
    data = archive.read(f"{name}.npy")
    header = _HEADER.match(data)
    if not header:
        raise DataError("{} is no array of floats in one or two directions", name)
    order, size, fortran, m, n = (part and part.decode() for part in header.groups())
    rows, columns = int(m), int(n or 1)
    values = array("f" if size == "4" else "d", data[header.end() :])
    if (order == "<") != (sys.byteorder == "little"):
        values.byteswap()
    if len(values) != rows * columns:
        raise DataError("{} does not hold {} x {} numbers", name, rows, columns)
    numbers = list(values)
    if fortran == "True":
        return [numbers[row::rows] for row in range(rows)]
    return [numbers[at : at + columns] for at in range(0, rows * columns, columns)]
