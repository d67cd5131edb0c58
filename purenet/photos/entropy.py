"""The numbers of a JPEG's blocks, out of the bits of its scans.

Each number is written as a code for its length (Huffman's, the frequent ones
short) and so many bits. A baseline file has one scan with all numbers; a
progressive one has several: first the means, then bands of the others, then one
more bit of each (CCITT Recommendation T.81, F and G).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import compress, islice
from operator import not_
from typing import NamedTuple

from purenet.data.stream import Budget
from purenet.words import later, say

BLOCK_COST = 10  # steps
OFTEN = 6000  # bytes, from one telling of how far it is to the next
NO_SUCH_CODE = later("there is a code that its table does not have")
TOO_MANY = later("a block has more than 64 numbers")


class Damaged(ValueError):
    """Bits that no encoder writes."""


class Bits:
    """The bits of one stretch of a scan, first to last.

    budget: what the blocks in it spend, each on its codes; told: now and then called
    with where it is.

    >>> bits = Bits(bytes([0b1_0_10_0_010]), Budget(0, 0))
    >>> two = table(bytes([1]) + bytes(15), b"\\2")  # the code 0: a number of two bits
    >>> bits.one(), bits.number(two), bits.number(two)
    (1, 2, -2)
    """

    def __init__(
        self, data: bytes, budget: Budget, told: Callable[[int], object] = int
    ) -> None:
        self.data, self.at, self.told = data, 0, told
        self.kept, self.count = 0, 0  # as an integer, and how many
        self.budget = budget

    def more(self, kept: int, count: int) -> tuple[int, int]:
        """Return 48 bits more than these; after the end come zeros, but not many."""
        if self.at > len(self.data) + 8:
            raise Damaged(say("it is cut short"))
        piece = self.data[self.at : self.at + 6].ljust(6, b"\0")
        self.at += 6
        if not self.at % OFTEN:
            self.told(self.at)
        kept = (kept & (1 << count) - 1) << 48 | int.from_bytes(piece, "big")
        return kept, count + 48

    def one(self) -> int:
        """Return the next bit."""
        if not self.count:
            self.kept, self.count = self.more(self.kept, self.count)
        self.count -= 1
        return self.kept >> self.count & 1

    def number(self, codes: Sequence[int]) -> int:
        """Return the next number: its length as a code, then its bits.

        Those with a first bit 0 are negative.
        """
        if self.count < 32:
            self.kept, self.count = self.more(self.kept, self.count)
        entry = codes[self.kept >> self.count - 16 & 0xFFFF]
        if not entry:
            raise Damaged(say(NO_SUCH_CODE))
        length = entry & 0xFF
        self.count -= (entry >> 8) + length
        value = self.kept >> self.count & (1 << length) - 1
        half = 1 << length >> 1
        return value if value >= half else value - 2 * half + 1


def table(counts: bytes, symbols: bytes) -> list[int]:
    """Return what each 16 bits begin with: the code's length * 256 + its symbol.

    counts: how many codes have 1, 2 ... 16 bits. Raise Damaged for too many.

    >>> found = table(bytes([1, 1]) + bytes(14), b"AB")
    >>> found[0] == 256 + 65, found[0x8000] == 512 + 66, found[0xFFFF]
    (True, True, 0)
    """
    taken = sum(count << 16 - length for length, count in enumerate(counts, 1))
    if taken > 1 << 16 or sum(counts) > len(symbols):
        raise Damaged(say("a table of codes has too many"))
    found: list[int] = []
    left = iter(symbols)
    for length, count in enumerate(counts, 1):
        for symbol in islice(left, count):
            found += [length << 8 | symbol] * (1 << 16 - length)
    return found + [0] * ((1 << 16) - len(found))


class Component:
    """A component of the picture: how it is sampled, and its blocks' numbers.

    h, v: blocks of one unit; wide, high: blocks that the picture needs; places: where
    the numbers of each of these begin, row by row; numbers: `kept` a block, unit after
    unit, and `reach` of these are wanted, none of a colour's; means, others: the codes
    of the scan that is read; steps: what the numbers are to be multiplied with.
    """

    numbers, kept, reach = array("h"), 1, 0
    places = array("i")
    means: Sequence[int] = ()
    others: Sequence[int] = ()
    steps: Sequence[int] = ()

    def __init__(self, number: int, h: int, v: int, table: int) -> None:
        self.number, self.h, self.v, self.table = number, h, v, table
        self.wide = self.high = 0


class Band(NamedTuple):
    """What a scan holds: numbers first to last, down to a bit.

    more: whether it adds one bit to what is known.
    """

    first: int
    last: int
    bit: int
    more: bool


ALL = Band(0, 63, 0, False)  # as in a baseline file


def blocks(bits: Bits, parts: Sequence[Component], band: Band, units: range) -> None:
    """Read the blocks of some units of a scan."""
    part, unit, alone = parts[0], units.start, len(parts) == 1
    if band.first and band.more:
        bits_more(bits, part, band, part.places[unit : units.stop])
    while band.first and not band.more and unit < units.stop:
        unit += waves(bits, part, part.places[unit], band)
    mean = [0] * len(parts)
    for unit in () if band.first else units:
        for k, part in enumerate(parts):
            each = part.kept * part.h * part.v
            there = range(unit * each, (unit + 1) * each, part.kept)
            for at in part.places[unit : unit + 1] if alone else there:
                if band.more:
                    if bits.one() and part.reach:
                        part.numbers[at] |= 1 << band.bit
                    continue
                mean[k] += bits.number(part.means)
                if part.reach:
                    part.numbers[at] = mean[k] << band.bit
                if band.last:
                    waves(bits, part, at, band)


def waves(bits: Bits, part: Component, at: int, band: Band) -> int:
    """Read a block's numbers of a band; return of how many blocks these were all."""
    numbers, others, reach = part.numbers, part.others, part.reach
    kept, count = bits.kept, bits.count
    place, last, bit = band.first or 1, band.last, band.bit
    marked = band.first > 0  # more bits may come: of those that are not 0
    work, cost, blocks = (18, 6, 1) if marked else (4, 4, 1)
    while place <= last:
        work += cost
        if count < 32:
            kept, count = bits.more(kept, count)
        entry = others[kept >> count - 16 & 0xFFFF]
        if not entry:
            raise Damaged(say(NO_SUCH_CODE))
        length = entry & 15
        if length:
            count -= (entry >> 8) + length
            place += entry >> 4 & 15
            if place < reach:
                value = kept >> count & (1 << length) - 1
                if not value >> length - 1:
                    value -= (1 << length) - 1
                numbers[at + place] = value << bit
            elif place > 63:
                raise Damaged(say(TOO_MANY))
            elif marked:
                numbers[at + place] = 1
            place += 1
            continue
        count -= entry >> 8
        zeros = entry >> 4 & 15
        if zeros < 15:
            if zeros:
                count -= zeros
                blocks = (1 << zeros) + (kept >> count & (1 << zeros) - 1)
            break
        place += 16
    bits.budget.spend(work)
    bits.kept, bits.count = kept, count
    return blocks


