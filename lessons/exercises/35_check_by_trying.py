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
    raise NotImplementedError("your code here")


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
    delta1 = w[1] * delta2 * sigmoid_prime(a1)
    return [delta1 * x, delta2 * a1]


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
