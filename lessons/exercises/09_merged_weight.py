"""09 · Find the bug: the merged weight

Lesson: lessons/02-gates.md

A NAND of three inputs has the weights -3, -3, -3 and the bias 7. In a circuit
it gets the same bit n on two of its lines, and x on the third. Somebody has
drawn one line instead of the two, and now an answer is wrong. Find the bug and
mend it.
"""

from purenet.perceptron import Perceptron


def last_gate(n, x):
    """Return what the NAND of n, n and x answers: 0 only where both are 1.

    >>> last_gate(0, 0), last_gate(0, 1), last_gate(1, 0)
    (1, 1, 1)
    >>> last_gate(1, 1)
    0

    A perceptron takes other numbers too. For them as well, z is that of the three
    lines:

    >>> last_gate(0.6, 1), last_gate(0.8, 0.8)  # -3.6 - 3 + 7, and -7.2 + 7
    (1, 0)
    """
    gate = Perceptron([-3, -3], bias=7)
    return gate([n, x])


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
