"""09 · Find the bug: the merged weight

Lesson: lessons/02-gates.md

In the half adder the last NAND gets the same input n twice, each time with
the weight -2. The chapter then draws one line instead of two, with one
weight. Somebody has drawn it here, and the carry is wrong. Find the bug and
mend it.
"""

from purenet.gates import NAND
from purenet.perceptron import Perceptron


def carry(x1, x2):
    """Return the carry bit of x1 + x2: 1 where both are 1.

    >>> carry(0, 0), carry(0, 1), carry(1, 0)
    (0, 0, 0)
    >>> carry(1, 1)
    1
    """
    n = NAND(x1, x2)
    last = Perceptron([-2], bias=3)
    return last([n])


if __name__ == "__main__":
    print("To check this file:  python3 -m purenet check 09")
