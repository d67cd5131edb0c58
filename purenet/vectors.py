"""Vectors: lists of numbers, and what the chapter does to them.

The chapter writes the inputs of a neuron as a vector x, its weights as a
vector w, and lets NumPy add and multiply them. Here a vector is a list of
floats, and these few loops are all the arithmetic there is.

>>> add([1.0, 2.0], [10.0, 20.0])
[11.0, 22.0]
>>> dot([1.0, 2.0], [10.0, 20.0])
50.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from purenet.words import say

Vector = list[float]


def vector(numbers: Iterable[Any]) -> Vector:
    """Return numbers of any kind as a vector: a list of floats.

    numbers: a list, a tuple, an image, a flat NumPy array ... A column of
    rows of one number each, as NumPy programs hold vectors, is taken flat.
    Raise ValueError for anything else.

    >>> vector((1, 0.5)), vector([[1], [0.5]])
    ([1.0, 0.5], [1.0, 0.5])
    >>> vector([[1, 0.5]])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: a vector is a flat list of numbers, not [[1, 0.5]]; NumPy's ...
    """
    try:
        flat = list(numbers)
        if flat and hasattr(flat[0], "__len__"):
            flat = [number for (number,) in flat]
        return list(map(float, flat))
    except (TypeError, ValueError):
        raise ValueError(
            say(
                "a vector is a flat list of numbers, not {!r:.40}; NumPy's "
                "arrays of more directions are made flat by .ravel()",
                numbers,
            )
        ) from None


def dot(a: Sequence[float], b: Sequence[float]) -> float:
    """Return the dot product a . b = a_1 b_1 + a_2 b_2 + ... + a_n b_n.

    a, b: n numbers each. Raise ValueError where the lengths differ.

    >>> dot([6.0, 2.0, 2.0], [1, 0, 1])
    8.0
    >>> dot([6.0, 2.0, 2.0], [1, 0])
    Traceback (most recent call last):
        ...
    ValueError: vectors of different lengths: 3 and 2
    """
    _check_lengths(a, b)
    total = 0.0
    for a_j, b_j in zip(a, b):
        total += a_j * b_j
    return total


def add(a: Sequence[float], b: Sequence[float]) -> Vector:
    """Return the sum a + b, number by number.

    a, b: n numbers each. Raise ValueError where the lengths differ.

    >>> add([1.0, 2.0], [0.5, -2.0])
    [1.5, 0.0]
    """
    _check_lengths(a, b)
    return [a_j + b_j for a_j, b_j in zip(a, b)]


def subtract(a: Sequence[float], b: Sequence[float]) -> Vector:
    """Return the difference a - b, number by number.

    a, b: n numbers each. Raise ValueError where the lengths differ.

    >>> subtract([1.0, 2.0], [0.5, -2.0])
    [0.5, 4.0]
    """
    _check_lengths(a, b)
    return [a_j - b_j for a_j, b_j in zip(a, b)]


def scale(c: float, a: Sequence[float]) -> Vector:
    """Return the vector c a: every number of a, times c.

    >>> scale(3.0, [1.0, -2.0])
    [3.0, -6.0]
    """
    return [c * a_j for a_j in a]


def hadamard(a: Sequence[float], b: Sequence[float]) -> Vector:
    """Return the Hadamard product of a and b: number times number.

    The book's chapter 2 writes it as a dot in a circle; NumPy writes a * b.
    a, b: n numbers each. Raise ValueError where the lengths differ.

    >>> hadamard([1.0, 2.0], [3.0, 4.0])
    [3.0, 8.0]
    """
    _check_lengths(a, b)
    return [a_j * b_j for a_j, b_j in zip(a, b)]


def _check_lengths(a: Sequence[float], b: Sequence[float]) -> None:
    if len(a) != len(b):
        text = "vectors of different lengths: {} and {}"
        raise ValueError(say(text, len(a), len(b)))
