"""JPEG files, read in black and white and no larger than need be.

Made for reading what is written on paper, not for looking at: of the colours
only the brightness is worked out, and a large photograph is made out of the
coarse waves of its blocks (`purenet.photos.cosine`), at a half, a quarter or an
eighth of its size. Baseline and progressive files, with restart markers and with
the camera's note which way is up (CCITT Recommendation T.81; Exif 2.3, tag 274).
"""

from __future__ import annotations

import re
import struct
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, cycle, islice

from purenet.data import DataError
from purenet.photos import bounds, cosine, entropy
from purenet.photos.bounds import Row
from purenet.photos.entropy import ALL, NO_CODES, Band, Bits, Component, Damaged
from purenet.photos.filters import brightness
from purenet.photos.upright import orientation
from purenet.words import later, say

SIGNATURE = b"\xff\xd8\xff"
MOST_BYTES = 40_000_000
MOST_PIXELS = 800_000  # they come at a half, a quarter or an eighth, not in between
END, SCAN = b"\xff\xd9", b"\xff\xda"
MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
RESTART = re.compile(rb"\xff[\xd0-\xd7]")
# Steps: a table of codes is long, a scan begins.
TABLE_COST, SCAN_COST = 4000, 300

RARE = dict.fromkeys(b"\xc3\xc7\xcb\xcf", later("lossless"))
RARE |= dict.fromkeys(b"\xc5\xc6\xcd\xce", later("hierarchical"))
RARE |= dict.fromkeys(b"\xc9\xca", later("arithmetically coded"))
DO_NOT_FIT = later("its parts do not fit")
Size = tuple[Component, int, int]  # and how many blocks of it a unit has, across, down


