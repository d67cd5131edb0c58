"""Andrew Ng's exercise 4 from top to bottom, its figures beside those found here

The course's own files, ex4data1.mat and ex4weights.mat, are read from the
folder that --data or the environment variable PURENET_COURSE names. Without
them the course's digits are made out of MNIST, or of the built-in digits
where there is no MNIST.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence

from purenet.console.arguments import Parser, at_least
from purenet.console.programs import program
from purenet.console.progress import Bar, duration
from purenet.console.terminal import can
from purenet.course import one_vs_all
from purenet.course.conjugate_gradient import minimise
from purenet.course.course import (
    SIZES,
    debug_thetas,
    examples,
    random_thetas,
    relative_difference,
    roll,
    unroll,
)
from purenet.course.given import WEIGHTS, Data, first_of_each, load, upright
from purenet.course.shared_out import SharedOut
from purenet.course.whole_set import WholeSet
from purenet.data import course_digits
from purenet.demo.weights import legend
from purenet.descent import gradient
from purenet.pictures.pixels import grey_rows
from purenet.pictures.terminal import grey_picture, half_size, side_by_side
from purenet.pictures.terminal import weights as drawn
from purenet.pictures.terminal_charts import curves
from purenet.vectors import Vector

ITERATIONS = 50
EPSILON = 1e-4  # how far the course nudges a number to try
FEW = 30  # of each digit, unless --full
UNSEEN = 50  # of each digit, to test with

LMBDA = 1.0
LMBDA_ONE_VS_ALL = 0.1
COLUMNS = 60  # five neurons beside each other

PUBLISHED_COSTS = {0: 0.287629, 1: 0.383770, 3: 0.576051}
PUBLISHED_GIVEN = 97.52  # per cent right with the given weights
PUBLISHED_ONE_VS_ALL = 95.08
PUBLISHED_TRAINED = "95.5 to 97.5"

Digits = tuple[list[list[float]], list[int]]

def lines(
    path: str | None,
    full: bool = False,
    iterations: int = ITERATIONS,
    seed: int = 0,
    style: str = "ascii",
) -> Iterator[str]:
    """Yield the exercise from top to bottom."""
    rng = random.Random(seed)
    data = load(path, course_digits.EACH if full else FEW + UNSEEN)
    yield f"Data: {len(data.images):,} digits, {data.source}"
    yield from hundred(data, rng, style)
    yield from given_weights(data)
    yield from gradient_check()
    each = len(data.images) if full else FEW
    places = first_of_each(data.labels, each)
    unseen = first_of_each(data.labels, UNSEEN, after=each)
    to_learn = [data.images[n] for n in places], [data.labels[n] for n in places]
    to_test = [data.images[n] for n in unseen], [data.labels[n] for n in unseen]
    yield from logistic_regression(to_learn, to_test, iterations)
    yield from network(to_learn, to_test, iterations, rng, style)
    if not full:
        yield ""
        yield "All 5,000 digits, in some minutes: add --full"


def hundred(data: Data, rng: random.Random, style: str) -> Iterator[str]:
    """Yield a picture of a hundred digits, drawn at random."""
    yield ""
    yield "A hundred of them, at half their size:"
    yield ""
    some = [half_size(upright(rng.choice(data.images))) for _ in range(100)]
    # Thin strokes are grey at half the size: draw them darker.
    some = [[1.5 * number for number in image] for image in some]
    rows: list[list[int]] = []
    for first in range(0, 100, 10):
        tiles = [grey_rows(image) for image in some[first : first + 10]]
        for y in range(1, len(tiles[0]) - 1):
            rows.append([level for tile in tiles for level in tile[y][1:-1]])
    yield from grey_picture(rows, style)


def given_weights(data: Data) -> Iterator[str]:
    """Yield the cost and the accuracy of the course's trained weights."""
    yield ""
    if not data.given:
        yield f"Without the course's {WEIGHTS} there are no given weights to try."
        return
    yield f"The given weights, on all {len(data.images):,} digits:"
    yield "                            here    published"
    theta = unroll(data.given)
    whole = WholeSet(SIZES, examples(data.images, data.labels))
    for lmbda, published in PUBLISHED_COSTS.items():
        whole.lmbda = lmbda
        yield f"  cost, lambda {lmbda}  {whole.cost(theta):.12f} {published:12.6f}"
    right = percent(whole.predict(theta), data.labels)
    yield f"  read right      {right:12.2f} % {PUBLISHED_GIVEN:10.2f} %"


