"""train a network to read digits, and say how well it does"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Any, Callable, NamedTuple

from purenet import mnist_loader, pictures
from purenet.console.arguments import (
    MOST_NEURONS,
    MOST_WEIGHTS,
    Parser,
    above_zero,
    at_least,
)
from purenet.console.programs import INTERRUPTED, program, quoted
from purenet.console.progress import Bar
from purenet.console.replacing import Alone, check_place
from purenet.console.speech import said
from purenet.console.terminal import wrapped
from purenet.data.find import find
from purenet.engines import ENGINES
from purenet.network import Network
from purenet.pictures import history
from purenet.runs import checkpoint, npz, saved
from purenet.runs import report as told
from purenet.runs.run import Run, Settings

PICTURES = ("curve", "mistakes", "confusion")
TO_CHOOSE_BY = 1000  # validation images, unless told otherwise


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments.

    What is not given is not in the result: a resumed run has its own settings.
    """
    usual = Settings()
    result = Parser(
        prog=program(__name__),
        description="Train a network to read handwritten digits, with a subset of "
        "the data that takes some seconds. Without --data MNIST is looked for, and "
        "the built-in digits are taken where there is none.",
        argument_default=argparse.SUPPRESS,
    )
    add = result.add_argument
    add("--data", metavar="PATH|built-in", help="a file or folder of digits")
    add("--train", type=at_least(1), metavar="N",
        help=f"how many images to learn from ({usual.train})")
    add("--test", type=at_least(0), metavar="N",
        help=f"how many images to test with after each epoch ({usual.test})")
    add("--validation", type=at_least(1), metavar="N",
        help="how many other images --keep best and --patience judge an epoch by "
        f"({TO_CHOOSE_BY} where one of them is given)")
    add("--hidden", type=layers, metavar="30[,...]|0",
        help="neurons in each hidden layer, 0 for none (30)")
    add("--epochs", type=at_least(0), metavar="N",
        help=f"how often to go through the images ({usual.epochs})")
    add("--keep", choices=("last", "best"),
        help="the network of which epoch: the last, or the one that reads most "
        f"validation images right ({usual.keep})")
    add("--patience", type=at_least(1), metavar="N",
        help="stop when N epochs have brought nothing better")
    add("--mini-batch-size", type=at_least(1), metavar="N",
        help=f"how many images make one step ({usual.mini_batch_size})")
    add("--eta", type=above_zero, help=f"the learning rate ({usual.eta})")
    add("--seed", type=seed, help=f"for another run ({usual.seed})")
    add("--init", choices=("scaled", "book"),
        help="how the weights start: scaled by the number of inputs, or as in "
        f"chapter 1 of the book ({usual.init})")
    add("--engine", choices=sorted(ENGINES),
        help="how to calculate: in plain loops; with a column of weights packed in "
        "one integer, many times faster; or in flat loops, the fastest with PyPy. The "
        "numbers are the same but for rounding, which grows as the training goes on "
        f"({usual.engine})")
    add("--quiet", action="store_true", help="print the last line only")
    _add_files(result)
    _add_pictures(result)
    return result


