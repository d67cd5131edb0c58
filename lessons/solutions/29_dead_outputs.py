"""29 · Dead outputs

Lesson: lessons/07-our-network.md

A network is trained, and stays at 87 % right for ever. One output neuron is
dead: it is near 0 for every image, so its digit is never the answer. Before
you trust a network, look for such digits.
"""


def dead(answers):
    """Return the digits that are never the answer, the smallest first.

    answers: the network's answers to many test images.

    >>> dead([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 1])
    []
    >>> dead([7, 2, 1, 0, 4, 1, 4, 9, 6, 9, 0, 6, 9, 0, 1, 3, 7, 3, 4])
    [5, 8]
    """
    # --- your code
    return [digit for digit in range(10) if digit not in answers]
    # --- end


def at_most_right(digits, answers):
    """Return how many could be right at most, with these outputs dead.

    digits: what the test images show. The images of a dead digit are all
    lost; in the best case every other one is right.

    >>> at_most_right([1, 5, 8, 5, 9, 0, 2, 3, 4, 6, 7],
    ...               [1, 6, 8, 3, 9, 0, 2, 3, 4, 6, 7])
    9
    """
    # --- your code
    lost = dead(answers)
    return sum(digit not in lost for digit in digits)
    # --- end


# Hint: (dead) Go through the digits 0 to 9 and keep those that are not in
#   answers.
# Hint: (at_most_right) Count the images whose digit is not dead. You have a
#   function that says which digits are dead.

# Hidden: dead tuple
#   >>> dead({wholes(4 * n, *one_of((0, 9), (0, 7), (2, 9)))})
# Hidden: at_most_right
#   answers = wholes(3 * n, *one_of((0, 9), (0, 7), (2, 9)))
#   >>> at_most_right({wholes(3 * n, 0, 9)}, {answers})
