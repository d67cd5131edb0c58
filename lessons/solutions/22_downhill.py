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
    # --- your code
    return subtract(v, scale(eta, gradient))
    # --- end


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
    # --- your code
    for _ in range(steps):
        v = step(v, gradient_at(v), eta)
    return v
    # --- end


# Hint: (step) For each number: the new v_j is v_j - eta * gradient_j. The
#   functions subtract and scale do it for whole lists.
# Hint: (walk) Repeat: v = step(v, gradient_at(v), eta). The gradient is
#   another one at each point, so ask for it again before each step.

# Hidden: step tuple
#   >>> step({numbers(n)}, {numbers(n)}, {one_of(0.5, 3.0, part())})
# Hidden: walk tuple
#   >>> def slopes(v):
#   ...     return [(j + 1) * x for j, x in enumerate(v)]
#   >>> walk(slopes, {numbers(n)}, {one_of(0.5, 0.125, part())}, {whole(0, 9)})
