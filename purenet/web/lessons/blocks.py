"""Run what a learner types into the lessons' page, statement by statement.

This is a process of its own (`purenet.web.lessons.session` starts it), with one
namespace, as a Python session has. Code comes in as lines of JSON, each the source
of a block; for every statement a line of JSON goes out, and an empty one at the end.

>>> names = {}
>>> [told["shown"] for told in run("x = 2\\nx + 1", names)]
['', '3\\n']
>>> [(told["error"], told["line"]) for told in run("x\\n1 / 0", names)]
[('', 1), ('ZeroDivisionError: division by zero', 2)]
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import sys
import traceback
from collections.abc import Iterator
from typing import Any

from purenet.classroom.trial import MEMORY, Output, TooMuchOutput, limit_memory, message
from purenet.words import say

FILE = "<this block>"
MOST_OF_PICTURE = 500_000  # characters of an SVG
Told = dict[str, Any]


def run(source: str, names: dict[str, Any]) -> Iterator[Told]:
    """Run a block, and yield what came of each statement, up to the first error.

    shown: the value, as a session shows it; printed; error: the last line of a
    traceback, or ""; line: of the block; picture: an SVG, where the value has one.
    """
    try:
        statements = ast.parse(source, FILE).body
    except (SyntaxError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0) or 0
        yield _told(Output(), Output(), error, line, "")
        return
    for statement in statements:
        told = _run_one(statement, names)
        yield told
        if told["error"]:
            return


def _run_one(statement: ast.stmt, names: dict[str, Any]) -> Told:
    printed, shown = Output(), Output()
    pictures: list[str] = []
    error: BaseException | None = None

    def show(value: object) -> None:
        if value is not None:
            shown.write(f"{value!r}\n")
            pictures.append(picture(value))

    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        sys.displayhook = show
        try:
            code = compile(ast.Interactive([statement]), FILE, "single", 0, True)
            exec(code, names)
        except BaseException as caught:  # a learner's sys.exit() as well
            error = caught
        finally:
            sys.displayhook = sys.__displayhook__
    line = statement.lineno
    for frame, number in traceback.walk_tb(error.__traceback__ if error else None):
        if frame.f_code.co_filename == FILE:
            line = number
    return _told(printed, shown, error, line, "".join(pictures))


def _told(
    printed: Output, shown: Output, error: BaseException | None, line: int, svg: str
) -> Told:
    said = ""
    if isinstance(error, TooMuchOutput):
        said = say("it prints without end")
    elif error is not None:
        said = message(error)
    return {
        "printed": printed.getvalue(),
        "shown": shown.getvalue(),
        "error": said,
        "line": line,
        "picture": svg,
    }


def picture(value: object) -> str:
    """Return the SVG of a value that has one, as notebooks ask for it; else "".

    >>> from purenet.pictures.drawing import Drawing
    >>> picture(Drawing(5, 5, "nothing"))[:4], picture(5)
    ('<svg', '')
    """
    try:
        svg = value._repr_svg_()  # type: ignore[attr-defined]
    except Exception:
        return ""
    return svg if isinstance(svg, str) and len(svg) <= MOST_OF_PICTURE else ""


def main() -> None:
    """Answer every line of standard input, until there is none."""
    questions = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):  # a learner's input() and os.write find nothing
        os.dup2(nothing, number)
    sys.stdin = io.StringIO()
    limit_memory(MEMORY)
    names: dict[str, Any] = {"__name__": "__main__"}
    for question in questions:
        for told in run(json.loads(question), names):
            print(json.dumps(told), file=answers, flush=True)
        print(json.dumps(None), file=answers, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
