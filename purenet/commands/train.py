"""train a network to read digits, and say how well it does"""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Callable

from purenet import pictures
from purenet.console.arguments import Parser
from purenet.console.programs import INTERRUPTED, program, tried, typed
from purenet.console.progress import Bar
from purenet.console.replacing import keep
from purenet.runs import beginning, checkpoint, report, saved
from purenet.runs.run import Run
from purenet.runs.settings import Settings, add_options
from purenet.words import later, say

if TYPE_CHECKING:
    from purenet.pictures.drawing import Drawing

_FILES = {
    "save": later(
        "save the network when it is trained: as .json, or for NumPy as .npz"
    ),
    "load": later("start from a saved network"),
    "checkpoint": later("keep the run here after every epoch"),
    "resume": later("go on with the run kept there"),
}
_PICTURES = {
    "curve": later("how many were right after each epoch"),
    "mistakes": later("the test images read wrong"),
    "confusion": later("which digit was taken for which"),
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command; what is not given is not in its result."""
    result = Parser(
        prog=program(__name__),
        description="Train a network to read handwritten digits, with a subset of "
        "the data that takes some seconds. Without --data MNIST is looked for, and "
        "the built-in digits are taken where there is none.",
    )
    add_options(result)
    result.add_argument("--quiet", action="store_true", help="print the last line only")
    files = result.add_argument_group(later("files of networks"))
    drawn = result.add_argument_group(later("pictures, as .svg files"))
    for group, names in ((files, _FILES), (drawn, _PICTURES)):
        for name, words in names.items():
            group.add_argument(f"--{name}", metavar="FILE", help=words)
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Train as the arguments say, and print how it went."""
    args = parser().parse_args(argv)
    if hasattr(gc, "set_threshold"):  # thousands of images are no garbage; not PyPy's
        gc.set_threshold(50_000)
    tell: Callable[[str], None] = (lambda line: None) if args.quiet else print
    typed = vars(args)
    given = {name: typed[name] for name in vars(Settings()) if name in typed}
    drawn = {name: typed[name] for name in _PICTURES if typed[name] is not None}
    check(args, drawn)
    if args.resume:
        run = beginning.resumed(given, args.resume, tell)
        args.checkpoint = args.checkpoint or args.resume
        saved.check_place(args.checkpoint, endings=("",))
    else:
        run = beginning.anew(given, args.load, tell)
    keeper = None
    if args.checkpoint:
        over = _same(args.checkpoint, args.resume)
        keeper = checkpoint.Keeper(args.checkpoint, over)
        keeper.keep(run)
    if drawn and not run.test_data:
        raise ValueError(say("nothing to draw without test images: leave out --test 0"))
    save = partial(_save, run, args.save, args.checkpoint)
    try:
        train(run, keeper, tell)
        run.keep_chosen()
        well = keeper is None or tried("train", keeper.close)
        if args.save and not tried("train", save):
            args.save, well = None, False
    except (KeyboardInterrupt, ArithmeticError, MemoryError) as error:
        if keeper:
            tried("train", keeper.close)
        is_saved = bool(args.save and run.done and not keeper) and tried("train", save)
        for line in _halted(run, args, drawn, is_saved):
            print(line)
        if not isinstance(error, KeyboardInterrupt):
            raise
        return INTERRUPTED
    for line in report.result(run):  # now that all is there, if nobody listens
        print(line)
    for line in report.advice(run) if run.done and run.test_data else ():
        tell(line)
    if args.save:
        tell(say("Saved: {}", args.save))
    for picture, path in _pictures(run, drawn):
        if tried("train", partial(pictures.save, picture, path)):
            tell(say("Drawn: {}", path))
        else:
            well = False
    return 0 if well else 1


def check(args: argparse.Namespace, drawn: dict[str, str]) -> None:
    """Raise an error for names of files that nothing could be written to."""
    for path in drawn.values():
        pictures.check_place(path)
    places = {os.path.normcase(os.path.realpath(path)) for path in drawn.values()}
    if len(places) < len(drawn):
        raise ValueError(say("each picture takes a file of its own"))
    if args.save:
        saved.check_place(args.save)
    if args.checkpoint:
        saved.check_place(args.checkpoint, endings=("",))  # of any name
    kept = args.checkpoint or args.resume
    for path, own in ((args.checkpoint, args.resume), (args.save, kept)):
        if path and not _same(path, own):
            checkpoint.check_unfinished(path)
    if args.load and args.resume:
        words = "--load starts a new run, --resume goes on with one: choose"
        raise ValueError(say(words))


def _same(path: str, other: str | None) -> bool:
    return os.path.realpath(path) == (other and os.path.realpath(other))


def train(
    run: Run, keeper: checkpoint.Keeper | None, tell: Callable[[str], None]
) -> None:
    """Train, showing how far it is; say and keep what each epoch gave."""
    first = len(run.done)
    with Bar("") as bar:

        def progress(seen: float, of: float) -> None:
            bar(len(run.done) - first + seen / of, run.settings.epochs - first)

        bar.label = say("Epoch {}", first)
        for epoch in run.train(progress):
            bar.clear()
            if keeper:
                again = say(". It is tried again after the next epoch")
                tried("train", partial(keeper.keep, run), again)
            tell(report.epoch_line(run, epoch))
            for line in report.sooner(run) if len(run.done) == first + 1 else ():
                tell(line)
            bar.label = say("Epoch {}", len(run.done))


def _save(run: Run, path: str, kept: str | None) -> None:
    """Save the network of the chosen epoch; kept: the checkpoint."""
    run.keep_chosen()
    keep(saved.contents(run.net, path), path, over=_same(path, kept))


def _halted(
    run: Run, args: argparse.Namespace, drawn: dict[str, str], is_saved: bool
) -> Iterator[str]:
    ended = "Stopped. Saved: {}" if is_saved else "Stopped. Not saved: {}"
    yield say(ended, args.save) if args.save else say("Stopped.")
    yield from report.result(run)
    if args.checkpoint:
        files = {"resume": args.checkpoint, "save": args.save, **drawn}
        words = [w for name, path in files.items() if path for w in (f"--{name}", path)]
        words += ["--quiet"] * args.quiet
        yield say("To go on: {}", typed(__name__, *words))


def _pictures(run: Run, drawn: dict[str, str]) -> Iterator[tuple[Drawing, str]]:
    if not drawn:
        return
    from purenet.pictures import history

    right = [(epoch.correct, epoch.total) for epoch in run.done]
    read = [(*test, answer) for test, answer in zip(run.test_data, run.answers())]
    for name, path in drawn.items():
        picture = getattr(history, name)  # one of _PICTURES
        yield picture(right if name == "curve" else read), path
