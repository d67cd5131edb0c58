"""07 · XOR, which no single perceptron can do

Lesson: lessons/02-gates.md

XOR answers 1 where just one of its two inputs is 1. Build it out of gates.
Then find out how near a single perceptron comes to it.
"""

from itertools import product

from purenet.gates import AND, NAND, NOT, OR, count_nands
from purenet.perceptron import Perceptron


def XOR(x1, x2):
    """Return 1 where just one of them is 1.

    >>> XOR(0, 0), XOR(0, 1), XOR(1, 0), XOR(1, 1)
    (0, 1, 1, 0)
    >>> count_nands(XOR, 0, 1) > 0  # it asks gates
    True
    """
    # --- your code
    return AND(OR(x1, x2), NAND(x1, x2))
    # --- end


def most_rows_right():
    """Return how many of XOR's four rows one perceptron can have right.

    The check tries many perceptrons and counts for each.

    >>> most_rows_right() == max(rows_right(w1, w2, b)
    ...     for w1, w2, b in product((-2, -1, 1, 2), (-2, -1, 1, 2), (-1, 1, 3)))
    True
    """
    # --- your code
    return 3
    # --- end


def rows_right(w1, w2, bias):
    """Count the rows of XOR that this perceptron has right."""
    perceptron = Perceptron([w1, w2], bias)
    return sum(perceptron([x1, x2]) == (x1 != x2) for x1 in (0, 1) for x2 in (0, 1))


# Hint: (XOR) Just one is 1: at least one of them is 1, and not both are.
# Hint: (XOR) OR says "at least one", NAND says "not both". Both must hold:
#   AND.
# Hint: (most_rows_right) For any perceptron z(0,0) + z(1,1) = z(0,1) +
#   z(1,0), since both sides are w1 + w2 + 2b. XOR wants the left side to be
#   0 or less and the right side above 0. So four rows cannot be right; but
#   OR and NAND are perceptrons: how many rows do they have in common with
#   XOR?

# Hidden: XOR gates
#   >>> XOR({k % 2}, {k // 2 % 2})
