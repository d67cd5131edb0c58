"""From arrays of numbers, as files hold them, to images and labels.

The book's file holds its images as floats, grey level / 256; other files of
the same digits hold grey / 255, or the grey levels themselves. All become the
same 784 bytes. A number that is none of these is refused: a picture that is
nearly right would be learnt as if it were right.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from purenet.data import DataError
from purenet.data.image import PIXELS, SIDE, Image

# MNIST is 70,000 images; nothing larger is taken for it.
MOST_IMAGES = 70_000

# The most bytes the pixels and labels of a file can take: all of 8 bytes each.
MOST_BYTES = MOST_IMAGES * (PIXELS + 1) * 8

# The numbers that are understood, in NumPy's names, and how `array` calls them.
TYPES = {"f4": "f", "f8": "d", "i1": "b", "u1": "B", "i2": "h", "u2": "H"}
TYPES.update({"i4": "i", "u4": "I", "i8": "q", "u8": "Q"})

Digits = tuple[list[Image], list[int]]


@dataclass(frozen=True)
class Array:
    """Numbers in rows, as NumPy keeps them, not yet looked at.

    shape: how many there are in each direction, the number of images first.
    kind: "f4", "u1", … ; big_endian: the byte of most weight first.
    fortran: the first direction runs fastest, not the last.
    Raise DataError where shape, kind and data do not agree.

    >>> Array((2, 3), "u1", b"abcdef").shape
    (2, 3)
    >>> Array((2, 3), "f4", b"abcdef")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: 6 bytes for 2 x 3 numbers of 4 bytes
    """

    shape: tuple[int, ...]
    kind: str
    data: bytes | bytearray
    big_endian: bool = False
    fortran: bool = False

    def __post_init__(self) -> None:
        if self.kind not in TYPES:
            raise DataError(f"numbers of the kind {self.kind!r} are not digits")
        if not 1 <= len(self.shape) <= 3 or not all(
            0 <= size <= MOST_IMAGES for size in self.shape
        ):
            raise DataError(f"an array of {MOST_IMAGES:,} images at most is expected")
        total = 1
        for size in self.shape:
            total *= size
        if len(self.data) != total * self.item:
            sizes = " x ".join(f"{size:,}" for size in self.shape)
            raise DataError(
                f"{len(self.data):,} bytes for {sizes} numbers of {self.item} bytes"
            )

    @property
    def item(self) -> int:
        """The bytes of one number.

        >>> Array((2,), "f8", bytes(16)).item
        8
        """
        return int(self.kind[1])

    def numbers(self, start: int, stop: int) -> array[int] | array[float]:
        """Return the numbers from start to stop, in the order of the file.

        >>> list(Array((3,), "u1", b"\\1\\2\\3").numbers(1, 3))
        [2, 3]
        """
        numbers = array(TYPES[self.kind])
        numbers.frombytes(self.data[start * self.item : stop * self.item])
        if self.big_endian != (sys.byteorder == "big"):
            numbers.byteswap()
        return numbers


def digits(images: Array, labels: Array, start: int, stop: int) -> Digits:
    """Return the images and labels from start to stop as an Image and an int each.

    All labels are looked at, and the pixels of the images asked for.
    Raise DataError where they are not 28 x 28 pixels with a digit each.

    >>> grey, label = Array((1, 28, 28), "u1", bytes(784)), Array((1,), "u1", b"\\7")
    >>> digits(grey, label, 0, 1)
    ([<Image 28 x 28, 0 pixels not white>], [7])
    >>> digits(grey, Array((1,), "u1", b"\\12"), 0, 1)
    Traceback (most recent call last):
        ...
    purenet.data.DataError: a label is 10; labels are the digits 0 to 9
    """
    check(images, labels)
    for scale in (256, 255):
        try:
            pictures = [Image(grey) for grey in _greys(images, scale, start, stop)]
        except KeyError:
            continue
        return pictures, [int(label) for label in labels.numbers(start, stop)]
    raise DataError("there are pixels that are neither grey/256 nor grey/255")


def check(images: Array, labels: Array) -> None:
    """Raise DataError unless these are images with a digit for each.

    >>> images = Array((2, 784), "u1", bytes(2 * 784))
    >>> check(images, Array((2,), "u1", b"\\7\\1"))
    >>> check(images, Array((3,), "u1", b"\\7\\1\\2"))
    Traceback (most recent call last):
        ...
    purenet.data.DataError: 3 labels for 2 images; the file is damaged or not MNIST
    """
    if images.shape[1:] not in ((PIXELS,), (SIDE, SIDE)):
        raise DataError(f"images have {SIDE} x {SIDE} pixels, not {images.shape[1:]}")
    if len(labels.shape) != 1 or labels.kind[0] not in "iu":
        raise DataError("labels are whole numbers, one for each image")
    count = images.shape[0]
    if labels.shape[0] != count:
        raise DataError(
            f"{labels.shape[0]:,} labels for {count:,} images;"
            " the file is damaged or not MNIST"
        )
    wrong = set(labels.numbers(0, count)) - set(range(10))
    if wrong:
        raise DataError(f"a label is {min(wrong)}; labels are the digits 0 to 9")


def _greys(images: Array, scale: int, start: int, stop: int) -> Iterator[bytes]:
    """Yield the 784 grey levels of each image. Raise KeyError for other pixels."""
    level = _grey_levels(images.kind, scale).__getitem__

    def greys(start: int, stop: int) -> bytes:
        if images.kind == "u1":
            return bytes(images.data[start:stop])
        return bytes(map(level, images.numbers(start, stop)))

    if not images.fortran:
        for at in range(start * PIXELS, stop * PIXELS, PIXELS):
            yield greys(at, at + PIXELS)
        return
    count, wanted = images.shape[0], stop - start
    columns = b"".join(
        greys(at + start, at + stop) for at in range(0, count * PIXELS, count)
    )
    for number in range(wanted):
        image = columns[number::wanted]
        if len(images.shape) == 3:
            image = b"".join(image[row::SIDE] for row in range(SIDE))
        yield image


def _grey_levels(kind: str, scale: int) -> dict[float, int]:
    """Return the grey level of each number a pixel can be.

    Floats are grey/scale, rounded to 4 bytes perhaps before they were made 8.
    """
    if kind[0] != "f":
        return {grey: grey for grey in range(256)}
    exact = [grey / scale for grey in range(256)]
    levels = dict(zip(array("f", exact), range(256)))
    if kind == "f8":
        levels.update(zip(exact, range(256)))
    return levels
