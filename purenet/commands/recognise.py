"""read your own handwriting: a photograph or scan of a digit, or of rows of them"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from functools import partial
from pathlib import Path
from typing import Union

from purenet import pictures
from purenet.console.arguments import Parser
from purenet.console.programs import program, sentence, tried
from purenet.console.progress import Bar
from purenet.console.terminal import can
from purenet.data import DataError, reader
from purenet.data.folder import entries
from purenet.data.image import PIXELS, SIZES, Image
from purenet.data.picture_folder import ENDINGS, is_picture
from purenet.engines import FastNetwork
from purenet.network import Network
from purenet.photos import photo, reading
from purenet.photos.bounds import Progress
from purenet.photos.reading import Digit
from purenet.pictures import terminal
from purenet.runs import saved, shipped
from purenet.runs import verdict as said
from purenet.words import later, say, speaking_in, spoken

LEFT_OUT = later("Left out: what looks like words or blots")
EACH = 50  # pictures at least are worth a process of their own
# A name, and its image from a table, or why there is none; of files there is nothing.
_Picture = tuple[str, Union[Image, str, None]]
_Found = Union[list[Digit], str]  # what is on a picture, or why it cannot be read


def _parser() -> argparse.ArgumentParser:
    result = Parser(
        prog=program(__name__),
        description="Read what is on a scan or a photograph: a digit, a row of them, "
        "or several rows; dark on light or light on dark, of any size. Of a single "
        "picture it is shown what the network sees, with the output of the neuron that "
        "answers, from 0 to 1, and the runner-up.",
    )
    add = result.add_argument
    kinds = (
        "a JPEG, PNG, BMP, PGM or PPM file (- for standard input), a folder of them, "
        "or a table (CSV) of images"
    )
    add("images", nargs="+", metavar="IMAGE", help=kinds)
    which = "a saved network (default: the one that comes with purenet)"
    add("--net", metavar="FILE.json", help=which)
    add("--csv", metavar="FILE", help="write the answers to a table, too")
    drawn = "draw what the network saw of each, with its answer: a .svg file"
    add("--sheet", metavar="FILE", help=drawn)
    add("--strip", action="store_true", help=argparse.SUPPRESS)
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Read every picture; one that cannot be read does not stop the others."""
    args = _parser().parse_args(argv)
    net = shipped.load() if args.net is None else saved.load(args.net)
    saved.check_reads_digits(net, args.net, SIZES)
    if args.csv:
        from purenet.console import spreadsheet

        spreadsheet.check_place(args.csv)
    if args.sheet:
        pictures.check_place(args.sheet)
    if args.strip:
        print(say("--strip is not needed any more: a row is seen to be one"))
    pictures_of = [each for name in args.images for each in _pictures_in(name, net)]
    ready = sum(isinstance(there, Image) for _, there in pictures_of)
    if ready:  # perhaps Kaggle's 28,000
        net = FastNetwork.from_weights(net.weights, net.biases)
    status, table, seen = 0, [["file", "digit", "output", "sure", "line", "place"]], []
    with closing(_read_all(pictures_of, net)) as all_:
        for (path, there), found in zip(pictures_of, all_):
            table += _rows(path, found)
            if isinstance(found, str):
                print(end="", flush=True)
                print(say("{}: {}", "recognise", found), file=sys.stderr)
                status = 1
                continue
            seen += [digit for digit in found if not digit.words]
            if len(pictures_of) == 1 and not ready:
                for line in (*_pictured(path, seen), *_answers(found)):
                    print(line)
            elif not (args.csv and there):
                for line in _answers(found):
                    print(say("{}: {}", path, line))
    if ready and ready == len(pictures_of):  # a table for a table, as Kaggle takes it
        answers = ([str(n), row[1]] for n, row in enumerate(table[1:], 1))
        table = [["ImageId", "Label"], *answers]
    if args.csv:
        written = partial(spreadsheet.save, table, Path(args.csv))
        status |= not tried("recognise", written)
    if args.sheet and seen:
        status |= not tried("recognise", partial(_draw, seen, args.sheet))
    return status


def _draw(seen: list[Digit], name: str) -> None:
    """Draw what the network saw, with its answers, into a file."""
    from purenet.pictures import grids

    drawn = [said.in_short(digit.outputs) for digit in seen]
    title = say("What the network saw, and its answers")
    sheet = grids.digits([digit.image for digit in seen], drawn, title=title)
    pictures.save(sheet, name)
    print(say("Drawn: {}", name))


