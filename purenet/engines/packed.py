"""The same network, as fast as Python goes: a column of weights in one integer.

Lesson 16 finds it number by number: the weights of three neurons for one pixel,
written one after the other into one long number, are multiplied by the pixel's
grey level at once, and another pixel is added at once. The place of a number is
its *lane* (`purenet.engines.lanes`): 64 bits here, of which one integer holds as
many as there are neurons, and what all 30 of them, or 300, think of one pixel.
That makes two operations a pixel where `Network` has 30 steps of a loop. Three
more ideas are worth their lines:

- White pixels are passed over, as `Matrix` does too.
- Pixels of the same grey level are added first and multiplied once.
- While an image is learned from, grey level times delta is worked out once
  for all the pixels that share the level (`Ink` has them in that order).

What the lanes hold, and how far it reaches:

    first layer   columns: 64 bits a lane    weights and biases in 2^-40
                                             grey levels in 2^-8, steps in 2^-32
    the others    rows: 104 bits a lane      weights and biases in 2^-60
                                             activations in 2^-28, steps in 2^-32
                  columns                    the same numbers

A step is what one example changes a weight by, but for the input it is
multiplied with. Where an example's steps into a later layer are as long as 1/4
or longer, they are coarser, down to 2^-23; at 128 they are out of range. A
later layer learns in its rows, an integer for each neuron, since errors are
sent back through rows; its columns are made from them after each mini-batch.
Sums and products of whole numbers are exact, so nothing is
lost but where floats are rounded (weights at first, steps, activations) and
where floats are read out of lanes: by 2^-31 at most, or 2^-28 from a length of
16 on. Weighted inputs of all layers must stay below 2^15. Before anything is
changed the largest possible one is worked out from the largest weight; where
it could reach 2^15, and for inputs that are no grey levels, the loops of
`Network` do the work, with the same results, only slowly.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import wraps
from itertools import chain, repeat
from typing import Any, TypeVar, cast

from purenet.checks import Epoch, Example, Layers, Progress, Test, checked_tests, column
from purenet.data.image import Image
from purenet.engines.columns import FirstLayer, LaterLayer, OutOfRange, chunks, prepared
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.shapes import Column
from purenet.vectors import Vector, vector

_FORWARD = ("activation", "activation_prime")  # not asked when packed
_KEPT = 100_000  # prepared images kept by one network, about 1.6 kB each


def _grey_levels(x: Sequence[float]) -> bytes:
    """The input x as grey levels; OutOfRange where it has none."""
    levels = [256 * x_k for x_k in vector(x)]
    with suppress(ValueError, OverflowError):  # not 0 to 255, inf, nan
        grey = bytes(map(int, levels))
        if list(grey) == levels:
            return grey
    raise OutOfRange("not a grey level, 0 to 255 over 256")


_Method = TypeVar("_Method", bound=Callable[..., Any])


def _one_at_a_time(method: _Method) -> _Method:
    """Let one thread use a network, while others that ask it wait."""

    @wraps(method)
    def alone(net: PackedNetwork, *arguments: Any, **named: Any) -> Any:
        with net.lock:
            return method(net, *arguments, **named)

    return cast(_Method, alone)


class _Unpacked(Layers[Any]):
    """Weights or biases of a network that is unpacked before they are used."""

    def __get__(self, net: PackedNetwork, owner: type) -> list[Any]:
        net._unpack()
        return super().__get__(net, owner)

    def __set__(self, net: PackedNetwork, layers: Iterable[Any]) -> None:
        net._unpack()
        super().__set__(net, layers)


def _overrides(net: Network, kind: type[Network], *names: str) -> bool:
    """Whether one of a network's methods is another than this kind's."""
    return any(
        getattr(getattr(net, name), "__func__", None) is not getattr(kind, name)
        for name in names
    )


class PackedNetwork(Network):
    """A Network that learns and answers many times faster.

    It is made, trained and asked like a Network, draws the same weights from
    the same seed, and comes to the same numbers but for rounding: after 200
    mini-batches of ten digits weights differ by less than 1e-6. (With mini-batches
    of one or two and an eta of 3 training itself makes any difference grow.)
    `weights` and `biases` are those of a Network; they are unpacked when asked
    for, so keep the network rather than them. A method of Network that a
    subclass writes anew is called, by the loops of Network. While one thread
    trains it, others may ask it: each waits for the end of a mini-batch.

    >>> net, packed = Network([4, 3, 2], seed=1), PackedNetwork([4, 3, 2], seed=1)
    >>> packed.weights == net.weights
    True
    >>> mini_batch = [([0.0, 0.5, 0.25, 0.75], [0.0, 1.0])]
    >>> net.update_mini_batch(mini_batch, eta=3.0)
    >>> packed.update_mini_batch(mini_batch, eta=3.0)
    >>> abs(packed.weights[0][2][1] - net.weights[0][2][1]) < 1e-9
    True
    >>> [(x, y)] = mini_batch
    >>> abs(packed.feedforward(x)[1] - net.feedforward(x)[1]) < 1e-9
    True
    >>> packed.evaluate([(x, 1)]) == net.evaluate([(x, 1)])
    True
    """

    kinds: Any = (FirstLayer, LaterLayer)  # of the first layer, of the others
    prepare: Callable[[bytes], Any] | None = staticmethod(prepared)
    weights = _Unpacked(Matrix.of, Matrix)
    biases = _Unpacked(column, Column)

    def __init__(
        self, sizes: Sequence[int], *, seed: int | None = None, init: str = "book"
    ) -> None:
        self.lock = threading.RLock()
        self._layers: list[Any] = []  # empty while unpacked
        self._learned = False  # since it was packed
        self._inks: dict[bytes, Any] = {}
        self.answered: list[int] = []  # by the last `evaluate`
        super().__init__(sizes, seed=seed, init=init)

    def use(self, engine: type[Network]) -> None:
        """Calculate as another of the engines does, or in plain loops as Network."""
        self._unpack()
        self.kinds = getattr(engine, "kinds", None)
        self.prepare, self._inks = getattr(engine, "prepare", None), {}

    @_one_at_a_time
    def _unpack(self) -> None:
        """Go back to weights and biases as Network has them."""
        if self._learned:
            pairs = [layer.unpacked() for layer in self._layers]
            self.__dict__["weights"] = [w for w, _ in pairs]
            self.__dict__["biases"] = [b for _, b in pairs]
        self._layers, self._learned = [], False

    def _pack(self) -> None:
        if not self._layers:
            pairs = list(zip(self.weights, self.biases))
            shapes = [(len(b), *w.shape) for w, b in pairs]
            if shapes != [(n, n, m) for m, n in zip(self.sizes, self.sizes[1:])]:
                raise OutOfRange("Network will say what is wrong")
            first, later = self.kinds
            kinds = chain([first], repeat(later))
            self._layers = [kind(w, b) for kind, (w, b) in zip(kinds, pairs)]

    def __getstate__(self) -> dict[str, Any]:
        """For copy and pickle: the network as numbers, nothing prepared."""
        self._unpack()
        return {**self.__dict__, "_inks": {}, "lock": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, lock=threading.RLock())

    def _ink(self, x: Sequence[float]) -> Any:
        """Return the input x prepared, which is done once for each image."""
        if not self.prepare:
            raise OutOfRange("plain loops")
        grey = bytes(x) if isinstance(x, Image) else _grey_levels(x)
        try:
            return self._inks[grey]
        except KeyError:
            if len(grey) != self.sizes[0]:
                raise OutOfRange from None
            if len(self._inks) >= _KEPT:
                self._inks.clear()
            self._inks[grey] = self.prepare(grey)
            return self._inks[grey]

    @_one_at_a_time
    def feedforward(self, a: Sequence[float]) -> Vector:
        """Return the output of the network for the input a."""
        if not _overrides(self, Network, *_FORWARD):
            with suppress(OutOfRange):
                return self._outputs([self._ink(a)])
        return super().feedforward(a)

    @_one_at_a_time
    def evaluate(self, test_data: Iterable[Test]) -> int:
        """Return how many of the pairs (x, digit) are answered right."""
        tests, self.answered = checked_tests(self, test_data), []
        if self.sizes[-1] == 1 or _overrides(self, PackedNetwork, "predict"):
            return super().evaluate(tests)
        answers = self.outputs_for([x for x, _ in tests])
        self.answered = [a.index(max(a)) for a in answers]
        return sum(a == y for a, (_, y) in zip(self.answered, tests))

    @_one_at_a_time
    def outputs_for(self, inputs: Sequence[Sequence[float]]) -> list[Vector]:
        """Return what feedforward does for each of the inputs, in less time.

        >>> PackedNetwork.from_weights([[[0.0]]], [[0.0]]).outputs_for([[0.25], [0.5]])
        [[0.5], [0.5]]
        """
        if _overrides(self, PackedNetwork, "feedforward", *_FORWARD):
            return [vector(self.feedforward(x)) for x in inputs]
        found: list[Vector] = []
        for some in chunks(list(inputs), 100):
            try:
                outputs = self._outputs([self._ink(x) for x in some])
                found += chunks(outputs, self.sizes[-1])
            except OutOfRange:
                found += map(super().feedforward, some)
        return found

    def train(
        self, training_data: Iterable[Example], epochs: int, mini_batch_size: int,
        eta: float, test_data: Iterable[Test] | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Epoch]:  # fmt: skip
        """Train as SGD does, print nothing, and yield an Epoch each epoch.

        Every epoch starts from weights that are floats. So whoever reads or
        saves them in between does not change what comes after.
        """
        for epoch in super().train(
            training_data, epochs, mini_batch_size, eta, test_data, progress
        ):
            self._unpack()
            yield epoch

    @_one_at_a_time
    def update_mini_batch(self, mini_batch: Iterable[Example], eta: float) -> None:
        """Take one step down the gradient averaged over m examples."""
        mini_batch = list(mini_batch)
        if not self.stepped(mini_batch, eta):
            super().update_mini_batch(mini_batch, eta)

    @_one_at_a_time
    def stepped(self, mini_batch: list[Example], eta: float, keep: float = 1.0) -> bool:
        """Take that step, from the weights times `keep`, and say whether it could be.

        Else nothing has changed, and the loops of Network have to do it: for numbers
        that the engine cannot hold, and where a subclass goes its own way.

        >>> packed = PackedNetwork.from_weights([[[8.0]]], [[0.0]])
        >>> packed.stepped([([0.0], [0.5])], 1.0, keep=0.75), packed.weights
        (True, [Matrix([[6.0]])])
        >>> packed.use(Network)
        >>> packed.stepped([([0.0], [0.5])], 1.0)
        False
        """
        if not _overrides(self, Network, "backprop", *_FORWARD):
            with suppress(OutOfRange):
                self._learn(mini_batch, eta, keep)
                return True
        return False

    def _outputs(self, images: list[Any], to_learn: bool = False) -> Vector:
        self._pack()
        first, *later = self._layers
        activations: Vector = first.forward(images)
        for layer in later:
            go_on = layer.forward if to_learn else layer.answer
            activations = go_on(activations)
        return activations

    def _learn(self, mini_batch: list[Example], eta: float, keep: float) -> None:
        """Do what update_mini_batch does; raise OutOfRange before any change."""
        if not mini_batch or any(len(y) != self.sizes[-1] for _, y in mini_batch):
            raise OutOfRange("Network will say what is wrong")
        images = [self._ink(x) for x, _ in mini_batch]
        outputs = self._outputs(images, to_learn=True)
        # The numbers of all examples, one after the other.
        wanted = [number for _, y in mini_batch for number in vector(y)]
        share = -float(eta) / len(mini_batch)
        for layer in self._layers:
            layer.will_keep(keep)
        *before, last = self._layers
        if _overrides(self, Network, "output_delta", "cost_derivative"):
            size, numbers = self.sizes[-1], (last.zs(), outputs, wanted)
            each = zip(*[chunks(every, size) for every in numbers])
            deltas = [vector(self.output_delta(z, a, y)) for z, a, y in each]
            if {*map(len, deltas)} != {size}:
                raise OutOfRange("Network will say what is wrong")
            last.take([share * delta_j for delta in deltas for delta_j in delta])
        else:
            slopes = self.cost_derivative(outputs, wanted)
            last.backward([share * slope for slope in slopes])
        for layer in before[::-1]:
            layer.backward(*last.slopes())
            last = layer
        for layer in self._layers:
            layer.make_room(len(mini_batch))
        self._learned = True
        for layer in self._layers:
            layer.learn()
