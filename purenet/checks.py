"""What a network is given: how it is taken, and in which words it is refused.

Nothing here learns; `purenet.network` does. It asks here when it is made, when a
training and when a mini-batch begins, and whether the weights are numbers still.
"""

from __future__ import annotations

import math
import operator
import warnings
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from purenet.matrix import Matrix
from purenet.shapes import Column
from purenet.vectors import Vector, add, vector
from purenet.words import say

Example = tuple[Sequence[float], Sequence[float]]  # x, and the output wanted
Test = tuple[Sequence[float], int]  # x, and the digit it shows
Examples = Iterable[Example]
Tests = Iterable[Test]
Progress = Callable[[float, float], None]  # how much is done, and of how much

_FAR_ABOVE_1 = 10.0  # an input that is no grey level from 0 to 1
_LOOKED_AT = 100  # examples whose numbers are looked at before a training
_T = TypeVar("_T")
_Kind = TypeVar("_Kind", bound="Layered")


class Epoch(NamedTuple):
    """What one epoch of training came to."""

    number: int  # 0 for the first
    correct: int  # how many test images were read right,
    total: int  # of so many; both 0 where there was no test data
    seconds: float  # of training, the test not counted

    def __str__(self) -> str:
        """Return the line that the book's program prints after an epoch.

        >>> print(Epoch(0, 9129, 10000, seconds=42.0))
        Epoch 0: 9129 / 10000
        """
        if self.total:
            return say("Epoch {}: {} / {}", *self[:3])
        return say("Epoch {} complete", self.number)


class Layers(Generic[_T]):
    """An attribute of a network: a list with one thing for each layer.

    make: turns whatever a learner puts there into what is wanted, a thing of that kind.
    """

    def __init__(self, make: Callable[[Any], _T], kind: type) -> None:
        self.make, self.kind = make, kind

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, net: Any, owner: type) -> list[_T]:
        layers: list[_T] = net.__dict__[self.name]
        for number, layer in enumerate(layers):
            if not isinstance(layer, self.kind):
                layers[number] = self.make(layer)
        return layers

    def __set__(self, net: Any, layers: Iterable[Any]) -> None:
        net.__dict__[self.name] = [self.make(layer) for layer in layers]


def column(b: Any) -> Vector:
    """Return numbers as a vector that NumPy takes as a column."""
    return Column(vector(b))


class Layered:
    """What every network has: weights and biases, a thing for each layer.

    Rows, tuples, NumPy arrays become a Matrix and a vector where they are put.

    >>> net = Layered()
    >>> net.weights, net.biases = [[[1, 2]], [[3]]], [[0.5], [[0.25]]]
    >>> net.weights[1] = [[4]]
    >>> net.weights, net.biases
    ([Matrix([[1.0, 2.0]]), Matrix([[4.0]])], [[0.5], [0.25]])
    """

    sizes: list[int]
    num_layers: int
    weights = Layers(Matrix.of, Matrix)
    biases = Layers(column, Column)

    def __init_subclass__(cls) -> None:
        if "forward" in vars(cls) and "backprop" not in vars(cls):
            text = (
                "nothing asks forward, it is there to look inside: what {} does "
                "otherwise belongs into feedforward and backprop"
            )
            warnings.warn(say(text, cls.__name__), stacklevel=2)

    @classmethod
    def from_weights(cls: type[_Kind], weights: Any, biases: Any, **more: Any) -> _Kind:
        """Return a network with these weights and biases.

        weights, biases: rows and a list of each layer after the first, or
        NumPy arrays; more: what the network is made with.

        >>> from purenet.network import Network
        >>> net = Network.from_weights([[[-2, -2]]], [[3]])
        >>> net, [round(net.feedforward(x)[0]) for x in ([0, 1], [1, 1])]
        (<Network 2-1>, [1, 0])
        """
        net = cls([1, 1], **more)  # type: ignore[call-arg]
        net.weights, net.biases = weights, biases
        net.sizes = sizes_of(net.weights, net.biases)
        net.num_layers = len(net.sizes)
        return net

    def forward(self: Any, x: Sequence[float]) -> tuple[list[Vector], list[Vector]]:
        """Return the zs of the layers and their activations, x the first.

        >>> from purenet.network import Network
        >>> zs, activations = Network([2, 3, 1], seed=1).forward([0, 1])
        >>> [len(z) for z in zs], [len(a) for a in activations]
        ([3, 1], [2, 3, 1])
        """
        zs, activations = [], [vector(x)]
        for b, w in zip(self.biases, self.weights):
            zs.append(add(w @ activations[-1], b))
            activations.append(self.activation(zs[-1]))
        return zs, activations

    def __repr__(self) -> str:
        sizes = "-".join(str(size) for size in self.sizes)
        return f"<{type(self).__name__} {sizes}>"


