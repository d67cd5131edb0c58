"""The digits of Andrew Ng's exercise 4: out of its own files, or made.

The files, ex4data1.mat and ex4weights.mat, are read from the folder that is
named, or that the environment variable PURENET_COURSE names. Without them the
digits are made out of MNIST, or of the built-in digits where there is no MNIST:
the course's file holds, for the digit 0 and then 1 to 9, the first 500 training
images of MNIST, made smaller, and what is made agrees with it to 12 digits.

>>> images, labels = chosen([Image(bytes(784))] * 3, [7, 0, 7], each=1)
>>> len(images), labels, enough(500)
(2, [10, 7], 6200)
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from purenet.checks import Progress
from purenet.console.progress import Bar
from purenet.data import course_digits, matlab
from purenet.data.course_digits import SMALL, Course, mixed, mixtures
from purenet.data.find import find
from purenet.data.image import SIDE, Image
from purenet.matrix import Matrix
from purenet.mnist_loader import load_data
from purenet.words import say

EACH = 500  # images of each digit in the course's file
_SMALLER = mixtures(SIDE, SMALL)
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

    >>> load("built-in", each=1).labels
    [10, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    folder = Path(path or os.environ.get(VARIABLE) or ".")
    given = []
    if (folder / WEIGHTS).is_file():
        read = matlab.read(folder / WEIGHTS, "Theta1", "Theta2")
        given = [Matrix(list(read[name])) for name in ("Theta1", "Theta2")]
    if (folder / DIGITS).is_file():
        images, labels = course_digits.read(folder / DIGITS)
        return Data(str(folder / DIGITS), images, labels, given)
    found = find(None if given else path)
    with Bar(say("Reading digits")) as progress:
        counts = {"train": enough(each), "validation": 0, "test": 0}
        digits, _, _ = load_data(found.name, **counts, progress=progress)
    with Bar(say("Making them smaller")) as progress:
        images, labels = chosen(*digits, each, progress)
    return Data(say("made out of {}", found), images, labels, given)


def enough(each: int) -> int:
    """Return how many images to read so that there are `each` of every digit."""
    return 12 * each + 200  # of MNIST's training images, or of the built-in digits


def chosen(
    images: Sequence[Image], labels: Sequence[int], each: int = EACH,
    progress: Progress | None = None,
) -> Course:  # fmt: skip
    """Return the first `each` images of each digit as the course has it, and labels."""
    places = []
    for digit in range(10):
        places += [n for n, label in enumerate(labels) if label == digit][:each]
    smaller = []
    for n in places:
        smaller.append(shrunk(images[n]))
        if progress:
            progress(len(smaller), len(places))
    return smaller, [labels[n] or 10 for n in places]


def shrunk(image: Image) -> list[float]:
    """Return a digit as the course has it: 20 x 20 numbers, column by column.

    >>> small = shrunk(Image(bytes([255] * 784)))
    >>> len(small), {round(number, 12) for number in small}
    (400, {1.0})
    """
    grey = bytes(image)
    # Column c of the image, made shorter, is row c here.
    columns = [mixed([g / 255 for g in grey[c::SIDE]], _SMALLER) for c in range(SIDE)]
    rows = [mixed(row, _SMALLER) for row in zip(*columns)]
    return [row[c] for c in range(SMALL) for row in rows]


def some(data: Data, each: int, after: int = 0) -> Course:
    """Return the first `each` images of every label, `after` so many.

    >>> some(Data("", [[0.1], [0.2], [0.3], [0.4]], [1, 1, 2, 2], []), 1, after=1)
    ([[0.2], [0.4]], [1, 2])
    """
    seen = dict.fromkeys(data.labels, 0)
    images, labels = [], []
    for image, label in zip(data.images, data.labels):
        seen[label] += 1
        if after < seen[label] <= after + each:
            images.append(image)
            labels.append(label)
    return images, labels


def upright(numbers: Sequence[float]) -> list[float]:
    """Turn numbers that stand column by column, as in MATLAB, into rows.

    >>> upright([1.0, 2.0, 3.0, 4.0])
    [1.0, 3.0, 2.0, 4.0]
    """
    side = math.isqrt(len(numbers))
    return [number for y in range(side) for number in numbers[y::side]]
