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
    raise NotImplementedError("your code here")


def at_most_right(digits, answers):
    """Return how many could be right at most, with these outputs dead.

    digits: what the test images show. The images of a dead digit are all
    lost; in the best case every other one is right.

    >>> at_most_right([1, 5, 8, 5, 9, 0, 2, 3, 4, 6, 7],
    ...               [1, 6, 8, 3, 9, 0, 2, 3, 4, 6, 7])
    9
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
