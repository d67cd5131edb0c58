"""16 · a' = sigma(w a + b), neuron by neuron

Lesson: lessons/04-architecture.md

An exercise of the book. The equation a' = sigma(w a + b) is about a whole
layer at once. Written for neuron j alone it is the rule for a single sigmoid
neuron that you know:

    a'_j = sigma(b_j + sum over k of w_jk a_k)

Write it in this form, and the check will compare it with the whole layer.
"""

from purenet.network import Network
from purenet.sigmoid import sigmoid


def activation(w, b, a, j):
    """Return a'_j, the activation of neuron j.

    w: the weights, w[j][k] from neuron k to neuron j; b: the biases; a: the
    activations of the layer before.

    >>> activation([[0.0, 0.0], [1.0, -1.0]], [0.0, 0.0], [0.5, 0.5], 0)
    0.5
    >>> round(activation([[0, 0], [2, 1]], [0, 1], [1, -2], 1), 6)
    0.731059
    >>> net = Network([3, 4], seed=1)
    >>> a = [0.2, 0.9, 0.4]
    >>> by_neuron = [activation(net.weights[0], net.biases[0], a, j)
    ...              for j in range(4)]
    >>> by_layer = net.feedforward(a)
    >>> all(abs(one - two) < 1e-12 for one, two in zip(by_neuron, by_layer))
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
