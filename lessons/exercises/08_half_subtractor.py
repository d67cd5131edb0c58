"""08 · The half subtractor

Lesson: lessons/02-gates.md

The lesson's half adder adds two bits. This circuit subtracts: x1 - x2. The
difference bit is what stands in the place, and the borrow bit is 1 where one
has to borrow from the next place: 0 - 1 is 1, borrowed 1. Call NAND only, and
at most five times.
"""

from purenet.gates import NAND, count_nands


def half_subtractor(x1, x2):
    """Return the difference bit and the borrow bit of x1 - x2.

    >>> half_subtractor(0, 0), half_subtractor(1, 1)
    ((0, 0), (0, 0))
    >>> half_subtractor(1, 0)
    (1, 0)
    >>> half_subtractor(0, 1)
    (1, 1)
    >>> count_nands(half_subtractor, 0, 1) in (1, 2, 3, 4, 5)
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
