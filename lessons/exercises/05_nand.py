"""05 · A NAND gate with the bias 10

Lesson: lessons/02-gates.md

A NAND gate takes two bits. It answers 0 where both are 1, and 1 otherwise.
The lesson has one with the bias 3. Here the bias is 10; find two weights that
make a NAND gate of it. There are many.
"""

from purenet.perceptron import Perceptron

PAIRS = [[0, 0], [0, 1], [1, 0], [1, 1]]
BIAS = 10


def two_weights():
    """Return the two weights, a list.

    >>> nand = Perceptron(two_weights(), BIAS)
    >>> [nand(pair) for pair in PAIRS]
    [1, 1, 1, 0]

    No decision may be a close one: z stays away from 0 by 2 at least.

    >>> all(abs(nand.weighted_input(pair)) >= 2 for pair in PAIRS)
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
