"""The exercise from top to bottom, its published figures beside those found here.

Each part yields lines; `python3 -m purenet.demo course` prints them all.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence

from purenet.console.progress import Bar, duration
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
from purenet.course.given import EACH, WEIGHTS, Data, load, some, upright
from purenet.course.shared_out import SharedOut
from purenet.course.whole_set import WholeSet
from purenet.data.course_digits import Course
from purenet.descent import gradient
from purenet.pictures import terminal
from purenet.pictures.pixels import grey_rows
from purenet.pictures.terminal_charts import curves
from purenet.vectors import Vector
from purenet.words import later, say

ITERATIONS = 50
_NUDGE = 1e-4  # how far the course moves a number to try
FEW = 30  # of each digit, unless all are wanted
UNSEEN = 50  # of each digit, to test with

LMBDA = 1.0
_COLUMNS = 60  # five neurons beside each other

_PUBLISHED_COSTS = {0: 0.287629, 1: 0.383770, 3: 0.576051}
_PUBLISHED_GIVEN = 97.52  # per cent right with the given weights
_PUBLISHED_ONE_VS_ALL = 95.08
_PUBLISHED_TRAINED = "95.5 to 97.5"


def walk(
    data: str | None, full: bool = False, iterations: int = ITERATIONS, seed: int = 0,
    style: str = "ascii",
) -> Iterator[str]:  # fmt: skip
    """Yield the exercise from top to bottom; data: as for `given.load`.

    >>> next(walk("built-in"))
    'Data: 800 digits, made out of the built-in digits'
    """
    rng = random.Random(seed)
    digits = load(data, EACH if full else FEW + UNSEEN)
    yield say("Data: {:,} digits, {}", len(digits.images), digits.source)
    yield ""
    yield say("A hundred of them, at half their size:")
    yield ""
    yield from displayed([rng.choice(digits.images) for _ in range(100)], style)
    yield from _given_weights(digits)
    yield from _gradient_check()
    each = len(digits.images) if full else FEW
    to_learn, to_test = some(digits, each), some(digits, UNSEEN, after=each)
    yield from _logistic_regression(to_learn, to_test, iterations)
    yield from _network(to_learn, to_test, iterations, rng, style)
    if not full:
        yield ""
        yield say("All 5,000 digits, in some minutes: add --full")


def displayed(images: Sequence[Sequence[float]], style: str) -> Iterator[str]:
    """Yield the course's images, upright, ten beside each other, at half their size.

    >>> print(*displayed([[1.0] * 400], "ascii"), sep="\\n")  # doctest: +ELLIPSIS
    @@@@@@@@
    ...
    """
    small = [terminal.half_size(upright(image)) for image in images]
    # Thin strokes are grey at half the size: draw them darker.
    tiles = [grey_rows([1.5 * number for number in image]) for image in small]
    rows: list[list[int]] = []
    for first in range(0, len(tiles), 10):
        beside = tiles[first : first + 10]
        for y in range(1, len(tiles[0]) - 1):
            line = [level for tile in beside for level in tile[y][1:-1]]
            rows.append(line + [0] * (8 * min(10, len(tiles)) - len(line)))
    yield from terminal.grey_picture(rows, style)


def _given_weights(data: Data) -> Iterator[str]:
    """Yield the cost and the accuracy of the course's trained weights."""
    yield ""
    if not data.given:
        yield say("Without the course's {} there are no given weights to try.", WEIGHTS)
        return
    yield say("The given weights, on all {:,} digits:", len(data.images))
    yield say("                            here    published")
    theta = unroll(data.given)
    whole = WholeSet(SIZES, examples(data.images, data.labels))
    for lmbda, published in _PUBLISHED_COSTS.items():
        whole.lmbda = lmbda
        cost = whole.cost(theta)
        yield say("  cost, lambda {}  {:.12f} {:12.6f}", lmbda, cost, published)
    right = whole.accuracy(theta)
    yield say("  read right      {:12.2f} % {:10.2f} %", right, _PUBLISHED_GIVEN)


