"""35 · Find the bug: a backprop, checked by trying

Lesson: lessons/09-backpropagation.md

How do you know that a gradient is right? Try: make a weight a little larger
and a little smaller, and see how the cost changes. First write this check.
Then use it: the backprop below has a bug. Find it and mend it.

The network is a chain of two neurons without biases:

    z1 = w1 x,  a1 = sigma(z1),  z2 = w2 a1,  a2 = sigma(z2),  C = (a2 - y)^2 / 2
"""

from purenet.sigmoid import sigmoid, sigmoid_prime


def cost(w, x, y):
    """Return the cost of the chain with the weights w = [w1, w2]."""
    return (sigmoid(w[1] * sigmoid(w[0] * x)) - y) ** 2 / 2


def slope_by_trying(f, w, j, epsilon=1e-5):
    """Return the slope of f in w[j], from two tries.

    (f with w[j] + epsilon  -  f with w[j] - epsilon) / (2 epsilon)

    f: a function of a list of numbers; w: the list, which stays as it is.

    >>> w = [3.0, 2.0]
    >>> round(slope_by_trying(lambda w: w[0] ** 2 * w[1], w, 0), 6)
    12.0
    >>> round(slope_by_trying(lambda w: w[0] ** 2 * w[1], w, 1), 6)
    9.0
    >>> w
    [3.0, 2.0]
    """
    # --- your code
    above, below = list(w), list(w)
    above[j] += epsilon
    below[j] -= epsilon
    return (f(above) - f(below)) / (2 * epsilon)
    # --- end


def backprop(w, x, y):
    """Return the gradient of the cost: the slopes in w1 and in w2.

    >>> w, x, y = [0.5, -1.5], 2.0, 1.0
    >>> tried = [slope_by_trying(lambda w: cost(w, x, y), w, j) for j in (0, 1)]
    >>> found = backprop(w, x, y)
    >>> [abs(found[j] - tried[j]) < 1e-8 for j in (0, 1)]
    [True, True]
    """
    z1 = w[0] * x
    a1 = sigmoid(z1)
    z2 = w[1] * a1
    a2 = sigmoid(z2)
    delta2 = (a2 - y) * sigmoid_prime(z2)
    # --- your code
    delta1 = w[1] * delta2 * sigmoid_prime(z1)
    # --- instead
    # delta1 = w[1] * delta2 * sigmoid_prime(a1)
    # --- end
    return [delta1 * x, delta2 * a1]


# Hint: (slope_by_trying) Make two copies of w: above = list(w), below =
#   list(w). Change above[j] and below[j], and call f on both.
# Hint: (backprop) The last check says [False, True]: the slope in w2 is
#   right, the one in w1 is not. So the bug is in what only the slope in w1
#   uses.
# Hint: (backprop) Compare delta1 with the second equation: what goes into
#   sigma', the weighted input or the activation?

# Hidden: slope_by_trying
#   >>> def f(w):
#   ...     return sum((j + 1) * w_j**3 for j, w_j in enumerate(w))
#   >>> w = {wholes(n)}
#   >>> slope_by_trying(f, w, {whole(0, n - 1)}, {one_of(0.5, 0.25, 2)})
#   >>> round(slope_by_trying(f, w, {whole(0, n - 1)}), 4)
# Hidden: backprop without slope_by_trying cost
#   >>> backprop({numbers(2, 3)}, {one_of(small(), whole())}, {one_of(0, 1, part())})
