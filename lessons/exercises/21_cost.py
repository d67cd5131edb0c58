"""21 · The cost

Lesson: lessons/06-gradient-descent.md

How wrong is a network? The chapter measures it by the quadratic cost

    C = 1/(2n) * sum over the n examples of |y - a|^2

where y is the output wanted, a the output that came, and |v|^2 the sum of
the squares of the numbers in v.
"""


def cost(wanted, came):
    """Return the quadratic cost.

    wanted, came: for each example the output wanted, and the one that came.

    >>> cost([[1.0, 0.0]], [[1.0, 0.0]])
    0.0
    >>> cost([[1.0, 0.0]], [[0.0, 1.0]])
    1.0
    >>> cost([[1.0, 0.0]], [[0.5, 0.0]])
    0.125
    >>> cost([[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.0], [0.0, 0.5]])
    0.125
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
