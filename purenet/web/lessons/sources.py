"""purenet's own modules as pages: what is on the disk, its examples as blocks.

>>> [*definitions("sigmoid")][:2]
['sigmoid', 'sigmoid_prime']
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from itertools import groupby

from purenet.web.lessons import markdown
from purenet.web.lessons.code import coloured
from purenet.words import files

_DEFINES = (ast.FunctionDef, ast.ClassDef)
_OPEN = '<pre class="python source"><code>'


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
def definitions(module: str) -> dict[str, int]:
    """Return by the names that a module defines, also in classes, on which line."""
    found: dict[str, int] = {}

    def look(body: list[ast.stmt], before: str) -> None:
        for node in body:
            if isinstance(node, _DEFINES):
                found[before + node.name] = node.lineno
            if isinstance(node, ast.ClassDef):
                look(node.body, f"{before}{node.name}.")
            for target in (*getattr(node, "targets", ()), getattr(node, "target", 0)):
                if isinstance(target, ast.Name):
                    found.setdefault(before + target.id, node.lineno)

    look(ast.parse(text_of(module)).body, "")
    return found


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
        with contextlib.suppress(SyntaxError):
            for node in ast.walk(ast.parse(code)):
                package, *path = str(getattr(node, "module", "")).split(".")
                if isinstance(node, ast.ImportFrom) and package == "purenet":
                    for one in node.names:
                        self._imported(path, one.name, one.asname or one.name)

    def _imported(self, path: list[str], name: str, known_as: str) -> None:
        folder, inside = "/".join(path), "/".join([*path, name])
        if inside in modules():
            self.module(inside, f"{known_as}.")
            self.known[known_as] = f"{self.up}{inside}.html"
        elif folder in modules():
            self.module(folder, known_as, name)

    def module(self, module: str, known_as: str = "", only: str = "") -> None:
        """Learn what a module defines; known_as: how its names begin in use.

        only: one of its names alone is known so, and what is in it.
        """
        for name in definitions(module):
            place = f"{self.up}{module}.html#{name}"
            if not only or name.split(".")[0] == only:
                self.known.setdefault(known_as + name[len(only) :], place)
            if "." in name:
                self.last.setdefault(name.split(".")[-1], set()).add(place)

    def __call__(self, name: str) -> str | None:
        """Return the address of what a name means, where that is known."""
        path = re.fullmatch(r"purenet[./]([\w./]+?)(?:\.py)?", name)
        if path and (module := path[1].replace(".", "/")) in modules():
            return f"{self.up}{module}.html"
        found = self.last.get(name.split(".")[-1], set())
        return self.known.get(name) or (next(iter(found)) if len(found) == 1 else None)


def page(module: str) -> tuple[str, list[markdown.Block]]:
    """Return a module as HTML, and the blocks of its examples."""
    text, names = text_of(module), Names("../" * module.count("/"))
    names.read(text)
    names.module(module)
    lines, docstrings = text.splitlines(keepends=True), _docstrings(text)
    begins: dict[int, str] = {}
    for name, line in definitions(module).items():
        begins[line] = begins.get(line, "") + f'<a id="{name}"></a>'
    made, blocks = f"<h1>purenet/{module}.py</h1>{_OPEN}", []
    for examples, group in groupby(range(1, len(lines) + 1), docstrings.get):
        numbers = list(group)
        shown = "".join(lines[number - 1] for number in numbers)
        if examples:
            blocks.append(examples)
            made += f"</code></pre>{markdown.block(examples, names)}{_OPEN}"
        elif examples == []:
            made += f'<i class="s">{escape(shown, False)}</i>'
        else:
            coded = zip(numbers, coloured(shown, names).splitlines(keepends=True))
            made += "".join(begins.get(number, "") + line for number, line in coded)
    return f"{made}</code></pre>".replace(f"{_OPEN}</code></pre>", ""), blocks


def _docstrings(text: str) -> dict[int, markdown.Block]:
    """Return by the lines of all docstrings the examples there, or [] for words."""
    found: dict[int, markdown.Block] = {}
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, (*_DEFINES, ast.Module)):
            continue
        held = ast.get_docstring(node, clean=False)
        if held is not None:
            first, last = node.body[0].lineno, node.body[0].end_lineno or 0
            found.update((line, []) for line in range(first, last + 1))
            examples: markdown.Block = []
            as_it_is = held.count("\n") == last - first  # no line goes on in the next
            for part in doctest.DocTestParser().parse(held) if as_it_is else ():
                if isinstance(part, doctest.Example):
                    examples.append(part)
                    for line in range((part.source + part.want).count("\n")):
                        found[first + part.lineno + line] = examples
                elif part:
                    examples = []
    return found
