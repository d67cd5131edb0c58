"""Plausible wrong answers to the exercises: each of them has to fail.

wrong_answers.txt has what stands in a solution and what a learner puts there. Two
more are made of every solution that has what they need: one that prints instead of
returning, and one that only knows the examples it was shown.
"""

import ast
import re
from functools import cache
from pathlib import Path

from purenet.classroom import stubs
from purenet.classroom.asked import docstrings

FILE = Path(__file__).with_suffix(".txt")


@cache
def pairs(file=FILE):
    """Return the pairs of the file: {an exercise's name: [(old, new), ...]}."""
    found = {}
    for part in re.split("(?m)^= ", file.read_text(encoding="utf-8"))[1:]:
        name, *blocks = part.strip("\n").split("\n\n")
        found[name] = [(lines_of(block, "-"), lines_of(block, "+")) for block in blocks]
    return found


def lines_of(block, sign):
    """Return the lines of a block that have a sign, without it."""
    lines = [line[2:] for line in block.split("\n") if line[0] == sign]
    return "\n".join(lines)


def wrong_answers(exercise):
    """Yield the texts of files with wrong answers to an exercise."""
    solution = stubs.clean(exercise.solution)
    yield from listed(exercise, FILE)
    printing = re.sub(
        r"^(    )return (.+)$(?!\n {8,})", r"\1print(\2)", solution, flags=re.M
    )
    if printing != solution and _is_python(printing):
        yield printing
    if by_heart(exercise) and exercise.drawn:
        yield by_heart(exercise)


def listed(exercise, file):
    """Yield the solution with each of the changes that a file has for it."""
    solution = stubs.clean(exercise.solution)
    for old, new in pairs(file).get(exercise.name, ()):
        if old not in solution:
            raise ValueError(f"{exercise.name} does not hold {old!r}: mend {file.name}")
        yield solution.replace(old, new, 1)


def by_heart(exercise):
    """Return a file whose functions answer the shown calls and no other ones."""
    known = {}
    for name, text in docstrings(exercise.solution):
        for call, answer in re.findall(rf">>> ({name}\(.*\))\n *(\S.*)\n", text + "\n"):
            known.setdefault(name, []).append((call, answer))
    lines = [stubs.clean(exercise.solution)]
    for name, pairs in known.items():
        lines.append(f"def {name}(*given, **named):")
        for call, answer in pairs:
            arguments = call[len(name) + 1 : -1]
            lines.append(
                f"    try:\n        if given == ({arguments},): return {answer}"
            )
            lines.append("    except Exception: pass")
        lines.append("    return None")
    text = "\n".join(lines) + "\n"
    return text if known and _is_python(text) else ""


def _is_python(text):
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True
