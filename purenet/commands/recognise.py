"""read your own handwriting: a PNG, PGM or PPM picture of a digit, or of a row"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from purenet.beyond import saved, shipped
from purenet.console.programs import harmless, program, sentence
from purenet.console.terminal import can
from purenet.data import DataError
from purenet.network import Network
from purenet.photos import photo, scan, strip
from purenet.pictures import terminal


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments."""
    result = argparse.ArgumentParser(
        prog=program(__name__),
        description="Read a digit from a scan or a photograph: dark on light or light "
        "on dark, of any size. What the network sees is shown, its answer with the "
        "output of that neuron, from 0 to 1, and the runner-up.",
    )
    add = result.add_argument
    add("images", nargs="+", metavar="IMAGE", help="a PNG, PGM or PPM file")
    add(
        "--net",
        metavar="FILE.json",
        help="a saved network (default: the one that comes with purenet)",
    )
    add("--strip", action="store_true", help="read a row of digits, one after another")
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Read every picture; one that cannot be read does not stop the others."""
    args = parser().parse_args(argv)
    net = network(args.net)
    style = can(sys.stdout)
    read = row_lines if args.strip else digit_lines
    status = 0
    for path in args.images:
        try:
            lines = list(read(net, path, style))
        except (DataError, OSError) as error:
            sys.stdout.flush()
            print(harmless(f"recognise: {sentence(error)}"), file=sys.stderr)
            status = 1
        else:
            for line in lines:
                print(line)
    return status


def network(path: str | None) -> Network:
    """Load a network for digits; None: the one that comes with purenet.

    Raise DataError for a file that holds none.
    """
    if path is None:
        return shipped.load()
    net = saved.load(path)
    saved.check_reads_digits(net, path)
    return net


def digit_lines(net: Network, path: str, style: str) -> Iterator[str]:
    """Read a picture of one digit; yield what the network sees and says.

    Raise DataError or OSError for a file that cannot be read, or without ink.
    """
    image = scan.digit(photo.read(path), path)
    yield f"{path}: what the network sees"
    yield from terminal.digit(image, style)
    yield answer(net.feedforward(image))


def answer(outputs: Sequence[float]) -> str:
    """Put a network's outputs in words.

    >>> answer([0.0, 0.1, 0.0, 0.0, 0.97, 0.0, 0.0, 0.0, 0.0, 0.0])
    'A 4: output 0.97. After it comes 1, with 0.10.'
    >>> answer([0.1] * 6 + [0.4] + [0.2] * 3)
    'Perhaps a 6, hard to say: output 0.40. After it comes 7, with 0.20.'
    """
    first, second = _best_two(outputs)
    sure = outputs[first] > 0.5 and outputs[second] < 0.5
    words = f"A {first}" if sure else f"Perhaps a {first}, hard to say"
    return (
        f"{words}: output {outputs[first]:.2f}."
        f" After it comes {second}, with {outputs[second]:.2f}."
    )


def _best_two(outputs: Sequence[float]) -> tuple[int, int]:
    """Return the numbers of the largest output and of the one after it."""
    first, second, *_ = sorted(range(len(outputs)), key=lambda j: -outputs[j])
    return first, second


def row_lines(net: Network, path: str, style: str) -> Iterator[str]:
    """Read a picture of a row of digits; yield each, then all in a line.

    Raise DataError or OSError for a file that cannot be read, or without ink.
    """
    pieces = strip.digits(photo.read(path), net.feedforward, path)
    yield f"{path}: what the network sees, one after the other"
    answers, captions = [], []
    for piece in pieces:
        outputs = net.feedforward(piece.image)
        first, second = _best_two(outputs)
        answers.append(str(first))
        captions.append(f"{first} {outputs[first]:.2f}, {second} {outputs[second]:.2f}")
    yield from terminal.digits([piece.image for piece in pieces], captions, style)
    yield f"Read: {''.join(answers)}"


if __name__ == "__main__":
    sys.exit(main())
