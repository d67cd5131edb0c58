"""17 · Find the bug: a layer that overwrites its own input

Lesson: lessons/04-architecture.md

This function takes an input through a network, layer by layer. For some
networks its answers are a little wrong, and nobody noticed for weeks. Find
the bug and mend it.
"""

from purenet.network import Network
from purenet.sigmoid import sigmoid
from purenet.vectors import dot


def feedforward(weights, biases, a):
    """Return the output for the input a.

    weights, biases: a matrix and a list for each layer after the first.

    >>> feedforward([[[0, 1], [1, 0]]], [[0, 0]], [0, 1000])
    [1.0, 0.5]
    >>> net = Network([2, 2, 2], seed=5)
    >>> x = [0.3, 0.7]
    >>> output = feedforward(net.weights, net.biases, x)
    >>> [round(a - b, 9) for a, b in zip(output, net.feedforward(x))]
    [0.0, 0.0]
    >>> x  # the input is still what it was
    [0.3, 0.7]
    """
    for w, b in zip(weights, biases):
        for j in range(len(b)):
            a[j] = sigmoid(dot(w[j], a) + b[j])
    return a


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