def _pictures_in(name: str, net: Network) -> list[_Picture]:
    """Return the pictures that a name stands for.

    With each what there is of it: its image from a table, or why it cannot be read.
    """
    try:
        found: list[_Picture] = [(name, None)]
        pixels, path = PIXELS, Path(name)
        if name != "-" and path.is_file() and (table := reader.images(name)):
            for text in table[1]:
                print(say("{}: {}", name, text))
            found = [(f"{name} {n}", image) for n, image in enumerate(table[0], 1)]
            pixels = len(table[0][0])
        elif path.is_dir():
            below = "{}: a folder in a folder is not looked into: name it, too"
            inside = [x for x in entries(path) if x.is_dir() or is_picture(x)]
            found = [(str(x), say(below, x) if x.is_dir() else None) for x in inside]
            if not found:
                text = "{}: a folder without pictures ({})"
                raise DataError(text, name, ", ".join(ENDINGS))
        if pixels != net.sizes[0]:
            words = "{}: images have {} pixels, and the network {} inputs"
            raise DataError(words, name, pixels, net.sizes[0])
        return found
    except (ValueError, OSError) as error:
        return [(name, sentence(error))]


def _read_all(
    pictures_of: Sequence[_Picture], net: Network
) -> Generator[_Found, None, None]:
    """Yield what is on each picture, or why it cannot be read; of many on all cores."""
    read, count = partial(_read, net, spoken()), len(pictures_of)
    shared: Iterator[_Found] = iter(())
    with Bar(say("reading pictures")) as bar, ExitStack() as stack:
        files = sum(not there for _, there in pictures_of)
        cores = min(os.cpu_count() or 1, files // EACH)
        if cores > 1 and ("-", None) not in pictures_of:
            # Where no other Python can be started, or this one has no semaphores:
            with suppress(OSError, NotImplementedError, ImportError):
                from purenet.console.workers import Workers

                workers = stack.enter_context(Workers(cores))
                shared = workers.map(read, pictures_of, chunksize=5)
        for number, picture in enumerate(pictures_of):
            bar(number, count)
            found: _Found | None = None
            with suppress(RuntimeError):  # the system has ended one: go on alone
                found = next(shared, None)
            found = found or read(picture, lambda x, n=number: bar(n + x, count))  # type: ignore[misc]
            bar.clear()
            yield found


def _read(
    net: Network, language: str, picture: _Picture, progress: Progress = id
) -> _Found:
    """Return what is on a picture, or why it cannot be read."""
    path, there = picture
    if isinstance(there, str):
        return there
    if there:
        return [Digit(there, net.feedforward(there), 0, 0)]
    with speaking_in(language):
        try:
            if path == "-":
                given = sys.stdin.buffer if sys.stdin else io.BytesIO()
                found = photo.read_from(given, say("standard input"), progress)
            else:
                found = photo.read(path, progress)
            return reading.read(found, net.feedforward, path)
        except (ValueError, OSError) as error:
            return sentence(error)


def _rows(path: str, found: _Found) -> Iterator[list[str]]:
    """Yield the rows of the table for a picture: one a digit, or why there is none."""
    if isinstance(found, str):
        yield [path, "", "", found, "", ""]
        return
    place: Counter[tuple[int, bool]] = Counter()
    for digit in found:
        first, _ = said.best_two(digit.outputs)
        answer = f"{digit.outputs[first]:.3f}", said.how_sure(digit.outputs)
        line, here = str(digit.line + 1), (digit.line, digit.words)
        place[here] += 1
        if not digit.words:
            yield [path, str(first), *answer, line, str(place[here])]
        elif place[here] == 1:
            yield [path, "", "", say(LEFT_OUT), line, ""]


def _pictured(path: str, seen: Sequence[Digit]) -> Iterator[str]:
    """Yield what the network sees of a picture."""
    style, images = can(sys.stdout), [digit.image for digit in seen]
    if len(seen) == 1:
        yield say("{}: what the network sees", path)
        yield from terminal.digit(images[0], style)
        return
    yield say("{}: what the network sees, one after the other", path)
    both = [(digit.outputs, *said.best_two(digit.outputs)) for digit in seen]
    captions = [f"{a} {share[a]:.2f}, {b} {share[b]:.2f}" for share, a, b in both]
    yield from terminal.digits(images, captions, style)


def _answers(found: Sequence[Digit]) -> Iterator[str]:
    """Yield the answer for a digit, or what was read of each line."""
    if len(found) == 1:
        yield said.in_words(found[0].outputs)
        return
    for number in range(1 + found[-1].line):
        line = [digit for digit in found if digit.line == number]
        if read := [digit.outputs for digit in line if not digit.words]:
            yield said.in_a_row(read)
        if len(read) < len(line):
            yield say(LEFT_OUT)
