"""train a network to read digits, and say how well it does"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Callable

from purenet import mnist_loader
from purenet.data.find import find
from purenet.data.image import Image
from purenet.network import Epoch, Network
from purenet.pictures.console import INTERRUPTED, Progress, duration, program
from purenet.vectors import Vector


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments, with its defaults."""
    result = argparse.ArgumentParser(
        prog=program(__name__),
        description="Train a network to read handwritten digits, with a subset of "
        "the data that takes some seconds. Without --data MNIST is looked for, and "
        "the built-in digits are taken where there is none.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    add = result.add_argument
    add("--data", metavar="PATH|built-in", help="a file or folder of digits")
    add("--train", type=at_least(1), default=5000, metavar="N",
        help="how many images to learn from")
    add("--test", type=at_least(0), default=1000, metavar="N",
        help="how many images to test with after each epoch")
    add("--hidden", type=layers, default=[30], metavar="30[,...]|0",
        help="neurons in each hidden layer, 0 for none")
    add("--epochs", type=at_least(0), default=5, metavar="N",
        help="how often to go through the images")
    add("--mini-batch-size", type=at_least(1), default=10, metavar="N",
        help="how many images make one step")
    add("--eta", type=float, default=3.0, help="the learning rate")
    add("--seed", type=int, default=0, help="for another run")
    add("--init", choices=("scaled", "book"), default="scaled",
        help="how the weights start: scaled by the number of inputs, or as in "
        "chapter 1 of the book")
    add("--quiet", action="store_true", help="print the last line only")
    return result


def at_least(smallest: int) -> Callable[[str], int]:
    """Return a type for argparse: whole numbers from `smallest` on."""

    def number(text: str) -> int:
        value = int(text.replace(",", ""))
        if value < smallest:
            raise argparse.ArgumentTypeError(f"{text} is less than {smallest}")
        return value

    number.__name__ = "whole number"  # for argparse's messages
    return number


def layers(text: str) -> list[int]:
    """Read the sizes of the hidden layers.

    >>> layers("30"), layers("30,20"), layers("0")
    ([30], [30, 20], [])
    """
    try:
        sizes = [int(size) for size in text.split(",")]
    except ValueError:
        sizes = [-1]
    if sizes == [0]:
        return []
    if min(sizes) < 1:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not 0, or whole numbers above 0 with commas between"
        )
    return sizes


def main(argv: Sequence[str] | None = None) -> int:
    """Train as the arguments say, and print how it went."""
    args = parser().parse_args(argv)
    say = _say_nothing if args.quiet else print
    training_data, test_data = load(args, say)
    net = Network([784, *args.hidden, 10], seed=args.seed, init=args.init)
    sizes = "-".join(str(size) for size in net.sizes)
    say(f"Network: {sizes}, {args.init} weights, seed {args.seed}")
    say(
        f"Training: {args.epochs} epochs, mini-batches of {args.mini_batch_size}, "
        f"eta {args.eta:g}"
    )
    done: list[Epoch] = []
    status = 0
    try:
        for epoch in train(net, training_data, test_data, args):
            done.append(epoch)
            if not sys.stderr.isatty():
                say(epoch_line(epoch))
    except KeyboardInterrupt:
        print("Stopped.")
        status = INTERRUPTED
    print(result_line(done))
    if done and test_data and status == 0:
        for line in advice(net, test_data, done[-1]):
            say(line)
    return status


def _say_nothing(line: str) -> None:
    """Take a line that --quiet keeps back."""


def load(
    args: argparse.Namespace, say: Callable[[str], None]
) -> tuple[list[tuple[Image, Vector]], list[tuple[Image, int]]]:
    """Load the data that the arguments name, and say which it is."""
    found = find(args.data)
    with Progress("Drawing digits") as progress:
        training_data, _, test_data = mnist_loader.load_data_wrapper(
            found.path or "built-in",
            train=args.train,
            validation=0,
            test=args.test,
            progress=progress,
        )
    say(
        f"Data: {found.path or 'the built-in digits'}, {len(training_data):,} to "
        f"learn from, {len(test_data):,} to test with"
    )
    if found.looked:
        say("(No MNIST was found; python3 -m purenet download gets it.)")
    return training_data, test_data


def train(
    net: Network,
    training_data: list[tuple[Image, Vector]],
    test_data: list[tuple[Image, int]],
    args: argparse.Namespace,
) -> Iterator[Epoch]:
    """Train, showing how far it is, and yield the records of the epochs."""
    number, result = 0, ""
    with Progress("") as bar:

        def progress(seen: int, of: int) -> None:
            bar.label = f"Epoch {number}{result}"
            bar(number + seen / of, args.epochs)

        for epoch in net.train(
            training_data,
            args.epochs,
            args.mini_batch_size,
            args.eta,
            test_data=test_data,
            progress=progress,
        ):
            number = epoch.number + 1
            result = f" ({percent(epoch)})" if epoch.total else ""
            yield epoch


def epoch_line(epoch: Epoch) -> str:
    """Return the line that the book's program prints after an epoch.

    >>> epoch_line(Epoch(0, 9129, 10000, 42.0, []))
    'Epoch 0: 9129 / 10000'
    >>> epoch_line(Epoch(0, 0, 0, 42.0, []))
    'Epoch 0 complete'
    """
    if epoch.total:
        return f"Epoch {epoch.number}: {epoch.correct} / {epoch.total}"
    return f"Epoch {epoch.number} complete"


def percent(epoch: Epoch) -> str:
    """Return the share of right answers.

    >>> percent(Epoch(0, 9129, 10000, 42.0, []))
    '91.3 %'
    """
    return f"{epoch.correct / epoch.total:.1%}".replace("%", " %")


def result_line(done: list[Epoch]) -> str:
    """Return what the last whole epoch gave."""
    if not done:
        return "No epoch was trained."
    count = "1 epoch" if len(done) == 1 else f"{len(done)} epochs"
    time = duration(sum(epoch.seconds for epoch in done))
    last = done[-1]
    if not last.total:
        return f"After {count} and {time} of training: not tested."
    return (
        f"After {count} and {time} of training: {last.correct:,} of {last.total:,} "
        f"test images right, {percent(last)}."
    )


def advice(
    net: Network, test_data: list[tuple[Image, int]], last: Epoch
) -> Iterator[str]:
    """Yield what went wrong most, and what to try."""
    wrong = Counter(
        (digit, answer)
        for digit, answer in ((digit, net.predict(x)) for x, digit in test_data)
        if digit != answer
    )
    if wrong:
        most = [
            f"{digit} read as {answer} ({count})"
            for (digit, answer), count in wrong.most_common(5)
        ]
        yield f"Most often confused: {', '.join(most)}."
    occurring = {digit for x, digit in test_data}
    dead = [str(digit) for digit in last.dead if digit in occurring]
    if dead:
        yield f"Dead, never the answer: {', '.join(dead)}. Such an output neuron is so"
        yield "near to 0 for every image that it hardly learns any more."
        yield "Try --init scaled, a smaller --eta, more epochs or another --seed."
