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
    # --- your code
    slope = sigmoid_prime(zs[0])
    for w, z in zip(weights, zs[1:]):
        slope *= w * sigmoid_prime(z)
    return slope
    # --- end


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
    # --- your code
    return 10
    # --- end


# Hint: (slope_at_the_start) Begin with sigmoid_prime(zs[0]). For each
#   further neuron multiply by its weight and by its sigmoid_prime(z).
# Hint: (slope_at_the_start) zip(weights, zs[1:]) gives the weight and the z
#   of each neuron after the first.
# Hint: (layers_until_a_millionth) The largest slope of sigma is 1/4, at z =
#   0. Which power of 1/4 is the first below 0.000001?

# Hidden: slope_at_the_start
#   >>> slope_at_the_start({numbers(n - 1, 9)}, {[3 * small() for _ in range(n)]})
