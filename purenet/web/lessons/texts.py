"""The lessons' texts: which there are, in which language, and where links lead."""

from __future__ import annotations

import posixpath
import re

from purenet.classroom.exercises import lessons_folder
from purenet.words import ENGLISH

SOURCE = "source/"
_FILE = re.compile(
    r"purenet/(?P<module>[\w/]+)\.py|(?P<image>lessons/(?:\w\w/)?images/.+)"
    r"|lessons/(?:\w\w/)?exercises/(?P<exercise>\d\d_\w+)\.py"
    r"|lessons/(?:(?P<language>\w\w)/)?(?P<text>[\w-]+)\.md"
)


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


def text_in(name: str, language: str) -> tuple[str, str]:
    """Return a lesson, and in which language: English where it is not translated."""
    if not (lessons_folder(language) / f"{name}.md").is_file():
        language = ENGLISH
    file = lessons_folder(language) / f"{name}.md"
    return file.read_text(encoding="utf-8"), language


def place(name: str, language: str) -> str:
    """Return where a page is.

    >>> place("02-gates", ENGLISH)
    'lessons/02-gates.html'
    """
    return f"{folder(language)}{name}.html"


def folder(language: str) -> str:
    """Return where the pages of a language are, and its texts."""
    return "lessons/" if language == ENGLISH else f"lessons/{language}/"


def address(target: str, language: str = ENGLISH, written: str = ENGLISH) -> str | None:
    """Return where a link of a text leads, from its page; None: nowhere in the book.

    language: of the page; written: in which the text is.

    >>> address("02-gates.md#nand"), address("exercises/07_xor.py")
    ('02-gates.html#nand', '07_xor.html')
    >>> address("../README.md"), address("../purenet/data/image.py"), address("../x.py")
    (None, 'source/data/image.html', None)
    """
    if re.match("https?://", target):
        return target
    path, sign, part = target.partition("#")
    found = _FILE.fullmatch(posixpath.normpath(folder(written) + path))
    if not found:
        return None
    to, text = found["image"], (found["text"] or "").replace("README", "index")
    if found["module"]:
        to = place(SOURCE + found["module"], ENGLISH)
    elif found["exercise"]:
        to = place(found["exercise"], language)
    elif text:
        if text not in text_names(language):
            return None
        other = found["language"] or ENGLISH
        to = place(text, language if other == written else other)
    return posixpath.relpath(to, folder(language)) + sign + part
