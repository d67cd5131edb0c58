"""network2: the network of chapter 1 with the improvements of chapter 3.

The book's chapter 3, "Improving the way neural networks learn", changes
three things. So does this file; the rest is chapter 1's Network.

- The cost can be the cross-entropy. With the quadratic cost the last layer's
  delta is (a - y) sigma'(z), and sigma' dies away where a neuron is very
  sure of itself, wrong as it may be. With the cross-entropy it is a - y.
- SGD takes `lmbda`, the book's lambda: L2 regularization, by which every
  step also shrinks all weights a little, but no biases.
- The weights start small: "scaled" unless told otherwise.

Here is the book's neuron that has to turn an input of 1 into 0, and starts
deeply wrong, at 0.98, with a weight and a bias of 2. It learns slowly with
one cost and at once with the other:

>>> def output_after(epochs, cost):
...     net = Network([1, 1], cost=cost)
...     net.weights[0][0][0] = net.biases[0][0] = 2.0
...     for _ in net.train([([1.0], [0.0])], epochs, 1, eta=0.15):
...         pass
...     return round(net.feedforward([1.0])[0], 2)
>>> [output_after(epochs, QuadraticCost) for epochs in (0, 50, 100, 300)]
[0.98, 0.98, 0.96, 0.2]
>>> [output_after(epochs, CrossEntropyCost) for epochs in (0, 50, 100, 300)]
[0.98, 0.1, 0.04, 0.01]
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Protocol

from purenet import network
from purenet.checks import (
    Epoch,
    Example,
    Progress,
    Test,
    checked_examples,
    checked_tests,
    hooked,
)
from purenet.sigmoid import sigmoid_prime
from purenet.vectors import Vector, dot, hadamard, subtract
from purenet.words import say


class Cost(Protocol):
    """What a network must know about a cost; see the two below.

    z and a: the weighted inputs and the activations of the last layer; y: the
    outputs wanted.

    >>> costs: list[Cost] = [QuadraticCost, CrossEntropyCost]
    >>> [round(cost.fn([0.0], [0.5], [1.0]), 3) for cost in costs]
    [0.125, 0.693]
    """

    def fn(self, z: Vector, a: Vector, y: Sequence[float]) -> float:
        """Return the cost of one example."""

    def delta(self, z: Vector, a: Vector, y: Sequence[float]) -> Vector:
        """Return its slopes in z."""


class QuadraticCost:
    """The cost of chapter 1: C = |a - y|^2 / 2."""

    @staticmethod
    def fn(z: Vector, a: Vector, y: Sequence[float]) -> float:
        """Return |a - y|^2 / 2."""
        error = subtract(a, y)
        return dot(error, error) / 2

    @staticmethod
    def delta(z: Vector, a: Vector, y: Sequence[float]) -> Vector:
        """Return (a - y) sigma'(z), number by number."""
        return hadamard(subtract(a, y), [sigmoid_prime(z_j) for z_j in z])


class CrossEntropyCost:
    """The cross-entropy: C = -sum over j of y_j ln a_j + (1 - y_j) ln(1 - a_j).

    The book's `fn` works it out from a. But a float near 1 has lost what was
    in z: from z = 37 on, a is 1.0 and ln(1 - a) no number. So it is worked
    out from z here; with a = sigma(z) the formula is the same as

        C = sum over j of max(z_j, 0) - y_j z_j + ln(1 + exp(-|z_j|))

    >>> CrossEntropyCost.fn([800.0], [1.0], [0.0])  # sure, and wrong
    800.0
    >>> CrossEntropyCost.delta([800.0], [1.0], [0.0])
    [1.0]
    """

    @staticmethod
    def fn(z: Vector, a: Vector, y: Sequence[float]) -> float:
        """Return the cross-entropy of the outputs, a finite number for any z."""
        total = 0.0
        for z_j, y_j in zip(z, y):
            total += max(z_j, 0.0) - y_j * z_j + math.log1p(math.exp(-abs(z_j)))
        return total

    @staticmethod
    def delta(z: Vector, a: Vector, y: Sequence[float]) -> Vector:
        """Return a - y: however sure a neuron is, it learns from its error."""
        return subtract(a, y)


