"""45 · Your own network

Lesson: lessons/09-backpropagation.md

The whole of the chapter in one class, and written by you. Write one method
after another; each can be checked before the next one is begun. `check` says
how far you are, and compares every number with that of purenet's Network.

Lesson 4 has feedforward, lesson 6 the cost, lesson 9 backprop, lesson 7 the
mini-batch and SGD. When all of it is right, let it learn, and read your own
handwriting with it:

    net = MyNetwork(Network([784, 30, 10], seed=1, init="scaled"))
    training_data, _, test_data = load_data_wrapper("built-in", train=1000)
    net.SGD(training_data, 5, 10, 3.0)
    saved.save(Network.from_weights(net.weights, net.biases), "mine.json")

and then python3 -m purenet recognise --net mine.json photo.jpg
"""

import random

from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.runs import saved
from purenet.sigmoid import sigmoid, sigmoid_prime


class MyNetwork:
    """A network that begins with the weights and the biases of another one."""

    def __init__(self, net):
        self.weights = [[list(row) for row in w] for w in net.weights]
        self.biases = [list(b) for b in net.biases]

    def forward(self, x):
        """Return the zs of all layers, and the activations; x is the first of these.

        z_j is the sum over k of w_jk a_k, and b_j. A list for each layer.

        >>> net = MyNetwork(Network([2, 3, 1], seed=1))
        >>> zs, activations = net.forward([0.5, -1.0])
        >>> [len(z) for z in zs], [len(a) for a in activations]
        ([3, 1], [2, 3, 1])
        >>> theirs = Network([2, 3, 1], seed=1).forward([0.5, -1.0])
        >>> near(zs, theirs[0]), near(activations, theirs[1])
        (True, True)
        """
        raise NotImplementedError("your code here")

    def cost(self, data):
        """Return the mean over the pairs (x, y) of |y - a|^2 / 2.

        >>> net = MyNetwork(Network([2, 1], seed=1))
        >>> data = [([0.0, 1.0], [1.0]), ([1.0, 0.0], [0.0])]
        >>> round(net.cost(data), 6) == round(cost_of(Network([2, 1], seed=1), data), 6)
        True
        """
        raise NotImplementedError("your code here")

    def backprop(self, x, y):
        """Return the gradient of the cost of one example: nabla_b, nabla_w.

        As self.biases and self.weights: a list, and a list of rows, for each layer.

        >>> x, y = [0.5, -1.0], [0.0, 1.0]
        >>> nabla_b, nabla_w = MyNetwork(Network([2, 3, 2], seed=1)).backprop(x, y)
        >>> theirs = Network([2, 3, 2], seed=1).backprop(x, y)
        >>> near(nabla_b, theirs[0]), near(nabla_w, theirs[1])
        (True, True)
        """
        raise NotImplementedError("your code here")

    def update_mini_batch(self, mini_batch, eta):
        """Take one step: w - eta/m * sum of nabla_w, and so for the biases.

        >>> batch = [([0.5, -1.0], [0.0, 1.0]), ([1.0, 0.5], [1.0, 0.0])]
        >>> mine = MyNetwork(Network([2, 3, 2], seed=1))
        >>> theirs = Network([2, 3, 2], seed=1)
        >>> mine.update_mini_batch(batch, 3.0)
        >>> theirs.update_mini_batch(batch, 3.0)
        >>> near(mine.weights, theirs.weights), near(mine.biases, theirs.biases)
        (True, True)
        """
        raise NotImplementedError("your code here")

    def SGD(self, training_data, epochs, mini_batch_size, eta, seed=0):
        """Shuffle the examples in each epoch, and learn from them in mini-batches.

        Each goes to update_mini_batch. The last mini-batch may be shorter. The list
        that is given keeps its order. The same seed gives the same order, another
        seed another one.

        >>> data = [([k / 9, 1 - k / 9], [float(k > 4)]) for k in range(10)]
        >>> net = MyNetwork(Network([2, 3, 1], seed=1))
        >>> before = net.cost(data)
        >>> net.SGD(data, 60, 4, 3.0)
        >>> net.cost(data) < before / 3
        True
        >>> [round(9 * x[0]) for x, y in data]
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
        """
        raise NotImplementedError("your code here")


def near(numbers, others):
    """Say whether lists in lists hold the same numbers, but for rounding."""
    if isinstance(numbers, (int, float)):
        return abs(numbers - others) < 1e-9
    return len(numbers) == len(others) and all(map(near, numbers, others))


def cost_of(net, data):
    """Return the mean cost of purenet's network."""
    return sum(
        sum((y_j - a_j) ** 2 for y_j, a_j in zip(y, net.feedforward(x))) / 2
        for x, y in data
    ) / len(data)


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
