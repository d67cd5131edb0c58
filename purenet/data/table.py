"""Digits as lines of numbers with commas between: the label, then the pixels.

Two layouts are in use: mnist_train.csv and mnist_test.csv have a line for
each image and nothing else; the files of Kaggle's competition have a line of
names above (label, pixel0, pixel1, …). Spreadsheets and other programs that
write such a file anew may begin it with a mark (BOM), put names and numbers
in quotation marks, and leave empty lines: all this is read over.
"""

from __future__ import annotations

from purenet.data import DataError
from purenet.data.arrays import MOST_IMAGES, Array
from purenet.data.image import PIXELS
from purenet.data.stream import Stream

# The names of the files, training and test.
FILES = ("mnist_train.csv", "mnist_test.csv")

ALONE = "train.csv"  # as Kaggle calls it; its test.csv has no labels

LONGEST_LINE = 20_000
BOM = "\ufeff".encode()
NAMES = (b"label", b"pixel")
GREYS = {str(grey).encode(): grey for grey in range(256)}


def starts(start: bytes) -> bool:
    """Return whether a file may be of this kind, from its first eight bytes.

    >>> starts(b"5,0,0,0,"), starts(b'"label",'), starts(b"PK......")
    (True, True, False)
    """
    start = start.removeprefix(BOM).replace(b'"', b"")
    return start[:4] in [name[:4] for name in NAMES] or (
        start[:1].isdigit() and start[1:2] == b","
    )


def read(stream: Stream) -> tuple[Array, Array]:
    """Return the images and the labels.

    Raise DataError at the first line that is not a label and 784 grey levels,
    but for names in the first line and for empty lines.

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
        line = stream.line(LONGEST_LINE).strip()
        if number == 1:
            line = line.removeprefix(BOM)
        names = number == 1 and line.lstrip(b'"').startswith(NAMES[0])
        if line and not names:
            label, image = _digit(line, number)
            labels.append(label)
            greys += image
        if max(len(labels), number // 2) > MOST_IMAGES:  # half may be empty
            raise DataError(f"there are more than {MOST_IMAGES:,} lines")
    count = len(labels)
    return Array((count, PIXELS), "u1", greys), Array((count,), "u1", labels)


def _digit(line: bytes, number: int) -> tuple[int, bytes]:
    """Return the label and the grey levels of a line."""
    numbers = line.split(b",")
    if b'"' in line:
        numbers = [each.strip(b'"') for each in numbers]
    if len(numbers) != PIXELS + 1:
        raise DataError(
            f"line {number}: {len(numbers)} numbers;"
            f" a label and {PIXELS} pixels are expected"
        )
    try:
        values = bytes(map(GREYS.__getitem__, numbers))
    except KeyError as error:
        raise DataError(f"line {number}: {error!s:.40} is not a grey level") from None
    return values[0], values[1:]
