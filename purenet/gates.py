"""Gates: a perceptron can be a NAND, and out of NANDs all else is made.

With weights -2, -2 and bias 3 a perceptron answers 0 where both inputs are
1, else 1: it is a NAND gate. NAND is universal for computation, so networks
of perceptrons are, too (chapter 1, "Perceptrons"). Below, NAND is the only
perceptron; every other gate calls NAND, or a gate that does.

>>> add_whole_numbers(19, 23)
42

How many NANDs did that take? Each call of one is counted:

>>> count_nands(XOR, 1, 0), count_nands(add_whole_numbers, 19, 23)
(4, 45)
"""

from __future__ import annotations

from typing import Any, Callable

from purenet.perceptron import Perceptron
from purenet.words import say


class Nand(Perceptron):
    """The chapter's NAND perceptron: weights -2, -2 and bias 3.

    It takes two bits, and counts in `used` how often it was asked.

           x1 = 0, x2 = 0:  z = 3            fires
           one of them 1:   z = 3 - 2 = 1    fires
           x1 = 1, x2 = 1:  z = 3 - 4 = -1   does not

    Raise ValueError for an input that is neither 0 nor 1.

    >>> [NAND(x1, x2) for x1 in (0, 1) for x2 in (0, 1)]
    [1, 1, 1, 0]
    >>> NAND(1, 2)
    Traceback (most recent call last):
        ...
    ValueError: a gate takes bits, 0 or 1, not 2
    >>> own = Nand()
    >>> own(0, 1), own.used
    (1, 1)
    """

    def __init__(self) -> None:
        super().__init__([-2, -2], bias=3)
        self.used = 0

    def __call__(self, x1: int, x2: int) -> int:  # type: ignore[override]
        self.used += 1
        return super().__call__([_bit(x1), _bit(x2)])


NAND = Nand()


def count_nands(circuit: Callable[..., Any], *inputs: int) -> int:
    """Return how many times circuit(*inputs) asks a NAND perceptron.

    >>> [count_nands(gate, 1, 1) for gate in (AND, OR, XOR)]
    [2, 3, 4]
    >>> count_nands(half_adder, 1, 1), count_nands(full_adder, 1, 1, 1)
    (5, 9)
    """
    before = NAND.used
    circuit(*inputs)
    return NAND.used - before


def NOT(x: int) -> int:
    """Return 1 where x is 0: a NAND with both inputs joined.

    >>> NOT(0), NOT(1)
    (1, 0)
    """
    return NAND(x, x)


def AND(x1: int, x2: int) -> int:
    """Return 1 where both are 1: NOT NAND.

    >>> [AND(x1, x2) for x1 in (0, 1) for x2 in (0, 1)]
    [0, 0, 0, 1]
    """
    return NOT(NAND(x1, x2))


def OR(x1: int, x2: int) -> int:
    """Return 1 where at least one is 1: not both of them are 0.

    >>> [OR(x1, x2) for x1 in (0, 1) for x2 in (0, 1)]
    [0, 1, 1, 1]
    """
    return NAND(NOT(x1), NOT(x2))


def XOR(x1: int, x2: int) -> int:
    """Return 1 where just one is 1: the sum of two bits without its carry.

    No single perceptron can do this.

    >>> [XOR(x1, x2) for x1 in (0, 1) for x2 in (0, 1)]
    [0, 1, 1, 0]
    """
    return _xor(x1, x2, NAND(x1, x2))


def _xor(x1: int, x2: int, n: int) -> int:
    """XOR where n = NAND(x1, x2) is known and need not be asked again."""
    return NAND(NAND(x1, n), NAND(x2, n))


def half_adder(x1: int, x2: int) -> tuple[int, int]:
    """Return the sum bit and the carry bit of x1 + x2: the chapter's circuit.

    >>> [half_adder(x1, x2) for x1 in (0, 1) for x2 in (0, 1)]
    [(0, 0), (1, 0), (1, 0), (0, 1)]
    """
    n = NAND(x1, x2)
    return _xor(x1, x2, n), NAND(n, n)


def half_adder_merged(x1: int, x2: int) -> tuple[int, int]:
    """The half adder with one weight of -4 for the input that counted twice.

    In half_adder the carry's NAND gets n on both inputs: -2 n - 2 n. One
    input with weight -4 weighs the same, and the drawing has one line less.

    >>> [half_adder_merged(x1, x2) for x1 in (0, 1) for x2 in (0, 1)]
    [(0, 0), (1, 0), (1, 0), (0, 1)]
    """
    n = NAND(x1, x2)
    carry = Perceptron([-4], bias=3)
    return _xor(x1, x2, n), carry([n])


def full_adder(x1: int, x2: int, carry: int) -> tuple[int, int]:
    """Return the sum bit and the carry bit of x1 + x2 + carry.

    Two half adders in a row; a carry of either is a carry of the whole.
    NAND(n1, n2) says so straight away, since each n is a carry turned over.

    >>> full_adder(1, 1, 0), full_adder(1, 1, 1)
    ((0, 1), (1, 1))
    """
    n1 = NAND(x1, x2)
    partial = _xor(x1, x2, n1)
    n2 = NAND(partial, carry)
    return _xor(partial, carry, n2), NAND(n1, n2)


def add_whole_numbers(a: int, b: int) -> int:
    """Return a + b, added bit by bit with full adders, as on paper.

    a, b: whole numbers from 0 on, of any size. Raise ValueError for others.

    >>> add_whole_numbers(2**70, 1) == 2**70 + 1
    True
    >>> add_whole_numbers(-1, 1)
    Traceback (most recent call last):
        ...
    ValueError: the adder takes whole numbers from 0 on, not -1
    """
    bits_a, bits_b = to_bits(a), to_bits(b)
    width = max(len(bits_a), len(bits_b))
    bits_a += [0] * (width - len(bits_a))
    bits_b += [0] * (width - len(bits_b))
    carry = 0
    bits = []
    for x1, x2 in zip(bits_a, bits_b):
        bit, carry = full_adder(x1, x2, carry)
        bits.append(bit)
    return from_bits([*bits, carry])


def to_bits(number: int) -> list[int]:
    """Return the binary digits of a whole number, the lowest first.

    >>> to_bits(6)
    [0, 1, 1]
    >>> to_bits(1.5)
    Traceback (most recent call last):
        ...
    ValueError: the adder takes whole numbers from 0 on, not 1.5
    """
    if not isinstance(number, int) or number < 0:
        raise ValueError(
            say("the adder takes whole numbers from 0 on, not {!r}", number)
        )
    return [int(digit) for digit in reversed(f"{number:b}")]


def from_bits(bits: list[int]) -> int:
    """Return the whole number of which these are the bits, lowest first.

    >>> from_bits([0, 1, 1])
    6
    """
    return int("".join(str(bit) for bit in reversed(bits)), 2)


def _bit(x: int) -> int:
    if x not in (0, 1):
        raise ValueError(say("a gate takes bits, 0 or 1, not {!r}", x))
    return x
