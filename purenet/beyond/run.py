"""A training run that may stop after any epoch, and go on as if it had not.

What a run will do from here on is settled by its settings, its data, its
network's weights and biases, and the state of its random generator. So that
is what a checkpoint holds: the file of a network (see `purenet.beyond.saved`)
with one more entry, `run`. The book's loader passes over it.

>>> import os, tempfile
>>> from purenet.mnist_loader import load_data_wrapper
>>> training_data, _, _ = load_data_wrapper("built-in", train=20, validation=0, test=0)
>>> settings = Settings(hidden=[3], epochs=2)
>>> whole = Run(settings, training_data, [])
>>> for epoch in whole.train():
...     if epoch.number == 0:
...         path = os.path.join(tempfile.mkdtemp(), "run.json")
...         whole.save(path)
>>> again = Run.resumed(path, settings, training_data, [])
>>> [epoch.number for epoch in again.train()]
[1]
>>> again.net.weights == whole.net.weights
True
"""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Iterable, Iterator, Sequence
from platform import python_implementation
from typing import Any, Callable, NamedTuple

from purenet.beyond import network2, saved
from purenet.beyond.packed import PackedNetwork
from purenet.data import DataError
from purenet.data.find import BUILT_IN, expanded
from purenet.data.image import Image
from purenet.network import Network
from purenet.training import Epoch, Progress
from purenet.vectors import Vector

Training = Sequence[tuple[Image, Vector]]
Tests = Sequence[tuple[Image, int]]


class Settings(NamedTuple):
    """What a run is asked to do: see python3 -m purenet train --help."""

    data: str | None = None
    train: int = 5000
    test: int = 1000
    hidden: Sequence[int] = (30,)
    epochs: int = 5
    mini_batch_size: int = 10
    eta: float = 3.0
    seed: int = 0
    init: str = "scaled"
    engine: str = "plain" if python_implementation() == "PyPy" else "packed"

    @property
    def sizes(self) -> list[int]:
        """The sizes of the network's layers.

        >>> Settings().sizes
        [784, 30, 10]
        """
        return [784, *self.hidden, 10]


# The same network twice: in plain loops, which PyPy makes fast by itself, and
# in long integers, which are what CPython is fastest with.
ENGINES: dict[str, type[Network]] = {"plain": Network, "packed": PackedNetwork}


