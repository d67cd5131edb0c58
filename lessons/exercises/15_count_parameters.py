"""15 · How many numbers does a network learn?

Lesson: lessons/04-architecture.md

Each neuron has one weight for each neuron of the layer before, and one bias.
The neurons of the first layer, the input, have neither.
"""

from purenet.network import Network


def count(sizes):
    """Return how many weights and how many biases a network has.

    sizes: the number of neurons in each layer.

    >>> count([2, 3, 1])
    (9, 4)
    >>> count([784, 30, 10])
    (23820, 40)
    >>> count([784, 10])
    (7840, 10)
    >>> net = Network([5, 4, 3, 2])
    >>> weights = sum(rows * columns for rows, columns in
    ...               (w.shape for w in net.weights))
    >>> count([5, 4, 3, 2]) == (weights, sum(len(b) for b in net.biases))
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
