"""What stands on a command line: a parser that speaks, and numbers with bounds.

The numbers, within what memory and patience can take, are types for argparse:
"argument --train: 0 is not from 1 to 1,000,000".

>>> at_least(1)("5,000"), whole("-7"), finite("-0.5"), above_zero("3"), from_zero("0")
(5000, -7, -0.5, 3.0, 0.0)
>>> at_least(1)("0")
Traceback (most recent call last):
    ...
argparse.ArgumentTypeError: 0 is not from 1 to 1,000,000
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator
from typing import Any, Callable, NoReturn
from unicodedata import east_asian_width, normalize

from purenet.console import terminal
from purenet.words import say

MOST = 1_000_000
MOST_NEURONS = 10_000  # in a layer
MOST_WEIGHTS = 1_400_000  # in a network; saved, that is 31 MB


# What a page, or a keyboard for another script, puts in the place of one of Python.
_OTHERWISE = dict(zip("−–—“”‘’【】、。", "---\"\"''[],."))


Option = Callable[[argparse.ArgumentParser], object]  # puts it into a parser


def option(*names: str, **settings: Any) -> Option:
    """Return an option, told as argparse's add_argument is.

    >>> parser = Parser()
    >>> _ = option("--seed", type=whole)(parser), count("--train", 9, help="")(parser)
    >>> parser.parse_args(["--seed", "1"])
    Namespace(seed=1, train=9)
    """
    return lambda parser: parser.add_argument(*names, **settings)


def count(
    name: str, default: int | None, help: str, smallest: int = 1, most: int = MOST
) -> Option:
    """Return an option for a whole number, N in its help."""
    kind = at_least(smallest, most)
    return option(name, type=kind, default=default, metavar="N", help=help)


DATA = option("--data", metavar="PATH|built-in", help="a file or folder")


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language that is spoken, as argparse then does.

    >>> print(Parser(prog="draw", usage="%(prog)s [--port]").format_usage(), end="")
    usage: draw [--port]
    """

    def __init__(self, **settings: Any) -> None:
        argparse._ = say  # type: ignore[attr-defined]  # what it says goes through these
        argparse.ngettext = lambda one, many, n: say(one if n == 1 else many)  # type: ignore[attr-defined]
        super().__init__(formatter_class=_Help, **settings)

    def goes_with(self, given: argparse.Namespace, **others: str) -> None:
        """End where one option is given without another, and so does nothing.

        >>> Parser().goes_with(argparse.Namespace(port=None, open=False), port="open")
        """
        for name, other in others.items():
            if getattr(given, name) and not getattr(given, other):
                names = (f"--{each.replace('_', '-')}" for each in (name, other))
                self.error(say("{} goes with {}", *names))

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        if "" in arg_strings:
            words = "an empty word: was it $NAME, and nothing has that name?"
            raise argparse.ArgumentError(action, say(words))
        return super()._get_values(action, arg_strings)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and end with status 2."""
        option, colon, what = message.partition(": ")
        if colon and option.startswith("argument "):  # Python 3.9 to 3.11 do not say it
            values = {"argument_name": option[len("argument ") :], "message": what}
            message = say("argument %(argument_name)s: %(message)s") % values
        super().error(message)


class _Help(argparse.HelpFormatter):
    """Help whose words, wherever a parser is told them, are said."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        usage = say("usage:")
        self._width -= terminal.width(usage) - len(usage)  # which argparse takes it for

    def add_usage(
        self, usage: Any, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, f"{say('usage:')} ")

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and say(heading))

    def _get_help_string(self, action: argparse.Action) -> str:
        return say(" ".join((action.help or "").split()))

    def _split_lines(self, text: str, width: int) -> list[str]:
        return terminal.wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        words = say(" ".join(text.split()))
        return "\n".join(terminal.wrapped(words, width, indent, indent))


def otherwise(text: str) -> Iterator[str]:
    """Say which characters of what was typed are not those that Python knows.

    >>> list(otherwise("——epochs"))[0]
    'The — here is not the - of Python.'
    """
    for character in dict.fromkeys(text):
        plain = _OTHERWISE.get(character, "")
        if east_asian_width(character) == "F":
            plain = normalize("NFKC", character)
        if plain:
            if plain == " ":
                character, plain = say("wide space"), say("space")
            yield say("The {} here is not the {} of Python.", character, plain)
            yield say("Type the {} with the keyboard in its English setting.", plain)


def at_least(smallest: int, most: int = MOST) -> Callable[[str], int]:
    """Return a type for whole numbers from `smallest` to `most`."""

    def number(text: str) -> int:
        value = whole(text)
        if not smallest <= value <= most:
            error = say("{:.30} is not from {} to {:,}", text, smallest, most)
            raise argparse.ArgumentTypeError(error)
        return value

    return number


def whole(text: str) -> int:
    """Read a whole number, which may have commas."""
    try:
        return int(text.replace(",", ""))
    except ValueError:
        error = say("{!r} is no whole number", text[:30])
        raise argparse.ArgumentTypeError(error) from None


def finite(text: str) -> float:
    """Read an ordinary number, neither inf nor nan."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(say("{!r} is no ordinary number", text[:30]))
    return value


def above_zero(text: str) -> float:
    """Read an ordinary number above 0, as a learning rate is."""
    value = finite(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(say("{:.30} is not above 0", text))
    return value


def from_zero(text: str) -> float:
    """Read an ordinary number from 0 on."""
    return above_zero(text) if finite(text) else 0.0
