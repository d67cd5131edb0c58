"""What all readers of pictures have in common, and how large a picture may be.

Reading takes ten seconds' work at most, and little memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from purenet.data import DataError
from purenet.data.budget import Budget
from purenet.words import say

MOST_PIXELS = 64_000_000
MOST_BYTES = 56_000_000  # of pixels as they are stored
LONGEST_SIDE = 65_535
MEMORY, STEPS = 130_000_000, 60_000_000
Progress = Callable[[float], object]  # told now and then which share is done
# A row of pixels, each number a byte: red, green, blue, opacity (empty where full).
Planes = tuple[bytes, bytes, bytes, bytes]


def budget(name: str) -> Budget:
    """Return what may be spent on a picture, however often it is passed over.

    >>> budget("me.png").steps_left
    60000000
    """
    return Budget(MEMORY, STEPS, f"{name}: ")


class Reader:
    """One file that is read, or refused with DataError; `rows()` may still do so.

    name: what messages call it; spent: what is left to spend on it. Whoever reads a
    kind of file sets width and height, and which way is up.
    """

    kind = ""
    width, height, orientation, see_through = 0, 0, 1, False

    def __init__(
        self,
        file: BinaryIO,
        name: str,
        spent: Budget | None = None,
        progress: Progress = float,
    ) -> None:
        self.file, self.name, self.progress = file, name, progress
        self.budget = spent or budget(name)
        self._begin()

    def _begin(self) -> None:
        """Read what stands before the pixels."""

    def rows(self) -> Iterator[Planes]:
        """Yield each row of pixels; can be called once."""
        raise NotImplementedError

    def _sized(self, width: int, height: int) -> None:
        """Take the size. Raise DataError for a picture that is too large to read.

        >>> import io
        >>> Reader(io.BytesIO(), "huge.png")._sized(50_000, 20_000)
        Traceback (most recent call last):
            ...
        purenet.data.DataError: huge.png: 1,000 megapixels; at most 64 are read
        """
        self.width, self.height = width, height
        if not width * height:
            raise self._damaged(say("it has no size"))
        if max(width, height) > LONGEST_SIDE:
            long = "{}: {:,} x {:,} pixels; at most {:,} a side are read"
            raise DataError(long, self.name, width, height, LONGEST_SIDE)
        if width * height > MOST_PIXELS:
            large = "{}: {:,.0f} megapixels; at most {} are read"
            raise DataError(
                large, self.name, width * height / 1e6, MOST_PIXELS // 10**6
            )

    def _damaged(self, how: str) -> DataError:
        """Return the error that says so."""
        return DataError("{}: the {} file is damaged ({})", self.name, self.kind, how)

    def _read(self, count: int) -> bytes:
        """Read so many bytes; raise DataError where there are fewer."""
        data = self.file.read(count)
        if len(data) < count:
            raise self._damaged(say("it is cut short"))
        return data
