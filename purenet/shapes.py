"""Shapes: what NumPy, and the book's lines with it, ask of our plain lists.

The chapter can be read without it. With it a program that brings its arrays, or
lines of the book's, finds a column where the book has a column.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from purenet.words import say

_F = TypeVar("_F", bound="Callable[[Any], Any]")


class Shaped:
    """Numbers with a shape: what NumPy and the book's lines ask of them."""

    __slots__ = ()
    shape: tuple[int, ...]  # of a column, n rows of one number, or (n,)

    @property
    def __array_interface__(self: Any) -> dict[str, Any]:
        kind = "<f8" if sys.byteorder == "little" else ">f8"
        numbers = {"typestr": kind, "data": array("d", self)}
        return {"version": 3, "shape": self.shape, **numbers}

    def tolist(self: Any) -> list[Any]:
        """Return the numbers, those of a column in rows of one."""
        return [[n] for n in self] if len(self.shape) == 2 else list(self)

    def transpose(self: Any) -> list[Any]:
        """Return what is a row where this is a column."""
        return [list(self)] if len(self.shape) == 2 else list(self)

    T = property(transpose)


class Column(Shaped, list[float]):
    """A vector that is a column for NumPy: biases, and the outputs wanted.

    So the book's lines, with NumPy, can be written into a network here.

    >>> b = Column([0.5, -1.0])
    >>> b, b.shape, b.tolist(), b.transpose()
    ([0.5, -1.0], (2, 1), [[0.5], [-1.0]], [[0.5, -1.0]])
    """

    @property
    def shape(self) -> tuple[int, ...]:  # type: ignore[override]
        """How many rows there are, and one column."""
        return len(self), 1


def of_each(function: _F) -> _F:
    """Let a function of one number take a list or an array of them, too.

    >>> half = of_each(lambda number: number / 2)
    >>> half(1.0), half([1.0, 3.0])
    (0.5, [0.5, 1.5])
    """

    @wraps(function)
    def answer(z: Any) -> Any:
        try:
            return function(z)
        except TypeError:  # no number
            if isinstance(z, str) or not hasattr(z, "__iter__"):
                text = "{} takes a number, a list or an array of them, not {!r:.40}"
                raise ValueError(say(text, function.__name__, z)) from None
        if hasattr(z, "flat"):
            result = 1.0 * z
            result.flat = list(map(function, z.flat))
            return result
        return list(map(answer, z))

    return answer  # type: ignore[return-value]
