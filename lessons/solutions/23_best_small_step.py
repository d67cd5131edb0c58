"""23 · The best small step

Lesson: lessons/06-gradient-descent.md

An exercise of the book. A small step dv changes the cost by about grad C . dv
(a dot product). All steps of the length epsilon are allowed: which makes the
cost fall the most?

Cauchy and Schwarz say: |u . v| <= |u| |v| for any two vectors, and the two
sides are equal just where u and v lie on one line. So the change is never
below -epsilon |grad C|. Which step reaches this bound?
"""

import random
from math import sqrt

from purenet.vectors import dot, scale


def lowest_change(gradient, epsilon):
    """Return the bound: no step of length epsilon changes the cost by less.

    >>> lowest_change([3.0, 4.0], 0.1)
    -0.5
    """
    # --- your code
    return -epsilon * sqrt(dot(gradient, gradient))
    # --- end


def best_step(gradient, epsilon):
    """Return the step of length epsilon that changes the cost the most.

    gradient: not all 0.

    >>> [round(number, 6) for number in best_step([3.0, 4.0], 0.1)]
    [-0.06, -0.08]
    >>> gradient = [1.0, -2.0, 2.0]
    >>> dv = best_step(gradient, 0.01)
    >>> round(length(dv), 9)
    0.01
    >>> round(dot(gradient, dv), 9) == round(lowest_change(gradient, 0.01), 9)
    True

    The check tries a thousand other steps of the same length. None is better:

    >>> rng = random.Random(1)
    >>> others = [random_step(rng, 3, 0.01) for _ in range(1000)]
    >>> min(dot(gradient, step) for step in others) > dot(gradient, dv)
    True
    """
    # --- your code
    return scale(-epsilon / length(gradient), gradient)
    # --- end


def length(v):
    """Return |v|, the length of a vector."""
    return sqrt(dot(v, v))


def random_step(rng, n, epsilon):
    """Return a step of n numbers in any direction, of length epsilon."""
    v = [rng.gauss(0.0, 1.0) for _ in range(n)]
    return scale(epsilon / length(v), v)


# Hint: (lowest_change) It is written in the text above. |v| is length(v).
# Hint: (best_step) Equal only where both lie on one line: so the step is the
#   gradient times some number. The cost shall fall, so this number is below
#   0.
# Hint: (best_step) A step of the length epsilon: divide the gradient by its
#   length, and multiply by -epsilon. The book writes eta = epsilon / |grad
#   C|.

# Hidden: lowest_change
#   >>> lowest_change({numbers(n)}, {one_of(m, part())})
# Hidden: best_step tuple
#   >>> best_step({[*numbers(n), one_of(-3, 2.5)]}, {one_of(m, part())})
