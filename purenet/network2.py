"""network2: the network of chapter 1 with the improvements of chapter 3.

The book's chapter 3, "Improving the way neural networks learn", changes
three things. So does this file; the rest is chapter 1's Network.

- The cost can be the cross-entropy. With the quadratic cost the last layer's
  delta is (a - y) sigma'(z), and sigma' dies away where a neuron is very
  sure of itself, wrong as it may be. With the cross-entropy it is a - y.
- SGD takes `lmbda`, the book's lambda: L2 regularisation, by which every
  step also shrinks all weights a little, but no biases.
- The weights start small: "scaled" unless told otherwise.

Lesson 11 has the book's neuron that starts deeply wrong, and learns slowly with one
cost, at once with the other.
"""

from __future__ import annotations

import math
import operator
import os
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from purenet import network
from purenet.checks import (
    Epoch,
    Example,
    Progress,
    Test,
    check_settings,
    checked,
    checked_examples,
    checked_tests,
    hooked,
    pairs_of,
)
from purenet.console.replacing import write
from purenet.data import DataError, networks
from purenet.engines import ENGINES, FASTEST
from purenet.engines.packed import PackedNetwork
from purenet.shapes import Column
from purenet.sigmoid import sigmoid_prime
from purenet.vectors import Vector, dot, hadamard, subtract, vector
from purenet.words import later, say


def _each(calculate: Callable[[float, float], float]) -> Any:
    """Return the method of Numbers that calculates number by number."""

    def method(self: list[float], other: Any) -> Any:
        if isinstance(other, (int, float)):
            other = [other] * len(self)
        if not isinstance(other, list):
            return NotImplemented  # NumPy knows how
        return Numbers(map(calculate, self, other))

    return method


class Numbers(Column):
    """A vector to calculate with as with NumPy's: so a cost out of the book works.

    >>> a, y = Numbers([0.75, 0.5]), Numbers([1.0, 0.0])
    >>> a - y, (1 - y) * [2.0, 2.0], -a, a**2
    ([-0.25, 0.5], [0.0, 2.0], [-0.75, -0.5], [0.5625, 0.25])
    """

    __add__ = __radd__ = __iadd__ = _each(operator.add)
    __sub__, __rsub__ = _each(operator.sub), _each(lambda p, q: q - p)
    __mul__ = __rmul__ = __imul__ = _each(operator.mul)
    __truediv__, __rtruediv__ = _each(operator.truediv), _each(lambda p, q: q / p)
    __pow__ = _each(operator.pow)

    def __neg__(self) -> Numbers:
        return Numbers(map(operator.neg, self))


class QuadraticCost:
    """The cost of chapter 1: C = |a - y|^2 / 2."""

    @staticmethod
    def fn(a: Vector, y: Sequence[float]) -> float:
        """Return |a - y|^2 / 2."""
        error = subtract(a, y)
        return dot(error, error) / 2

    @staticmethod
    def delta(z: Vector, a: Vector, y: Sequence[float]) -> Vector:
        """Return (a - y) sigma'(z), number by number."""
        return hadamard(subtract(a, y), [sigmoid_prime(z_j) for z_j in z])


_LEAST, _MOST = 2.0**-1074, 1 - 2.0**-53  # the floats next to 0 and to 1


class CrossEntropyCost:
    """The cross-entropy: C = -sum over j of y_j ln a_j + (1 - y_j) ln(1 - a_j).

    From z = 37 on, the float nearest to sigma(z) is 1.0, and ln(1 - 1) no number. A
    neuron so sure, and wrong, costs what the float before 1 does.

    >>> round(CrossEntropyCost.fn([1.0], [0.0]), 1), CrossEntropyCost.fn([1.0], [1.0])
    (36.7, 0.0)
    >>> CrossEntropyCost.delta([800.0], [1.0], [0.0])
    [1.0]
    """

    @staticmethod
    def fn(a: Vector, y: Sequence[float]) -> float:
        """Return the cross-entropy of the outputs, a finite number always."""
        total = 0.0
        for a_j, y_j in zip(a, y):
            if y_j != 0.0:
                total -= y_j * math.log(max(a_j, _LEAST))
            if y_j != 1.0:
                total -= (1 - y_j) * math.log1p(-min(a_j, _MOST))
        return total

    @staticmethod
    def delta(z: Vector, a: Vector, y: Sequence[float]) -> Vector:
        """Return a - y: however sure a neuron is, it learns from its error."""
        return subtract(a, y)


# The costs there are, by the names that files of networks have for them.
COSTS: dict[str, Any] = {
    cost.__name__: cost for cost in (QuadraticCost, CrossEntropyCost)
}


