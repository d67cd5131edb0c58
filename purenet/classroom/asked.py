"""What is asked of a learner's file: the examples of its task, and hidden ones.

Those come in a text: a line with the name of what they ask and what holds there (as
"= times tuple"), and below it sessions with an empty line between them. "tuple" says
that a tuple does for a list, "prints" that it may print; see purenet.classroom.given.
"""

from __future__ import annotations

import ast
import doctest
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


class Asked(NamedTuple):
    """Examples that belong together: of which definition, and what holds there."""

    name: str
    options: tuple[str, ...]
    examples: list[doctest.Example]
    hidden: bool


@cache
def asked(solution: str, drawn: str) -> list[Asked]:
    """Return all that is asked: each definition's own examples, then the hidden.

    >>> half = "def half(x):\\n    'of x'"
    >>> for one in asked(half, "= half tuple\\n>>> half(6)\\n3.0"):
    ...     print(one.name, one.options, len(one.examples))
    half ('float', 'tuple') 0
    half ('float', 'tuple') 1
    """
    blocks = [block.partition("\n") for block in re.split("(?m)^= ", drawn)[1:]]
    all_ = []
    for name, doc in docstrings(solution):
        mine = [(head.split(), text) for head, _, text in blocks]
        mine = [(words[1:], text) for words, text in mine if words[0] == name]
        tried = [([word for options, _ in mine for word in options], doc, False)]
        tried += [(o, each, True) for o, text in mine for each in text.split("\n\n")]
        texts = "\n".join(text for _, text, _ in tried)
        float_ = ["float"] if re.search(r"(?m)^[^>\n]*\d\.\d", texts) else []
        for options, text, hidden in tried:  # "float": 1.0 does for 1
            examples = doctest.DocTestParser().get_examples(text)
            all_.append(Asked(name, (*float_, *options), examples, hidden))
    return all_


def docstrings(solution: str) -> Iterator[tuple[str, str]]:
    """Yield what has a docstring in a solution, and the docstring."""
    for node in ast.walk(ast.parse(solution)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            text = ast.get_docstring(node)
            if text:
                yield getattr(node, "name", ""), text


def is_loud(source: str) -> bool:
    """Whether what it prints is asked for: a statement, or a print."""
    return is_statement(source) or source.startswith("print(")


@cache
def is_statement(source: str) -> bool:
    """Whether it does something that later calls may build on."""
    return not isinstance(ast.parse(source).body[0], ast.Expr)


def same(want: str, got: str, *may: str) -> bool:
    """Whether two values as a session shows them say the same.

    Numbers are compared as numbers: 0 does for 0.0, and floats may differ in their
    last digits. may: "tuple", a tuple does for a list; "float", 1.0 does for 1.

    >>> same("[0.0, 0.3]", "[0, 0.30000000000000004]"), same("1", "1.0")
    (True, False)
    """
    wants, gots = _NUMBER.findall(want), _NUMBER.findall(got)
    forms = [re.sub(r"\s", "", _NUMBER.sub("0", text)) for text in (want, got)]
    if "tuple" in may:
        forms = [re.sub(r",?[\])]", "]", form.replace("(", "[")) for form in forms]
    pairs = zip(wants, gots)
    return forms[0] == forms[1] and all(_near(*pair, "float" in may) for pair in pairs)


def _near(want: str, got: str, floats: bool) -> bool:
    if want.lstrip("-").isdecimal() and (got.lstrip("-").isdecimal() or not floats):
        return want == got
    return abs(float(want) - float(got)) <= max(1e-14, 1e-9 * abs(float(want)))
