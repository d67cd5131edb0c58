"""The numbers of a JPEG's blocks, out of the bits of its scans.

Each number is written as a code for its length (Huffman's, the frequent ones
short) and so many bits. A baseline file has one scan with all numbers; a
progressive one has several: first the means, then bands of the others, then one
more bit of each (CCITT Recommendation T.81, F and G).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import compress
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

    >>> bits = Bits(bytes([0b10110000, 255]), Budget(0, 0))
    >>> bits.take(1), bits.take(3), bits.take(4), bits.take(8)
    (1, 3, 0, 255)
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

    def take(self, count: int) -> int:
        """Return the next bits as a whole number."""
        if self.count < 32:
            self.kept, self.count = self.more(self.kept, self.count)
        self.count -= count
        return self.kept >> self.count & (1 << count) - 1

    def code(self, table: Sequence[int]) -> int:
        """Return what the next code stands for."""
        if self.count < 32:
            self.kept, self.count = self.more(self.kept, self.count)
        entry = table[self.kept >> self.count - 16 & 0xFFFF]
        if not entry:
            raise Damaged(say(NO_SUCH_CODE))
        self.count -= entry >> 8
        return entry & 0xFF

    def number(self, length: int) -> int:
        """Return a number of so many bits; those with a first bit 0 are negative.

        >>> bits = Bits(bytes([0b10_01_0000]), Budget(0, 0))
        >>> bits.number(2), bits.number(2)
        (2, -2)
        """
        if not length:
            return 0
        value = self.take(length)
        return value if value >> length - 1 else value - (1 << length) + 1


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
    place = 0
    for length, count in enumerate(counts, 1):
        for symbol in symbols[place : place + count]:
            found += [length << 8 | symbol] * (1 << 16 - length)
        place += count
    return found + [0] * ((1 << 16) - len(found))


class Component:
    """A component of the picture: how it is sampled, and its blocks' numbers.

    h, v: blocks of one unit; across: blocks in a row of the stored picture; wide, high:
    blocks that the picture needs; numbers: `kept` a block, and `reach` of these are
    wanted, none of a colour's; marked: of those beyond it is kept which are not 0;
    means, others: the tables of the scan that is read.
    """

    def __init__(self, number: int, h: int, v: int, steps: int) -> None:
        self.number, self.h, self.v, self.steps = number, h, v, steps
        self.numbers, self.kept, self.reach, self.marked = array("h"), 0, 0, False
        self.across = self.wide = self.high = 0
        self.means: Sequence[int] = ()
        self.others: Sequence[int] = ()


def places(part: Component, unit: int, units_across: int, alone: bool) -> Iterator[int]:
    """Yield where the numbers of a unit's blocks begin."""
    if alone:
        yield part.kept * (unit // part.wide * part.across + unit % part.wide)
        return
    y, x = divmod(unit, units_across)
    for v in range(part.v):
        for h in range(part.h):
            yield part.kept * ((y * part.v + v) * part.across + x * part.h + h)


class Band(NamedTuple):
    """What a progressive scan holds: numbers first to last, down to a bit.

    more: whether it adds one bit to what is known.
    """

    first: int
    last: int
    bit: int
    more: bool


def waves(bits: Bits, part: Component, at: int, band: Band) -> int:
    """Read a block's numbers of a band; return of how many blocks these were all."""
    numbers, others, reach, marked = part.numbers, part.others, part.reach, part.marked
    kept, count = bits.kept, bits.count
    place, last, bit, _ = band
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


def bits_more(bits: Bits, part: Component, band: Band, units: range) -> None:
    """Read one more bit of what is known of some units."""
    numbers, others, reach = part.numbers, part.others, part.reach
    kept, count = bits.kept, bits.count
    first, last, one, run = band.first, band.last, 1 << band.bit, 0
    for unit in units:
        at = part.kept * (unit // part.wide * part.across + unit % part.wide)
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
                for near in range(place, min(spot, reach)):
                    number = numbers[at + near]
                    if number:
                        work, count, more = work + 1, count - 1, more - 1
                        if kept >> count & 1 and not number & one:
                            numbers[at + near] += one if number > 0 else -one
            count -= more
            if new and spot <= last:
                numbers[at + spot] = new
            place, passed = spot + 1, end + 1
        run -= run > 0
        bits.budget.spend(4 * BLOCK_COST + 5 * work)
    bits.kept, bits.count = kept, count
