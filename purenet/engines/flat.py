"""The same network in loops that a compiler likes: what PyPy is fastest with.

PyPy makes machine code of a loop that runs often. Then the additions and
multiplications cost next to nothing, and what remains is what surrounds them:
finding a row in a list of rows, checking that an index is inside, counting.
So here

- all weights of a layer stand in one flat list;
- one turn of a loop does ten pixels at once, so a sum is fetched and stored
  once where it was ten times;
- pixels that are white are left out, once and for all, when an image is
  prepared;
- no gradient is made. All examples of a mini-batch go forward and back with
  the weights as they are; then each weight takes its steps, one an example.

Both layers need two things only: a sum of rows, each times a number (`_sum_up`),
and its reverse, to add to each row a number times the same steps (`_add_to`).
For the first layer a row is what belongs to one pixel; for the others, what
belongs to one neuron.

CPython makes no machine code, and gains a quarter. Its way is `packed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import isfinite
from typing import NamedTuple, TypeVar

from purenet.engines.columns import OutOfRange, chunks
from purenet.engines.packed import PackedNetwork
from purenet.matrix import Matrix
from purenet.sigmoid import sigmoid
from purenet.vectors import Vector

_TURN = 10  # rows in a turn: the ten digits are one, 150 pixels fifteen


class _Inked(NamedTuple):
    """The pixels of an image that are not white, and how dark they are.

    As many as fill the turns of a loop: the last may be pixel 0, with 0.0.
    """

    pixels: list[int]
    values: list[float]


def inked(grey: bytes) -> _Inked:
    """Prepare an image, given as grey levels.

    >>> inked(bytes([0, 128, 64])).pixels
    [1, 2, 0, 0, 0, 0, 0, 0, 0, 0]
    """
    pixels = [k for k, level in enumerate(grey) if level]
    return _Inked(_filled(pixels, 0), _filled([grey[k] / 256 for k in pixels], 0.0))


_Item = TypeVar("_Item")


def _filled(items: list[_Item], with_what: _Item) -> list[_Item]:
    """Return the items and as many more as fill the last turn of a loop."""
    return items + [with_what] * (-len(items) % _TURN)


def _sum_up(
    w: Vector, n: int, rows: list[int], values: Vector, sums: Vector, start: int
) -> None:
    """Add to n of the sums, from the start on, each row times its value.

    w: rows of n numbers, one after the other; rows: which of them, as many as
    fill the turns of the loop, as are their values.

    >>> sums = [0.0, 0.0, 7.0, 7.0]
    >>> rows, values = _filled([0, 2], 0), _filled([1.0, 0.5], 0.0)
    >>> _sum_up([1.0, 2.0, 8.0, 8.0, 4.0, 6.0], 2, rows, values, sums, start=2)
    >>> sums  # 7 + 1 * 1 + 0.5 * 4, 7 + 1 * 2 + 0.5 * 6
    [0.0, 0.0, 10.0, 12.0]
    """
    for turn in range(0, len(rows), _TURN):
        k0, k1 = rows[turn] * n, rows[turn + 1] * n
        k2, k3 = rows[turn + 2] * n, rows[turn + 3] * n
        k4, k5 = rows[turn + 4] * n, rows[turn + 5] * n
        k6, k7 = rows[turn + 6] * n, rows[turn + 7] * n
        k8, k9 = rows[turn + 8] * n, rows[turn + 9] * n
        x0, x1, x2 = values[turn], values[turn + 1], values[turn + 2]
        x3, x4, x5 = values[turn + 3], values[turn + 4], values[turn + 5]
        x6, x7, x8 = values[turn + 6], values[turn + 7], values[turn + 8]
        x9 = values[turn + 9]
        for j in range(n):
            sums[start + j] += (
                x0 * w[k0 + j]
                + x1 * w[k1 + j]
                + x2 * w[k2 + j]
                + x3 * w[k3 + j]
                + x4 * w[k4 + j]
                + x5 * w[k5 + j]
                + x6 * w[k6 + j]
                + x7 * w[k7 + j]
                + x8 * w[k8 + j]
                + x9 * w[k9 + j]
            )


def _add_to(
    w: Vector, n: int, rows: list[int], values: Vector, steps: Vector, start: int
) -> None:
    """Add to each row its value times n of the steps, from the start on."""
    for turn in range(0, len(rows), _TURN):
        k0, k1 = rows[turn] * n, rows[turn + 1] * n
        k2, k3 = rows[turn + 2] * n, rows[turn + 3] * n
        k4, k5 = rows[turn + 4] * n, rows[turn + 5] * n
        k6, k7 = rows[turn + 6] * n, rows[turn + 7] * n
        k8, k9 = rows[turn + 8] * n, rows[turn + 9] * n
        x0, x1, x2 = values[turn], values[turn + 1], values[turn + 2]
        x3, x4, x5 = values[turn + 3], values[turn + 4], values[turn + 5]
        x6, x7, x8 = values[turn + 6], values[turn + 7], values[turn + 8]
        x9 = values[turn + 9]
        for j in range(n):
            step = steps[start + j]
            w[k0 + j] += x0 * step
            w[k1 + j] += x1 * step
            w[k2 + j] += x2 * step
            w[k3 + j] += x3 * step
            w[k4 + j] += x4 * step
            w[k5 + j] += x5 * step
            w[k6 + j] += x6 * step
            w[k7 + j] += x7 * step
            w[k8 + j] += x8 * step
            w[k9 + j] += x9 * step


class _FlatLayer:
    """What all layers have: biases, steps, numbers of all examples in a flat list."""

    def __init__(self, w: Matrix, b: Vector) -> None:
        self.neurons, self.inputs = w.shape
        self.biases = list(b)
        if not isfinite(sum(chain(*w, b))):
            raise OutOfRange
        self.activations: Vector = []
        self.weights: Vector = []
        self.will_keep(1.0)

    def will_keep(self, share: float) -> None:
        """Note that the next `learn` first multiplies the weights by a share."""
        self.share = share

    def _answer(self, zs: Vector) -> Vector:
        self._zs = zs
        self.activations = [sigmoid(z_j) for z_j in zs]
        return self.activations

    def zs(self) -> Vector:
        """Return the weighted inputs of the last `forward`."""
        return self._zs

    def backward(self, slopes: Sequence[float], much: float = 0.0) -> None:
        """Keep the steps to take: slope times sigma'(z) of each neuron.

        slopes: of the cost in the activations, times -eta / m; nothing is raised here.
        """
        counted = enumerate(self.activations)
        self.take([slopes[i] * (a * (1.0 - a)) for i, a in counted])

    def take(self, steps: Vector) -> None:
        """Keep the steps to take: slopes of the cost in the zs, times -eta / m."""
        self.steps = steps

    def make_room(self, examples: int) -> None:
        """Raise OutOfRange where a step is no ordinary number."""
        total = 0.0
        for step in self.steps:  # PyPy's sum() is slower
            total += step
        if not isfinite(total):
            raise OutOfRange

    def _begin_to_learn(self) -> None:
        """Shrink the weights, and let the biases learn."""
        if self.share != 1.0:
            self.weights = [self.share * w_jk for w_jk in self.weights]
        for start in range(0, len(self.steps), self.neurons):
            for j in range(self.neurons):
                self.biases[j] += self.steps[start + j]


class _FlatFirst(_FlatLayer):
    """The layer behind the input: what comes in are images, as _Inked.

    weights: those of one pixel together; w_jk is at place k n + j.
    """

    def __init__(self, w: Matrix, b: Vector) -> None:
        super().__init__(w, b)
        self.weights = list(chain(*w.transpose()))

    def unpacked(self) -> tuple[Matrix, Vector]:
        """Return the weights and the biases as Network has them."""
        columns = chunks(self.weights, self.neurons)
        return Matrix(columns).transpose(), list(self.biases)

    def forward(self, images: list[_Inked]) -> Vector:
        """Return the activations of all neurons for each image."""
        self.images = images
        w, n = self.weights, self.neurons
        z = self.biases * len(images)
        for i, (pixels, values) in enumerate(images):
            _sum_up(w, n, pixels, values, z, i * n)
        return self._answer(z)

    def learn(self) -> None:
        """Add to each weight, for each image, the pixel's value times the step."""
        self._begin_to_learn()
        w, n = self.weights, self.neurons
        for i, (pixels, values) in enumerate(self.images):
            _add_to(w, n, pixels, values, self.steps, i * n)


