"""05 · A perceptron that is a NAND gate

Lesson: lessons/02-gates.md

A NAND gate takes two bits. It answers 0 where both are 1, and 1 otherwise.
Find weights and a bias that make a perceptron a NAND gate. There are many.
"""

from purenet.perceptron import Perceptron

PAIRS = [[0, 0], [0, 1], [1, 0], [1, 1]]


def weights_and_bias():
    """Return two weights and the bias.

    >>> weights, bias = weights_and_bias()
    >>> nand = Perceptron(weights, bias)
    >>> [nand(pair) for pair in PAIRS]
    [1, 1, 1, 0]

    No decision may be a close one: z stays away from 0 by a half at least.

    >>> all(abs(nand.weighted_input(pair)) >= 0.5 for pair in PAIRS)
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":
    print("To check this file:  python3 -m purenet check 05")
