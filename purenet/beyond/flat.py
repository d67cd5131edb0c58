"""The same network in loops that a compiler likes: what PyPy is fastest with.

PyPy makes machine code of a loop that runs often. Then the additions and
multiplications cost next to nothing, and what remains is what surrounds them:
finding a row in a list of rows, checking that an index is inside, counting.
So here

- all weights of a layer stand in one flat list;
- one turn of a loop does eight pixels at once, so a sum is fetched and stored
  once where it was eight times;
- pixels that are white are left out, once and for all, when an image is
  prepared;
- no gradient is made. All examples of a mini-batch go forward and back with
  the weights as they are; then each weight takes its steps, one an example.

CPython makes no machine code, and gains a fifth. Its way is `packed`.

>>> layer = FlatFirst(Matrix([[0.5, 2.0]]), [0.25])
>>> a = layer.forward([inked(bytes([128, 0]))])   # z = 0.5 * 0.5 + 0.25
>>> round(a[0], 4)
0.6225
>>> layer.backward(slopes=[0.5], scale=-3.0)
>>> layer.learn()
>>> w, b = layer.unpacked()
>>> [round(w_k, 4) for w_k in w[0]], round(b[0], 4)
([0.3237, 2.0], -0.1025)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import isfinite
from typing import NamedTuple

from purenet.beyond.columns import OutOfRange, chunks
from purenet.beyond.packed import PackedNetwork
from purenet.matrix import Matrix
from purenet.sigmoid import sigmoid
from purenet.vectors import Vector, add

TURN = 8  # pixels


class Inked(NamedTuple):
    """The pixels of an image that are not white, and how dark they are.

    As many as fill the turns of a loop: the last may be pixel 0, with 0.0.
    """

    pixels: list[int]
    values: list[float]


def inked(grey: bytes) -> Inked:
    """Prepare an image, given as grey levels.

    >>> inked(bytes([0, 128, 64])).pixels
    [1, 2, 0, 0, 0, 0, 0, 0]
    """
    pixels = [k for k, level in enumerate(grey) if level]
    values = [grey[k] / 256 for k in pixels]
    missing = -len(pixels) % TURN
    return Inked(pixels + [0] * missing, values + [0.0] * missing)


class FlatLayer:
    """The weights and biases of one layer, and what a mini-batch does to them."""

    def __init__(self, w: Matrix, b: Vector) -> None:
        self.neurons, self.inputs = w.shape
        self.biases = list(b)
        if not isfinite(sum(chain(*w, b))):
            raise OutOfRange
        self.activations: Vector = []
        self.steps: Vector = []

    def backward(self, slopes: Sequence[float], scale: float) -> None:
        """Keep scale times delta of each neuron as the steps to take.

        slopes: of the cost in the activations.
        """
        self.steps = [
            scale * slope * (a * (1.0 - a))
            for slope, a in zip(slopes, self.activations)
        ]

    def make_room(self, examples: int) -> None:
        """Raise OutOfRange where a step is no ordinary number."""
        if not isfinite(sum(self.steps)):
            raise OutOfRange


class FlatFirst(FlatLayer):
    """The layer behind the input: what comes in are images, as Inked.

    weights: those of one pixel together; w_jk is at place k n + j.
    """

    def __init__(self, w: Matrix, b: Vector) -> None:
        super().__init__(w, b)
        self.weights = list(chain(*w.transpose()))

    def unpacked(self) -> tuple[Matrix, Vector]:
        """Return the weights and the biases as Network has them."""
        columns = chunks(self.weights, self.neurons)
        return Matrix(columns).transpose(), list(self.biases)

    def forward(self, images: list[Inked]) -> Vector:
        """Return the activations of all neurons for each image."""
        self.images = images
        self.activations = []
        for image in images:
            self.activations += map(sigmoid, self._sums(image))
        return self.activations

    def _sums(self, image: Inked) -> Vector:
        w, n = self.weights, self.neurons
        pixels, values = image
        z = list(self.biases)
        for turn in range(0, len(pixels), TURN):
            k0, k1 = pixels[turn] * n, pixels[turn + 1] * n
            k2, k3 = pixels[turn + 2] * n, pixels[turn + 3] * n
            k4, k5 = pixels[turn + 4] * n, pixels[turn + 5] * n
            k6, k7 = pixels[turn + 6] * n, pixels[turn + 7] * n
            x0, x1 = values[turn], values[turn + 1]
            x2, x3 = values[turn + 2], values[turn + 3]
            x4, x5 = values[turn + 4], values[turn + 5]
            x6, x7 = values[turn + 6], values[turn + 7]
            for j in range(n):
                z[j] += (
                    x0 * w[k0 + j] + x1 * w[k1 + j] + x2 * w[k2 + j] + x3 * w[k3 + j]
                    + x4 * w[k4 + j] + x5 * w[k5 + j] + x6 * w[k6 + j] + x7 * w[k7 + j]
                )
        return z

    def learn(self) -> None:
        """Add to each weight, for each image, the pixel's value times the step."""
        for image, step in zip(self.images, chunks(self.steps, self.neurons)):
            self._add(image, step)
            self.biases = add(self.biases, step)

    def _add(self, image: Inked, step: Vector) -> None:
        w, n = self.weights, self.neurons
        pixels, values = image
        for turn in range(0, len(pixels), TURN):
            k0, k1 = pixels[turn] * n, pixels[turn + 1] * n
            k2, k3 = pixels[turn + 2] * n, pixels[turn + 3] * n
            k4, k5 = pixels[turn + 4] * n, pixels[turn + 5] * n
            k6, k7 = pixels[turn + 6] * n, pixels[turn + 7] * n
            x0, x1 = values[turn], values[turn + 1]
            x2, x3 = values[turn + 2], values[turn + 3]
            x4, x5 = values[turn + 4], values[turn + 5]
            x6, x7 = values[turn + 6], values[turn + 7]
            for j in range(n):
                step_j = step[j]
                w[k0 + j] += x0 * step_j
                w[k1 + j] += x1 * step_j
                w[k2 + j] += x2 * step_j
                w[k3 + j] += x3 * step_j
                w[k4 + j] += x4 * step_j
                w[k5 + j] += x5 * step_j
                w[k6 + j] += x6 * step_j
                w[k7 + j] += x7 * step_j