# The costs there are, by the names that files of networks have for them.
COSTS: dict[str, Cost] = {
    cost.__name__: cost for cost in (QuadraticCost, CrossEntropyCost)
}


def _outputs_for(digit: int, outputs: int) -> Vector:
    """The outputs wanted for an answer: 1.0 at its place, 0.0 elsewhere."""
    if outputs == 1:
        return [float(digit)]
    return [float(place == digit) for place in range(outputs)]


def _answer_in(y: Sequence[float]) -> int:
    """The answer that these outputs are wanted for."""
    return int(y[0] >= 0.5) if len(y) == 1 else list(y).index(max(y))


class Network(network.Network):
    """Chapter 1's Network with a cost to choose, and lmbda.

    cost: CrossEntropyCost or QuadraticCost; the rest as in chapter 1.

    >>> Network([784, 30, 10], cost=QuadraticCost, seed=1)
    <Network 784-30-10>
    """

    def __init__(
        self, sizes: Sequence[int], *, cost: Cost = CrossEntropyCost,
        seed: int | None = None, init: str = "scaled",
    ) -> None:  # fmt: skip
        super().__init__(sizes, seed=seed, init=init)
        self.cost = cost
        self._shrink = 0.0  # lmbda / n, while training

    def default_weight_initializer(self) -> None:
        """Begin anew with scaled weights: N(0, 1/n) for a neuron of n inputs."""
        self._begin("scaled")

    def large_weight_initializer(self) -> None:
        """Begin anew as chapter 1 does: all weights and biases N(0, 1)."""
        self._begin("book")

    def _begin(self, init: str) -> None:
        fresh = network.Network(self.sizes, seed=self.rng.getrandbits(32), init=init)
        self.weights, self.biases = fresh.weights, fresh.biases

    def SGD(  # type: ignore[override]
        self, training_data: Iterable[Example], epochs: int, mini_batch_size: int,
        eta: float, test_data: Iterable[Test] | None = None, lmbda: float = 0.0, *,
        evaluation_data: Iterable[Test] | None = None,
        monitor_evaluation_cost: bool = False,
        monitor_evaluation_accuracy: bool = False, monitor_training_cost: bool = False,
        monitor_training_accuracy: bool = False,
    ) -> tuple[list[float], list[float], list[float], list[float]]:  # fmt: skip
        """Train as in chapter 1, regularized by lmbda; print what is monitored.

        Return four lists with a number for each epoch, empty where nobody has
        asked: the cost and the right answers on the evaluation data, the cost
        and the right answers on the training data. The costs are `total_cost`.
        evaluation_data: pairs (x, digit), as test_data.

        >>> data = [([0.0, 1.0], [0.0, 1.0]), ([1.0, 0.0], [1.0, 0.0])]
        >>> net = Network([2, 2], seed=3)
        >>> net.SGD(data, 2, 1, 0.5, lmbda=0.1,
        ...     evaluation_data=[([0, 1], 1), ([1, 0], 0)],
        ...     monitor_evaluation_accuracy=True)
        Epoch 0 complete
        Accuracy on evaluation data: 1 / 2
        Epoch 1 complete
        Accuracy on evaluation data: 2 / 2
        ([], [1, 2], [], [])
        """
        training = checked_examples(self, training_data)
        evaluation = checked_tests(self, evaluation_data or [])
        if not evaluation and (monitor_evaluation_cost or monitor_evaluation_accuracy):
            text = "to monitor the evaluation data, give evaluation_data"
            raise ValueError(say(text))
        wanted = [(x, _outputs_for(digit, self.sizes[-1])) for x, digit in evaluation]
        answers = [(x, _answer_in(y)) for x, y in training]
        asked = [monitor_evaluation_cost, monitor_evaluation_accuracy]
        asked += [monitor_training_cost, monitor_training_accuracy]
        cost = partial(self.total_cost, lmbda=lmbda)
        monitors: list[tuple[str, Callable[[Any], float], list[Any]]] = [
            ("Cost on evaluation data: {}", cost, wanted),
            ("Accuracy on evaluation data: {} / {}", self.evaluate, evaluation),
            ("Cost on training data: {}", cost, training),
            ("Accuracy on training data: {} / {}", self.evaluate, answers),
        ]
        records: tuple[list[float], list[float], list[float], list[float]]
        records = ([], [], [], [])
        settings = epochs, mini_batch_size, eta
        for epoch in self.train(training, *settings, test_data, lmbda=lmbda):
            print(epoch)
            for yes, (line, measure, data), record in zip(asked, monitors, records):
                if yes:
                    record.append(measure(data))
                    print(line.format(record[-1], len(data)))
        return records

    def train(
        self, training_data: Iterable[Example], epochs: int, mini_batch_size: int,
        eta: float, test_data: Iterable[Test] | None = None,
        progress: Progress | None = None, lmbda: float = 0.0,
    ) -> Iterator[Epoch]:  # fmt: skip
        """Train as in chapter 1, regularized by lmbda; yield an Epoch each epoch.

        lmbda: 0.0 for none; with n examples every step of a mini-batch first
        multiplies all weights by 1 - eta lmbda / n.
        """
        training_data = checked_examples(self, training_data)
        self._shrink = lmbda / len(training_data)
        settings = epochs, mini_batch_size, eta
        yield from super().train(training_data, *settings, test_data, progress)

    def update_mini_batch(self, mini_batch: Iterable[Example], eta: float) -> None:
        """Take chapter 1's step, from weights that have been shrunk.

        w  ->  (1 - eta lmbda / n) w - eta/m * sum of the examples' nabla_w
        """
        # The gradient is to be that of the weights before, so shrink last.
        before = self.weights
        super().update_mini_batch(mini_batch, eta)
        if self._shrink:
            pairs = zip(self.weights, before)
            self.weights = [w.minus(eta, w0 * self._shrink) for w, w0 in pairs]

    def output_delta(self, z: Vector, a: Vector, y: Vector) -> Vector:
        """Return the last layer's delta, which each cost has a formula for.

        It takes the place of cost_derivative; where a subclass has its own,
        that is asked, as in chapter 1. Raise ValueError for the cross-entropy
        of another activation than sigma, from which its formula comes.

        >>> Network([2, 2]).output_delta([0.0, 0.0], [0.5, 0.5], [1.0, 0.0])
        [-0.5, 0.5]
        """
        if hooked(self, "cost_derivative"):
            return super().output_delta(z, a, y)
        if hooked(self, "activation", "activation_prime"):
            if self.cost is QuadraticCost:
                return super().output_delta(z, a, y)
            text = (
                "the delta of this cost is known for sigma only: with another "
                "activation choose cost=QuadraticCost, or write cost_derivative"
            )
            raise ValueError(say(text))
        return self.cost.delta(z, a, y)

    def total_cost(self, data: Iterable[Example], lmbda: float = 0.0) -> float:
        """Return the mean cost of the examples, and the cost of the weights:

            C = 1/n * sum of the examples' costs + lmbda/2n * sum of all w^2

        data: pairs (x, y) as for training. Biases cost nothing.

        >>> net = Network([1, 1])
        >>> net.weights[0][0][0] = net.biases[0][0] = 2.0
        >>> round(net.total_cost([([1.0], [0.0])]), 4)
        4.0181
        >>> round(net.total_cost([([1.0], [0.0])], lmbda=3.0), 4)
        10.0181
        """
        total, n = 0.0, 0
        for x, y in data:
            zs, activations = self.forward(x)
            total += self.cost.fn(zs[-1], activations[-1], y)
            n += 1
        if not n:
            raise ValueError(say("no data: the mean of no costs is not a number"))
        squares = sum(dot(row, row) for w in self.weights for row in w)
        return (total + lmbda / 2 * squares) / n
