"""write lessons/reference.md again: the names of the chapter, and the book's sections

What is public is read from the sources: modules, functions, classes and
methods whose names do not begin with an underscore. The words are the first
sentences of their docstrings, so that nothing is written twice.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from purenet.console.programs import program

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "purenet"
PAGE = ROOT / "lessons" / "reference.md"
CHAPTER = "vectors matrix perceptron gates sigmoid descent".split()
CHAPTER += "network mnist_loader".split()
ROOMS = "words console data photos pictures engines runs course".split()
ROOMS += "classroom commands demo web".split()

# The book's chapter and section of a module, or of one name in it.
SECTIONS = {
    "vectors": "1, Perceptrons",
    "vectors.hadamard": "2, The Hadamard product",
    "matrix": "1, Implementing our network",
    "matrix.Outer": "2, The four fundamental equations",
    "matrix.Matrix.transpose": "2, The four fundamental equations",
    "perceptron": "1, Perceptrons",
    "gates": "1, Perceptrons",
    "sigmoid": "1, Sigmoid neurons",
    "descent": "1, Learning with gradient descent",
    "network": "1, Implementing our network",
    "network.Network.feedforward": "1, The architecture of neural networks",
    "network.Network.backprop": "2, The backpropagation algorithm",
    "network.Network.output_delta": "2, The four fundamental equations",
    "network.Network.cost_derivative": "2, The four fundamental equations",
    "mnist_loader": "1, Implementing our network",
}

HEAD = """# The names

What each file of the chapter offers, and of the others what the lessons use, in the
words of its own documentation, with the chapter and section of Michael Nielsen's
[*Neural Networks and Deep Learning*](http://neuralnetworksanddeeplearning.com) where
it has one. More on each is in the source, or in the terminal:
`python3 -m pydoc purenet.network`.

This page is made by `python3 -m lessons.making reference`; a test looks that no name is
missing.
"""


class Name(NamedTuple):
    """A public name. full: "network.Network.SGD"; doc: its docstring or ""."""

    full: str
    kind: str  # "function", "class", "record", "method", or "value"
    doc: str


def modules(room):
    """Return the names of a room's modules, without "purenet."."""
    paths = sorted((PACKAGE / room).glob("*.py"))
    return [room] + [f"{room}.{p.stem}" for p in paths if not p.stem.startswith("_")]


@cache
def tree(path):
    """Return what is in a file of Python, parsed once."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(tree):
    """Return all nodes of a tree, walked once."""
    return list(ast.walk(tree))


def tree_of(module):
    path = PACKAGE.joinpath(*module.split("."))
    return tree(path / "__init__.py" if path.is_dir() else path.with_suffix(".py"))


def is_second(node):
    """Whether a definition only repeats a name: an overload, or a setter."""
    marks = {getattr(x, "id", getattr(x, "attr", "")) for x in node.decorator_list}
    return bool(marks & {"overload", "setter"})


def names(module):
    """Yield the public names that a module defines."""
    for node in tree_of(module).body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            for target in getattr(node, "targets", [getattr(node, "target", None)]):
                if isinstance(target, ast.Name) and target.id[0] != "_":
                    yield Name(f"{module}.{target.id}", "value", "")
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield from defined(node, module, "function")


def defined(node, inside, kind):
    if node.name.startswith("_") or is_second(node):
        return
    full = f"{inside}.{node.name}"
    is_class = isinstance(node, ast.ClassDef)
    bases = [ast.unparse(base) for base in node.bases] if is_class else []
    if is_class:
        errors = ("Exception", "Error", "NamedTuple")
        kind = "record" if any(base.endswith(errors) for base in bases) else "class"
    yield Name(full, kind, ast.get_docstring(node) or "")
    for inner in node.body if is_class else []:
        if isinstance(inner, (ast.FunctionDef, ast.ClassDef)):
            yield from defined(inner, full, "method")


def first_sentence(doc):
    """Return the first sentence of a docstring, ready for a table.

    >>> first_sentence('''Return a | b.  It is
    ... quick. Raise nothing.''')
    'Return a \\\\| b.'
    """
    paragraph = " ".join(doc.split("\n\n")[0].split())
    sentence = re.match(r".*?\.(?= [A-Z]|$)|.*", paragraph).group()
    return re.sub(r"([|*<])", r"\\\1", sentence.rstrip(":"))


def section(full):
    """Return the section of a name, or of what it is in, or ""."""
    while full:
        if full in SECTIONS:
            return SECTIONS[full]
        full = full.rpartition(".")[0]
    return ""


def module_part(module, level):
    """Yield the lines on one module: what it is, and a table of its names."""
    path = "/".join(module.split("."))
    path += "/__init__.py" if (PACKAGE / path).is_dir() else ".py"
    yield f"\n{level} [purenet.{module}](../purenet/{path})\n"
    yield f"{first_sentence(ast.get_docstring(tree_of(module)))}\n"
    found = list(names(module))
    rows = [name for name in found if name.kind != "value"]
    values = [f"`{name.full.split('.')[-1]}`" for name in found if name not in rows]
    in_book = any(section(name.full) for name in rows)
    if rows:
        yield "| name | what |" + (" the book |" if in_book else "")
        yield "| --- | --- |" + (" --- |" if in_book else "")
    for name in rows:
        row = f"| `{name.full[len(module) + 1 :]}` | {first_sentence(name.doc)} |"
        yield row + (f" {section(name.full)} |" if in_book else "")
    if values:
        yield ("\n" if rows else "") + f"Values and types: {', '.join(values)}"


def is_module(name):
    path = PACKAGE.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def used_in_lessons():
    """Return {module: names} of what the lessons import besides the chapter."""
    used = {}
    for lesson in sorted(PAGE.parent.glob("*.md")):
        for module, words in re.findall(
            r"^>>> from purenet\.(\S+) import (.*)$", lesson.read_text("utf-8"), re.M
        ):
            for word in words.split(","):
                name = word.split()[0]
                inner = f"{module}.{name}"
                if name in {n.full.split(".")[-1] for n in names(module)}:
                    used.setdefault(module, set()).add(name)
                elif is_module(inner):
                    used.setdefault(inner, set()).update(
                        n.full.split(".")[-1] for n in names(inner) if n.kind != "value"
                    )
    return {m: n for m, n in sorted(used.items()) if m not in CHAPTER}


def page():
    """Return the whole page."""
    lines = [HEAD, "## The chapter"]
    for module in CHAPTER:
        lines += module_part(module, "###")
    lines.append("\n## Beside it, in the lessons\n")
    lines.append("| file | name | what |\n| --- | --- | --- |")
    for module, used in used_in_lessons().items():
        path = "/".join(module.split("."))
        path += "/__init__.py" if (PACKAGE / path).is_dir() else ".py"
        for name in names(module):
            word = name.full[len(module) + 1 :]
            if word in used:
                what = first_sentence(name.doc)
                lines.append(f"| [{module}](../purenet/{path}) | `{word}` | {what} |")
    return "\n".join(lines) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page."""
    argparse.ArgumentParser(prog=program(__name__)).parse_args(argv)
    PAGE.write_bytes(page().encode("utf-8"))
    print(f"{PAGE}: {len(page().splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
