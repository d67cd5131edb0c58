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
    # --- your code
    return NAND(x, x)
    # --- end


def AND(x1, x2):
    """Return 1 where both are 1.

    >>> AND(0, 0), AND(0, 1), AND(1, 0), AND(1, 1)
    (0, 0, 0, 1)
    >>> count_nands(AND, 1, 1) > 0
    True
    """
    # --- your code
    return NOT(NAND(x1, x2))
    # --- end


def OR(x1, x2):
    """Return 1 where at least one of them is 1.

    >>> OR(0, 0), OR(0, 1), OR(1, 0), OR(1, 1)
    (0, 1, 1, 1)
    >>> count_nands(OR, 1, 1) > 0
    True
    """
    # --- your code
    return NAND(NOT(x1), NOT(x2))
    # --- end


# Hint: (NOT) What does NAND answer when both its inputs are the same bit?
# Hint: (AND) NAND means "not AND". So turn it over once more.
# Hint: (OR) "At least one is 1" is the same as "not both are 0". NAND(a, b)
#   says "not both a and b". Which a and b?

# Hidden:
#   >>> import exercise
#   >>> from purenet.classroom.wires import Wire, bits, gates_only
#   >>> gates_only(exercise)
#   >>> [bits(NOT(Wire(a))) for a in (0, 1)]
#   [1, 0]
#   >>> [bits(AND(Wire(a), Wire(b))) for a in (0, 1) for b in (0, 1)]
#   [0, 0, 0, 1]
#   >>> [bits(OR(Wire(a), Wire(b))) for a in (0, 1) for b in (0, 1)]
#   [0, 1, 1, 1]
