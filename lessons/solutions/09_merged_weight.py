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
    # --- your code
    last = Perceptron([-4], bias=3)
    # --- instead
    # last = Perceptron([-2], bias=3)
    # --- end
    return last([n])


# Hint: Work out z of the perceptron `last` for n = 0 and for n = 1. Which of
#   the two answers is wrong?
# Hint: The NAND had z = -2 n - 2 n + 3. Which single weight gives the same?

# Hidden:
#   >>> import exercise
#   >>> exercise.NAND = lambda x1, x2: 0.6  # -4 times 0.6, and 3
#   >>> carry(1, 1)
#   1
