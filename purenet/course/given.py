"""The digits of Andrew Ng's exercise 4: out of its own files, or made.

The files, ex4data1.mat and ex4weights.mat, are read from the folder that is
named, or that the environment variable PURENET_COURSE names. Without them the
digits are made out of MNIST, or of the built-in digits where there is no MNIST.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from purenet.console.progress import Bar
from purenet.data import course_digits, matlab
from purenet.data.find import find
from purenet.matrix import Matrix
from purenet.mnist_loader import load_data

VARIABLE = "PURENET_COURSE"
DIGITS, WEIGHTS = "ex4data1.mat", "ex4weights.mat"


class Data(NamedTuple):
    """Where the digits are from; the digits; the given weights, if any."""

    source: str
    images: list[list[float]]
    labels: list[int]
    given: list[Matrix]


def load(path: str | None, each: int) -> Data:
    """Return the course's digits out of its file, or made: `each` of every digit.

    path: a folder with the course's files, or what `purenet.data.find` takes.
    """
    folder = Path(path or os.environ.get(VARIABLE) or ".")
    given = []
    if (folder / WEIGHTS).is_file():
        read = matlab.read(folder / WEIGHTS, "Theta1", "Theta2")
        given = [Matrix(list(read[name].in_rows())) for name in ("Theta1", "Theta2")]
    if (folder / DIGITS).is_file():
        images, labels = course_digits.read(folder / DIGITS)
        return Data(str(folder / DIGITS), images, labels, given)
    found = find(None if given else path)
    with Bar("Reading digits") as progress:
        digits, _, _ = load_data(
            found.name,
            train=course_digits.enough(each),
            validation=0,
            test=0,
            progress=progress,
        )
    with Bar("Making them smaller") as progress:
        images, labels = course_digits.chosen(*digits, each, progress)
    source = f"made out of {found}"
    return Data(source, images, labels, given)


def first_of_each(labels: Sequence[int], each: int, after: int = 0) -> list[int]:
    """Return the places of the first `each` of every label, `after` so many.

    >>> first_of_each([1, 1, 1, 2, 2, 2], each=1, after=1)
    [1, 4]
    """
    seen: dict[int, int] = {}
    places = []
    for place, label in enumerate(labels):
        seen[label] = seen.get(label, 0) + 1
        if after < seen[label] <= after + each:
            places.append(place)
    return places


def upright(numbers: Sequence[float]) -> list[float]:
    """Turn numbers that stand column by column, as in MATLAB, into rows.

    >>> upright([1.0, 2.0, 3.0, 4.0])
    [1.0, 3.0, 2.0, 4.0]
    """
    side = math.isqrt(len(numbers))
    return [number for y in range(side) for number in numbers[y::side]]