# The methods that make a network what it is.
_KEPT_BY_KIND = "feedforward predict activation activation_prime".split()
_KEPT_BY_KIND += "output_delta cost_derivative".split()


def check_cost(cost: Any, outputs: int) -> None:
    """Raise ValueError for a cost that a network of so many outputs cannot ask.

    >>> check_cost(type("Mine", (), {}), 10)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: the cost Mine has static methods fn(a, y), ... has no attribute 'delta'
    """
    name = getattr(cost, "__name__", type(cost).__name__)
    zero, half = Numbers([0.0] * outputs), Numbers([0.5] * outputs)
    try:
        given = len(vector(cost.delta(zero, half, half)))
        float(cost.fn(half, half))
    except (AttributeError, TypeError, ValueError) as error:
        text = (
            "the cost {} has static methods fn(a, y), which gives a number, and "
            "delta(z, a, y), which gives a list; z, a and y are lists of numbers. "
            "Tried out it said: {}"
        )
        raise ValueError(say(text, name, error)) from error
    if given != outputs:
        text = "the delta of the cost {} gives {} numbers for {} outputs"
        raise ValueError(say(text, name, given, outputs))


def vectorized_result(j: int, outputs: int = 10) -> Vector:
    """Return the outputs wanted for the digit j: 1.0 at its place, 0.0 elsewhere.

    A network of one output is wanted to say the digit itself, 0 or 1.

    >>> vectorized_result(2, outputs=4), vectorized_result(1, outputs=1)
    ([0.0, 0.0, 1.0, 0.0], [1.0])
    """
    if outputs == 1:
        return [float(j)]
    return [float(place == j) for place in range(outputs)]


