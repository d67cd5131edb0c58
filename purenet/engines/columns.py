"""Columns: the weights of a layer, those of all neurons for one input together.

Row j of a weight matrix belongs to neuron j. Here a matrix is cut the other
way: a column holds what every neuron thinks of one input, as lanes of one
integer. `purenet.engines.packed` explains the idea, and what the lanes hold.

>>> w, b = Matrix([[0.5, 2.0], [-1.0, 4.0]]), [0.25, 0.0]
>>> layer = FirstLayer(w, b)
>>> z = layer.columns[0] * 128 + layer.columns[1] * 64 + layer.columns[2] * 256
>>> layer.lanes.read([z], bits=48)  # 0.5 and 0.25 come in
[1.0, 0.5]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, compress, islice
from math import dist, exp, frexp, hypot, isfinite, sqrt
from operator import add, mul
from typing import Any, NamedTuple

from purenet.engines.lanes import Lanes, turned, whole
from purenet.matrix import Matrix
from purenet.sigmoid import sigmoid
from purenet.vectors import Vector

_LARGEST_STEP = 128.0


class OutOfRange(Exception):
    """The lanes cannot hold this: the loops of Network have to do it."""


class Ink(NamedTuple):
    """The pixels of an image that are not white, in the order to add them in.

    pixels: group by group those that share their grey level with two others
    or more, then those that share it with one, then the rest; greys: the
    level of each group, of each pair, then of each pixel of the rest;
    counts: the size of each group; pairs: how many pairs there are.

    >>> prepared(bytes([0, 9, 7, 0, 9, 8, 9, 7]))
    Ink(pixels=(1, 4, 6, 2, 7, 5), greys=b'\\t\\x07\\x08', counts=(3,), pairs=1)
    """

    pixels: tuple[int, ...]
    greys: bytes
    counts: tuple[int, ...]
    pairs: int


def prepared(grey: bytes) -> Ink:
    """Prepare an image, given as grey levels, for adding columns up."""
    alone: dict[int, int] = {}  # the pixel of each level that has but one,
    same: dict[int, list[int]] = {}  # and those of the others
    inked = compress(_places(len(grey)), grey)
    for pixel, level in zip(inked, grey.translate(None, b"\0")):
        if level in same:
            same[level].append(pixel)
        elif level in alone:
            same[level] = [alone.pop(level), pixel]
        else:
            alone[level] = pixel
    levels = sorted(same, key=lambda level: -len(same[level]))
    groups = [same[level] for level in levels]
    sizes = list(map(len, groups))
    pairs = sizes.count(2)
    return Ink(
        pixels=(*chain(*groups), *alone.values()),
        greys=bytes([*levels, *alone]),
        counts=tuple(sizes[: len(sizes) - pairs]),
        pairs=pairs,
    )


@lru_cache(maxsize=8)
def _places(count: int) -> tuple[int, ...]:
    """Return 0, 1, 2 ...: made once, so that all images share the integers."""
    return tuple(range(count))


class _Layer:
    """The weights and biases of one layer, and what a mini-batch does to them.

    A mini-batch goes through `forward`, `backward`, `make_room` and `learn`;
    what these have to tell each other is kept in the layer. Numbers of all
    the examples stand in one flat list, one example after the other.

    scale: weights and biases are what the lanes hold, times this. So all weights
    shrink at once (`will_keep`), and only the biases have to be made up for it.
    """

    def __init__(self, w: Matrix, b: Vector) -> None:
        self.neurons, self.inputs = w.shape
        numbers = list(chain(*w, b))
        if not isfinite(sum(numbers)):
            raise OutOfRange
        self.reach = max(map(abs, numbers))
        if self.reach >= self._limit():
            raise OutOfRange
        self.activations: Vector = []
        self.steps: Vector = []
        self.scale = self.then = 1.0  # now, and when it has learned

    def _answer(self, raised: list[float], much: float) -> Vector:
        """Return and keep sigma(z) for weighted inputs z, all raised by so much."""
        if self.scale != 1.0:
            much *= self.scale
            raised = [self.scale * number for number in raised]
        self.raised = raised, much
        try:
            self.activations = [1.0 / (1.0 + exp(much - number)) for number in raised]
        except OverflowError:  # some z is below -709
            self.activations = [sigmoid(number - much) for number in raised]
        return self.activations

    def zs(self) -> Vector:
        """Return the weighted inputs of the last `forward`."""
        raised, much = self.raised
        return [number - much for number in raised]

    def will_keep(self, share: float) -> None:
        """Note that the next `learn` first multiplies the weights by a share."""
        if not share > 0.0:
            raise OutOfRange
        self.then = self.scale * share

    def backward(self, slopes: Sequence[float], much: float = 0.0) -> None:
        """Keep the steps to take: slope times sigma'(z) of each neuron.

        slopes: of the cost in the activations, times -eta / m, all raised by so much.
        """
        pairs = zip(slopes, self.activations)
        self.take([(slope - much) * (a * (1.0 - a)) for slope, a in pairs])

    def take(self, steps: Vector) -> None:
        """Keep the steps to take: slopes of the cost in the zs, times -eta / m."""
        if self.then != 1.0:
            steps = [step / self.then for step in steps]
        self.steps = steps
        self.length = hypot(*steps)
        if not self.length < _LARGEST_STEP:  # so that nan is out of range too
            raise OutOfRange

    def make_room(self, examples: int) -> None:
        """Raise OutOfRange where the steps could lead beyond the lanes.

        `reach` is what no weight can be above. One weight changes by at most
        the sum of m of the steps, which is sqrt(m) times their length as one
        vector or less (Cauchy and Schwarz), since no input is above 1; each
        step may be a little more when it is rounded. The true largest weight is
        looked up only when needed.
        """
        growth = 1.001 * sqrt(examples) * self.length + examples * 2.0**-33
        more = max(1.0, self.scale / self.then)  # what biases are multiplied by
        self.reach = self.reach * more + growth
        if self.reach >= self._limit():
            self.reach = self._largest() * more + growth
            if self.reach >= self._limit():
                raise OutOfRange

    def _made_up(self, biases: Iterable[float]) -> Vector:
        """Return what to add to biases in the lanes, and go on to the next scale."""
        more = self.scale / self.then - 1.0
        self.scale = self.then
        return [more * b_j for b_j in biases]

    def _limit(self) -> float:  # what weights and biases must be smaller than
        raise NotImplementedError

    def _largest(self) -> float:  # what none of them is above now
        raise NotImplementedError


class FirstLayer(_Layer):
    """The layer behind the input: what comes in are images, as Ink.

    columns: for each pixel an integer with a lane for each neuron, and last
    the biases: the column of a pixel that is always 1.0.

    >>> layer = FirstLayer(Matrix([[0.5, 2.0]]), [0.25])
    >>> a = layer.forward([prepared(bytes([128, 0]))])   # z = 0.5 * 0.5 + 0.25
    >>> round(a[0], 4)
    0.6225
    >>> layer.backward(slopes=[-1.5])
    >>> layer.make_room(examples=1)
    >>> layer.learn()
    >>> w, b = layer.unpacked()
    >>> [round(w_k, 4) for w_k in w[0]], round(b[0], 4)
    ([0.3237, 2.0], -0.1025)
    """

    def __init__(self, w: Matrix, b: Vector) -> None:
        super().__init__(w, b)
        self.lanes = Lanes(self.neurons)
        top = self.lanes.top
        self.columns = [top + _shifted(c, 40, 64) for c in [*w.transpose(), b]]

    def unpacked(self) -> tuple[Matrix, Vector]:
        """Return the weights and the biases as Network has them."""
        split, unit = map(self.lanes.split, self.columns), self.scale * 2.0**-40
        *columns, b = [[lane * unit for lane in lanes] for lanes in split]
        return Matrix(columns).transpose(), b

    def _limit(self) -> float:
        """Weighted inputs are below 2^15, or a little less, to be sure."""
        return 32_000 / (self.inputs + 1)

    def _largest(self) -> float:
        return max(map(abs, self.lanes.read(self.columns, bits=40))) + 2.0**-32

    def forward(self, images: list[Ink]) -> Vector:
        """Return the activations of all neurons for each image."""
        self.images = images
        sums = [self._sum(image) for image in images]
        return self._answer(*self.lanes.raised(sums, bits=48))

    def _sum(self, image: Ink) -> int:
        """Return the integer whose lanes hold z: b + sum of grey w, all neurons.

        A product of long integers takes much longer than a sum. So columns of
        the same grey level g are added up first: g w1 + g w2 = g (w1 + w2).
        """
        pixels, greys, counts, pairs = image
        columns = self.columns
        z = columns[-1] << 8
        pixel_, grey_ = iter(pixels), iter(greys)  # each loop goes on from there
        for count, grey in zip(counts, grey_):
            same = columns[next(pixel_)]
            for pixel in islice(pixel_, count - 1):
                same += columns[pixel]
            z += grey * same
        for grey, one, other in zip(islice(grey_, pairs), pixel_, pixel_):
            z += grey * (columns[one] + columns[other])
        for pixel, grey in zip(pixel_, grey_):
            z += grey * columns[pixel]
        return z

    def learn(self) -> None:
        """Add to each column, for each image, grey level times steps."""
        if self.then != self.scale:
            biases = self.lanes.read(self.columns[-1:], bits=40)
            self.columns[-1] += _shifted(self._made_up(biases), 40, 64)
        deltas = self.lanes.join(self.steps, bits=32)
        for image, delta in zip(self.images, deltas):
            self._add(image, delta + self.lanes.top)

    def _add(self, image: Ink, delta: int) -> None:
        """Add grey times delta to the column of each inked pixel.

        Pixels of the same grey level share the product, and so the work.
        """
        pixels, greys, counts, pairs = image
        columns = self.columns
        columns[-1] += delta << 8
        pixel_, grey_ = iter(pixels), iter(greys)
        for count, grey in zip(counts, grey_):
            step = grey * delta
            for pixel in islice(pixel_, count):
                columns[pixel] += step
        for grey, one, other in zip(islice(grey_, pairs), pixel_, pixel_):
            step = grey * delta
            columns[one] += step
            columns[other] += step
        for pixel, grey in zip(pixel_, grey_):
            columns[pixel] += grey * delta


class LaterLayer(_Layer):
    """A layer behind others: what comes in are activations, in 2^-28.

    rows: for each neuron an integer with a lane for each of its weights, and
    last its bias, in 2^-60. They are what learns, and errors are sent back
    through them. columns: the same numbers, made from the rows after each
    mini-batch; what comes in is multiplied with them. seen: the rows as floats,
    each with the square of its length, once somebody only asks.

    >>> layer = LaterLayer(Matrix([[0.5, 2.0]]), [0.25])
    >>> a = layer.forward([0.5, 0.0])               # z = 0.5 * 0.5 + 0.25
    >>> round(a[0], 4), round(layer.answer([0.5, 0.0])[0], 4)
    (0.6225, 0.6225)
    >>> layer.backward(slopes=[-1.5])
    >>> slopes, much = layer.slopes()
    >>> [round(slope - much, 4) for slope in slopes]
    [-0.1763, -0.705]
    """

    def __init__(self, w: Matrix, b: Vector) -> None:
        super().__init__(w, b)
        self.lanes = Lanes(self.neurons, width=104)
        self.row_lanes = Lanes(self.inputs + 1, width=104)
        self.rows = [_shifted([*row, b_j], 60, 104) for row, b_j in zip(w, b)]
        self._turn()

    def _turn(self) -> None:
        self.columns = turned(self.rows, self.row_lanes, self.lanes)
        self.seen: list[tuple[Sequence[float], float]] = []

    def unpacked(self) -> tuple[Matrix, Vector]:
        """Return the weights and the biases as Network has them."""
        split, unit = map(self.row_lanes.split, self.rows), self.scale * 2.0**-60
        rows = [[lane * unit for lane in lanes] for lanes in split]
        b = [row.pop() for row in rows]
        return Matrix(rows), b

    def _limit(self) -> float:
        """Return what keeps all that is read in its lanes.

        Weighted inputs are below 2^15. Sums of weights times steps are not above
        the lengths of both, multiplied (Cauchy and Schwarz), and below 2^13 if the
        steps together are 1 long: what is longer has fewer `bits`.
        """
        return (2.0**15 - 1) / max(self.inputs + 1, 4 * sqrt(self.neurons))

    def _largest(self) -> float:
        rows = self.row_lanes.read(self.rows, bits=60, whole_bits=15)
        return max(map(abs, rows)) + 2.0**-32

    def forward(self, came_in: Vector) -> Vector:
        """Return the activations, for those of the layer before."""
        self.whole_inputs = chunks(whole(came_in, 28), self.inputs)
        for a in self.whole_inputs:
            a.append(1 << 28)  # 1.0, to multiply the biases with
        columns = self.columns
        sums = [sum(map(mul, columns, a)) for a in self.whole_inputs]
        return self._answer(*self.lanes.raised(sums, bits=88, whole_bits=15))

    def answer(self, came_in: Vector) -> Vector:
        """Return what `forward` does, and keep nothing to learn from.

        Python has no loop in C for the product w . a, but one for the distance
        of two points: |w - a|^2 = |w|^2 + |a|^2 - 2 w . a. Its last digits are
        not the same in each Python, so weights must not depend on it.
        """
        if not self.seen:
            numbers = self.row_lanes.read(self.rows, bits=60, whole_bits=15)
            rows = map(tuple, chunks(numbers, self.inputs + 1))
            self.seen = [(w, hypot(*w) ** 2) for w in rows]
        z: Vector = []
        for inputs in chunks(came_in, self.inputs):
            a = (*inputs, 1.0)
            square = hypot(*a) ** 2
            z += [0.5 * (w_2 + square - dist(w, a) ** 2) for w, w_2 in self.seen]
        return self._answer(z, 0.0)

    def take(self, steps: Vector) -> None:
        """Keep the steps, and as whole numbers too, in 2^-32 or so that 32 bits do."""
        super().take(steps)
        self.bits = min(32, 30 - frexp(self.length)[1])
        self.whole_steps = chunks(whole(self.steps, self.bits), self.neurons)

    def slopes(self) -> tuple[Vector, float]:
        """Return the sums of weights times steps, one an input, raised by so much."""
        rows = self.rows
        sums = [sum(map(mul, rows, step)) for step in self.whole_steps]
        slopes, much = self.row_lanes.raised(sums, 60 + self.bits, 43 - self.bits)
        del slopes[self.inputs :: self.inputs + 1]  # those of the biases
        if (scale := self.scale * self.then) != 1.0:
            return [scale * slope for slope in slopes], scale * much
        return slopes, much

    def learn(self) -> None:
        """Add to the rows, for each example, inputs times steps."""
        if self.then != self.scale:
            above = self.row_lanes.width * self.inputs  # there a row has its bias
            made_up = self._made_up([(row >> above) * 2.0**-60 for row in self.rows])
            more = [round(b_j * 2.0**60) << above for b_j in made_up]
            self.rows = list(map(add, self.rows, more))
        examples = list(map(self.row_lanes.put, self.whole_inputs))
        self.rows = [
            row + (sum(map(mul, steps, examples)) << 32 - self.bits)
            for row, steps in zip(self.rows, zip(*self.whole_steps))
        ]
        self._turn()


def _shifted(numbers: Iterable[float], bits: int, width: int) -> int:
    """Return one integer with the numbers, in 2^-bits, in lanes."""
    unit = 2.0**bits
    return sum([round(number * unit) << width * j for j, number in enumerate(numbers)])


def chunks(items: list[Any], size: int) -> list[list[Any]]:
    """Cut a list into lists of a size.

    >>> chunks([1, 2, 3, 4], 2)
    [[1, 2], [3, 4]]
    """
    return [items[start : start + size] for start in range(0, len(items), size)]
