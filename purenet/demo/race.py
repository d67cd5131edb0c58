"""the chapter's network three times: plain, made fast, and the book's with NumPy

Every runner is a Python of its own, as it would be for you; how they take
turns is told in purenet/engines/race.py. Without NumPy two runners run.
Made fast is, with CPython, the packed network, and with PyPy the flat one.
"""

from __future__ import annotations

import argparse
import importlib.util
import platform
import sys
from collections.abc import Iterator, Sequence

from purenet.console.arguments import MOST_NEURONS, Parser, at_least
from purenet.console.programs import program
from purenet.console.progress import Bar, duration
from purenet.console.speech import said
from purenet.console.terminal import can
from purenet.data.find import find
from purenet.engines import whole_race
from purenet.engines.race import RUNNERS, Lap, Track, preparing, race
from purenet.mnist_loader import load_data_wrapper
from purenet.pictures.terminal_charts import bars


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
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{python}; {said(str(found))}"
    lap = settings.train or 1000
    contests = [(settings.hidden, lap)]
    if settings.full:
        contests += [(10, 1000), (100, 1000), (300, 1000), (30, 500), (30, 50_000)]
    for hidden, images in contests:
        tracks = [
            Track(name, hidden, images, min(images, lap), data)
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
        images, reading, each, size = preparing(data)
        yield (
            f"Reading {images:,} images takes {reading:.1f} s, preparing them "
            f"{each:.0f} us each, once, and {size / 1e6:.0f} MB."
        )


def whole(settings: argparse.Namespace, numpy: bool) -> Iterator[str]:
    """Yield how long the whole chapter takes, with one Python after the other."""
    data = str(find(settings.data).name)
    chapter = whole_race.Chapter(data, hidden=settings.hidden, epochs=settings.epochs)
    if settings.train:
        chapter = chapter._replace(images=settings.train)
    yield (
        f"784-{chapter.hidden}-10, {chapter.epochs} epochs of {chapter.images:,} "
        "images, from start to end"
    )
    runs = [(python, whole_race.train) for python in [sys.executable, *settings.whole]]
    if numpy:
        runs.append((settings.numpy, whole_race.train_with_numpy))
    for python, run in runs:
        name = whole_race.name_of(python)
        if run is whole_race.train_with_numpy:
            name += ", NumPy"
        with Bar(name) as progress:
            finish = run(chapter, python, progress)
        yield f"{name:<24}{duration(finish.seconds):>12}   {finish.last}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the demo."""
    parser = Parser(
        prog=program(__name__), description=(__doc__ or "").splitlines()[0]
    )
    add = parser.add_argument
    add("--full", action="store_true", help="more sizes, more images; some minutes")
    add("--data", metavar="PATH|built-in", help="a file or folder")
    add("--hidden", type=at_least(1, MOST_NEURONS), default=30, metavar="N",
        help="hidden neurons (30)")
    add("--train", type=at_least(1), metavar="N",
        help="images in a lap (1000), or of the whole chapter (50000)")
    add("--rounds", type=at_least(1), default=7, metavar="N",
        help="laps of each runner (7)")
    add("--whole", nargs="*", metavar="PYTHON",
        help="train the whole chapter from start to end instead; with these too")
    add("--epochs", type=at_least(1), default=30, metavar="N",
        help="epochs of the whole chapter (30)")
    add("--numpy", metavar="PYTHON", help="the Python to run NumPy with (this one)")
    settings = parser.parse_args(argv)
    names = list(RUNNERS)
    names.remove("packed" if platform.python_implementation() == "PyPy" else "flat")
    if not (settings.numpy or importlib.util.find_spec("numpy")):
        names.remove("NumPy")
    settings.numpy = settings.numpy or sys.executable
    if settings.whole is not None:
        told = whole(settings, "NumPy" in names)
    else:
        told = lines(settings, names, can(sys.stdout))
    for line in told:
        print(line, flush=True)
    if "NumPy" not in names:
        print("\nThe book's program would run too, if this Python had NumPy.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
