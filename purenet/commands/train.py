"""train a network to read digits, and say how well it does"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Callable, NamedTuple

from purenet import mnist_loader, pictures
from purenet.beyond import npz, saved
from purenet.beyond.run import (
    ENGINES,
    Run,
    Settings,
    Tests,
    Training,
    progress_in,
    settings_in,
)
from purenet.console.arguments import (
    MOST_NEURONS,
    MOST_WEIGHTS,
    above_zero,
    at_least,
)
from purenet.console.programs import INTERRUPTED, program, quoted
from purenet.console.progress import Bar, duration
from purenet.console.replacing import check_place
from purenet.data import DataError
from purenet.data.find import find
from purenet.network import Network
from purenet.pictures import history
from purenet.training import ENOUGH, Epoch


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments.

    What is not given is not in the result: a resumed run has its own settings.
    """
    usual = Settings()
    result = argparse.ArgumentParser(
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
    add("--hidden", type=layers, metavar="30[,...]|0",
        help="neurons in each hidden layer, 0 for none (30)")
    add("--epochs", type=at_least(0), metavar="N",
        help=f"how often to go through the images ({usual.epochs})")
    add("--mini-batch-size", type=at_least(1), metavar="N",
        help=f"how many images make one step ({usual.mini_batch_size})")
    add("--eta", type=above_zero, help=f"the learning rate ({usual.eta})")
    add("--seed", type=seed, help=f"for another run ({usual.seed})")
    add("--init", choices=("scaled", "book"),
        help="how the weights start: scaled by the number of inputs, or as in "
        f"chapter 1 of the book ({usual.init})")
    add("--engine", choices=sorted(ENGINES),
        help="how to calculate: in plain loops, or with a column of weights packed "
        f"in one integer, with the same results ({usual.engine})")
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


def main(argv: Sequence[str] | None = None) -> int:
    """Train as the arguments say, and print how it went."""
    given = vars(parser().parse_args(argv))
    say = _say_nothing if given.pop("quiet", False) else print
    files = Files(**{name: given.pop(name, None) for name in Files._fields})
    drawn = {name: given.pop(name) for name in PICTURES if name in given}
    for path in drawn.values():
        pictures.check_name(path)
        check_place(path)
    if files.resume and not files.checkpoint:
        files = files._replace(checkpoint=files.resume)
    run = start(given, files, say)
    if files.checkpoint:
        run.save(files.checkpoint)
    if drawn and not run.test_data:
        raise ValueError("nothing to draw without test images: leave out --test 0")
    try:
        for epoch in train(run):
            if files.checkpoint:
                run.save(files.checkpoint)
            if not sys.stderr.isatty():
                say(str(epoch))
    except KeyboardInterrupt:
        for line in stopped(run, files):
            print(line)
        return INTERRUPTED
    print(result_line(run.done))
    for line in finished(run, files, drawn):
        say(line)
    return 0


def stopped(run: Run, files: Files) -> Iterator[str]:
    """Yield what the last whole epoch gave, and how to go on."""
    yield "Stopped." + (f" Not saved: {files.save}" if files.save else "")
    yield result_line(run.done)
    if files.checkpoint:
        words = ["--resume", files.checkpoint]
        words += ["--save", files.save] if files.save else []
        yield f"To go on: {program(__name__)} {' '.join(map(quoted, words))}"


def finished(run: Run, files: Files, drawn: dict[str, str]) -> Iterator[str]:
    """Save and draw what was asked for; yield a line for each, and advice."""
    if run.done and run.test_data:
        yield from advice(run)
    if files.save:
        if files.save.endswith(".npz"):
            npz.export(run.net, files.save)
        else:
            saved.save(run.net, files.save)
        yield f"Saved: {files.save}"
    for path in draw(run, drawn):
        yield f"Drawn: {path}"


PICTURES = ("curve", "mistakes", "confusion")


class Files(NamedTuple):
    """The files that the arguments name."""

    save: str | None = None
    load: str | None = None
    checkpoint: str | None = None
    resume: str | None = None


def start(given: dict[str, Any], files: Files, say: Callable[[str], None]) -> Run:
    """Return the run to train: a new one, or the one to go on with."""
    for path in (files.save, files.checkpoint):
        if path is not None:
            check_place(path)
            spare_others(path)
    if files.resume:
        return resumed(given, files, say)
    net = saved.load(files.load) if files.load else None
    settings = Settings(**given)
    if net:
        settings = settings_for(net, settings, given, str(files.load))
    if files.checkpoint:
        spare(files.checkpoint)
    run = Run(settings, *load(settings, say), net)
    introduce(settings, say)
    return run


def spare_others(path: str) -> None:
    """Raise ValueError where a network would take the place of another thing."""
    if Path(path).is_file():
        with Path(path).open("rb") as file:
            data = file.read(saved.MOST_BYTES)
        as_json = data[:1] == b"{" and b'"sizes"' in data
        as_npz = data[:2] == b"PK" and b"weights_0.npy" in data
        if data and not (as_json or as_npz):
            raise ValueError(
                f"{path} is there already and holds no network: name another file"
            )


def spare(path: str) -> None:
    """Raise ValueError where a new run would take the place of an unfinished one."""
    if Path(path).is_file():
        try:
            done, of = progress_in(path)
        except DataError:
            return
        if 0 < done < of:
            raise ValueError(
                f"{path} holds a run that has done {done} of {of} epochs. To go on "
                f"with it: --resume {path}; to begin anew, name another file"
            )


def resumed(given: dict[str, Any], files: Files, say: Callable[[str], None]) -> Run:
    """Return the run in a checkpoint; what else is given must agree with it."""
    path = str(files.resume)
    kept = settings_in(path)
    for name, value in given.items():
        if name != "data" and value != getattr(kept, name):
            raise ValueError(
                f"--{name.replace('_', '-')} {value} does not go with the run in "
                f"{path}, which has {getattr(kept, name)}: leave it out, or start anew"
            )
    if files.load:
        raise ValueError("--load starts a new run, --resume goes on with one: choose")
    data = given.get("data", kept.data)
    run = Run.resumed(path, kept, *load(kept._replace(data=data), say))
    introduce(kept, say)
    if run.finished:
        say(f"The run in {path} is finished.")
    else:
        say(f"Going on after {len(run.done)} of {kept.epochs} epochs.")
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


def _say_nothing(line: str) -> None:
    """Take a line that --quiet keeps back."""


def load(settings: Settings, say: Callable[[str], None]) -> tuple[Training, Tests]:
    """Load the data that the settings name, and say which it is."""
    found = find(settings.data)
    with Bar("Reading digits" if found.path else "Drawing digits") as progress:
        training_data, _, test_data = mnist_loader.load_data_wrapper(
            found.name,
            train=settings.train,
            validation=0,
            test=settings.test,
            progress=progress,
        )
    say(
        f"Data: {found}, {len(training_data):,} to learn from, "
        f"{len(test_data):,} to test with"
    )
    if found.looked:
        get = program("purenet.commands.download")
        say(f"(No MNIST was found; {get} gets it.)")
    return training_data, test_data


def introduce(settings: Settings, say: Callable[[str], None]) -> None:
    """Say what will be trained, and how."""
    sizes = "-".join(str(size) for size in settings.sizes)
    say(f"Network: {sizes}, {settings.init} weights, seed {settings.seed}")
    epochs = "1 epoch" if settings.epochs == 1 else f"{settings.epochs} epochs"
    say(
        f"Training: {epochs}, mini-batches of "
        f"{settings.mini_batch_size}, eta {settings.eta:g}"
    )


def train(run: Run) -> Iterator[Epoch]:
    """Train, showing how far it is, and yield the records of the epochs."""
    first = len(run.done)
    result = ""
    with Bar("") as bar:

        def progress(seen: float, of: float) -> None:
            bar.label = f"Epoch {len(run.done)}{result}"
            bar(len(run.done) - first + seen / of, run.settings.epochs - first)

        for epoch in run.train(progress):
            result = f" ({percent(epoch)})" if epoch.total else ""
            yield epoch


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


def percent(epoch: Epoch) -> str:
    """Return the share of right answers.

    >>> percent(Epoch(0, 9129, 10000, 42.0))
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


def advice(run: Run) -> Iterator[str]:
    """Yield what went wrong most, and what to try."""
    answers = [(digit, run.net.predict(x)) for x, digit in run.test_data]
    wrong = Counter(pair for pair in answers if pair[0] != pair[1])
    if wrong:
        most = [
            f"{digit} read as {answer} ({count})"
            for (digit, answer), count in wrong.most_common(5)
        ]
        yield textwrap.fill(f"Most often confused: {', '.join(most)}.", 79)
    occurring = {digit for x, digit in run.test_data}
    read = {answer for digit, answer in answers}
    dead = [str(digit) for digit in sorted(occurring - read)]
    if dead and len(answers) >= ENOUGH:
        yield f"Dead, never the answer: {', '.join(dead)}. An output neuron that is"
        yield "near 0 for every image hardly learns any more. Try more --epochs, more"
        yield "images, a smaller --eta, another --seed, or --init scaled."
