"""The words of an exercise in Chinese: its code and its examples stay as they are.

lessons/zh/exercises.txt holds the words, two lines each: what the English says,
and what the Chinese says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from purenet.console.terminal import wrapped

COLUMNS = 78
LESSON = "课程：lessons/zh/"  # in every Chinese exercise, and in no English one


def pairs(text: str) -> dict[str, str]:
    """Return {English: Chinese} of a text with two lines each.

    >>> pairs("Add.\\n加。\\n\\nStop.\\n停。\\n")
    {'Add.': '加。', 'Stop.': '停。'}
    """
    lines = text.split("\n")
    return dict(zip(lines[::3], lines[1::3]))


def translated(solution: str, words: Mapping[str, str]) -> str:
    """Return a solution with these words in the place of the English ones.

    >>> print(translated("# Hint: Add up,\\n#   then compare.",
    ...                  {"Add up, then compare.": "先加，再比较。"}))
    # Hint: 先加，再比较。
    """
    solution = solution.replace("\nLesson: lessons/", f"\n{LESSON}")
    flat = _one_line(solution)
    for english in sorted(words, key=len, reverse=True):
        if _one_line(english) not in flat:
            continue
        pattern = r"[\s#]+".join(map(re.escape, _one_line(english).split()))
        found = re.search(rf"^(.*?)(?<!\w){pattern}(?!\w)", solution, re.MULTILINE)
        if found:
            start, code = found[1], found[1].lstrip()
            rest = "#   " if code[:1] == "#" else " " * (len(start) - len(code))
            lines = wrapped(words[english], COLUMNS, start, rest)
            solution = solution.replace(found[0], "\n".join(lines), 1)
    return solution


def _one_line(text: str) -> str:
    return " ".join(re.split(r"[\s#]+", text))
