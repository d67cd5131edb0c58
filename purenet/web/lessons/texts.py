"""The lessons' texts: which there are, in which language, and where links lead."""

from __future__ import annotations

import re

from purenet.classroom.exercises import lessons_folder
from purenet.words import ENGLISH


def lesson_names() -> list[str]:
    """Return the lessons' names in order; none where only the package is.

    >>> lesson_names()[:2]
    ['01-perceptrons', '02-gates']
    """
    if not lessons_folder().is_dir():
        return []
    names = [entry.name for entry in lessons_folder().iterdir()]
    return sorted(n[:-3] for n in names if re.fullmatch(r"\d\d-[\w-]+\.md", n))


def text_names(language: str) -> list[str]:
    """Return the names of all texts, as pages: "index" for README, then the lessons.

    Then what else is there to read, in English where it has not been translated.

    >>> text_names(ENGLISH)[:2], "reference" in text_names(ENGLISH)
    (['index', '01-perceptrons'], True)
    """
    folders = [lessons_folder(), lessons_folder(language)]
    entries = [entry.name for f in folders if f.is_dir() for entry in f.iterdir()]
    others = {n[:-3] for n in entries if n.endswith(".md")} - {"README"}
    lessons = lesson_names()
    return ["index", *lessons, *sorted(others.difference(lessons))]


def text_in(name: str, language: str) -> str:
    """Return a lesson, its links as in the folder of its language.

    It is in English where it has not been translated.
    """
    translated = lessons_folder() / language / f"{name}.md"
    if language == ENGLISH or translated.is_file():
        folder = lessons_folder(language)
        return (folder / f"{name}.md").read_text(encoding="utf-8")
    text = (lessons_folder() / f"{name}.md").read_text(encoding="utf-8")
    return re.sub(r"\]\((images/|\.\./)", r"](../\1", text)


def address(target: str) -> str | None:
    """Return where a link leads from a lesson's page, as from its file; None: nowhere.

    >>> address("02-gates.md#nand"), address("exercises/07_xor.py")
    ('02-gates.html#nand', '07_xor.html')
    >>> address("../README.md"), address("../purenet/data/image.py"), address("../x.py")
    ('../index.html', 'source/data/image.html', None)
    """
    if re.match(r"https?://|(?:\.\./)?images/", target):
        return target
    found = re.fullmatch(r"((?:\w\w/|\.\./)?)([\w-]+)\.md(#[\w-]+)?", target)
    if found:
        name = found[2].replace("README", "index")
        return f"{found[1]}{name}.html{found[3] or ''}"
    found = re.fullmatch(r"(?:\.\./)?exercises/(\d\d_\w+)\.py", target)
    if found:
        return f"{found[1]}.html"
    found = re.fullmatch(r"(?:\.\./)+purenet/([\w/]+)\.py", target)
    return f"source/{found[1]}.html" if found else None
