"""A learner's folder: what is put there, and the help one may ask for.

Each function that does something yields the lines to say about it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from purenet.classroom import notes, stubs, translated
from purenet.classroom.exercises import (
    CHECK,
    FINDER,
    Exercise,
    exercises_folder,
    solutions_folder,
)
from purenet.console.programs import quoted
from purenet.console.replacing import replacing
from purenet.console.terminal import wrapped
from purenet.words import ENGLISH, say


def hint(exercise: Exercise, folder: Path) -> Iterator[str]:
    """Yield the hints up to the next one, which has not been seen yet."""
    hints = stubs.hints(exercise.solution)
    asked = notes.ask(folder, exercise.name, "hint")
    yield f"{exercise.number} {exercise.title}"
    for number, text in enumerate(hints[:asked], 1):
        line = say("Hint {} of {}: {}", number, len(hints), text)
        yield from wrapped(line, 76, rest="    ")
    if asked > len(hints):
        yield say("There are no more hints. To see the solution:")
        yield f"    {CHECK} {exercise.number} --solution{place(folder)}"


def solution(exercise: Exercise, folder: Path) -> Iterator[str]:
    """Yield the solution, to who has asked for it before."""
    if notes.ask(folder, exercise.name, "solution") == 1:
        yield say("What you find yourself stays with you. Is there a hint left?")
        yield f"    {CHECK} {exercise.number} --hint{place(folder)}"
        yield say("To see the solution, ask for it once more.")
        return
    yield from stubs.clean(exercise.solution).splitlines()


def reset(exercise: Exercise, folder: Path) -> Iterator[str]:
    """Put the stub where the learner's file is, which is kept beside it."""
    path = folder / exercise.file_name
    untouched = path.is_file() and path.read_bytes() == _stub(exercise, folder)
    if path.exists() and not untouched:
        kept = unused(path)
        path.rename(kept)
        yield say("Your file is kept as {}", shown(kept))
    _write(_stub(exercise, folder), path)
    notes.forget(folder, exercise.name)
    yield say("{} is as it was at the beginning.", shown(path))


def unused(path: Path) -> Path:
    """Return a name beside this one that no file has yet: NAME.py.kept1."""
    number = 1
    while path.with_name(f"{path.name}.kept{number}").exists():
        number += 1
    return path.with_name(f"{path.name}.kept{number}")


def start(exercises: Sequence[Exercise], folder: Path) -> Iterator[str]:
    """Put the exercises that are not there yet into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / FINDER).exists():
        _write((solutions_folder() / FINDER).read_bytes(), folder / FINDER)
    written = 0
    for exercise in exercises:
        path = folder / exercise.file_name
        if not path.exists():
            _write(_stub(exercise, folder), path)
            written += 1
    yield say("{} exercises written to {}", written, folder)
    yield say("Begin with {} in your editor, and then:", exercises[0].file_name)
    yield f"    {CHECK}{place(folder)}"


def _stub(exercise: Exercise, folder: Path) -> bytes:
    return stubs.stub(exercise.solution, CHECK, place(folder)).encode("utf-8")


def _write(data: bytes, path: Path) -> None:
    """Write it whole or not at all: half of one would be left as it is."""
    with replacing(path) as file:
        file.write(data)


def language_of(folder: Path) -> str:
    """Return the language of the exercises in a folder; English without any.

    >>> language_of(Path("no/such/folder"))
    'en'
    """
    for path in sorted(folder.glob("[0-9][0-9]_*.py")):
        with contextlib.suppress(OSError):
            text = path.read_text(encoding="utf-8", errors="replace")
            return translated.language_of(text)
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


def place(folder: Path) -> str:
    """Return what to add to a command that is about this folder.

    >>> place(exercises_folder()), place(Path("mine"))
    ('', ' --in mine')
    """
    return "" if folder == exercises_folder() else f" --in {quoted(folder)}"


def shown(path: Path) -> str:
    """Return a path as short as it can be typed from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
