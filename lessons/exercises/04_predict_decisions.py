"""04 · Predict the decisions

Lesson: lessons/01-perceptrons.md

Here is a perceptron with weights 2, -3, 1 and bias 0. Do not run it: work
out with a pencil what it answers, and write your answers into the lists.
The check runs it for you and compares, answer by answer.
"""

from purenet.perceptron import Perceptron

INPUTS = [[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1], [0, 0, 1]]


def prediction():
    """Return the five answers to INPUTS, a list of 0 and 1.

    >>> perceptron = Perceptron([2, -3, 1], bias=0)
    >>> [said == perceptron(x) for said, x in zip(prediction(), INPUTS)]
    [True, True, True, True, True]
    """
    raise NotImplementedError("your code here")


def prediction_after_a_nudge():
    """Return the five answers again, when the weight 2 becomes 2.001.

    >>> nudged = Perceptron([2.001, -3, 1], bias=0)
    >>> [said == nudged(x) for said, x in zip(prediction_after_a_nudge(), INPUTS)]
    [True, True, True, True, True]
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
