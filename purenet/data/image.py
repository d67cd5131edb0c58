"""Image: a handwritten digit as the chapter's input, 784 numbers.

An input is 0.0 for white and grows towards 1.0 for black (section "A simple network to
classify handwritten digits"). The files have grey levels, whole numbers from 0 to 255.
The book's holds them divided by 256, so that is what an Image gives.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from purenet.matrix import Matrix
from purenet.shapes import Shaped
from purenet.words import say

SIDE = 28
PIXELS = SIDE * SIDE
# Images elsewhere: scikit-learn's and optdigits'; semeion's and those of USPS.
SMALL, MIDDLE = 8 * 8, 16 * 16
SIZES = (PIXELS, MIDDLE, SMALL)
_FLAT = {size: (size,) for size in SIZES}  # one tuple for all images
COLUMN = {size: (size, 1) for size in SIZES}

# The 256 floats there can be, made once: 70,000 images share them.
INTENSITY = [grey / 256 for grey in range(256)]


class Image(Shaped, Sequence[float]):
    """A picture of 28 x 28 grey levels, read as a sequence of 784 floats.

    grey: 784 bytes, row by row from the top left, 0 white to 255 black; or another of
    the SIZES. `bytes(image)` gives them back; floats are looked up when asked for.
    shape: what NumPy takes it for, (784, 1) where it shall be a column.

    >>> image = Image(bytes([0, 128, 255]) + bytes(781))
    >>> len(image), image[1], bytes(image)[:4]
    (784, 0.5, b'\\x00\\x80\\xff\\x00')
    >>> Image(bytes(10))
    Traceback (most recent call last):
        ...
    ValueError: an image has 784 grey levels (28 x 28), not 10
    """

    __slots__ = ("_grey", "shape")

    def __init__(self, grey: bytes, shape: tuple[int, ...] = ()) -> None:
        if len(grey) not in SIZES:
            text = "an image has {} grey levels ({} x {}), not {}"
            raise ValueError(say(text, PIXELS, SIDE, SIDE, len(grey)))
        self._grey, self.shape = bytes(grey), shape or _FLAT[len(grey)]

    def __len__(self) -> int:
        return len(self._grey)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [INTENSITY[grey] for grey in self._grey[index]]
        return INTENSITY[self._grey[index]]

    def __iter__(self) -> Iterator[float]:
        return map(INTENSITY.__getitem__, self._grey)

    def __bytes__(self) -> bytes:
        return self._grey

    def reshape(self, *shape: Any) -> Matrix:
        """Return the numbers in rows, as NumPy's pictures are.

        >>> Image(bytes(784)).reshape((28, 28)).shape
        (28, 28)
        """
        rows, columns = shape if len(shape) == 2 else shape[0]
        if rows * columns != len(self):
            text = "an image has {} numbers, not {} x {}"
            raise ValueError(say(text, len(self), rows, columns))
        return Matrix([self[k : k + columns] for k in range(0, len(self), columns)])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Image):
            return self._grey == other._grey
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self._grey)

    def __repr__(self) -> str:
        ink = sum(1 for grey in self._grey if grey)
        side = math.isqrt(len(self))
        return f"<Image {side} x {side}, {ink} pixels not white>"
