"""What a training run has to say: how it begins, how it went, what to try."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

from purenet.checks import Epoch
from purenet.console.progress import duration
from purenet.console.terminal import wrapped
from purenet.engines import FASTEST
from purenet.runs.run import Run
from purenet.runs.settings import Settings
from purenet.words import say

_LONG = 30.0  # seconds, of which one would rather hear
_ENOUGH = 100  # test images to tell from that a digit is hardly ever the answer
_FAR_BELOW = 5  # as many times fewer answers than images


def beginning(run: Run, start: str | None) -> Iterator[str]:
    """Yield what will be trained, and how. start: the file it starts from.

    >>> run = Run(Settings(epochs=1, patience=2), [])
    >>> for line in beginning(run, "net.json"): print(line)
    Network: 784-30-10, starting from net.json
    Training: 1 epoch, mini-batches of 10, eta 3, patience 2
    """
    settings: Settings = run.settings
    sizes = "-".join(map(str, run.net.sizes))
    if start:
        yield say("Network: {}, starting from {}", sizes, start)
    elif settings.init == "book":
        yield say("Network: {}, book weights, seed {}", sizes, settings.seed)
    else:
        yield say("Network: {}, scaled weights, seed {}", sizes, settings.seed)
    steps = _epochs(settings.epochs), settings.mini_batch_size, settings.eta
    line = [say("Training: {}, mini-batches of {}, eta {:g}", *steps)]
    for each in fields(settings):
        value, told = getattr(settings, each.name), each.metadata.get("told")
        if told and value != each.default:
            line.append(say(told, value))
    yield say(", ").join(line)


def _epochs(count: int) -> str:
    return say("1 epoch") if count == 1 else say("{} epochs", count)


def percent(right: int, total: int) -> str:
    """Return a share of right answers.

    >>> percent(9129, 10000)
    '91.3 %'
    """
    return say("{:.1f} %", 100 * right / total)


def epoch_line(run: Run, epoch: Epoch) -> str:
    """Return the book's line after an epoch, and what came of the validation images.

    >>> run = Run(Settings(), [], [([], 0)] * 1000)
    >>> run.validated = [917]
    >>> epoch_line(run, Epoch(0, 9129, 10000, 42.0))
    'Epoch 0: 9129 / 10000, validation 917 / 1000'
    """
    if not run.validated:
        return str(epoch)
    right, of = run.validated[epoch.number], len(run.validation_data)
    return say("{}, validation {} / {}", epoch, right, of)


def sooner(run: Run) -> Iterator[str]:
    """Yield a line if much is left to train, and a PyPy is there that is quicker.

    >>> run = Run(Settings(epochs=2), [])
    >>> run.done = [Epoch(0, 91, 100, 4.0)]
    >>> list(sooner(run))
    []
    """
    left = run.done[-1].seconds * (run.settings.epochs - len(run.done))
    if left > _LONG and FASTEST != "flat" and shutil.which("pypy3"):
        with_it = "{} left; pypy3, which is here, would take about a sixth of the time"
        yield say(with_it, duration(left))


def result(run: Run) -> Iterator[str]:
    """Yield what the epochs came to, and which of them is kept.

    >>> run = Run(Settings(keep="best"), [], [([], 0)] * 100)
    >>> run.done = [Epoch(0, 91, 100, 4.0), Epoch(1, 90, 100, 4.0)]
    >>> run.validated = [92, 89]
    >>> for line in result(run): print(line)
    After 2 epochs and 8 s of training: 91 of 100 test images right, 91.0 %,
    with the network of epoch 0, the best: 92 of 100 validation images right.
    """
    if not run.done:
        yield say("No epoch was trained.")
        return
    kept, right = run.done[run.chosen], say("not tested")
    if kept.total:
        counts = kept.correct, kept.total
        right = say("{:,} of {:,} test images right, {}", *counts, percent(*counts))
    time = duration(sum(epoch.seconds for epoch in run.done))
    trained = _epochs(len(run.done)), time, right
    if run.settings.keep != "best":
        yield say("After {} and {} of training: {}.", *trained)
        return
    yield say("After {} and {} of training: {},", *trained)
    yield say(
        "with the network of epoch {}, the best: {:,} of {:,} validation images right.",
        *(run.chosen, run.validated[run.chosen], len(run.validation_data)),
    )


def advice(run: Run) -> Iterator[str]:
    """Yield what went wrong most with the network that is kept, and what to try.

    >>> from purenet.data.image import Image
    >>> run = Run(Settings(hidden=[2]), [], (), [(Image(bytes(784)), 3)])
    >>> run.net.predict = lambda x: 8
    >>> list(advice(run))
    ['Most often confused: 3 read as 8 (1).']
    """
    answers = [(digit, a) for (_, digit), a in zip(run.test_data, run.answers())]
    wrong = Counter(pair for pair in answers if pair[0] != pair[1])
    if wrong:
        most = [say("{} read as {} ({})", *pair, n) for pair, n in wrong.most_common(5)]
        yield from wrapped(say("Most often confused: {}.", say(", ").join(most)))
    shown, given = Counter(d for d, _ in answers), Counter(a for _, a in answers)
    if dead := hardly_ever(shown, given):
        line = say(
            "Dead, hardly ever the answer: {}. An output neuron that is near 0 for "
            "every image hardly learns any more. Try more --epochs, more images, a "
            "smaller --eta, another --seed, or --init scaled.",
            say(", ").join(map(str, dead)),
        )
        yield from wrapped(line)


def hardly_ever(shown: Counter[int], given: Counter[int]) -> list[int]:
    """Return the digits whose outputs are as good as dead, from counts of digits.

    They are the answer to less than a fifth as many images as show them; fewer than a
    hundred images tell nothing. shown: what the images show; given: the answers.

    >>> hardly_ever(Counter({5: 50, 7: 50, 9: 100}), Counter({5: 9, 7: 0, 9: 191}))
    [5, 7]
    """
    if sum(shown.values()) < _ENOUGH:
        return []
    return [
        digit for digit in sorted(shown) if given[digit] * _FAR_BELOW < shown[digit]
    ]
