"""The lessons' page without a server: Python inside the browser (Pyodide).

The same questions are answered in one process: blocks run in it, and exercises are
judged in it. An endless loop is ended by the page, which ends all of it.

>>> answer("lesson", '{"name": "../x"}')
'{"error": "there is no lesson \\'../x\\'"}'
"""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from purenet.classroom.exercises import Exercise
from purenet.classroom.trial import Attempt, Verdict
from purenet.web.asked import Message, answered, text_of
from purenet.web.lessons.blocks import run
from purenet.web.lessons.questions import Lessons, beside, tab_of


class Offline(Lessons):
    """Lessons whose blocks and exercises run in this very process.

    >>> lessons = Offline(Path("nowhere"))
    >>> question = {"lesson": "01-perceptrons", "block": 0, "tab": "one"}
    >>> told = lessons.run({**question, "source": "6 * 7"})["told"]
    >>> [one["shown"] for one in told]
    ['42\\n']
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.names: dict[str, dict[str, Any]] = {}

    def run(self, question: Message) -> Message:
        """Run a block among the names that its tab has."""
        block, source = self._block(question), text_of(question, "source")
        names = self.names.setdefault(tab_of(question), {"__name__": "__main__"})
        told = beside(block, list(run(source, names)), source)
        return {"told": list(told), "ended": False}

    def stop(self, question: Message) -> Message:
        """Forget a tab's names."""
        self.names.pop(tab_of(question), None)
        return {}

    @staticmethod
    def judge(
        exercises: Sequence[Exercise], folder: Path, seconds: float = 0.0
    ) -> Generator[Verdict, None, None]:
        """Try files one after the other; nothing stops one that does not end."""
        for exercise in exercises:
            path = str(folder / exercise.file_name)
            attempt = Attempt(exercise.name, path, lambda verdict: None)
            yield attempt.judge(exercise.solution)


lessons = Offline(Path("exercises"))
QUESTIONS = {name: getattr(lessons, name) for name in lessons.QUESTIONS}


def answer(name: str, question: str) -> str:
    """Answer one question; both are JSON. "restore" brings back files of before."""
    try:
        asked = json.loads(question)
        if name == "restore":
            lessons.folder.mkdir(exist_ok=True)
            for file, text in asked.items():
                path = lessons.folder / f"{Path(file).name}.py"
                path.write_bytes(text.encode("utf-8"))
            return json.dumps({"answer": {}})
        return json.dumps({"answer": answered(QUESTIONS, name, asked)})
    except Exception as error:
        return json.dumps({"error": str(error)})