def _add_files(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name files of networks."""
    files = parser.add_argument_group("files of networks")
    add = files.add_argument
    add("--save", metavar="FILE", help="save the network when it is trained: "
        "as .json, or for NumPy as .npz")
    add("--load", metavar="FILE", help="start from a saved network")
    add("--checkpoint", metavar="FILE", help="keep the run here after every epoch")
    add("--resume", metavar="FILE", help="go on with the run kept there")


def _add_pictures(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that ask for pictures."""
    drawn = parser.add_argument_group("pictures, .svg or .png by the name")
    add = drawn.add_argument
    add("--curve", metavar="FILE", help="how many were right after each epoch")
    add("--mistakes", metavar="FILE", help="the test images read wrong")
    add("--confusion", metavar="FILE", help="which digit was taken for which")


def seed(text: str) -> int:
    """Read a whole number of at most 18 digits, which every file can hold.

    >>> seed("-3")
    -3
    """
    if len(text) > 18:
        raise argparse.ArgumentTypeError(f"{text[:20]} has more than 18 digits")
    return int(text)


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
    if min(sizes) < 1 or max(sizes) > MOST_NEURONS:
        raise argparse.ArgumentTypeError(
            f"{text[:30]!r} is not 0, or numbers from 1 to {MOST_NEURONS:,}"
            " with commas between"
        )
    weights = sum(a * b for a, b in zip([784, *sizes], [*sizes, 10]))
    if weights > MOST_WEIGHTS:
        raise argparse.ArgumentTypeError(
            f"{text:.30} makes {weights:,} weights; at most {MOST_WEIGHTS:,} are taken"
        )
    return sizes


class Files(NamedTuple):
    """The files that the arguments name."""

    save: str | None = None
    load: str | None = None
    checkpoint: str | None = None
    resume: str | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Train as the arguments say, and print how it went."""
    given = vars(parser().parse_args(argv))
    quiet = given.pop("quiet", False)
    say = _say_nothing if quiet else print
    files = Files(**{name: given.pop(name, None) for name in Files._fields})
    drawn = {name: given.pop(name) for name in PICTURES if name in given}
    check(files, drawn)
    if files.resume and not files.checkpoint:
        files = files._replace(checkpoint=files.resume)
    run = resumed(given, files, say) if files.resume else begun(given, files, say)
    place = Alone(files.checkpoint) if files.checkpoint else None
    keep(run, place)
    if drawn and not run.test_data:
        raise ValueError("nothing to draw without test images: leave out --test 0")
    try:
        train(run, place, say)
    except KeyboardInterrupt:
        for line in stopped(run, files, drawn, quiet):
            print(line)
        return INTERRUPTED
    run.keep_chosen()
    for line in told.result(run):
        print(line)
    for line in finished(run, files, drawn):
        say(line)
    return 0


def keep(run: Run, place: Alone | None) -> None:
    """Write the run's checkpoint, if it has one and no other run writes there."""
    if place:
        place.take()
        checkpoint.save(run, place.path)
        place.take()


def check(files: Files, drawn: dict[str, str]) -> None:
    """Raise an error for names of files that nothing could be written to."""
    for path in drawn.values():
        pictures.check_name(path)
        check_place(path)
    if files.save is not None:
        saved.check_name(files.save)
    for path in filter(None, (files.save, files.checkpoint)):
        check_place(path)
        saved.check_other(path)
    if files.load and files.resume:
        raise ValueError("--load starts a new run, --resume goes on with one: choose")


def begun(given: dict[str, Any], files: Files, say: Callable[[str], None]) -> Run:
    """Return a new run."""
    if given.get("keep") == "best" or "patience" in given:
        given.setdefault("validation", TO_CHOOSE_BY)
    settings = Settings(**given)
    net = saved.load(files.load) if files.load else None
    if net:
        settings = settings_for(net, settings, given, str(files.load))
    if files.checkpoint:
        checkpoint.check_unfinished(files.checkpoint)
    run = Run(settings, *load(settings, say), net)
    for line in told.beginning(settings, files.load):
        say(line)
    return run


def settings_for(
    net: Network, settings: Settings, given: dict[str, Any], path: str
) -> Settings:
    """Return the settings with the layers of a loaded network."""
    saved.check_reads_digits(net, path)
    hidden = net.sizes[1:-1]
    if given.get("hidden", hidden) != hidden:
        raise ValueError(f"--hidden does not go with {path}, which has {hidden}")
    return settings._replace(hidden=hidden)


def resumed(given: dict[str, Any], files: Files, say: Callable[[str], None]) -> Run:
    """Return the run in a checkpoint; what else is given must agree with it."""
    path = str(files.resume)
    kept = checkpoint.settings_in(path)
    for name, value in given.items():
        if name != "data" and value != getattr(kept, name):
            raise ValueError(
                f"--{name.replace('_', '-')} {value} does not go with the run in "
                f"{path}, which has {getattr(kept, name)}: leave it out, or start a "
                f"new run from its network with --load {path}"
            )
    data = given.get("data", kept.data)
    run = checkpoint.resumed(path, kept, *load(kept._replace(data=data), say))
    for line in told.beginning(kept, path):
        say(line)
    if run.finished:
        say(f"The run in {path} is finished.")
    else:
        say(f"Going on after {len(run.done)} of {kept.epochs} epochs.")
    return run


def load(settings: Settings, say: Callable[[str], None]) -> tuple[Any, Any, Any]:
    """Load the data that the settings name, and say which it is."""
    found = find(settings.data)
    with Bar("Reading digits" if found.path else "Drawing digits") as progress:
        data = mnist_loader.load_data_wrapper(
            found.name,
            train=settings.train,
            validation=settings.validation,
            test=settings.test,
            progress=progress,
        )
    training_data, validation_data, test_data = data
    if settings.validation and not validation_data:
        raise ValueError(
            f"{found} has no validation images to choose the best epoch by: leave out "
            "--keep, --patience and --validation"
        )
    line = f"Data: {found}, {len(training_data):,} to learn from, "
    if validation_data:
        line += f"{len(validation_data):,} to choose by, "
    for part in wrapped(said(line + f"{len(test_data):,} to test with")):
        say(part)
    if found.looked:
        get = program("purenet.commands.download")
        say(f"(No MNIST was found; {get} gets it.)")
    return data


def train(run: Run, place: Alone | None, say: Callable[[str], None]) -> None:
    """Train, showing how far it is; say and keep what each epoch gave."""
    first = len(run.done)
    with Bar("") as bar:

        def progress(seen: float, of: float) -> None:
            bar.label = f"Epoch {len(run.done)}"
            bar(len(run.done) - first + seen / of, run.settings.epochs - first)

        for epoch in run.train(progress):
            keep(run, place)
            bar.clear()
            say(told.epoch_line(run, epoch))


def stopped(
    run: Run, files: Files, drawn: dict[str, str], quiet: bool
) -> Iterator[str]:
    """Yield what the last whole epoch gave, and how to go on."""
    yield "Stopped." + (f" Not saved: {files.save}" if files.save else "")
    yield from told.result(run)
    if files.checkpoint:
        words = ["--resume", files.checkpoint]
        if files.save:
            words += ["--save", files.save]
        for name, path in drawn.items():
            words += [f"--{name}", path]
        words += ["--quiet"] * quiet
        yield f"To go on: {program(__name__)} {' '.join(map(quoted, words))}"


def finished(run: Run, files: Files, drawn: dict[str, str]) -> Iterator[str]:
    """Save and draw what was asked for; yield a line for each, and advice."""
    if run.done and run.test_data:
        yield from told.advice(run)
    if files.save:
        if files.save.endswith(".npz"):
            npz.export(run.net, files.save)
        else:
            saved.save(run.net, files.save)
        yield f"Saved: {files.save}"
    for path in draw(run, drawn):
        yield f"Drawn: {path}"


def draw(run: Run, paths: dict[str, str]) -> Iterator[str]:
    """Draw the pictures that were asked for, by name; yield each file's path."""
    answered = (
        [(x, digit, run.net.predict(x)) for x, digit in run.test_data] if paths else []
    )
    for name, path in paths.items():
        if name == "curve":
            drawing = history.curve([(one.correct, one.total) for one in run.done])
        elif name == "mistakes":
            drawing = history.mistakes(answered)
        else:
            drawing = history.confusion(answered)
        pictures.save(drawing, path)
        yield path


def _say_nothing(line: str) -> None:
    """Take a line that --quiet keeps back."""


if __name__ == "__main__":
    sys.exit(main())
