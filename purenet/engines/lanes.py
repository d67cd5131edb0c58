"""Lanes: many whole numbers side by side in one Python integer.

Lane 0 is the lowest 64 bits of the integer, lane 1 the next 64, and so on.
One addition of two such integers adds all their lanes, and one
multiplication by a small number multiplies them all: what would be a loop
in Python happens in C.

>>> lanes = Lanes(3)
>>> [a] = lanes.join([5.0, -7.0, 0.5], bits=1)
>>> lanes.split(a)
[10, -14, 1]
>>> lanes.split(a + a)
[20, -28, 2]
>>> lanes.split(100 * a)
[1000, -1400, 100]

A lane below zero borrows from the lane above it, as a digit does in a
subtraction on paper, and reading the lanes gives the loan back. So sums are
exact as long as each lane ends between -2^63 and 2^63; how far it, or any
lane below it, went in between does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from struct import Struct, pack, unpack


def _bits_of(number: float) -> int:
    """The 64 bits of a float, read as a whole number: 0x3ff8 << 48 for 1.5."""
    return int.from_bytes(pack("<d", number), "little")


class Lanes:
    """How to put `count` numbers into one integer, and get them out again.

    width: bits in a lane, 64 or more in whole bytes.

    `lanes.top` is a 1 above the highest lane. Added to an integer it keeps
    the whole above zero whatever its lanes are: Python is quicker where no
    sign changes. Reading the lanes leaves out what is above them.

    >>> lanes = Lanes(3)
    >>> number = lanes.put([5, 0, 7])  # 5 + (7 << 128)
    >>> lanes.split(number + lanes.top)
    [5, 0, 7]
    """

    def __init__(self, count: int, width: int = 64) -> None:
        self.count = count
        self.width = width
        self.top = 1 << width * count
        self.size = count * width // 8  # bytes
        self.ones = sum(1 << width * j for j in range(count))
        self.half = self.ones << width - 1  # of each lane's range
        # d is a float, Q a whole number, x a byte that is passed over.
        self._float_and_gap = f"d{width // 8 - 8}x"
        self._floats = Struct("<" + self._float_and_gap * count)
        self._words = Struct("<" + f"Q{width // 8 - 8}x" * count)
        self._window = lru_cache(maxsize=16)(self._make_window)

    def put(self, numbers: Sequence[int]) -> int:
        """Return the integer whose lanes are `count` numbers, none below zero."""
        return int.from_bytes(self._words.pack(*numbers), "little")

    def join(self, values: Sequence[float], bits: int) -> list[int]:
        """Return integers whose lanes are the values times 2^bits, rounded.

        values: `count` numbers for each integer, one after the other, all
        between -2^(51 - bits) and 2^(51 - bits).

        A float near 1.5 * 2^52 has no bits behind the point. Adding that
        number (here over 2^bits) therefore rounds; and as its own bits are
        known, subtracting them from the float's, read as a whole number,
        leaves the rounded value.

        >>> [a, b] = Lanes(2).join([1.0, -1.0, 0.25, 0.375], bits=3)
        >>> a == 8 - (8 << 64), b == 2 + (3 << 64)
        (True, True)
        """
        rounder = 1.5 * 2.0 ** (52 - bits)
        known = self.ones * _bits_of(rounder)
        rounded = [value + rounder for value in values]
        count, floats = self.count, self._floats.pack
        return [
            int.from_bytes(floats(*rounded[start : start + count]), "little") - known
            for start in range(0, len(rounded), count)
        ]

    def read(
        self, numbers: Iterable[int], bits: int, whole_bits: int = 15
    ) -> list[float]:
        """Return the lanes of all the integers, over 2^bits, as floats.

        The numbers in the lanes, over 2^bits, are between -2^whole_bits and
        2^whole_bits, and not at the very end, since what a float has no bits
        for is rounded.

        >>> lanes = Lanes(2)
        >>> lanes.read(lanes.join([1.0, -0.25, 3.0, 0.0], bits=40), bits=40)
        [1.0, -0.25, 3.0, 0.0]
        """
        raised, too_much = self.raised(numbers, bits, whole_bits)
        return [number - too_much for number in raised]

    def raised(
        self, numbers: Iterable[int], bits: int, whole_bits: int = 15
    ) -> tuple[list[float], float]:
        """Return what `read` returns before it subtracts, and what it subtracts.

        No number is calculated here, one by one: bits are put where a float
        has them, those of the fraction in the lowest 52 of its 64, and above
        them an exponent.

        >>> Lanes(2).raised([1 << 40], bits=40)
        ([1572865.0, 1572864.0], 1572864.0)
        """
        lift, mask, exponent, too_much, floats = self._window(bits, whole_bits)
        size, unpacked = floats.size, floats.unpack
        each = [
            unpacked((number + lift & mask | exponent).to_bytes(size, "little"))
            for number in numbers
        ]
        return list(chain.from_iterable(each)), too_much

    def _make_window(
        self, bits: int, whole_bits: int
    ) -> tuple[int, int, int, float, Struct]:
        """Return which bytes of the lanes are read, and what makes them floats."""
        dropped = max(0, (bits + whole_bits - 51 + 7) // 8)  # bytes
        low = 8 * dropped
        half = min(low + 51, self.width - 1)  # a lane is lifted by 2^half
        unit = 2.0 ** (low - bits)
        # Added to all lanes, so that none is below zero; it rounds as well.
        lift = self.ones * ((1 << half) + (1 << low >> 1))
        # Leaves out the lowest bytes of each lane; the exponent takes their place,
        # as it is read with the lane below.
        mask = self.ones * ((1 << self.width) - (1 << low))
        exponent = self.ones * (_bits_of(2.0**52 * unit) << low)
        too_much = 2.0**52 * unit + 2.0 ** (half - bits)
        floats = Struct(f"<{dropped}x" + self._float_and_gap * self.count + "8x")
        return lift, mask, exponent, too_much, floats

    def split(self, number: int) -> list[int]:
        """Return the lanes of one integer, all bits of them; slower."""
        half, mask = 1 << self.width - 1, (1 << self.width) - 1
        number += self.half
        return [((number >> self.width * j) & mask) - half for j in range(self.count)]


def turned(rows: Sequence[int], across: Lanes, down: Lanes) -> list[int]:
    """Return columns for rows: lane k of row j becomes lane j of column k.

    across: how the numbers lie in a row; down: how they shall in a column, in lanes
    as wide. The bytes of a lane are cut out and put where they belong, as they are;
    a column has its `top`.

    >>> across, down = Lanes(3), Lanes(2)
    >>> rows = [1 - (2 << 64) + (3 << 128), 4 + (5 << 64) + (6 << 128)]
    >>> [down.split(column) for column in turned(rows, across, down)]
    [[1, 4], [-2, 5], [3, 6]]
    """
    cut = Struct(f"{across.width // 8}s" * across.count).unpack
    lifted = [(row + across.half).to_bytes(across.size, "little") for row in rows]
    columns = map(b"".join, zip(*map(cut, lifted)))
    more = down.top - down.half
    return [int.from_bytes(column, "little") + more for column in columns]


def whole(numbers: Sequence[float], bits: int) -> list[int]:
    """Return the numbers times 2^bits, rounded to whole numbers.

    numbers: so small that 32 bits hold what comes out. It is round(2^bits * x) for
    each, in half the time: once more a number is added that leaves the float no bits
    to spare, and what was the fraction is read out of its low bits.

    >>> whole([0.0, 0.3, -1.0], bits=4)
    [0, 5, -16]
    """
    rounder = 1.5 * 2.0 ** (52 - bits)
    floats = pack(f"<{len(numbers)}d", *[number + rounder for number in numbers])
    return list(unpack("<" + "i4x" * len(numbers), floats))
