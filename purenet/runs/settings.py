"""What a run is asked to do: one table, of which everything else is made.

A line of `Settings` is an option of `python3 -m purenet train`, with its bounds and its
help; it is kept in a checkpoint and checked when it comes back, the report tells it,
and the page has its default. To add an option, add a line.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from purenet.console.arguments import (
    MOST_NEURONS,
    MOST_WEIGHTS,
    above_zero,
    at_least,
    from_zero,
)
from purenet.data import DataError
from purenet.engines import ENGINES, FASTEST
from purenet.network import Network
from purenet.network2 import cost_of
from purenet.words import say

TO_CHOOSE_BY = 1000  # validation images, where some are needed
COSTS = {"quadratic": "QuadraticCost", "cross-entropy": "CrossEntropyCost"}
SMALLER_ETA = 0.5  # what the cross-entropy begins with, as in the book
_MOST_SEED = 10**18 - 1  # of 18 digits, which every file can hold


def layers(text: str) -> list[int]:
    """Read the sizes of the hidden layers.

    >>> layers("30"), layers("30,20"), layers("0")
    ([30], [30, 20], [])
    """
    neurons = at_least(1, MOST_NEURONS)
    try:
        sizes = [neurons(size) for size in text.split(",")] if text != "0" else []
    except argparse.ArgumentTypeError:
        template = "{!r} is not 0, or numbers from 1 to {:,} with commas between"
        words = say(template, text[:30], MOST_NEURONS)
        raise argparse.ArgumentTypeError(words) from None
    weights = sum(a * b for a, b in zip([784, *sizes], [*sizes, 10]))
    if weights > MOST_WEIGHTS:
        template = "{:.30} makes {:,} weights; at most {:,} are taken"
        raise argparse.ArgumentTypeError(say(template, text, weights, MOST_WEIGHTS))
    return sizes


def cost_in(net: Network) -> str:
    """Return the cost that a network learns by, in the words of the option.

    >>> from purenet import network, network2
    >>> cost_in(network.Network([2, 1])), cost_in(network2.Network([2, 1]))
    ('quadratic', 'cross-entropy')
    """
    return next(word for word, name in COSTS.items() if name == cost_of(net))


def written(value: Any) -> str:
    """Return a setting's value as it is typed.

    >>> written([30, 20]), written([]), written(3.0)
    ('30,20', '0', '3.0')
    """
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value)) or "0"
    return str(value)


def _of(default: Any, read: Any, **about: Any) -> Any:
    return field(default=default, metadata={"read": read, **about})


# fmt: off
@dataclass(frozen=True)
class Settings:
    """The table: a setting's type, its default, and what else is to be known of it.

    First what reads it from the command line, or the words to choose from; help:
    with {} for the default, or for what is `shown` in its place; told: how the
    report says that it is another; page: its bounds on the page, for those there.
    The `validation` images judge the epochs, for `keep` and for `patience`.
    """

    data: str | None = _of(None, str, metavar="PATH|built-in",
        help="a file or folder of digits")
    train: int = _of(5000, at_least(1), metavar="N", page=(10, 50_000),
        help="how many images to learn from ({})")
    test: int = _of(1000, at_least(0), metavar="N",
        help="how many images to test with after each epoch ({})")
    validation: int = _of(0, at_least(1), metavar="N", shown=TO_CHOOSE_BY,
        help="how many other images --keep best and --patience judge an epoch by "
        "({} where one of them is given)")
    hidden: Sequence[int] = _of((30,), layers, metavar="30[,...]|0", page=(0, 200),
        help="neurons in each hidden layer, 0 for none ({})")
    epochs: int = _of(5, at_least(0), metavar="N",
        help="how often to go through the images ({})")
    keep: str = _of("last", ("last", "best"),
        help="the network of which epoch: the last, or the one that reads most "
        "validation images right ({})")
    patience: int = _of(0, at_least(1), metavar="N", told="patience {}",
        help="stop when N epochs have brought nothing better")
    mini_batch_size: int = _of(10, at_least(1), metavar="N", page=(1, 1000),
        help="how many images make one step ({})")
    eta: float = _of(3.0, above_zero, page=(1000,),
        help="the learning rate ({}, with the cross-entropy 0.5)")
    cost: str = _of("quadratic", tuple(COSTS), told="{}",
        help="what learning makes small: the quadratic cost of chapter 1, or the "
        "cross-entropy of chapter 3 ({})")
    lmbda: float = _of(0.0, from_zero, told="lambda {:g}", metavar="LAMBDA",
        help="regularisation, as in chapter 3: each step first takes eta lambda / n "
        "of each weight away, with n images to learn from ({})")
    seed: int = _of(0, at_least(-_MOST_SEED, _MOST_SEED), page=(0, 1_000_000),
        help="for another run ({})")
    init: str = _of("scaled", ("scaled", "book"), page=(),
        help="how the weights start: scaled by the number of inputs, or as in "
        "chapter 1 of the book ({})")
    engine: str = _of(FASTEST, tuple(sorted(ENGINES)),
        help="how to calculate: in plain loops; with a column of weights packed in "
        "one integer, many times faster; or in flat loops, the fastest with PyPy. The "
        "numbers are the same but for rounding, which grows as the training goes on "
        "({})")
    # fmt: on


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give a parser an option for each setting; what is not typed is not in the result.

    >>> parser = argparse.ArgumentParser()
    >>> add_options(parser)
    >>> parser.parse_args(["--hidden", "30,20"])
    Namespace(hidden=[30, 20])
    """
    for each in fields(Settings):
        about, read = each.metadata, each.metadata["read"]
        parser.add_argument(
            "--" + each.name.replace("_", "-"),
            type=str if isinstance(read, tuple) else read,
            choices=read if isinstance(read, tuple) else None,
            default=argparse.SUPPRESS,
            metavar=about.get("metavar"),
            help=say(about["help"], about.get("shown", written(each.default))),
        )


def read_back(found: object) -> Settings:
    """Return the settings that a file holds; DataError where one cannot be.

    Those that it does not hold, of a version before, are as usual.

    >>> read_back({"hidden": [20]}).hidden, read_back({"eta": 0})
    Traceback (most recent call last):
        ...
    purenet.data.DataError: run.settings.eta cannot be 0
    """
    table = {each.name: each for each in fields(Settings)}
    if not isinstance(found, dict) or not set(found) <= set(table):
        raise DataError("run.{} is not what this version writes", "settings")
    for name, value in found.items():
        if not _may_be(value, table[name].default, table[name].metadata["read"]):
            raise DataError("run.settings.{} cannot be {!r:.40}", name, value)
    return Settings(**found)


def _may_be(value: Any, default: Any, read: Any) -> bool:
    """Say whether this is the default, or what is read from a command line."""
    if isinstance(read, tuple):
        return value in read
    try:
        usual = type(value) is type(default) and value == default
        return usual or bool(read(written(value)) == value)
    except (ValueError, argparse.ArgumentTypeError):
        return False
