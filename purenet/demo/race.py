"""the chapter's network three times: plain, packed, and the book's with NumPy

Every runner is a Python of its own, as it would be for you, with one thread.
They take turns, lap by lap; the time is that of the processor, so that other
programs on the machine disturb little, and the result is the median lap.
Images are prepared before the first lap, and the first five laps of every runner
do not count: PyPy spends them on making its machine code. Without NumPy two
runners run.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import purenet
from purenet.beyond.columns import ink
from purenet.beyond.packed import PackedNetwork
from purenet.console.arguments import MOST_NEURONS, at_least
from purenet.console.programs import program
from purenet.console.terminal import can
from purenet.data.find import find
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.pictures.terminal_charts import bars

READ_IN_A_LAP = 1000
WARM_UP = 5  # laps


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


class BookNetwork:
    """The book's algorithm with NumPy, an example at a time.

    As in the book's program all vectors are columns, the inputs float32 and
    everything else float64. Raise ImportError where NumPy is missing.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        try:
            import numpy  # type: ignore[import-not-found,unused-ignore]
        except ImportError:
            raise ImportError(f"{sys.executable} has no NumPy") from None
        self.np: Any = numpy
        net = Network(sizes, seed=0)
        self.biases = [self.column(b) for b in net.biases]
        self.weights = [self.np.array(list(w)) for w in net.weights]

    def column(self, numbers: Sequence[float], kind: str = "float64") -> Any:
        """Return a vector as the book has it."""
        return self.np.array(list(numbers), kind).reshape(-1, 1)

    def prepared(self, pairs: Sequence[Any]) -> list[Any]:
        """Return pairs of columns for pairs of sequences."""
        return [(self.column(x, "float32"), self.column(y)) for x, y in pairs]

    def sigmoid(self, z: Any) -> Any:
        """Return sigma of every number of z."""
        return 1.0 / (1.0 + self.np.exp(-z))

    def sigmoid_prime(self, z: Any) -> Any:
        """Return the slope of sigma at every number of z."""
        return self.sigmoid(z) * (1 - self.sigmoid(z))

    def predict(self, a: Any) -> int:
        """Return which output is the largest."""
        for b, w in zip(self.biases, self.weights):
            a = self.sigmoid(self.np.dot(w, a) + b)
        return int(self.np.argmax(a))

    def evaluate(self, pairs: Sequence[Any]) -> int:
        """Return how many of the pairs (x, digit) are answered right."""
        return sum(self.predict(x) == digit for x, digit in pairs)

    def update_mini_batch(self, mini_batch: Sequence[Any], eta: float) -> None:
        """Take one step down the gradient averaged over the mini-batch."""
        sum_b, sum_w = self.zeros()
        for x, y in mini_batch:
            nabla_b, nabla_w = self.backprop(x, y)
            sum_b = [total + nabla for total, nabla in zip(sum_b, nabla_b)]
            sum_w = [total + nabla for total, nabla in zip(sum_w, nabla_w)]
        share = eta / len(mini_batch)
        self.weights = [w - share * nabla for w, nabla in zip(self.weights, sum_w)]
        self.biases = [b - share * nabla for b, nabla in zip(self.biases, sum_b)]

    def backprop(self, x: Any, y: Any) -> tuple[list[Any], list[Any]]:
        """Return the gradient of one example's cost."""
        nabla_b, nabla_w = self.zeros()
        activations, zs = [x], []
        for b, w in zip(self.biases, self.weights):
            zs.append(self.np.dot(w, activations[-1]) + b)
            activations.append(self.sigmoid(zs[-1]))
        delta = (activations[-1] - y) * self.sigmoid_prime(zs[-1])
        nabla_b[-1] = delta
        nabla_w[-1] = self.np.dot(delta, activations[-2].T)
        for layer in range(2, len(activations)):
            slope = self.sigmoid_prime(zs[-layer])
            delta = self.np.dot(self.weights[1 - layer].T, delta) * slope
            nabla_b[-layer] = delta
            nabla_w[-layer] = self.np.dot(delta, activations[-layer - 1].T)
        return nabla_b, nabla_w

    def zeros(self) -> tuple[list[Any], list[Any]]:
        """Return zeros in the shapes of the biases and the weights."""
        return (
            [self.np.zeros(b.shape) for b in self.biases],
            [self.np.zeros(w.shape) for w in self.weights],
        )


RUNNERS: dict[str, Any] = {
    "plain": Network,
    "packed": PackedNetwork,
    "NumPy": BookNetwork,
}


def run(track: Track) -> Iterator[Lap]:
    """Get ready, yield a lap of 0.0, and then a lap each time one is asked for."""
    net = RUNNERS[track.runner]([784, track.hidden, 10])
    data, _, tests = load_data_wrapper(
        track.data, train=track.images, validation=0, test=READ_IN_A_LAP
    )
    training, reading = list(data), list(tests)
    if isinstance(net, BookNetwork):
        training = net.prepared(training)
        reading = [(net.column(x, "float32"), digit) for x, digit in reading]
    if isinstance(net, PackedNetwork):
        net.evaluate([(x, 0) for x, _ in training])
    net.evaluate(reading)
    yield Lap(0.0, 0.0)
    start = 0
    while True:
        lap = training[start : start + track.learn]
        start = (start + track.learn) % len(training)
        begun = time.process_time()
        for first in range(0, len(lap), 10):
            net.update_mini_batch(lap[first : first + 10], 3.0)
        learned = time.process_time()
        net.evaluate(reading)
        read = time.process_time()
        yield Lap(
            1e6 * (learned - begun) / len(lap), 1e6 * (read - learned) / len(reading)
        )