def _gradient_check() -> Iterator[str]:
    sizes, lmbda = [3, 5, 3], 3.0
    images = [list(row) for row in debug_thetas([2, 5])[0]]
    cost = WholeSet(sizes, examples(images, [2, 3, 1, 2, 3], of=3), lmbda)
    theta = unroll(debug_thetas(sizes))
    slopes, by_trying = cost(theta)[1], gradient(cost.cost, theta, _NUDGE)
    yield ""
    yield say("Checking the gradient: a network 3-5-3, lambda 3, its 38 slopes")
    yield ""
    yield say("  by backprop   by trying         by backprop   by trying")
    half = len(slopes) // 2
    pairs = [f"{by:13.9f} {tried:13.9f}" for by, tried in zip(slopes, by_trying)]
    yield from map("    ".join, zip(pairs[:half], pairs[half:]))
    wants = "Relative difference: {:.2g} (the course wants less than 1e-9)"
    yield say(wants, relative_difference(slopes, by_trying))


def _logistic_regression(
    to_learn: Course, to_test: Course, iterations: int
) -> Iterator[str]:
    """Yield how well ten neurons do, each trained by itself."""
    lmbda, started = 0.1, time.perf_counter()
    with Bar(say("One-vs-all")) as progress:
        theta = one_vs_all.train(*to_learn, lmbda, iterations, progress=progress)
    took = duration(time.perf_counter() - started)
    yield ""
    text = "One-vs-all logistic regression, {:,} digits, lambda {:g}, {} iterations: {}"
    yield say(text, len(to_learn[0]), lmbda, iterations, took)
    yield from _scores([400, 10], unroll([theta]), to_learn, to_test)
    yield say("  published, with all 5,000: {} %", _PUBLISHED_ONE_VS_ALL)


def _network(
    to_learn: Course, to_test: Course, iterations: int, rng: random.Random, style: str
) -> Iterator[str]:
    """Yield the training of the network 400-25-10, and its hidden neurons."""
    start = unroll(random_thetas(SIZES, rng))
    started = time.perf_counter()
    done = []
    with (
        Bar(say("Training")) as progress,
        SharedOut(SIZES, examples(*to_learn), LMBDA) as cost,
    ):
        for last in minimise(cost, start, iterations):
            done.append(last.cost)
            progress.label = say("Training, cost {:.4f}", last.cost)
            progress(last.number, iterations)
    took = duration(time.perf_counter() - started)
    yield ""
    text = "Network 400-25-10, {:,} digits, lambda {:g}, {} iterations: {}"
    yield say(text, len(to_learn[0]), LMBDA, last.number, took)
    yield say("  cost {:.4f} after {} evaluations", last.cost, last.evaluations)
    yield from _scores(SIZES, last.theta, to_learn, to_test)
    yield say("  published, with all 5,000: {} %", _PUBLISHED_TRAINED)
    yield ""
    yield say("The cost after each iteration:")
    yield ""
    yield from curves([done], style=style, rows=13)
    yield ""
    yield say("What the 25 hidden neurons look at:")
    yield terminal.weights_legend(style)
    yield ""
    hidden, _ = roll(last.theta, SIZES)
    half = [terminal.half_size(upright(row[1:])) for row in hidden]
    pictures = [terminal.weights(each, style) for each in half]
    yield from terminal.side_by_side(pictures, columns=_COLUMNS)


def _scores(
    sizes: list[int], theta: Vector, to_learn: Course, to_test: Course
) -> Iterator[str]:
    """Yield how many digits are read right, of those learned from and of others."""
    for words, (images, labels) in (
        (later("  right of the {:,} learned from: {:.2f} %"), to_learn),
        (later("  right of the {:,} others: {:.2f} %"), to_test),
    ):
        if images:
            whole = WholeSet(sizes, examples(images, labels))
            yield say(words, len(images), whole.accuracy(theta))
