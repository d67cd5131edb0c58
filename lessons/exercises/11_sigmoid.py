"""11 · The sigmoid function

Lesson: lessons/03-sigmoid-neurons.md

    sigma(z) = 1 / (1 + exp(-z))

Written down as it stands it fails for z = -1000: exp(1000) is larger than a
float can be. Write it so that it works for every z.
"""

import math


def sigmoid(z):
    """Return sigma(z), a number from 0 to 1.

    >>> sigmoid(0.0)
    0.5
    >>> round(sigmoid(2.0), 6), round(sigmoid(-2.0), 6)
    (0.880797, 0.119203)
    >>> sigmoid(1000.0)
    1.0
    >>> sigmoid(-1000.0)
    0.0
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
