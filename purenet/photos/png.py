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
>>> png.width, png.height, *map(list, next(png.rows()))  # red, and blue
(2, 1, [76, 29], [])
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from purenet.data import DataError
from purenet.photos import bounds
from purenet.photos.bounds import Row
from purenet.photos.filters import brightness, undone, unpacked
from purenet.photos.upright import orientation
from purenet.words import say

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIECE = 65_536
# What is told beside the pixels, and how long it may be.
NOTES = {b"PLTE": 768, b"tRNS": 256, b"eXIf": 65_536}
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


class Reader(bounds.Reader):
    """A PNG file being read, row by row, so that memory stays bounded.

    Raise DataError for damaged files, and for pictures of more than 64 megapixels.

    >>> import io
    >>> Reader(io.BytesIO(b"GIF89a"), "moving.gif")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: moving.gif: the PNG file is damaged (it is cut short)
    """

    kind = "PNG"

    def _begin(self) -> None:
        """Read up to the first pixels."""
        signature, (name, header) = self._read(8), self._chunk()
        if (signature, name, len(header)) != (SIGNATURE, b"IHDR", 13):
            raise self._damaged(say("it does not begin with its size"))
        self._header(bytes(header))
        self._unpacked = self._inflated()
        self._waiting = bytearray(next(self._unpacked, b""))

    def _chunk(self) -> tuple[bytes, bytearray]:
        """Return the next chunk's name and content, checked against its CRC."""
        head = self._read(8)
        length, name = int.from_bytes(head[:4], "big"), head[4:]
        content = bytearray()  # of a length that is true
        while len(content) < length:
            piece = self._read(min(length - len(content), PIECE))
            self.budget.keep(len(piece))
            content += piece
        if int.from_bytes(self._read(4), "big") != zlib.crc32(
            content, zlib.crc32(name)
        ):
            fails = "the check of its chunk {!r} fails"
            raise self._damaged(say(fails, name.decode("latin-1")))
        return name, content

    def _packed(self) -> Iterator[bytes]:
        """Go through the chunks; yield the pixels, packed, knowing their colours."""
        notes, due, before = dict.fromkeys(NOTES, b""), b"IDAT", b""
        while before != b"IEND":
            name, content = self._chunk()
            if name == due:
                if due == b"IDAT":
                    self._colours(notes[b"PLTE"], notes[b"tRNS"])
                due = b"IEND"
            elif name[:1].isupper() and name not in (b"PLTE", before):
                unexpected = "an unexpected chunk {!r}"
                raise self._damaged(say(unexpected, name.decode("latin-1")))
            if name == b"IDAT":
                for k in range(0, len(content), PIECE):
                    yield bytes(content[k : k + PIECE])
            elif len(content) <= NOTES.get(name, -1):
                notes[name] = bytes(content)
            self.budget.keep(-len(content))
            before = name
        if content:
            raise self._damaged(say("there is something in its end"))
        self.orientation = orientation(notes[b"eXIf"])

    def _header(self, header: bytes) -> None:
        self.depth, self.colours, packing, filtering, interlaced = header[8:]
        if self.depth not in DEPTHS.get(self.colours, ()) or packing or filtering:
            raise self._damaged(say("it names a kind of pixels that there is not"))
        self._sized(*(int.from_bytes(header[k : k + 4], "big") for k in (0, 4)))
        self.channels, self._interlaced = CHANNELS[self.colours], bool(interlaced)
        self._step = max(1, self.channels * self.depth // 8)
        size = self._length_of(self.width) * self.height
        if size > bounds.MOST_BYTES:
            text = (
                "{}: {:,} bytes of pixels; {:,} are read at most, some ten seconds' "
                "work: save it smaller, or as JPEG"
            )
            raise DataError(text, self.name, size, bounds.MOST_BYTES)

    def _length_of(self, width: int) -> int:
        """Return how many bytes a row of pixels has."""
        return (width * self.channels * self.depth + 7) // 8

    def _colours(self, palette: bytes, key: bytes) -> None:
        """Take what each number stands for, and what is transparent."""
        n, self.see_through = self.channels, bool(key) or self.channels in (2, 4)
        if self.colours == PALETTE and (not palette or len(palette) % 3):
            raise self._damaged(say("its palette is missing"))
        if self.colours in (GREY, RGB) and len(key) not in (0, 2 * n):
            raise self._damaged(say("its transparent colour is none"))
        light = brightness(palette[::3], palette[1::3], palette[2::3])
        if self.colours == GREY and self.depth < 8:  # as if of a palette
            most = (1 << self.depth) - 1
            light = bytes(255 * level // most for level in range(most + 1))
            key = key and b"\xff" * (key[1] & most) + b"\0"
        self._known = bytes(range(len(light)))
        self._light, self._opacity = light.ljust(256), key.ljust(256, b"\xff")
        self._key = key if self.depth == 16 else key[1::2]

    def _inflated(self) -> Iterator[bytes]:
        """Yield the filtered bytes in pieces, never more than is bounded."""
        stream, data = zlib.decompressobj(), b""
        for piece in self._packed():
            while (piece or len(data) == PIECE) and not stream.eof:
                try:
                    data = stream.decompress(piece, PIECE)
                except zlib.error:
                    packed = say("its pixels cannot be unpacked")
                    raise self._damaged(packed) from None
                yield data
                piece = stream.unconsumed_tail
        if not stream.eof:
            raise self._damaged(say("its pixels end too early"))

    def rows(self) -> Iterator[Row]:
        """Yield each row's brightness and opacity; can be called once.

        Everything as 8 bits: of 16 the upper 8, fewer spread over 0 to 255.
        """
        small = self._small(self.width, self.height)
        for y, row in enumerate(self._woven() if self._interlaced else small):
            self.progress(y / self.height)
            yield row
        if self._waiting or any(self._unpacked):
            raise self._damaged(say("it holds more pixels than its size"))

    def _woven(self) -> Iterator[Row]:
        """Yield the rows of seven pictures, each with every so manieth pixel."""
        self.budget.keep(2 * self.width * self.height)
        blank = b"\xff" * self.width
        whole = [(bytearray(blank), bytearray(blank)) for _ in range(self.height)]
        for left, top, across, down in ADAM7:
            lines = whole[top::down]
            width = max(0, -(-(self.width - left) // across))
            small = self._small(width, len(lines) if width else 0)
            for line, row in zip(lines, small):
                for plane, levels in zip(line, row):
                    if levels:
                        plane[left::across] = levels
        for light, opacity in whole:
            yield bytes(light), bytes(opacity)

    def _small(self, width: int, height: int) -> Iterator[Row]:
        """Yield the rows of a picture of this size out of the bytes that come."""
        length, waiting = self._length_of(width), self._waiting
        above = bytes(length)
        for _ in range(height):
            while len(waiting) <= length:
                if (piece := next(self._unpacked, None)) is None:
                    raise self._damaged(say("it holds fewer pixels than its size"))
                waiting += piece
            row, kind = bytes(waiting[1 : length + 1]), waiting[0]
            if kind > 4:
                raise self._damaged(say("a row with filter {}; there are 0 to 4", kind))
            tenths = FILTER_COSTS[kind] * len(row) + PIXEL_COST * width
            self.budget.spend(100 + tenths // 10)
            above = undone(kind, row, above, self._step)
            del waiting[: length + 1]
            yield self._seen(above, width)

    def _seen(self, row: bytes, width: int) -> Row:
        if self.depth < 8:
            row = unpacked(row, self.depth)[:width]
        if self.depth < 8 or self.colours == PALETTE:
            if strange := row.translate(None, self._known):
                unknown = say("colour {} is not in its palette", max(strange))
                raise self._damaged(unknown)
            return row.translate(self._light), row.translate(self._opacity)
        n, opacity = self.channels, b""
        if self._key and n in (1, 3):
            colours = struct.iter_unpack(f"{len(self._key)}s", row)
            opacity = bytes(map((self._key,).__ne__, colours)).replace(b"\1", b"\xff")
        if self.depth == 16:
            row = row[::2]
        if n in (2, 4):
            opacity = row[n - 1 :: n]
        light = row[::n] if n < 3 else brightness(*(row[k::n] for k in range(3)))
        return light, opacity
