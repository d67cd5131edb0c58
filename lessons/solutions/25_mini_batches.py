"""25 · Find the bug: mini-batches that lose examples

Lesson: lessons/06-gradient-descent.md

For stochastic gradient descent the examples are shuffled and cut into
mini-batches. Here some examples are never learned from. Find the bug and
mend it.
"""

import random


def mini_batches(training_data, mini_batch_size, rng):
    """Return the shuffled examples, cut into lists of mini_batch_size.

    The last list may be shorter.

    >>> batches = mini_batches(list(range(10)), 5, random.Random(1))
    >>> [len(batch) for batch in batches]
    [5, 5]
    >>> batches = mini_batches(list(range(10)), 4, random.Random(1))
    >>> [len(batch) for batch in batches]
    [4, 4, 2]
    >>> sorted(example for batch in batches for example in batch)
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    >>> mini_batches(["only one"], 10, random.Random(1))
    [['only one']]
    """
    shuffled = list(training_data)
    rng.shuffle(shuffled)
    # --- your code
    starts = range(0, len(shuffled), mini_batch_size)
    # --- instead
    # starts = range(0, len(shuffled) - mini_batch_size, mini_batch_size)
    # --- end
    return [shuffled[start : start + mini_batch_size] for start in starts]


# Hint: Write down `starts` for ten examples and mini-batches of five. At
#   which numbers should mini-batches begin, and at which do they?
# Hint: The last one begins at the largest multiple of the size that is still
#   below len(shuffled). A slice that goes over the end is no problem.

# Hidden:
#   >>> examples = list(range(50))
#   >>> batches = mini_batches(examples, 7, random.Random(3))
#   >>> examples == list(range(50))  # the caller's list keeps its order
#   True
#   >>> [example for batch in batches for example in batch] == examples  # shuffled
#   False
#   >>> [len(batch) for batch in batches]
#   [7, 7, 7, 7, 7, 7, 7, 1]
