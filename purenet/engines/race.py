"""Networks that race: lap by lap, each in a Python of its own.

They take turns, with one thread each; the time is that of the processor, so
that other programs on the machine disturb little, and the result is the
median lap. Images are prepared before the first lap, and the laps of every
runner's first two seconds do not count: PyPy spends them on making its machine
code.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import cycle
from statistics import median
from typing import Any, Callable, NamedTuple

from purenet.console.child import Child
from purenet.engines import ENGINES
from purenet.engines.packed import PackedNetwork
from purenet.engines.with_numpy import BookNetwork
from purenet.mnist_loader import load_data_wrapper
from purenet.words import say

_READ_IN_A_LAP = 1000
_STEPS = 50  # of the clock in a lap, at least: on Windows one is 15.6 ms
WARM_UP = 2.0  # seconds


class Track(NamedTuple):
    """What a runner is asked to run.

    learn: how many images are learned from in a lap, one after the other out
    of `images`; so a long data set is met piece by piece.
    """

    runner: str
    hidden: int
    images: int
    learn: int
    data: str


class Lap(NamedTuple):
    """Microseconds of processor time for an image: learning and recognising."""

    learning: float
    reading: float


_RUNNERS: dict[str, Any] = {**ENGINES, "NumPy": BookNetwork}
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def run(track: Track) -> Iterator[Lap]:
    """Get ready, yield a lap of 0.0, and then a lap each time one is asked for."""
    net = _RUNNERS[track.runner]([784, track.hidden, 10])
    data, _, tests = load_data_wrapper(
        track.data, train=track.images, validation=0, test=_READ_IN_A_LAP
    )
    training, reading = list(data), list(tests)
    if isinstance(net, BookNetwork):
        training = net.prepared(training)
        reading = [(net.image(x), digit) for x, digit in reading]
    if isinstance(net, PackedNetwork):
        net.evaluate([(x, 0) for x, _ in training])
    net.evaluate(reading)
    starts = range(0, len(training), track.learn)
    laps = cycle([training[start : start + track.learn] for start in starts])

    def learn() -> int:
        lap = next(laps)
        for first in range(0, len(lap), 10):
            net.update_mini_batch(lap[first : first + 10], 3.0)
        return len(lap)

    def read() -> int:
        net.evaluate(reading)
        return len(reading)

    yield Lap(0.0, 0.0)
    while True:
        yield Lap(_timed(learn), _timed(read))


def _timed(work: Callable[[], int]) -> float:
    """Return the microseconds that work takes, by what it returns how much it was.

    It is done again where the clock's step would be seen in the result.
    """
    begun = now = time.process_time()
    while now == begun:
        now = time.process_time()
    step = now - begun
    begun, done = now, 0
    while not done or now - begun < _STEPS * step:
        done += work()
        now = time.process_time()
    return 1e6 * (now - begun) / done


class Runner(Child):
    """A runner in a process of its own; leave the `with` block to end it.

    python: the Python to start. Raise OSError where the process ends early.
    """

    def __init__(self, track: Track, python: str | None) -> None:
        self.track = track
        self.laps: list[Lap] = []
        serve, told = "purenet.engines.race.serve", json.dumps(track)
        super().__init__(serve, told, python=python, more=ONE_THREAD)

    def lap(self) -> Lap:
        """Wait for the runner to be ready or to finish its lap, and return it."""
        line = self.line()
        if not line:
            raise OSError(say("the runner {} did not finish", self.track.runner))
        return Lap(*json.loads(line))


def serve(track: str) -> None:
    """Run in the process of a runner: a lap for each line that comes in.

    Its processor time has no limit: with one, Linux's clock of it goes in steps of
    4 ms. A lap comes to its end, and a runner ends with its owner.
    """
    laps = run(Track(*json.loads(track)))
    try:
        print(json.dumps(next(laps)), flush=True)
    except ImportError as error:
        sys.exit(str(error))
    for _ in sys.stdin:
        print(json.dumps(next(laps)), flush=True)


def race(tracks: Sequence[Track], rounds: int, numpy_python: str) -> dict[str, Lap]:
    """Return the median lap of each runner: so many in turns, after the warm-up."""
    with ExitStack() as stack:
        runners = []
        for track in tracks:
            runner = Runner(track, numpy_python if track.runner == "NumPy" else None)
            runners.append(runner)
            stack.enter_context(runner)
            runner.lap()  # it is ready
            begun = time.monotonic()
            while time.monotonic() - begun < WARM_UP:
                runner.tell("go")
                runner.lap()
        for _ in range(rounds):
            for runner in runners:
                runner.tell("go")
                runner.laps.append(runner.lap())
    return {r.track.runner: Lap(*map(median, zip(*r.laps))) for r in runners}
