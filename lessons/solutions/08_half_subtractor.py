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
    # --- your code
    n = NAND(x1, x2)
    m = NAND(x2, n)
    return NAND(NAND(x1, n), m), NAND(m, m)
    # --- end


# Hint: The difference bit is XOR, as the sum bit of the half adder is.
# Hint: The borrow bit is 1 only where x1 is 0 and x2 is 1. In the XOR of four
#   NANDs one gate is 0 for just this pair. Which?
# Hint: With n = NAND(x1, x2) it is m = NAND(x2, n). Turned over, NAND(m, m),
#   it is the borrow bit.

# Hidden: half_subtractor NAND
#   >>> half_subtractor({k % 2}, {k // 2 % 2})
# Hidden: half_subtractor
#   >>> count_nands(half_subtractor, {k % 2}, {k // 2 % 2}) in (1, 2, 3, 4, 5)
