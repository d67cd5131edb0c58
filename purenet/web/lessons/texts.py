"""The lessons' texts: which there are, in which language, and where links lead."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from purenet.classroom.exercises import lessons_folder
from purenet.web.lessons import markdown
from purenet.words import ENGLISH, say


def lesson_names() -> list[str]:
    """Return the lessons' names in order; none where only the package is.

    >>> lesson_names()[:2]
    ['01-perceptrons', '02-gates']
    """
    if not lessons_folder().is_dir():
        return []
    names = [entry.name for entry in lessons_folder().iterdir()]
    return sorted(n[:-3] for n in names if re.fullmatch(r"\d\d-[\w-]+\.md", n))


def text_in(name: str, language: str) -> str:
    """Return a lesson, its links as in the folder of the English ones.

    It is in English where it has not been translated.
    """
    translated = lessons_folder() / language / f"{name}.md"
    if not translated.is_file():
        return (lessons_folder() / f"{name}.md").read_text(encoding="utf-8")
    text = translated.read_text(encoding="utf-8")
    return text.replace("](images/", f"]({language}/images/").replace("](../", "](")


def address(target: str, page: str = "#{}", pictures: str = "") -> str | None:
    """Return where a link of a lesson leads; None: nowhere.

    page: the address of a lesson or an exercise; pictures: of their folder.

    >>> address("02-gates.md#nand"), address("exercises/07_xor.py", "{}.html")
    ('#02-gates#nand', '07_xor.html')
    >>> address("README.md"), address("../x.py")
    ('#index', None)
    """
    if re.match(r"https?://", target):
        return target
    if re.match(r"(\w+/)?images/", target):
        return pictures + target
    found = re.fullmatch(
        r"(?:(\d\d-[\w-]+|README)\.md|exercises/(\d\d_\w+)\.py)(#[\w-]+)?", target
    )
    if not found:
        return None
    name = "index" if found[1] == "README" else found[1] or found[2]
    return page.format(name) + (found[3] or "")


@lru_cache(maxsize=100)
def lesson(name: str, language: str = ENGLISH) -> tuple[str, list[markdown.Block]]:
    """Return a lesson as HTML, and its blocks; ValueError where there is none."""
    if name not in lesson_names():
        raise ValueError(say("there is no lesson {!r}", name))
    return markdown.page(text_in(name, language), address)


def listed(language: str) -> dict[str, dict[str, Any]]:
    """Return by its name what the page's list has of each lesson, yet no exercises."""
    if not lesson_names():
        raise ValueError(say("the lessons are not here: only the package is"))
    titles = {name: title(lesson(name, language)[0]) for name in lesson_names()}
    return {n: {"name": n, "title": titles[n], "exercises": []} for n in titles}


def title(html: str) -> str:
    """Return the words of a page's first heading."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html)
    return re.sub(r"<[^>]+>", "", found[1]) if found else ""
