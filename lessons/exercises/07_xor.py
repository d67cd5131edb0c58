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
    raise NotImplementedError("your code here")


def most_rows_right():
    """Return how many of XOR's four rows one perceptron can have right.

    The check tries many perceptrons and counts for each.

    >>> most_rows_right() == max(rows_right(w1, w2, b)
    ...     for w1, w2, b in product((-2, -1, 1, 2), (-2, -1, 1, 2), (-1, 1, 3)))
    True
    """
    raise NotImplementedError("your code here")


def rows_right(w1, w2, bias):
    """Count the rows of XOR that this perceptron has right."""
    perceptron = Perceptron([w1, w2], bias)
    return sum(perceptron([x1, x2]) == (x1 != x2) for x1 in (0, 1) for x2 in (0, 1))


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
