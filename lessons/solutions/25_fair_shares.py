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
    # --- your code
    n = len(shuffled)
    bounds = [part * n // parts for part in range(parts + 1)]
    # --- instead
    # size = len(shuffled) // parts
    # bounds = [part * size for part in range(parts + 1)]
    # --- end
    return [shuffled[start:end] for start, end in zip(bounds, bounds[1:])]


# Hint: Write down `bounds` for ten examples and four mini-batches. Where does
#   the last one end?
# Hint: 10 // 4 is 2, and the rest is lost four times. Round only after
#   multiplying: where would the bound of part k be, if examples could be cut?
# Hint: At k * n / parts. Rounded down: part * n // parts.

# Hidden: mini_batches
#   >>> examples = {[[whole(0, 5)] for _ in range(n + m)]}
#   >>> batches = mini_batches(examples, {whole(1, n)}, random.Random({k}))
#   >>> sorted(len(batch) for batch in batches)
#   >>> sorted(example for batch in batches for example in batch) == sorted(examples)
# Hidden: mini_batches once
#   >>> examples = list(range(30))
#   >>> [one] = mini_batches(examples, 1, random.Random(1))
#   >>> one == examples  # they are to be shuffled
#   >>> one == mini_batches(examples, 1, random.Random(1))[0]  # rng decides
#   >>> one == mini_batches(examples, 1, random.Random(2))[0]
#   >>> sorted(mini_batches(examples, 2, random.Random(1))[0]) == examples[:15]
