"""06 · NOT, AND and OR out of NAND

Lesson: lessons/02-gates.md

Every gate can be made from NAND gates alone. Make three. You may call NAND,
and the gates that you have already made, and nothing else.
"""

from purenet.gates import NAND, count_nands


def NOT(x):
    """Return 1 where x is 0, and 0 where it is 1.

    >>> NOT(0), NOT(1)
    (1, 0)
    >>> count_nands(NOT, 1) > 0  # it asks a NAND
    True
    """
    raise NotImplementedError("your code here")


def AND(x1, x2):
    """Return 1 where both are 1.

    >>> AND(0, 0), AND(0, 1), AND(1, 0), AND(1, 1)
    (0, 0, 0, 1)
    >>> count_nands(AND, 1, 1) > 0
    True
    """
    raise NotImplementedError("your code here")


def OR(x1, x2):
    """Return 1 where at least one of them is 1.

    >>> OR(0, 0), OR(0, 1), OR(1, 0), OR(1, 1)
    (0, 1, 1, 1)
    >>> count_nands(OR, 1, 1) > 0
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":
    print("To check this file:  python3 -m purenet check 06")
