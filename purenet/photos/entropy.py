"""The numbers of a JPEG's blocks, out of the bits of its scans.

Each number is written as a code for its length (Huffman's, the frequent ones
short) and so many bits. A baseline file has one scan with all numbers; a
progressive one has several: first the means, then bands of the others, then one
more bit of each (CCITT Recommendation T.81, F and G).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purenet.data.budget import Budget
from purenet.words import say

CODE_COST = 4  # steps


class Damaged(ValueError):
    """Bits that no encoder writes."""


class Bits:
    """The bits of one stretch of a scan, first to last.

    budget: what the blocks in it spend, each on its codes.

    >>> bits = Bits(bytes([0b10110000, 255]), Budget(0, 0))
    >>> bits.take(1), bits.take(3), bits.take(4), bits.take(8)
    (1, 3, 0, 255)
    """

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.data, self.at = data, 0
        self.kept, self.count = 0, 0  # as an integer, and how many
        self.budget = budget

    def _fill(self) -> None:
        """Have 32 bits at hand; after the end come zeros, but not many."""
        if self.at > len(self.data) + 8:
            raise Damaged(say("it is cut short"))
        piece = self.data[self.at : self.at + 6].ljust(6, b"\0")
        self.at += 6
        self.kept = (self.kept & (1 << self.count) - 1) << 48 | int.from_bytes(
            piece, "big"
        )
        self.count += 48

    def take(self, count: int) -> int:
        """Return the next bits as a whole number."""
        if self.count < 32:
            self._fill()
        self.count -= count
        return self.kept >> self.count & (1 << count) - 1

    def code(self, table: Sequence[int]) -> int:
        """Return what the next code stands for."""
        if self.count < 32:
            self._fill()
        entry = table[self.kept >> self.count - 16 & 0xFFFF]
        if not entry:
            raise Damaged(say("there is a code that its table does not have"))
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


class Part(NamedTuple):
    """A component in a scan: where its numbers go, and how they are coded.

    numbers: some a block, or None where they are not wanted; kept: how many a block;
    across: blocks in a row of the stored picture; h, v: blocks of one unit; wide,
    high: blocks that the picture needs; means, others: tables.
    """

    numbers: array[int] | None
    kept: int
    across: int
    h: int
    v: int
    wide: int
    high: int
    means: Sequence[int]
    others: Sequence[int]


def places(part: Part, unit: int, units_across: int, alone: bool) -> Iterator[int]:
    """Yield where the numbers of a unit's blocks begin."""
    if alone:
        yield part.kept * (unit // part.wide * part.across + unit % part.wide)
        return
    y, x = divmod(unit, units_across)
    for v in range(part.v):
        for h in range(part.h):
            yield part.kept * ((y * part.v + v) * part.across + x * part.h + h)


def whole_block(
    bits: Bits, part: Part, at: int, mean: int, keep: Sequence[bool]
) -> int:
    """Read all numbers of a block of a baseline scan; return its mean.

    mean: that of the block before; keep: which numbers are wanted.
    """
    mean += bits.number(bits.code(part.means))
    numbers, others = part.numbers, part.others
    if numbers is not None:
        numbers[at] = checked(mean)
    place, codes = 1, 0
    while place < 64:
        codes += 1
        if bits.count < 32:
            bits._fill()
        entry = others[bits.kept >> bits.count - 16 & 0xFFFF]
        if not entry:
            raise Damaged(say("there is a code that its table does not have"))
        length = entry & 15
        if not length:
            bits.count -= entry >> 8
            if entry & 0xF0 != 0xF0:
                break
            place += 16
            continue
        place += entry >> 4 & 15
        if place > 63:
            raise Damaged(say("a block has more than 64 numbers"))
        bits.count -= (entry >> 8) + length
        if numbers is not None and keep[place]:
            value = bits.kept >> bits.count & (1 << length) - 1
            if not value >> length - 1:
                value -= (1 << length) - 1
            numbers[at + place] = value
        place += 1
    bits.budget.spend(CODE_COST * codes)
    return mean


def checked(mean: int) -> int:
    """Return a mean that a block may have.

    >>> checked(-32768)
    -32768
    """
    if not -32768 <= mean <= 32767:
        raise Damaged(say("a block's mean is beyond all bounds"))
    return mean


class Band(NamedTuple):
    """What a progressive scan holds: numbers first to last, down to a bit.

    more: whether it adds one bit to what is known.
    """

    first: int
    last: int
    bit: int
    more: bool


def band_of_block(
    bits: Bits, numbers: array[int], at: int, part: Part, band: Band, run: int
) -> int:
    """Read a block's part of a band; return how many blocks after it are empty.

    run: of how many blocks, this one included, it is known that nothing new comes.
    """
    if band.more:
        return _one_bit_more(bits, numbers, at, part, band, run)
    if run:
        return run - 1
    place, codes = band.first, 0
    while place <= band.last:
        codes += 1
        symbol = bits.code(part.others)
        zeros, length = symbol >> 4, symbol & 15
        if not length:
            if zeros < 15:
                bits.budget.spend(CODE_COST * codes * 3 // 2)
                return (1 << zeros) + bits.take(zeros) - 1
            place += 16
            continue
        place += zeros
        if place > 63:
            raise Damaged(say("a block has more than 64 numbers"))
        numbers[at + place] = checked(bits.number(length) << band.bit)
        place += 1
    bits.budget.spend(CODE_COST * codes * 3 // 2)
    return 0


def _one_bit_more(
    bits: Bits, numbers: array[int], at: int, part: Part, band: Band, run: int
) -> int:
    one, place = 1 << band.bit, band.first
    start = 8 * bits.at - bits.count
    while place <= band.last and not run:
        symbol = bits.code(part.others)
        zeros, new = symbol >> 4, 0
        if symbol & 15:
            new = one if bits.take(1) else -one
        elif zeros < 15:
            run = (1 << zeros) + bits.take(zeros)
            break
        place = _past_zeros(bits, numbers, at, place, band, zeros)
        if place > band.last:
            break
        if new:
            numbers[at + place] = new
        place += 1
    if run:
        _past_zeros(bits, numbers, at, place, band, 64)
    used = 8 * bits.at - bits.count - start  # a look at each number, and work for a bit
    bits.budget.spend((band.last - band.first) // 3 + used * 3 // 2)
    return max(0, run - 1)


def _past_zeros(
    bits: Bits, numbers: array[int], at: int, place: int, band: Band, zeros: int
) -> int:
    """Give a bit to each number that is known, up to the zero after so many."""
    one = 1 << band.bit
    while place <= band.last:
        number = numbers[at + place]
        if number:
            if bits.take(1) and not number & one:
                numbers[at + place] = number + (one if number > 0 else -one)
        else:
            if not zeros:
                return place
            zeros -= 1
        place += 1
    return place
