"""49 · Softmax: outputs that sum to 1

Lesson: lessons/11-learning-better.md

Softmax makes probabilities of the weighted inputs of the last layer:

    a_j = exp(z_j) / (sum over k of exp(z_k))

Its cost is -ln of the probability of the right answer. Both have to work for
every z: exp(710) is more than a float can hold. Only differences of the z count,
so subtract the largest from all of them first.
"""

import math


def softmax(z):
    """Return the probabilities for a list of weighted inputs.

    >>> softmax([5.0, 5.0]), softmax([-1.0])
    ([0.5, 0.5], [1.0])
    >>> [round(a_j, 3) for a_j in softmax([2.0, 1.0, -1.0])]
    [0.705, 0.259, 0.035]
    >>> softmax([1000.0, 1000.0, 0.0])
    [0.5, 0.5, 0.0]
    """
    raise NotImplementedError("your code here")


def cost(z, right):
    """Return the log-likelihood cost; right: the place of the right answer.

    -ln a_j is ln(sum over k of exp(z_k)) - z_j. Written so it is a number even
    where a_j is too small for a float.

    >>> round(cost([0.0, 0.0], 1), 6), round(cost([2.0, 1.0, -1.0], 0), 6)
    (0.693147, 0.349012)
    >>> cost([1000.0, 0.0], 1), cost([-1000.0, 0.0], 1)
    (1000.0, 0.0)
    """
    raise NotImplementedError("your code here")


def delta(z, right):
    """Return the slopes of the cost in each z_j: a - y.

    >>> [round(d, 3) for d in delta([2.0, 1.0, -1.0], 1)]
    [0.705, -0.741, 0.035]
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
