"""03 · Choose the weights

Lesson: lessons/01-perceptrons.md

Until now the weights were given. Choose them yourself, so that a perceptron
does what this sentence says:

    I go only if the weather is good, and then only if my friend comes along
    or there is a train (or both).

The inputs are weather, friend, train, in this order.
"""

from purenet.perceptron import Perceptron


def weights_and_bias():
    """Return three weights and the bias.

    >>> weights, bias = weights_and_bias()
    >>> goes = Perceptron(weights, bias)
    >>> goes([1, 1, 1]), goes([1, 1, 0]), goes([1, 0, 1])
    (1, 1, 1)
    >>> goes([1, 0, 0])
    0
    >>> goes([0, 1, 1]), goes([0, 1, 0]), goes([0, 0, 1]), goes([0, 0, 0])
    (0, 0, 0, 0)
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
