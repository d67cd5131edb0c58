"""All that purenet says: found in its code, its pages and its exercises."""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from purenet.classroom.exercises import all_exercises
from purenet.classroom.translated import HINT, QUOTES, Part, parts
from purenet.words import ENGLISH

ROOT = Path(__file__).resolve().parents[2]
<<<<<<< HEAD
# DataError says its template itself, and so do the errors made of it.
MARKS = ("say", "later", "DataError", "MirrorError")
=======
MARKS = ("say", "later", "_count")  # the last: "{} weight", "{} weights"
>>>>>>> d9e1fb0 (python3 -m lessons.making words lists what a language lacks: sentences, placeholders, lessons that have moved)
OPTIONS = ("help", "description", "epilog")  # our parser says these
LISTED = ("commands", "demo")  # the first line of each module there is said
SENTENCE = re.compile(r"[A-Za-z]{2,}[,:]? [a-z({]")
UNHEARD = ("AttributeError", "OutOfRange")  # for programmers; caught by an engine


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
        yield from in_page(path, r'\b(?:say|later)\(\s*("(?:[^"\\]|\\.)*")', json.loads)
    for path in sorted((ROOT / "purenet" / "web").rglob("*.html")):
        yield from in_page(path, r"\bdata-say[^>]*>([^<]+)<", html.unescape)
        yield from in_page(path, r'\bdata-label="([^"]+)"', html.unescape)
    for path in sorted((ROOT / "lessons" / "images").glob("*.json")):
        yield from in_page(path, r'"name": ("[^"]*")', json.loads)
    yield from in_exercises()


def in_python(path: Path, with_help: bool) -> Iterator[Said]:
    """Yield what a module says: say(...), later(...), and its options' help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.parent.name in LISTED and path.stem not in (
        "__init__",
        "__main__",
        "purenet",
    ):
        entry = (ast.get_docstring(tree) or "").splitlines()[0]
        yield Said(entry, f"{path.relative_to(ROOT)}:1")
    for node in ast.walk(tree):
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
        for other in ast.walk(tree):
            targets = getattr(other, "targets", ())
            named = any(getattr(target, "id", "") == node.id for target in targets)
            if named and not isinstance(other.value, ast.Name):
                yield from texts(other.value, tree)


def in_page(path: Path, pattern: str, read: object) -> Iterator[Said]:
    """Yield what a file of the page says, by a pattern with one group."""
    text = path.read_text(encoding="utf-8")
    for found in re.finditer(pattern, text):
        line = text.count("\n", 0, found.start()) + 1
        yield Said(read(found[1]), f"{path.relative_to(ROOT)}:{line}")


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
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        given: list[ast.expr | None] = []
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
<<<<<<< HEAD
            said = getattr(node.exc.func, "id", "") in MARKS
            given = [] if said else [*node.exc.args]
=======
            name = getattr(node.exc.func, "id", "")
            given = [] if name in UNHEARD else [*node.exc.args]
>>>>>>> d9e1fb0 (python3 -m lessons.making words lists what a language lacks: sentences, placeholders, lessons that have moved)
        elif isinstance(node, ast.Yield):
            given = [node.value]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
            given = [*node.args]
        for text in given:
            words = text.values if isinstance(text, ast.JoinedStr) else [text]
            plain = "{}".join(
                str(x.value) for x in words if isinstance(x, ast.Constant)
            )
            if re.search("[a-z]{2,},? [a-z]{3,}", plain):
                yield Said(plain, f"{path.relative_to(ROOT)}:{node.lineno}")
