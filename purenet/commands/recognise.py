"""read your own handwriting: a photograph or scan of a digit, or of a row"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from purenet import pictures
from purenet.console import spreadsheet
from purenet.console.arguments import Parser
from purenet.console.programs import program, sentence
from purenet.console.replacing import check_place
from purenet.console.terminal import can
from purenet.data import DataError, reader
from purenet.data.folder import entries
from purenet.data.image import Image
from purenet.data.picture_folder import ENDINGS, is_picture
from purenet.engines import FastNetwork
from purenet.network import Network
from purenet.photos import photo, scan, strip
from purenet.pictures import grids, terminal
from purenet.runs import saved, shipped
from purenet.runs import verdict as said
from purenet.words import say


def _parser() -> argparse.ArgumentParser:
    result = Parser(
        prog=program(__name__),
        description="Read a digit from a scan or a photograph: dark on light or light "
        "on dark, of any size. What the network sees is shown, its answer with the "
        "output of that neuron, from 0 to 1, and the runner-up.",
    )
    add = result.add_argument
    kinds = "a JPEG, PNG, PGM or PPM file, a folder of them, or a table (CSV) of images"
    add("images", nargs="+", metavar="IMAGE", help=kinds)
    which = "a saved network (default: the one that comes with purenet)"
    add("--net", metavar="FILE.json", help=which)
    add("--csv", metavar="FILE", help="write the answers to a table, too")
    drawn = "draw what the network saw of each, with its answer: a .svg file"
    add("--sheet", metavar="FILE", help=drawn)
    add("--strip", action="store_true", help="read a row of digits, one after another")
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Read every picture; one that cannot be read does not stop the others."""
    args = _parser().parse_args(argv)
    net = shipped.load() if args.net is None else saved.load(args.net)
    saved.check_reads_digits(net, args.net)
    style = can(sys.stdout)
    if args.csv:
        spreadsheet.check_name(args.csv)
    if args.sheet:
        pictures.check_name(args.sheet)
        check_place(args.sheet)
    ready: dict[str, Image] = {}  # images in tables need no reading
    paths = [path for name in args.images for path in _pictures_in(name, ready)]
    if ready:  # perhaps Kaggle's 28,000
        net = FastNetwork.from_weights(net.weights, net.biases)
    many = len(paths) > 1 and not args.strip or bool(args.csv or args.sheet or ready)
    status, table = 0, [["file", "digit", "output", "sure"]]
    seen: list[Image] = []
    captions = []
    for path in paths:
        try:
            if many:
                image, line, row = _one_line(net, path, ready.get(path))
                seen.append(image)
                captions.append(f"{row[1]} {row[2][:4]}")
                table.append(row)
                lines = [] if args.csv and path in ready else [line]
            else:
                read = _row_lines if args.strip else _digit_lines
                lines = list(read(net, path, style))
        except (ValueError, OSError) as error:
            print(end="", flush=True)
            print(say("{}: {}", "recognise", sentence(error)), file=sys.stderr)
            table.append([path, "", "", sentence(error)])
            status = 1
        else:
            for line in lines:
                print(line)
    if ready and len(ready) == len(paths):  # a table for a table, as Kaggle takes it
        answers = ([str(n), row[1]] for n, row in enumerate(table[1:], 1))
        table = [["ImageId", "Label"], *answers]
    if args.csv:
        spreadsheet.save(table, Path(args.csv))
    if args.sheet and seen:
        title = say("What the network saw, and its answers")
        pictures.save(grids.digits(seen, captions, title=title), args.sheet)
        print(say("Drawn: {}", args.sheet))
    return status


def _pictures_in(name: str, ready: dict[str, Image]) -> list[str]:
    """Return the pictures that a name stands for; add those that are in a table."""
    if reader.holds_images(name):
        images, said = reader.images(name)
        for text in said:
            print(say("{}: {}", name, text))
        there = {f"{name} {n}": image for n, image in enumerate(images, 1)}
        ready.update(there)
        return list(there)
    if not Path(name).is_dir():
        return [name]
    found = [str(path) for path in entries(Path(name)) if is_picture(path)]
    if not found:
        raise DataError("{}: a folder without pictures ({})", name, ", ".join(ENDINGS))
    return found


def _digit_lines(net: Network, path: str, style: str) -> Iterator[str]:
    """Read a picture of one digit; yield what the network sees and says."""
    picture = photo.read(path)
    image = scan.digit(picture, path)
    yield say("{}: what the network sees", path)
    yield from terminal.digit(image, style)
    pieces = strip.how_many(picture, path)
    if pieces > 1:
        yield say("It has {} pieces as high as a digit: --strip reads a row.", pieces)
    yield said.in_words(net.feedforward(image))


def _one_line(
    net: Network, path: str, image: Image | None
) -> tuple[Image, str, list[str]]:
    """Read a picture of one digit; return what is seen, a line, a row of a table."""
    if image is None:
        image = scan.digit(photo.read(path), path)
    outputs = net.feedforward(image)
    first, second = said.best_two(outputs)
    row = [path, str(first), f"{outputs[first]:.3f}", said.how_sure(outputs)]
    return image, say("{}: {}", path, said.in_words(outputs)), row


def _row_lines(net: Network, path: str, style: str) -> Iterator[str]:
    """Read a picture of digits in rows; yield each, then every row in a line."""
    pieces = strip.digits(photo.read(path), net.feedforward, path)
    yield say("{}: what the network sees, one after the other", path)
    answers, captions = [""] * (1 + max(piece.line for piece in pieces)), []
    for piece in pieces:
        outputs = net.feedforward(piece.image)
        first, second = said.best_two(outputs)
        answers[piece.line] += "?" if said.how_sure(outputs) == "none" else str(first)
        captions.append(f"{first} {outputs[first]:.2f}, {second} {outputs[second]:.2f}")
    yield from terminal.digits([piece.image for piece in pieces], captions, style)
    for line in answers:
        yield say("Read: {}", line)
