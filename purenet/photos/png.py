"""PNG files read, whatever kind they are.

A PNG is a signature and a row of chunks (length, name, data, CRC): IHDR with
the size, perhaps PLTE with a palette and tRNS with what is transparent, IDAT
with the pixels as a zlib stream, IEND. Before compression each row of pixels
is filtered: every byte is written as its difference from a neighbour to the
left or above, which makes rows repeat themselves
(W3C, "Portable Network Graphics (PNG) Specification").

>>> import base64, io
>>> data = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAA"
>>> data += "DUlEQVR42mP4zwAE/wEHAAH/PX2MSQAAAABJRU5ErkJggg=="
>>> png = Reader(io.BytesIO(base64.b64decode(data)), "two.png")
>>> png.width, png.height, [tuple(row) for row in png.rows()]
(2, 1, [(255, 0, 0, 255, 0, 0, 255, 255)])
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from purenet.data import DataError
from purenet.data.budget import Budget
from purenet.photos.bounds import budget, check_bytes, check_size
from purenet.photos.filters import undone
from purenet.photos.upright import orientation
from purenet.words import say

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIECE = 65_536
# Tenths of a step a byte: what undoing each filter takes; and a pixel what follows.
FILTER_COSTS, PIXEL_COST = (1, 6, 2, 10, 11), 4

# The colour types, the numbers a pixel has, the depths it may have.
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
DEPTHS = {**dict.fromkeys(CHANNELS, (8, 16)), GREY: (1, 2, 4, 8, 16),
          PALETTE: (1, 2, 4, 8)}  # fmt: skip

# Of an interlaced file the first pixel of each small picture, and the steps to more.
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
         (1, 0, 2, 2), (0, 1, 1, 2))  # fmt: skip


class Reader:
    """A PNG file being read, row by row, so that memory stays bounded.

    file: opened in binary; name: what messages call it; spent: what is left to
    spend on it. Raise DataError for what is no PNG, for damaged files, and for
    pictures of more than 64 megapixels; `rows()` may still raise it while reading on.

    >>> import io
    >>> Reader(io.BytesIO(b"GIF89a"), "moving.gif")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: moving.gif: no PNG file
    """

    def __init__(self, file: BinaryIO, name: str, spent: Budget | None = None) -> None:
        self._file, self._name = file, name
        self._budget = spent or budget(name)
        if file.read(8) != SIGNATURE:
            raise DataError("{}: no PNG file", name)
        length, kind = self._chunk_head()
        if kind != b"IHDR" or length != 13:
            raise self._damaged(say("it does not begin with its size"))
        self._header(self._content(kind, 13))
        self._to_pixels()

    def _damaged(self, how: str) -> DataError:
        return DataError("{}: a damaged PNG file: {}", self._name, how)

    def _read(self, count: int) -> bytes:
        data = self._file.read(count)
        if len(data) < count:
            raise self._damaged(say("it ends too early"))
        return data

    def _chunk_head(self) -> tuple[int, bytes]:
        self._budget.spend(40)
        head = self._read(8)
        return int.from_bytes(head[:4], "big"), head[4:]

    def _pieces(self, kind: bytes, length: int) -> Iterator[bytes]:
        """Yield a chunk's content in pieces, and check it against its CRC."""
        crc = zlib.crc32(kind)
        while length:
            piece = self._read(min(length, PIECE))
            crc = zlib.crc32(piece, crc)
            length -= len(piece)
            self._budget.spend(len(piece) // 50)
            yield piece
        if int.from_bytes(self._read(4), "big") != crc:
            fails = "the check of its chunk {!r} fails"
            raise self._damaged(say(fails, kind.decode("latin-1")))

    def _content(self, kind: bytes, length: int) -> bytes:
        return b"".join(self._pieces(kind, length))

    def _header(self, header: bytes) -> None:
        self.width = int.from_bytes(header[:4], "big")
        self.height = int.from_bytes(header[4:8], "big")
        self.depth, self.kind, packing, filtering, interlaced = header[8:]
        if not self.width or not self.height:
            raise self._damaged(f"{self.width} x {self.height} pixels")
        if self.depth not in DEPTHS.get(self.kind, ()) or packing or filtering:
            raise self._damaged(say("it names a kind of pixels that there is not"))
        check_size(self.width, self.height, self._name)
        self.channels, self._interlaced = CHANNELS[self.kind], bool(interlaced)
        self._step = max(1, self.channels * self.depth // 8)
        check_bytes(self._length_of(self.width) * self.height, self._name)

    def _length_of(self, width: int) -> int:
        """Return how many bytes a row of pixels has."""
        return (width * self.channels * self.depth + 7) // 8

    def _to_pixels(self) -> None:
        """Read up to the first IDAT; remember palette and transparency."""
        self._palette, self._transparent, self.orientation = b"", b"", 1
        self._length, kind = self._chunk_head()
        while kind != b"IDAT":
            length = self._length
            if kind == b"PLTE" and 0 < length <= 768 and length % 3 == 0:
                self._palette = self._content(kind, length)
            elif kind == b"tRNS" and length <= 256:
                self._transparent = self._content(kind, length)
            else:
                self._skip(kind, length)
            self._length, kind = self._chunk_head()
        self.see_through = bool(self._transparent) or self.kind in (GREY_ALPHA, RGBA)
        if self.kind == PALETTE and not self._palette:
            raise self._damaged(say("its palette is missing"))
        keyed = self.kind in (GREY, RGB) and self._transparent
        if keyed and len(self._transparent) != 2 * self.channels:
            raise self._damaged(say("its transparent colour is none"))

    def _skip(self, kind: bytes, length: int) -> None:
        if kind[0:1].isupper() and kind != b"PLTE":
            raise self._damaged(say("an unexpected chunk {!r}", kind.decode("latin-1")))
        if kind == b"eXIf" and length <= PIECE:
            self.orientation = orientation(self._content(kind, length))
            return
        for _ in self._pieces(kind, length):
            pass

    def _compressed(self) -> Iterator[bytes]:
        """Yield the compressed pixels: all IDAT chunks, then check the end."""
        length, kind = self._length, b"IDAT"
        while kind == b"IDAT":
            yield from self._pieces(kind, length)
            length, kind = self._chunk_head()
        while kind != b"IEND":
            self._skip(kind, length)
            length, kind = self._chunk_head()
        if self._content(kind, min(length, 1)):
            raise self._damaged(say("there is something in its end"))

    def _inflated(self) -> Iterator[bytes]:
        """Yield the filtered bytes in pieces, never more than is bounded."""
        stream = zlib.decompressobj()
        for piece in self._compressed():
            more = True
            while more and not stream.eof:
                try:
                    data = stream.decompress(piece, PIECE)
                except zlib.error as error:
                    raise self._damaged(say("its pixels cannot be unpacked")) from error
                self._budget.spend(len(data) // 100 + 10)
                yield data
                piece = stream.unconsumed_tail
                more = bool(piece) or len(data) == PIECE
        if not stream.eof:
            raise self._damaged(say("its pixels end too early"))

    def rows(self) -> Iterator[bytes]:
        """Yield each row as red, green, blue, opacity; red, green, blue …

        Everything as 8 bits: of 16 the upper 8, fewer spread over 0 to 255. Interlaced
        are seven small pictures one after another, each with every so manieth pixel.
        Can be called once.
        """
        pieces, waiting = self._inflated(), bytearray()
        if not self._interlaced:
            yield from self._small(self.width, self.height, pieces, waiting)
        else:
            self._budget.keep(4 * self.width * self.height)
            whole = [bytearray(4 * self.width) for _ in range(self.height)]
            for left, top, across, down in ADAM7:
                lines = whole[top::down]
                width = max(0, -(-(self.width - left) // across))
                small = self._small(width, len(lines) if width else 0, pieces, waiting)
                for line, row in zip(lines, small):
                    for k in range(4):
                        line[4 * left + k :: 4 * across] = row[k::4]
            yield from map(bytes, whole)
        if waiting or any(pieces):
            raise self._damaged(say("it holds more pixels than its size"))

    def _small(
        self, width: int, height: int, pieces: Iterator[bytes], waiting: bytearray
    ) -> Iterator[bytes]:
        """Yield the rows of a picture of this size out of the pieces that come."""
        length = self._length_of(width)
        above = bytes(length)
        for _ in range(height):
            while len(waiting) <= length:
                piece = next(pieces, None)
                if piece is None:
                    raise self._damaged(say("it holds fewer pixels than its size"))
                waiting += piece
            row = bytes(waiting[1 : length + 1])
            above = self._unfiltered(waiting[0], row, above, width)
            del waiting[: length + 1]
            yield self._rgba(above, width)

    def _unfiltered(
        self, filtering: int, row: bytes, above: bytes, width: int
    ) -> bytes:
        if filtering > 4:
            wrong = say("a row with filter {}; there are 0 to 4", filtering)
            raise self._damaged(wrong)
        tenths = FILTER_COSTS[filtering] * len(row) + PIXEL_COST * width
        self._budget.spend(100 + tenths // 10)
        return undone(filtering, row, above, self._step)

    def _rgba(self, row: bytes, width: int) -> bytes:
        opacity = self._keyed(row, width)
        if self.depth == 16:
            row = row[::2]
        elif self.depth < 8:
            row = _spread(row, self.depth, width, self.kind != PALETTE)
        out = bytearray(b"\xff") * (4 * width)
        if self.kind == PALETTE:
            if 3 * max(row) >= len(self._palette):
                raise self._damaged(say("colour {} is not in its palette", max(row)))
            for k in range(3):
                out[k::4] = row.translate(self._palette[k::3].ljust(256, b"\0"))
            out[3::4] = row.translate(self._transparent.ljust(256, b"\xff"))
            return bytes(out)
        n = self.channels
        for k in range(3):
            out[k::4] = row[k if n > 2 else 0 :: n]
        if n in (2, 4):
            out[3::4] = row[n - 1 :: n]
        elif opacity:
            out[3::4] = opacity
        return bytes(out)

    def _keyed(self, row: bytes, width: int) -> bytes:
        """Return the opacity where one colour is transparent, else nothing."""
        if self.kind not in (GREY, RGB) or not self._transparent:
            return b""
        key = self._transparent
        if self.depth < 16:
            key = key[1::2]
        if self.depth < 8:
            row = _spread(row, self.depth, width, False)
        differs = 0
        for k, level in enumerate(key):
            table = b"\xff" * level + b"\0" + b"\xff" * (255 - level)
            differs |= int.from_bytes(row[k :: len(key)].translate(table), "big")
        return differs.to_bytes(width, "big")


def _spread(row: bytes, depth: int, width: int, to_255: bool) -> bytes:
    """Return one byte a pixel from 1, 2 or 4 bits; to_255: spread to 0-255."""
    table = _pixels_of_bytes(depth, to_255)
    return b"".join([table[b] for b in row])[:width]


@cache
def _pixels_of_bytes(depth: int, to_255: bool) -> list[bytes]:
    """Return for each byte the pixels of so many bits in it."""
    most = (1 << depth) - 1
    scale = 255 // most if to_255 else 1
    shifts = range(8 - depth, -1, -depth)
    return [bytes((b >> shift & most) * scale for shift in shifts) for b in range(256)]