class Run:
    """A network with its data and settings, trained epoch by epoch.

    net: the network to start from, or None for a new one.
    `done` holds the records of the epochs so far.
    """

    def __init__(
        self,
        settings: Settings,
        training_data: Training,
        test_data: Tests,
        net: Network | None = None,
    ) -> None:
        self.settings = settings
        self.training_data = training_data
        self.test_data = test_data
        engine = ENGINES[settings.engine]
        self.net = engine(settings.sizes, seed=settings.seed, init=settings.init)
        if isinstance(net, network2.Network):  # whose cost is its own
            self.net = net
            self.net.rng.seed(settings.seed)
        elif net is not None:
            self.net.weights, self.net.biases = net.weights, net.biases
        self.done: list[Epoch] = []

    @property
    def finished(self) -> bool:
        """Whether all epochs are done.

        >>> Run(Settings(epochs=3), [], []).finished
        False
        """
        return len(self.done) >= self.settings.epochs

    def train(self, progress: Progress | None = None) -> Iterator[Epoch]:
        """Train for the epochs that are left, and yield each one's record.

        >>> blank = Image(bytes(784))
        >>> run = Run(Settings(hidden=[2], epochs=3), [(blank, [0.0] * 10)], [])
        >>> [epoch.number for epoch in run.train()]
        [0, 1, 2]
        """
        for epoch in self.net.train(
            self.training_data,
            self.settings.epochs - len(self.done),
            self.settings.mini_batch_size,
            self.settings.eta,
            test_data=self.test_data,
            progress=progress,
        ):
            self.done.append(epoch._replace(number=len(self.done)))
            yield self.done[-1]

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write a checkpoint. Raise OSError where it cannot be written."""
        version, numbers, gauss_next = self.net.rng.getstate()
        settings = self.settings._asdict()
        if settings["data"] not in (None, BUILT_IN):
            settings["data"] = str(expanded(settings["data"]).absolute())
        run = {
            "settings": settings,
            "data": fingerprint(self.training_data, self.test_data),
            "done": [list(epoch) for epoch in self.done],
            "random": [version, list(numbers), gauss_next],
        }
        saved.save(self.net, path, run=run)

    @classmethod
    def resumed(
        cls,
        path: str | os.PathLike[str],
        settings: Settings,
        training_data: Training,
        test_data: Tests,
    ) -> Run:
        """Return the run in a checkpoint, ready to go on.

        settings: as `settings_in` read them. Raise DataError where the file
        is no checkpoint, or the data is not what it was.
        """
        name = str(path)
        found = saved.entries(saved.read_bounded(path), name)
        kept = _run_in(found, name)
        if kept["data"] != fingerprint(training_data, test_data):
            raise DataError(
                f"{name}: the run was trained and tested on other images than these"
            )
        net = saved.network_in(found, name)
        if net.sizes != settings.sizes:
            raise DataError(
                f"{name}: the network's sizes are {net.sizes}, but its settings say "
                f"{settings.sizes}"
            )
        run = cls(settings, training_data, test_data, net)
        run.done = _epochs(kept.get("done"), name)
        _set_state(run.net, kept.get("random"), name)
        return run


def settings_in(path: str | os.PathLike[str]) -> Settings:
    """Return the settings of the run in a checkpoint.

    Raise DataError where the file is no checkpoint.

    >>> settings_in("nowhere.json")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: nowhere.json: No such file or directory
    """
    name = str(path)
    kept = _run_in(saved.entries(saved.read_bounded(path), name), name)
    found = kept.get("settings")
    if not isinstance(found, dict) or set(found) != set(Settings._fields):
        raise DataError(f"{name}: run.settings is not what this version writes")
    for key, value in found.items():
        if not RIGHT.get(key, _whole)(value):
            raise DataError(f"{name}: run.settings.{key} cannot be {value!r:.40}")
    return Settings(**found)


def progress_in(path: str | os.PathLike[str]) -> tuple[int, int]:
    """Return how many epochs the run in a checkpoint has done, and of how many.

    Raise DataError where the file is no checkpoint.
    """
    name = str(path)
    kept = _run_in(saved.entries(saved.read_bounded(path), name), name)
    return len(_epochs(kept.get("done"), name)), settings_in(path).epochs


def fingerprint(training_data: Iterable[Any], test_data: Iterable[Any]) -> str:
    """Return a text that is another one for other data.

    >>> blank = Image(bytes(784))
    >>> fingerprint([(blank, [1.0, 0.0])], []) == fingerprint([], [(blank, 0)])
    False
    """
    digest = hashlib.sha256()
    for part in (training_data, test_data):
        for x, y in part:
            digest.update(bytes(x))
            digest.update(repr(y).encode())
        digest.update(b"end")
    return digest.hexdigest()


def _run_in(found: dict[str, Any], name: str) -> dict[str, Any]:
    run = found.get("run")
    if not isinstance(run, dict) or not isinstance(run.get("data"), str):
        raise DataError(f"{name}: a network, but no checkpoint of a run")
    return run


def _whole(value: Any) -> bool:
    return type(value) is int and value >= 0


def _count(value: Any) -> bool:
    """A file is not to make the built-in pen write for ever."""
    return _whole(value) and value <= 1_000_000


def _sizes(value: Any) -> bool:
    return isinstance(value, list) and all(_whole(n) and n > 0 for n in value)


# What the settings in a file may be; those not named are whole numbers.
RIGHT: dict[str, Callable[[Any], bool]] = {
    "data": lambda value: value is None or isinstance(value, str),
    "train": _count,
    "test": _count,
    "hidden": _sizes,
    "eta": lambda value: type(value) in (int, float) and math.isfinite(value),
    "seed": lambda value: type(value) is int,
    "init": lambda value: value in ("book", "scaled"),
    "engine": lambda value: isinstance(value, str) and value in ENGINES,
}


def _epochs(found: object, name: str) -> list[Epoch]:
    """Return the records of the epochs that were done."""
    if isinstance(found, list):
        epochs = [_epoch(number, record) for number, record in enumerate(found)]
        good = [epoch for epoch in epochs if epoch]
        if len(good) == len(epochs):
            return good
    raise DataError(f"{name}: run.done is not a list of epochs")


def _epoch(number: int, record: object) -> Epoch | None:
    if not isinstance(record, list) or len(record) not in (4, 5):
        return None
    *counts, seconds = record[:4]  # version 0.1.0 had a fifth, the answers counted
    if type(seconds) not in (int, float):
        return None
    if not all(type(count) is int and count >= 0 for count in counts):
        return None
    first, correct, total = counts
    return Epoch(first, correct, total, seconds) if first == number else None


def _set_state(net: Network, found: Any, name: str) -> None:
    """Set the network's random generator to where it was."""
    try:
        version, numbers, gauss_next = found
        if not all(_whole(number) and number < 2**32 for number in numbers):
            raise ValueError  # PyPy would take them
        if gauss_next is not None and type(gauss_next) is not float:
            raise ValueError
        net.rng.setstate((version, tuple(numbers), gauss_next))
    except (TypeError, ValueError, OverflowError):
        raise DataError(
            f"{name}: run.random is not the state of a random generator"
        ) from None
