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
from itertools import chain
from struct import Struct, pack, unpack


class Lanes:
    """How to put `count` numbers into one integer, and get them out again.

    width: bits in a lane, a multiple of 8, 64 or more.

    `lanes.top` is a 1 above the highest lane. Added to an integer it keeps
    the whole above zero whatever its lanes are: Python is quicker where no
    sign changes. Reading the lanes leaves out what is above them.

    >>> lanes = Lanes(3)
    >>> [number] = lanes.put([[5, 0, 7]])
    >>> lanes.split(number + lanes.top)
    [5, 0, 7]
    """

    def __init__(self, count: int, width: int = 64) -> None:
        self.count = count
        self.width = width
        self.top = 1 << width * count
        # A 1 in each lane; the highest bit of each lane, and of its low word.
        self._ones = sum(1 << width * j for j in range(count))
        self._signs = self._ones << width - 1
        self._low_signs = self._ones << 63
        # d is a float, q a whole number, x a byte that is passed over.
        padding = "x" * (width // 8 - 8)
        self._floats = Struct("<" + ("d" + padding) * count)
        self._low_whole = Struct("<" + ("q" + padding) * count)
        self._high_whole = Struct("<" + (padding + "q") * count + "16x")

    def put(self, groups: Iterable[Sequence[int]]) -> list[int]:
        """Return an integer for each group, whose lanes are its numbers.

        groups: of `count` whole numbers, from -2^63 to 2^63 - 1.

        >>> Lanes(3).put([[5, 0, 7]]) == [5 + (7 << 128)]
        True
        >>> Lanes(2, width=96).put([[-1, 0], [0, 3]]) == [-1, 3 << 96]
        True
        """
        # A number below zero is packed as 2^64 more. Flipping its highest bit
        # lifts every number by 2^63, and then that is taken off again.
        signs, lanes = self._low_signs, self._low_whole.pack
        return [
            (int.from_bytes(lanes(*group), "little") ^ signs) - signs
            for group in groups
        ]

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
        known = self._ones * unpack("<q", pack("<d", rounder))[0]
        rounded = [value + rounder for value in values]
        size, floats = self.count, self._floats.pack
        return [
            int.from_bytes(floats(*rounded[start : start + size]), "little") - known
            for start in range(0, len(rounded), size)
        ]

    def read(self, numbers: Iterable[int]) -> list[int]:
        """Return the lanes of all the integers, one after the other.

        Of lanes wider than 64 bits the upper 64 are read: the value divided
        by 2^(width - 64) and rounded down.

        >>> Lanes(2).read([3 - (1 << 64), (4 << 64) - 5])
        [3, -1, -5, 4]
        >>> Lanes(1, width=96).read([7 << 32])
        [7]
        """
        # Lifted by half its range no lane is below zero, so none borrows.
        # Flipping its highest bit takes that off again, within the lane.
        signs = self._signs
        size, lanes = self._high_whole.size, self._high_whole.unpack
        return list(
            chain.from_iterable(
                [
                    lanes(((number + signs) ^ signs).to_bytes(size, "little"))
                    for number in numbers
                ]
            )
        )

    def split(self, number: int) -> list[int]:
        """Return the lanes of one integer, all bits of them; slower.

        >>> Lanes(2, width=128).split(3 - (1 << 128))
        [3, -1]
        """
        half, mask = 1 << self.width - 1, (1 << self.width) - 1
        number += self._signs
        return [((number >> self.width * j) & mask) - half for j in range(self.count)]


def whole(fractions: Sequence[float], bits: int) -> list[int]:
    """Return the numbers times 2^bits, rounded to whole numbers.

    fractions: from 0.0 to 1.0; bits: 31 at most. It is round(2^bits * x) for
    each, in half the time: once more a number is added that leaves the float
    no bits to spare, and what was the fraction is read out of its low bits.

    >>> whole([0.0, 0.3, 1.0], bits=4)
    [0, 5, 16]
    """
    rounder = 2.0 ** (52 - bits)
    count = len(fractions)
    floats = pack(f"<{count}d", *[number + rounder for number in fractions])
    return list(unpack("<" + "I4x" * count, floats))
