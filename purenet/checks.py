"""What surrounds a training: what goes in, what is refused, what comes out.

Nothing here learns; `purenet.network` does. Here is what it says of each
epoch, and a sentence for everybody who gives it what it cannot learn from.
"""

from __future__ import annotations

import math
import operator
import warnings
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from purenet.matrix import Matrix
from purenet.vectors import Vector, vector

Example = tuple[Sequence[float], Sequence[float]]  # x, and the output wanted
Test = tuple[Sequence[float], int]  # x, and the digit it shows
Examples = Iterable[Example]
Tests = Iterable[Test]
Progress = Callable[[float, float], None]  # how much is done, and of how much

FAR_ABOVE_1 = 10.0  # an input that is no grey level from 0 to 1
LOOKED_AT = 100  # examples whose numbers are looked at before a training
T = TypeVar("T")


class Epoch(NamedTuple):
    """What one epoch of training came to.

    number: 0 for the first; correct: how many of the `total` test images
    were read right (both 0 where there was no test data); seconds: of
    training, the test not counted.
    """

    number: int
    correct: int
    total: int
    seconds: float

    def __str__(self) -> str:
        """Return the line that the book's program prints after an epoch.

        >>> print(Epoch(0, 9129, 10000, seconds=42.0))
        Epoch 0: 9129 / 10000
        """
        if self.total:
            return f"Epoch {self.number}: {self.correct} / {self.total}"
        return f"Epoch {self.number} complete"


class Layers(Generic[T]):
    """An attribute of a network: a list with one thing for each layer.

    make: turns whatever a learner puts there, rows or a NumPy array, into
    what is wanted; is_made: whether something is that already.

    >>> class Net:
    ...     weights = Layers(Matrix.of, lambda w: isinstance(w, Matrix))
    >>> net = Net()
    >>> net.weights = [[[1, 2]], [[3]]]
    >>> net.weights[1] = [[4]]
    >>> net.weights
    [Matrix([[1.0, 2.0]]), Matrix([[4.0]])]
    """

    def __init__(
        self, make: Callable[[Any], T], is_made: Callable[[Any], bool]
    ) -> None:
        self.make, self.is_made = make, is_made

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, net: Any, owner: type) -> list[T]:
        layers: list[T] = net.__dict__[self.name]
        for number, layer in enumerate(layers):
            if not self.is_made(layer):
                layers[number] = self.make(layer)
        return layers

    def __set__(self, net: Any, layers: Iterable[Any]) -> None:
        net.__dict__[self.name] = [self.make(layer) for layer in layers]


def is_vector(b: Any) -> bool:
    """Say whether b is a list of numbers.

    >>> is_vector([1.0, 2.0]), is_vector([[1.0], [2.0]])
    (True, False)
    """
    return isinstance(b, list) and not (b and hasattr(b[0], "__len__"))


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
        raise ValueError(
            f"{name} is a whole number from {least} on, not {number!r:.40}"
        )
    return value


def checked_sizes(sizes: Iterable[Any]) -> list[int]:
    """Return the sizes of a network's layers; ValueError where they are none.

    >>> checked_sizes([784])
    Traceback (most recent call last):
        ...
    ValueError: sizes are two or more whole numbers above 0, not [784]
    """
    try:
        found = [whole(size, "a size", least=1) for size in sizes]
    except (TypeError, ValueError):
        found = []
    if len(found) < 2:
        raise ValueError(
            f"sizes are two or more whole numbers above 0, not {sizes!r:.60}"
        )
    return found


def sizes_of(weights: Sequence[Matrix], biases: Sequence[Vector]) -> list[int]:
    """Return the sizes of the network with these weights and biases.

    Raise ValueError where they do not fit one another.

    >>> sizes_of([Matrix([[1, 2, 3]])], [[0.5]])
    [3, 1]
    >>> sizes_of([Matrix([[1, 2, 3]])], [[0.5, 0.5]])
    Traceback (most recent call last):
        ...
    ValueError: weights[0] has 1 row for the 2 biases of its layer
    """
    if not weights or len(weights) != len(biases):
        raise ValueError(
            f"{len(weights)} matrices of weights and {len(biases)} lists of"
            " biases: each layer after the first has one of both"
        )
    sizes = [weights[0].shape[1]]
    for layer, (w, b) in enumerate(zip(weights, biases)):
        rows, columns = w.shape
        if columns != sizes[-1]:
            raise ValueError(
                f"weights[{layer}] has {columns} columns for the {sizes[-1]}"
                " neurons of the layer before"
            )
        if rows != len(b):
            raise ValueError(
                f"weights[{layer}] has {rows} row{'s' * (rows != 1)} for the"
                f" {len(b)} biases of its layer"
            )
        sizes.append(rows)
    return sizes


def hooked(net: object, *names: str) -> bool:
    """Say whether a method of these names is somebody's own, not purenet's.

    A subclass may want other data than the chapter's networks do.
    """
    return any(
        not str(getattr(getattr(net, name), "__module__", "")).startswith(
            "purenet."
        )
        for name in names
    )


def check_init(init: Any) -> None:
    """Raise ValueError where this is no way for weights to start.

    >>> check_init("zeros")
    Traceback (most recent call last):
        ...
    ValueError: init is "book" or "scaled", not 'zeros'
    """
    if init not in ("book", "scaled"):
        raise ValueError(f'init is "book" or "scaled", not {init!r:.40}')


