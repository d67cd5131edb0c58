"""Checkpoints: a run that may stop after any epoch, and go on as if it had not.

What a run will do from here on is settled by its settings, its data, its network's
weights and biases, and the state of its random generator: so that is in a checkpoint,
the file of a network (see `purenet.runs.saved`) with one more entry, `run`.

>>> import os, tempfile
>>> from purenet.mnist_loader import load_data_wrapper
>>> from purenet.runs.settings import Settings
>>> data = load_data_wrapper("built-in", train=20, validation=0, test=0)
>>> whole = Run(Settings(hidden=[3], epochs=2), *data)
>>> for epoch in whole.train():
...     if epoch.number == 0:
...         path = os.path.join(tempfile.mkdtemp(), "run.json")
...         write(contents(whole, path), path)
>>> again = Checkpoint(path).run(*data)
>>> [epoch.number for epoch in again.train()], again.net.weights == whole.net.weights
([1], True)
"""

from __future__ import annotations

import contextlib
import math
import os
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import Any

from purenet.checks import Epoch
from purenet.console.replacing import Alone, or_elsewhere, write
from purenet.data import DataError, networks
from purenet.data.find import BUILT_IN, expanded
from purenet.data.image import PIXELS, SIZES
from purenet.data.stream import blaming
from purenet.network import Network
from purenet.runs import saved
from purenet.runs.run import Run, Tests, Training
from purenet.runs.settings import cost_in, read_back


def contents(run: Run, path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a run's checkpoint."""
    version, numbers, gauss_next = run.net.rng.getstate()
    settings = dict(vars(run.settings))
    if settings["data"] not in (None, BUILT_IN):
        settings["data"] = str(expanded(settings["data"]).absolute())
    entry: dict[str, object] = {
        "settings": settings,
        "data": _fingerprint(run.training_data, run.test_data, run.validation_data),
        "done": [list(epoch) for epoch in run.done],
        "validated": run.validated,
        "random": [version, list(numbers), gauss_next],
    }
    if run.best and run.chosen < len(run.done) - 1:  # else it is the network itself
        entry["best"] = networks.as_entries(*run.best)
    return saved.contents(run.net, path, run=entry)


class Keeper:
    """Writes a run's checkpoint after each epoch; no other run may write there.

    over: whether the run goes on with what is there; else that is kept beside.
    left: the last one, as long as it could not be written.

    >>> import tempfile
    >>> from purenet.runs.settings import Settings
    >>> keeper = Keeper(os.path.join(tempfile.mkdtemp(), "run.json"))
    >>> keeper.keep(Run(Settings(hidden=[3]), [])), keeper.left, keeper.close()
    (None, b'', None)
    """

    def __init__(self, path: str, over: bool = False) -> None:
        self.path, self.place, self.over, self.left = path, Alone(path), over, b""

    def keep(self, run: Run) -> None:
        """Write it. Where that raises OSError, do so again after the next epoch."""
        self.left = contents(run, self.path)
        self._write()

    def _write(self) -> None:
        self.place.take()
        write(self.left, self.path, self.over)
        self.over, self.left = True, b""
        self.place.take()

    def close(self) -> None:
        """Write what is left, if need be elsewhere: OSError says where."""
        if self.left:
            with or_elsewhere(self.left, self.path):
                self._write()
        self.place.close()


class Checkpoint:
    """A run as a file holds it, see `Run`; DataError where that holds none."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = path
        with blaming(path):
            data = networks.read(path)
            self._found = {} if data[:2] == b"PK" else networks.entries(data)
            run: Any = self._found.get("run")
            if not (isinstance(run, dict) and isinstance(run.get("data"), str)):
                raise DataError("no checkpoint of a run; --load starts from a network")
            self._run = run
            self.settings = read_back(run.get("settings"))
            done, counts = run.get("done"), run.get("validated", [])
            if not isinstance(done, list) or not all(map(_is_epoch, done, count())):
                raise _wrong("done")
            if not isinstance(counts, list) or not all(map(_whole, counts)):
                raise _wrong("validated")
            self.done = [Epoch(*record[:4]) for record in done]
            self.validated: list[int] = counts

    def run(
        self, training_data: Training, validation_data: Tests, test_data: Tests
    ) -> Run:
        """Return the run, ready to go on; the data must be what it was."""
        with blaming(self.path):
            these = _fingerprint(training_data, test_data, validation_data)
            if self._run["data"] != these:
                others = "the run was trained and tested on other images than these"
                raise DataError(others)
            net = self._network(self._found)
            settings = replace(self.settings, cost=cost_in(net))  # not told once
            run = Run(settings, training_data, validation_data, test_data, net)
            run.done, run.validated = self.done, self.validated
            if len(run.validated) != (len(run.done) if validation_data else 0):
                raise _wrong("validated")
            run.best = run.net.weights, run.net.biases
            if run.chosen < len(run.done) - 1:
                if not isinstance(self._run.get("best"), dict):
                    raise _wrong("best")
                best = self._network(self._run["best"])
                run.best = best.weights, best.biases
            _set_state(run.net, self._run.get("random"))
            return run

    def _network(self, found: dict[str, Any]) -> Network:
        net, hidden = saved.network_in(found), self.settings.hidden
        if net.sizes[0] not in SIZES or net.sizes[1:] != [*hidden, 10]:
            template = "the network's sizes are {}, but its settings say {}"
            raise DataError(template, net.sizes, [PIXELS, *hidden, 10])
        return net


def check_unfinished(path: str) -> None:
    """Raise DataError for the place of an unfinished run, OSError while it runs."""
    with contextlib.closing(Alone(path)) as place:
        place.take()
    try:
        kept = Checkpoint(path)
    except DataError:
        return
    run = Run(replace(kept.settings, hidden=()), [])  # whatever the file says
    run.done, run.validated = kept.done, kept.validated
    if run.done and not run.finished:
        template = (
            "{} holds a run that has done {} of {} epochs. To go on with it: "
            "--resume {}; to begin anew, name another file"
        )
        raise DataError(template, path, len(run.done), run.settings.epochs, path)


def _fingerprint(training_data: Training, test_data: Tests, others: Tests) -> str:
    """Return a text that is another one for other data."""
    import hashlib  # takes its time: not where nothing is kept

    digest = hashlib.sha256()
    parts: list[Iterable[Any]] = [training_data, test_data]
    for part in [*parts, others] if others else parts:
        for x, y in part:
            digest.update(bytes(x))
            digest.update(repr(y).encode())
        digest.update(b"end")
    return digest.hexdigest()


def _wrong(entry: str) -> DataError:
    return DataError("run.{} is not what this version writes", entry)


def _whole(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_epoch(record: Any, number: int) -> bool:
    """Say whether this is an Epoch of that number, as JSON keeps it."""
    return (
        isinstance(record, list)
        and len(record) in (4, 5)  # version 0.1.0 had a fifth, the answers counted
        and all(map(_whole, record[:3]))
        and record[0] == number
        and type(record[3]) in (int, float)
        and math.isfinite(record[3])
    )


def _set_state(net: Network, found: Any) -> None:
    try:
        version, numbers, gauss_next = found
        # PyPy would take any numbers.
        right = all(_whole(number) and number < 2**32 for number in numbers)
        if not right or type(gauss_next) not in (float, type(None)):
            raise ValueError
        net.rng.setstate((version, tuple(numbers), gauss_next))
    except (TypeError, ValueError, OverflowError):
        raise _wrong("random") from None
