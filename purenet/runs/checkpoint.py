"""Checkpoints: a run that may stop after any epoch, and go on as if it had not.

What a run will do from here on is settled by its settings, its data, its
network's weights and biases, and the state of its random generator. So that
is what a checkpoint holds: the file of a network (see `purenet.runs.saved`)
with one more entry, `run`. The book's loader passes over it.

>>> import os, tempfile
>>> from purenet.mnist_loader import load_data_wrapper
>>> data = load_data_wrapper("built-in", train=20, validation=0, test=0)
>>> whole = Run(Settings(hidden=[3], epochs=2), *data)
>>> for epoch in whole.train():
...     if epoch.number == 0:
...         path = os.path.join(tempfile.mkdtemp(), "run.json")
...         save(whole, path)
>>> again = resumed(path, settings_in(path), *data)
>>> [epoch.number for epoch in again.train()]
[1]
>>> again.net.weights == whole.net.weights
True
"""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Callable

from purenet.checks import Epoch
from purenet.data import DataError
from purenet.data.find import BUILT_IN, expanded
from purenet.engines import ENGINES
from purenet.network import Network
from purenet.runs import saved
from purenet.runs.run import Run, Settings, Tests, Training

NEWER = {"validation", "keep", "patience"}  # settings that version 0.1.0 had not


def save(run: Run, path: str | os.PathLike[str]) -> None:
    """Write a checkpoint. Raise OSError where it cannot be written."""
    version, numbers, gauss_next = run.net.rng.getstate()
    settings = run.settings._asdict()
    if settings["data"] not in (None, BUILT_IN):
        settings["data"] = str(expanded(settings["data"]).absolute())
    entry: dict[str, object] = {
        "settings": settings,
        "data": fingerprint(run.training_data, run.test_data, run.validation_data),
        "done": [list(epoch) for epoch in run.done],
        "validated": run.validated,
        "random": [version, list(numbers), gauss_next],
    }
    if run.best and run.chosen < len(run.done) - 1:  # else it is the network itself
        weights, biases = run.best
        entry["best"] = {
            "sizes": run.net.sizes,
            "weights": [list(w) for w in weights],
            "biases": [[[b_j] for b_j in b] for b in biases],
        }
    saved.save(run.net, path, run=entry)


def resumed(
    path: str | os.PathLike[str],
    settings: Settings,
    training_data: Training,
    validation_data: Tests = (),
    test_data: Tests = (),
) -> Run:
    """Return the run in a checkpoint, ready to go on.

    settings: as `settings_in` read them. Raise DataError where the file
    is no checkpoint, or the data is not what it was.
    """
    name = str(path)
    found = saved.entries(saved.read_bounded(path), name)
    kept = _run_in(found, name)
    if kept["data"] != fingerprint(training_data, test_data, validation_data):
        raise DataError(
            f"{name}: the run was trained and tested on other images than these"
        )
    net = _network_in(found, settings, name)
    run = Run(settings, training_data, validation_data, test_data, net)
    run.done = _epochs(kept.get("done"), name)
    run.validated = _counts(kept, len(run.done) if validation_data else 0, name)
    run.best = run.net.weights, run.net.biases
    if run.chosen < len(run.done) - 1:
        if not isinstance(kept.get("best"), dict):
            raise DataError(f"{name}: run.best is not a network")
        best = _network_in(kept["best"], settings, name)
        run.best = best.weights, best.biases
    _set_state(run.net, kept.get("random"), name)
    return run


def _network_in(found: dict[str, Any], settings: Settings, name: str) -> Network:
    net = saved.network_in(found, name)
    if net.sizes != settings.sizes:
        raise DataError(
            f"{name}: the network's sizes are {net.sizes}, but its settings say "
            f"{settings.sizes}"
        )
    return net


def check_unfinished(path: str) -> None:
    """Raise ValueError where a new run would take the place of an unfinished one.

    >>> check_unfinished("nowhere.json")
    """
    if not Path(path).is_file():
        return
    try:
        found = _run_in(saved.entries(saved.read_bounded(path), path), path)
        run = Run(settings_in(path)._replace(hidden=()), [])
        run.done = _epochs(found.get("done"), path)
        judged = run.settings.patience or run.settings.keep == "best"
        run.validated = _counts(found, len(run.done) if judged else 0, path)
    except DataError:
        return
    if run.done and not run.finished:
        raise ValueError(
            f"{path} holds a run that has done {len(run.done)} of "
            f"{run.settings.epochs} epochs. To go on with it: --resume {path}; to "
            "begin anew, name another file"
        )


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
    wanted = set(Settings._fields)
    if not isinstance(found, dict) or not wanted - NEWER <= set(found) <= wanted:
        raise DataError(f"{name}: run.settings is not what this version writes")
    for key, value in found.items():
        if not RIGHT.get(key, _whole)(value):
            raise DataError(f"{name}: run.settings.{key} cannot be {value!r:.40}")
    return Settings(**found)


def fingerprint(
    training_data: Training, test_data: Tests, validation_data: Tests = ()
) -> str:
    """Return a text that is another one for other data.

    >>> from purenet.data.image import Image
    >>> image = Image(bytes(784))
    >>> fingerprint([(image, [1.0, 0.0])], []) == fingerprint([], [(image, 0)])
    False
    """
    digest = hashlib.sha256()
    parts: list[Iterable[Any]] = [training_data, test_data]
    for part in [*parts, validation_data] if validation_data else parts:
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
    "validation": _count,
    "test": _count,
    "hidden": _sizes,
    "eta": lambda value: type(value) in (int, float) and math.isfinite(value),
    "seed": lambda value: type(value) is int,
    "keep": lambda value: value in ("last", "best"),
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


def _counts(kept: dict[str, Any], of: int, name: str) -> list[int]:
    """Return how many validation images were read right, epoch by epoch."""
    found = kept.get("validated", [])
    if isinstance(found, list) and len(found) == of and all(map(_whole, found)):
        return found
    raise DataError(f"{name}: run.validated is not a list of {of} counts")


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
