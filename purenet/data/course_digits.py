"""The course's 5,000 digits: out of its own file, or out of MNIST.

Andrew Ng's ex4data1.mat has no other handwriting than MNIST. It holds, for
the digit 0 and then 1 to 9, the first 500 training images of that digit. Each
is divided by 255 and made smaller, from 28 x 28 pixels to 20 x 20, as MATLAB's
imresize does it: by cubic interpolation, smoothed against jagged edges. Its
400 numbers then stand column by column, and label 10 means the digit 0.

So whoever has MNIST has the course's digits as well; the numbers agree with
the file's to 12 digits. The built-in digits are made smaller likewise. And the
course's file can be learnt from as MNIST is, its images made larger again.

>>> from purenet.data.image import Image
>>> images, labels = chosen([Image(bytes(784))] * 3, [7, 0, 7], each=1)
>>> len(images), labels
(2, [10, 7])
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from operator import mul
from typing import Callable

from purenet.data import DataError, matlab
from purenet.data.image import SIDE, Image

EACH = 500  # images of each digit in the course's file
SMALL = 20  # pixels a side there

Course = tuple[list[list[float]], list[int]]


def read(path: str | os.PathLike[str]) -> Course:
    """Return the images and labels in the course's file, X and y.

    Raise DataError where the file is missing, damaged, or holds other things.

    >>> read("ex4data1.mat, but not here")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: ex4data1.mat, but not here: no such file
    """
    found = matlab.read(path, "X", "y")
    images, labels = found["X"], found["y"]
    if images.columns != SMALL * SMALL or labels.columns != 1:
        raise DataError(
            f"{path}: X has {images.columns} columns and y {labels.columns}, "
            f"not {SMALL * SMALL} pixels and 1 label"
        )
    if images.rows != labels.rows:
        raise DataError(f"{path}: {images.rows} images but {labels.rows} labels")
    if not images.rows:
        raise DataError(f"{path}: there are no images")
    if not sum(map(abs, images.values)) < 1000 * len(images.values):
        raise DataError(f"{path}: X has numbers that are no brightness")
    for label in labels.values:
        if label not in range(1, 11):
            raise DataError(f"{path}: a label is one of 1 to 10, not {label}")
    return list(images.in_rows()), [int(label) for label in labels.values]


class CourseImages:
    """The course's images made as large as MNIST's, those that are wanted.

    >>> list(CourseImages([[0.0] * 400]).images([0]))
    [<Image 28 x 28, 0 pixels not white>]
    """

    def __init__(self, small: Sequence[Sequence[float]]) -> None:
        self.small = small

    def __len__(self) -> int:
        return len(self.small)

    def images(self, places: Sequence[int]) -> Iterator[Image]:
        """Yield the images at these places."""
        return (grown(self.small[place]) for place in places)


def read_large(path: str | os.PathLike[str]) -> tuple[CourseImages, bytes]:
    """Return the images of the course's file as MNIST has them, and their digits.

    >>> read_large("ex4data1.mat, but not here")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: ex4data1.mat, but not here: no such file
    """
    small, labels = read(path)
    return CourseImages(small), bytes(label % 10 for label in labels)


def enough(each: int) -> int:
    """Return how many images to read so that there are `each` of every digit.

    It holds for MNIST's training images and for the built-in digits.

    >>> enough(500)
    6200
    """
    return 12 * each + 200


def chosen(
    images: Sequence[Image],
    labels: Sequence[int],
    each: int = EACH,
    progress: Callable[[int, int], None] | None = None,
) -> Course:
    """Return the first `each` images of each digit as the course has them.

    images, labels: training images and their digits. Where there are fewer
    than `each` of a digit, all there are. progress: called after each image.
    What is returned are lists of 400 numbers, and labels from 1 to 10.
    """
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

    Most lie between 0 and 1; beside dark strokes some are a little below 0,
    and within some are above 1, as cubic interpolation has it.

    >>> from purenet.data.image import Image
    >>> small = shrunk(Image(bytes([255] * 784)))
    >>> len(small), {round(number, 12) for number in small}
    (400, {1.0})
    """
    grey = bytes(image)
    # Column c of the image, made shorter, is row c here.
    columns = [_shorter([g / 255 for g in grey[c::SIDE]]) for c in range(SIDE)]
    rows = [_shorter(row) for row in zip(*columns)]
    return [row[c] for c in range(SMALL) for row in rows]


def grown(small: Sequence[float]) -> Image:
    """Return one of the course's images with 28 x 28 grey levels: `shrunk` undone.

    What cubic interpolation takes beyond black and white is cut off.

    >>> bytes(grown([1.0] * 400)) == bytes([255] * 784)
    True
    """
    # Row r of the columns' image is column r of the image.
    rows = [_mixed(small[r::SMALL], LARGER) for r in range(SMALL)]
    columns = [_mixed(column, LARGER) for column in zip(*rows)]
    return Image(
        bytes(
            min(255, max(0, round(255 * column[r])))
            for r in range(SIDE)
            for column in columns
        )
    )


def _shorter(line: Sequence[float]) -> list[float]:
    """Return the 20 numbers that stand for 28."""
    return _mixed(line, MIXTURES)


def _mixed(
    line: Sequence[float], mixtures: list[tuple[int, list[float]]]
) -> list[float]:
    """Return the numbers that are mixed from those of a line."""
    if not any(line):
        return [0.0] * len(mixtures)
    return [sum(map(mul, weights, line[first:])) for first, weights in mixtures]


def mixtures(long: int, short: int) -> list[tuple[int, list[float]]]:
    """Return how each of `short` numbers is mixed from `long` ones, or more from fewer.

    For each: the place of the first number that counts, and the weights of
    it and those after it. A weight is the cubic curve's at the distance
    between the two pixels' middles; together they are 1. Beyond its ends the
    line goes on with its first and its last number.

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
            weights[inside] += cubic(smoothed * (middle - place))
        counting = [place for place, weight in enumerate(weights) if weight]
        first, last = counting[0], counting[-1]
        total = sum(weights)
        result.append((first, [w / total for w in weights[first : last + 1]]))
    return result


def cubic(x: float) -> float:
    """Return Keys's cubic curve, with a = -1/2: 1 at 0, and 0 from 2 on.

    (R. Keys, Cubic convolution interpolation for digital image processing,
    IEEE Transactions on Acoustics, Speech, and Signal Processing, 1981.)

    >>> cubic(0.0), cubic(0.5), cubic(-1.5), cubic(2.0)
    (1.0, 0.5625, -0.0625, 0.0)
    """
    x = abs(x)
    if x <= 1:
        return (1.5 * x - 2.5) * x * x + 1
    return ((-0.5 * x + 2.5) * x - 4) * x + 2 if x < 2 else 0.0


MIXTURES = mixtures(SIDE, SMALL)
LARGER = mixtures(SMALL, SIDE)
