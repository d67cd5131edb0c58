"""NumPy's files: arrays in a zip archive, .npz, or one alone, .npy.

Keras's mnist.npz holds x_train, y_train, x_test and y_test; others call them otherwise
(`purenet.data.folder`). Each is a .npy file: the bytes of an array behind a header like
a Python dictionary, which is matched against the one form that NumPy writes. (The
format is described in numpy/lib/format.py.)
"""

from __future__ import annotations

import math
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from purenet.data import DataError
from purenet.data.arrays import MOST_BYTES, Array, check_shape, narrowed
from purenet.data.strangers import TORCH
from purenet.data.stream import Stream

if TYPE_CHECKING:
    import zipfile

ZIP = b"PK\x03\x04"
NPY = b"\x93NUMPY"

# Bytes: a list of four files takes 300; what stands at an archive's end.
MOST_LISTED, LONGEST_HEADER, LAST = 100_000, 10_000, 1000
DAMAGE = (
    zlib.error, struct.error, EOFError, KeyError,
    NotImplementedError, RuntimeError, OverflowError, ValueError,
)  # fmt: skip

HEADER = re.compile(
    rb"\{'descr': '([<>|])([iufb]\d)', 'fortran_order': (True|False),"
    rb" 'shape': \((\d{1,7}L?(?:, \d{1,7}L?){0,7}),?\), \}\s*"
)


def names_in(path: Path) -> list[str]:
    """Return the names of the arrays in an archive; DataError for another one."""
    with path.open("rb") as file, archive(file) as listed:
        names = listed.namelist()
    arrays = [name[:-4] for name in names if name.endswith(".npy")]
    if "weights_0" in arrays:
        raise DataError("a saved network, no digits")
    if any(name.endswith("/data.pkl") for name in names):
        raise DataError(TORCH)
    if not arrays:
        some = ", ".join(names[:3])
        raise DataError(
            "a zip archive without arrays of NumPy's ({:.100}); if it holds "
            "files of digits, unpack it first",
            some,
        )
    return arrays


def read(path: Path, name: str) -> Array:
    """Return one array of an archive; DataError where it is damaged or none."""
    npy = f"{name}.npy"
    with path.open("rb") as file, archive(file) as listed, member(listed, npy) as part:
        return read_npy(part)


@contextmanager
def archive(file: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open an archive; what is wrong with it is a DataError."""
    check_list(file, MOST_LISTED)
    import zipfile  # takes its time: for no other files

    try:
        with zipfile.ZipFile(file) as listed:
            yield listed
    except (DataError, OSError):
        raise
    except (zipfile.BadZipFile, *DAMAGE) as error:
        raise DataError("the zip archive is damaged ({})", error) from None


@contextmanager
def member(listed: zipfile.ZipFile, name: str) -> Iterator[Stream]:
    """Open a file of an archive, which must be read to its end."""
    info = listed.getinfo(name)
    if info.compress_type not in (0, 8):  # stored, deflated
        rare = "{} is packed in a way that NumPy does not use, nor most zip programs"
        raise DataError(rare, name)
    with listed.open(info) as file:
        yield Stream(cast(BinaryIO, file))
        if file.tell() != info.file_size:
            raise DataError("{} is not as long as the archive says", name)


def check_list(file: BinaryIO, most: int) -> None:
    """Raise DataError where the list of files, at the end, is long or missing.

    22 bytes say how long it is, and then a short comment may stand; 76 bytes
    before them, where there, say the same, as they do for archives of gigabytes.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - LAST))
    end = file.read(LAST)
    at = end.rfind(b"PK\5\6")
    comment = int.from_bytes(end[at + 20 : at + 22], "little")
    large = end[max(0, at - 20) : at].startswith(b"PK\6\7")
    known = not large or end[max(0, at - 76) : at].startswith(b"PK\6\6")
    if at < 0 or len(end) != at + 22 + comment or not known:
        raise DataError("this is not a zip archive, or it is cut short")
    length = end[at - 36 : at - 28] if large else end[at + 12 : at + 16]
    if int.from_bytes(length, "little") > most:
        raise DataError("the zip archive lists more files than are read")


def read_npy(stream: Stream) -> Array:
    """Return the array of a .npy file.

    >>> import io
    >>> header = b"{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }"
    >>> npy = b"\\x93NUMPY\\1\\0" + bytes([len(header), 0]) + header + b"\\5\\0"
    >>> read_npy(Stream(io.BytesIO(npy))).shape
    (2,)
    """
    swapped, kind, fortran, shape = header(stream)
    check_shape(shape)
    if math.prod(shape) * (4 if kind[0] == "f" else 1) > MOST_BYTES:
        raise DataError("an array is larger than the images of digits can be")
    pieces = stream.pieces(math.prod(shape) * int(kind[1]))
    numbers = narrowed(pieces, kind, swapped, stream.budget)
    if not stream.ended():
        raise DataError("an array is longer than its header says")
    return Array(shape, numbers, fortran)


def header(stream: Stream) -> tuple[bool, str, bool, tuple[int, ...]]:
    """Return whether a .npy file is big-endian, its kind, if by columns, its shape."""
    start = bytes(stream.read(8))
    if start[:6] != NPY:
        raise DataError("there is something in the archive that is not NumPy's")
    size = "<H" if start[6] == 1 else "<I"
    (length,) = struct.unpack(size, stream.read(struct.calcsize(size)))
    match = HEADER.fullmatch(stream.read(min(length, LONGEST_HEADER)))
    if not match:
        raise DataError("an array is not of numbers, or not as NumPy writes it")
    order, kind, fortran, listed = (part.decode() for part in match.groups())
    shape = tuple(int(part) for part in re.findall(r"\d+", listed))
    return order == ">", kind, fortran == "True", shape
