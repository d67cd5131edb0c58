"""Try one learner's file on the doctests of its solution.

This runs in a process of its own (`purenet.classroom.judging` starts it), since a
learner's code may do anything. The job comes in on standard input, as JSON. Verdicts go
out, a line of JSON each: "trying" before each call, and one a file at its end. So
whoever waits knows which call it was that never came back.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import io
import json
import os
import re
import sys
import traceback
import types
from pathlib import Path
from typing import Any, Callable, TextIO

from purenet.classroom.asked import Asked, asked, is_loud, is_statement, same
from purenet.classroom.given import Given, of_gates, rules
from purenet.classroom.verdict import MOST_OUTPUT, Verdict
from purenet.console.child import limit

_MOST_SHOWN = 2_000  # characters of anything that goes into a verdict
_MOST_LINES = 1000  # that are heard at once; what follows is heard at the end
TYPED = "<this block>"  # the file of what is typed
MEMORY = 2 * 1024**3  # bytes
_CPU = 60  # seconds for a file, where the judge cannot see what it does


class TooMuchOutput(BaseException):
    """Raised into code that prints more than anybody can read."""


class Output(io.StringIO):
    """What a call prints, up to MOST_OUTPUT characters; hear: is told its lines."""

    def __init__(self, hear: Callable[[str], object] = id) -> None:
        super().__init__()
        self.hear, self.heard, self.lines = hear, 0, 0

    def write(self, text: str) -> int:
        """Keep the text, as long as there is room for it."""
        if self.tell() + len(text) > MOST_OUTPUT:
            raise TooMuchOutput
        written = super().write(text)
        if "\n" in text and self.lines < _MOST_LINES:
            self.lines += 1
            new, self.heard = self.getvalue()[self.heard :], self.tell()
            self.hear(new)
        return written


def run(
    code: types.CodeType | ast.Interactive | str, names: dict[str, Any],
    file: str = TYPED, look: Callable[[object], object] = id,
    hear: Callable[[str], object] = id,
) -> tuple[str, str, BaseException | None, int]:  # fmt: skip
    """Run code; return the value as shown, what it printed, what it raised, and where.

    file: whose line that is, 0 for none; look: is called with each value shown, hear:
    with each line printed, at once.

    >>> run("print(6); 7", {})
    ('7\\n', '6\\n', None, 0)
    """
    output, shown = Output(hear), Output()
    caught: BaseException | None = None
    line = 0

    def show(value: object) -> None:
        if value is not None:
            shown.write(f"{value!r}\n")
            look(value)

    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        kept = sys.stdin, sys.displayhook
        sys.stdin, sys.displayhook = io.StringIO(), show
        try:
            if not isinstance(code, types.CodeType):
                code = compile(code, TYPED, "single", 0, True)
            exec(code, names)
        except BaseException as error:  # a learner's sys.exit() as well
            caught = error
            for frame, number in traceback.walk_tb(error.__traceback__):
                line = number if frame.f_code.co_filename == file else line
        finally:
            sys.stdin, sys.displayhook = kept
    return shown.getvalue(), output.getvalue(), caught, line


class Attempt:
    """A learner's file, run once, and then asked the calls of the solution.

    name: of the exercise; path: the learner's file; tell: is called with a
    verdict "trying" before each call.
    """

    def __init__(self, name: str, path: str, tell: Callable[[Verdict], object]) -> None:
        self.name, self.path, self.tell = name, path, tell
        self.source = ""
        self.module = types.ModuleType("exercise")

    def judge(self, solution: str, drawn: str) -> Verdict:
        """Return the first thing that is not right, or that all is."""
        try:
            data = Path(self.path).read_bytes()
            self.source = data.decode("utf-8", "replace")
            code = compile(data, self.path, "exec", dont_inherit=True)
        except OSError as error:
            return Verdict(self.name, "missing", got=str(error))
        except (SyntaxError, ValueError) as error:  # null bytes, before Python 3.12
            line = getattr(error, "lineno", 0) or 0
            said = getattr(error, "msg", None) or str(error)
            return self._pointing(Verdict(self.name, "syntax", got=said, line=line))
        if not self.source.strip("\ufeff \t\r\n"):
            return Verdict(self.name, "empty")
        all_ = asked(solution, drawn)
        sys.modules["exercise"] = self.module
        self.module.__file__ = self.path
        *_, raised, line = run(code, vars(self.module), self.path)
        if raised is not None:
            return self._failed(Verdict(self.name, "raised", line=line), raised)
        for number, one in enumerate(all_):
            with rules(self.module, one.options if one.hidden else ()):
                verdict = self._ask(one)
            if verdict.state != "right":
                left = {"", *(later.name for later in all_[number:])}
                right = (each.name for each in all_[:number] if each.examples)
                done = [name for name in dict.fromkeys(right) if name not in left]
                return verdict._replace(done=", ".join(done))
        return Verdict(self.name, "right")

    def _ask(self, one: Asked) -> Verdict:
        """Try the examples that belong together, in a copy of the namespace."""
        names = dict(vars(self.module))
        before = ""
        for example in one.examples:
            call, expected = example.source, example.want
            line = self._line_of(one.name or call)
            trying = Verdict(self.name, "trying", call, before, expected, line=line)
            trying = self._pointing(trying)
            self.tell(trying)
            verdict = self._try(trying, example, names, one)
            if verdict.state != "right":
                return verdict
            if is_statement(call):
                before += call
        return Verdict(self.name, "right")

    def _try(
        self, asked: Verdict, example: doctest.Example, names: dict[str, Any],
        one: Asked,
    ) -> Verdict:  # fmt: skip
        given = Given(asked.call, one.hidden and of_gates(one.options))
        names[given.NAME] = given
        shown, printed, error, line = run(given.code, names, self.path)
        right = asked._replace(state="right")
        if error is not None:
            is_wanted = message(error) == (example.exc_msg or "").strip()
            failed = asked._replace(line=line or asked.line)
            return right if is_wanted else self._failed(failed, error)
        if is_loud(asked.call) and example.want or "prints" in one.options:
            shown, printed = (printed if example.want else "") + shown, ""
        as_wanted = example.exc_msg is None and same(example.want, shown, *one.options)
        if not as_wanted or printed:
            wrong, printed = _shorten(shown), _shorten(printed)
            return asked._replace(state="wrong", got=wrong, printed=printed)
        for was, now in given.changed():
            was, now = _shorten(was), _shorten(now)
            return asked._replace(state="changed", expected=was, got=now)
        return right

    def _failed(self, asked: Verdict, error: BaseException) -> Verdict:
        states = {NotImplementedError: "not begun", TooMuchOutput: "printed"}
        state = next((states[x] for x in states if isinstance(error, x)), "raised")
        got = _shorten(message(error))
        return self._pointing(asked._replace(state=state, got=got))

    def _pointing(self, verdict: Verdict) -> Verdict:
        lines = self.source.splitlines()
        if not 0 < verdict.line <= len(lines):
            return verdict._replace(line=0)
        return verdict._replace(code=_shorten(lines[verdict.line - 1].strip()))

    def _line_of(self, asked: str) -> int:
        """Where the learner's file defines the first function or class in this."""
        for name in re.findall(r"[A-Za-z_]\w*", asked):
            found = re.search(rf"^ *(def|class) {name}\b", self.source, re.MULTILINE)
            if found:
                return self.source.count("\n", 0, found.start()) + 1
        return 0


def message(error: BaseException) -> str:
    """Return an exception as the last line of a traceback does."""
    return traceback.format_exception_only(type(error), error)[-1].strip()


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + " ..."


def main() -> None:
    """Read a job from standard input, and answer it file by file."""
    job = json.loads(sys.stdin.readline())
    answers = private_output()
    limit(memory=MEMORY)

    def tell(verdict: Verdict) -> None:
        print(json.dumps(verdict), file=answers, flush=True)

    for name, path, solution, drawn in job:
        limit(seconds=_CPU)
        tell(Attempt(name, path, tell).judge(solution, drawn))
    os._exit(0)  # whatever threads or exit handlers a learner left behind


def private_output() -> TextIO:
    """Return what standard output was; a learner's input() and print find nothing."""
    private = os.fdopen(os.dup(1), "w", encoding="ascii")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    return private
