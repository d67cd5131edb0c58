"""13 · All weights and biases times c

Lesson: lessons/03-sigmoid-neurons.md

An exercise of the book. Take all weights and biases of a network of
perceptrons and multiply them by a number c above 0. Show that the network
behaves just as before. Build such perceptrons, and see why.
"""

from purenet.perceptron import Perceptron

INPUTS = [[x1, x2, x3] for x1 in (0, 1) for x2 in (0, 1) for x3 in (0, 1)]


def times(c, perceptron):
    """Return a perceptron with all weights and the bias times c.

    >>> festival = Perceptron([6, 2, 2], bias=-5)
    >>> times(2, festival)
    Perceptron([12.0, 4.0, 4.0], bias=-10.0)
    >>> festival  # it has not been changed
    Perceptron([6.0, 2.0, 2.0], bias=-5.0)
    >>> bigger = times(1000, festival)
    >>> [bigger(x) for x in INPUTS] == [festival(x) for x in INPUTS]
    True
    """
    # --- your code
    return Perceptron([c * w for w in perceptron.weights], c * perceptron.bias)
    # --- end


def answer():
    """Return those of -1, 0, 0.001 and 7 that change no decision, as a list.

    >>> festival = Perceptron([6, 2, 2], bias=-5)
    >>> before = [festival(x) for x in INPUTS]
    >>> sorted(answer()) == [c for c in (-1, 0, 0.001, 7)
    ...                      if [times(c, festival)(x) for x in INPUTS] == before]
    True
    """
    # --- your code
    return [0.001, 7]
    # --- end


# Hint: (times) perceptron.weights is a list, perceptron.bias a number. Make
#   a new Perceptron(weights, bias) of them.
# Hint: (answer) With c times all weights and bias, w . x + b becomes c (w . x
#   + b). All that counts is whether this is above 0.
# Hint: (answer) For which c is c z above 0 just where z is? Not for c = 0,
#   and for c = -1 the sign turns over.

# Hidden: times
#   w = numbers(n)
#   >>> times({one_of(-1, 0, 0.001, 7, part(), m)}, Perceptron({w}, {number()}))
