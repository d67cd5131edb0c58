"""The whole chapter as a race: programs from their start to their end.

What a user waits for is more than the arithmetic: Python starts, the file is
read, images are prepared, PyPy makes its machine code, and after each epoch
all test images are read. So whole programs are timed here, by the clock on
the wall, one after the other, from the same file.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Sequence
from typing import NamedTuple

from purenet.console.child import Child
from purenet.data import Progress
from purenet.engines.race import ONE_THREAD


class Chapter(NamedTuple):
    """What is trained: 784-hidden-10, from the weights that the book starts with.

    >>> Chapter("mnist.pkl.gz").epochs
    30
    """

    data: str
    images: int = 50_000
    tests: int = 10_000
    hidden: int = 30
    epochs: int = 30


class Finish(NamedTuple):
    """How long a program took, and what it printed for the last epoch.

    >>> Finish(seconds=75.0, last="9530 / 10000").last
    '9530 / 10000'
    """

    seconds: float
    last: str


def train(chapter: Chapter, python: str, progress: Progress) -> Finish:
    """Run what a user runs: python3 -m purenet train."""
    options = {
        "data": chapter.data, "train": chapter.images, "test": chapter.tests,
        "hidden": chapter.hidden, "epochs": chapter.epochs, "init": "book",
    }
    arguments = [f"--{name}={value}" for name, value in options.items()]
    command = ["-m", "purenet", "--lang=en", "train", *arguments]
    return _timed(python, command, chapter.epochs, progress)


def train_with_numpy(chapter: Chapter, python: str, progress: Progress) -> Finish:
    """Run the book's program, in a Python that has NumPy."""
    code = "from purenet.engines import with_numpy; with_numpy.main()"
    command = ["-c", code, json.dumps(chapter)]
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


def name_of(python: str) -> str:
    """Return the name and the number of a Python, as "CPython 3.11.7"."""
    code = "import platform as p; print(p.python_implementation(), p.python_version())"
    with Child("-c", code, python=python) as child:
        return child.line().decode().strip() or python
