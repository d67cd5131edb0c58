"""Networks for NumPy: a .npz file, written without NumPy.

A .npz file is a zip of .npy files, one an array: a short header that says
type and shape, then the numbers as they stand in memory. Both are described
in NumPy's documentation, "numpy.lib.format". The arrays are named

    weights_0, weights_1, ...   as `net.weights`: a row for each neuron
    biases_0, biases_1, ...     as the book's: a column of numbers

    data = numpy.load("net.npz", allow_pickle=False)
    a = sigma(data["weights_0"] @ x + data["biases_0"])
"""

from __future__ import annotations

import os
import sys
import zipfile
from array import array
from collections.abc import Iterable
from pathlib import Path

from purenet.console.replacing import replacing
from purenet.network import Network


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
    with replacing(Path(path)) as file, zipfile.ZipFile(file, "w") as archive:
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
