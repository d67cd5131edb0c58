"""From arrays of numbers, as files hold them, to images and labels.

Whole numbers are grey levels from 0 to 255, or 0 and 1 for white and black. Floats are
the same, or grey / 256, as the book's file has them, grey / 255, or any others from 0,
white, to 1, black. What is darkest in a file tells which; where that is neither, the
file is refused: a picture that is nearly white would be learnt as if it were right.

An array is made small while it is read: whole numbers become bytes, floats four bytes.
"""

from __future__ import annotations

import codecs
import math
import re
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from purenet.data import DataError
from purenet.data.image import MIDDLE, PIXELS, SIZES, SMALL, Image
from purenet.data.stream import PIECE, Budget

# EMNIST's digits are 280,000 images; nothing larger is taken.
MOST_IMAGES = 280_000

# The most bytes an array can take as it is kept: of four bytes each, 70,000.
MOST_BYTES = MOST_IMAGES * PIXELS

# The numbers that are understood, in NumPy's names, and how `array` calls them.
TYPES = {"f4": "f", "f8": "d", "i1": "b", "u1": "B", "i2": "h", "u2": "H"}
TYPES.update({"i4": "i", "u4": "I", "i8": "q", "u8": "Q", "b1": "B"})

# Where in a float of four bytes its upper half lies, and its lower two bytes.
UPPER, LOWER = (1, (0, 1)) if sys.byteorder == "little" else (0, (2, 3))
UTF_16 = f"utf-16-{sys.byteorder[0]}e"

MOST_OF_SMALL = 16  # black in images of 8 x 8, each pixel 16 of those before
PALEST = 100  # where the darkest pixel is no darker, pixels are no grey levels


# What gives those of many images that are at some places; and the digits of them all.
Pictures = Callable[[Sequence[int]], Iterator[Image]]
Pair = tuple[Pictures, bytes]


class PassedOver(Exception):
    """What is asked for was not kept: the file has to be read again."""


class _Numbers(array):  # type: ignore[type-arg]
    """The first of the numbers of a file; passed: how many more there were."""

    passed = 0


