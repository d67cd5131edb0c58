"""NumPy's files: arrays in a zip archive, .npz, or one alone, .npy.

Keras's mnist.npz holds x_train, y_train, x_test and y_test; others call them
otherwise (`purenet.data.names`). Each is a file of NumPy's own kind (.npy):
the bytes of an array behind a header that is written like a Python dictionary.
(The format is described in numpy/lib/format.py.) The header is matched
against the one form that NumPy writes, and nothing in it is evaluated.
"""

from __future__ import annotations

import math
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from purenet.data import DataError
from purenet.data.arrays import MOST_BYTES, Array, check_shape, narrowed
from purenet.data.stream import Stream

ZIP = b"PK\x03\x04"
NPY = b"\x93NUMPY"

# A list of four files takes 300 bytes.
MOST_LISTED = 10_000

HEADER = re.compile(
    rb"\{'descr': '([<>|])([iufb]\d)', 'fortran_order': (True|False),"
    rb" 'shape': \((\d{1,7}L?(?:, \d{1,7}L?){0,7}),?\), \}\s*"
)


def names_in(path: Path) -> list[str]:
    """Return the names of the arrays in an archive.

    Raise DataError where it is damaged, or of something else.
    """
    with _archive(path) as archive:
        names = archive.namelist()
    arrays = [name[:-4] for name in names if name.endswith(".npy")]
    if "weights_0" in arrays:
        raise DataError("a saved network, no digits")
    if not arrays:
        some = ", ".join(names[:3])
        raise DataError(
            "a zip archive without arrays of NumPy's ({:.100}); if it holds "
            "files of digits, unpack it first",
            some,
        )
    return arrays


def read(path: Path, name: str) -> Array:
    """Return one array of an archive.

    Raise DataError where it is not there, damaged, or of something else.
    """
    with _archive(path) as archive:
        info = archive.getinfo(f"{name}.npy")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DataError("{}.npy is packed in a way that NumPy does not use", name)
        with archive.open(info) as file:
            array = read_npy(Stream(cast(BinaryIO, file)))
            if file.tell() != info.file_size:
                raise DataError("{}.npy is not as long as the archive says", name)
    return array


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive; what is wrong with it meanwhile becomes DataError."""
    with path.open("rb") as file:
        _check_list(file)
        try:
            with zipfile.ZipFile(file) as archive:
                yield archive
        except (DataError, OSError):
            raise
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            KeyError,
            NotImplementedError,
            RuntimeError,
            OverflowError,
            ValueError,
        ) as error:
            raise DataError("the zip archive is damaged ({})", error) from None


def _check_list(file: BinaryIO) -> None:
    """Raise DataError where the list of files, at the end, is long or missing.

    The last 22 bytes say how long it is; 20 bytes before them, where there,
    say the same for archives of gigabytes.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - 42))
    end = file.read(42)
    if len(end) < 42 or end[20:24] != b"PK\5\6" or end[:4] == b"PK\6\7":
        raise DataError("this is not a zip archive of digits, or it is cut short")
    (listed,) = struct.unpack("<I", end[32:36])
    if listed > MOST_LISTED:
        raise DataError("the zip archive lists more files than one of digits")


def read_npy(stream: Stream) -> Array:
    """Return the array of a .npy file.

    >>> import io
    >>> header = b"{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }"
    >>> npy = b"\\x93NUMPY\\1\\0" + bytes([len(header), 0]) + header + b"\\5\\0"
    >>> read_npy(Stream(io.BytesIO(npy))).shape
    (2,)
    """
    start = bytes(stream.read(8))
    if start[:6] != NPY:
        raise DataError("there is something in the archive that is not NumPy's")
    size = "<H" if start[6] == 1 else "<I"
    (length,) = struct.unpack(size, stream.read(struct.calcsize(size)))
    match = HEADER.fullmatch(stream.read(min(length, MOST_LISTED)))
    if not match:
        raise DataError("an array is not of numbers, or not as NumPy writes it")
    order, kind, fortran, listed = (part.decode() for part in match.groups())
    shape = tuple(int(part) for part in re.findall(r"\d+", listed))
    check_shape(shape)
    if math.prod(shape) * (4 if kind[0] == "f" else 1) > MOST_BYTES:
        raise DataError("an array is larger than the images of digits can be")
    pieces = stream.pieces(math.prod(shape) * int(kind[1]))
    numbers = narrowed(pieces, kind, order == ">")
    if not stream.ended():
        raise DataError("an array is longer than its header says")
    return Array(shape, numbers, fortran == "True")
