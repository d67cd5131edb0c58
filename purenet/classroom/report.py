"""Say what came of an attempt, as a learner needs it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from purenet.classroom import syntax
from purenet.classroom.exercises import CHECK, Exercise
from purenet.classroom.verdict import MOST_OUTPUT, Verdict
from purenet.console.programs import typed
from purenet.words import later, say

STATES = {
    "right": later("right"), "not begun": later("not begun"),
    "wrong": later("not right yet"), "changed": later("changes what it is given"),
    "raised": later("an error"), "syntax": later("Python cannot read it"),
    "missing": later("no such file"), "empty": later("the file is empty"),
    "printed": later("prints without end"), "slow": later("does not end"),
    "ended": later("ended too early"),
}  # fmt: skip


def bar(done: int, total: int, width: int = 40) -> str:
    """Return a bar of progress.

    >>> bar(3, 4, width=8)
    '[######..] 3 of 4 right'
    """
    full = width * done // total if total else 0
    return say("[{}{}] {} of {} right", "#" * full, "." * (width - full), done, total)


def failure(
    exercise: Exercise, verdict: Verdict, file_name: str, place: Sequence[str] = ()
) -> Iterator[str]:
    """Yield the lines about an attempt that is not right."""
    number = exercise.number
    yield say("{} {}: {}", number, exercise.title, say(STATES[verdict.state]))
    yield ""
    if verdict.state in ("missing", "empty"):
        no = "There is no file {}. This puts it there:"
        nothing = "Nothing is in {}. This brings it back:"
        yield say(no if verdict.state == "missing" else nothing, file_name)
        yield "    " + typed(CHECK, number, "--reset", *place)
        return
    yield from _what(exercise, verdict)
    if verdict.line:
        yield ""
        yield say("{}, line {}:", file_name, verdict.line)
        yield f"    {verdict.code}"
    elif verdict.state in ("not begun", "slow", "ended", "printed"):
        yield ""
        yield say("The file is {}", file_name)
    if verdict.done:
        yield ""
        yield say("Right already: {}", verdict.done)
    yield ""
    begun = verdict.state != "not begun"
    yield say("Read again:  {}" if begun else "Read first:  {}", exercise.lesson)


def _what(exercise: Exercise, verdict: Verdict) -> Iterator[str]:
    if verdict.state == "not begun":
        text = ast.get_docstring(ast.parse(exercise.solution), clean=False) or ""
        task = text.partition(exercise.lesson or "\n")[2].strip()
        yield from task.splitlines()
        if "NotImplementedError" not in verdict.got:  # a bug to find
            yield ""
            yield from _call(verdict)
    elif verdict.state == "syntax":
        yield say("Python says: {}", syntax.in_words(verdict.got))
        yield from syntax.advice(f"SyntaxError: {verdict.got}", verdict.code)
    else:
        yield from _call(verdict)


_KINDS = {
    list: later("a list"), tuple: later("a tuple"), str: later("a text"),
    int: later("a whole number"), float: later("a number with a point"),
    bool: later("a bool"), dict: later("a dict"), set: later("a set"),
    complex: later("a complex"), type(None): later("a NoneType"),
}  # fmt: skip


def _call(verdict: Verdict) -> Iterator[str]:
    if verdict.call:
        yield from _session(verdict.before)
        yield from _session(verdict.call)
        yield ""
    else:
        yield say("Your file was run from its top, and did not come to its end.")
    if verdict.state == "changed":
        yield say("What it was given is to stay as it is:")
        yield from _indented(verdict.expected)
        yield say("your code has made of it:")
        yield from _indented(verdict.got)
        yield say("Work on a copy: list(...) makes one of a list.")
        return
    if verdict.expected:
        yield say("expected:")
        yield from _indented(verdict.expected)
    yield from _outcome(verdict)


def _outcome(verdict: Verdict) -> Iterator[str]:
    if verdict.state == "slow":
        yield say("After {} seconds it was stopped. Is there a loop whose", verdict.got)
        yield say("end never comes?")
    elif verdict.state == "ended":
        ended = "The whole process ended (exit status {}), without an answer."
        yield say(ended, verdict.got)
        if verdict.got.startswith("-") or len(verdict.got) > 3:
            yield say("It crashed: does a function call itself without end?")
    elif verdict.state == "printed":
        yield say("It was stopped when it had printed {:,} characters.", MOST_OUTPUT)
    elif verdict.state == "raised":
        yield say("your code raised:")
        yield from _indented(verdict.got)
        yield from syntax.advice(verdict.got)
    elif verdict.got:
        yield say("your code gave:")
        yield from _indented(verdict.got)
        yield from _remark(verdict.got.strip(), verdict.expected.strip())
        if verdict.printed:
            yield say("It also printed something: take the print() out again.")
    elif verdict.printed and not verdict.expected:
        yield say("your code printed:")
        yield from _indented(verdict.printed)
        yield say("Nothing is to be printed here: take the print() out again.")
    elif verdict.printed:
        yield say("your code printed, and gave nothing:")
        yield from _indented(verdict.printed)
        yield say("An answer is given by `return`: write that where it says print.")
    elif re.match(r"[\w, ]+ = ", verdict.call):  # what it gives gets a name
        yield say("your code printed nothing.")
    else:
        yield say("your code gave nothing: is there a return, with a value?")


def _remark(got: str, expected: str) -> Iterator[str]:
    """A word on answers that are nearly right.

    >>> list(_remark("[9, 4]", "(9, 4)"))
    ['Right but for the form: a tuple is wanted, (9, 4), and this is a list.']
    """
    if expected in ("0", "1") and got in ("True", "False"):
        yield say("Answer with a number: 1 if ... else 0")
        return
    try:
        mine, theirs = ast.literal_eval(got), ast.literal_eval(expected)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return
    if _same_but_for_form(mine, theirs):
        wanted, given = _kind(theirs), _kind(mine)
        if wanted != given:
            form = "Right but for the form: {} is wanted, {!r}, and this is {}."
            yield say(form, wanted, theirs, given)
        else:
            yield say("Right but for the form: {!r} is wanted.", theirs)
    elif isinstance(theirs, (list, tuple)) and type(mine) is type(theirs):
        if len(mine) != len(theirs):
            yield say("It has {} items; {} are wanted.", len(mine), len(theirs))
            return
        wrong = [k for k, pair in enumerate(zip(mine, theirs)) if pair[0] != pair[1]]
        for k in wrong[:3]:
            counted = "Counted from 0, item {} should be {!r}, and is {!r}."
            yield say(counted, k, theirs[k], mine[k])


def _same_but_for_form(mine: object, theirs: object) -> bool:
    """Whether both say the same, one as text, float, tuple or list."""
    if isinstance(mine, (list, tuple)) and isinstance(theirs, (list, tuple)):
        pairs = zip(mine, theirs)
        return len(mine) == len(theirs) and all(_same_but_for_form(*p) for p in pairs)
    return mine == theirs or str(mine) == str(theirs)


def _kind(value: object) -> str:
    return say(_KINDS.get(type(value), f"a {type(value).__name__}"))


def _session(source: str) -> Iterator[str]:
    for line in source.splitlines():
        yield f"    {'...' if line[:1].isspace() else '>>>'} {line}"


def _indented(text: str) -> Iterator[str]:
    for line in text.splitlines() or [""]:
        yield f"    {line}"
