"""Say what came of an attempt, as a learner needs it.

The call that was tried, what was expected, what came, the line in the
learner's own file, and the lesson to read again. All functions return lines
and print nothing.

>>> from purenet.classroom.exercises import find
>>> wrong = Verdict("07_xor", "wrong", call="XOR(1, 1)\\n", expected="0\\n",
...                 got="1\\n", line=9, code="def XOR(x1, x2):")
>>> for line in failure(find("07"), wrong, "07_xor.py"):
...     print(f"| {line}".rstrip())
| 07 XOR, which no single perceptron can do: not right yet
|
|     >>> XOR(1, 1)
|
| expected:
|     0
| your code gave:
|     1
|
| 07_xor.py, line 9:
|     def XOR(x1, x2):
|
| Read again:  lessons/02-gates.md
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from purenet.classroom import stubs
from purenet.classroom.exercises import CHECK, Exercise
from purenet.classroom.trial import MOST_OUTPUT, Verdict

STATES = {
    "right": "right",
    "not begun": "not begun",
    "wrong": "not right yet",
    "raised": "an error",
    "syntax": "Python cannot read it",
    "missing": "no such file",
    "printed": "prints without end",
    "slow": "does not end",
    "ended": "ended too early",
}


def bar(done: int, total: int, width: int = 40) -> str:
    """Return a bar of progress.

    >>> bar(3, 4, width=8)
    '[######..] 3 of 4 right'
    """
    full = width * done // total if total else 0
    return f"[{'#' * full}{'.' * (width - full)}] {done} of {total} right"


def failure(
    exercise: Exercise, verdict: Verdict, file_name: str, place: str = ""
) -> Iterator[str]:
    """Yield the lines about an attempt that is not right.

    file_name: the learner's file, as the learner would write it; place: what
    a command about this folder ends with.
    """
    yield f"{exercise.number} {exercise.title}: {STATES[verdict.state]}"
    yield ""
    if verdict.state == "missing":
        yield f"There is no file {file_name}. This puts it there:"
        yield f"    {CHECK} {exercise.number} --reset{place}"
        return
    yield from _what(exercise, verdict, place)
    if verdict.line:
        yield ""
        yield f"{file_name}, line {verdict.line}:"
        yield f"    {verdict.code}"
    elif verdict.state in ("not begun", "slow", "ended", "printed"):
        yield ""
        yield f"The file is {file_name}"
    if verdict.done:
        yield ""
        yield f"Right already: {verdict.done}"
    yield ""
    first = "Read first: " if verdict.state == "not begun" else "Read again: "
    yield f"{first} {exercise.lesson}"


def task(exercise: Exercise) -> list[str]:
    """Return what the exercise asks for, without its title and lesson.

    >>> task(Exercise("07_xor", "\\"\\"\\"07 · XOR\\n\\nLesson: x\\n\\nDo.\\"\\"\\""))
    ['Do.']
    """
    text = ast.get_docstring(ast.parse(exercise.solution)) or ""
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines) if exercise.lesson in line]
    return "\n".join(lines[starts[0] + 1 :]).strip().splitlines() if starts else lines


def _what(exercise: Exercise, verdict: Verdict, place: str) -> Iterator[str]:
    if verdict.state == "not begun":
        for line in task(exercise):
            here = f"{CHECK} {exercise.number}{place}"
            yield line.replace(f"{stubs.COMMAND} {exercise.number}", here)
        if "NotImplementedError" not in verdict.got:  # a bug to find
            yield ""
            yield from _call(verdict)
    elif verdict.state == "syntax":
        yield f"Python says: {verdict.got}"
        yield from _reading(verdict.got, verdict.code)
    else:
        yield from _call(verdict)


# What a page or a keyboard for Chinese puts in the place of a character of Python.
STRANGE = dict(zip("−–—（）：，；“”‘’【】＝＋", "---():,;\"\"''[]=+"))


def _reading(said: str, code: str) -> Iterator[str]:
    strange = [character for character in code if character in STRANGE]
    if strange:
        for character in sorted(set(strange)):
            plain = STRANGE[character]
            yield f"The {character} here is another character than {plain}."
            yield f"Type {plain} with the keyboard in its English setting."
    elif "codec" in said or "null bytes" in said:
        yield "Save the file as plain text in UTF-8: your editor has a setting for it."
    else:
        yield "Look at this line and the one before: is a bracket or a quotation mark"
        yield "not closed, a colon missing, or a line not indented as it should be?"


def _call(verdict: Verdict) -> Iterator[str]:
    if verdict.call:
        yield from _session(verdict.before)
        yield from _session(verdict.call)
        yield ""
    else:
        yield "Your file was run from its top, and did not come to its end."
    if verdict.expected:
        yield "expected:"
        yield from _indented(verdict.expected)
    yield from _outcome(verdict)


def _outcome(verdict: Verdict) -> Iterator[str]:
    if verdict.state == "slow":
        yield f"After {verdict.got} seconds it was stopped. Is there a loop whose"
        yield "end never comes?"
    elif verdict.state == "ended":
        yield f"The whole process ended (exit status {verdict.got}), without an answer."
        if verdict.got.startswith("-") or len(verdict.got) > 3:
            yield "It crashed: does a function call itself without end?"
    elif verdict.state == "printed":
        yield f"It was stopped when it had printed {MOST_OUTPUT:,} characters."
    elif verdict.state == "raised":
        yield "your code raised:"
        yield from _indented(verdict.got)
        yield from _advice(verdict.got)
    elif verdict.got:
        yield "your code gave:"
        yield from _indented(verdict.got)
        yield from _remark(verdict.got.strip(), verdict.expected.strip())
        if verdict.printed:
            yield "It also printed something: take the print() out again."
    elif verdict.printed and not verdict.expected:
        yield "your code printed:"
        yield from _indented(verdict.printed)
        yield "Nothing is to be printed here: take the print() out again."
    elif verdict.printed:
        yield "your code printed, and gave nothing:"
        yield from _indented(verdict.printed)
        yield "An answer is given by `return`: write that where it says print."
    else:
        yield "your code gave nothing: is there a return?"


def _remark(got: str, expected: str) -> Iterator[str]:
    """A word on answers that are nearly right.

    >>> list(_remark("[9, 4]", "(9, 4)"))
    ['Right but for the form: a tuple is wanted, (9, 4), and this is a list.']
    >>> list(_remark("[1, 0, 0]", "[1, 1, 0]"))
    ['Counted from 0, item 1 should be 1, and is 0.']
    """
    if expected in ("0", "1") and got in ("True", "False"):
        yield "Answer with a number: 1 if ... else 0"
        return
    try:
        mine, theirs = ast.literal_eval(got), ast.literal_eval(expected)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return
    if _same_but_for_form(mine, theirs):
        kinds = _kind(theirs), _kind(mine)
        if kinds[0] != kinds[1]:
            yield (
                f"Right but for the form: {kinds[0]} is wanted, {theirs!r}, and this "
                f"is {kinds[1]}."
            )
        else:
            yield f"Right but for the form: {theirs!r} is wanted."
    elif isinstance(theirs, (list, tuple)) and type(mine) is type(theirs):
        if len(mine) != len(theirs):
            yield f"It has {len(mine)} items; {len(theirs)} are wanted."
            return
        wrong = [k for k, pair in enumerate(zip(mine, theirs)) if pair[0] != pair[1]]
        for k in wrong[:3]:
            wanted = f"should be {theirs[k]!r}, and is {mine[k]!r}"
            yield f"Counted from 0, item {k} {wanted}."


def _same_but_for_form(mine: object, theirs: object) -> bool:
    """Whether both say the same, one as text, float, tuple or list."""
    if isinstance(mine, (list, tuple)) and isinstance(theirs, (list, tuple)):
        pairs = zip(mine, theirs)
        return len(mine) == len(theirs) and all(_same_but_for_form(*p) for p in pairs)
    return mine == theirs or str(mine) == str(theirs)


def _kind(value: object) -> str:
    words = {list: "a list", tuple: "a tuple", str: "a text", int: "a whole number"}
    words[float] = "a number with a point"
    return words.get(type(value), f"a {type(value).__name__}")


def _advice(error: str) -> Iterator[str]:
    """A word on the errors that puzzle a beginner."""
    kinds = {
        "EOFError": "Nobody is there to answer input(): take the function's arguments.",
        "SystemExit": "A function gives its answer by return, and does not exit.",
        "RecursionError": "A function calls itself without end.",
        "MemoryError": "It asked for more memory than an exercise may have.",
        "NameError": "Is the name spelt as in the task?",
    }
    advice = kinds.get(error.split(":")[0])
    if "NoneType" in error:
        advice = "A function without a return gives None: is a return missing?"
    if advice:
        yield advice


def _session(source: str) -> Iterator[str]:
    for line in source.splitlines():
        yield f"    {'...' if line[:1].isspace() else '>>>'} {line}"


def _indented(text: str) -> Iterator[str]:
    for line in text.splitlines() or [""]:
        yield f"    {line}"
