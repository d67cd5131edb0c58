"""JPEG files, read in black and white and no larger than need be.

Made for reading what is written on paper, not for looking at: of the colours
only the brightness is worked out, and a large photograph is made out of the
coarse waves of its blocks (`purenet.photos.cosine`), at a half, a quarter or an
eighth of its size. Baseline and progressive files, with restart markers and with
the camera's note which way is up (CCITT Recommendation T.81; Exif 2.3, tag 274).
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator

from purenet.data import DataError
from purenet.photos import bounds, cosine, entropy
from purenet.photos.bounds import Planes
from purenet.photos.entropy import Band, Bits, Component, Damaged
from purenet.photos.upright import orientation
from purenet.words import later, say

SIGNATURE = b"\xff\xd8\xff"
MOST_BYTES = 40_000_000
MOST_PIXELS = 800_000  # they come at a half, a quarter or an eighth, not in between
# Steps: a table of codes is long, a scan begins.
TABLE_COST, SCAN_COST = 4000, 300
NO_CODES = [0] * (1 << 16)
WAVES = Band(1, 63, 0, False)  # of a baseline file

RARE = dict.fromkeys(b"\xc3\xc7\xcb\xcf", later("lossless"))
RARE |= dict.fromkeys(b"\xc5\xc6\xcd\xce", later("hierarchical"))
RARE |= dict.fromkeys(b"\xc9\xca", later("arithmetically coded"))
LITTLE = later("with little brightness for its colours")


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
        self.steps: dict[int, list[int]] = {}
        self.tables: dict[int, list[int]] = {}
        self.components: list[Component] = []
        self.restart, self.noted = 0, ""
        self.progressive = False
        try:
            self._segments()
        except DataError:
            raise
        except Damaged as error:
            raise self._damaged(str(error)) from None
        except (IndexError, ValueError, OverflowError):
            raise self._damaged(say("its parts do not fit")) from None

    def _rare(self, what: str) -> DataError:
        text = (
            "{}: a JPEG file of a rare kind ({}): save it as an ordinary JPEG or as PNG"
        )
        return DataError(text, self.name, say(what))

    def _segments(self) -> None:
        """Go through the file, segment by segment."""
        at, scans = 2, 0
        while True:
            marker = MARKER.search(self.data, at)
            at = marker.start() if marker else len(self.data)
            if at + 4 > len(self.data) or self.data[at + 1] == 0xD9:
                break
            kind = self.data[at + 1]
            length = int.from_bytes(self.data[at + 2 : at + 4], "big")
            content = self.data[at + 4 : at + 2 + length]
            if len(content) != length - 2:
                raise Damaged(say("it is cut short"))
            self.budget.spend(20 + 3 * len(content))
            at += 2 + length
            if kind == 0xDA:
                scans += 1
                at = self._scan(content, at)
            else:
                self._segment(kind, content)
        if not scans or self.progressive and self.data[at : at + 2] != END:
            raise Damaged(say("it is cut short"))

    def _segment(self, kind: int, content: bytes) -> None:
        if kind in (0xC0, 0xC1, 0xC2):
            self.progressive = kind == 0xC2
            self._frame(content)
        elif kind in RARE:
            raise self._rare(RARE[kind])
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
                raise Damaged(say("its parts do not fit"))
            end = 17 + sum(counts)
            self.tables[number] = entropy.table(counts, content[17:end])
            content = content[end:]

    def _quantization(self, content: bytes) -> None:
        while content:
            size = 2 if content[0] >> 4 else 1
            numbers = array("BH"[size - 1], content[1 : 1 + 64 * size])
            if len(numbers) < 64:
                raise Damaged(say("it is cut short"))
            if sys.byteorder == "little":
                numbers.byteswap()
            self.steps[content[0] & 15] = numbers.tolist()
            content = content[1 + 64 * size :]

    def _frame(self, content: bytes) -> None:
        """Read the sizes; make room for the numbers of the brightness."""
        if self.components:
            raise Damaged(say("it has two pictures in one"))
        count = content[5]
        if content[0] != 8:
            bits = "{}: a JPEG file of {} bits, not of 8"
            raise DataError(bits, self.name, content[0])
        if count not in (1, 3):
            inks = "{}: a JPEG file of {} inks (CMYK, for printing): save it in RGB"
            raise DataError(inks, self.name, count)
        self._sized(*(int.from_bytes(content[k : k + 2], "big") for k in (3, 1)))
        for k in range(count):
            number, sampling, steps = content[6 + 3 * k : 9 + 3 * k]
            h, v = sampling >> 4, sampling & 15
            if not (1 <= h <= 4 and 1 <= v <= 4):
                raise Damaged(say("its components have no size"))
            self.components.append(Component(number, h, v, steps))
        self._sizes()

    def _sizes(self) -> None:
        most_h = max(each.h for each in self.components)
        most_v = max(each.v for each in self.components)
        self.units = (-(-self.width // (8 * most_h)), -(-self.height // (8 * most_v)))
        for each in self.components:
            each.across = self.units[0] * each.h
            each.wide = -(-self.width * each.h // (8 * most_h))
            each.high = -(-self.height * each.v // (8 * most_v))
        # As libjpeg decides what the colours are: by JFIF, Adobe's note, their names.
        names = bytes(each.number for each in self.components)
        rgb = self.noted == "RGB" or not self.noted and names == b"RGB"
        self.shown = self.components[: 3 if rgb else 1]
        if any((each.h, each.v) != (most_h, most_v) for each in self.shown):
            raise self._rare(LITTLE)
        side, blocks = 8, self.shown[0].wide * self.shown[0].high
        while side > 1 and side**2 * blocks > MOST_PIXELS:
            side //= 2
        self.side, wanted = side, [v < side and u < side for v, u in cosine.zigzag()]
        self.width, self.height = (-(-n * side // 8) for n in (self.width, self.height))
        for each in self.shown:
            each.kept, each.reach = 64 if side > 1 else 1, 64 - wanted[::-1].index(True)
            each.marked = self.progressive and side > 1
            size = 2 * each.kept * each.across * self.units[1] * each.v
            self.budget.keep(size)
            each.numbers = array("h", bytes(size))

    def _scan(self, header: bytes, at: int) -> int:
        """Read one scan; return where it ends."""
        if not self.components:
            raise Damaged(say("a scan comes before the picture's size"))
        end = SCAN_END.search(self.data, at)
        stop = end.start() if end else len(self.data)
        count = header[0]
        first, last, bits = header[1 + 2 * count : 4 + 2 * count]
        band = Band(first, last, bits & 15, bool(bits >> 4))
        if last > 63 or first > last or band.bit > 13 or first and count > 1:
            raise Damaged(say("a scan has no such numbers"))
        parts = [self._part(header[1 + 2 * k : 3 + 2 * k]) for k in range(count)]
        wanted = any(part.reach for part in parts)
        self.budget.spend(SCAN_COST + (stop - at) // 50)
        if wanted and (first == 0 or self.side > 1):  # bits to come need those before
            self._blocks(parts, band, at, stop)
        return stop

    def _part(self, ids: bytes) -> Component:
        for each in self.components:
            if each.number == ids[0]:
                each.means = self.tables.get(ids[1] >> 4, NO_CODES)
                each.others = self.tables.get(16 | ids[1] & 15, NO_CODES)
                return each
        raise Damaged(say("a scan is of a component that there is none of"))

    def _blocks(self, parts: list[Component], band: Band, at: int, stop: int) -> None:
        alone = len(parts) == 1
        units = self.units[0] * self.units[1]
        if alone:
            units = parts[0].wide * parts[0].high
        blocks = units * sum(1 if alone else p.h * p.v for p in parts)
        self.budget.spend(0 if band.first else entropy.BLOCK_COST * blocks)
        done = number = 0
        while done < units:
            marker = RESTART.search(self.data, at, stop)
            end = marker.start() if marker else stop
            self.budget.keep(2 * (end - at))  # as it is, and with FF for FF 00
            self.budget.spend(30)
            data = self.data[at:end].replace(b"\xff\0", b"\xff")
            next_ = min(units, done + self.restart) if self.restart else units
            units_of_it = range(done, next_)
            share = 0.7 / len(self.data)  # reading is about three quarters of the work
            told = lambda n: self.progress(share * (at + n))  # noqa: B023, E731
            bits = Bits(data, self.budget, told)
            self._piece(parts, band, bits, units_of_it, alone)
            if 8 * bits.at - bits.count > 8 * len(data):
                raise Damaged(say("it is cut short"))
            self.budget.keep(-2 * (end - at))
            done, at = next_, end + 2
            if done < units and (not marker or marker[0][1] != 0xD0 + number % 8):
                raise Damaged(say("it is cut short"))
            number += 1

    def _piece(
        self, parts: list[Component], band: Band, bits: Bits, units: range, alone: bool
    ) -> None:
        """Read the units between two restart markers."""
        if self.progressive and band.first:
            part, unit = parts[0], units.start
            if band.more:
                entropy.bits_more(bits, part, band, units)
                return
            while unit < units.stop:
                at = part.kept * (unit // part.wide * part.across + unit % part.wide)
                unit += entropy.waves(bits, part, at, band)
            return
        means, more = [0] * len(parts), self.progressive and band.more
        for unit in units:
            for k, part in enumerate(parts):
                for at in entropy.places(part, unit, self.units[0], alone):
                    if more:
                        if bits.take(1) and part.reach:
                            part.numbers[at] |= 1 << band.bit
                        continue
                    means[k] += bits.number(bits.code(part.means))
                    if part.reach:
                        part.numbers[at] = means[k] << band.bit
                    if not self.progressive:
                        entropy.waves(bits, part, at, WAVES)

    def rows(self) -> Iterator[Planes]:
        """Yield each row's red, green, blue; of black and white the same thrice."""
        for rows in zip(*map(self._rows, self.shown)):
            yield rows[0], rows[len(rows) // 2], rows[-1], b""

    def _rows(self, shown: Component) -> Iterator[bytes]:
        side, numbers = self.side, shown.numbers
        waves = cosine.patterns(side, self.steps.get(shown.steps, [1] * 64))
        places = [k for k in waves if k]
        for y in range(shown.high):
            self.progress(0.75 + 0.25 * y / shown.high)
            blocks = []
            for x in range(shown.wide):
                at = shown.kept * (y * shown.across + x)
                others = [(k, numbers[at + k]) for k in places if numbers[at + k]]
                self.budget.spend(16 + (1 + len(others)) * (3 + side * side // 4))
                blocks.append(cosine.pixels(numbers[at], others, waves))
            for row in range(min(side, self.height - side * y)):
                line = b"".join(b[row * side : (row + 1) * side] for b in blocks)
                yield line[: self.width]


END = b"\xff\xd9"
MARKER = re.compile(rb"\xff[\x01-\xcf\xd9-\xfe]")
SCAN_END = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
RESTART = re.compile(rb"\xff[\xd0-\xd7]")
