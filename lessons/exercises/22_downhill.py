"""22 · Downhill, step by step

Lesson: lessons/06-gradient-descent.md

    v  ->  v' = v - eta * grad C(v)

That is gradient descent: a step against the gradient, then the next. Write
the step, and walk.
"""

from purenet.vectors import scale, subtract


def step(v, gradient, eta):
    """Return the point after one step from v.

    v: a list of numbers; gradient: the gradient at v, equally long.

    >>> step([1.0, 2.0], [10.0, -10.0], 0.5)
    [-4.0, 7.0]
    """
    raise NotImplementedError("your code here")


def walk(gradient_at, v, eta, steps):
    """Return the point after so many steps from v.

    gradient_at: a function that gives the gradient at a point.

    The valley v1^2 + v2^2 has the gradient (2 v1, 2 v2):

    >>> def valley(v):
    ...     return [2 * v[0], 2 * v[1]]
    >>> walk(valley, [1.0, -2.0], 0.25, 1)
    [0.5, -1.0]
    >>> walk(valley, [1.0, -2.0], 0.25, 3)
    [0.125, -0.25]
    >>> walk(valley, [1.0, -2.0], 0.25, 0)
    [1.0, -2.0]
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
