"""50 · A weight used twice

Lesson: lessons/10-the-four-equations.md

The networks that read photographs use the same weight in many places. Here is
the smallest of them, a chain of two neurons without biases and with one weight:

    z1 = w x,  a1 = sigma(z1),  z2 = w a1,  a2 = sigma(z2),  C = (a2 - y)^2 / 2

w acts on C over two ways: over z2 at once, and over z1. Multiply the slopes along
each, and add.
"""

from purenet.sigmoid import sigmoid, sigmoid_prime


def errors(w, x, y):
    """Return the slopes of C in z1 and in z2: delta1, delta2.

    >>> [round(delta, 6) for delta in errors(2.0, 1.0, 1.0)]
    [-0.003851, -0.018339]
    >>> errors(0.0, 3.0, 0.5)
    [0.0, 0.0]
    """
    # --- your code
    z1 = w * x
    z2 = w * sigmoid(z1)
    delta2 = (sigmoid(z2) - y) * sigmoid_prime(z2)
    return [w * delta2 * sigmoid_prime(z1), delta2]
    # --- end


def slope(w, x, y):
    """Return the slope of C in w, over both ways.

    >>> round(slope(2.0, 1.0, 1.0), 6)
    -0.020004
    >>> def cost(w):
    ...     return (sigmoid(w * sigmoid(w * 0.5)) - 0.2) ** 2 / 2
    >>> round((cost(1.5 + 1e-5) - cost(1.5 - 1e-5)) / 2e-5, 6)
    0.087816
    >>> round(slope(1.5, 0.5, 0.2), 6)
    0.087816
    """
    # --- your code
    delta1, delta2 = errors(w, x, y)
    return delta1 * x + delta2 * sigmoid(w * x)
    # --- end


# Hint: (errors) delta2 is equation 1: (a2 - y) sigma'(z2). delta1 is equation 2:
#   what comes back over the weight, w delta2, times sigma'(z1).
# Hint: (slope) By equation 4 the first place gives x delta1, the second a1 delta2.
#   With two weights these would be two slopes; with one they are added.

# Hidden: errors
#   >>> errors({number(3)}, {number(3)}, {one_of(0, 1, part())})
# Hidden: slope
#   >>> slope({number(3)}, {number(3)}, {one_of(0, 1, part())})
