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
    raise NotImplementedError("your code here")


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
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
