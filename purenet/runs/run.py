"""A training run: its settings, its data, its network, and its best epoch.

After each epoch the network is asked about the validation images: other
images than those it learns from, and than those it is tested with. So a run
can keep the network of its best epoch, and stop when nothing better comes,
and the test images still tell how good that choice is.

>>> from purenet.mnist_loader import load_data_wrapper
>>> data = load_data_wrapper("built-in", train=60, validation=20, test=20)
>>> run = Run(Settings(hidden=[6], epochs=9, patience=2, keep="best"), *data)
>>> for epoch in run.train(): pass
>>> run.keep_chosen()
>>> run.chosen == run.validated.index(max(run.validated))
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from purenet import network2
from purenet.checks import Epoch, Progress
from purenet.data.image import PIXELS, Image
from purenet.engines import ENGINES
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.runs.settings import COSTS, Settings
from purenet.vectors import Vector

Training = Sequence[tuple[Image, Vector]]
Tests = Sequence[tuple[Image, int]]


def _made(settings: Settings, inputs: int) -> Network:
    """Return a new network: chapter 1's, or chapter 3's where it takes that."""
    sizes, engine = [inputs, *settings.hidden, 10], settings.engine
    start: dict[str, Any] = {"seed": settings.seed, "init": settings.init}
    if settings.lmbda or settings.cost != "quadratic":
        cost = network2.COSTS[COSTS[settings.cost]]
        return network2.Network(sizes, cost, engine=engine, **start)
    return ENGINES[engine](sizes, **start)


class Run:
    """A network with its data and settings, trained epoch by epoch.

    net: the network to start from, or None for a new one. `done` holds the records of
    the epochs so far, `validated` how many validation images each read right, `best`
    the weights and the biases of the epoch that is kept.

    >>> run = Run(Settings(epochs=30, patience=2, keep="best"), [])
    >>> run.validated = [80, 92, 92, 91]
    >>> run.chosen, run.finished
    (1, True)
    """

    def __init__(
        self, settings: Settings, training_data: Training, validation_data: Tests = (),
        test_data: Tests = (), net: Network | None = None,
    ) -> None:  # fmt: skip
        self.settings, self.training_data = settings, training_data
        self.validation_data, self.test_data = validation_data, test_data
        like = net.weights[0][0] if net else [*training_data, [bytes(PIXELS)]][0][0]
        self.net = _made(settings, len(like))
        if net is not None:
            self.net.weights, self.net.biases = net.weights, net.biases
        self.done: list[Epoch] = []
        self.validated: list[int] = []
        self.best: tuple[list[Matrix], list[Vector]] | None = None
        self._answers: list[int] = []

    @property
    def chosen(self) -> int:
        """The number of the epoch that is kept: the last, or the first of the best."""
        if self.settings.keep == "best" and self.validated:
            return self.validated.index(max(self.validated))
        return len(self.done) - 1

    @property
    def finished(self) -> bool:
        """Whether all epochs are done, or enough have brought nothing better."""
        patience, counts = self.settings.patience, self.validated
        if patience and counts:
            since_best = len(counts) - 1 - counts.index(max(counts))
            if since_best >= patience:
                return True
        return len(self.done) >= self.settings.epochs

    def train(self, progress: Progress | None = None) -> Iterator[Epoch]:
        """Train for the epochs that are left, and yield each one's record."""
        left = 0 if self.finished else self.settings.epochs - len(self.done)
        how = left, self.settings.mini_batch_size, self.settings.eta
        data, tests = self.training_data, self.test_data
        train: Callable[..., Iterator[Epoch]] = self.net.train
        if isinstance(self.net, network2.Network):
            train = partial(train, lmbda=self.settings.lmbda)
        for epoch in train(data, *how, test_data=tests, progress=progress):
            answers = getattr(self.net, "answered", []) if tests else []
            self.done.append(epoch._replace(number=len(self.done)))
            if self.validation_data:
                self.validated.append(self.net.evaluate(self.validation_data))
            if self.chosen == len(self.done) - 1:
                self.best = self.net.weights, self.net.biases
                self._answers = answers
            yield self.done[-1]
            if self.finished:
                return

    def keep_chosen(self) -> None:
        """Give the network the weights and biases of the chosen epoch."""
        if self.best:
            self.net.weights, self.net.biases = self.best

    def answers(self) -> list[int]:
        """Return what the chosen network answers to each test image.

        >>> Run(Settings(), []).answers()
        []
        """
        return self._answers or [self.net.predict(x) for x, _ in self.test_data]
