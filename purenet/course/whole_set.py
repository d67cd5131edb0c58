"""The course's cost and gradient over thousands of examples, faster.

`course.cost_and_gradient` takes one example after another through the chapter's
network. A minimiser wants that for all 5,000 some 80 times, so here the same sums are
done in another order: a layer at a time, for all examples, as with matrices. Then

- the innermost loop is one long dot product, which Python does at one go:
  `math.sumprod` where there is one (from 3.12), `sum(map(mul, a, b))` before;
- what does not change is prepared once: in which images each pixel is not 0, as about
  half of them are, and which pixels of each image.

>>> examples = [([0.5, 0.0], [1.0]), ([1.0, 2.0], [1.0])]
>>> cost_and_gradient = WholeSet([2, 1], examples)
>>> cost, gradient = cost_and_gradient([0.0, 0.0, 0.0])
>>> round(cost, 6), gradient  # ln 2, and the slopes in b, w_1 and w_2
(0.693147, [-0.5, -0.375, -0.5])
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter, mul
from typing import Callable

from purenet.checks import Example
from purenet.course.course import roll
from purenet.network2 import CrossEntropyCost
from purenet.sigmoid import sigmoid
from purenet.vectors import Vector, add, subtract
from purenet.words import say

Rows = Sequence[Sequence[float]]
Layer = tuple[Vector, list[Vector]]  # the biases, and the rows of weights


_Dot = Callable[[Sequence[float], Sequence[float]], float]
_dot: _Dot = getattr(math, "sumprod", lambda a, b: sum(map(mul, a, b)))


class WholeSet:
    """A function of theta: the regularised cost of all examples, its gradient.

    sizes: the neurons in each layer; examples: m pairs of an input and the outputs
    wanted; lmbda: of the regularization. Called with theta, as `course.unroll` gives
    it, it returns what `course.cost_and_gradient` would.

    >>> whole = WholeSet([1, 2], [([1.0], [0.0, 1.0])] * 2)
    >>> theta = [0.0, 0.0, 0.0, 9.0]
    >>> round(whole.cost([0.0] * 4), 6), whole.predict(theta), whole.accuracy(theta)
    (1.386294, [2, 2], 100.0)
    """

    def __init__(
        self, sizes: Sequence[int], examples: Sequence[Example], lmbda: float = 0.0
    ) -> None:
        check(sizes, examples)
        self.sizes = list(sizes)
        self.lmbda = lmbda
        self.wanted = [y for _, y in examples]
        self._m = len(examples)
        images = [list(x) for x, _ in examples]
        self._by_image = _Sparse(images)
        self._by_pixel = _Sparse(list(zip(*images)))

    def __call__(self, theta: Sequence[float]) -> tuple[float, Vector]:
        """Return the cost and its gradient."""
        layers, activations = self._forward(theta)
        cost = self._cost(activations[-1], layers)
        return cost, self._gradient(layers, activations)

    def cost(self, theta: Sequence[float]) -> float:
        """Return the cost alone, in half the time."""
        layers, activations = self._forward(theta)
        return self._cost(activations[-1], layers)

    def predict(self, theta: Sequence[float]) -> list[int]:
        """Return the label that each image is taken for."""
        *_, activations = self._forward(theta)
        return [a.index(max(a)) + 1 for a in activations[-1]]

    def accuracy(self, theta: Sequence[float]) -> float:
        """Return the percentage of images taken for what they are."""
        pairs = zip(self.predict(theta), self.wanted)
        right = sum(answer == y.index(max(y)) + 1 for answer, y in pairs)
        return 100 * right / self._m

    def _forward(
        self, theta: Sequence[float]
    ) -> tuple[list[Layer], list[list[Vector]]]:
        """Return the layers, and the activations of each: m lists, one an image."""
        thetas = roll(theta, self.sizes)
        layers = [([row[0] for row in m], [row[1:] for row in m]) for m in thetas]
        activations: list[list[Vector]] = []
        sums = self._by_image.products(layers[0][1])
        for number, (b, w) in enumerate(layers):
            if number:
                sums = _products(activations[-1], w)
            zs = [add(z, b) for z in sums]
            activations.append([[sigmoid(z_j) for z_j in z] for z in zs])
        return layers, activations

    def _cost(self, outputs: list[Vector], layers: list[Layer]) -> float:
        total = sum(map(CrossEntropyCost.fn, outputs, self.wanted))
        squares = sum(_dot(row, row) for _, w in layers for row in w)
        return (total + self.lmbda / 2 * squares) / self._m

    def _gradient(self, layers: list[Layer], activations: list[list[Vector]]) -> Vector:
        """Return all slopes in the order of theta, going back from the last layer."""
        gradient: Vector = []
        deltas = [subtract(a, y) for a, y in zip(activations[-1], self.wanted)]
        for number in range(len(layers) - 1, -1, -1):
            by_neuron = list(zip(*deltas))
            if number:
                before = activations[number - 1]
                slopes = _products(list(zip(*before)), by_neuron)
                deltas = _one_layer_back(deltas, layers[number][1], before)
            else:
                slopes = self._by_pixel.products(by_neuron)
            gradient = self._in_order(by_neuron, slopes, layers[number][1]) + gradient
        return gradient

    def _in_order(self, by_neuron: Rows, slopes: Rows, w: Rows) -> Vector:
        """Return a layer's slopes as theta has them: biases first, then by input."""
        columns = zip(*w)
        return [sum(delta) / self._m for delta in by_neuron] + [
            (slope + self.lmbda * w_jk) / self._m
            for slopes_k, w_k in zip(slopes, columns)
            for slope, w_jk in zip(slopes_k, w_k)
        ]


def _one_layer_back(deltas: Rows, w: Rows, activations: Rows) -> list[Vector]:
    """Return the deltas of the layer before: (w^T delta) sigma'(z), image by image."""
    return [
        [error * a_k * (1.0 - a_k) for error, a_k in zip(errors, a)]
        for errors, a in zip(_products(deltas, list(zip(*w))), activations)
    ]


def _products(rows: Rows, others: Rows) -> list[Vector]:
    """Return the dot product of every row with every other: a list a row."""
    return [[_dot(row, other) for other in others] for row in rows]


class _Sparse:
    """Rows with many zeros: of each, which places are not 0, and what is there."""

    def __init__(self, rows: Rows) -> None:
        self._rows = []
        for row in rows:
            places = [k for k, number in enumerate(row) if number]
            if len(places) < 2:  # itemgetter gives no tuple for a single place
                places += [k for k in range(len(row)) if k not in places][:2]
            pick = itemgetter(*places) if len(row) > 1 else tuple
            self._rows.append((pick, pick(row)))

    def products(self, others: Rows) -> list[Vector]:
        """Return what _products does."""
        return [
            [_dot(numbers, pick(other)) for other in others]
            for pick, numbers in self._rows
        ]


def check(sizes: Sequence[int], examples: Sequence[Example]) -> None:
    """Raise ValueError where there are no examples, or one does not fit."""
    if not examples:
        raise ValueError(say("no data: the mean of no costs is not a number"))
    text = "example {} has {} inputs and {} outputs, the network {} takes others"
    name = "-".join(map(str, sizes))
    for number, (x, y) in enumerate(examples):
        if (len(x), len(y)) != (sizes[0], sizes[-1]):
            raise ValueError(say(text, number, len(x), len(y), name))