def check_settings(epochs: Any, mini_batch_size: Any, eta: Any) -> None:
    """Raise ValueError for settings that nothing can be trained with.

    >>> check_settings(30, 10, "3.0")
    Traceback (most recent call last):
        ...
    ValueError: eta is an ordinary number, not '3.0'
    """
    whole(epochs, "epochs", least=0)
    whole(mini_batch_size, "mini_batch_size", least=1)
    try:
        finite = math.isfinite(eta)
    except TypeError:
        finite = False
    if not finite:
        raise ValueError(f"eta is an ordinary number, not {eta!r:.40}")


def checked_mini_batch(mini_batch: Iterable[Example]) -> list[Example]:
    """Return a mini-batch as a list; ValueError where it is empty.

    >>> checked_mini_batch([])
    Traceback (most recent call last):
        ...
    ValueError: a mini-batch has one example or more
    """
    examples = list(mini_batch)
    if not examples:
        raise ValueError("a mini-batch has one example or more")
    return examples


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
    pairs = _pairs(data, "training data")
    if not pairs:
        raise ValueError("there is no training data")
    if hooked(net, "update_mini_batch", "backprop"):
        return pairs
    inputs, outputs = net.sizes[0], net.sizes[-1]
    for x, y in pairs:
        _check_length(x, inputs, "training data")
        if not hasattr(y, "__len__"):
            raise ValueError(
                f"training data has the {outputs} outputs wanted as y, not"
                f" {y!r:.20}: mnist_loader.load_data_wrapper makes such lists"
                " for digits; for two outputs they are [1.0, 0.0] and so on"
            )
        if len(y) != outputs:
            raise ValueError(
                f"an example wants {len(y)} outputs, and the network has"
                f" {outputs}"
            )
    _warn_of_scale(net, pairs[:LOOKED_AT])
    return pairs


def checked_tests(net: Any, data: Iterable[Any]) -> list[Test]:
    """Return test data as a list; ValueError where no answer can be right.

    data: pairs (x, digit); the digit is 0 or 1 for a network of one output.

    >>> from purenet.network import Network
    >>> data = [([0, 1], [0, 0, 1])]
    >>> checked_tests(Network([2, 3]), data)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: test data has a digit as y, not the list [0, 0, 1]; ...
    """
    pairs = _pairs(data, "test data")
    if hooked(net, "evaluate", "predict"):
        return pairs
    answers = range(max(2, net.sizes[-1]))
    for x, digit in pairs:
        _check_length(x, net.sizes[0], "test data")
        if hasattr(digit, "__len__") and not isinstance(digit, str):
            raise ValueError(
                f"test data has a digit as y, not the list {digit!r:.40}; the"
                " digit is the place of its largest number: y.index(max(y))"
            )
        if digit not in answers:
            raise ValueError(
                f"test data has {digit!r:.20} as y, but the answers of this"
                f" network are 0 to {answers[-1]}"
            )
    return pairs


def _pairs(data: Iterable[Any], name: str) -> list[Any]:
    try:
        pairs = list(data)
    except TypeError:
        raise ValueError(
            f"{name} is a list of pairs (x, y), not {data!r:.40}"
        ) from None
    if len(pairs) == 3 and all(map(_holds_images, pairs)):
        raise ValueError(
            f"{name} is one list of pairs (x, y), not all three: write"
            " training_data, validation_data, test_data = ..., and give one"
        )
    wrong = [pair for pair in pairs if not _is_pair(pair)]
    if wrong and len(pairs) == 2 and all(map(_is_long, pairs)):
        raise ValueError(
            f"{name} is a list of pairs (x, y), not a pair of lists:"
            " load_data_wrapper gives it, where load_data does not; two lists"
            " become one by list(zip(images, labels))"
        )
    if wrong:
        raise ValueError(
            f"{name} is a list of pairs (x, y), and {wrong[0]!r:.40} is none;"
            " two lists, X and y, become one by list(zip(X, y))"
        )
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
        raise ValueError(
            f"an input of the {name} has {len(x)} numbers, and the network"
            f" {inputs} inputs; an input is a flat list of numbers"
        )


def _warn_of_scale(net: Any, examples: Sequence[Example]) -> None:
    largest = max(max(map(abs, vector(x)), default=0.0) for x, _ in examples)
    if largest > FAR_ABOVE_1:
        warnings.warn(
            f"inputs reach {largest:g}: a sigmoid neuron learns hardly"
            " anything from numbers far above 1; divide them (grey levels"
            " from 0 to 255 by 256)",
            stacklevel=3,
        )
    if not hooked(net, "activation", "forward", "feedforward") and any(
        not 0.0 <= number <= 1.0 for _, y in examples for number in vector(y)
    ):
        warnings.warn(
            "outputs wanted are below 0 or above 1, where a sigmoid neuron"
            " can not come: scale them to lie between 0 and 1",
            stacklevel=3,
        )


def check_finite(biases: Iterable[Vector], weights: Iterable[Matrix]) -> None:
    """Raise OverflowError where a number is inf or nan.

    All are multiplied by 0.0: that stays 0.0, but inf and nan turn it into
    nan. The sum would tell as well. But PyPy makes machine code of `sum` once
    for all who call it, and slow code if whole numbers came first.

    >>> check_finite([[math.inf]], [Matrix([[0.0]])])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    OverflowError: weights have grown to inf or nan: start again with a ...
    """
    for b, w in zip(biases, weights):
        for numbers in [b, *w]:
            if math.prod(numbers, start=0.0) != 0.0:
                raise OverflowError(
                    "weights have grown to inf or nan: start again with a "
                    "smaller eta, and check that all inputs are ordinary "
                    "numbers"
                )
