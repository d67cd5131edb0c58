"""38 · A cost that is always a number

Lesson: lessons/11-learning-better.md

The cross-entropy of one output is

    C = -( y ln a + (1 - y) ln(1 - a) )        with a = sigma(z)

Write it so that it works for every z. If you compute a first, it goes wrong:
for z = 40 the float a is exactly 1.0, and ln(1 - a) is the logarithm of 0.
So work from z. These two may help; they are the same two logarithms:

    -ln(a)     = ln(1 + exp(-z))
    -ln(1 - a) = ln(1 + exp(z)) = z + ln(1 + exp(-z))
"""

import math


def cross_entropy(z, y):
    """Return the cross-entropy of an output with the weighted input z.

    y: the output wanted, from 0 to 1.

    >>> round(cross_entropy(0.0, 1), 6), round(cross_entropy(0.0, 0), 6)
    (0.693147, 0.693147)
    >>> round(cross_entropy(2.0, 1), 6), round(cross_entropy(2.0, 0), 6)
    (0.126928, 2.126928)
    >>> round(cross_entropy(-2.0, 0.5), 6)
    1.126928
    >>> cross_entropy(1000.0, 0), cross_entropy(-1000.0, 1)
    (1000.0, 1000.0)
    >>> cross_entropy(1000.0, 1) == 0, cross_entropy(-1000.0, 0) == 0
    (True, True)
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
