"""PGM and PPM files: grey levels and colours with hardly any packing.

"P5", width, height and the largest value as text, then the pixels as bytes;
"P6" has three numbers a pixel; "P2" and "P3", which hold them as text, are not
read. A comment goes from # to the end of a line
(netpbm.sourceforge.net/doc/pgm.html).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from purenet.data import DataError
from purenet.photos import bounds
from purenet.photos.bounds import Row
from purenet.photos.filters import brightness
from purenet.words import say

HEADER = re.compile(rb"P[56]" + 3 * rb"(?:\s|#[^\n]*\n)+(\d{1,9})" + rb"\s")
LONGEST = 10_000  # bytes of the header
KINDS = {b"P5": ("PGM", 1), b"P6": ("PPM", 3)}  # and the numbers that a pixel has


class Reader(bounds.Reader):
    """A PGM or PPM file being read row by row, as png.Reader does.

    Raise DataError for what is text, damaged or too large.

    >>> import io
    >>> Reader(io.BytesIO(b"P5 2 2 255 \\0"), "short.pgm").width
    2
    """

    def _begin(self) -> None:
        """Read the header."""
        start = self.file.read(LONGEST)
        if start[:2] in (b"P2", b"P3"):
            raise DataError("{}: a picture as text: save it as PNG or JPEG", self.name)
        self.kind, self._channels = KINDS[start[:2]]
        header = HEADER.match(start)
        if not header:
            raise self._damaged(say("it does not begin with its size"))
        width, height, self._most = map(int, header.groups())
        if not 0 < self._most < 65536:
            raise self._damaged(say("its parts do not fit"))
        self._sized(width, height)
        self.file.seek(header.end())

    def rows(self) -> Iterator[Row]:
        """Yield each row's brightness; nothing is transparent.

        >>> import io
        >>> picture = Reader(io.BytesIO(b"P5 1 2 15 \\0\\x0f"), "two.pgm")
        >>> list(picture.rows())
        [(b'\\x00', b''), (b'\\xff', b'')]
        """
        size, n = 1 if self._most < 256 else 2, self._channels
        count, both = self.width * n * size, f">{self.width * n}H"
        levels = bytes(min(255, v * 255 // self._most) for v in range(256**size))
        for y in range(self.height):
            self.progress(y / self.height)
            self.budget.spend(100 + self.width // 2 + count * (size - 1) // 3)
            row = self._read(count)
            if size == 1:
                row = row.translate(levels)
            else:
                row = bytes(map(levels.__getitem__, struct.unpack(both, row)))
            yield brightness(row[::n], row[n // 2 :: n], row[n - 1 :: n]), b""
