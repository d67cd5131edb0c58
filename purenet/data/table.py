"""Digits as lines of numbers with commas between: the label, then the pixels.

Two layouts are in use: mnist_train.csv and mnist_test.csv have a line for
each image and nothing else; the files of Kaggle's competition have a line of
names above (label, pixel0, pixel1, …).
"""

from __future__ import annotations

from purenet.data import DataError
from purenet.data.arrays import MOST_IMAGES, Array
from purenet.data.image import PIXELS
from purenet.data.stream import Stream

# The names of the files, training and test.
FILES = ("mnist_train.csv", "mnist_test.csv")

LONGEST_LINE = 20_000
GREYS = {str(grey).encode(): grey for grey in range(256)}


def starts(start: bytes) -> bool:
    """Return whether a file may be of this kind, from its first four bytes.

    >>> starts(b"5,0,"), starts(b"labe"), starts(b"PK..")
    (True, True, False)
    """
    return start == b"labe" or (start[:1].isdigit() and start[1:2] == b",")


def read(stream: Stream) -> tuple[Array, Array]:
    """Return the images and the labels.

    Raise DataError at the first line that is not a label and 784 grey levels.

    >>> import io
    >>> line = b"7" + 784 * b",0"
    >>> images, labels = read(Stream(io.BytesIO(line)))
    >>> images.shape, list(labels.data)
    ((1, 784), [7])
    >>> read(Stream(io.BytesIO(line + b",0")))
    Traceback (most recent call last):
        ...
    purenet.data.DataError: line 1: 786 numbers; a label and 784 pixels are expected
    """
    greys, labels = bytearray(), bytearray()
    number = 0
    while not stream.ended():
        number += 1
        line = stream.line(LONGEST_LINE).rstrip(b"\r")
        if number == 1 and line.startswith(b"label,"):
            continue
        label, image = _digit(line, number)
        labels.append(label)
        greys += image
        if len(labels) > MOST_IMAGES:
            raise DataError(f"there are more than {MOST_IMAGES:,} lines")
    count = len(labels)
    return Array((count, PIXELS), "u1", greys), Array((count,), "u1", labels)


def _digit(line: bytes, number: int) -> tuple[int, bytes]:
    """Return the label and the grey levels of a line."""
    numbers = line.split(b",")
    if len(numbers) != PIXELS + 1:
        raise DataError(
            f"line {number}: {len(numbers)} numbers;"
            f" a label and {PIXELS} pixels are expected"
        )
    try:
        values = bytes(map(GREYS.__getitem__, numbers))
    except KeyError as error:
        raise DataError(f"line {number}: {error} is not a grey level") from None
    return values[0], values[1:]
