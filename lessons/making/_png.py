"""PNG files, written in a few lines; `purenet.photos.png` reads them.

A signature, then chunks (length, name, data, CRC): IHDR with the size, IDAT
with the pixels as a zlib stream, each row after a 0 for "not filtered", IEND
(W3C, "Portable Network Graphics (PNG) Specification").
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from purenet.pictures.pixels import Colour


def encode(rows: Sequence[Sequence[int | Colour]]) -> bytes:
    """Return the bytes of a PNG file.

    rows: equally long rows of grey levels (0 black to 255 white) or of colours (red,
    green, blue).

    >>> encode([[0, 255]])[:4]
    b'\\x89PNG'
    """
    kind = 0 if isinstance(rows[0][0], int) else 2  # grey; red, green and blue
    size = len(rows[0]).to_bytes(4, "big") + len(rows).to_bytes(4, "big")
    header = size + bytes([8, kind, 0, 0, 0])
    data = b"".join(b"\0" + _row_bytes(row) for row in rows)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _row_bytes(row: Sequence[int | Colour]) -> bytes:
    numbers: list[int] = []
    for pixel in row:
        numbers += [pixel] if isinstance(pixel, int) else pixel
    return bytes(numbers)


def _chunk(name: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(name + content)
    return len(content).to_bytes(4, "big") + name + content + crc.to_bytes(4, "big")