class Network(PackedNetwork):
    """Chapter 1's Network with a cost to choose, and lmbda.

    cost: CrossEntropyCost, QuadraticCost, or a class of your own with fn and delta;
    engine: one of `purenet.engines`, which does the work as long as nothing is
    changed that it cannot do; the rest as in chapter 1.

    >>> Network([784, 30, 10], QuadraticCost, seed=1)
    <Network 784-30-10>
    """

    def __init__(
        self, sizes: Sequence[int], cost: Any = CrossEntropyCost, *,
        seed: int | None = None, init: str = "scaled", engine: str = FASTEST,
    ) -> None:  # fmt: skip
        if engine not in ENGINES:
            names = ", ".join(ENGINES)
            raise ValueError(say("engine is one of {}, not {!r:.40}", names, engine))
        super().__init__(sizes, seed=seed, init=init)
        self.use(ENGINES[engine])
        self.cost = cost
        self._known: dict[Any, tuple[Any, list[Vector]]] | None = None  # by ids
        if hooked(self, "default_weight_initializer"):
            self.default_weight_initializer()

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
        self, training_data: Iterable[Any], epochs: int, mini_batch_size: int,
        eta: float, lmbda: float = 0.0, evaluation_data: Iterable[Any] | None = None,
        monitor_evaluation_cost: bool = False,
        monitor_evaluation_accuracy: bool = False,
        monitor_training_cost: bool = False,
        monitor_training_accuracy: bool = False, early_stopping_n: int = 0,
    ) -> tuple[list[float], list[int], list[float], list[int]]:  # fmt: skip
        """Train as in chapter 1, regularised by lmbda; print what is monitored.

        Return four lists with a number for each epoch, empty where nobody has asked:
        the cost and the right answers on the evaluation data, and on the training data.
        evaluation_data: pairs (x, digit); early_stopping_n: stop when so many epochs
        have read no more of them right than one before.

        >>> data = [([0.0, 1.0], [0.0, 1.0]), ([1.0, 0.0], [1.0, 0.0])]
        >>> net = Network([2, 2], seed=3)
        >>> net.SGD(data, 2, 1, 0.5, 0.1, [([0, 1], 1), ([1, 0], 0)],
        ...     monitor_evaluation_accuracy=True)
        Epoch 0 training complete
        Accuracy on evaluation data: 1 / 2
        Epoch 1 training complete
        Accuracy on evaluation data: 2 / 2
        ([], [1, 2], [], [])
        """
        training = checked_examples(self, training_data)
        given = [] if evaluation_data is None else evaluation_data
        evaluation = checked_tests(self, self._with_digits(given))
        asked = monitor_evaluation_cost or monitor_evaluation_accuracy
        if not evaluation and (asked or early_stopping_n):
            text = "to monitor the evaluation data, give evaluation_data"
            raise ValueError(say(text))
        curves: tuple[list[Any], ...] = ([], [], [], [])
        cost, right, counts = self.total_cost, self.accuracy, []
        monitored = (
            (monitor_training_cost, 2, partial(cost, lmbda=lmbda),
             later("Cost on training data: {}")),
            (monitor_training_accuracy, 3, partial(right, convert=True),
             later("Accuracy on training data: {} / {}")),
            (monitor_evaluation_cost, 0, partial(cost, lmbda=lmbda, convert=True),
             later("Cost on evaluation data: {}")),
            (monitor_evaluation_accuracy, 1, right,
             later("Accuracy on evaluation data: {} / {}")),
        )  # fmt: skip
        for epoch in self.train(training, epochs, mini_batch_size, eta, lmbda=lmbda):
            print(say("Epoch {} training complete", epoch.number))
            self._known = {}  # what the cost asks is known for the accuracy
            try:
                for wanted, number, measured, text in monitored:
                    if wanted:
                        data = training if number > 1 else evaluation
                        curves[number].append(measured(data))
                        print(say(text, curves[number][-1], len(data)))
                if early_stopping_n:
                    counts.append((curves[1] or [self.accuracy(evaluation)])[-1])
                    if len(counts) - counts.index(max(counts)) > early_stopping_n:
                        break
            finally:
                self._known = None
        return curves  # type: ignore[return-value]

    def train(
        self, training_data: Iterable[Example], epochs: int, mini_batch_size: int,
        eta: float, test_data: Iterable[Test] | None = None,
        progress: Progress | None = None, lmbda: float = 0.0,
    ) -> Iterator[Epoch]:  # fmt: skip
        """Train as in chapter 1, regularised by lmbda; yield an Epoch each epoch."""
        examples, tests = checked(self, training_data, test_data)
        check_settings(epochs, mini_batch_size, eta, lmbda)
        if eta * lmbda >= len(examples):
            text = (
                "eta {} times lmbda {} should be far below the number of examples, {}: "
                "each step takes that share, eta lmbda / n, of each weight away"
            )
            warnings.warn(say(text, eta, lmbda, len(examples)), stacklevel=2)
        check_cost(self.cost, self.sizes[-1])
        for number in range(epochs):
            started = time.perf_counter()
            shuffled = list(examples)
            self.rng.shuffle(shuffled)
            for k in range(0, len(shuffled), mini_batch_size):
                mini_batch = shuffled[k : k + mini_batch_size]
                self.update_mini_batch(mini_batch, eta, lmbda, len(shuffled))
                if progress:
                    progress(k + len(mini_batch), len(shuffled))
            seconds = time.perf_counter() - started
            correct = self.evaluate(tests) if tests else 0
            self._unpack()  # as in every engine: each epoch starts from floats
            yield Epoch(number, correct, len(tests), seconds)

    def update_mini_batch(
        self, mini_batch: Iterable[Example], eta: float,
        lmbda: float = 0.0, n: int = 1,
    ) -> None:  # fmt: skip
        """Take chapter 1's step, from weights that have been shrunk.

        w  ->  (1 - eta lmbda / n) w - eta/m * sum of the examples' nabla_w

        lmbda: 0.0 for none; n: how many examples the training data has.
        """
        mini_batch, shrink = list(mini_batch), eta * lmbda / n
        if self.stepped(mini_batch, eta, keep=1 - shrink):
            return  # the engine has done it
        # The gradient is to be that of the weights before, so shrink last.
        before = self.weights
        network.Network.update_mini_batch(self, mini_batch, eta)
        if shrink:
            self.weights = [w.minus(shrink, w0) for w, w0 in zip(self.weights, before)]

    def output_delta(self, z: Vector, a: Vector, y: Vector) -> Vector:
        """Return the last layer's delta, which each cost has a formula for.

        It takes the place of cost_derivative; where a subclass has its own,
        that is asked, as in chapter 1. Raise ValueError for the cross-entropy
        of another activation than sigma, from which its formula comes.

        >>> Network([2, 2]).output_delta([0.0, 0.0], [0.5, 0.5], [1.0, 0.0])
        [-0.5, 0.5]
        """
        if self.cost is QuadraticCost or hooked(self, "cost_derivative"):
            return super().output_delta(z, a, y)
        sigma_only = self.cost is CrossEntropyCost
        if sigma_only and hooked(self, "activation", "activation_prime"):
            text = (
                "the delta of this cost is known for sigma only: with another "
                "activation choose cost=QuadraticCost, or write cost_derivative"
            )
            raise ValueError(say(text))
        return vector(self.cost.delta(*map(Numbers, (z, a, y))))

    def accuracy(self, data: Iterable[Any], convert: bool = False) -> int:
        """Return how many of the pairs (x, y) are answered right.

        convert: the book's word for a y of outputs wanted, as in the training data,
        not a digit; here either is known by itself.

        >>> net = Network.from_weights([[[9], [-9]]], [[-4, 4]])
        >>> net.accuracy([([0.9], 0)]), net.accuracy([([0.9], [1, 0])], convert=True)
        (1, 1)
        """
        return self.evaluate(self._with_digits(data))

    def total_cost(
        self, data: Iterable[Any], lmbda: float = 0.0, convert: bool = False
    ) -> float:
        """Return the mean cost of the pairs (x, y), and the cost of the weights:

            C = 1/n * sum of the examples' costs + lmbda/2n * sum of all w^2

        Biases cost nothing. convert: the book's word for a y that is a digit, not
        a list of outputs wanted; here either is known by itself.

        >>> net = Network([1, 1])
        >>> net.weights[0][0][0] = net.biases[0][0] = 2.0
        >>> round(net.total_cost([([1.0], [0.0])]), 4)
        4.0181
        >>> round(net.total_cost([([1.0], 0)], lmbda=3.0, convert=True), 4)
        10.0181
        """
        outputs = self.sizes[-1]
        pairs = [
            (x, vector(y) if hasattr(y, "__len__") else vectorized_result(y, outputs))
            for x, y in pairs_of(data, say("training data"))
        ]
        if not pairs:
            raise ValueError(say("no data: the mean of no costs is not a number"))
        if any(len(y) != outputs for _, y in pairs):
            checked_examples(self, pairs)  # says so
        check_cost(self.cost, outputs)
        squares = sum(dot(row, row) for w in self.weights for row in w)
        answers = self.outputs_for([x for x, _ in pairs])
        total = 0.0
        for a, (_, y) in zip(answers, pairs):
            total += float(self.cost.fn(Numbers(a), Numbers(y)))
        return (total + lmbda / 2 * squares) / len(pairs)

    def outputs_for(self, inputs: Sequence[Sequence[float]]) -> list[Vector]:
        """Return what feedforward does for each of the inputs."""
        if self._known is None:
            return super().outputs_for(inputs)
        key = tuple(map(id, inputs))
        if key not in self._known:  # the inputs are kept, so that their ids stay theirs
            self._known[key] = list(inputs), super().outputs_for(inputs)
        return self._known[key][1]

    def _with_digits(self, data: Iterable[Any]) -> list[Test]:
        """Return pairs (x, digit) for pairs with either kind of y."""
        tests = []
        for x, y in pairs_of(data, say("test data")):
            if hasattr(y, "__len__") and len(y) == self.sizes[-1]:
                y = vector(y)
                y = int(y[0] >= 0.5) if len(y) == 1 else y.index(max(y))
            tests.append((x, y))
        return tests

    def save(self, filename: str | os.PathLike[str]) -> None:
        """Save the network for `load`: JSON as in the book, or .npz by its name.

        Raise DataError for a network that could not be loaded as the same.
        """
        cost = cost_of(self)
        data = networks.contents(filename, self.weights, self.biases, cost)
        write(data, filename)


