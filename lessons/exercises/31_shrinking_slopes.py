"""31 · Slopes that shrink from layer to layer

Lesson: lessons/08-toward-deep-learning.md

Why do networks with many layers learn slowly? Take the simplest one: a chain
with one neuron in each layer. A small change of the first bias goes through
all of them, and each multiplies it by its weight and its slope:

    d output / d b_1 = sigma'(z_1) * w_2 sigma'(z_2) * w_3 sigma'(z_3) * ...
"""

from purenet.sigmoid import sigmoid, sigmoid_prime


def slope_at_the_start(weights, zs):
    """Return d output / d b_1 of a chain.

    zs: the weighted inputs z_1, z_2, ... of all its neurons; weights: w_2,
    w_3, ... of all but the first.

    >>> slope_at_the_start([], [0.0])
    0.25
    >>> slope_at_the_start([2.0], [0.0, 0.0])
    0.125
    >>> z1 = 0.3  # a chain of two, w_2 = -1.5 and b_2 = 0.4
    >>> real = (sigmoid(-1.5 * sigmoid(z1 + 1e-5) + 0.4)
    ...         - sigmoid(-1.5 * sigmoid(z1 - 1e-5) + 0.4)) / 2e-5
    >>> z2 = -1.5 * sigmoid(z1) + 0.4
    >>> abs(slope_at_the_start([-1.5], [z1, z2]) - real) < 1e-8
    True
    """
    raise NotImplementedError("your code here")


def layers_until_a_millionth():
    """Return how many neurons a chain has whose slope is below a millionth.

    The smallest number for which this is sure, when all weights are 1: even
    where every slope is as large as it can be.

    >>> n = layers_until_a_millionth()
    >>> slope_at_the_start([1.0] * (n - 1), [0.0] * n) < 1e-6
    True
    >>> slope_at_the_start([1.0] * (n - 2), [0.0] * (n - 1)) < 1e-6
    False
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
