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
    raise NotImplementedError("your code here")


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
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