def narrowed(
    pieces: Iterable[bytes], kind: str, big_endian: bool, budget: Budget,
    most: int = sys.maxsize,
) -> Sequence[float]:  # fmt: skip
    """Return the numbers in some bytes: whole ones as bytes, floats as four.

    kind: "f4", "u1", ... as NumPy calls it; most: so many are kept, and a few more, the
    rest are counted. DataError for other kinds, and for whole numbers beyond a byte.

    >>> got = narrowed([b"\\1\\0\\2", b"\\0", b"\\3\\0"], "i2", False, Budget(2, 0), 2)
    >>> list(got), got.passed
    ([1, 2], 1)
    """
    if kind not in TYPES:
        raise DataError("numbers of the kind {!r} are not digits", kind)
    result = _Numbers("f" if kind[0] == "f" else "B")
    size, rest = int(kind[1]), b""
    swapped = size > 1 and big_endian != (sys.byteorder == "big")
    for piece in pieces:
        piece = rest + piece
        whole = len(piece) - len(piece) % size
        piece, rest = piece[:whole], piece[whole:]
        if len(result) >= most:
            result.passed += whole // size
            continue
        budget.keep(whole // size * result.itemsize)
        if kind in ("u1", "b1") or (kind == "f4" and not swapped):
            result.frombytes(piece)
            continue
        part: array[float] = array(TYPES[kind])
        part.frombytes(piece)
        if swapped:
            part.byteswap()
        try:
            result.extend(array(result.typecode, part))
        except OverflowError:
            wrong = next(n for n in part if not 0 <= n <= 255)
            no = "a number is {}; grey levels and labels are 0 to 255"
            raise DataError(no, wrong) from None
    if rest:
        raise DataError("an array ends in the middle of a number")
    return result


def viewed(
    data: bytearray, kind: str, big_endian: bool, budget: Budget
) -> Sequence[float]:
    """Return the same of bytes that are at hand: a view of them, or they are emptied.

    >>> list(viewed(bytearray(b"\\1\\2"), "u1", False, Budget(2, 0)))
    [1, 2]
    """
    if kind not in ("u1", "b1", "f4") or big_endian != (sys.byteorder == "big"):
        pieces = (bytes(data[at : at + PIECE]) for at in range(0, len(data), PIECE))
        numbers = narrowed(pieces, kind, big_endian, budget)
        budget.keep(-len(data))
        data.clear()  # a pickle's memo has them too
        return numbers
    if len(data) % int(kind[1]):
        raise DataError("an array ends in the middle of a number")
    view = memoryview(data)
    return view.cast("f") if kind == "f4" else view


class Array:
    """Numbers in rows, as NumPy keeps them.

    shape: how many there are in each direction, the number of images first; fortran:
    the first direction runs fastest. DataError where shape and numbers do not agree.

    >>> Array((2, 3), array("B", b"abcdef")).row(1).tobytes()
    b'def'
    """

    def __init__(
        self, shape: tuple[int, ...], numbers: Sequence[float], fortran: bool = False
    ) -> None:
        self.shape, self.numbers, self.fortran = check_shape(shape), numbers, fortran
        self.cut = getattr(numbers, "passed", 0) > 0
        count = len(numbers) + getattr(numbers, "passed", 0)
        if count != math.prod(self.shape):
            raise DataError("{:,} numbers in the place of {}", count, sizes(self.shape))

    def __len__(self) -> int:
        return self.shape[0]

    def row(self, place: int) -> Sequence[float]:
        """Return the numbers of one image, or of one label."""
        if not self.fortran:
            size = math.prod(self.shape[1:])
            row = self.numbers[place * size : (place + 1) * size]
            if self.cut and len(row) < size:
                raise PassedOver
            return row
        if self.cut:
            raise PassedOver
        row = self.numbers[place :: len(self)]
        if len(self.shape) == 3:
            side = self.shape[1]
            return [number for k in range(side) for number in row[k::side]]
        return row

    def images(self, places: Sequence[int]) -> Iterator[Image]:
        """Yield the images at these places. Raise DataError for other numbers.

        >>> list(Array((1, 784), array("B", bytes(784))).images([0]))
        [<Image 28 x 28, 0 pixels not white>]
        """
        size = math.prod(self.shape[1:])
        if size not in SIZES or self.shape[2:] not in ((), (1,), self.shape[1:2]):
            text = "images have 28 x 28 pixels, 16 x 16 or 8 x 8, not {}"
            raise DataError(text, sizes(self.shape[1:]))
        if memoryview(self.numbers).format == "B":  # type: ignore[arg-type]
            levels = _levels(self.numbers, size)
            return (Image(bytes(self.row(k)).translate(levels)) for k in places)  # type: ignore[arg-type]
        return map(Image, self._greys(places, size))

    def _greys(self, places: Sequence[int], size: int) -> list[bytes]:
        for scale in (256, 255):
            levels = _levels_of(scale)
            try:
                return [levels(self.row(k)) for k in places]
            except (ValueError, OverflowError):
                continue
        least = most = 0.0
        lowest = -1 if size == MIDDLE else 0
        for k in places:
            # NaN is wrong, too
            wrong = [n for n in self.row(k) if not lowest <= n <= 255]
            if wrong:
                no = "a pixel is {:g}; pixels go from 0, white, to 255, black, or to 1"
                raise DataError(no, wrong[0])
            least, most = min(least, *self.row(k)), max(most, *self.row(k))
        whole = 1 if most <= 1 else MOST_OF_SMALL if size == SMALL else 255
        if most > whole or whole == 255:
            whole = 255
            _check_darkest(most)
        step = 255 / (whole - least)
        rows = ([step * (n - least) + 0.5 for n in self.row(k)] for k in places)
        return [bytes(map(int, row)) for row in rows]


def check_shape(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return an array's shape without directions of one number; DataError for others.

    Keras' images are n x 28 x 28 x 1, PyTorch's n x 1 x 28 x 28.

    >>> check_shape((7, 28, 28, 1))
    (7, 28, 28)
    """
    shape = (*shape[:1], *(size for size in shape[1:] if size != 1))
    if not 1 <= len(shape) <= 3:
        raise DataError(
            "an array of {} directions, {}; images are n x 28 x 28 or n x 784: "
            "reshape it before it is saved",
            *(len(shape), sizes(shape)),
        )
    if not all(0 <= size <= MOST_IMAGES for size in shape):
        promised = "{} numbers are promised; at most {:,} x 28 x 28 are read"
        raise DataError(promised, sizes(shape), MOST_IMAGES)
    return shape


def sizes(shape: Sequence[int]) -> str:
    """Return a shape as one says it.

    >>> sizes((60000, 28, 28))
    '60,000 x 28 x 28'
    """
    return " x ".join(f"{size:,}" for size in shape) or "no size"


def _levels_of(scale: int) -> Callable[[Sequence[float]], bytes]:
    """Return what turns floats that are grey / scale into grey levels, or raises.

    The upper two of a float's four bytes tell these 256 apart; and what makes bytes of
    numbers of 16 bits, by a table, is an encoding of text. So an image is encoded in
    one call, and its lower bytes are compared. (In PyPy a loop is quicker.)

    >>> list(_levels_of(256)([0.0, 0.5, 255 / 256]))
    [0, 128, 255]
    """
    exact = array("f", [grey / scale for grey in range(256)])
    encoding = codecs.charmap_build(_upper(exact.tobytes()))
    lower = [exact.tobytes()[place::4] for place in LOWER]

    def one_by_one(row: Sequence[float]) -> bytes:
        greys = bytes([int(scale * number + 0.5) for number in row])
        for grey, number in zip(greys, array("f", row)):
            if exact[grey] != number:
                raise ValueError(number)
        return greys

    def at_once(row: Sequence[float]) -> bytes:
        numbers = array("f", row) if isinstance(row, list) else row
        data = numbers.tobytes()  # type: ignore[attr-defined]
        with suppress(UnicodeError):
            if scale == 256:  # the lower halves are 0, and need not be cut out first
                both, _ = codecs.charmap_encode(data.decode(UTF_16), "strict", encoding)
                if not both[1 - UPPER :: 2].strip(b"\0"):
                    return both[UPPER::2]
            greys, _ = codecs.charmap_encode(_upper(data), "strict", encoding)
            if all(data[p::4] == greys.translate(b) for p, b in zip(LOWER, lower)):
                return greys
        return one_by_one(row)

    return one_by_one if isinstance(encoding, dict) else at_once


def _upper(data: bytes) -> str:
    """Return the upper halves of floats in bytes, read as letters of 16 bits."""
    return array("H", data)[UPPER::2].tobytes().decode(UTF_16)


def _levels(numbers: Sequence[float], size: int) -> bytes:
    """Return what each of 256 bytes is as a grey level: 0 and 1 are white and black."""
    raw = memoryview(numbers)  # type: ignore[arg-type]
    if not re.search(b"[^\0\1]", raw):
        return bytes([0]) + bytes([255] * 255)
    if size == SMALL and max(raw) <= MOST_OF_SMALL:
        return bytes(min(255, round(n * 255 / MOST_OF_SMALL)) for n in range(256))
    if not re.search(b"[%c-\xff]" % (PALEST + 1), raw):
        _check_darkest(max(numbers))
    return bytes(range(256))


def _check_darkest(most: float) -> None:
    if most <= PALEST:
        pale = (
            "the darkest pixel is {:g}; pixels go from 0, white, to 255, black, or to 1"
        )
        raise DataError(pale, most)


def digits_in(labels: Array) -> bytes:
    """Return the digits in an array of labels; DataError where they are none.

    They may stand in a column, as floats, or each as ten numbers of which one is 1.

    >>> list(digits_in(Array((3, 1), array("f", [5.0, 0.0, 4.0]))))
    [5, 0, 4]
    """
    if labels.shape[1:] in ((10,), (10, 1)):
        rows = [list(labels.row(k)) for k in range(len(labels))]
        if any(sorted(row) != [0] * 9 + [1] for row in rows):
            raise DataError("labels of ten numbers each are 0 but for one 1")
        return bytes(row.index(1) for row in rows)
    if labels.shape[1:] not in ((), (1,)):
        text = "labels are whole numbers, one for each image, not {}"
        raise DataError(text, sizes(labels.shape))
    wrong = set(labels.numbers) - set(range(10))
    if len(wrong) > 1 and wrong <= set(range(62)):
        no = "labels go up to {:g}: letters, as in EMNIST's? Read are the digits 0 to 9"
        raise DataError(no, max(wrong))
    if wrong and not (wrong == {10} and 0 not in labels.numbers):
        raise DataError("a label is {:g}; labels are the digits 0 to 9", min(wrong))
    return bytes(map(int, labels.numbers))


def pair(images: Array, labels: Array) -> Pair:
    """Return the images and their digits, one for each. Raise DataError otherwise.

    >>> white = Array((2, 784), array("B", bytes(2 * 784)))
    >>> pair(white, Array((3,), array("B", b"\\7\\1\\2")))
    Traceback (most recent call last):
        ...
    purenet.data.DataError: 3 labels for 2 images; the file is damaged or not MNIST
    """
    digits = digits_in(labels)
    if len(digits) != len(images):
        text = "{:,} labels for {:,} images; the file is damaged or not MNIST"
        raise DataError(text, len(digits), len(images))
    return images.images, digits
