"""Perceptrons: devices that decide by weighing up evidence.

A perceptron takes inputs x_1, x_2, ... that are 0 or 1, weighs each, and
answers 1 where the weighted sum passes a threshold:

    output = 0  where  w . x <= threshold
             1  where  w . x >  threshold

Moved to the other side, the threshold becomes the bias b = -threshold: a
measure of how easily the perceptron fires. z = w . x + b is its weighted
input, and it fires for z > 0 (chapter 1, "Perceptrons").

The chapter's example: will you go to the cheese festival? The weather
(x_1) matters most, your friend's company (x_2) and public transport (x_3)
less. With a threshold of 5 the weather alone decides; with 3, so can your
friend and the train together.

>>> goes = Perceptron.from_threshold([6, 2, 2], threshold=5)
>>> goes([1, 0, 0]), goes([0, 1, 1])
(1, 0)
>>> keener = Perceptron.from_threshold([6, 2, 2], threshold=3)
>>> keener([1, 0, 0]), keener([0, 1, 1])
(1, 1)
"""

from __future__ import annotations

from collections.abc import Sequence

from purenet.vectors import dot
from purenet.words import say


def step(z: float) -> int:
    """Return 1 where z > 0, else 0: a perceptron's decision.

    At z = 0 exactly, the sum only meets the threshold: the answer is 0.

    >>> step(0.1), step(0.0), step(-0.1)
    (1, 0, 0)
    """
    return 1 if z > 0 else 0


def weighted_input(
    weights: Sequence[float], inputs: Sequence[float], bias: float
) -> float:
    """Return the weighted input of one neuron: z = w . x + b.

    weights, inputs: n numbers each. Raise ValueError where they differ in
    length.

    >>> weighted_input([-2.0, -2.0], [1, 1], 3.0)
    -1.0
    >>> weighted_input([-2.0], [1, 1], 3.0)
    Traceback (most recent call last):
        ...
    ValueError: 1 weight but 2 inputs
    """
    if len(weights) != len(inputs):
        n = _count(len(weights), "{} weight", "{} weights")
        given = _count(len(inputs), "{} input", "{} inputs")
        raise ValueError(say("{} but {}", n, given))
    return dot(weights, inputs) + bias


class Perceptron:
    """A neuron that fires where z = w . x + b is above 0.

    weights: n numbers, one an input; bias: a number.
    Call it with n inputs; it returns 0 or 1.
    Raise ValueError for another number of inputs.

    >>> nand = Perceptron([-2, -2], bias=3)
    >>> [nand([x1, x2]) for x1 in (0, 1) for x2 in (0, 1)]
    [1, 1, 1, 0]
    >>> nand([1])
    Traceback (most recent call last):
        ...
    ValueError: 2 weights but 1 input
    """

    def __init__(self, weights: Sequence[float], bias: float) -> None:
        self.weights = [float(w) for w in weights]
        self.bias = float(bias)

    @classmethod
    def from_threshold(
        cls, weights: Sequence[float], threshold: float
    ) -> Perceptron:
        """Return the perceptron that fires where w . x > threshold.

        >>> Perceptron.from_threshold([6, 2, 2], threshold=5)
        Perceptron([6.0, 2.0, 2.0], bias=-5.0)
        """
        return cls(weights, bias=-threshold)

    @property
    def threshold(self) -> float:
        """What the weighted sum must pass: -bias.

        >>> Perceptron([6, 2, 2], bias=-5).threshold
        5.0
        """
        return -self.bias

    def weighted_input(self, inputs: Sequence[float]) -> float:
        """Return z = w . x + b, which the perceptron decides by.

        >>> Perceptron([6, 2, 2], bias=-5).weighted_input([0, 1, 1])
        -1.0
        """
        return weighted_input(self.weights, inputs, self.bias)

    def __call__(self, inputs: Sequence[float]) -> int:
        return step(self.weighted_input(inputs))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.weights}, bias={self.bias})"


class InputPerceptron:
    """What the chapter draws for an input: it only holds a value.

    It has an output and no inputs, so no weights. With no inputs its
    weighted sum would be 0 and its output would never change; better to see
    it as a special unit that is set to the value wanted.

    >>> x1 = InputPerceptron(1)
    >>> x1()
    1
    """

    def __init__(self, value: int) -> None:
        self.value = value

    def __call__(self) -> int:
        return self.value

    def __repr__(self) -> str:
        return f"InputPerceptron({self.value})"


def _count(number: int, one: str, more: str) -> str:
    return say(one if number == 1 else more, number)
