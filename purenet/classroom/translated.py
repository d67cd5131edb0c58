"""The words of an exercise in another language: its code and its examples stay.

What is translated is a whole: a paragraph of a docstring, a hint, a remark at
the end of a line. Each is looked up in the pairs of purenet.words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purenet import words
from purenet.console.terminal import wrapped

_COLUMNS = 78
HINT = "# Hint: "
QUOTES = '"""'


class Part(NamedTuple):
    """Lines of a solution that say one thing, or a line of code.

    start: what the first line begins with; rest: what the others do; text: all
    that is said, in one line; end: what the last line ends with.
    """

    lines: list[str]
    start: str
    rest: str
    text: str
    end: str = ""


def language_of(text: str) -> str:
    """Return the language of an exercise: that of the lesson it names."""
    names = (name for name in words.languages() if f"lessons/{name}/" in text)
    return next(names, words.ENGLISH)


def translated(solution: str, language: str) -> str:
    """Return a solution whose words are those of a language, where it has them."""
    if language == words.ENGLISH:
        return solution
    pairs = words.pairs(language)
    lines: list[str] = []
    for part in parts(solution):
        if part.text.startswith("Lesson: lessons/"):
            path = part.text.replace("Lesson: lessons/", f"lessons/{language}/")
            lines.append(pairs.get("Lesson: {}", "Lesson: {}").format(path))
        elif part.text in pairs:
            found = wrapped(pairs[part.text], _COLUMNS, part.start, part.rest)
            lines += [*found[:-1], found[-1] + part.end]
        else:
            lines += part.lines
    return "\n".join(lines)


def parts(solution: str) -> Iterator[Part]:
    """Yield the parts of a solution in order; together they are its lines."""
    lines = solution.split("\n")
    while lines:
        line = lines.pop(0)
        code = line.lstrip()
        indent = line[: len(line) - len(code)]
        before, mark, remark = line.rpartition("  # ")
        if before.strip():
            yield Part([line], before + mark, indent, remark)
            continue
        opening = next((x for x in (HINT, QUOTES) if code.startswith(x)), "")
        start, rest = indent + opening, "#   " if opening == HINT else indent
        found = [line]
        while lines and _goes_on(found[-1], lines[0], rest):
            found.append(lines.pop(0))
        said = [line[len(start) :], *(line[len(rest) :] for line in found[1:])]
        end = QUOTES if opening == QUOTES and said[-1].endswith(QUOTES) else ""
        text = " ".join(" ".join(said)[: -len(end) or None].split())
        yield Part(found, start, rest, text, end)


def _goes_on(last: str, line: str, rest: str) -> bool:
    """Whether a line says more of what the last one said."""
    ended = not last.strip() or last.endswith(QUOTES)
    more = line[len(rest) :] if line.startswith(rest) else ""
    new = more[:1] in ("", " ") or more.startswith((HINT, QUOTES, ">>>"))
    return not (ended or new or "  # " in line)
