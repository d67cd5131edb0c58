"""The lessons of a language beside the English ones: what has moved, what differs.

The first line of each has a mark for every paragraph of the English prose it was
made from, so that the paragraph which has changed since is named.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
FIRST = re.compile(r"^<!--.*-->\n\n?")


def paragraphs(text: str) -> list[str]:
    """Return what is translated: all but the Python, which is the same in both."""
    words = re.sub(r"^```python\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return [part.strip() for part in re.split(r"\n\s*\n", words) if part.strip()]


def marks(text: str) -> list[str]:
    """Return a mark of each paragraph of a page, other when it changes.

    >>> marks("One,\\ntwo.") == marks("One, two.") != marks("One, three.")
    True
    """
    digests = [
        hashlib.sha256(" ".join(part.split()).encode("utf-8"))
        for part in paragraphs(text)
    ]
    return [digest.hexdigest()[:6] for digest in digests]


def first_line(english: str) -> str:
    """Return the first line of a translation of this page."""
    return f"<!-- of the English paragraphs {' '.join(marks(english))} -->"


def moved(other: str, english: str) -> list[str]:
    """Return what has changed in the English page since the other one was made.

    The paragraphs that are new or other, and the numbers of those that have gone.

    >>> moved(first_line("One.\\n\\nTwo."), "One.\\n\\nThree.")
    ['paragraph 2: Three.', 'gone or changed, counted as they were: 2']
    """
    known = re.findall(r"\b[0-9a-f]{6}\b", other.splitlines()[0])
    now = marks(english)
    changes = [
        f"paragraph {k}: {part}"
        for k, (part, mark) in enumerate(zip(paragraphs(english), now), start=1)
        if mark not in known
    ]
    gone = [str(k) for k, mark in enumerate(known, start=1) if mark not in now]
    if gone:
        changes.append(f"gone or changed, counted as they were: {', '.join(gone)}")
    if not changes and known != now:
        changes.append("its paragraphs stand in another order")
    return changes


def prose(text: str) -> str:
    """Return a page without its marks and without what is fenced."""
    return FENCE.sub("", FIRST.sub("", text))


def facts(text: str, language: str) -> dict[str, object]:
    """Return what must be the same in both languages."""
    words = prose(text)
    here = words.replace(f"lessons/{language}/", "lessons/")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", words)
    linked = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", words)
    code = {" ".join(code.split()) for code in re.findall(r"`([^`]+)`", here)}
    return {
        "blocks": [body for kind, body in FENCE.findall(text) if kind == "python"],
        "fences": [kind for kind, _ in FENCE.findall(text)],
        "headings": [len(sign) for sign in re.findall(r"^(#+) ", words, re.MULTILINE)],
        "questions": words.count("<details>"),
        "pictures": [target.rsplit("/", 1)[-1] for target in pictures],
        "links": sorted(target.rsplit("/", 1)[-1] for target in linked),
        "items": len(re.findall(r"^(?:-|\d\.) ", words, re.MULTILINE)),
        "rows": len(re.findall(r"^\|", words, re.MULTILINE)),
        "code": sorted(code - {"#", ">>>", "..."}),
    }


def differences(folder: Path, language: str) -> Iterator[str]:
    """Yield a line for all that a language's lessons have otherwise or not at all.

    folder: where the English lessons are, and the others in a folder below.
    """
    for path in sorted(folder.glob("[0-9R]*.md")):
        other = folder / language / path.name
        if not other.is_file():
            yield f"{other.name}: there is none in {language}"
            continue
        english, text = (x.read_text(encoding="utf-8") for x in (path, other))
        for change in moved(text, english):
            change = " ".join(change.split())
            yield f"{language}/{path.name}: {change:.160} (followed? --marks)"
        found = facts(text, language)
        for name, wanted in facts(english, language).items():
            if found[name] != wanted:
                how = _first(wanted, found[name])
                yield f"{language}/{path.name}: its {name} differ{how}"


def _first(wanted: object, found: object) -> str:
    """Return the first thing in which two lists differ."""
    if not isinstance(wanted, list) or not isinstance(found, list):
        return f": {found}, in English {wanted}"
    for one, other in zip([*wanted, ""], [*found, ""]):
        if one != other:
            return f": {other!r:.60}, in English {one!r:.60}"
    return ""


def write_marks(folder: Path, language: str) -> Iterator[str]:
    """Write the marks anew when the translation has followed; yield the files."""
    for other in sorted((folder / language).glob("*.md")):
        english = (folder / other.name).read_text(encoding="utf-8")
        text = FIRST.sub("", other.read_text(encoding="utf-8"))
        other.write_bytes(f"{first_line(english)}\n\n{text}".encode())
        yield str(other)