def bits_more(bits: Bits, part: Component, band: Band, places: Iterable[int]) -> None:
    """Read one more bit of what is known of some blocks."""
    numbers, others, reach = part.numbers, part.others, part.reach
    kept, count = bits.kept, bits.count
    first, last, one, run = band.first, band.last, 1 << band.bit, 0
    for at in places:
        known = numbers[at + first : at + last + 1]
        if run and not any(known):
            run -= 1
            bits.budget.spend(BLOCK_COST)
            continue
        empty = [*compress(range(first, last + 1), map(not_, known)), last + 1]
        place, passed, work, most = first, 0, 0, len(empty) - 1
        while place <= last:
            work += 1
            zeros, new = 64, 0  # in a run all that is known gets its bit
            if not run:
                if count < 32:
                    kept, count = bits.more(kept, count)
                entry = others[kept >> count - 16 & 0xFFFF]
                if not entry:
                    raise Damaged(say(NO_SUCH_CODE))
                count -= entry >> 8
                zeros = entry >> 4 & 15
                if entry & 15:
                    count -= 1
                    new = one if kept >> count & 1 else -one
                elif zeros < 15:
                    count -= zeros
                    run = (1 << zeros) + (kept >> count & (1 << zeros) - 1)
                    zeros = 64
            end = passed + zeros if passed + zeros < most else most
            spot = empty[end]
            more = spot - place - end + passed  # bits, for those between
            while count < more:
                kept, count = bits.more(kept, count)
            if more and place < reach:
                for near in range(at + place, at + min(spot, reach)):
                    if number := numbers[near]:
                        work, count, more = work + 1, count - 1, more - 1
                        if kept >> count & 1 and not number & one:
                            numbers[near] += one if number > 0 else -one
            count -= more
            if new and spot <= last:
                numbers[at + spot] = new
            place, passed = spot + 1, end + 1
        run -= run > 0
        bits.budget.spend(4 * BLOCK_COST + 5 * work)
    bits.kept, bits.count = kept, count
