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

from purenet.console.arguments import MOST_NEURONS, Parser, at_least
from purenet.console.programs import program
from purenet.console.terminal import can
from purenet.data.find import find
from purenet.engines import FASTEST
from purenet.engines.race import Lap, Track, race
from purenet.mnist_loader import load_data_wrapper
from purenet.pictures.terminal_charts import bars
from purenet.words import say


def table(result: dict[str, Lap]) -> Iterator[str]:
    """Yield what each runner took, and how often the time of the last one.

    >>> for line in table({"plain": Lap(400.0, 80.0), "NumPy": Lap(40.0, 8.0)}):
    ...     print(line)
              learning              recognising
    plain    400.0 us  10.00       80.0 us  10.00
    NumPy     40.0 us   1.00        8.0 us   1.00
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


def main(argv: Sequence[str] | None = None) -> int:
    """Print the demo."""
    parser = Parser(prog=program(__name__), description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--data", metavar="PATH|built-in", help="a file or folder")
    add(
        "--hidden",
        type=at_least(1, MOST_NEURONS),
        default=30,
        metavar="N",
        help="hidden neurons (30)",
    )
    add(
        "--train",
        type=at_least(1),
        default=1000,
        metavar="N",
        help="images in a lap (1000)",
    )
    add(
        "--rounds",
        type=at_least(1),
        default=7,
        metavar="N",
        help="laps of each runner (7)",
    )
    add("--numpy", metavar="PYTHON", help="the Python to run NumPy with (this one)")
    args = parser.parse_args(argv)
    found = find(args.data)
    data = str(found.name)
    load_data_wrapper(data, train=1, validation=0, test=0)  # or say what is wrong
    names = ["plain", FASTEST]
    if args.numpy or importlib.util.find_spec("numpy"):
        names.append("NumPy")
    tracks = [Track(name, args.hidden, args.train, args.train, data) for name in names]
    print(f"{platform.python_implementation()} {platform.python_version()}; {found}")
    python, style = args.numpy or sys.executable, can(sys.stdout)
    for line in contest(tracks, args.rounds, python, style):
        print(line, flush=True)
    if "NumPy" not in names:
        print("\n" + say("The book's program would run too, if this Python had NumPy."))
    return 0


if __name__ == "__main__":
    sys.exit(main())