class FlatLater(FlatLayer):
    """A layer behind another: what comes in are that one's activations.

    weights: those of one neuron together; w_jk is at place j m + k, for m inputs.
    There are fewer neurons than inputs here, and long loops are the quick ones.

    >>> layer = FlatLater(Matrix([[0.5, 2.0]]), [0.25])
    >>> a = layer.forward([0.5, 0.0])               # z = 0.5 * 0.5 + 0.25
    >>> layer.backward(slopes=[0.5], scale=-3.0)
    >>> sums, unit = layer.slopes()
    >>> [round(sum_k * unit, 4) for sum_k in sums]
    [-0.1763, -0.705]
    """

    def __init__(self, w: Matrix, b: Vector) -> None:
        super().__init__(w, b)
        self.weights = list(chain(*w))

    def unpacked(self) -> tuple[Matrix, Vector]:
        """Return the weights and the biases as Network has them."""
        return Matrix(chunks(self.weights, self.inputs)), list(self.biases)

    def forward(self, came_in: Vector) -> Vector:
        """Return the activations, for those of the layer before."""
        w, m = self.weights, self.inputs
        self.came_in = chunks(came_in, m)
        self.activations = []
        for a in self.came_in:
            for j, z_j in enumerate(self.biases):
                for k in range(m):
                    z_j += w[j * m + k] * a[k]
                self.activations.append(sigmoid(z_j))
        return self.activations

    def slopes(self) -> tuple[Vector, float]:
        """Return for every input the sum of weights times steps, and its unit."""
        w, m = self.weights, self.inputs
        sums: Vector = []
        for step in chunks(self.steps, self.neurons):
            of_inputs = [0.0] * m
            for j, step_j in enumerate(step):
                for k in range(m):
                    of_inputs[k] += w[j * m + k] * step_j
            sums += of_inputs
        return sums, 1.0

    def learn(self) -> None:
        """Add to each weight, for each example, what came in times the step."""
        w, m = self.weights, self.inputs
        for a, step in zip(self.came_in, chunks(self.steps, self.neurons)):
            for j, step_j in enumerate(step):
                for k in range(m):
                    w[j * m + k] += a[k] * step_j
            self.biases = add(self.biases, step)


class FlatNetwork(PackedNetwork):
    """A Network that PyPy learns with several times faster.

    Made, trained and asked like a Network; the same weights from the same seed,
    and the same numbers but for rounding: the sums are made in another order.

    >>> from purenet.network import Network
    >>> net, flat = Network([4, 3, 2], seed=1), FlatNetwork([4, 3, 2], seed=1)
    >>> mini_batch = [([0.0, 0.5, 0.25, 0.75], [0.0, 1.0])]
    >>> net.update_mini_batch(mini_batch, eta=3.0)
    >>> flat.update_mini_batch(mini_batch, eta=3.0)
    >>> abs(flat.weights[0][2][1] - net.weights[0][2][1]) < 1e-12
    True
    """

    kinds = FlatFirst, FlatLater
    prepare = staticmethod(inked)
