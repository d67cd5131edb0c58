"""Numbers on a command line, within what memory and patience can take.

These are types for argparse, which puts the option's name before what they
say and ends the program: "argument --train: 0 is not from 1 to 1,000,000".
"""

from __future__ import annotations

import argparse
import math
from typing import Callable

MOST = 1_000_000
MOST_NEURONS = 10_000  # in a layer
MOST_WEIGHTS = 1_400_000  # in a network; saved, that is 31 MB


def at_least(smallest: int, most: int = MOST) -> Callable[[str], int]:
    """Return a type for whole numbers from `smallest` to `most`.

    >>> at_least(1)("5,000")
    5000
    >>> at_least(1)("0")
    Traceback (most recent call last):
        ...
    argparse.ArgumentTypeError: 0 is not from 1 to 1,000,000
    """

    def number(text: str) -> int:
        value = int(text.replace(",", ""))
        if not smallest <= value <= most:
            raise argparse.ArgumentTypeError(
                f"{text:.30} is not from {smallest} to {most:,}"
            )
        return value

    number.__name__ = "whole number"  # for argparse's messages
    return number


def finite(text: str) -> float:
    """Read an ordinary number, neither inf nor nan.

    >>> finite("-0.5")
    -0.5
    """
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text[:30]!r} is no ordinary number")
    return value


def above_zero(text: str) -> float:
    """Read an ordinary number above 0, as a learning rate is.

    >>> above_zero("-3")
    Traceback (most recent call last):
        ...
    argparse.ArgumentTypeError: -3 is not above 0
    """
    value = finite(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text:.30} is not above 0")
    return value
