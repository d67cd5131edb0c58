"""Cut a solution into what a learner gets: the stub, and the hints.

In a solution, comments mark the lines that are the learner's to find:

    # --- your code
    return 1 if z > 0 else 0
    # --- instead
    # return 1 if z >= 0 else 0
    # --- end

In the stub stands what is given `instead`, a bug to find say, or else a line that
raises NotImplementedError. Hints are comments at the end of the file that begin with
`# Hint: `; the further lines of a hint begin with `#   `. What no learner sees is said
after `# Hidden: `, as lessons.making.drawn reads it.
"""

from __future__ import annotations

import ast
import re
from functools import cache

from purenet.classroom.translated import language_of
from purenet.console.terminal import width
from purenet.words import later, say, speaking_in

_FOOT = '\n\nif __name__ == "__main__":'
_CHECK = """  # {}
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
"""
YOURS = later("your code here")
_BLOCK = re.compile(
    r"^( *)# --- your code\n(.*?)(?:^ *# --- instead\n(.*?))?^ *# --- end\n",
    re.MULTILINE | re.DOTALL,
)
_HINT = re.compile(r"^# Hint: (.*(?:\n#   .*)*)\n?", re.MULTILINE)
HIDDEN = re.compile(r"^# Hidden: (.*)\n((?:#(?:   .*)?\n)*)", re.MULTILINE)


def stub(solution: str) -> str:
    """Return the file that the learner gets for this solution.

    >>> print(stub("# --- your code\\nreturn 1\\n# --- end\\n"))
    raise NotImplementedError("your code here")
    <BLANKLINE>
    """
    with speaking_in(language_of(solution)):
        text = _tidy(_BLOCK.sub(_given, solution))
        foot = _FOOT + _CHECK.format(say("to run this file is to check it"))
    return text + foot if re.match(r'"""\d\d', solution) else text


def code(text: str) -> str:
    """Return the code of a file, whatever its words are, as something to compare."""
    tree = ast.parse(text.split(_FOOT)[0])
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            node.body = node.body[ast.get_docstring(node, clean=False) is not None :]
        elif getattr(getattr(node, "func", 0), "id", "") == "NotImplementedError":
            node.args = []  # type: ignore[attr-defined]  # "your code here"
    return ast.dump(tree)


def untouched(data: bytes, solution: str) -> bool:
    """Whether a file is as it was handed out, in whatever language, or empty."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        return not text.strip() or code(text) == _stub_s_code(solution)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return False


@cache
def _stub_s_code(solution: str) -> str:
    return code(stub(solution))


def clean(solution: str) -> str:
    """Return the solution as one shows it, without marks and hints.

    >>> clean("# --- end")
    Traceback (most recent call last):
        ...
    ValueError: a mark without its partner: # --- end
    """
    return _tidy(_BLOCK.sub(lambda block: block[2], solution))


def withheld(solution: str) -> str:
    """Return a solution without what is to be found, and hints that hold a line of it.

    >>> print(withheld("# --- your code\\nreturn 2 * x + 1\\n# --- end"))
    # --- your code
    raise NotImplementedError
    # --- end
    <BLANKLINE>
    """
    blocks = "\n".join(block[1] for block in _BLOCK.findall(solution))
    lines = re.findall(r"(?m)^ *(?:return )?(\S.{7,})", blocks)
    for hint in _HINT.finditer(solution):
        if any(line in _one_line(hint[1]) for line in lines):
            solution = solution.replace(hint[0], "")
    return _BLOCK.sub(_emptied, HIDDEN.sub("", solution) + "\n")


def is_withheld(solution: str) -> bool:
    """Whether a solution was handed out as none."""
    return "raise NotImplementedError\n" in solution


def _emptied(block: re.Match[str]) -> str:
    nothing = f"{block[1]}# --- your code\n{block[1]}raise NotImplementedError\n"
    return nothing + block[0].split(block[2], 1)[1]


def hints(solution: str) -> list[str]:
    """Return the hints of a solution, the smallest push first.

    >>> hints("# Hint: Add up,\\n#   then compare.\\n# Hint: Use >.")
    ['Add up, then compare.', 'Use >.']
    """
    return [_one_line(text) for text in _HINT.findall(solution)]


def _one_line(text: str) -> str:
    """Join the lines of a hint: with a space, but not between wide characters."""
    first, *more = re.split(r"\n# +", text)
    for line in more:
        wide = width(first[-1:]) == width(line[:1]) == 2
        first += line if wide else f" {line}"
    return first


def _given(block: re.Match[str]) -> str:
    indent, _, instead = block.groups()
    if instead is None:
        return f'{indent}raise NotImplementedError("{say(YOURS)}")\n'
    return re.sub(r"^( *)# ?", r"\1", instead, flags=re.MULTILINE)


def _tidy(text: str) -> str:
    lost = re.search(r"# --- .*", text)
    if lost:
        raise ValueError(say("a mark without its partner: {}", lost[0]))
    return HIDDEN.sub("", _HINT.sub("", text)).strip() + "\n"
