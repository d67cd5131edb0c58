"""check your work on the exercises, one at a time, with hints"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Callable

from purenet import words
from purenet.classroom import desk, report
from purenet.classroom.exercises import (
    CHECK,
    Exercise,
    all_exercises,
    exercises_folder,
    find,
    taught,
)
from purenet.classroom.judging import judge
from purenet.classroom.verdict import Verdict
from purenet.console import terminal
from purenet.console.arguments import Parser
from purenet.console.programs import program, typed
from purenet.words import harmless, later, say

_ONE_OF = {
    "hint": later("a hint, one more each time"),
    "solution": later("the solution, to those who ask twice"),
    "reset": later("begin anew; your file is kept beside it"),
    "watch": later("try again at every save"),
    "list": later("the state of all"),
    "start": later("put the exercises into the folder"),
}


def _parser() -> Parser:
    result = Parser(
        prog=program(CHECK),
        usage="%(prog)s [NAME] [--in FOLDER]\n"
        "       %(prog)s [NAME] --hint | --solution [--in FOLDER]\n"
        "       %(prog)s NAME --reset [--in FOLDER]\n"
        "       %(prog)s --watch | --list | --start [--in FOLDER]\n"
        "       %(prog)s --class FOLDER [FOLDER ...] [--csv FILE]",
        description="Try the exercises in order, and show the first that is not "
        "right yet. Exit status 0 when all that were tried are right, else 1.",
    )
    add = result.add_argument
    folders: dict[str, Any] = {"type": Path, "metavar": "FOLDER"}
    only = "only this one: its number, name or file"
    add("name", nargs="?", metavar="NAME", help=only)
    where = "where your exercises are (default: lessons/exercises)"
    add("--in", dest="folder", help=where, **folders)
    one = result.add_mutually_exclusive_group()
    for name, does in _ONE_OF.items():
        one.add_argument(f"--{name}", action="store_true", help=does)
    table = (
        "the table of a class: one folder or zip file with one for each learner, "
        "or these one by one"
    )
    one.add_argument("--class", nargs="+", help=table, **folders)
    add("--csv", type=Path, metavar="FILE", help="with --class: write the table")
    return result


@words.speaking()  # as the exercises do, at a prompt of Python too
def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for."""
    arguments = _parser()
    args = arguments.parse_args(argv)
    arguments.goes_with(args, csv="class")
    file = Path(args.name or "")
    named = file.suffix == ".py" and file.is_file()
    folder = args.folder or (file.parent if named else exercises_folder())
    language = desk.language_of(folder)
    if language != words.ENGLISH:
        words.prefer(language)
    # What is written down is in the language asked for, what is shown as it can be.
    taught_in = taught("" if args.start or args.reset else words.spoken())
    exercises = all_exercises(taught_in)
    if args.name:
        exercises = [find(args.name, taught_in)]
    if class_ := getattr(args, "class"):
        return _show_class(exercises, class_, args.csv)
    if args.start:
        return _print(desk.start(exercises, folder))
    if not folder.is_dir():
        no = "there is no folder {}; put the exercises there with --start"
        arguments.error(say(no, folder))
    if args.watch:
        return watch(exercises, folder)
    if args.list:
        return _show_list(exercises, folder)
    if args.reset:
        if not args.name:
            arguments.error(say("which one? Give its number: --reset 07"))
        return _print(desk.reset(exercises[0], folder))
    if args.hint or args.solution:
        failed = None if args.name else _first_failure(exercises, folder)
        exercise = failed[0] if failed else exercises[0]
        return _print((desk.hint if args.hint else desk.solution)(exercise, folder))
    status = check(exercises, folder)
    if status and args.name == getattr(sys.modules["__main__"], "__file__", None):
        sys.exit(status)  # a learner's file, which was run, and asks about itself
    return status


def _print(lines: Iterator[str]) -> int:
    for line in lines:
        print(harmless(line))
    return 0


def check(exercises: Sequence[Exercise], folder: Path) -> int:
    """Try exercises in order; show the first that is not right."""
    if failed := _first_failure(exercises, folder):
        exercise, verdict = failed
        if len(exercises) > 1:
            bar = report.bar(exercises.index(exercise), len(exercises))
            print(say("{}, from the first on", bar), end="\n\n")
        name = desk.shown(folder / exercise.file_name)
        place = desk.place(folder)
        _print(report.failure(exercise, verdict, name, place))
        hint = typed(CHECK, exercise.number, "--hint", *place)
        print(say("A hint:      {}", hint))
        return 1
    if len(exercises) > 1:
        print(report.bar(len(exercises), len(exercises)))
        print(say("All exercises are right. Well done!"))
    else:
        print(say("{} {}: right", exercises[0].number, exercises[0].title))
        print(say("What is next:  {}", typed(CHECK, *desk.place(folder))))
    return 0


def _show_list(exercises: Sequence[Exercise], folder: Path) -> int:
    from purenet.classroom.gradebook import SIGNS

    lesson, right = "", 0
    for verdict, exercise in zip(judge(exercises, folder), exercises):
        if exercise.lesson != lesson:
            lesson = exercise.lesson
            print(lesson)
        right += verdict.state == "right"
        sign = SIGNS.get(verdict.state, "x")
        title = terminal.padded(exercise.title, 52)
        state = say(report.STATES[verdict.state])
        print(f"  {sign} {exercise.number} {title} {state}")
    print(report.bar(right, len(exercises)))
    return 0 if right == len(exercises) else 1


def _first_failure(
    exercises: Sequence[Exercise], folder: Path
) -> tuple[Exercise, Verdict] | None:
    with contextlib.closing(judge(exercises, folder)) as verdicts:
        for exercise, verdict in zip(exercises, verdicts):
            if verdict.state != "right":
                return exercise, verdict
    return None


def watch(
    exercises: Sequence[Exercise], folder: Path,
    pause: Callable[[float], object] = time.sleep,
) -> int:  # fmt: skip
    """Check, and again whenever a file has been saved, until all are right."""
    while True:
        saved = desk.saved(exercises, folder)
        if check(exercises, folder) == 0:
            return 0
        print(say("\nWaiting for you to save a file; Ctrl-C ends it."), flush=True)
        while desk.saved(exercises, folder) == saved:
            pause(0.3)
        print("\n" + "-" * 60)


def _show_class(
    exercises: Sequence[Exercise], folders: Sequence[Path], csv_file: Path | None
) -> int:
    import tempfile  # what only a class needs, and takes its time

    from purenet.classroom import gradebook, handed_in
    from purenet.console import spreadsheet

    if csv_file:
        spreadsheet.check_place(csv_file)
    rows = []
    with tempfile.TemporaryDirectory() as desk_:
        class_, strays = handed_in.learners(folders, exercises, Path(desk_))
        names = [terminal.width(learner.name) for learner in class_]
        width = min(30, max([7, *names]))
        print("\n".join(gradebook.heading(exercises, width)))
        for row in gradebook.judge_class(class_, exercises):
            rows.append(row)
            print(harmless(row.line(width)), flush=True)
    print("\n".join(gradebook.totals(rows, width)))
    print(say(gradebook.LEGEND))
    if strays:
        print(say("Not a learner's: {}", ", ".join(strays)))
    if csv_file:
        spreadsheet.save(gradebook.table(exercises, rows), csv_file)
    return 0
