"""All that purenet says: found in its code, its pages and its exercises."""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lessons.making.reference import nodes
from lessons.making.reference import tree as parsed
from purenet.classroom.exercises import all_exercises
from purenet.classroom.translated import HINT, QUOTES, Part, parts
from purenet.words import ENGLISH

ROOT = Path(__file__).resolve().parents[2]
# _count is given "{} weight" and "{} weights"; DataError says its template itself,
# and so do the errors made of it.
MARKS = ("say", "later", "_count", "DataError", "MirrorError")
OPTIONS = ("help", "description", "epilog", "told")  # our parser, a run says these
# The first line of each module of these is said, but for what starts others.
LISTED, STARTERS = ("commands", "demo"), ("__init__", "__main__", "purenet")
SENTENCE = re.compile(r"[A-Za-z]{2,}[,:]? [a-z({]")
QUOTED = r'"(?:[^"\\\n]|\\.)*"'
# The first argument of say and later in a script: text, or one text or another.
ARGUMENT = rf'\b(?:say|later)\(((?:[^(),"]|{QUOTED}|\([^()]*\))*)'
# What no reader sees: errors for programmers, for an engine, for a session.
UNHEARD = ("AttributeError", "OutOfRange", "not what a block tells")


class Said(NamedTuple):
    """A template, and where it stands: a file and a line, or an exercise."""

    template: str
    place: str


def all_said() -> Iterator[Said]:
    """Yield every template that is said anywhere, with its place."""
    for path in sorted((ROOT / "purenet").rglob("*.py")):
        yield from in_python(path, with_help=True)
    for path in sorted((ROOT / "lessons" / "making").glob("*.py")):
        yield from in_python(path, with_help=False)
    for path in sorted((ROOT / "purenet" / "web").rglob("*.js")):
        yield from in_script(path)
    for path in sorted((ROOT / "purenet" / "web").rglob("*.html")):
        yield from in_page(path, r"\bdata-say[^>]*>([^<]+)<")
        yield from in_page(path, r'\bdata-label="([^"]+)"')
    for path in sorted((ROOT / "lessons" / "images").glob("*.json")):
        yield from in_page(path, r'"name": "([^"]*)"')
    yield from in_exercises()


def in_python(path: Path, with_help: bool) -> Iterator[Said]:
    """Yield what a module says: say(...), later(...), and its options' help."""
    tree = parsed(path)
    if path.parent.name in LISTED and path.stem not in STARTERS:
        entry = (ast.get_docstring(tree) or "").splitlines()[0]
        yield Said(entry, f"{path.relative_to(ROOT)}:1")
    for node in nodes(tree):
        if isinstance(node, ast.Call):
            for template in templates(node, tree, with_help):
                yield Said(template, f"{path.relative_to(ROOT)}:{node.lineno}")


def templates(call: ast.Call, tree: ast.Module, with_help: bool) -> Iterator[str]:
    """Yield the templates that a call is given."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in MARKS:
        for node in call.args if name == "_count" else call.args[:1]:
            yield from texts(node, tree)
    if with_help and name == "add_argument_group":
        yield from texts(call.args[0], tree)
    for keyword in call.keywords if with_help else ():
        if keyword.arg in OPTIONS:
            for text in texts(keyword.value, tree):
                yield " ".join(text.split())


def texts(node: ast.expr, tree: ast.Module) -> Iterator[str]:
    """Yield the texts that an expression may be: a name's are looked up."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body, tree)
        yield from texts(node.orelse, tree)
    elif isinstance(node, ast.Name):
        for name, value in given_names(tree):
            if name == node.id and not isinstance(value, ast.Name):
                yield from texts(value, tree)


def given_names(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that are given to something in a module, each with it.

    >>> [name for name, _ in given_names(ast.parse("a, b = 1, 2"))]
    ['a', 'b']
    """
    for node in nodes(tree):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            pairs: list[tuple[ast.expr, ast.expr]] = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts))
            for name, value in pairs:
                yield getattr(name, "id", ""), value


def in_page(path: Path, pattern: str) -> Iterator[Said]:
    """Yield what a page says, by a pattern with one group."""
    text = path.read_text(encoding="utf-8")
    for found in re.finditer(pattern, text):
        yield Said(html.unescape(found[1]), line_of(path, text, found.start()))


def in_script(path: Path) -> Iterator[Said]:
    """Yield what a script of the page says: what is given to say and later."""
    text = path.read_text(encoding="utf-8")
    for found in re.finditer(ARGUMENT, text):
        for words in re.findall(QUOTED, found[1]):
            yield Said(json.loads(words), line_of(path, text, found.start()))


def line_of(path: Path, text: str, start: int) -> str:
    """Return a file's name with the number of a line."""
    return f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, start) + 1}"


def in_exercises() -> Iterator[Said]:
    """Yield the paragraphs, hints and remarks of the exercises."""
    for exercise in all_exercises(ENGLISH):
        shown, _, _ = exercise.solution.partition("\n# Hidden:")
        inside = False  # a docstring
        for part in parts(shown):
            quoted = inside or QUOTES in part.lines[0]
            inside ^= sum(line.count(QUOTES) for line in part.lines) % 2 == 1
            words = part.start == HINT or quoted and "  # " not in part.start
            words = words and not is_code(part)
            remark = part.start.endswith("  # ") and part.text[:3] != "---"
            if part.text.startswith("Lesson: "):
                yield Said("Lesson: {}", exercise.file_name)
            elif (words or remark) and SENTENCE.search(part.text):
                yield Said(part.text, exercise.file_name)


def is_code(part: Part) -> bool:
    """Whether a part is Python, or an example of it."""
    inside = [line[len(part.rest) :] for line in part.lines[1:]]
    text = "\n".join([part.lines[0][len(part.start) :], *inside])
    try:
        ast.parse(text)
    except SyntaxError:
        return text.startswith(">>>")
    return True


def unsaid(path: Path) -> Iterator[Said]:
    """Yield what is printed, yielded or raised in a module as it is, not said."""
    tree = parsed(path)
    for node in nodes(tree):
        given: list[ast.expr | None] = []
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            name = getattr(node.exc.func, "id", "")
            given = [] if name in (*MARKS, *UNHEARD) else [*node.exc.args]
        elif isinstance(node, ast.Yield):
            given = [node.value]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
            given = [*node.args]
        for text in given:
            words = text.values if isinstance(text, ast.JoinedStr) else [text]
            plain = "{}".join(
                str(x.value) for x in words if isinstance(x, ast.Constant)
            )
            if re.search("[a-z]{2,},? [a-z]{3,}", plain) and plain not in UNHEARD:
                yield Said(plain, f"{path.relative_to(ROOT)}:{node.lineno}")
