"""PGM and PPM files: grey levels and colours with hardly any packing.

"P5", width, height and the largest value as text, then the pixels as bytes;
"P6" has three numbers a pixel; "P2" and "P3", which hold them as text, are not
read. A comment goes from # to the end of a line
(netpbm.sourceforge.net/doc/pgm.html).
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator
from typing import BinaryIO

from purenet.data import DataError
from purenet.data.budget import Budget
from purenet.photos.bounds import budget, check_size
from purenet.words import say

HEADER = re.compile(rb"P[56]" + 3 * rb"(?:\s|#[^\n]*\n)+(\d{1,9})" + rb"\s")
LONGEST = 10_000  # bytes of the header
KINDS = {b"P5": 1, b"P6": 3}  # and the numbers that a pixel has


class Reader:
    """A PGM or PPM file being read row by row, as png.Reader does.

    Raise DataError for what is neither, is damaged or too large.

    >>> import io
    >>> Reader(io.BytesIO(b"P5 2 2 255 \\0"), "short.pgm").width
    2
    """

    orientation, see_through = 1, False

    def __init__(self, file: BinaryIO, name: str, spent: Budget | None = None) -> None:
        self._budget = spent or budget(name)
        start = file.read(LONGEST)
        if start[:2] not in KINDS:
            text = "{}: a picture as text: save it as PNG or JPEG"
            as_text = start[:2] in (b"P2", b"P3")
            raise DataError(text if as_text else "{}: no PGM or PPM file", name)
        self._file, self._name, self._channels = file, name, KINDS[start[:2]]
        header = HEADER.match(start)
        if not header:
            raise self._damaged(say("it does not begin with its size"))
        self.width, self.height, self._most = map(int, header.groups())
        if not (self.width and self.height and 0 < self._most < 65536):
            size = self.width, self.height, self._most
            raise self._damaged(say("{} x {} pixels up to {}", *size))
        check_size(self.width, self.height, name)
        file.seek(header.end())

    def _damaged(self, how: str) -> DataError:
        return DataError("{}: a damaged picture: {}", self._name, how)

    def rows(self) -> Iterator[bytes]:
        """Yield each row as red, green, blue, opacity; red, green, blue …

        >>> import io
        >>> picture = Reader(io.BytesIO(b"P5 1 2 15 \\0\\x0f"), "two.pgm")
        >>> [list(row) for row in picture.rows()]
        [[0, 0, 0, 255], [255, 255, 255, 255]]
        """
        size = 1 if self._most < 256 else 2
        count = self.width * self._channels * size
        levels = bytes(min(255, v * 255 // self._most) for v in range(256**size))
        for _ in range(self.height):
            self._budget.spend(100 + self.width // 2 + count * (size - 1) // 3)
            row = self._file.read(count)
            if len(row) < count:
                raise self._damaged(say("it ends too early"))
            if size == 1:
                row = row.translate(levels)
            else:
                values = array("H", row)
                if sys.byteorder == "little":  # the file has the upper byte first
                    values.byteswap()
                row = bytes(map(levels.__getitem__, values))
            out = bytearray(b"\xff") * (4 * self.width)
            for k in range(3):
                out[k::4] = row[k % self._channels :: self._channels]
            yield bytes(out)
