"""What stands on a command line: a parser that speaks, and numbers with bounds.

The numbers, within what memory and patience can take, are types for argparse,
which puts the option's name before what they say and ends the program:
"argument --train: 0 is not from 1 to 1,000,000".
"""

from __future__ import annotations

import argparse
import functools
import math
from typing import Callable

from purenet.console import terminal
from purenet.console.speech import said

MOST = 1_000_000
MOST_NEURONS = 10_000  # in a layer
MOST_WEIGHTS = 1_400_000  # in a network; saved, that is 31 MB


class _Help(argparse.HelpFormatter):
    """Help in the language that is spoken; what argparse itself says, too."""

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", said("usage: "), 1)

    def start_section(self, heading: str | None) -> None:
        super().start_section(said(f"{heading}:")[:-1])

    def _split_lines(self, text: str, width: int) -> list[str]:
        return terminal.wrapped(said(" ".join(text.split())), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        words = said(" ".join(text.split()))
        return "\n".join(terminal.wrapped(words, width, indent, indent))


Parser = functools.partial(argparse.ArgumentParser, formatter_class=_Help)


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