def _up(length: int, part: int) -> int:
    """Return how many parts cover a length."""
    return -(-length // part)


class Reader(bounds.Reader):
    """One file, read whole; `rows()` makes pixels of it.

    Raise DataError for what is damaged, too large, or of another kind.

    >>> import io
    >>> Reader(io.BytesIO(SIGNATURE + b"\\xc3"), "me.jpg")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: me.jpg: the JPEG file is damaged (it is cut short)
    """

    kind = "JPEG"

    def _begin(self) -> None:
        """Read the whole file."""
        self.data = self.file.read(MOST_BYTES + 1)
        if len(self.data) > MOST_BYTES:
            raise DataError("{}: longer than {:,} bytes", self.name, MOST_BYTES)
        self.budget.keep(len(self.data))
        self.steps: dict[int, Sequence[int]] = {}
        self.tables: dict[int, list[int]] = {}
        self.components: list[Component] = []
        self.shown: list[Component] = []  # those that brightness is made of
        self.restart, self.noted, self.progressive = 0, "", False
        try:
            self._segments()
        except DataError:
            raise
        except (LookupError, ValueError, OverflowError, struct.error) as error:
            how = str(error) if isinstance(error, Damaged) else say(DO_NOT_FIT)
            raise self._damaged(how) from None

    def _rare(self, what: str) -> DataError:
        text = (
            "{}: a JPEG file of a rare kind ({}): save it as an ordinary one, or as PNG"
        )
        return DataError(text, self.name, what)

    def _segments(self) -> None:
        """Go through the file, segment by segment."""
        at = 2
        while (marker := MARKER.search(self.data, at)) and marker[0] != END:
            at = marker.end() + 2
            length = int.from_bytes(self.data[at - 2 : at], "big") - 2
            content = self.data[at : at + length]
            if len(content) != length:
                raise Damaged(say("it is cut short"))
            self.budget.spend(20 + 3 * length)
            at += length
            if marker[0] == SCAN:
                at = self._scan(content, at)
            else:
                self._segment(marker[0][1], content)
        whole = self.shown and all(each.steps for each in self.shown)
        if not whole or self.progressive and not marker:
            raise Damaged(say("it is cut short"))

    def _segment(self, kind: int, content: bytes) -> None:
        if kind in (0xC0, 0xC1, 0xC2):
            self.progressive = kind == 0xC2
            self._frame(content)
        elif kind in RARE:
            raise self._rare(say(RARE[kind]))
        elif kind == 0xC4:
            self._huffman(content)
        elif kind == 0xDB:
            self._quantization(content)
        elif kind == 0xDD:
            self.restart = int.from_bytes(content[:2], "big")
        elif kind == 0xE1 and content[:6] == b"Exif\0\0":
            self.orientation = orientation(content[6:])
        elif kind == 0xE0 and content[:5] == b"JFIF\0":
            self.noted = "JFIF"
        elif kind == 0xEE and content[:5] == b"Adobe" and not self.noted:
            self.noted = "RGB" if content[11] == 0 else "Adobe"

    def _huffman(self, content: bytes) -> None:
        while content:
            number, counts = content[0], content[1:17]
            self.budget.spend(TABLE_COST)
            if number & ~0x13:
                raise Damaged(say(DO_NOT_FIT))
            end = 17 + sum(counts)
            self.tables[number] = entropy.table(counts, content[17:end])
            content = content[end:]

    def _quantization(self, content: bytes) -> None:
        while content:
            form = ">64H" if content[0] >> 4 else ">64B"
            self.steps[content[0] & 15] = struct.unpack_from(form, content, 1)
            content = content[1 + struct.calcsize(form) :]

    def _frame(self, content: bytes) -> None:
        """Read the sizes."""
        if self.components:
            raise Damaged(say("it has two pictures in one"))
        bits, height, width, count = struct.unpack_from(">BHHB", content)
        if bits != 8:
            raise self._rare(say("of {} bits, not of 8", bits))
        if count not in (1, 3):
            raise self._rare(say("of {} inks, for printing (CMYK)", count))
        self._sized(width, height)
        for k in range(6, 6 + 3 * count, 3):
            number, sampling, table = content[k : k + 3]
            h, v = sampling >> 4, sampling & 15
            if not (1 <= h <= 4 and 1 <= v <= 4):
                raise Damaged(say("its components have no size"))
            self.components.append(Component(number, h, v, table))

    def _sizes(self) -> None:
        """Make room for the numbers of the brightness."""
        h, v = max(p.h for p in self.components), max(p.v for p in self.components)
        # As libjpeg decides what the colours are: by JFIF, Adobe's note, their names.
        names = bytes(each.number for each in self.components)
        rgb = self.noted == "RGB" or not self.noted and names == b"RGB"
        self.shown = self.components[: 3 if rgb else 1]
        if any((each.h, each.v) != (h, v) for each in self.shown):
            raise self._rare(say("with little brightness for its colours"))
        side, blocks = 8, _up(self.width, 8) * _up(self.height, 8)
        while side > 1 and side**2 * blocks > MOST_PIXELS:
            side //= 2
        self.side, self.kept = side, 64 if side > 1 else 1  # of 64 numbers a block
        self.units = _up(self.width, 8 * h), _up(self.height, 8 * v)
        for each in self.components:
            each.wide = _up(self.width * each.h, 8 * h)
            each.high = _up(self.height * each.v, 8 * v)
            each.across = self.units[0] * each.h
        for each in self.shown:
            each.reach = cosine.zigzag().index((side - 1, side - 1)) + 1
            size = 2 * self.kept * each.across * each.v * self.units[1]
            self.budget.keep(size)
            each.numbers = array("h", bytes(size))
        self.width, self.height = _up(self.width * side, 8), _up(self.height * side, 8)

    def _scan(self, header: bytes, at: int) -> int:
        """Read one scan; return where it ends."""
        if not self.components:
            raise Damaged(say("a scan comes before the picture's size"))
        if not self.shown:
            self._sizes()
        end = MARKER.search(self.data, at)
        stop = end.start() if end else len(self.data)
        count, known = header[0], {each.number: each for each in self.components}
        parts = [known[number] for number in header[1 : 1 + 2 * count : 2]]
        first, last, bits = header[1 + 2 * count : 4 + 2 * count]
        band = Band(first, last, bits & 15, bits > 15) if self.progressive else ALL
        fits = count == 1 if band.first else band == ALL or not band.last
        ends = band == ALL or bits >> 4 in (0, band.bit + 1)
        if not (fits and ends and first <= last < 64 and band.bit < 14):
            raise Damaged(say("a scan has no such numbers"))
        if len({*parts}) < count or len(known) < len(self.components):
            raise Damaged(say(DO_NOT_FIT))
        for part, tables in zip(parts, header[2::2]):
            part.means = self.tables.get(tables >> 4, NO_CODES)
            part.others = self.tables.get(16 | tables & 15, NO_CODES)
            if not band.first:
                part.steps = part.steps or self.steps[part.table]
        self.budget.spend(SCAN_COST + (stop - at) // 50)
        # Bits to come need those before.
        if any(part.reach for part in parts) and (not band.first or self.side > 1):
            self._pieces(parts, band, at, stop)
        return stop

    def _pieces(self, parts: list[Component], band: Band, at: int, stop: int) -> None:
        """Read what is between restart markers, piece by piece."""
        sizes, (across, down) = [(part, part.h, part.v) for part in parts], self.units
        if len(parts) == 1:  # alone each block is a unit
            sizes, across, down = [(parts[0], 1, 1)], parts[0].wide, parts[0].high
        units, many = across * down, sum(h * v for _, h, v in sizes)
        every = self.restart or units
        places = self._places(sizes, across, down, range(at, stop))
        self.budget.keep(2 * (stop - at))  # as it is, and with FF for FF 00
        for number, start in enumerate(range(0, units, every)):
            marker = RESTART.search(self.data, at, stop)
            end = marker.start() if marker else stop
            self.budget.spend(50)
            bits = Bits(self.data[at:end].replace(b"\xff\0", b"\xff"), self.budget)
            unit = []
            for part, h, v in sizes:
                unit += [entropy.reader(bits, part, band)] * (h * v)
            for read, place in zip(cycle(unit), islice(places, every * many)):
                read(place)
            follows = marker and marker[0][1] == 0xD0 + number % 8
            last = start + every >= units
            if 8 * bits.at - bits.count > 8 * len(bits.data) or not (last or follows):
                raise Damaged(say("it is cut short"))
            at = end + 2

    def _places(
        self, sizes: list[Size], across: int, down: int, scan: range
    ) -> Iterator[int]:
        """Yield where the numbers of a scan's blocks begin, unit by unit."""
        for row in range(down):
            # Reading is about three quarters of the work.
            there = scan.start + len(scan) * row / down
            self.progress(0.7 * there / len(self.data))
            blocks = [
                range(start, start + across * h, h)
                for part, h, v in sizes
                for y in range(row * v, row * v + v)
                for start in range(part.across * y, part.across * y + h)
            ]
            for block in chain.from_iterable(zip(*blocks)):
                yield self.kept * block

    def rows(self) -> Iterator[Row]:
        """Yield each row's brightness: the first component, or of three colours."""
        for rows in zip(*map(self._rows, self.shown)):
            yield brightness(*rows) if rows[1:] else rows[0], b""

    def _rows(self, shown: Component) -> Iterator[bytes]:
        side, waves = self.side, cosine.patterns(self.side, shown.steps)
        for y in range(shown.high):
            self.progress(0.75 + 0.25 * y / shown.high)
            blocks = []
            start, end = shown.across * y, shown.across * y + shown.wide
            for at in range(self.kept * start, self.kept * end, self.kept):
                block = shown.numbers[at : at + shown.reach]
                filled = len(block) - block.count(0)
                self.budget.spend(16 + filled * (3 + side * side // 4))
                blocks.append(cosine.pixels(block, waves))
            for row in range(min(side, self.height - side * y)):
                line = b"".join(b[row * side : (row + 1) * side] for b in blocks)
                yield line[: self.width]
