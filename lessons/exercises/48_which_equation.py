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
    raise NotImplementedError("your code here")


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
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
