"""four ways to learn the same digits in as many passes: SGD, conjugate gradients

A pass shows every digit once, forward and back, so it takes about the same
time on every road. Mini-batches make a step for every ten digits; the other
two look at all digits before each step.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

from purenet.console.arguments import Parser, at_least
from purenet.console.programs import program
from purenet.console.progress import Bar, duration
from purenet.console.speech import said
from purenet.console.terminal import can, padded
from purenet.course.course import examples
from purenet.course.given import first_of_each, load
from purenet.course.roads import Split, cost, followed, roads
from purenet.demo.course import FEW, UNSEEN
from purenet.pictures.terminal_charts import curves

MOST_EACH = 5000  # what MNIST has of a digit
SHOWN = (1, 2, 5, 10, 20, 50, 75, 100)


def lines(
    path: str | None,
    each: int = FEW,
    unseen: int = UNSEEN,
    passes: int = 20,
    seed: int = 0,
    style: str = "ascii",
) -> Iterator[str]:
    """Yield how many digits are read right after so many passes on each road."""
    data = load(path, each + unseen)
    train = first_of_each(data.labels, each)
    test = first_of_each(data.labels, unseen, after=each)
    if not train or not test:
        raise ValueError(
            f"{len(train)} digits to learn from and {len(test)} to test with; both "
            "are needed"
        )
    digits = Split(
        examples([data.images[n] for n in train], [data.labels[n] for n in train]),
        [(data.images[n], data.labels[n] - 1) for n in test],
    )
    yield f"Data: {data.source}; {len(train):,} to learn from, {len(test):,} others"
    shown = [number for number in SHOWN if number <= passes]
    yield ""
    yield "Right, in per cent of the others, after so many passes:"
    yield ""
    yield " " * 38 + "".join(f"{number:6}" for number in shown)
    curves_: dict[str, list[float]] = {}
    for name, points in roads(digits, passes, seed):
        started = time.perf_counter()
        with Bar(name) as progress:
            right, net = followed(points, digits.test, passes, progress)
        curves_[name] = right[1:]
        shares = "".join(f"{right[number]:6.1f}" for number in shown)
        yield padded(said(name), 38) + shares
        seconds = duration(time.perf_counter() - started)
        yield f"  (training cost {cost(digits, net):.4f}; {seconds})"
    yield ""
    yield from curves(
        list(curves_.values()), list(curves_), style, high=100.0, first=1, last=passes
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Print the demo."""
    parser = Parser(
        prog=program(__name__), description=(__doc__ or "").splitlines()[0]
    )
    add_argument = parser.add_argument
    add_argument("--data", metavar="FOLDER", help="as for the demo course")
    for name, type_, default, words in (
        ("--each", at_least(1, MOST_EACH), FEW, "of each digit to learn from"),
        ("--unseen", at_least(1, MOST_EACH), UNSEEN, "of each digit to test with"),
        ("--passes", at_least(1), 20, "over all digits"),
        ("--seed", int, 0, "for another run"),
    ):
        add_argument(
            name, type=type_, default=default, metavar="N", help=f"{words} ({default})"
        )
    args = parser.parse_args(argv)
    for line in lines(
        args.data, args.each, args.unseen, args.passes, args.seed, can(sys.stdout)
    ):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
