"""The lessons of a language beside the English ones: what stands otherwise.

A lesson is written anew in each language, from what a section says. The same in all
are its sections, its code, its pictures, its questions and where it links to; remarks
in the code, and what the code prints in words, are each language's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
REMARK = re.compile(r"(?:^|\s+)# .*$")  # to the end of a line of code


def facts(text: str) -> dict[str, list[str]]:
    """Return what must be the same in all languages.

    >>> facts("## One\\n```python\\n>>> 1 + 1  # two\\n2\\n\\n```")["code"]
    ['>>> 1 + 1', '2']
    """
    prose = FENCE.sub("", text)
    code = "".join(body for kind, body in FENCE.findall(text) if kind == "python")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", prose)
    linked = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", prose)
    return {
        "sections": re.findall(r"^#+ ", prose, re.MULTILINE),
        "code": [line for each in code.splitlines() if (line := REMARK.sub("", each))],
        "fences": [kind for kind, _ in FENCE.findall(text)],
        "questions": re.findall("<details>", prose),
        "pictures": [target.rsplit("/", 1)[-1] for target in pictures],
        "links": sorted({target.rsplit("/", 1)[-1] for target in linked}),
    }


def differences(folder: Path, language: str) -> Iterator[str]:
    """Yield a line for all that a language's lessons have otherwise or not at all.

    folder: where the English lessons are, and the others in a folder below.
    """
    for path in sorted(folder.glob("*.md")):
        other = folder / language / path.name
        if not other.is_file():
            if path.name != "reference.md":  # of names, which are the same in all
                yield f"{other.name}: there is none in {language}"
            continue
        english, text = (x.read_text(encoding="utf-8") for x in (path, other))
        found = facts(text)
        for name, wanted in facts(english).items():
            if how := _first(wanted, found[name], set(english)):
                yield f"{language}/{path.name}: its {name} differ: {how}"


def _first(wanted: list[str], found: list[str], signs: set[str]) -> str:
    """Return the first thing in which two lists differ, "" where there is none.

    A line with letters that the English page has not says it in its own words.
    """
    for k in range(max(len(wanted), len(found))):
        one, other = (each[k] if k < len(each) else "" for each in (wanted, found))
        if one != other and (not one or {x for x in other if x > "~"} <= signs):
            return f"{other!r:.60}, in English {one!r:.60}"
    return ""
