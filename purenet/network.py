"""A network of sigmoid neurons that learns by stochastic gradient descent.

This is the program of chapter 1, "Implementing our network to classify
digits", with its gradients found by backpropagation. It is slow, simple and
easy to change: a subclass may write any of its methods anew, and all others
will call it. `purenet.engines.packed` is the same network made fast.

`biases[0]` and `weights[0]` belong to the second layer, since the first,
the input, has none: they are the book's b^2 and w^2. In general

    a' = sigma(w a + b)

takes the activations a of one layer to those of the next.

It learns from examples, pairs of an input x and the output y wanted for it:

>>> net = Network([2, 3, 1], seed=0)
>>> xor = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
>>> net.SGD(xor, epochs=1000, mini_batch_size=4, eta=10.0) #doctest: +ELLIPSIS
Epoch 0 complete
...
>>> [round(net.feedforward(x)[0], 1) for x, y in xor]
[0.0, 1.0, 1.0, 0.0]
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from purenet import checks
from purenet.checks import Epoch, Examples, Layers, Progress, Tests
from purenet.matrix import Matrix, Outer
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.vectors import Vector, add, hadamard, scale, subtract, vector

_Kind = TypeVar("_Kind", bound="Network")


class Network:
    """Layers of sigmoid neurons, each joined to all of the layer before.

    sizes: the number of neurons in each layer, [784, 30, 10] say; seed: a
    whole number for a run that can be repeated; init: how the weights
    start. "book" draws all weights and biases from N(0, 1), as the chapter
    does; "scaled" then divides each weight by the square root of the number
    of the neuron's inputs, so that no neuron starts out saturated (the
    book's chapter 3, "Weight initialization").
    Raise ValueError for sizes that make no network, or an unknown init.
    """

    # Lists: a Matrix a layer, and a vector a layer. Rows become a Matrix.
    weights = Layers(Matrix.of, lambda w: isinstance(w, Matrix))
    biases = Layers(vector, checks.is_vector)

    def __init__(
        self, sizes: Sequence[int], *,
        seed: int | None = None, init: str = "book",
    ) -> None:
        checks.check_init(init)
        self.sizes = checks.checked_sizes(sizes)
        self.num_layers = len(self.sizes)
        self.rng = random.Random(seed)
        self.biases = [
            [self.rng.gauss(0.0, 1.0) for _ in range(n)]
            for n in self.sizes[1:]
        ]
        self.weights = [
            Matrix.gaussian(n, m, self.rng)
            for m, n in zip(self.sizes, self.sizes[1:])
        ]
        if init == "scaled":
            self.weights = [
                w * (1 / math.sqrt(w.shape[1])) for w in self.weights
            ]

    @classmethod
    def from_weights(
        cls: type[_Kind], weights: Any, biases: Any, **settings: Any
    ) -> _Kind:
        """Return a network with these weights and biases.

        weights, biases: rows and a list of each layer after the first, or
        NumPy arrays. Raise ValueError where they do not fit one another.

        >>> net = Network.from_weights([[[-2, -2]]], [[3]])
        >>> net, [round(net.feedforward(x)[0]) for x in ([0, 1], [1, 1])]
        (<Network 2-1>, [1, 0])
        """
        net = cls([1, 1], **settings)
        net.weights, net.biases = weights, biases
        net.sizes = checks.sizes_of(net.weights, net.biases)
        net.num_layers = len(net.sizes)
        return net

    def activation(self, z: Vector) -> Vector:
        """Return the activations of a layer, a = sigma(z), number by number.

        >>> Network([2, 1]).activation([0.0])
        [0.5]
        """
        return [sigmoid(z_j) for z_j in z]

    def activation_prime(self, z: Vector) -> Vector:
        """Return the slopes of the activations, sigma'(z).

        >>> Network([2, 1]).activation_prime([0.0])
        [0.25]
        """
        return [sigmoid_prime(z_j) for z_j in z]

    def forward(self, x: Sequence[float]) -> tuple[list[Vector], list[Vector]]:
        """Return the zs of the layers, and their activations; x is the first.

        >>> zs, activations = Network([2, 3, 1], seed=1).forward([0, 1])
        >>> [len(z) for z in zs], [len(a) for a in activations]
        ([3, 1], [2, 3, 1])
        """
        zs, activations = [], [vector(x)]
        for b, w in zip(self.biases, self.weights):
            z = add(w @ activations[-1], b)
            zs.append(z)
            activations.append(self.activation(z))
        return zs, activations

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
        zs, activations = self.forward(a)
        return activations[-1]

    def predict(self, x: Sequence[float]) -> int:
        """Return the answer for x: which output is the largest, the first.

        Of a network with one output: 1 where it is 0.5 or more, else 0.

        >>> Network([2, 3, 2], seed=1).predict([0, 1])
        1
        """
        output = vector(self.feedforward(x))
        if len(output) == 1:
            return int(output[0] >= 0.5)
        return output.index(max(output))

    def SGD(
        self, training_data: Examples, epochs: int,
        mini_batch_size: int, eta: float,
        test_data: Tests | None = None,
    ) -> None:
        """Train by stochastic gradient descent; print the book's lines.

        training_data: pairs (x, y) of an input and the output wanted for it;
        epochs: how often to go through all of them; mini_batch_size: how
        many make one step; eta: the learning rate; test_data: pairs (x,
        digit) to count the right answers on after each epoch.

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
        self, training_data: Examples, epochs: int,
        mini_batch_size: int, eta: float,
        test_data: Tests | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Epoch]:
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
            shuffled = list(examples)
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

        >>> net = Network([1, 1], seed=0)
        >>> before = net.feedforward([1.0])
        >>> net.update_mini_batch([([1.0], [0.0])], eta=3.0)
        >>> net.feedforward([1.0]) < before
        True
        """
        mini_batch = checks.checked_mini_batch(mini_batch)
        nabla_b = [[0.0] * len(b) for b in self.biases]
        nabla_w = [Matrix.zeros(*w.shape) for w in self.weights]
        for x, y in mini_batch:
            delta_nabla_b, delta_nabla_w = self.backprop(x, y)
            nabla_b = [
                add(nb, vector(dnb)) for nb, dnb in zip(nabla_b, delta_nabla_b)
            ]
            for nw, dnw in zip(nabla_w, delta_nabla_w):
                nw += dnw  # in place
        step = float(eta) / len(mini_batch)
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

        nabla_b and nabla_w have the shapes of `biases` and `weights`. The
        cost is the chapter's: C = |a - y|^2 / 2. From the last layer to the
        second, delta = dC/dz, and with a of the layer before

            dC/db_j = delta_j        dC/dw_jk = delta_j a_k

        >>> net = Network([2, 1], seed=0)
        >>> nabla_b, nabla_w = net.backprop([1.0, 0.0], [1.0])
        >>> nabla_w[0][0][0] == nabla_b[0][0], nabla_w[0][0][1]
        (True, 0.0)
        """
        zs, activations = self.forward(x)
        delta = self.output_delta(zs[-1], activations[-1], vector(y))
        nabla_b = [delta]
        nabla_w = [Outer(delta, activations[-2])]
        for layer in range(2, self.num_layers):
            # delta @ w is the book's w transposed, times delta.
            back = delta @ self.weights[-layer + 1]
            delta = hadamard(back, self.activation_prime(zs[-layer]))
            nabla_b.insert(0, delta)
            nabla_w.insert(0, Outer(delta, activations[-layer - 1]))
        return nabla_b, nabla_w

    def output_delta(self, z: Vector, a: Vector, y: Vector) -> Vector:
        """Return the last layer's delta: dC/da sigma'(z), number by number.

        >>> Network([2, 2]).output_delta([0.0, 0.0], [0.5, 0.5], [1.0, 0.0])
        [-0.125, 0.125]
        """
        slopes = vector(self.cost_derivative(a, y))
        return hadamard(slopes, self.activation_prime(z))

    def cost_derivative(
        self, output_activations: Sequence[float], y: Sequence[float]
    ) -> Vector:
        """Return the slopes of the cost in the outputs: dC/da = a - y.

        >>> Network([2, 2]).cost_derivative([0.75, 0.5], [1.0, 0.0])
        [-0.25, 0.5]
        """
        return subtract(output_activations, y)

    def evaluate(self, test_data: Tests) -> int:
        """Return how many of the pairs (x, digit) are answered right.

        >>> Network([2, 2], seed=3).evaluate([([0, 1], 0), ([1, 0], 0)])
        1
        """
        tests = checks.checked_tests(self, test_data)
        return sum(self.predict(x) == y for x, y in tests)

    def __repr__(self) -> str:
        sizes = "-".join(str(size) for size in self.sizes)
        return f"<{type(self).__name__} {sizes}>"
