"""PGM and PPM files: grey levels and colours with hardly any packing.

"P5", width, height and the largest value as text, then the pixels as bytes;
"P6" has three numbers a pixel; "P2" and "P3", which hold them as text, are not
read. A comment goes from # to the end of a line
(netpbm.sourceforge.net/doc/pgm.html).

>>> import io
>>> file = Reader(io.BytesIO(b"P5 2 1 100 \\0d"), "two.pgm")
>>> [tuple(row) for row in file.rows()]
[(0, 0, 0, 255, 255, 255, 255, 255)]
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from purenet.data import DataError
from purenet.photos.bounds import check_size
from purenet.words import say

HEADER = 10_000  # bytes
KINDS = {b"P5": 1, b"P6": 3}  # and the numbers that a pixel has


class Reader:
    """A PGM or PPM file being read row by row, as png.Reader does.

    file: opened in binary; name: what messages call it. Raise DataError for
    what is neither, is damaged or too large.

    >>> import io
    >>> Reader(io.BytesIO(b"P5 2 2 255 \\0"), "short.pgm").width
    2
    """

    orientation = 1

    def __init__(self, file: BinaryIO, name: str) -> None:
        # The header is text, read byte by byte, and must not go on for ever.
        self._file: BinaryIO = io.BytesIO(file.read(HEADER))
        self._name = name
        magic = self._file.read(2)
        if magic not in KINDS:
            raise DataError(
                say("{}: a picture as text: save it as PNG or JPEG", name)
                if magic in (b"P2", b"P3")
                else say("{}: no PGM or PPM file", name)
            )
        self._channels = KINDS[magic]
        self.width, self.height = self._number(), self._number()
        self._most = self._number()
        if not (self.width and self.height and 0 < self._most < 65536):
            size = self.width, self.height, self._most
            raise self._damaged(say("{} x {} pixels up to {}", *size))
        check_size(self.width, self.height, name)
        file.seek(self._file.tell())
        self._file = file

    def _damaged(self, how: str) -> DataError:
        return DataError("{}: a damaged picture: {}", self._name, how)

    def _number(self) -> int:
        """Read the next whole number of the text, over spaces and comments."""
        digits = b""
        while len(digits) < 9:
            byte = self._file.read(1)
            if byte == b"#":
                while byte not in (b"", b"\n"):
                    byte = self._file.read(1)
            if byte.isdigit():
                digits += byte
            elif digits and (byte.isspace() or not byte):
                return int(digits)
            elif not byte:
                raise self._damaged(say("it ends too early"))
            elif not byte.isspace():
                raise self._damaged(say("a number was expected"))
        raise self._damaged(say("the number {}…", digits.decode()))

    def rows(self) -> Iterator[bytes]:
        """Yield each row as red, green, blue, opacity; red, green, blue …

        >>> import io
        >>> picture = Reader(io.BytesIO(b"P5 1 2 15 \\0\\x0f"), "two.pgm")
        >>> [list(row) for row in picture.rows()]
        [[0, 0, 0, 255], [255, 255, 255, 255]]
        """
        count = self.width * self._channels
        size = 1 if self._most < 256 else 2
        table = bytes(min(255, v * 255 // self._most) for v in range(256))
        for _ in range(self.height):
            row = self._file.read(count * size)
            if len(row) < count * size:
                raise self._damaged(say("it ends too early"))
            if size == 1:
                row = row.translate(table)
            else:
                values = (high * 256 + low for high, low in zip(row[::2], row[1::2]))
                row = bytes(min(255, v * 255 // self._most) for v in values)
            yield self._rgba(row)

    def _rgba(self, row: bytes) -> bytes:
        """Return a row of one or three numbers a pixel as four."""
        out = bytearray(b"\xff") * (4 * self.width)
        for k in range(3):
            out[k::4] = row[k % self._channels :: self._channels]
        return bytes(out)