def gradient_check() -> Iterator[str]:
    """Yield the slopes of the debug network, found in both ways."""
    sizes, lmbda = [3, 5, 3], 3.0
    images = [list(row) for row in debug_thetas([2, 5])[0]]
    data = examples(images, [2, 3, 1, 2, 3], of=3)
    cost = WholeSet(sizes, data, lmbda)
    theta = unroll(debug_thetas(sizes))
    slopes, by_trying = cost(theta)[1], gradient(cost.cost, theta, EPSILON)
    yield ""
    yield "Checking the gradient: a network 3-5-3, lambda 3, its 38 slopes"
    yield ""
    yield "  by backprop   by trying         by backprop   by trying"
    half = len(slopes) // 2
    for left in range(half):
        yield "    ".join(
            f"{slopes[n]:13.9f} {by_trying[n]:13.9f}" for n in (left, left + half)
        )
    difference = relative_difference(slopes, by_trying)
    yield f"Relative difference: {difference:.2g} (the course wants less than 1e-9)"


def logistic_regression(
    to_learn: Digits, to_test: Digits, iterations: int
) -> Iterator[str]:
    """Yield how well ten neurons do, each trained by itself."""
    images, labels = to_learn
    started = time.perf_counter()
    with Bar("One-vs-all") as progress:
        theta = one_vs_all.train(
            images, labels, LMBDA_ONE_VS_ALL, iterations, progress=progress
        )
    seconds = time.perf_counter() - started
    yield ""
    yield (
        f"One-vs-all logistic regression, {len(images):,} digits, lambda "
        f"{LMBDA_ONE_VS_ALL:g}, {iterations} iterations: {duration(seconds)}"
    )
    yield from scores([400, 10], unroll([theta]), to_learn, to_test)
    yield f"  published, with all 5,000: {PUBLISHED_ONE_VS_ALL} %"


def network(
    to_learn: Digits,
    to_test: Digits,
    iterations: int,
    rng: random.Random,
    style: str,
) -> Iterator[str]:
    """Yield the training of the network 400-25-10, and its hidden neurons."""
    start = unroll(random_thetas(SIZES, rng))
    started = time.perf_counter()
    done = []
    with (
        Bar("Training") as progress,
        SharedOut(SIZES, examples(*to_learn), LMBDA) as cost,
    ):
        for iteration in minimise(cost, start, iterations):
            done.append(iteration)
            progress.label = f"Training, cost {iteration.cost:.4f}"
            progress(iteration.number, iterations)
    seconds = time.perf_counter() - started
    last = done[-1]
    yield ""
    yield (
        f"Network 400-25-10, {len(to_learn[0]):,} digits, lambda {LMBDA:g}, "
        f"{last.number} iterations: {duration(seconds)}"
    )
    yield f"  cost {last.cost:.4f} after {last.evaluations} evaluations"
    yield from scores(SIZES, last.theta, to_learn, to_test)
    yield f"  published, with all 5,000: {PUBLISHED_TRAINED} %"
    yield ""
    yield "The cost after each iteration:"
    yield ""
    yield from curves([[iteration.cost for iteration in done]], style=style, rows=13)
    yield ""
    yield "What the 25 hidden neurons look at:"
    yield legend(style)
    yield ""
    hidden, _ = roll(last.theta, SIZES)
    pictures = [drawn(half_size(upright(row[1:])), style) for row in hidden]
    yield from side_by_side(pictures, columns=COLUMNS)


def scores(
    sizes: Sequence[int], theta: Vector, to_learn: Digits, to_test: Digits
) -> Iterator[str]:
    """Yield how many digits are read right, of those learned from and of others."""
    for words, (images, labels) in (("learned from", to_learn), ("others", to_test)):
        if images:
            whole = WholeSet(sizes, examples(images, labels))
            right = percent(whole.predict(theta), labels)
            yield f"  right of the {len(images):,} {words}: {right:.2f} %"


def percent(answers: Sequence[int], labels: Sequence[int]) -> float:
    """Return the percentage of answers that are right.

    >>> percent([1, 2, 3, 4], [1, 2, 3, 5])
    75.0
    """
    right = sum(answer == label for answer, label in zip(answers, labels))
    return 100 * right / len(labels)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the demo."""
    parser = Parser(
        prog=program(__name__), description=(__doc__ or "").splitlines()[0]
    )
    add = parser.add_argument
    add("--data", metavar="FOLDER", help="with ex4data1.mat and ex4weights.mat")
    add("--full", action="store_true", help="learn from all 5,000 digits")
    add("--iterations", type=at_least(1), default=ITERATIONS, metavar="N",
        help="(50)")
    add("--seed", type=int, default=0, help="for another run (0)")
    args = parser.parse_args(argv)
    for line in lines(
        args.data, args.full, args.iterations, args.seed, can(sys.stdout)
    ):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
