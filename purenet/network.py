"""A network of sigmoid neurons that learns by stochastic gradient descent.

This is the program of chapter 1, "Implementing our network to classify
digits", with its gradients found by backpropagation. It is slow, simple and
easy to change; `purenet.beyond.packed` is the same network made fast.

`biases[0]` and `weights[0]` belong to the second layer, since the first,
the input, has none: they are the book's b^2 and w^2. In general

    a' = sigma(w a + b)

takes the activations a of one layer to those of the next.

>>> net = Network([2, 3, 1], seed=0)
>>> [w.shape for w in net.weights], [len(b) for b in net.biases]
([(3, 2), (1, 3)], [3, 1])

It learns what examples show. Here are the four of XOR, each an input x and
the output y wanted for it:

>>> xor = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
>>> net.SGD(xor, epochs=1000, mini_batch_size=4, eta=10.0) #doctest: +ELLIPSIS
Epoch 0 complete
...
Epoch 999 complete
>>> [round(net.feedforward(x)[0], 1) for x, y in xor]
[0.0, 1.0, 1.0, 0.0]
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from purenet.matrix import Matrix
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.vectors import Vector, add, hadamard, scale, subtract

Example = tuple[Sequence[float], Sequence[float]]  # x, and the output wanted
Test = tuple[Sequence[float], int]  # x, and the digit it shows
Nablas = tuple[list[Vector], list[Matrix]]  # nabla_b, nabla_w
Progress = Callable[[int, int], None]


class Epoch(NamedTuple):
    """What one epoch of training came to.

    number: 0 for the first; correct: how many of the `total` test images
    were read right (both 0 where there was no test data); seconds: of
    training, the test not counted; answers: for each output, how many test
    images it was the answer to.

    >>> epoch = Epoch(number=0, correct=7, total=10, seconds=0.5,
    ...               answers=[5, 5, 0])
    >>> epoch.dead
    [2]
    """

    number: int
    correct: int
    total: int
    seconds: float
    answers: list[int]

    @property
    def dead(self) -> list[int]:
        """The digits that were not the answer to any test image.

        With the book's starting weights and a large eta an output neuron can
        be pushed so near to 0 for every image that its slope vanishes. It
        cannot learn any more, and its digit is never read again: accuracy
        stays near 87 % where one is dead, near 67 % where three are.

        >>> Epoch(0, 2, 4, 0.5, answers=[3, 0, 1]).dead
        [1]
        """
        return [
            digit for digit, count in enumerate(self.answers) if count == 0
        ]

    def __str__(self) -> str:
        """Return the line that the book's program prints after an epoch.

        >>> print(Epoch(0, 9129, 10000, 42.0, answers=[]))
        Epoch 0: 9129 / 10000
        """
        if self.total:
            return f"Epoch {self.number}: {self.correct} / {self.total}"
        return f"Epoch {self.number} complete"


class Network:
    """Layers of sigmoid neurons, each joined to all of the layer before.

    sizes: the number of neurons in each layer, [784, 30, 10] say; seed: a
    whole number for a run that can be repeated; init: how the weights
    start. "book" draws all weights and biases from N(0, 1), as the chapter
    does; "scaled" then divides each weight by the square root of the number
    of the neuron's inputs, so that no neuron starts out saturated (the
    book's chapter 3, "Weight initialization").
    Raise ValueError for sizes that make no network, or an unknown init.

    >>> Network([784])
    Traceback (most recent call last):
        ...
    ValueError: sizes are two or more whole numbers above 0, not [784]
    """

    def __init__(
        self,
        sizes: Sequence[int],
        *,
        seed: int | None = None,
        init: str = "book",
    ) -> None:
        self.sizes = list(sizes)
        self.num_layers = len(self.sizes)
        if self.num_layers < 2 or not all(
            isinstance(size, int) and size > 0 for size in self.sizes
        ):
            raise ValueError(
                "sizes are two or more whole numbers above 0, "
                f"not {self.sizes}"
            )
        if init not in ("book", "scaled"):
            raise ValueError(f'init is "book" or "scaled", not {init!r}')
        self.rng = random.Random(seed)
        self.biases = [
            [self.rng.gauss(0.0, 1.0) for _ in range(size)]
            for size in self.sizes[1:]
        ]
        self.weights = [
            Matrix.gaussian(size, inputs, self.rng)
            for inputs, size in zip(self.sizes, self.sizes[1:])
        ]
        if init == "scaled":
            self.weights = [
                w * (1 / math.sqrt(w.shape[1])) for w in self.weights
            ]
        self._nabla_w: list[Matrix] = []

    def feedforward(self, a: Sequence[float]) -> Vector:
        """Return the output of the network for the input a.

        a: as many numbers as the input layer has neurons.
        Raise ValueError for another number of them.

        >>> net = Network([2, 3, 2], seed=1)
        >>> [round(a_j, 3) for a_j in net.feedforward([0, 1])]
        [0.211, 0.217]
        >>> net.feedforward([0, 1, 0])
        Traceback (most recent call last):
            ...
        ValueError: a 3 x 2 matrix times a vector of 3 numbers
        """
        a = [float(a_k) for a_k in a]
        for b, w in zip(self.biases, self.weights):
            a = [sigmoid(z) for z in add(w @ a, b)]
        return a

    def predict(self, x: Sequence[float]) -> int:
        """Return the answer for the input x: which output is the largest.

        >>> Network([2, 3, 2], seed=1).predict([0, 1])
        1
        """
        output = self.feedforward(x)
        return output.index(max(output))

    def SGD(
        self,
        training_data: Iterable[Example],
        epochs: int,
        mini_batch_size: int,
        eta: float,
        test_data: Iterable[Test] | None = None,
    ) -> None:
        """Train by stochastic gradient descent; print the book's lines.

        training_data: pairs (x, y) of an input and the output wanted for it;
        epochs: how often to go through all of them; mini_batch_size: how
        many make one step; eta: the learning rate; test_data: pairs (x,
        digit) to count the right answers on after each epoch.
        See `train`, which does the work.

        >>> data = [([0.0, 1.0], [0.0, 1.0]), ([1.0, 0.0], [1.0, 0.0])]
        >>> net = Network([2, 2], seed=3)
        >>> net.SGD(data, 2, 1, 3.0, test_data=[([0, 1], 1), ([1, 0], 0)])
        Epoch 0: 1 / 2
        Epoch 1: 2 / 2
        """
        for epoch in self.train(
            training_data, epochs, mini_batch_size, eta, test_data=test_data
        ):
            print(epoch)

    def train(
        self,
        training_data: Iterable[Example],
        epochs: int,
        mini_batch_size: int,
        eta: float,
        test_data: Iterable[Test] | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Epoch]:
        """Train as SGD does, print nothing, and yield an Epoch each epoch.

        progress: called after each mini-batch with the number of examples
        seen in this epoch, and how many there are.
        The data may be any iterable of pairs; a list keeps its order.
        Raise ValueError for settings or data that cannot be trained with, and
        OverflowError where weights grow beyond all bounds.

        >>> data = [([0.0, 1.0], [0.0, 1.0]), ([1.0, 0.0], [1.0, 0.0])]
        >>> for epoch in Network([2, 2], seed=3).train(data, 2, 1, 3.0):
        ...     print(epoch.number)
        0
        1
        >>> list(Network([2, 2]).train(data, 2, 0, 3.0))
        Traceback (most recent call last):
            ...
        ValueError: mini_batch_size is 1 or more, not 0
        """
        training_data, test_data = list(training_data), list(test_data or [])
        _check_settings(training_data, test_data, epochs, mini_batch_size, eta)
        n = len(training_data)
        for number in range(epochs):
            started = time.perf_counter()
            shuffled = list(training_data)
            self.rng.shuffle(shuffled)
            for start in range(0, n, mini_batch_size):
                self.update_mini_batch(
                    shuffled[start : start + mini_batch_size], eta
                )
                if progress:
                    progress(min(start + mini_batch_size, n), n)
            seconds = time.perf_counter() - started
            yield self._tested(number, seconds, test_data)

    def _tested(
        self, number: int, seconds: float, test_data: list[Test]
    ) -> Epoch:
        correct = 0
        answers = [0] * self.sizes[-1] if test_data else []
        for x, y in test_data:
            answer = self.predict(x)
            answers[answer] += 1
            correct += answer == y
        return Epoch(number, correct, len(test_data), seconds, answers)

    def update_mini_batch(
        self, mini_batch: Sequence[Example], eta: float
    ) -> None:
        """Take one step down the gradient averaged over m examples.

            w  ->  w - eta/m * sum of the examples' nabla_w
            b  ->  b - eta/m * sum of the examples' nabla_b

        Raise ValueError for a mini-batch without examples, and OverflowError
        where the step led to weights that are inf or nan.

        >>> net = Network([1, 1], seed=0)
        >>> before = net.feedforward([1.0])
        >>> net.update_mini_batch([([1.0], [0.0])], eta=3.0)
        >>> net.feedforward([1.0]) < before
        True
        """
        if not mini_batch:
            raise ValueError("a mini-batch has one example or more")
        nabla_b = [[0.0] * len(b) for b in self.biases]
        nabla_w = self._cleared_nabla_w()
        for x, y in mini_batch:
            self._add_backprop(x, y, nabla_b, nabla_w)
        share = eta / len(mini_batch)
        for w, nw in zip(self.weights, nabla_w):
            w.add_scaled(-share, nw)
        self.biases = [
            subtract(b, scale(share, nb))
            for b, nb in zip(self.biases, nabla_b)
        ]
        self._check_finite()

    def _cleared_nabla_w(self) -> list[Matrix]:
        """Return zeros of the weights' shapes: used again, they save time."""
        shapes = [w.shape for w in self.weights]
        if [nw.shape for nw in self._nabla_w] != shapes:
            self._nabla_w = [Matrix.zeros(*shape) for shape in shapes]
        for nw in self._nabla_w:
            nw.clear()
        return self._nabla_w

    def backprop(self, x: Sequence[float], y: Sequence[float]) -> Nablas:
        """Return (nabla_b, nabla_w), the gradient of the cost of one example.

        nabla_b and nabla_w have the shapes of `biases` and `weights`.
        The cost is the chapter's: C = |a - y|^2 / 2.

        >>> net = Network([2, 1], seed=0)
        >>> nabla_b, nabla_w = net.backprop([1.0, 0.0], [1.0])
        >>> nabla_w[0][0][0] == nabla_b[0][0], nabla_w[0][0][1]
        (True, 0.0)
        """
        nabla_b = [[0.0] * len(b) for b in self.biases]
        nabla_w = [Matrix.zeros(*w.shape) for w in self.weights]
        self._add_backprop(x, y, nabla_b, nabla_w)
        return nabla_b, nabla_w

    def _add_backprop(
        self,
        x: Sequence[float],
        y: Sequence[float],
        nabla_b: list[Vector],
        nabla_w: list[Matrix],
    ) -> None:
        """Add the gradient of one example to nabla_b and nabla_w, in place."""
        # Floats, whatever numbers y has: the weights are to stay floats.
        y = [float(y_j) for y_j in y]
        zs, activations = self._zs_and_activations(x)
        # Backward: delta is the cost's slope in z, from the last layer (-1)
        # to the second.
        delta = self.output_delta(zs[-1], activations[-1], y)
        nabla_b[-1] = add(nabla_b[-1], delta)
        nabla_w[-1].add_outer(delta, activations[-2])
        for layer in range(2, self.num_layers):
            slope = [sigmoid_prime(z_j) for z_j in zs[-layer]]
            # delta @ w is the book's w transposed, times delta.
            delta = hadamard(delta @ self.weights[-layer + 1], slope)
            nabla_b[-layer] = add(nabla_b[-layer], delta)
            nabla_w[-layer].add_outer(delta, activations[-layer - 1])

    def _zs_and_activations(
        self, x: Sequence[float]
    ) -> tuple[list[Vector], list[Vector]]:
        """Go forward as feedforward does, and keep what every layer had.

        The first of the activations is the input x, as floats.
        """
        zs, activations = [], [[float(x_k) for x_k in x]]
        for b, w in zip(self.biases, self.weights):
            z = add(w @ activations[-1], b)
            zs.append(z)
            activations.append([sigmoid(z_j) for z_j in z])
        return zs, activations

    def output_delta(
        self, z: Vector, a: Vector, y: Sequence[float]
    ) -> Vector:
        """Return the last layer's delta, the slopes of the cost in its z.

            delta = dC/da sigma'(z), number by number

        z, a: the layer's weighted inputs and activations; y: the outputs
        wanted.

        >>> Network([2, 2]).output_delta([0.0, 0.0], [0.5, 0.5], [1.0, 0.0])
        [-0.125, 0.125]
        """
        slope = [sigmoid_prime(z_j) for z_j in z]
        return hadamard(self.cost_derivative(a, y), slope)

    def cost_derivative(
        self, output_activations: Sequence[float], y: Sequence[float]
    ) -> Vector:
        """Return the slopes of the cost in the outputs: dC/da = a - y.

        >>> Network([2, 2]).cost_derivative([0.75, 0.5], [1.0, 0.0])
        [-0.25, 0.5]
        """
        return subtract(output_activations, y)

    def evaluate(self, test_data: Iterable[Test]) -> int:
        """Return how many of the pairs (x, digit) are answered right.

        >>> Network([2, 2], seed=3).evaluate([([0, 1], 0), ([1, 0], 0)])
        1
        """
        return sum(self.predict(x) == y for x, y in test_data)

    def _check_finite(self) -> None:
        """Multiply 0.0 by all: it stays 0.0, but inf or nan turn it into nan.

        The sum would tell as well. But PyPy makes machine code of `sum` once
        for all who call it, and slow code if whole numbers came first.
        """
        for b, w in zip(self.biases, self.weights):
            for numbers in [b, *w]:
                if math.prod(numbers, start=0.0) != 0.0:
                    raise OverflowError(
                        "weights have grown to inf or nan: start again with a "
                        "smaller eta, and check that all inputs are ordinary "
                        "numbers"
                    )

    def __repr__(self) -> str:
        sizes = "-".join(str(size) for size in self.sizes)
        return f"<{type(self).__name__} {sizes}>"


def _check_settings(
    training_data: list[Example],
    test_data: list[Test],
    epochs: int,
    mini_batch_size: int,
    eta: float,
) -> None:
    if not training_data:
        raise ValueError("there is no training data")
    if epochs < 0:
        raise ValueError(f"epochs is 0 or more, not {epochs}")
    if mini_batch_size < 1:
        raise ValueError(
            f"mini_batch_size is 1 or more, not {mini_batch_size}"
        )
    if not math.isfinite(eta):
        raise ValueError(f"eta is an ordinary number, not {eta}")
    if not hasattr(training_data[0][1], "__len__"):
        raise ValueError(
            "training data pairs an input with the list of outputs wanted, "
            "not with a digit: see mnist_loader.vectorized_result"
        )
    if test_data and hasattr(test_data[0][1], "__len__"):
        raise ValueError(
            "test data pairs an input with its digit, not with a list of "
            "outputs"
        )
