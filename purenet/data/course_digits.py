"""The course's file of digits, ex4data1.mat: read, and made as large as MNIST's.

Andrew Ng's 5,000 digits are MNIST's, made smaller to 20 x 20 pixels as MATLAB's
imresize does it: by cubic interpolation, smoothed. Their 400 numbers stand column by
column, and label 10 means the digit 0. Made larger again they are learnt from as MNIST.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from operator import mul
from pathlib import Path

from purenet.data import DataError, matlab
from purenet.data.arrays import Pair
from purenet.data.image import SIDE, Image
from purenet.data.stream import opened

SMALL = 20  # pixels a side in the course's file

Course = tuple[list[list[float]], list[int]]
Mixtures = list[tuple[int, list[float]]]


def read(path: str | os.PathLike[str]) -> Course:
    """Return the images and labels in the course's file, X and y.

    >>> read("ex4data1.mat, but not here")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: ex4data1.mat, but not here: no such file
    """
    with opened(Path(path)) as stream:
        found = matlab.tables(stream, "X", "y")
        return checked(found["X"], found["y"])


def checked(images: matlab.Variable, labels: matlab.Variable) -> Course:
    """Return the images and labels of two tables. Raise DataError for other ones.

    >>> label = matlab.Variable((1, 1), [10])
    >>> checked(matlab.Variable((1, 2), [0.0, 1.0]), label)
    Traceback (most recent call last):
        ...
    purenet.data.DataError: X has 2 columns and y 1, not 400 pixels and 1 label
    """
    columns = images.shape[1], labels.shape[1]
    if columns != (SMALL * SMALL, 1):
        text = "X has {} columns and y {}, not 400 pixels and 1 label"
        raise DataError(text, *columns)
    if len(images) != len(labels):
        raise DataError("{} images but {} labels", len(images), len(labels))
    if not images:
        raise DataError("there are no images")
    if not sum(map(abs, images.values)) < 1000 * len(images.values):
        raise DataError("X has numbers that are no brightness")
    for label in labels.values:
        if label not in range(1, 11):
            raise DataError("a label is one of 1 to 10, not {}", label)
    return list(images), [int(label) for label in labels.values]


def large(small: list[list[float]], labels: list[int]) -> Pair:
    """Return the course's images as MNIST has them, and their digits.

    >>> large([[1.0] * 400], [10])[1]
    b'\\x00'
    """
    digits = bytes(label % 10 for label in labels)
    return (lambda places: (grown(small[place]) for place in places)), digits


def grown(small: Sequence[float]) -> Image:
    """Return one of the course's images with 28 x 28 grey levels.

    >>> bytes(grown([1.0] * 400)) == bytes([255] * 784)
    True
    """
    # Row r of the columns' image is column r of the image.
    rows = [mixed(small[r::SMALL], LARGER) for r in range(SMALL)]
    columns = [mixed(column, LARGER) for column in zip(*rows)]
    values = (round(255 * column[r]) for r in range(SIDE) for column in columns)
    return Image(bytes(min(255, max(0, value)) for value in values))


def mixed(line: Sequence[float], mixtures: Mixtures) -> list[float]:
    """Return the numbers that are mixed from those of a line.

    >>> mixed([0.0, 2.0, 4.0], [(0, [0.5, 0.5]), (2, [1.0])])
    [1.0, 4.0]
    """
    if not any(line):
        return [0.0] * len(mixtures)
    return [sum(map(mul, weights, line[first:])) for first, weights in mixtures]


def mixtures(long: int, short: int) -> Mixtures:
    """Return how each of `short` numbers is mixed from `long` ones, or more from fewer.

    For each: the place of the first number that counts, and the weights of it and those
    after it: the cubic curve's at the distance between the two pixels' middles,
    together 1. Beyond its ends the line goes on with its first and its last number.

    >>> [(first, [round(w, 3) for w in ws]) for first, ws in mixtures(4, 2)]
    [(0, [0.5, 0.434, 0.113, -0.047]), (0, [-0.047, 0.113, 0.434, 0.5])]
    """
    scale = short / long
    smoothed = min(1, scale)  # no more than that there are fewer
    result = []
    for n in range(short):
        middle = (n + 0.5) / scale - 0.5
        reach = 2 / smoothed
        weights = [0.0] * long
        for place in range(math.floor(middle - reach), math.ceil(middle + reach) + 1):
            inside = min(max(place, 0), long - 1)
            weights[inside] += _cubic(smoothed * (middle - place))
        counting = [place for place, weight in enumerate(weights) if weight]
        first, last = counting[0], counting[-1]
        total = sum(weights)
        result.append((first, [w / total for w in weights[first : last + 1]]))
    return result


def _cubic(x: float) -> float:
    """Return Keys's cubic curve, with a = -1/2: 1 at 0, and 0 from 2 on.

    (R. Keys, Cubic convolution interpolation for digital image processing, IEEE, 1981.)
    """
    x = abs(x)
    if x <= 1:
        return (1.5 * x - 2.5) * x * x + 1
    return ((-0.5 * x + 2.5) * x - 4) * x + 2 if x < 2 else 0.0


LARGER = mixtures(SMALL, SIDE)
