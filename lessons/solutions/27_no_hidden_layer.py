"""27 · A network without a hidden layer

Lesson: lessons/07-our-network.md

An exercise of the book. Build a network with just two layers: 784 input
neurons and 10 output neurons. Train it, and see how well it reads digits.
The check uses 300 of the built-in digits to learn from and 100 to test with.
(Lesson 7 says what comes out with all of MNIST.)
"""

from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network


def trained(training_data):
    """Return a network of the sizes 784 and 10, trained on these examples.

    Use the seed 1 and init="scaled", so that each run gives the same. Train
    for 3 epochs, with mini-batches of 10 and eta 1.0.

    >>> training_data, validation_data, test_data = load_data_wrapper(
    ...     "built-in", train=300, validation=0, test=100)
    >>> net = trained(training_data)
    Epoch 0 complete
    Epoch 1 complete
    Epoch 2 complete
    >>> net.sizes
    [784, 10]
    >>> net.evaluate(test_data) > 60  # by chance it would be about 10
    True
    """
    # --- your code
    net = Network([784, 10], seed=1, init="scaled")
    net.SGD(training_data, 3, 10, 1.0)
    return net
    # --- end


# Hint: Network(sizes, seed=1, init="scaled") makes a network. Without a
#   hidden layer, sizes has only two numbers.
# Hint: net.SGD(training_data, epochs, mini_batch_size, eta) trains it and
#   prints a line an epoch. Then return net.

# Hidden: trained once
#   >>> few, validation_data, others = load_data_wrapper(
#   ...     "built-in", train=25, validation=0, test=10)
#   >>> net = trained(few)
#   >>> net.biases[0]
#   >>> [round(sum(row), 6) for row in net.weights[0]]
