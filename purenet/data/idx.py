"""LeCun's own files of MNIST: IDX, an array of bytes behind a short header.

Two zeros, the type of the numbers (8: bytes without a sign), how many
directions the array has; then its size in each, four bytes with the most
significant first; then the numbers. (Yann LeCun, "The MNIST database of
handwritten digits", section "File formats".)
"""

from __future__ import annotations

import math
import struct
from pathlib import Path

from purenet.data import DataError
from purenet.data.arrays import MOST_IMAGES, Array
from purenet.data.image import SIDE
from purenet.data.stream import Stream

IMAGES = b"\0\0\x08\x03"
LABELS = b"\0\0\x08\x01"

# The names of the published files: images and labels.
TRAINING = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte")
TEST = ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")


def find(folder: Path, name: str) -> Path:
    """Return where in the folder a published file is, or would be.

    Some programs unpack train-images-idx3-ubyte as train-images.idx3-ubyte.

    >>> find(Path("data"), TEST[1]).as_posix()
    'data/t10k-labels-idx1-ubyte'
    """
    for spelling in (name, name.replace("-idx", ".idx")):
        for path in (folder / spelling, folder / f"{spelling}.gz"):
            if path.is_file():
                return path
    return folder / name


def read(stream: Stream) -> Array:
    """Return the array of an IDX file of images or labels.

    Raise DataError where the header is not of one of these, or where the file
    is shorter or longer than it says.

    >>> import io
    >>> labels = bytes([0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4])
    >>> list(read(Stream(io.BytesIO(labels))).data)
    [5, 0, 4]
    >>> read(Stream(io.BytesIO(labels[:-1])))
    Traceback (most recent call last):
        ...
    purenet.data.DataError: the file is cut short
    """
    magic = bytes(stream.read(4))
    if magic not in (IMAGES, LABELS):
        raise DataError("this is not an IDX file of images or labels")
    shape = struct.unpack(f">{magic[3]}I", stream.read(4 * magic[3]))
    if shape[0] > MOST_IMAGES or shape[1:] not in ((), (SIDE, SIDE)):
        sizes = " x ".join(f"{size:,}" for size in shape)
        raise DataError(f"{sizes} bytes are promised; MNIST has 70,000 x 28 x 28")
    data = stream.read(math.prod(shape))
    if not stream.ended():
        raise DataError("the file is longer than its header says")
    return Array(shape, "u1", data)
