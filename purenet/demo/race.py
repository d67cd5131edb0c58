"""the chapter's network three times: plain, made fast, and the book's with NumPy

Every runner is a Python of its own, as it would be for you; how they take
turns is told in purenet/engines/race.py. Without NumPy two runners run.
Made fast is, with CPython, the packed network, and with PyPy the flat one.
"""

from __future__ import annotations

import importlib.util
import platform
import sys
from collections.abc import Iterator, Sequence

from purenet.console.arguments import DATA, MOST_NEURONS, count, option
from purenet.console.programs import printing
from purenet.data.find import find
from purenet.engines import FASTEST
from purenet.engines.race import Lap, Track, race
from purenet.mnist_loader import load_data_wrapper
from purenet.pictures.terminal_charts import bars
from purenet.words import say


def table(result: dict[str, Lap]) -> Iterator[str]:
    """Yield what each runner took, and how often the time of the last one.

    >>> print(list(table({"plain": Lap(400.0, 80.0), "NumPy": Lap(40.0, 8.0)}))[1])
    plain    400.0 us  10.00       80.0 us  10.00
    """
    *_, last = result.values()
    yield say("          learning              recognising")
    for name, lap in result.items():
        yield (
            f"{name:<7}{lap.learning:7.1f} us {lap.learning / last.learning:6.2f}    "
            f"{lap.reading:7.1f} us {lap.reading / last.reading:6.2f}"
        )


def contest(
    tracks: Sequence[Track], rounds: int, numpy: str, style: str
) -> Iterator[str]:
    """Yield the table and the chart of one race; numpy: the Python that has it."""
    result = race(tracks, rounds, numpy)
    hidden, images = tracks[0].hidden, tracks[0].images
    yield ""
    yield say("784-{}-10, {:,} images: time an image, and as a ratio", hidden, images)
    yield ""
    yield from table(result)
    yield ""
    yield from bars([lap.learning for lap in result.values()], [*result], style, 60)


def lines(
    data: str | None, hidden: int, train: int, rounds: int, numpy: str | None,
    style: str,
) -> Iterator[str]:  # fmt: skip
    """Yield the race of two or three runners."""
    found = find(data)
    name = str(found.name)
    load_data_wrapper(name, train=1, validation=0, test=0)  # or say what is wrong
    runners = ["plain", FASTEST]
    if numpy or importlib.util.find_spec("numpy"):
        runners.append("NumPy")
    tracks = [Track(runner, hidden, train, train, name) for runner in runners]
    yield f"{platform.python_implementation()} {platform.python_version()}; {found}"
    yield from contest(tracks, rounds, numpy or sys.executable, style)
    if "NumPy" not in runners:
        yield ""
        yield say("The book's program would run too, if this Python had NumPy.")


main = printing(
    __name__,
    lines,
    DATA,
    count("--hidden", 30, help="hidden neurons (30)", most=MOST_NEURONS),
    count("--train", 1000, help="images in a lap (1000)"),
    count("--rounds", 7, help="laps of each runner (7)"),
    option("--numpy", metavar="PYTHON", help="the Python to run NumPy with (this one)"),
)
