"""The lessons' page without a server: Python inside the browser (Pyodide).

The same questions are answered in one process, as a browser has no others. An endless
loop is ended by the page, which ends all of it.

>>> answer("exercise", '{"name": "octopus"}')[:40]
'{"error": "no exercise is called octopus'
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Callable

from purenet.web.asked import Message, answered, questions_of
from purenet.web.lessons.questions import Lessons
from purenet.web.lessons.session import Session
from purenet.web.pencil import FIGURES

lessons = Lessons(Path("exercises"))
_seen: dict[str, str] = {}  # the files, as the page keeps them


def restore(files: Message) -> Message:
    """Put the files here that the page has kept, by their names."""
    lessons.folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (lessons.folder / Path(name).name).write_bytes(text.encode("utf-8"))
    return {}


QUESTIONS = {**questions_of(lessons), **FIGURES, "restore": restore}


def answer(name: str, question: str, tell: Callable[[str], object] = id) -> str:
    """Answer one question; both are JSON.

    tell: is called with each piece of an answer that comes in pieces, as JSON. Beside
    the answer are the files that have changed, which the page keeps.
    """
    Session.hear = lambda text: tell(json.dumps({"printed": text}))
    try:
        found = answered(QUESTIONS, name, json.loads(question))
        if not isinstance(found, dict):
            for piece in found:
                tell(json.dumps(piece))
            found = {}
        return json.dumps({"answer": found, "files": _changed()})
    except Exception as error:
        return json.dumps({"error": str(error)})


def _changed() -> dict[str, str]:
    """Return by its name the text of each file that has changed."""
    found = {}
    for path in lessons.folder.glob("*") if lessons.folder.is_dir() else ():
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if text and _seen.get(path.name) != text:
            found[path.name] = _seen[path.name] = text
    return found
