"""Run what a learner types into the lessons' page, statement by statement.

This is a process of its own (`purenet.web.lessons.session` starts it), with one
namespace, as a Python session has. Code comes in as lines of JSON, each the source
of a block; for every statement a line of JSON goes out, and an empty one at the end.
What is printed goes out at once, too, a line as a text.

>>> names = {}
>>> [told["shown"] for told in run("x = 2\\nx + 1", names)]
['', '3\\n']
>>> [(told["error"], told["line"]) for told in run("x\\n1 / 0", names)]
[('', 1), ('ZeroDivisionError: division by zero', 2)]
"""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Iterator
from typing import Any, Callable

from purenet.classroom import trial
from purenet.console.child import HOUR, limit
from purenet.words import say

_MOST_OF_PICTURE = 500_000  # characters of an SVG
Told = dict[str, Any]
_NOTHING: Told = {"printed": "", "shown": "", "error": "", "line": 0, "picture": ""}


def run(
    source: str, names: dict[str, Any], hear: Callable[[str], object] = id
) -> Iterator[Told]:
    """Run a block, and yield what came of each statement, up to the first error.

    hear: is called with what is printed, as soon as it is. What is yielded has shown:
    the value, as a session shows it; printed; error: the last line of a traceback, or
    ""; line: of the block; picture: an SVG, where the value has one.
    """
    try:
        statements = ast.parse(source, trial.TYPED).body
    except (SyntaxError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0) or 0
        yield {**_NOTHING, "error": trial.message(error), "line": line}
        return
    for statement in statements:
        yield (told := _run_one(statement, names, hear))
        if told["error"]:
            return


def _run_one(
    statement: ast.stmt, names: dict[str, Any], hear: Callable[[str], object]
) -> Told:
    pictures: list[str] = []
    code, look = ast.Interactive([statement]), lambda it: pictures.append(_picture(it))
    shown, printed, error, line = trial.run(code, names, look=look, hear=hear)
    return {
        "printed": printed,
        "shown": shown,
        "error": _what(error) if error else "",
        "line": line or statement.lineno,
        "picture": "".join(pictures),
    }


def _what(error: BaseException) -> str:
    if isinstance(error, trial.TooMuchOutput):
        return say("it prints without end")
    if isinstance(error, MemoryError):
        return say("MemoryError: if every block says so now, start anew")
    return trial.message(error)


def _picture(value: object) -> str:
    """Return the SVG of a value that has one, as notebooks ask for it; else ""."""
    try:
        svg = value._repr_svg_()  # type: ignore[attr-defined]
    except Exception:
        return ""
    return svg if isinstance(svg, str) and len(svg) <= _MOST_OF_PICTURE else ""


def main() -> None:
    """Answer every line of standard input, until there is none."""
    questions = os.fdopen(os.dup(0), encoding="utf-8")
    answers = trial.private_output()
    limit(memory=trial.MEMORY)
    names: dict[str, Any] = {"__name__": "__main__"}

    def tell(told: object) -> None:
        print(json.dumps(told), file=answers, flush=True)

    for question in questions:
        limit(seconds=HOUR)
        for told in run(json.loads(question), names, tell):
            tell(told)
        tell(None)
    os._exit(0)
