"""26 · Online learning

Lesson: lessons/06-gradient-descent.md

An exercise of the book. With mini-batches of one the network learns from one
example at a time, just as people do. This is called online learning. Name
one advantage and one disadvantage, compared with mini-batches of 20, say.
Put them into numbers here.
"""

import random
from statistics import pstdev


def steps_an_epoch(examples, mini_batch_size):
    """Return how many steps one epoch makes. The last mini-batch may be short.

    >>> steps_an_epoch(50000, 10)
    5000
    >>> steps_an_epoch(50000, 1)
    50000
    >>> steps_an_epoch(1001, 10)
    101
    """
    raise NotImplementedError("your code here")


def times_as_noisy():
    """Return how many times as noisy a step of online learning is.

    A step follows the average gradient of its mini-batch, instead of that of
    all examples: it is off by chance. How many times as far off is a step
    from one example, compared with a step from 100? A whole number.

    The check draws 400 mini-batches of 100 and measures, to the nearest ten.

    >>> rng = random.Random(1)
    >>> def average_of(m):
    ...     return sum(rng.gauss(0.0, 1.0) for _ in range(m)) / m
    >>> alone = pstdev([average_of(1) for _ in range(400)])
    >>> together = pstdev([average_of(100) for _ in range(400)])
    >>> times_as_noisy() == round(alone / together, -1)
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
