"""The book's program, in words of NumPy: what the race runs against."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from purenet.network import Network
from purenet.words import say


class BookNetwork:
    """The book's algorithm with NumPy, an example at a time.

    As in the book's program all vectors are columns, the inputs float32 and
    everything else float64. Raise ImportError where NumPy is missing.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        try:
            import numpy  # type: ignore[import-not-found,unused-ignore]
        except ImportError:
            raise ImportError(say("{} has no NumPy", sys.executable)) from None
        self.np: Any = numpy
        net = Network(sizes, seed=0)
        self.rng = net.rng
        self.biases = [self.column(b) for b in net.biases]
        self.weights = [self.np.array(list(w)) for w in net.weights]

    def image(self, x: Sequence[float]) -> Any:
        """Return an Image as the book has it."""
        grey = self.np.frombuffer(bytes(x), "uint8")  # type: ignore[arg-type]
        return (grey / self.np.float32(256)).reshape(-1, 1)

    def column(self, numbers: Sequence[float]) -> Any:
        """Return a vector as the book has it."""
        return self.np.array(list(numbers)).reshape(-1, 1)

    def prepared(self, pairs: Sequence[Any]) -> list[Any]:
        """Return pairs of columns for pairs of sequences."""
        return [(self.image(x), self.column(y)) for x, y in pairs]

    def sigmoid(self, z: Any) -> Any:
        """Return sigma of every number of z."""
        return 1.0 / (1.0 + self.np.exp(-z))

    def sigmoid_prime(self, z: Any) -> Any:
        """Return the slope of sigma at every number of z."""
        return self.sigmoid(z) * (1 - self.sigmoid(z))

    def predict(self, a: Any) -> int:
        """Return which output is the largest."""
        for b, w in zip(self.biases, self.weights):
            a = self.sigmoid(self.np.dot(w, a) + b)
        return int(self.np.argmax(a))

    def evaluate(self, pairs: Sequence[Any]) -> int:
        """Return how many of the pairs (x, digit) are answered right."""
        return sum(self.predict(x) == digit for x, digit in pairs)

    def update_mini_batch(self, mini_batch: Sequence[Any], eta: float) -> None:
        """Take one step down the gradient averaged over the mini-batch."""
        sum_b, sum_w = self.zeros()
        for x, y in mini_batch:
            nabla_b, nabla_w = self.backprop(x, y)
            sum_b = [total + nabla for total, nabla in zip(sum_b, nabla_b)]
            sum_w = [total + nabla for total, nabla in zip(sum_w, nabla_w)]
        share = eta / len(mini_batch)
        self.weights = [w - share * nabla for w, nabla in zip(self.weights, sum_w)]
        self.biases = [b - share * nabla for b, nabla in zip(self.biases, sum_b)]

    def backprop(self, x: Any, y: Any) -> tuple[list[Any], list[Any]]:
        """Return the gradient of one example's cost."""
        nabla_b, nabla_w = self.zeros()
        activations, zs = [x], []
        for b, w in zip(self.biases, self.weights):
            zs.append(self.np.dot(w, activations[-1]) + b)
            activations.append(self.sigmoid(zs[-1]))
        delta = (activations[-1] - y) * self.sigmoid_prime(zs[-1])
        nabla_b[-1] = delta
        nabla_w[-1] = self.np.dot(delta, activations[-2].T)
        for layer in range(2, len(activations)):
            slope = self.sigmoid_prime(zs[-layer])
            delta = self.np.dot(self.weights[1 - layer].T, delta) * slope
            nabla_b[-layer] = delta
            nabla_w[-layer] = self.np.dot(delta, activations[-layer - 1].T)
        return nabla_b, nabla_w

    def zeros(self) -> tuple[list[Any], list[Any]]:
        """Return zeros in the shapes of the biases and the weights."""
        zeros = self.np.zeros_like
        return [zeros(b) for b in self.biases], [zeros(w) for w in self.weights]
