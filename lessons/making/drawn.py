"""Draw the examples that no learner sees, as the solutions say what they are like.

At the end of a solution stand sessions, each for one of its definitions:

    # Hidden: goes
    #   w, x = numbers(n), bits(n)
    #   >>> goes({w}, {x}, {dot(w, x) + edge()})

They are drawn ROUNDS times, n larger and larger: lines without >>> are run, and
what stands in {} is replaced by its value. What the solution answers is what is
wanted. After the name may stand "once", to draw no more, and what
purenet.classroom.asked and purenet.classroom.given know.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

from purenet.classroom.asked import is_loud
from purenet.classroom.stubs import HIDDEN, clean
from purenet.classroom.trial import run

ROUNDS = 24


def drawn(solution: str) -> str:
    """Return the text of the examples that are drawn for a solution.

    >>> half = "def half(x):\\n    return x / 2\\n\\n# Hidden: half once\\n"
    >>> drawn(half + "#   >>> half({whole()})\\n")
    '= half\\n>>> half(3)\\n1.5\\n'
    """
    module = types.ModuleType("solution")
    exec(compile(clean(solution), "<the solution>", "exec"), vars(module))
    lines = []
    for heading, text in HIDDEN.findall(solution):
        text = re.sub(r"(?m)^#(   |$)", "", text)
        steps = re.findall(r"(?m)^>>> .*(?:\n\.\.\. .*)*|^.+", text)
        once = " once" in heading
        lines.append(f"= {heading.replace(' once', '')}")
        for k in range(1 if once else ROUNDS):
            names = {**vars(module), **_tools(k)}
            lines += [line for step in steps for line in _step(step, names)]
            lines.append("")
    return "\n".join(lines)


def _step(step: str, names: dict[str, Any]) -> Iterator[str]:
    if not step.startswith(">>> "):
        exec(_code(step, "exec"), names)
        return
    holes = re.compile(r"\{(.*?)\}")
    step = holes.sub(lambda hole: repr(eval(_code(hole[1], "eval"), names)), step)
    source = re.sub(r"(?m)^(>>>|\.\.\.) ", "", step)
    shown, printed, error, _ = run(source, names)
    if error:
        raise error
    yield step
    yield from ((printed if is_loud(source) else "") + shown).splitlines()


@cache
def _code(source: str, mode: str) -> types.CodeType:
    return compile(source, "<drawn>", mode)


def _tools(k: int) -> dict[str, Any]:
    """Return what a session is drawn with in round k.

    The numbers, whole or not, are such as floats hold, and so are their sums.
    """
    rng = Random(k)
    whole, one_of = rng.randint, lambda *values: rng.choice(values)

    def number(most: int = 225) -> float:
        kinds = (whole(-9, 9), whole(-9, 9) / 4, whole(-9, 9) * 25.0)
        return max(-most, min(most, rng.choice(kinds)))

    def numbers(n: int, most: int = 225) -> list[float]:
        return [number(most) for _ in range(n)]

    def small() -> float:
        return whole(-16, 16) / 16

    def wholes(n: int, low: int = -9, high: int = 9) -> list[int]:
        return [whole(low, high) for _ in range(n)]

    return {
        "k": k,
        "n": 1 + k // 2,
        "m": whole(1, 14),
        "whole": lambda low=-9, high=9: whole(low, high),
        "wholes": wholes,
        "number": number,
        "numbers": numbers,
        "small": small,
        "smalls": lambda n: [small() for _ in range(n)],
        "rows": lambda m, n, most=225: [
            [small() * most for _ in range(n)] if most < 3 else numbers(n, most)
            for _ in range(m)
        ],
        "bits": lambda n: wholes(n, 0, 1),
        "part": lambda digits=3: round(rng.uniform(0.001, 0.999), digits),
        "edge": lambda: one_of(0, 0, 0.25, -0.25, 1, -1, 50, -50),
        "one_of": one_of,
        "dot": lambda u, v: sum(x * y for x, y in zip(u, v)),
    }
