"""LeCun's own files of MNIST: IDX, an array of bytes behind a short header.

Two zeros, the type of the numbers (8: bytes without a sign), how many
directions the array has; then its size in each, four bytes with the most
significant first; then the numbers. (Yann LeCun, "The MNIST database of
handwritten digits", section "File formats".) QMNIST's labels are rows of eight
whole numbers, of which the first is the digit.
"""

from __future__ import annotations

import math
import struct

from purenet.data import DataError
from purenet.data.arrays import MOST_IMAGES, Array, narrowed, sizes
from purenet.data.image import SIDE
from purenet.data.strangers import START, stranger
from purenet.data.stream import Stream
from purenet.words import say

TYPES = range(0x08, 0x0F)
BYTES = 0x08
QMNIST = 0x0C, 2  # the type and directions of its labels
ABOUT_ONE = 8  # numbers about a digit there
ROW = 4 * ABOUT_ONE  # and their bytes


def starts(start: bytes) -> bool:
    """Return whether a file is of this kind, from its first four bytes.

    >>> starts(b"\\0\\0\\x08\\3"), starts(b"\\0\\0\\0\\0")
    (True, False)
    """
    return start[:2] == b"\0\0" and start[2:3] != b"" and start[2] in TYPES


def read(stream: Stream) -> Array:
    """Return the array of an IDX file of images or labels; DataError for others.

    >>> import io
    >>> labels = bytes([0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4])
    >>> list(read(Stream(io.BytesIO(labels))).numbers)
    [5, 0, 4]
    """
    start = stream.peek(START)
    if not starts(start):
        no = "this is not an IDX file of images or labels"
        raise DataError(stranger(start) or say(no))
    _, kind, directions = struct.unpack(">HBB", stream.read(4))
    if (kind, directions) != QMNIST and (kind != BYTES or directions not in (1, 3)):
        raise DataError(
            "an IDX file of type 0x{:02X} with {} directions; images are of "
            "type 0x08, bytes, with 3, labels with 1",
            *(kind, directions),
        )
    shape = struct.unpack(f">{directions}I", stream.read(4 * directions))
    expected = {1: (), 2: (ABOUT_ONE,), 3: (SIDE, SIDE)}[directions]
    if shape[0] > MOST_IMAGES or shape[1:] != expected:
        raise DataError(
            "{} bytes are promised; MNIST has 70,000 x {} x {}, and at most "
            "{:,} images are read",
            *(sizes(shape), SIDE, SIDE, MOST_IMAGES),
        )
    if directions == 2:
        rows = stream.read(shape[0] * ROW)
        pieces = [b"".join(bytes(rows[k : k + 4]) for k in range(0, len(rows), ROW))]
        numbers = narrowed(pieces, "i4", True, stream.budget)
    else:
        numbers = narrowed(stream.pieces(math.prod(shape)), "u1", False, stream.budget)
    if not stream.ended():
        raise DataError("the file is longer than its header says")
    return Array(shape[:1] if directions == 2 else shape, numbers)