def load(filename: str | os.PathLike[str]) -> Network:
    """Return the network in a file, the book's own files as well.

    >>> import tempfile
    >>> filename = os.path.join(tempfile.mkdtemp(), "net.json")
    >>> net = Network([3, 2], cost=QuadraticCost)
    >>> net.save(filename)
    >>> again = load(filename)
    >>> again.weights == net.weights, again.cost is QuadraticCost
    (True, True)
    """
    weights, biases, cost = networks.load(filename)
    return Network.from_weights(weights, biases, cost=COSTS[cost])


def cost_of(net: network.Network) -> str:
    """Return the name of the cost by which a network learns.

    Raise DataError for one that could not be loaded as the same: with a cost of its
    own, of a subclass that goes forward or learns in its own way, or with inf or nan.

    >>> cost_of(network.Network([2, 1])), cost_of(Network([2, 1]))
    ('QuadraticCost', 'CrossEntropyCost')
    """
    cost = getattr(net, "cost", QuadraticCost)
    name = getattr(cost, "__name__", type(cost).__name__)
    if name not in COSTS:
        text = (
            "a network with the cost {} could not be loaded again; to save its numbers "
            "alone, give it net.cost = network2.CrossEntropyCost before"
        )
        raise DataError(text, name)
    if hooked(net, *_KEPT_BY_KIND):
        template = (
            "a {} has methods of its own, which a file does not keep: loaded "
            "again it would answer or learn otherwise. To save its numbers alone, "
            "save Network.from_weights(net.weights, net.biases)"
        )
        raise DataError(template, type(net).__name__)
    for b, w in zip(net.biases, net.weights):
        if not all(all(map(math.isfinite, numbers)) for numbers in (b, *w)):
            raise DataError("a network with inf or nan in it cannot be saved")
    return str(name)
