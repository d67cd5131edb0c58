"""What Python says of a program, in the language that is spoken, and what to do.

Each version says it a little otherwise. Where it is one of these, what stands for each
{} is put into the translation.

>>> list(advice("NameError: name 'xrange' is not defined"))
['That is Python 2. In Python 3 it is range.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec

from purenet.console.arguments import otherwise
from purenet.words import later, say

SENTENCES = (
    later("invalid syntax"), later("invalid syntax. Perhaps you forgot a comma?"),
    later("invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
    later("invalid syntax ({})"), later("expected ':'"),
    later("expected an indented block"), later("expected an indented block after {}"),
    later("unexpected indent"),
    later("unindent does not match any outer indentation level"),
    later("inconsistent use of tabs and spaces in indentation"),
    later("{} was never closed"), later("parenthesis is never closed"),
    later("unmatched {}"),
    later("closing parenthesis {} does not match opening parenthesis {} on line {}"),
    later("closing parenthesis {} does not match opening parenthesis {}"),
    later("EOL while scanning string literal"),
    later("EOF while scanning triple-quoted string literal"),
    later("unexpected EOF while parsing"),
    later("unterminated string literal (detected at line {})"),
    later("unterminated triple-quoted string literal (detected at line {})"),
    later("invalid character {} ({})"), later("invalid non-printable character {}"),
    later("invalid character in identifier"),
    later("Missing parentheses in call to {}. Did you mean {}?"),
    later("cannot assign to {}"), later("'return' outside function"),
    later("source code cannot contain null bytes"),
    later("source code string cannot contain null bytes"),
)  # fmt: skip
LONGEST = 300  # characters; what is longer is not among them


def in_words(message: str) -> str:
    """Return what Python says, as it is said where we speak."""
    for sentence in SENTENCES if len(message) < LONGEST else ():
        pattern = "(.*)".join(map(re.escape, sentence.split("{}")))
        found = re.fullmatch(rf"(\w+: )?{pattern}", message)
        if found:
            kind, *values = found.groups("")
            return kind + say(sentence, *values)
    return say(message)


_PYTHON_2 = {
    "print": "print(...)", "exec": "exec(...)", "xrange": "range", "raw_input": "input",
    "unicode": "str", "long": "int", "reduce": "functools.reduce", "has_key": "in",
    "iteritems": "items", "cPickle": "pickle",
}  # fmt: skip
_NO_INPUT = "Nobody is there to answer input(): take the function's arguments."
_ADVICE = {
    "EOFError": later(_NO_INPUT),
    "SystemExit": later("A function gives its answer by return, and does not exit."),
    "RecursionError": later("A function calls itself without end."),
    "MemoryError": later("It asked for more memory than it may have."),
    "NameError": later("Is the name spelt as in the task, or as it is above?"),
}
_UNREAD = ("SyntaxError", "IndentationError", "TabError")


def advice(error: str, code: str = "") -> Iterator[str]:
    """Yield a word on the errors that puzzle a beginner; code: that line."""
    kind = error.split(":")[0]
    named = re.findall(r"'(\w+)'", error)[:2] if kind.endswith("Error") else []
    old = [name for name in named if name in _PYTHON_2]
    if old and (kind != "SyntaxError" or "Missing" in error):
        yield say("That is Python 2. In Python 3 it is {}.", _PYTHON_2[old[-1]])
    elif kind in _UNREAD or "null bytes" in error:
        yield from _reading(error, code)
    elif kind == "ModuleNotFoundError" and find_spec(f"purenet.{named[-1]}"):
        yield say("It is in purenet: {}", f"from purenet import {named[-1]}")
    elif "NoneType" in error:
        yield say("A function without a return gives None: is a return missing?")
    elif kind in _ADVICE:
        yield say(_ADVICE[kind])


def _reading(error: str, code: str) -> Iterator[str]:
    """Yield what to look at where Python cannot read a line."""
    codes = re.findall(r"U\+([0-9A-F]{4,6})\b", error)
    strange = list(otherwise("".join(chr(int(code, 16)) for code in codes) + code))
    if strange:
        yield from strange
    elif "codec" in error or "null bytes" in error:
        save = "Save the file as plain text in UTF-8: your editor has a setting for it."
        yield say(save)
    elif "tabs" in error:
        yield say("Tabs and spaces are mixed: indent with four spaces, not with tabs.")
    else:
        look = "Look at this line and the one before: is a bracket or a quotation mark"
        rest = "not closed, a colon missing, or a line not indented as it should be?"
        yield from (say(look), say(rest))
