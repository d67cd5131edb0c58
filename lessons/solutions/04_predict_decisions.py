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
    # --- your code
    return [0, 1, 0, 0, 1]
    # --- end


def prediction_after_a_nudge():
    """Return the five answers again, when the weight 2 becomes 2.001.

    >>> nudged = Perceptron([2.001, -3, 1], bias=0)
    >>> [said == nudged(x) for said, x in zip(prediction_after_a_nudge(), INPUTS)]
    [True, True, True, True, True]
    """
    # --- your code
    return [0, 1, 0, 1, 1]
    # --- end


# Hint: (prediction) For each input work out z = 2 x1 - 3 x2 + x3. The answer
#   is 1 where z is above 0. Write them like this: return [0, 0, 0, 0, 0]
# Hint: (prediction) Two of the five z are exactly 0. Is 0 above 0?
# Hint: (prediction) The five z are 0, 2, -1, 0 and 1. Which of them are
#   above 0?
# Hint: (prediction_after_a_nudge) The nudge adds 0.001 to z wherever x1 is
#   1. For which input is that enough to change the answer?

# Hidden: prediction once
#   >>> len(prediction())
# Hidden: prediction_after_a_nudge once
#   >>> len(prediction_after_a_nudge())
