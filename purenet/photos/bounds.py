"""What all readers of pictures have in common, and how large a picture may be.

Reading takes ten seconds' work at most, and little memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from purenet.data import DataError
from purenet.data.stream import Budget
from purenet.words import say

MOST_PIXELS = 64_000_000
MOST_BYTES = 56_000_000  # of pixels as they are stored
LONGEST_SIDE = 65_535
MEMORY, STEPS = 130_000_000, 60_000_000
Progress = Callable[[float], object]  # told now and then which share is done
Row = tuple[bytes, bytes]  # of pixels: brightness, and opacity (empty where full)


class Reader:
    """One file that is read, or refused with DataError; `rows()` may still do so.

    name: what messages call it. Whoever reads a kind of file sets width and height,
    which way is up, and whether some of it may be transparent.
    """

    kind = ""
    width, height, orientation, see_through = 0, 0, 1, False

    def __init__(self, file: BinaryIO, name: str, progress: Progress = float) -> None:
        self.file, self.name, self.progress = file, name, progress
        self.budget = Budget(MEMORY, STEPS, f"{name}: ")
        self._begin()

    def _begin(self) -> None:
        """Read what stands before the pixels."""

    def rows(self) -> Iterator[Row]:
        """Yield each row of pixels; can be called once."""
        raise NotImplementedError

    def _sized(self, width: int, height: int) -> None:
        """Take the size. Raise DataError for a picture that is too large to read.

        >>> import io
        >>> Reader(io.BytesIO(), "a.png")._sized(50_000, 20_000)  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        purenet.data.DataError: a.png: 50,000 x 20,000 pixels; 64 megapixels at most...
        """
        self.width, self.height = width, height
        if not width * height:
            raise self._damaged(say("it has no size"))
        if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
            large = "{}: {:,} x {:,} pixels; {} megapixels at most, and {:,} a side"
            most = MOST_PIXELS // 10**6, LONGEST_SIDE
            raise DataError(large, self.name, width, height, *most)

    def _damaged(self, how: str) -> DataError:
        """Return the error that says so."""
        return DataError("{}: the {} file is damaged ({})", self.name, self.kind, how)

    def _read(self, count: int) -> bytes:
        """Read so many bytes; raise DataError where there are fewer."""
        self.budget.spend(20 + count // 50)
        data = self.file.read(count)
        if len(data) < count:
            raise self._damaged(say("it is cut short"))
        return data
