"""The lessons' page without a server: Python inside the browser (Pyodide).

The same questions are answered in one process, as a browser has no others. An endless
loop is ended by the page, which ends all of it.

>>> answer("exercise", '{"name": "octopus"}')[:40]
'{"error": "no exercise is called octopus'
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable

from purenet.web.asked import answered, questions_of
from purenet.web.lessons.questions import Lessons
from purenet.web.lessons.session import Session
from purenet.web.pencil import FIGURES

lessons = Lessons(Path("exercises"))
QUESTIONS = {**questions_of(lessons), **FIGURES}
_seen: dict[str, str] = {}  # the files, as the page keeps them


def answer(name: str, question: str, tell: Callable[[str], object] = id) -> str:
    """Answer one question; both are JSON. "restore" brings back files of before.

    tell: is called with each piece of an answer that comes in pieces, as JSON. Beside
    the answer are the files that have changed, which the page keeps.
    """

    def piece(told: Any) -> None:
        tell(json.dumps(told))

    Session.hear = lambda text: piece({"printed": text})
    try:
        asked = json.loads(question)
        if name == "restore":
            lessons.folder.mkdir(exist_ok=True)
            for file, text in asked.items():
                (lessons.folder / Path(file).name).write_bytes(text.encode("utf-8"))
            found: Any = {}
        else:
            found = answered(QUESTIONS, name, asked)
        if not isinstance(found, dict):
            for one in found:
                piece(one)
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