def whole(number: Any, name: str, least: int) -> int:
    """Return a whole number, of NumPy's kinds as well, as Python's int.

    >>> whole(30.0, "epochs", least=0)
    Traceback (most recent call last):
        ...
    ValueError: epochs is a whole number from 0 on, not 30.0
    """
    try:
        value = operator.index(number)
    except TypeError:
        value = least - 1
    if value < least:
        text = "{} is a whole number from {} on, not {!r:.40}"
        raise ValueError(say(text, name, least, number))
    return value


def checked_sizes(sizes: Iterable[Any], init: Any = "book") -> list[int]:
    """Return the sizes of a network's layers. init: how its weights start.

    >>> checked_sizes([784])
    Traceback (most recent call last):
        ...
    ValueError: sizes are two or more whole numbers above 0, not [784]
    """
    if init not in ("book", "scaled"):
        raise ValueError(say('init is "book" or "scaled", not {!r:.40}', init))
    try:
        found = [whole(size, "a size", least=1) for size in sizes]
    except (TypeError, ValueError):
        found = []
    if len(found) < 2:
        text = "sizes are two or more whole numbers above 0, not {!r:.60}"
        raise ValueError(say(text, sizes))
    return found


def sizes_of(weights: Sequence[Matrix], biases: Sequence[Vector]) -> list[int]:
    """Return the sizes of the network with these weights and biases.

    >>> sizes_of([Matrix([[1, 2, 3]])], [[0.5]])
    [3, 1]
    >>> sizes_of([Matrix([[1, 2, 3]])], [[0.5, 0.5]])
    Traceback (most recent call last):
        ...
    ValueError: weights[0] has 1 row for the 2 biases of its layer
    """
    if not weights or len(weights) != len(biases):
        text = (
            "{} matrices of weights and {} lists of biases: each layer after the "
            "first has one of both"
        )
        raise ValueError(say(text, len(weights), len(biases)))
    sizes = [weights[0].shape[1]]
    for layer, (w, b) in enumerate(zip(weights, biases)):
        rows, columns = w.shape
        if columns != sizes[-1]:
            text = "weights[{}] has {} columns for the {} neurons of the layer before"
            raise ValueError(say(text, layer, columns, sizes[-1]))
        if rows != len(b):
            text = "weights[{}] has {} row{} for the {} biases of its layer"
            raise ValueError(say(text, layer, rows, "s" * (rows != 1), len(b)))
        sizes.append(rows)
    return sizes


def hooked(net: object, *names: str) -> bool:
    """Say whether a method of these names is somebody's own, not purenet's."""
    return any(
        not str(getattr(getattr(net, name), "__module__", "")).startswith("purenet.")
        for name in names
    )


