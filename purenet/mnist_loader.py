"""The digits to learn from, as the book's program loads them.

Each example is an image x and its digit. To train, the digit 3 becomes the
output wanted, y = (0, 0, 0, 1, 0, 0, 0, 0, 0, 0), one number for each of
the ten output neurons; to test, it stays 3.

The numbers asked for are the first so many of each kind, a subset of MNIST
that trains in seconds. "built-in" names the digits that come with purenet;
without a name MNIST is looked for first.

>>> training_data, validation_data, test_data = load_data_wrapper(
...     "built-in", train=100, validation=0, test=20)
>>> len(training_data), len(validation_data), len(test_data)
(100, 0, 20)
>>> x, y = training_data[0]
>>> len(x), len(y)
(784, 10)
"""

from __future__ import annotations

import os
import warnings
from typing import Union

from purenet.data import DataError, Progress
from purenet.data.image import COLUMN, Image
from purenet.shapes import Column
from purenet.vectors import Vector
from purenet.words import reason, say

__all__ = [
    "load_data",
    "load_data_wrapper",
    "load_images",
    "vectorized_result",
]

Name = Union[str, "os.PathLike[str]", None]
Digits = tuple[list[Image], list[int]]


def load_data(
    path: Name = None, *, train: int | None = None,
    validation: int | None = None, test: int | None = None,
    progress: Progress | None = None,
) -> tuple[Digits, Digits, Digits]:  # fmt: skip
    """Return three pairs (images, labels): to train, to validate, to test.

    path: a file or folder of digits, or "built-in". Without it they are
    looked for where `purenet.data.find` says, and where there are none, the
    built-in digits are taken, with a warning.
    train, validation, test: how many of each; None takes all, 0 none.
    progress: called with (done, total), digits drawn or read.
    An image is 784 floats from 0.0, white, to 255/256, black; a label is
    the digit. Raise purenet.data.DataError where the data cannot be used.

    >>> (images, labels), validation, test = load_data("built-in", train=3)
    >>> images[0], labels[0] in range(10)  # doctest: +ELLIPSIS
    (<Image 28 x 28, ... pixels not white>, True)
    >>> load_data("nowhere.pkl.gz")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: nowhere.pkl.gz: not there; looked at ...
    """
    return _load(path, train, validation, test, progress)


def load_data_wrapper(
    path: Name = None, *, train: int | None = None,
    validation: int | None = None, test: int | None = None,
    progress: Progress | None = None,
) -> tuple[
    list[tuple[Image, Vector]],
    list[tuple[Image, int]],
    list[tuple[Image, int]],
]:  # fmt: skip
    """Return the same as lists of pairs, as `Network.SGD` takes them.

    training_data pairs an image with the ten outputs wanted;
    validation_data and test_data pair it with its digit. NumPy takes x and
    y as columns, as the book's network wants them.

    >>> training_data, validation_data, test_data = load_data_wrapper(
    ...     "built-in", train=3, validation=0, test=3)
    >>> x, digit = test_data[0]
    >>> digit in range(10)
    True
    """
    (images, labels), for_validation, for_test = _load(
        path, train, validation, test, progress
    )
    return (
        [(_column(x), vectorized_result(j)) for x, j in zip(images, labels)],
        [(_column(x), digit) for x, digit in zip(*for_validation)],
        [(_column(x), digit) for x, digit in zip(*for_test)],
    )


def _column(image: Image) -> Image:
    return Image(bytes(image), COLUMN[len(image)])


def load_images(path: str | os.PathLike[str]) -> list[Image]:
    """Return images that have no labels, as in Kaggle's test.csv.

    path: a table with 784 numbers a line, or an array in a file of NumPy's or
    LeCun's. Raise purenet.data.DataError where there are no such images.

    >>> load_images("nowhere.csv")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: nowhere.csv: no such file
    """
    from purenet.data import reader

    found = reader.images(path)
    if found is None:
        text = "{}: not images in a table, NumPy's arrays or an IDX file"
        raise DataError(text, path)
    for text in found[1]:
        warnings.warn(say("{}: {}", path, text), stacklevel=2)
    return found[0]


def _load(
    path: Name, train: int | None, validation: int | None, test: int | None,
    progress: Progress | None,
) -> tuple[Digits, Digits, Digits]:  # fmt: skip
    # Imported only now: a network can do without readers of files.
    from purenet.data.find import find

    found = find(path)
    if found.path:
        from purenet.data import reader

        return reader.read(
            found.path, train, validation, test, _prepared, progress
        )
    if found.looked:
        places = ", ".join(map(str, found.looked))
        text = "no MNIST found, so these are the built-in digits; looked at {}"
        # 3 is the line that called load_data or the wrapper.
        warnings.warn(say(text, places), stacklevel=3)
    from purenet.data import builtin

    drawn = builtin.load(train, validation, test, progress)
    return drawn[0], drawn[1], drawn[2]


def _prepared(path: os.PathLike[str]) -> Image:
    """Return the digit on a scan or a photograph, as `recognise` sees it."""
    from purenet.photos import photo, reading

    try:
        return reading.digit(photo.read(path), str(path))
    except OSError as error:
        raise DataError(say("{}: {}", path, reason(error))) from None


def vectorized_result(j: int) -> Vector:
    """Return ten numbers, 1.0 at place j and 0.0 elsewhere.

    >>> vectorized_result(3)
    [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    >>> vectorized_result(10)
    Traceback (most recent call last):
        ...
    ValueError: a digit is one of 0 to 9, not 10
    """
    if j not in range(10):
        raise ValueError(say("a digit is one of 0 to 9, not {!r}", j))
    y = Column([0.0] * 10)
    y[int(j)] = 1.0
    return y
