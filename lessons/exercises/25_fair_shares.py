"""25 · Find the bug: examples that nobody learns from

Lesson: lessons/06-gradient-descent.md

The lesson cuts the shuffled examples into mini-batches of a given size. This
program is told how many mini-batches there shall be, and makes them as equal as
it can. But some examples are in none of them. Find the bug and mend it.
"""

import random


def mini_batches(training_data, parts, rng):
    """Return the shuffled examples, dealt out over so many lists.

    The sizes differ by one at most.

    >>> batches = mini_batches(list(range(10)), 5, random.Random(1))
    >>> [len(batch) for batch in batches]
    [2, 2, 2, 2, 2]
    >>> batches = mini_batches(list(range(10)), 4, random.Random(1))
    >>> sorted(len(batch) for batch in batches)
    [2, 2, 3, 3]
    >>> sorted(example for batch in batches for example in batch)
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    shuffled = list(training_data)
    rng.shuffle(shuffled)
    size = len(shuffled) // parts
    bounds = [part * size for part in range(parts + 1)]
    return [shuffled[start:end] for start, end in zip(bounds, bounds[1:])]


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
