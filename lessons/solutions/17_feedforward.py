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
    # --- your code
    for w, b in zip(weights, biases):
        a = [sigmoid(dot(w[j], a) + b[j]) for j in range(len(b))]
    return a
    # --- instead
    # for w, b in zip(weights, biases):
    #     for j in range(len(b)):
    #         a[j] = sigmoid(dot(w[j], a) + b[j])
    # return a
    # --- end


# Hint: Follow the first call with a pencil. Which a does neuron 1 of the
#   layer read: the old one, or one with a new a[0] in it?
# Hint: All neurons of a layer read the same, old activations. So put the new
#   ones into a list of their own, and let a be that list when it is full.
# Hint: a = [sigmoid(dot(w[j], a) + b[j]) for j in range(len(b))]

# Hidden: feedforward tuple
#   sizes = wholes(2 + k % 8, 1, one_of(3, 7))
#   weights = [rows(j, i, 2) for i, j in zip(sizes, sizes[1:])]
#   biases = [smalls(j) for j in sizes[1:]]
#   >>> feedforward({weights}, {biases}, {smalls(sizes[0])})