def check_settings(
    epochs: Any, mini_batch_size: Any, eta: Any, lmbda: Any = 0.0
) -> None:
    """Raise ValueError for settings that nothing can be trained with.

    >>> check_settings(30, 10, "3.0")
    Traceback (most recent call last):
        ...
    ValueError: eta is an ordinary number, not '3.0'
    """
    whole(epochs, "epochs", least=0)
    whole(mini_batch_size, "mini_batch_size", least=1)
    for name, number in (("eta", eta), ("lmbda", lmbda)):
        try:
            finite = math.isfinite(number)
        except TypeError:
            finite = False
        if not finite:
            text = "{} is an ordinary number, not {!r:.40}"
            raise ValueError(say(text, name, number))


def checked_mini_batch(mini_batch: Iterable[Example]) -> list[Example]:
    """Return a mini-batch as a list; ValueError where it is empty."""
    examples = list(mini_batch)
    if not examples:
        raise ValueError(say("a mini-batch has one example or more"))
    return examples


class _Checked(list[Any]):
    """Test data that has been looked at: it is asked after each epoch."""


def checked(
    net: Any, training_data: Iterable[Any], test_data: Iterable[Any] | None
) -> tuple[list[Example], list[Test]]:
    """Return the data to train a network with, as lists; see below."""
    examples = checked_examples(net, training_data)
    tests = checked_tests(net, [] if test_data is None else test_data)
    return examples, tests


def checked_examples(net: Any, data: Iterable[Any]) -> list[Example]:
    """Return training data as a list; ValueError for what net cannot learn.

    data: pairs (x, y), with as many numbers as net has inputs and outputs.
    Warn where the numbers are such that hardly anything will be learned.

    >>> from purenet.network import Network
    >>> checked_examples(Network([2, 3]), [([0, 1], 2)])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: training data has the 3 outputs wanted as y, not 2: mnist_...
    """
    pairs = pairs_of(data, say("training data"))
    if not pairs:
        raise ValueError(say("there is no training data"))
    if hooked(net, "update_mini_batch", "backprop"):
        return pairs
    inputs, outputs = net.sizes[0], net.sizes[-1]
    for x, y in pairs:
        _check_length(x, inputs, say("training data"))
        if not hasattr(y, "__len__"):
            text = (
                "training data has the {} outputs wanted as y, not {!r:.20}: "
                "mnist_loader.load_data_wrapper makes such lists for digits; for "
                "two outputs they are [1.0, 0.0] and so on"
            )
            raise ValueError(say(text, outputs, y))
        if len(y) != outputs:
            text = "an example wants {} outputs, and the network has {}"
            raise ValueError(say(text, len(y), outputs))
    _warn_of_scale(net, pairs[:_LOOKED_AT])
    return _flat(net, pairs)


def checked_tests(net: Any, data: Iterable[Any]) -> list[Test]:
    """Return test data as a list; ValueError where no answer can be right.

    data: pairs (x, digit); the digit is 0 or 1 for a network of one output.
    """
    if isinstance(data, _Checked):
        return data
    pairs = pairs_of(data, say("test data"))
    if hooked(net, "evaluate", "predict"):
        return pairs
    answers = range(max(2, net.sizes[-1]))
    for x, digit in pairs:
        _check_length(x, net.sizes[0], say("test data"))
        if hasattr(digit, "__len__") and not isinstance(digit, str):
            if len(digit) == 1:
                text = "test data has a digit as y, not the list {!r:.40}: write y[0]"
                raise ValueError(say(text, digit))
            text = (
                "test data has a digit as y, not the list {!r:.40}; the digit is "
                "the place of its largest number: y.index(max(y))"
            )
            raise ValueError(say(text, digit))
        if digit not in answers:
            text = (
                "test data has {!r:.20} as y, but the answers of this network "
                "are 0 to {}"
            )
            raise ValueError(say(text, digit, answers[-1]))
    return _Checked(_flat(net, pairs))


