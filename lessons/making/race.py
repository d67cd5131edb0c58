"""time the whole chapter from start to end, as README and lesson 16 have it

What a user waits for is more than the arithmetic: Python starts, the file is
read, images are prepared, PyPy makes its machine code, and after each epoch
all test images are read. So whole programs are timed here, by the clock on
the wall, one after the other, from the same file: with this Python, with those
named, and the book's program where there is NumPy. With --laps the laps of the
demo race are run for all sizes instead.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purenet import commands
from purenet.console.child import Child
from purenet.console.programs import program, run_named
from purenet.console.progress import Bar, duration
from purenet.console.terminal import can
from purenet.data import Progress
from purenet.data.find import find
from purenet.demo.race import contest
from purenet.engines import FASTEST
from purenet.engines.columns import prepared
from purenet.engines.race import ONE_THREAD, Track
from purenet.engines.with_numpy import BookNetwork
from purenet.mnist_loader import load_data_wrapper

LAPS = (10, 1000), (30, 1000), (100, 1000), (300, 1000), (30, 500), (30, 50_000)


class Chapter(NamedTuple):
    """What is trained: 784-hidden-10, from the weights that the book starts with."""

    data: str
    images: int = 50_000
    tests: int = 10_000
    hidden: int = 30
    epochs: int = 30


class Finish(NamedTuple):
    """How long a program took, and what it printed for the last epoch."""

    seconds: float
    last: str


def train(chapter: Chapter, python: str, progress: Progress) -> Finish:
    """Run what a user runs: python3 -m purenet train."""
    options = {
        "data": chapter.data, "train": chapter.images, "test": chapter.tests,
        "hidden": chapter.hidden, "epochs": chapter.epochs, "init": "book",
    }  # fmt: skip
    arguments = [f"--{name}={value}" for name, value in options.items()]
    command = ["lessons.making.race.our_program", *arguments]
    return _timed(python, command, chapter.epochs, progress)


def our_program(*arguments: str) -> None:
    """Train as a command does."""
    run_named(commands, "command", ["--lang=en", "train", *arguments])


def train_with_numpy(chapter: Chapter, python: str, progress: Progress) -> Finish:
    """Run the book's program, in a Python that has NumPy."""
    command = ["lessons.making.race.the_book_s_program", json.dumps(chapter)]
    return _timed(python, command, chapter.epochs, progress)


def _timed(
    python: str, command: Sequence[str], epochs: int, progress: Progress
) -> Finish:
    """Run a program that prints a line an epoch. OSError where it ends early."""
    last, line, done, begun = "", "", 0, time.monotonic()
    progress(done, epochs)
    errors = subprocess.STDOUT
    with Child(*command, python=python, stderr=errors, more=ONE_THREAD) as child:
        for line in iter(lambda: child.line().decode("utf-8", "replace"), ""):
            if line.startswith("Epoch"):
                last = line.split(":")[1].strip()
                done += 1
                progress(done, epochs)
    if done < epochs:
        raise OSError(f"{python} did not train to the end: {line.strip()}")
    return Finish(time.monotonic() - begun, last)


def the_book_s_program(chapter: str) -> None:
    """Train with NumPy as a Chapter says; print the book's lines."""
    data, images, tests, hidden, epochs = json.loads(chapter)
    pairs, _, unseen = load_data_wrapper(data, train=images, validation=0, test=tests)
    net = BookNetwork([784, hidden, 10])
    training = net.prepared(pairs)
    reading = [(net.image(x), digit) for x, digit in unseen]
    for epoch in range(epochs):
        shuffled = list(training)
        net.rng.shuffle(shuffled)
        for start in range(0, len(shuffled), 10):
            net.update_mini_batch(shuffled[start : start + 10], 3.0)
        print(f"Epoch {epoch}: {net.evaluate(reading)} / {len(reading)}")


def name_of(python: str) -> str:
    """Return the name and the number of a Python, as "CPython 3.11.7"."""
    code = "import platform as p; print(p.python_implementation(), p.python_version())"
    with Child("builtins.exec", code, python=python) as child:
        return child.line().decode().strip() or python


def whole(chapter: Chapter, pythons: Sequence[str], numpy: str) -> Iterator[str]:
    """Yield how long the whole chapter takes, with one Python after the other."""
    yield (
        f"784-{chapter.hidden}-10, {chapter.epochs} epochs of {chapter.images:,} "
        "images, from start to end"
    )
    runs = [(python, train) for python in pythons]
    if numpy:
        runs.append((numpy, train_with_numpy))
    for python, run in runs:
        name = name_of(python) + (", NumPy" if run is train_with_numpy else "")
        with Bar(name) as progress:
            finish = run(chapter, python, progress)
        yield f"{name:<24}{duration(finish.seconds):>12}   {finish.last}"


def laps(data: str, numpy: str) -> Iterator[str]:
    """Yield the tables of the demo race for all sizes, and what comes before a lap."""
    names = ["plain", FASTEST, *(["NumPy"] if numpy else [])]
    for hidden, images in LAPS:
        lap = min(images, 1000)
        tracks = [Track(name, hidden, images, lap, data) for name in names]
        yield from contest(tracks, 7, numpy, can(sys.stdout))
    begun = time.process_time()
    parts = load_data_wrapper(data)
    read = time.process_time()
    images = [bytes(x) for part in parts for x, _ in part]
    kept = {x: prepared(x) for x in images}
    ready = time.process_time()
    size = sys.getsizeof(kept) + sum(
        sys.getsizeof(image) + sum(map(sys.getsizeof, image)) for image in kept.values()
    )
    yield ""
    yield (
        f"Reading {len(images):,} images takes {read - begun:.1f} s, preparing them "
        f"{1e6 * (ready - read) / len(images):.0f} us each, once, and "
        f"{size / 1e6:.0f} MB."
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Print how long it takes."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog=program(__name__), description=__doc__, formatter_class=raw
    )
    add = parser.add_argument
    add("pythons", nargs="*", metavar="PYTHON", help="others to train with, pypy3 say")
    add("--data", metavar="PATH|built-in", help="a file or folder")
    add("--laps", action="store_true", help="laps of all sizes instead; some minutes")
    for name, number in Chapter("")._asdict().items():
        if name != "data":
            add(f"--{name}", type=int, default=number, metavar="N", help=f"({number})")
    args = parser.parse_args(argv)
    data = str(find(args.data).name)
    numpy = sys.executable if importlib.util.find_spec("numpy") else ""
    chapter = Chapter(data, args.images, args.tests, args.hidden, args.epochs)
    pythons = [sys.executable, *args.pythons]
    for line in laps(data, numpy) if args.laps else whole(chapter, pythons, numpy):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
