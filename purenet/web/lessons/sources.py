"""purenet's own modules as pages: what is on the disk, its examples as blocks.

>>> definitions("sigmoid")[:2]
('sigmoid', 'sigmoid_prime')
"""

from __future__ import annotations

import ast
import doctest
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from purenet.web.lessons import markdown
from purenet.web.lessons.code import Where, coloured
from purenet.words import files

_DEFINES = (ast.FunctionDef, ast.ClassDef)


@lru_cache(maxsize=1)
def modules() -> tuple[str, ...]:
    """Return all modules as they are named in addresses: "sigmoid", "data/image"."""
    return tuple(sorted(_modules("")))


def _modules(folder: str) -> Iterator[str]:
    for entry in (files("purenet") / folder).iterdir():
        if entry.name.endswith(".py") and not entry.name.startswith("__"):
            yield folder + entry.name[: -len(".py")]
        elif entry.is_dir() and (entry / "__init__.py").is_file():
            yield from _modules(f"{folder}{entry.name}/")


def text_of(module: str) -> str:
    """Return a module as it is on the disk."""
    return (files("purenet") / f"{module}.py").read_text(encoding="utf-8")


@lru_cache(maxsize=400)
def _lines(module: str) -> dict[str, int]:
    """Return by its name in which line each definition begins."""
    found: dict[str, int] = {}

    def look(body: list[ast.stmt], before: str) -> None:
        for node in body:
            if isinstance(node, _DEFINES):
                found[before + node.name] = node.lineno
                if isinstance(node, ast.ClassDef):
                    look(node.body, f"{before}{node.name}.")
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                targets = (
                    node.targets if isinstance(node, ast.Assign) else [node.target]
                )
                for target in targets:
                    if isinstance(target, ast.Name):
                        found[before + target.id] = node.lineno

    look(ast.parse(text_of(module)).body, "")
    return found


def definitions(module: str) -> tuple[str, ...]:
    """Return the names that a module defines, also those in its classes."""
    return tuple(_lines(module))


class Names:
    """Where names are defined, as code and what it imports tell.

    up: what leads to the folder of sources.

    >>> names = Names("source/")
    >>> names.read("from purenet.sigmoid import sigmoid\\nfrom purenet import network")
    >>> names("sigmoid"), names("net.SGD"), names("x")
    ('source/sigmoid.html#sigmoid', 'source/network.html#Network.SGD', None)
    """

    def __init__(self, up: str) -> None:
        self.up = up
        self.known: dict[str, str] = {}
        self.last: dict[str, set[str]] = {}  # of methods, by what stands after the dot

    def read(self, code: str) -> None:
        """Learn from what is imported."""
        try:
            tree = ast.parse(code)
        except SyntaxError:
            return
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] == (
                "purenet"
            ):
                folder = str(node.module).replace(".", "/")[len("purenet/") :]
                for one in node.names:
                    self._imported(folder, one.name, one.asname or one.name)

    def _imported(self, folder: str, name: str, known_as: str) -> None:
        inside = f"{folder}/{name}" if folder else name
        if inside in modules():
            self.module(inside, f"{known_as}.")
            self.known[known_as] = f"{self.up}{inside}.html"
        elif folder in modules():
            self.module(folder)
            for one in definitions(folder):
                if one.split(".")[0] == name:
                    place = f"{self.up}{folder}.html#{one}"
                    self.known[known_as + one[len(name) :]] = place

    def module(
        self, module: str, before: str | None = None, page: str | None = None
    ) -> None:
        """Learn what a module defines; before: what such a name begins with in use."""
        page = f"{self.up}{module}.html" if page is None else page
        for name in definitions(module):
            if before is not None:
                self.known.setdefault(before + name, f"{page}#{name}")
            if "." in name:
                self.last.setdefault(name.split(".")[-1], set()).add(f"{page}#{name}")

    def __call__(self, name: str) -> str | None:
        """Return the address of what a name means, where that is known."""
        path = re.fullmatch(r"purenet[./]([\w./]+?)(?:\.py)?", name)
        if path and path[1].replace(".", "/") in modules():
            return f"{self.up}{path[1].replace('.', '/')}.html"
        found = self.last.get(name.split(".")[-1], set())
        return self.known.get(name) or (next(iter(found)) if len(found) == 1 else None)


def page(module: str) -> tuple[str, list[markdown.Block]]:
    """Return a module as HTML, and the blocks of its examples."""
    text, names = text_of(module), Names("../" * module.count("/"))
    names.read(text)
    names.module(module, "", "")
    lines, at = text.split("\n"), 1
    made: list[str] = []
    blocks: list[markdown.Block] = []
    begins: dict[int, str] = {}
    for name, line in _lines(module).items():
        begins[line] = begins.get(line, "") + f'<a id="{name}"></a>'
    for first, last, kind, held in _pieces(text):
        made.append(_code(lines, at, first, begins, names))
        shown = "\n".join(lines[first - 1 : last]) + "\n"
        if kind == "words":
            made.append(f'<i class="s">{escape(shown, False)}</i>')
        else:
            examples = doctest.DocTestParser().get_examples(held)
            blocks.append(examples)
            made.append(f"</code></pre>{markdown.block(examples, names)}{_OPEN}")
        at = last + 1
    made.append(_code(lines, at, len(lines) + 1, begins, names))
    title = f"<h1>purenet/{module}.py</h1>"
    return f"{title}{_OPEN}{''.join(made)}</code></pre>".replace(_EMPTY, ""), blocks


_OPEN = '<pre class="python source"><code>'
_EMPTY = _OPEN + "</code></pre>"


def _code(
    lines: list[str], first: int, end: int, begins: dict[int, str], where: Where
) -> str:
    """Return lines as coloured code, each definition with its name."""
    made, held = [], ""
    for number in range(first, end):
        if number in begins:
            made.append(coloured(held, where) if held else "")
            made.append(begins[number])
            held = ""
        held += lines[number - 1] + ("\n" if number < len(lines) else "")
    return "".join([*made, coloured(held, where)])


def _pieces(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the parts of the docstrings: from and to which line, and the examples."""
    nodes = [
        n for n in ast.walk(ast.parse(text)) if isinstance(n, (*_DEFINES, ast.Module))
    ]
    found = [n.body[0] for n in nodes if ast.get_docstring(n, clean=False) is not None]
    for node in sorted(found, key=lambda node: node.lineno):
        held = node.value.value.split("\n")  # type: ignore[attr-defined]
        number = last = node.lineno
        end = node.end_lineno or last
        if len(held) != end - last + 1:  # a line that goes on in the next: as it is
            yield last, end, "words", ""
            continue
        begun = None  # where examples begin
        for number, line in enumerate([*held, ""], node.lineno):
            if begun is None and line.lstrip().startswith(">>> ") and number < end:
                if last < number:
                    yield last, number - 1, "words", ""
                begun = number
            elif begun is not None and (not line.strip() or number >= end):
                examples = held[begun - node.lineno : number - node.lineno]
                yield begun, number - 1, "block", "\n".join(examples) + "\n"
                begun, last = None, number
        if last <= end:
            yield last, end, "words", ""
