"""A learner's folder: what is put there, and the help one may ask for.

A small file `.asked.json` in the folder counts what was asked for.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import purenet
from purenet.classroom import own_file, stubs, translated
from purenet.classroom.exercises import (
    CHECK,
    FINDER,
    Exercise,
    exercises_folder,
    solutions_folder,
)
from purenet.console.programs import typed
from purenet.console.replacing import write
from purenet.console.terminal import wrapped
from purenet.words import ENGLISH, language, later, say

_NONE = later("This purenet was handed out without solutions: ask who gave it to you.")
_STRANGE = (OverflowError, RecursionError)  # 1e999, lists in lists in lists


def ask(folder: Path, exercise: str, what: str) -> int:
    """Count that a "hint" or "solution" was asked for; return how often it was."""
    counts = _counts(folder)
    key = f"{exercise} {what}"
    counts[key] = counts.get(key, 0) + 1
    _keep_counts(folder, counts)
    return counts[key]


def _counts(folder: Path) -> dict[str, int]:
    try:
        counts = json.loads((folder / ".asked.json").read_text(encoding="utf-8"))
        return {str(key): int(n) for key, n in counts.items()}
    except (OSError, ValueError, TypeError, AttributeError, *_STRANGE):
        return {}  # none yet, or not ours any more


def _keep_counts(folder: Path, counts: dict[str, int]) -> None:
    with contextlib.suppress(OSError):
        text = json.dumps(counts, indent=1)
        write(text.encode("utf-8"), folder / ".asked.json")


def hint(exercise: Exercise, folder: Path) -> Iterator[str]:
    """Yield the hints up to the next one, which has not been seen yet."""
    hints = stubs.hints(exercise.solution)
    asked = ask(folder, exercise.name, "hint")
    yield f"{exercise.number} {exercise.title}"
    for number, text in enumerate(hints[:asked], 1):
        line = say("Hint {} of {}: {}", number, len(hints), text)
        yield from wrapped(line, 76, rest="    ")
    if asked > len(hints) and stubs.is_withheld(exercise.solution):
        yield say(_NONE)
    elif asked > len(hints):
        yield say("There are no more hints. To see the solution:")
        yield "    " + typed(CHECK, exercise.number, "--solution", *place(folder))


def solution(exercise: Exercise, folder: Path) -> Iterator[str]:
    """Yield the solution, to who has asked for it before."""
    if stubs.is_withheld(exercise.solution):
        yield say(_NONE)
        return
    if ask(folder, exercise.name, "solution") == 1:
        yield say("What you find yourself stays with you. Is there a hint left?")
        yield "    " + typed(CHECK, exercise.number, "--hint", *place(folder))
        yield say("To see the solution, ask for it once more.")
        return
    yield from stubs.clean(exercise.solution).splitlines()


def reset(exercise: Exercise, folder: Path) -> Iterator[str]:
    """Put the stub where the learner's file is, which is kept beside it."""
    path = folder / exercise.file_name
    stub = _stub(exercise)
    untouched = path.is_file() and own_file.read(path).text == stub.decode()
    if path.exists() and not untouched:
        yield say("Your file is kept as {}", shown(own_file.keep_beside(path)))
    write(stub, path)
    counts = _counts(folder)
    others = {key: n for key, n in counts.items() if key.split()[0] != exercise.name}
    if others != counts:
        _keep_counts(folder, others)
    yield say("{} is as it was at the beginning.", shown(path))


def start(exercises: Sequence[Exercise], folder: Path) -> Iterator[str]:
    """Put the exercises that are not there yet into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / FINDER).exists():
        text = (solutions_folder() / FINDER).read_text(encoding="utf-8")
        home = str(Path(purenet.__file__).resolve().parents[1])
        write(text.replace('HOME = ""', f"HOME = {home!r}").encode(), folder / FINDER)
    written = 0
    for exercise in exercises:
        path = folder / exercise.file_name
        if not path.exists():
            write(_stub(exercise), path)
            written += 1
    yield say("{} exercises written to {}", written, folder)
    if there := len(exercises) - written:
        yield say("{} were there already and were left as they are.", there)
    yield say("Begin with {} in your editor, and then:", exercises[0].file_name)
    yield "    " + typed(CHECK, *place(folder))


def _stub(exercise: Exercise) -> bytes:
    return stubs.stub(exercise.solution).encode("utf-8")


def language_of(folder: Path) -> str:
    """Return the language of the exercises in a folder; English without any."""
    for path in sorted(folder.glob("[0-9][0-9]_*.py")):
        with contextlib.suppress(OSError):
            return translated.language_of(own_file.read(path).text)
    return ENGLISH


def saved(exercises: Sequence[Exercise], folder: Path) -> list[tuple[int, int]]:
    """Return what changes when one of the files is saved."""
    states = []
    for exercise in exercises:
        try:
            status = (folder / exercise.file_name).stat()
            states.append((status.st_mtime_ns, status.st_size))
        except OSError:
            states.append((0, 0))
    return states


def place(folder: Path) -> list[str]:
    """Return what to add to a command about this folder: ["--in", "mine"]."""
    usual = exercises_folder(language(os.environ))  # where no --lang is typed
    return [] if folder.absolute() == usual.absolute() else ["--in", str(folder)]


def shown(path: Path) -> str:
    """Return a path as short as it can be typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here) if here in path.parents else path)
