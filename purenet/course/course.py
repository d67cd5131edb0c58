"""Andrew Ng's exercise 4, step by step: the other road to the same digits.

The course trains a network 400-25-10 on 5,000 digits of 20 x 20 pixels: with the
cross-entropy, regularized, over all examples at once, and a minimiser in the place of
stochastic gradient descent. Its functions are here; the network is that of chapter 1.

Which is which, lessons/bring-your-program.md tells name by name: nnCostFunction is
`cost_and_gradient` (fast in whole_set.WholeSet), nn_params is theta, all numbers of
a network in one list, [Theta1(:) ; Theta2(:)] is `unroll(thetas)`.

Theta1 has a row for each hidden neuron: first its bias, then its 400
weights; Theta2 likewise for the ten outputs. Examples are numbered as in the
course: label 10 is the digit 0, which MATLAB has no place 0 for.

>>> thetas = debug_thetas([3, 5, 3])
>>> [theta.shape for theta in thetas], len(unroll(thetas))
([(5, 4), (3, 6)], 38)
>>> roll(unroll(thetas), [3, 5, 3]) == thetas
True
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from operator import eq
from typing import Any

from purenet.checks import Example
from purenet.matrix import Matrix
from purenet.network2 import Network
from purenet.vectors import Vector, add, scale, subtract, vector
from purenet.words import say

SIZES = [400, 25, 10]
EPSILON = 0.12  # the course's epsilon_init


def unroll(thetas: Sequence[Matrix]) -> Vector:
    """Return all numbers of the matrices in one list, in MATLAB's order.

    MATLAB goes down the columns: first all biases, then the weights from the first
    input to every neuron, and so on; then the next matrix.

    >>> unroll([Matrix([[1, 2], [3, 4]]), Matrix([[5, 6, 7]])])
    [1.0, 3.0, 2.0, 4.0, 5.0, 6.0, 7.0]
    """
    return [number for m in thetas for column in m.transpose() for number in column]


def roll(theta: Sequence[float], sizes: Sequence[int]) -> list[Matrix]:
    """Return the matrices that were unrolled: the course's Theta1, Theta2.

    >>> roll([1, 3, 2, 4, 5, 6, 7], [1, 2, 1])
    [Matrix([[1.0, 2.0], [3.0, 4.0]]), Matrix([[5.0, 6.0, 7.0]])]
    """
    needed = sum((inputs + 1) * size for inputs, size in zip(sizes, sizes[1:]))
    if len(theta) != needed:
        name = "-".join(map(str, sizes))
        text = "a network {} has {:,} numbers, not {:,}"
        raise ValueError(say(text, name, needed, len(theta)))
    thetas, start = [], 0
    for inputs, size in zip(sizes, sizes[1:]):
        stop = start + (inputs + 1) * size
        thetas.append(Matrix([theta[start + j : stop : size] for j in range(size)]))
        start = stop
    return thetas


def network(thetas: Sequence[Matrix]) -> Network:
    """Return the network with these biases (first column) and weights."""
    biases = [[row[0] for row in m] for m in thetas]
    weights = [Matrix([row[1:] for row in m]) for m in thetas]
    # In plain loops: its figures are compared to the last digits.
    return Network.from_weights(weights, biases, engine="plain")


def thetas_of(net: Network) -> list[Matrix]:
    """Return the biases and weights of a network as Theta1, Theta2, ...

    >>> thetas_of(network([Matrix([[0.5, 1.0, 2.0]])]))
    [Matrix([[0.5, 1.0, 2.0]])]
    """
    return _joined(net.biases, net.weights)


def random_thetas(
    sizes: Sequence[int], rng: random.Random, epsilon: float = EPSILON
) -> list[Matrix]:
    """Return matrices of numbers drawn evenly from -epsilon to epsilon.

    >>> thetas = random_thetas([400, 25, 10], random.Random(1))
    >>> max(abs(number) for number in unroll(thetas)) < 0.12
    True
    """

    def row(inputs: int) -> Vector:
        return [rng.uniform(-epsilon, epsilon) for _ in range(inputs + 1)]

    layers = zip(sizes, sizes[1:])
    return [Matrix([row(inputs) for _ in range(size)]) for inputs, size in layers]


def debug_thetas(sizes: Sequence[int]) -> list[Matrix]:
    """Return matrices with sin(1)/10, sin(2)/10, ... down the columns, as the course.

    >>> [round(number, 4) for number in unroll(debug_thetas([1, 2]))]
    [0.0841, 0.0909, 0.0141, -0.0757]
    """
    thetas = []
    for inputs, size in zip(sizes, sizes[1:]):
        sines = [math.sin(n) / 10 for n in range(1, (inputs + 1) * size + 1)]
        thetas += roll(sines, [inputs, size])
    return thetas


def one_hot(label: float, labels: int = 10) -> Vector:
    """Return the outputs wanted for a label from 1: 1.0 at its place.

    >>> one_hot(10)
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]
    """
    if label not in range(1, labels + 1):
        text = "a label is one of 1 to {}, not {:g} (the course's digit 0 is 10)"
        raise ValueError(say(text, labels, label))
    y = [0.0] * labels
    y[int(label) - 1] = 1.0
    return y


def examples(
    images: Sequence[Sequence[float]], labels: Sequence[Any], of: int = 10
) -> list[Example]:
    """Return pairs of an image and the outputs wanted for its label, 1 to `of`.

    labels: a list of them, or a table of one column, as the course's y is.

    >>> examples([[0.5, 0.0]], [2], of=3)
    [([0.5, 0.0], [0.0, 1.0, 0.0])]
    """
    if len(images) != len(labels):
        raise ValueError(say("{} images but {} labels", len(images), len(labels)))
    return [(x, one_hot(label, of)) for x, label in zip(images, vector(labels))]


def predict(thetas: Sequence[Matrix], x: Sequence[Any]) -> Any:
    """Return the label, from 1, with the largest output; of images in rows, all labels.

    >>> thetas = [Matrix([[0.0, 1.0], [0.0, -1.0]])]
    >>> predict(thetas, [-2.0]), predict(thetas, [[-2.0], [1.0]])
    (2, [2, 1])
    """
    net = network(thetas)
    if hasattr(x[0], "__len__"):
        return [net.predict(row) + 1 for row in x]
    return net.predict(x) + 1


def accuracy(
    thetas: Sequence[Matrix], images: Sequence[Sequence[float]], labels: Sequence[Any]
) -> float:
    """Return the percentage of images whose label is predicted.

    >>> accuracy([Matrix([[0.0, 1.0], [0.0, -1.0]])], [[-2.0], [1.0]], [2, 2])
    50.0
    """
    right: int = sum(map(eq, predict(thetas, images), vector(labels)))
    return 100 * right / len(images)


def cost_and_gradient(
    theta: Sequence[float], sizes: Sequence[int], examples: Sequence[Example],
    lmbda: float = 0.0,
) -> tuple[float, Vector]:  # fmt: skip
    """Return the regularised cost over all m examples, and its gradient.

        J = 1/m * sum of the cross-entropies + lambda/2m * sum of all w^2

    The biases are not regularized: the first column of a Theta stays out of the second
    sum, and of the gradient's lambda/m * w. examples: as `examples` makes them.

    >>> theta = unroll(debug_thetas([1, 2]))
    >>> cost, gradient = cost_and_gradient(theta, [1, 2], [([0.5], [1, 0])], lmbda=3)
    >>> round(cost, 6), [round(slope, 6) for slope in gradient]
    (1.377519, [-0.477215, 0.513269, -0.196272, 0.029594])
    """
    net = network(roll(theta, sizes))
    total = [0.0] * len(theta)
    for x, y in examples:
        total = add(total, unroll(_joined(*net.backprop(x, y))))
    weights = unroll(_joined([[0.0] * len(b) for b in net.biases], net.weights))
    gradient = scale(1 / len(examples), add(total, scale(lmbda, weights)))
    return net.total_cost(examples, lmbda), gradient


def _joined(biases: Sequence[Vector], weights: Sequence[Matrix]) -> list[Matrix]:
    """Return matrices with the biases as their first column."""
    return [
        Matrix([[b_j, *row] for b_j, row in zip(b, w)]) for b, w in zip(biases, weights)
    ]


def relative_difference(a: Sequence[float], b: Sequence[float]) -> float:
    """Return |a - b| / |a + b|, how far two gradients differ.

    The course wants less than 1e-9 between backprop and trying.

    >>> relative_difference([1.0, 2.0], [1.0, 2.0])
    0.0
    """
    return math.hypot(*subtract(a, b)) / (math.hypot(*add(a, b)) or 1.0)
