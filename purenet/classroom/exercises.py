"""The exercises in order: where they are, their titles and their lessons.

>>> first = all_exercises()[0]
>>> first.number, first.title, first.lesson
('01', 'The festival', 'lessons/01-perceptrons.md')
>>> find("07").name
'07_xor'
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from purenet import words
from purenet.classroom.translated import translated
from purenet.console.programs import typed
from purenet.words import files, say

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

CHECK = "purenet.commands.check"
FINDER = "purenet.py"  # beside exercises: lets them find the package when started
_CHECKOUT = Path(__file__).resolve().parents[2] / "lessons"


class Exercise(NamedTuple):
    """One exercise: its file's name, its solution, the hidden examples for that."""

    name: str
    solution: str
    drawn: str = ""

    @property
    def number(self) -> str:
        """The two digits its name begins with."""
        return self.name[:2]

    @property
    def file_name(self) -> str:
        """The name of the learner's file, and of the solution's."""
        return f"{self.name}.py"

    @property
    def title(self) -> str:
        """The first line of the file, without the number."""
        return self._said(r"· (.*)")

    @property
    def lesson(self) -> str:
        """The lesson to read first, and to read again."""
        return self._said(r"([\w/-]+\.md)\"*$")

    def _said(self, pattern: str) -> str:
        found = re.search(pattern, self.solution, re.MULTILINE)
        return found[1].rstrip('"') if found else ""


def lessons_folder(language: str = words.ENGLISH) -> Path | Traversable:
    """Return where a language's lessons are: beside the package, or inside it."""
    inside = files("purenet") / "lessons"
    folder = inside if inside.is_dir() else _CHECKOUT
    return folder if language == words.ENGLISH else folder / language


def taught(asked: str = "") -> str:
    """Return the language of the lessons: the one asked for, if they have it."""
    asked = asked or words.language()
    return asked if lessons_folder(asked).is_dir() else words.ENGLISH


def solutions_folder() -> Path | Traversable:
    """Return where the solutions are."""
    return lessons_folder() / "solutions"


def exercises_in(language: str) -> str:
    """Return where among the lessons the exercises of a language are."""
    return f"{language}/exercises".replace(f"{words.ENGLISH}/", "")


def exercises_folder(language: str = "") -> Path:
    """Return where a learner works who names no folder.

    That is the folder one stands in, if it has exercises; or lessons/exercises beside
    the package, or where `lessons` puts it; or a folder called exercises.
    """
    here = Path.cwd()
    if (here / FINDER).is_file() and any(here.glob("[0-9][0-9]_*.py")):
        return here
    name = exercises_in(taught(language))
    if _CHECKOUT.is_dir():
        return _CHECKOUT / name
    laid_out = Path("lessons") / name
    return laid_out if laid_out.is_dir() else Path("exercises")


def all_exercises(language: str = "") -> list[Exercise]:
    """Return all exercises, in the lessons' language or another, in their order."""
    return list(_all(language or taught()))


@cache
def _all(language: str) -> tuple[Exercise, ...]:
    all_, folder = [], solutions_folder()
    for entry in folder.iterdir() if folder.is_dir() else ():
        if re.fullmatch(r"\d\d_\w+\.py", entry.name):
            text = translated(entry.read_text(encoding="utf-8"), language)
            name = entry.name[: -len(".py")]
            drawn = (folder / f"{name}.txt").read_text(encoding="utf-8")
            all_.append(Exercise(name, text, drawn))
    return tuple(sorted(all_, key=lambda exercise: (exercise.lesson, exercise.name)))


def find(wanted: str, language: str = "") -> Exercise:
    """Return the exercise of this number, name or file name.

    >>> find("octopus")
    Traceback (most recent call last):
        ...
    ValueError: no exercise is called octopus: see python3 -m purenet check --list
    """
    name = re.sub(r".*[/\\]|\.py$", "", wanted)
    for exercise in all_exercises(language):
        if name in (exercise.name, exercise.name[len("07_") :]) or (
            name.isdecimal() and int(name) == int(exercise.number)
        ):
            return exercise
    all_ = typed(CHECK, "--list")
    raise ValueError(say("no exercise is called {}: see {}", wanted, all_))
