"""The numbers of a JPEG's blocks, out of the bits of its scans.

Each number is written as a code for its length (Huffman's, the frequent ones
short) and so many bits. A baseline file has one scan with all numbers; a
progressive one has several: first the means, then bands of the others, then one
more bit of each (CCITT Recommendation T.81, F and G).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from itertools import compress, islice
from typing import NamedTuple

from purenet.data.stream import Budget
from purenet.words import later, say

NO_CODES = [0] * (1 << 16)
BIT = [0x101] * (1 << 16)  # no code, but a number of one bit
NO_SUCH_CODE = later("there is a code that its table does not have")
FAR = 1000  # behind all places of a block


class Damaged(ValueError):
    """Bits that no encoder writes."""


class Bits:
    """The bits of one stretch of a scan, first to last.

    budget: what the blocks in it spend, each on its codes; kept, count: the bits that
    come next, as an integer, and how many these are.

    >>> kept, count = Bits(b"\\7\\xff", Budget(0, 0)).more(1, 1)
    >>> f"{kept:x}", count
    ('107ff00000000', 49)
    """

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.data, self.budget = data, budget
        self.at = self.kept = self.count = 0

    def more(self, kept: int, count: int) -> tuple[int, int]:
        """Return 48 bits more than these; after the end come zeros, but not many."""
        if self.at > len(self.data) + 8:
            raise Damaged(say("it is cut short"))
        piece = self.data[self.at : self.at + 6].ljust(6, b"\0")
        self.at += 6
        kept = (kept & (1 << count) - 1) << 48 | int.from_bytes(piece, "big")
        return kept, count + 48


def table(counts: bytes, symbols: bytes) -> list[int]:
    """Return what each 16 bits begin with: 256 * the bits to take + the code's symbol.

    These bits are the code's and those of the number after it, or of a run of blocks.
    counts: how many codes have 1, 2 ... 16 bits. Raise Damaged for too many.

    >>> found = table(bytes([1, 1]) + bytes(14), b"AB")
    >>> found[0] == 2 * 256 + 0x41, found[0x8000] == 4 * 256 + 0x42, found[0xFFFF]
    (True, True, 0)
    """
    taken = sum(count << 16 - length for length, count in enumerate(counts, 1))
    if taken > 1 << 16 or sum(counts) > len(symbols):
        raise Damaged(say("a table of codes has too many"))
    found: list[int] = []
    left = iter(symbols)
    for length, count in enumerate(counts, 1):
        for symbol in islice(left, count):
            more = symbol & 15 or (symbol >> 4) % 15
            found += [length + more << 8 | symbol] * (1 << 16 - length)
    return found + [0] * ((1 << 16) - len(found))


class Component:
    """A component of the picture: how it is sampled, and its blocks' numbers.

    h, v: blocks of one unit; wide, high: blocks that the picture needs; across: blocks
    of a row as they are stored; reach: how many of a block's numbers are wanted, none
    of a colour's; means, others: the codes of the scan that is read; steps: what the
    numbers are to be multiplied with.
    """

    numbers = array("h")
    wide = high = across = reach = 0
    means: Sequence[int] = ()
    others: Sequence[int] = ()
    steps: Sequence[int] = ()

    def __init__(self, number: int, h: int, v: int, table: int) -> None:
        self.number, self.h, self.v, self.table = number, h, v, table


class Band(NamedTuple):
    """What a scan holds: numbers first to last, down to a bit, or this bit more."""

    first: int
    last: int
    bit: int
    more: bool


ALL = Band(0, 63, 0, False)  # as in a baseline file


def reader(bits: Bits, part: Component, band: Band) -> Callable[[int], None]:
    """Return what reads the numbers of one block after another.

    A code tells how many zeros to pass, then comes a number: or that no more comes, in
    so many blocks. A mean is the first number, written as a difference from the one
    before, or else bit by bit.
    """
    numbers, others, reach = part.numbers, part.others, part.reach
    first, last, bit, more = band
    if first and more:
        return _more(bits, part, band)
    begin = others if first else BIT if more else part.means
    averaged = not first and reach > 0
    block_cost, cost = (18, 6) if first else (10, 4)
    mean = run = 0  # run: so many blocks have no more

    def read(at: int) -> None:
        nonlocal mean, run
        if run:
            run -= 1
            return
        if averaged:
            before, numbers[at] = numbers[at], 0
        kept, count, codes = bits.kept, bits.count, begin
        place, work = first, block_cost
        while place <= last:
            work += cost
            if count < 32:
                kept, count = bits.more(kept, count)
            entry = codes[kept >> count - 16 & 0xFFFF]
            if not entry:
                raise Damaged(say(NO_SUCH_CODE))
            count -= entry >> 8
            length = entry & 15
            if length:
                place += entry >> 4 & 15
                if place < reach:
                    value = kept >> count & (1 << length) - 1
                    if not value >> length - 1:
                        value -= (1 << length) - 1
                    numbers[at + place] = value << bit
                elif place > 63:
                    raise Damaged(say("a block has more than 64 numbers"))
                elif first:  # bits more may come, of those that are not 0
                    numbers[at + place] = 1
            elif entry & 0xF0 == 0xF0:
                place += 15
            elif place:
                if first:
                    zeros = entry >> 4 & 15
                    run = (1 << zeros) - 1 + (kept >> count & (1 << zeros) - 1)
                    work += 3 * run
                break
            codes = others
            place += 1
        bits.kept, bits.count = kept, count
        bits.budget.spend(work)
        if averaged:
            new = numbers[at]
            mean = numbers[at] = before | (new > 0) << bit if more else mean + new

    return read


def _more(bits: Bits, part: Component, band: Band) -> Callable[[int], None]:
    """Return what reads one more bit of one block after another.

    Beside the zeros what is known already is passed, and takes its bit.
    """
    numbers, others, reach = part.numbers, part.others, part.reach
    first, last, bit, _ = band
    run = 0

    def read(at: int) -> None:
        nonlocal run
        known = numbers[at + first : at + last + 1]
        nears = iter([*compress(range(first, last + 1), known), FAR])
        near = next(nears)
        if run and near == FAR:
            run -= 1
            return
        kept, count, place, work = bits.kept, bits.count, first, 40
        while place <= last:
            work += 5
            new = 0
            if not run:
                if count < 32:
                    kept, count = bits.more(kept, count)
                entry = others[kept >> count - 16 & 0xFFFF]
                if not entry:
                    raise Damaged(say(NO_SUCH_CODE))
                count -= entry >> 8
                zeros = entry >> 4 & 15
                place += zeros
                if entry & 15:
                    new = 1 << bit if kept >> count & 1 else -1 << bit
                elif zeros < 15:
                    run = (1 << zeros) + (kept >> count & (1 << zeros) - 1)
                    work += 10 * run
            if run:
                place = 64
            while near <= place:
                if not count:
                    kept, count = bits.more(kept, count)
                count -= 1
                if near < reach and kept >> count & 1:
                    number = numbers[at + near]
                    if not number >> bit & 1:
                        numbers[at + near] += 1 << bit if number > 0 else -1 << bit
                work, place, near = work + 2, place + 1, next(nears)
            if new and place <= last:
                numbers[at + place] = new
            place += 1
        run -= run > 0
        bits.kept, bits.count = kept, count
        bits.budget.spend(work)

    return read
