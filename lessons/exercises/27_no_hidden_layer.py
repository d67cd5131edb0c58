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
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
