"""08 · The half adder

Lesson: lessons/02-gates.md

A half adder adds two bits: 1 + 1 = 10 in binary, so the sum bit is 0 and
the carry bit is 1. The chapter builds it from five NAND gates. Do the same:
call NAND only.
"""

from purenet.gates import NAND, count_nands


def half_adder(x1, x2):
    """Return the sum bit and the carry bit of x1 + x2.

    >>> half_adder(0, 0)
    (0, 0)
    >>> half_adder(0, 1), half_adder(1, 0)
    ((1, 0), (1, 0))
    >>> half_adder(1, 1)
    (0, 1)
    >>> count_nands(half_adder, 1, 1) in (1, 2, 3, 4, 5)
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":
    print("To check this file:  python3 -m purenet check 08")
