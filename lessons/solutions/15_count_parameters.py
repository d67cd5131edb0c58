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
    # --- your code
    weights = 0
    for before, after in zip(sizes, sizes[1:]):
        weights += before * after
    return weights, sum(sizes[1:])
    # --- end


# Hint: Do [2, 3, 1] on paper first: 2 x 3 weights to the middle layer, then
#   3 x 1 to the last. Biases: 3 and 1.
# Hint: zip(sizes, sizes[1:]) gives each layer together with the next.
# Hint: The biases are all sizes but the first, added: sum(sizes[1:]).

# Hidden: count
#   >>> count({wholes(n + 1, 1, 40)})
