"""Sigmoid neurons: perceptrons made smooth, so that they can learn.

Nudge a weight of a perceptron and its output either stays or flips. A
sigmoid neuron has the same weights and bias, and answers with sigma(z)
instead of the step: any number between 0 and 1, and a small change of a
weight makes a small change of the output (chapter 1, "Sigmoid neurons"):

    change of output  ~  sum over j of  d output/d w_j * change of w_j
                         + d output/d b * change of b

>>> neuron = SigmoidNeuron([0.8, -0.4], bias=0.1)
>>> x = [1.0, 0.5]
>>> nudged = SigmoidNeuron([0.8 + 0.001, -0.4 - 0.002], bias=0.1 + 0.001)
>>> change = nudged(x) - neuron(x)
>>> slope = sigmoid_prime(neuron.weighted_input(x))  # d output/d z
>>> predicted = slope * (x[0] * 0.001 + x[1] * -0.002 + 0.001)
>>> round(change, 6), round(predicted, 6)
(0.000222, 0.000222)

Multiply all weights and biases by a growing c > 0, and the sigmoid neuron
turns into the perceptron, as long as z is not 0 (the book's exercise):

>>> [round(SigmoidNeuron([-2 * c, -2 * c], bias=3 * c)([1, 0]), 4)
...  for c in (1, 5, 25)]
[0.7311, 0.9933, 1.0]
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from purenet.perceptron import weighted_input
from purenet.shapes import of_each
from purenet.words import say


@of_each
def sigmoid(z: float) -> float:
    """Return sigma(z) = 1 / (1 + exp(-z)).

    z: any float, inf and -inf as well; or a list or an array of them, and
    the answer is one, too. Raise ValueError for nan.

    For z < 0 the same fraction is written exp(z) / (1 + exp(z)), because
    exp of a large number is too large for a float, while exp of a very
    negative one is just 0.

    >>> sigmoid(0.0), sigmoid(-1000.0), sigmoid(1000.0)
    (0.5, 0.0, 1.0)
    >>> sigmoid([0.0, 1000.0])
    [0.5, 1.0]
    >>> sigmoid(float("nan"))
    Traceback (most recent call last):
        ...
    ValueError: sigmoid(nan): some input, weight or bias is inf or nan
    """
    if math.isnan(z):
        raise ValueError(
            say("sigmoid(nan): some input, weight or bias is inf or nan")
        )
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    e = math.exp(z)
    return e / (1.0 + e)


@of_each
def sigmoid_prime(z: float) -> float:
    """Return the slope of the sigmoid: sigma'(z) = sigma(z) (1 - sigma(z)).

    It is largest at z = 0 and dies away on both sides: a neuron that is
    very sure of itself hardly learns. Raise ValueError for nan.
    z: a number, a list or an array.

    >>> sigmoid_prime(0.0), sigmoid_prime(1000.0)
    (0.25, 0.0)
    """
    s = sigmoid(z)
    return s * (1.0 - s)


class SigmoidNeuron:
    """A neuron that answers sigma(w . x + b), a number from 0 to 1.

    weights: n numbers, one an input; bias: a number.
    Call it with n inputs, each anything between 0 and 1.
    Raise ValueError for another number of inputs.

    >>> neuron = SigmoidNeuron([-2, -2], bias=3)
    >>> round(neuron([0.5, 0.25]), 4)
    0.8176
    >>> neuron([0.5])
    Traceback (most recent call last):
        ...
    ValueError: 2 weights but 1 input
    """

    def __init__(self, weights: Sequence[float], bias: float) -> None:
        self.weights = [float(w) for w in weights]
        self.bias = float(bias)

    def weighted_input(self, inputs: Sequence[float]) -> float:
        """Return z = w . x + b.

        >>> SigmoidNeuron([-2, -2], bias=3).weighted_input([1, 1])
        -1.0
        """
        return weighted_input(self.weights, inputs, self.bias)

    def __call__(self, inputs: Sequence[float]) -> float:
        return sigmoid(self.weighted_input(inputs))

    def says_yes(self, inputs: Sequence[float]) -> bool:
        """Read the output as yes or no: yes from 0.5 on, which is z >= 0.

        >>> neuron = SigmoidNeuron([-2, -2], bias=3)
        >>> neuron.says_yes([1, 0]), neuron.says_yes([1, 1])
        (True, False)
        """
        return self(inputs) >= 0.5

    def __repr__(self) -> str:
        return f"SigmoidNeuron({self.weights}, bias={self.bias})"
