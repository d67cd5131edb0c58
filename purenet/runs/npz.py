"""Networks for NumPy: a .npz file, written without NumPy.

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
import math
import os
import re
import sys
import zipfile
import zlib
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from purenet.console.replacing import replacing
from purenet.data import DataError
from purenet.network import Network
from purenet.vectors import Vector

OF_ITS_OWN = "a network with methods of its own"  # NumPy may have it, load may not
MOST_BYTES = 32_000_000  # of one array
HEADER = re.compile(
    rb"\x93NUMPY[\1\2]\0.{2,4}?\{'descr': '([<>])f([48])', 'fortran_order': "
    rb"(True|False), 'shape': \((\d{1,7}), ?(\d{1,7})?,?\), \} *\n",
    re.DOTALL,
)


def export(net: Network, path: str | os.PathLike[str]) -> None:
    """Write a network's weights and biases to a .npz file.

    The same network gives the same bytes. Raise OSError where it cannot be
    written; what was there before is there still.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "net.npz")
    >>> export(Network([2, 1]), path)
    >>> with zipfile.ZipFile(path) as archive:
    ...     archive.namelist()
    ['weights_0.npy', 'biases_0.npy']
    """
    cost = getattr(getattr(net, "cost", None), "__name__", "QuadraticCost")
    if not type(net).__module__.startswith("purenet."):
        cost = OF_ITS_OWN
    with replacing(Path(path)) as file, zipfile.ZipFile(file, "w") as archive:
        archive.comment = cost.encode()
        for layer, (w, b) in enumerate(zip(net.weights, net.biases)):
            numbers = (number for row in w for number in row)
            _add(archive, f"weights_{layer}", npy(w.shape, numbers))
            _add(archive, f"biases_{layer}", npy((len(b), 1), b))


def npy(shape: tuple[int, ...], numbers: Iterable[float]) -> bytes:
    """Return an array as the bytes of a .npy file.

    shape: of the array; numbers: row by row.

    >>> data = npy((1, 2), [0.5, -1.0])
    >>> data[:6], len(data)
    (b'\\x93NUMPY', 144)
    """
    values = array("d", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    header = f"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}"
    padding = -(10 + len(header) + 1) % 64  # so that the numbers start at 64, 128 ...
    text = (header + " " * padding + "\n").encode("ascii")
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + bytes(values)


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    member = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
    archive.writestr(member, data)


def read(data: bytes) -> tuple[list[Any], list[Vector], str]:
    """Return the weights, the biases and the cost in the bytes of such a file.

    NumPy's own files of the same names will do. Raise DataError for others.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "net.npz")
    >>> export(Network.from_weights([[[0.5, 2.0]]], [[-1.0]]), path)
    >>> read(Path(path).read_bytes())
    ([[[0.5, 2.0]]], [[-1.0]], 'QuadraticCost')
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            layers = sum(f"weights_{layer}.npy" in names for layer in range(len(names)))
            if not layers:
                raise DataError("a zip archive without weights_0, which a network has")
            weights = [_rows(archive, f"weights_{layer}") for layer in range(layers)]
            biases = [_rows(archive, f"biases_{layer}") for layer in range(layers)]
            cost = archive.comment.decode("ascii") or "QuadraticCost"
            if cost == OF_ITS_OWN:
                raise DataError(f"{cost}; a file does not keep those")
    except DataError:
        raise
    except (
        zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError,
        OverflowError, OSError,
    ) as error:
        raise DataError(f"the zip archive is damaged ({error})") from None
    return weights, [[number for row in b for number in row] for b in biases], cost


def _rows(archive: zipfile.ZipFile, name: str) -> list[Vector]:
    """Return the rows of one array of floats."""
    info = archive.getinfo(f"{name}.npy")
    if info.file_size > MOST_BYTES:
        raise DataError(f"{name} has {info.file_size:,} bytes, no network has so many")
    with archive.open(info) as file:
        data = file.read(MOST_BYTES)
    header = HEADER.match(data)
    if not header:
        raise DataError(f"{name} is no array of floats in one or two directions")
    order, size, fortran, m, n = (part and part.decode() for part in header.groups())
    rows, columns = int(m), int(n or 1)
    values = array("f" if size == "4" else "d", data[header.end() :])
    if (order == "<") != (sys.byteorder == "little"):
        values.byteswap()
    if len(values) != rows * columns or not math.isfinite(sum(values)):
        raise DataError(f"{name} does not hold {rows} x {columns} ordinary numbers")
    numbers = list(values)
    if fortran == "True":
        return [numbers[row::rows] for row in range(rows)]
    return [numbers[at : at + columns] for at in range(0, rows * columns, columns)]
