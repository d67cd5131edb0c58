"""BMP files: the pixels as they are, mostly from the lowest row up.

"BM", where the pixels begin, then a header with the size and the bits a pixel
has: 1, 4 and 8 are numbers of a palette, 24 and 32 are blue, green, red and
perhaps a byte more. A row is filled up to a multiple of four bytes. (Microsoft,
"Bitmap Storage"; packed BMP files are rare and not read.)

>>> import io
>>> sizes = struct.pack("<IIiiHH", 54, 40, 1, 2, 1, 24)  # one pixel wide, two high
>>> file = b"BM" + bytes(8) + sizes + bytes(24) + bytes([0, 0, 0, 0, 255, 255, 255, 0])
>>> [tuple(row) for row in Reader(io.BytesIO(file), "two.bmp").rows()]
[(255, 255, 255, 255), (0, 0, 0, 255)]
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from purenet.data import DataError
from purenet.photos.bounds import check_bytes, check_size

BITS = (1, 4, 8, 24, 32)
PLAIN, MASKS = 0, 3  # kinds of packing: none, and none with the order of the colours
USUAL = b"\0\0\xff\0" b"\0\xff\0\0" b"\xff\0\0\0"  # red, green, blue of the masks


class Reader:
    """A BMP file being read row by row, as png.Reader does.

    file: opened in binary; name: what messages call it. Raise DataError for
    what is none, is packed, damaged or too large.

    >>> import io
    >>> Reader(io.BytesIO(b"BM"), "short.bmp")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: short.bmp: a damaged BMP file: it ends too early
    """

    orientation = 1

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        head = self._at(0, 54)
        self._start, header, self.width, height = struct.unpack("<IIii", head[10:26])
        self.height, self._upwards = abs(height), height > 0
        self._bits, packing = struct.unpack("<HI", head[28:34])
        known = packing == PLAIN and self._bits in BITS
        if packing == MASKS and self._bits == 32:
            known = self._at(54, 12) == USUAL
        if header < 40 or not known:
            raise DataError(f"{name}: a rare kind of BMP file: save it as PNG or JPEG")
        if self.width < 1 or not height:
            raise self._damaged(f"{self.width} x {height} pixels")
        check_size(self.width, self.height, name)
        self._row = (self.width * self._bits + 31) // 32 * 4
        check_bytes(self._row * self.height, name)
        self._palette = b""
        if self._bits <= 8:
            count = struct.unpack("<I", head[46:50])[0] or 1 << self._bits
            if count > 1 << self._bits:
                raise self._damaged(f"{count} colours")
            self._palette = self._at(14 + header, 4 * count)

    def _damaged(self, how: str) -> DataError:
        return DataError(f"{self._name}: a damaged BMP file: {how}")

    def _at(self, place: int, count: int) -> bytes:
        """Read so many bytes from a place on, or raise."""
        self._file.seek(place)
        data = self._file.read(count)
        if len(data) < count:
            raise self._damaged("it ends too early")
        return data

    def rows(self) -> Iterator[bytes]:
        """Yield each row, from the top, as red, green, blue, opacity; red, green …"""
        for y in range(self.height):
            below = self.height - 1 - y if self._upwards else y
            row = self._at(self._start + below * self._row, self._row)
            yield self._rgba(row)

    def _rgba(self, row: bytes) -> bytes:
        """Return a row of the file as four bytes a pixel."""
        out = bytearray(b"\xff") * (4 * self.width)
        if self._palette:
            row = self._indices(row)
            for k in range(3):  # blue comes first
                table = self._palette[2 - k :: 4].ljust(256, b"\0")
                out[k::4] = row.translate(table)[: self.width]
        else:
            step = self._bits // 8
            for k in range(3):
                out[k::4] = row[2 - k :: step][: self.width]
        return bytes(out)

    def _indices(self, row: bytes) -> bytes:
        """Return a number a byte, where several were packed into one."""
        if self._bits == 8:
            return row
        per, most = 8 // self._bits, (1 << self._bits) - 1
        out = bytearray(len(row) * per)
        for k in range(per):
            shift = 8 - self._bits * (k + 1)
            out[k::per] = row.translate(bytes((v >> shift) & most for v in range(256)))
        return bytes(out)
