"""21 · The cost

Lesson: lessons/06-gradient-descent.md

How wrong is a network? The chapter measures it by the quadratic cost

    C = 1/(2n) * sum over the n examples of |y - a|^2

where y is the output wanted, a the output that came, and |v|^2 the sum of
the squares of the numbers in v.
"""


def cost(wanted, came):
    """Return the quadratic cost.

    wanted, came: for each example the output wanted, and the one that came.

    >>> cost([[1.0, 0.0]], [[1.0, 0.0]])
    0.0
    >>> cost([[1.0, 0.0]], [[0.0, 1.0]])
    1.0
    >>> cost([[1.0, 0.0]], [[0.5, 0.0]])
    0.125
    >>> cost([[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.0], [0.0, 0.5]])
    0.125
    """
    # --- your code
    total = 0.0
    for y, a in zip(wanted, came):
        for y_j, a_j in zip(y, a):
            total += (y_j - a_j) ** 2
    return total / (2 * len(wanted))
    # --- end


# Hint: Two loops, one in the other: over the examples, and over the numbers
#   of an output. Both can use zip.
# Hint: Add up (y_j - a_j) ** 2 for all of them. At the end divide by twice
#   the number of examples.

# Hidden: cost
#   >>> cost({rows(m, n)}, {rows(m, n)})
