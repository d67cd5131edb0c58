"""47 · More than chance?

Lesson: lessons/13-what-is-wrong.md

One network reads 893 of 1,000 images, another 905. Is the second better? Two
things make such a number sway: which images they are, and the seed.
"""

import math


def sway(n, right):
    """Return the standard deviation of a count of right answers.

    sqrt(n p (1 - p)), where p is the share of the n images that was right.

    >>> sway(100, 50)
    5.0
    >>> round(sway(10000, 9500), 1), sway(30, 30)
    (21.8, 0.0)
    """
    # --- your code
    p = right / n
    return math.sqrt(n * p * (1 - p))
    # --- end


def seeds_say(first, second):
    """Return whether two settings differ by more than their seeds do.

    They do if their means are farther apart than the best and the worst seed
    of each setting. first, second: the right answers with some seeds.

    >>> seeds_say([118, 108, 133], [141, 106, 131])
    False
    >>> seeds_say([118, 108, 133], [158, 163, 161])
    True
    >>> seeds_say([20, 30], [31, 39]), seeds_say([10, 12], [13, 11])
    (False, False)
    """
    # --- your code
    distance = abs(sum(first) / len(first) - sum(second) / len(second))
    return all(distance > max(each) - min(each) for each in (first, second))
    # --- end


# Hint: (sway) p is right / n, and math.sqrt gives the square root.
# Hint: (seeds_say) The mean is sum(first) / len(first). Either of the two may
#   be the larger one, so take abs of their difference.
# Hint: (seeds_say) max(first) - min(first) is what the seeds differ by. The
#   distance has to be larger than that of first, and than that of second.

# Hidden: sway
#   images = one_of(97, 211, 1009)
#   >>> sway({images}, {whole(0, images)})
# Hidden: seeds_say tuple
#   first, second = wholes(n, 50, 50 + one_of(3, 20)), wholes(4, 45, 45 + one_of(3, 20))
#   >>> seeds_say({first}, {second})
#   >>> seeds_say({[x + 30 for x in first]}, {second})
#   >>> seeds_say({[10, 10 + 2 * k]}, {[10 + k, 10 + k + k]})
#   >>> seeds_say({[20 + k]}, {[20, 20 + k, 20 + k]})
