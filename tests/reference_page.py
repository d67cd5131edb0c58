"""Write lessons/reference.md: every public name, and its section of the book.

    python3 -m tests.reference_page         after a name was added or changed

What is public is read from the sources: modules, functions, classes and
methods whose names do not begin with an underscore. The words are the first
sentences of their docstrings, so that nothing is written twice.
"""

import ast
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "purenet"
PAGE = ROOT / "lessons" / "reference.md"
CHAPTER = (
    "vectors matrix perceptron gates sigmoid descent network mnist_loader".split()
)
ROOMS = ["beyond", "data", "pictures"]  # name by name, as the chapter
BRIEF = ["classroom", "commands", "demo", "page"]  # a module a line

# The book's chapter and section of a module, or of one name in it.
SECTIONS = {
    "vectors": "1, Perceptrons",
    "vectors.hadamard": "2, The Hadamard product",
    "matrix": "1, Implementing our network",
    "matrix.Matrix.outer": "2, The four fundamental equations",
    "matrix.Matrix.add_outer": "2, The four fundamental equations",
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
    "beyond.network2": "3, The cross-entropy cost function",
    "beyond.network2.QuadraticCost": "1, Learning with gradient descent",
    "beyond.network2.Network": "3, Overfitting and regularization",
    "beyond.saved": "3, Handwriting recognition revisited: the code",
    "data.image": "1, A simple network to classify digits",
    "data.pickled": "1, Implementing our network",
}

HEAD = """# Every name

What each file offers, in the words of its own documentation, with the chapter and
section of Michael Nielsen's [*Neural Networks and Deep
Learning*](http://neuralnetworksanddeeplearning.com) where it has one. More on each is
in the source, or in the terminal: `python3 -m pydoc purenet.network`.

This page is made by `python3 -m tests.reference_page`; a test looks that no name is
missing.
"""


class Name(NamedTuple):
    """A public name. full: "network.Network.SGD"; doc: its docstring or ""."""

    full: str
    kind: str  # "function", "class", "method", or "value"
    doc: str


def modules(room):
    """Return the names of a room's modules, without "purenet."."""
    paths = sorted((PACKAGE / room).glob("*.py"))
    return [room] + [f"{room}.{p.stem}" for p in paths if not p.stem.startswith("_")]


def tree_of(module):
    path = PACKAGE.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8"))


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
    yield Name(full, "class" if is_class else kind, ast.get_docstring(node) or "")
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


def brief_part(room):
    """Yield the lines on a room of which the modules are enough."""
    yield f"\n## purenet.{room}\n"
    yield f"{first_sentence(ast.get_docstring(tree_of(room)))}\n"
    yield "| file | what | names |\n| --- | --- | --- |"
    for module in modules(room):
        short = ", ".join(
            f"`{name.full[len(module) + 1 :]}`" for name in names(module)
        )
        if module != room or short:
            what = first_sentence(ast.get_docstring(tree_of(module)))
            yield f"| `{module}` | {what} | {short} |"


def page():
    """Return the whole page."""
    lines = [HEAD, "## The chapter"]
    for module in CHAPTER:
        lines += module_part(module, "###")
    for room in ROOMS:
        first, *others = modules(room)
        lines += module_part(first, "##")
        for module in others:
            lines += module_part(module, "###")
    for room in BRIEF:
        lines += brief_part(room)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_bytes(page().encode("utf-8"))
    print(f"{PAGE}: {len(page().splitlines())} lines")
