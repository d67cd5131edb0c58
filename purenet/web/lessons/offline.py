"""The lessons' page without a server: Python inside the browser (Pyodide).

The same questions are answered in one process, as a browser has no others. An endless
loop is ended by the page, which ends all of it.

>>> answer("lesson", '{"name": "../x"}')
'{"error": "there is no lesson \\'../x\\'"}'
"""

from __future__ import annotations

import json
from pathlib import Path

from purenet.web.asked import answered
from purenet.web.lessons.questions import Lessons

lessons = Lessons(Path("exercises"))
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
