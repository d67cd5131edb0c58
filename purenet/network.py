"""A network of sigmoid neurons that learns by stochastic gradient descent.

This is the program of chapter 1, "Implementing our network to classify
digits", with its gradients found by backpropagation (chapter 2). It is slow,
simple and easy to change: a subclass may write any of its methods anew, and
all others will call it. `purenet.engines` has the same network made fast.

`biases[0]` and `weights[0]` belong to the second layer, as the first, the
input, has none: they are the book's b^2 and w^2. From layer to layer it goes

    a' = sigma(w a + b)

>>> net = Network([2, 3, 1], seed=0)
>>> xor = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
>>> net.SGD(xor, epochs=1000, mini_batch_size=4, eta=10.0) #doctest: +ELLIPSIS
Epoch 0 complete
...
>>> [net.predict(x) for x, y in xor]
[0, 1, 1, 0]
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence

from purenet import checks
from purenet.checks import Epoch, Examples, Layered, Progress, Tests
from purenet.matrix import Matrix, Outer
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.vectors import Vector, add, hadamard, scale, subtract, vector


class Network(Layered):
    """Layers of sigmoid neurons, each joined to all of the layer before."""

    def __init__(
        self, sizes: Sequence[int], *,
        seed: int | None = None, init: str = "book",
    ) -> None:  # fmt: skip
        """Draw all weights and biases from N(0, 1), as the chapter does.

        sizes: the number of neurons in each layer, [784, 30, 10] say; seed:
        a whole number for a run that can be repeated; init: "scaled" divides
        each weight by the square root of its neuron's number of inputs (the
        book's chapter 3). Raise ValueError for sizes that make no network.
        """
        self.sizes = sizes = checks.checked_sizes(sizes, init)
        self.num_layers = len(sizes)
        self.rng = random.Random(random.random() if seed is None else seed)
        gauss = self.rng.gauss
        self.biases = [[gauss(0.0, 1.0) for _ in range(n)] for n in sizes[1:]]
        self.weights = [
            Matrix.gaussian(n, m, self.rng)
            * (1 / math.sqrt(m) if init == "scaled" else 1.0)
            for m, n in zip(sizes, sizes[1:])
        ]

    def feedforward(self, a: Sequence[float]) -> Vector:
        """Return the output for the input a; ValueError where it does not fit.

        >>> net = Network([2, 3, 2], seed=1)
        >>> [round(a_j, 3) for a_j in net.feedforward([0, 1])]
        [0.211, 0.217]
        >>> net.feedforward([0, 1, 0])
        Traceback (most recent call last):
            ...
        ValueError: a 3 x 2 matrix times a vector of 3 numbers
        """
        a = vector(a)
        for b, w in zip(self.biases, self.weights):
            a = self.activation(add(w @ a, b))
        return a

    def SGD(
        self, training_data: Examples, epochs: int, mini_batch_size: int,
        eta: float, test_data: Tests | None = None,
    ) -> None:  # fmt: skip
        """Train by stochastic gradient descent; print the book's lines.

        training_data: pairs (x, y) of an input and the output wanted for it;
        epochs: how often to go through them; mini_batch_size: how many make
        a step; eta: the learning rate; test_data: pairs (x, digit) to count
        the right answers on after each epoch.

        >>> data = [([0.0, 1.0], [0.0, 1.0]), ([1.0, 0.0], [1.0, 0.0])]
        >>> net = Network([2, 2], seed=3)
        >>> net.SGD(data, 2, 1, 3.0, test_data=[([0, 1], 1), ([1, 0], 0)])
        Epoch 0: 1 / 2
        Epoch 1: 2 / 2
        """
        settings = epochs, mini_batch_size, eta
        for epoch in self.train(training_data, *settings, test_data):
            print(epoch)

    def train(
        self, training_data: Examples, epochs: int, mini_batch_size: int,
        eta: float, test_data: Tests | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Epoch]:  # fmt: skip
        """Train as SGD does, print nothing, and yield an Epoch each epoch.

        progress: called after each mini-batch with the number of examples
        seen in this epoch, and how many there are. A list keeps its order.
        Raise ValueError for bad data or settings, OverflowError beyond bounds.

        >>> net, data = Network([1, 1]), [([1.0], [0.0])]
        >>> [epoch.number for epoch in net.train(data, 2, 1, eta=3.0)]
        [0, 1]
        """
        examples, tests = checks.checked(self, training_data, test_data)
        checks.check_settings(epochs, mini_batch_size, eta)
        for number in range(epochs):
            started = time.perf_counter()
            shuffled = list(examples)  # each time from the same order
            self.rng.shuffle(shuffled)
            for k in range(0, len(shuffled), mini_batch_size):
                mini_batch = shuffled[k : k + mini_batch_size]
                self.update_mini_batch(mini_batch, eta)
                if progress:
                    progress(k + len(mini_batch), len(shuffled))
            seconds = time.perf_counter() - started
            correct = self.evaluate(tests) if tests else 0
            yield Epoch(number, correct, len(tests), seconds)

    def update_mini_batch(self, mini_batch: Examples, eta: float) -> None:
        """Take one step down the gradient averaged over m examples.

        w  ->  w - eta/m * sum of the examples' nabla_w
        b  ->  b - eta/m * sum of the examples' nabla_b
        """
        mini_batch = checks.checked_mini_batch(mini_batch)
        nabla_b = [[0.0] * len(b) for b in self.biases]
        nabla_w = [Matrix.zeros(*w.shape) for w in self.weights]
        for x, y in mini_batch:
            delta_nabla_b, delta_nabla_w = self.backprop(x, y)
            nabla_b = list(map(add, nabla_b, map(vector, delta_nabla_b)))
            for nw, dnw in zip(nabla_w, delta_nabla_w):
                nw += dnw  # in place: 23,520 numbers are not copied each time
        step = float(eta) / len(mini_batch)
        # New lists, not changed ones: who has kept the old has them still.
        self.weights = [
            w.minus(step, nw) for w, nw in zip(self.weights, nabla_w)
        ]
        self.biases = [
            subtract(b, scale(step, nb)) for b, nb in zip(self.biases, nabla_b)
        ]
        checks.check_finite(self.biases, self.weights)

    def backprop(
        self, x: Sequence[float], y: Sequence[float]
    ) -> tuple[list[Vector], list[Outer]]:
        """Return (nabla_b, nabla_w), the gradient of the cost of one example.

        They have the shapes of `biases` and `weights`. From the last layer
        to the second, delta = dC/dz, and with a of the layer before

            dC/db_j = delta_j        dC/dw_jk = delta_j a_k

        >>> net = Network([2, 1], seed=0)
        >>> nabla_b, nabla_w = net.backprop([1.0, 0.0], [1.0])
        >>> nabla_w[0][0][0] == nabla_b[0][0], nabla_w[0][0][1]
        (True, 0.0)
        """
        # Forward, as feedforward goes, but every z and every a is kept.
        zs, activations = [], [vector(x)]
        for b, w in zip(self.biases, self.weights):
            zs.append(add(w @ activations[-1], b))
            activations.append(self.activation(zs[-1]))
        # And back, beginning with the error of the output.
        delta = self.output_delta(zs[-1], activations[-1], vector(y))
        nabla_b = [checks.column(delta)]
        nabla_w = [Outer(delta, activations[-2])]
        # Indices below 0 count from behind: layer 2 is the last but one, with
        # zs[-2]; activations[-3] came in, weights[-1] lead to the output.
        for layer in range(2, self.num_layers):
            # A vector before a matrix: the book's w transposed times delta.
            back = delta @ self.weights[-layer + 1]
            delta = hadamard(back, self.activation_prime(zs[-layer]))
            nabla_b.insert(0, checks.column(delta))
            nabla_w.insert(0, Outer(delta, activations[-layer - 1]))
        return nabla_b, nabla_w

    def output_delta(self, z: Vector, a: Vector, y: Vector) -> Vector:
        """Return the error of the last layer, delta = dC/da sigma'(z).

        >>> Network([2, 2]).output_delta([0.0, 0.0], [0.5, 0.5], [1.0, 0.0])
        [-0.125, 0.125]
        """
        slopes = vector(self.cost_derivative(a, y))
        return hadamard(slopes, self.activation_prime(z))

    def cost_derivative(self, output_activations: Vector, y: Vector) -> Vector:
        """Return dC/da = a - y, the slopes of the cost C = |a - y|^2 / 2."""
        return subtract(output_activations, y)

    def evaluate(self, test_data: Tests) -> int:
        """Return how many of the pairs (x, digit) are answered right.

        >>> Network([2, 2], seed=3).evaluate([([0, 1], 0), ([1, 0], 0)])
        1
        """
        tests = checks.checked_tests(self, test_data)
        return sum(self.predict(x) == y for x, y in tests)

    def predict(self, x: Sequence[float]) -> int:
        """Return the place of the largest output; of one: is it >= 0.5?"""
        output = vector(self.feedforward(x))
        if len(output) == 1:
            return int(output[0] >= 0.5)
        return output.index(max(output))

    def activation(self, z: Vector) -> Vector:
        """Return a layer's activations, a = sigma(z), number by number."""
        return [sigmoid(z_j) for z_j in z]

    def activation_prime(self, z: Vector) -> Vector:
        """Return the slopes of the activations, sigma'(z)."""
        return [sigmoid_prime(z_j) for z_j in z]
