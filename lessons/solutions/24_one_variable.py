"""24 · The picture with one variable

Lesson: lessons/06-gradient-descent.md

An exercise of the book. With two variables the cost is a valley. With one
variable v it is a curve, and its gradient is one number: the slope. Where
the curve rises to the right, the ball rolls to the left. Draw both curves on
paper before you answer: the first is in two_valleys, the second is v^2.
"""

from purenet.descent import descend


def two_valleys(v):
    """The height of a curve with two valleys, v^4 - 2 v^2."""
    return v[0] ** 4 - 2 * v[0] ** 2


def where_it_ends():
    """Return where the ball comes to rest from -2.0, -0.1, 0.1 and 2.0.

    Four numbers, on the curve of two_valleys, with small steps (eta 0.05).

    >>> list(where_it_ends()) == [
    ...     round(list(descend(two_valleys, [start], eta=0.05, steps=200))[-1][0])
    ...     for start in (-2.0, -0.1, 0.1, 2.0)]
    True
    """
    # --- your code
    return [-1, -1, 1, 1]
    # --- end


def good_etas():
    """Return those of 0.1, 0.5, 0.9, 1.0 and 1.5 that lead to the bottom.

    Now the curve is v^2, with the slope 2 v; the ball begins at v = 1. To
    the bottom: after a hundred steps it is nearer to 0 than 0.001.

    >>> sorted(good_etas()) == [
    ...     eta for eta in (0.1, 0.5, 0.9, 1.0, 1.5)
    ...     if abs(list(descend(lambda v: v[0] ** 2, [1.0], eta, 100,
    ...                         grad=lambda v: [2 * v[0]]))[-1][0]) < 0.001]
    True
    """
    # --- your code
    return [0.1, 0.5, 0.9]
    # --- end


# Hint: (where_it_ends) Draw the first curve from its heights: 8 at -2, -1 at
#   -1, 0 at 0, -1 at 1, 8 at 2. Where are the two lowest points?
# Hint: (where_it_ends) Steps that small never jump over the hill between the
#   valleys. So on which side of 0 does the ball begin, and which valley is
#   there?
# Hint: (good_etas) On v^2 a step is v' = v - eta * 2 v = (1 - 2 eta) v. So
#   each step multiplies v by 1 - 2 eta.
# Hint: (good_etas) v comes ever nearer to 0 just where 1 - 2 eta lies
#   between -1 and 1. Work it out for the five etas. At exactly -1 the ball
#   jumps to and fro.
