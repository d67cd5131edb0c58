"""06 · NOT, OR and AND out of NOR

Lesson: lessons/02-gates.md

NAND is not the only gate that is enough. NOR answers 1 where neither of its
inputs is 1; it is a perceptron, too. Make the other three of it. You may call
NOR, and the gates that you have already made, and nothing else.
"""

from purenet.perceptron import Perceptron


def NOR(x1, x2):
    """Return 1 where neither is 1, and 0 otherwise. (Nothing to write here.)

    >>> NOR(0, 0), NOR(0, 1), NOR(1, 0), NOR(1, 1)
    (1, 0, 0, 0)
    """
    return Perceptron([-2, -2], bias=1)([x1, x2])


def NOT(x):
    """Return 1 where x is 0, and 0 where it is 1.

    >>> NOT(0), NOT(1)
    (1, 0)
    """
    # --- your code
    return NOR(x, x)
    # --- end


def OR(x1, x2):
    """Return 1 where at least one of them is 1.

    >>> OR(0, 0), OR(0, 1), OR(1, 0), OR(1, 1)
    (0, 1, 1, 1)
    """
    # --- your code
    return NOT(NOR(x1, x2))
    # --- end


def AND(x1, x2):
    """Return 1 where both are 1.

    >>> AND(0, 0), AND(0, 1), AND(1, 0), AND(1, 1)
    (0, 0, 0, 1)
    """
    # --- your code
    return NOR(NOT(x1), NOT(x2))
    # --- end


# Hint: (NOT) What does NOR answer when both its inputs are the same bit?
# Hint: (OR) NOR means "not OR". So turn it over once more.
# Hint: (AND) "Both are 1" is the same as "neither is 0". NOR(a, b) says
#   "neither a nor b". Which a and b?

# Hidden: NOT NOR
#   >>> NOT({k % 2})
# Hidden: OR NOR
#   >>> OR({k % 2}, {k // 2 % 2})
# Hidden: AND NOR
#   >>> AND({k % 2}, {k // 2 % 2})