class Runner:
    """A runner in a process of its own; leave the `with` block to end it.

    python: the Python to start. Raise OSError where the process ends early.
    """

    def __init__(self, track: Track, python: str) -> None:
        code = "from purenet.demo import race; race.serve()"
        one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        here = str(Path(purenet.__file__).parent.parent)
        self.track = track
        self.laps: list[Lap] = []
        self.process = subprocess.Popen(
            [python, "-c", code, json.dumps(track)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, **one_thread, "PYTHONPATH": here},
        )

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def lap(self) -> Lap:
        """Wait for the runner to be ready or to finish its lap, and return it."""
        assert self.process.stdin and self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise OSError(f"the runner {self.track.runner} did not finish")
        return Lap(*json.loads(line))

    def start_lap(self) -> None:
        """Let the runner run one more lap."""
        assert self.process.stdin
        self.process.stdin.write("go\n")
        self.process.stdin.flush()


def serve() -> None:
    """Run in the process of a runner: a lap for each line that comes in."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word
    laps = run(Track(*json.loads(sys.argv[1])))
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
            python = numpy_python if track.runner == "NumPy" else sys.executable
            runners.append(stack.enter_context(Runner(track, python)))
            runners[-1].lap()  # it is ready
        for _ in range(WARM_UP + rounds):
            for runner in runners:
                runner.start_lap()
                runner.laps.append(runner.lap())
    return {
        runner.track.runner: Lap(*map(median, zip(*runner.laps[WARM_UP:])))
        for runner in runners
    }


def table(result: dict[str, Lap]) -> Iterator[str]:
    """Yield what each runner took, and how often the time of the last one.

    >>> for line in table({"plain": Lap(400.0, 80.0), "NumPy": Lap(40.0, 8.0)}):
    ...     print(line)
              learning              recognising
    plain    400.0 us  10.00       80.0 us  10.00
    NumPy     40.0 us   1.00        8.0 us   1.00
    """
    *_, last = result.values()
    yield "          learning              recognising"
    for name, lap in result.items():
        yield (
            f"{name:<7}{lap.learning:7.1f} us {lap.learning / last.learning:6.2f}    "
            f"{lap.reading:7.1f} us {lap.reading / last.reading:6.2f}"
        )


def lines(
    settings: argparse.Namespace, names: Sequence[str], style: str
) -> Iterator[str]:
    """Yield the race's table, and its chart."""
    found = find(settings.data)
    data = str(found.name)
    load_data_wrapper(data, train=1, validation=0, test=0)  # or say what is wrong
    yield f"{platform.python_implementation()} {platform.python_version()}; {found}"
    contests = [(settings.hidden, settings.train)]
    if settings.full:
        contests += [(10, 1000), (100, 1000), (300, 1000), (30, 500), (30, 50_000)]
    for hidden, images in contests:
        tracks = [
            Track(name, hidden, images, min(images, settings.train), data)
            for name in names
        ]
        result = race(tracks, settings.rounds, settings.numpy)
        yield ""
        yield f"784-{hidden}-10, {images:,} images: time an image, and as a ratio"
        yield ""
        yield from table(result)
        yield ""
        yield from bars([lap.learning for lap in result.values()], names, style, 60)
    if settings.full:
        yield ""
        yield from prepared(data)


def prepared(data: str) -> Iterator[str]:
    """Yield what it costs to prepare all images there are."""
    parts = load_data_wrapper(data)
    images = [x for part in parts for x, _ in part]
    begun = time.process_time()
    kept = {bytes(x): ink(bytes(x)) for x in images}  # as PackedNetwork does
    each = 1e6 * (time.process_time() - begun) / len(images)
    size = sum(map(size_of, kept.values())) + sys.getsizeof(kept)
    yield (
        f"Preparing {len(images):,} images takes {each:.0f} us each, once, "
        f"and {size / 1e6:.0f} MB."
    )


def size_of(image: Any) -> int:
    """Return the bytes that a prepared image takes."""
    return sys.getsizeof(image) + sum(map(sys.getsizeof, image))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the demo."""
    parser = argparse.ArgumentParser(
        prog=program(__name__), description=(__doc__ or "").splitlines()[0]
    )
    add = parser.add_argument
    add("--full", action="store_true", help="more sizes, more images; some minutes")
    add("--data", metavar="PATH|built-in", help="a file or folder")
    add("--hidden", type=at_least(1, MOST_NEURONS), default=30, metavar="N",
        help="hidden neurons (30)")
    add("--train", type=at_least(1), default=1000, metavar="N",
        help="images in a lap (1000)")
    add("--rounds", type=at_least(1), default=7, metavar="N",
        help="laps of each runner (7)")
    add("--numpy", metavar="PYTHON", help="the Python to run NumPy with (this one)")
    settings = parser.parse_args(argv)
    names = list(RUNNERS)
    if not (settings.numpy or importlib.util.find_spec("numpy")):
        names.remove("NumPy")
    settings.numpy = settings.numpy or sys.executable
    for line in lines(settings, names, can(sys.stdout)):
        print(line, flush=True)
    if "NumPy" not in names:
        print("\nThe book's program would run too, if this Python had NumPy.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
