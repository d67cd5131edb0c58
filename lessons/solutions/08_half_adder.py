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
    # --- your code
    n = NAND(x1, x2)
    return NAND(NAND(x1, n), NAND(x2, n)), NAND(n, n)
    # --- end


# Hint: The carry is AND, the sum is XOR. Both can begin with the same gate:
#   n = NAND(x1, x2).
# Hint: The carry is n turned over: NAND(n, n).
# Hint: For the sum, ask NAND(x1, n) and NAND(x2, n) first, and then a NAND
#   of these two. Count: that makes five.

# Hidden:
#   >>> import exercise
#   >>> from purenet.classroom.wires import Wire, bits, gates_only
#   >>> gates_only(exercise)
#   >>> [bits(half_adder(Wire(a), Wire(b))) for a in (0, 1) for b in (0, 1)]
#   [(0, 0), (1, 0), (1, 0), (0, 1)]
