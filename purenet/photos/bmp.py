"""BMP files: the pixels as they are, mostly from the lowest row up.

"BM", where the pixels begin, then a header with the size and the bits of a pixel: 1, 4
and 8 are numbers of a palette; 24 and 32 are blue, green, red, and perhaps opacity. A
row is filled up to a multiple of four bytes (Microsoft, "Bitmap Storage").

>>> import io
>>> sizes = struct.pack("<IIiiHH", 54, 40, 1, 2, 1, 24)  # one pixel wide, two high
>>> file = b"BM" + bytes(8) + sizes + bytes(24) + b"\\0\\0\\0\\0" + b"\\1\\2\\3\\0"
>>> list(Reader(io.BytesIO(file), "two.bmp").rows())
[(b'\\x02', b''), (b'\\x00', b'')]
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from purenet.data import DataError
from purenet.photos import bounds
from purenet.photos.bounds import Row
from purenet.photos.filters import brightness, unpacked
from purenet.words import say

PLAIN, MASKS = 0, 3  # kinds of packing: none, and none with the place of each colour
BITS = {PLAIN: (1, 4, 8, 24, 32), MASKS: (32,)}
USUAL = struct.pack("<3I", 0xFF0000, 0xFF00, 0xFF)  # of red, green and blue
OPAQUE, LAST = bytes(4), b"\0\0\0\xff"  # where opacity is: nowhere, in the last byte


class Reader(bounds.Reader):
    """A BMP file being read row by row, as png.Reader does.

    Raise DataError for what is none, is packed, damaged or too large.

    >>> import io
    >>> Reader(io.BytesIO(b"BM"), "short.bmp")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: short.bmp: the BMP file is damaged (it is cut short)
    """

    kind = "BMP"

    def _begin(self) -> None:
        """Read the header, and the palette."""
        self._first, header = struct.unpack("<10x2I", self._read(18))
        sizes = self._read(36) if header >= 40 else bytes(36)  # in OS/2 it was shorter
        width, height, self._bits, packing, count = struct.unpack(
            "<2i2xHI12xI4x", sizes
        )
        masks = self._read(16) if packing == MASKS else USUAL + OPAQUE
        alpha = masks[12:] if header >= 56 else OPAQUE
        known = self._bits in BITS.get(packing, ()) and masks[:12] == USUAL
        if not known or alpha not in (OPAQUE, LAST):
            text = "{}: a rare kind of BMP file: save it as PNG or JPEG"
            raise DataError(text, self.name)
        self.see_through, self._upwards = alpha == LAST, height > 0
        self._sized(max(0, width), abs(height))
        self._row = (self.width * self._bits + 31) // 32 * 4
        self.file.seek(14 + header)
        count = min(count or 1 << self._bits, 256) if self._bits < 24 else 0
        palette = self._read(4 * count)
        if self._first < self.file.tell():
            raise self._damaged(say("its parts do not fit"))
        light = brightness(palette[2::4], palette[1::4], palette[::4])
        self._light = light.ljust(256, b"\0")

    def rows(self) -> Iterator[Row]:
        """Yield each row's brightness and opacity, from the top."""
        step, width = self._bits // 8, self.width
        for y in range(self.height):
            self.progress(y / self.height)
            self.budget.spend(100 + width // 4)
            below = self.height - 1 - y if self._upwards else y
            self.file.seek(self._first + below * self._row)
            row = self._read(self._row)
            if step > 2:
                blue, green, red = (row[k::step][:width] for k in range(3))
                light = brightness(red, green, blue)
            else:
                numbers = unpacked(row, self._bits) if step < 1 else row
                light = numbers[:width].translate(self._light)
            yield light, row[3::4][:width] if self.see_through else b""
