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
    # --- your code
    return -(-examples // mini_batch_size)
    # --- end


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
    # --- your code
    return 10
    # --- end


# Hint: (steps_an_epoch) Whole mini-batches are examples // mini_batch_size.
#   Where examples are left over, that makes one step more: examples %
#   mini_batch_size > 0.
# Hint: (times_as_noisy) The advantage: many more steps for the same
#   examples. The disadvantage: each is noisier. But the noise does not go
#   down as fast as the mini-batch grows; it goes with a root.
# Hint: (times_as_noisy) The average of m independent numbers is off by 1 /
#   sqrt(m) of what one number is off. What is sqrt(100)?

# Hidden: steps_an_epoch
#   size = one_of(m + 1, whole(2, 99))
#   >>> steps_an_epoch({one_of(n * size + one_of(0, 1, -1), whole(1, 10**6))}, {size})