class _FlatLater(_FlatLayer):
    """A layer behind another: what comes in are that one's activations.

    weights: those of one neuron together; w_jk is at place j m + k, for m inputs.
    There are fewer neurons than inputs here, and long loops are the quick ones.
    """

    def __init__(self, w: Matrix, b: Vector) -> None:
        super().__init__(w, b)
        self.weights = list(chain(*w))
        self.rows = _filled(list(range(self.neurons)), 0)

    def unpacked(self) -> tuple[Matrix, Vector]:
        """Return the weights and the biases as Network has them."""
        return Matrix(chunks(self.weights, self.inputs)), list(self.biases)

    def forward(self, came_in: Vector) -> Vector:
        """Return the activations, for those of the layer before."""
        w, m = self.weights, self.inputs
        self.came_in = came_in
        z: Vector = []
        for start in range(0, len(came_in), m):
            for j, z_j in enumerate(self.biases):
                for k in range(m):
                    z_j += w[j * m + k] * came_in[start + k]
                z.append(z_j)
        return self._answer(z)

    answer = forward  # for those who only ask; here nothing else is quicker

    def slopes(self) -> tuple[Vector, float]:
        """Return for every input the sum of weights times steps, not raised."""
        w, m = self.weights, self.inputs
        sums = [0.0] * len(self.came_in)
        for i, step in enumerate(chunks(self.steps, self.neurons)):
            _sum_up(w, m, self.rows, _filled(step, 0.0), sums, i * m)
        return sums, 0.0

    def learn(self) -> None:
        """Add to each weight, for each example, what came in times the step."""
        self._begin_to_learn()
        w, m = self.weights, self.inputs
        for i, step in enumerate(chunks(self.steps, self.neurons)):
            _add_to(w, m, self.rows, _filled(step, 0.0), self.came_in, i * m)


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

    kinds = _FlatFirst, _FlatLater
    prepare = staticmethod(inked)
