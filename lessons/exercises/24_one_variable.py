"""24 · The picture with one variable

Lesson: lessons/06-gradient-descent.md

An exercise of the book. With two variables the cost is a valley. With one
variable v it is a curve, and its gradient is one number: the slope. Where
the curve rises to the right, the ball rolls to the left. Draw both curves on
paper before you answer: the first is in two_valleys, the second is v^2.
"""

from purenet.descent import descend


def two_valleys(v):
    """The height of a curve with two valleys, v^4 - 2 v^2."""
    return v[0] ** 4 - 2 * v[0] ** 2


def where_it_ends():
    """Return where the ball comes to rest from -2.0, -0.1, 0.1 and 2.0.

    Four numbers, on the curve of two_valleys, with small steps (eta 0.05).

    >>> list(where_it_ends()) == [
    ...     round(list(descend(two_valleys, [start], eta=0.05, steps=200))[-1][0])
    ...     for start in (-2.0, -0.1, 0.1, 2.0)]
    True
    """
    raise NotImplementedError("your code here")


def good_etas():
    """Return those of 0.1, 0.5, 0.9, 1.0 and 1.5 that lead to the bottom.

    Now the curve is v^2, with the slope 2 v; the ball begins at v = 1. To
    the bottom: after a hundred steps it is nearer to 0 than 0.001.

    >>> sorted(good_etas()) == [
    ...     eta for eta in (0.1, 0.5, 0.9, 1.0, 1.5)
    ...     if abs(list(descend(lambda v: v[0] ** 2, [1.0], eta, 100,
    ...                         grad=lambda v: [2 * v[0]]))[-1][0]) < 0.001]
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
