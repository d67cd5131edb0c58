"""The workbench and the book: which files there are, what is asked at which address."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Callable

from purenet.classroom.exercises import lessons_folder
from purenet.network import Network
from purenet.web.asked import questions_of
from purenet.web.draw.questions import Workbench
from purenet.web.draw.trainer_process import Training
from purenet.web.lessons import book
from purenet.web.lessons.questions import Lessons, reading
from purenet.web.lessons.texts import folder, place
from purenet.web.pencil import FIGURES
from purenet.words import ENGLISH, facts, files, languages, pairs

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# By its address each file's kind, and what reads it.
_Files = dict[str, "tuple[str, Callable[[], bytes]]"]
JSON = "application/json"
_HTML = "text/html"
_KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


def all_files() -> _Files:
    """Return all files for browsers.

    >>> sorted(all_files())[:2]
    ['draw/', 'draw/answer.js']
    """
    draw = files("purenet.web") / "draw" / "page.html"
    found: _Files = {
        "draw/": (_HTML, draw.read_bytes),
        "lessons/": (_HTML, partial(book.page, "index", ENGLISH)),
        "shared/words.json": (JSON, _words),
    }
    for name, language in book.names():
        found[place(name, language)] = _HTML, partial(book.page, name, language)
    for room in ("draw", "lessons", "shared"):
        found.update(_files_in(files("purenet.web") / room, f"{room}/"))
    for language in languages():
        images, address = lessons_folder(language) / "images", folder(language)
        found.update(_files_in(images, f"{address}images/"))
    return found


def _files_in(folder: Path | Traversable, address: str) -> _Files:
    found: _Files = {}
    for entry in folder.iterdir() if folder.is_dir() else ():
        if kind := _KINDS.get(PurePosixPath(entry.name).suffix):
            found[address + entry.name] = kind, entry.read_bytes
    return found


def _words() -> bytes:
    """Return what the pages say in each language, as JSON."""
    told = {each: {**vars(facts(each)), "pairs": pairs(each)} for each in languages()}
    return json.dumps(told, ensure_ascii=False).encode("utf-8")


class Pages:
    """What is behind the pages.

    shipped: the network that comes along; exercises: the learner's folder. Without
    it the lessons are only read, and nothing can run code. kept: the file where it is
    kept what was made on the workbench.
    """

    def __init__(
        self, shipped: Network, exercises: Path | None = None, kept: Path | None = None
    ) -> None:
        self.files = all_files()
        self.training = Training(shipped, kept)
        self.lessons = Lessons(exercises) if exercises else None
        lessons = questions_of(self.lessons) if self.lessons else {"kept": reading}
        draw = questions_of(Workbench(self.training))
        rooms = {"draw": draw, "lessons": {**lessons, **FIGURES}}
        self.questions = {
            f"{room}/{name}": answer
            for room, answers in rooms.items()
            for name, answer in answers.items()
        }

    def close(self) -> None:
        """End the processes that are behind the pages."""
        self.training.close()
        if self.lessons:
            self.lessons.sessions.close()