def _flat(net: Any, pairs: list[Any]) -> list[Any]:
    """Return pairs whose x are flat, once for all epochs, where they are NumPy's."""
    if all(hasattr(x, "ravel") for x, _ in pairs) and not hooked(net, "feedforward"):
        return [(array("d", vector(x.ravel())), y) for x, y in pairs]
    return pairs


def pairs_of(data: Iterable[Any], name: str) -> list[Any]:
    """Return data as a list of pairs (x, y); ValueError for anything else.

    >>> pairs_of(5, "test data")
    Traceback (most recent call last):
        ...
    ValueError: test data is a list of pairs (x, y), not 5
    """
    try:
        pairs = list(data)
    except TypeError:
        text = "{} is a list of pairs (x, y), not {!r:.40}"
        raise ValueError(say(text, name, data)) from None
    if not pairs and hasattr(data, "__next__"):
        no = "{} is used up: a zip can be gone through only once; write list(zip(X, y))"
        raise ValueError(say(no, name))
    if len(pairs) == 3 and all(map(_holds_images, pairs)):
        text = (
            "{} is one list of pairs (x, y), not all three: write training_data, "
            "validation_data, test_data = ..., and give one"
        )
        raise ValueError(say(text, name))
    wrong = [pair for pair in pairs if not _is_pair(pair)]
    if wrong and len(pairs) == 2 and all(map(_is_long, pairs)):
        text = (
            "{} is a list of pairs (x, y), not a pair of lists: "
            "load_data_wrapper gives it, where load_data does not; two lists "
            "become one by list(zip(images, labels))"
        )
        raise ValueError(say(text, name))
    if wrong:
        text = (
            "{} is a list of pairs (x, y), and {!r:.40} is none; two lists, X "
            "and y, become one by list(zip(X, y))"
        )
        raise ValueError(say(text, name, wrong[0]))
    return pairs


def _is_long(thing: Any) -> bool:
    return hasattr(thing, "__len__") and len(thing) > 1


def _is_pair(pair: Any) -> bool:
    return _is_long(pair) and len(pair) == 2 and hasattr(pair[0], "__len__")


def _holds_images(part: Any) -> bool:
    """Say whether this is a list of pairs, or a pair of lists, of images."""
    try:
        return _is_long(part[0][0])
    except (TypeError, IndexError, KeyError):
        return False


def _check_length(x: Any, inputs: int, name: str) -> None:
    if len(x) != inputs:
        text = (
            "an input of the {} has {} numbers, and the network {} inputs; an "
            "input is a flat list of numbers"
        )
        raise ValueError(say(text, name, len(x), inputs))


def _warn_of_scale(net: Any, examples: Sequence[Example]) -> None:
    largest = max(max(map(abs, vector(x)), default=0.0) for x, _ in examples)
    if largest > _FAR_ABOVE_1:
        text = (
            "inputs reach {:g}: a sigmoid neuron learns hardly anything from "
            "numbers far above 1; divide them (grey levels from 0 to 255 by 256)"
        )
        warnings.warn(say(text, largest), stacklevel=3)
    if not hooked(net, "activation", "forward", "feedforward") and any(
        not 0.0 <= number <= 1.0 for _, y in examples for number in vector(y)
    ):
        text = (
            "outputs wanted are below 0 or above 1, where a sigmoid neuron can "
            "not come: scale them to lie between 0 and 1"
        )
        warnings.warn(say(text), stacklevel=3)


def check_finite(biases: Iterable[Vector], weights: Iterable[Matrix]) -> None:
    """Raise OverflowError where a number is inf or nan, which 0.0 turns into nan.

    The sum would tell as well. But PyPy makes machine code of `sum` once for all who
    call it, and slow code if whole numbers came first.
    """
    for b, w in zip(biases, weights):
        for numbers in [b, *w]:
            if math.prod(numbers, start=0.0) != 0.0:
                text = (
                    "weights have grown to inf or nan: start again with a "
                    "smaller eta, and check that all inputs are ordinary numbers"
                )
                raise OverflowError(say(text))
