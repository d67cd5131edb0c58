"""Keras's file, mnist.npz: four NumPy arrays in a zip archive.

x_train, y_train, x_test and y_test are files of NumPy's own kind (.npy): the
bytes of an array behind a header that is written like a Python dictionary.
(The format is described in numpy/lib/format.py.) The header is matched
against the one form that NumPy writes, and nothing in it is evaluated.
"""

from __future__ import annotations

import math
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from purenet.data import DataError
from purenet.data.arrays import MOST_BYTES, Array
from purenet.data.stream import Stream

ZIP = b"PK\x03\x04"
TRAINING = ("x_train", "y_train")
TEST = ("x_test", "y_test")

# A list of four files takes 300 bytes.
MOST_LISTED = 10_000

HEADER = re.compile(
    rb"\{'descr': '([<>|])([iuf]\d)', 'fortran_order': (True|False),"
    rb" 'shape': \((\d{1,7}L?(?:, \d{1,7}L?){0,2}),?\), \}\s*"
)


def read(path: Path, names: tuple[str, str]) -> tuple[Array, Array]:
    """Return two arrays of an archive, images and labels.

    Raise DataError where they are not there, damaged, or of something else.
    """
    with path.open("rb") as file:
        _check_list(file)
        try:
            with zipfile.ZipFile(file) as archive:
                images, labels = (_member(archive, f"{name}.npy") for name in names)
        except (DataError, OSError):
            raise
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OverflowError,
            ValueError,
        ) as error:
            raise DataError(f"the zip archive is damaged ({error})") from None
    return images, labels


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
        raise DataError("the zip archive lists more than four files of digits")


def _member(archive: zipfile.ZipFile, name: str) -> Array:
    """Read one file of the archive."""
    if name not in archive.namelist():
        raise DataError(
            f"there is no {name} in the archive; if it holds other files of digits,"
            " unpack it first"
        )
    info = archive.getinfo(name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise DataError(f"{name} is packed in a way that NumPy does not use")
    with archive.open(info) as file:
        array = _npy(Stream(cast(BinaryIO, file)))
        if file.tell() != info.file_size:
            raise DataError(f"{name} is not as long as the archive says")
    return array


def _npy(stream: Stream) -> Array:
    """Return the array of a .npy file.

    >>> import io
    >>> header = b"{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }"
    >>> npy = b"\\x93NUMPY\\1\\0" + bytes([len(header), 0]) + header + b"\\5\\0"
    >>> _npy(Stream(io.BytesIO(npy))).shape
    (2,)
    >>> _npy(Stream(io.BytesIO(npy.replace(b"|u1", b"|O8"))))
    Traceback (most recent call last):
        ...
    purenet.data.DataError: an array is not of numbers, or not as NumPy writes it
    """
    start = bytes(stream.read(8))
    if start[:6] != b"\x93NUMPY":
        raise DataError("there is something in the archive that is not NumPy's")
    size = "<H" if start[6] == 1 else "<I"
    (length,) = struct.unpack(size, stream.read(struct.calcsize(size)))
    match = HEADER.fullmatch(stream.read(min(length, MOST_LISTED)))
    if not match:
        raise DataError("an array is not of numbers, or not as NumPy writes it")
    order, kind, fortran, sizes = (part.decode() for part in match.groups())
    shape = tuple(int(part) for part in re.findall(r"\d+", sizes))
    if math.prod(shape) * int(kind[1]) > MOST_BYTES:
        raise DataError("an array is larger than 70,000 images can be")
    data = stream.read(math.prod(shape) * int(kind[1]))
    if not stream.ended():
        raise DataError("an array is longer than its header says")
    return Array(shape, kind, data, order == ">", fortran == "True")
