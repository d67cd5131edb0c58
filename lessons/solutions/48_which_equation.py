"""48 · Which equation is wrong?

Lesson: lessons/13-what-is-wrong.md

A gradient is checked layer by layer, the biases and the weights apart. What is
wrong says which of the four equations of backpropagation the program has wrong.
"""

import math


def relative_difference(found, tried):
    """Return |found - tried| / (|found| + |tried|), and 0.0 where all are zeros.

    found, tried: two lists of slopes; |v| is the length of a list of numbers,
    the square root of the sum of its squares. (The course has |found + tried|
    below: that is 0 for a gradient of the wrong sign.)

    >>> relative_difference([3.0, 4.0], [3.0, 4.0])
    0.0
    >>> round(relative_difference([6.0, 8.0], [3.0, 4.0]), 3)
    0.333
    >>> relative_difference([3.0, -4.0], [-3.0, 4.0])
    1.0
    >>> relative_difference([0.0, 0.0], [0.0, 0.0])
    0.0
    """
    # --- your code
    def length(v):
        return math.sqrt(sum(v_k**2 for v_k in v))

    both = length(found) + length(tried)
    return length([f - t for f, t in zip(found, tried)]) / both if both else 0.0
    # --- end


def which_equation(layers):
    """Return the number of the equation that is wrong; 0 where all is right.

    layers: of each layer, the first to the last, a pair: the relative difference
    of its biases and that of its weights. Wrong is what is 0.000001 or more.
    Wrong biases of the last layer tell of equation 1, those of another layer,
    where the last layer's are right, of equation 2, weights alone of equation 4.

    >>> which_equation([(0.0, 1e-9), (1e-10, 0.0)])
    0
    >>> which_equation([(0.2, 0.2), (0.4, 0.4)])
    1
    >>> which_equation([(0.7, 0.7), (0.0, 0.0), (0.0, 0.0)])
    2
    >>> which_equation([(0.0, 0.222), (0.0, 0.327)])
    4
    """
    # --- your code
    if layers[-1][0] >= 1e-6:
        return 1
    if any(biases >= 1e-6 for biases, weights in layers):
        return 2
    if any(weights >= 1e-6 for biases, weights in layers):
        return 4
    return 0
    # --- end


# Hint: (relative_difference) You need three lengths; write a function for them.
#   The differences are [f - t for f, t in zip(found, tried)].
# Hint: (which_equation) Ask in this order: the last layer's biases, any biases,
#   any weights. The first yes is the answer.

# Hidden: relative_difference tuple
#   tried = numbers(n)
#   >>> relative_difference({numbers(n)}, {[*tried]})
#   >>> relative_difference({[2 * t for t in tried]}, {tried})
#   >>> relative_difference({[t + small() for t in tried]}, {tried})
# Hidden: which_equation
#   layers = [(one_of(0.0, 1e-9), one_of(0.0, 1e-8)) for _ in range(n)]
#   j, much = whole(0, n - 1), one_of(1e-6, 0.25, 0.5)
#   >>> which_equation({layers})
#   >>> which_equation({layers[:j] + [(much, one_of(0.0, much))] + layers[j + 1:]})
#   >>> which_equation({layers[:j] + [(0.0, much)] + layers[j + 1:]})
#   >>> which_equation({[*layers, (much, 0.0)]})
