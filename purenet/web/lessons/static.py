"""The lessons as files for any web server, or to be opened from a disk.

Text, pictures and exercises are to be read; no Python is asked for. With Pyodide,
Python for browsers, which the user brings (an npm package of that name), there is a
page besides where the blocks run and exercises are checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import escape
from importlib.resources import files
from pathlib import Path

from purenet.classroom import stubs
from purenet.classroom.exercises import all_exercises
from purenet.classroom.handout import pack
from purenet.console.replacing import write as put
from purenet.web.lessons import markdown
from purenet.web.lessons.texts import address, lesson_names, text_in, title
from purenet.web.pages import all_files
from purenet.words import facts, language, say

_MARK = '<meta name="generator" content="purenet">'
_LINK = partial(address, page="{}.html", pictures="lessons/")
_READ = ("text/css", "image/svg+xml", "image/png")  # what is needed to read
_RUN = "lessons/page.html"
# What Pyodide needs to start; it is loaded from the same place as the page.
PYODIDE = re.compile(r"pyodide(\.asm)?\.(mjs|js|wasm)|python_stdlib\.zip|.*-lock\.json")


def write(
    folder: Path, pyodide: Path | None = None, solutions: bool = True
) -> Iterator[str]:
    """Write the lessons, and Pyodide if given, to a folder; yield what was done."""
    index = folder / "index.html"
    ours = index.is_file() and _MARK.encode() in index.read_bytes()
    empty = folder.is_dir() and not any(folder.iterdir())
    if folder.exists() and not ours and not empty:
        raise ValueError(say("{} is there already: name a folder that is new", folder))
    if pyodide and not (pyodide / "pyodide.mjs").is_file():
        words = "{}: no pyodide.mjs there; npm's pyodide has one"
        raise ValueError(say(words, pyodide))
    file = files("purenet.web.lessons") / "static.html"
    template = file.read_text(encoding="utf-8")
    made = list(_pages())
    for name, heading, body in made:
        at = "" if name == "index" else f"#{name}"
        run = f'<a class="button quiet" href="{_RUN}{at}">{say("Run it here")}</a>'
        page = template.format(
            language=facts(language()).html, lessons=say("Lessons"),
            title=escape(heading), body=body, more=run if pyodide else "",
        )  # fmt: skip
        _put(folder / f"{name}.html", page.encode("utf-8"))
    for name, (kind, read) in all_files().items():
        if kind in _READ and not name.startswith("draw/"):
            _put(folder / name, read())
    yield say("{}: {} pages. To read them, open {}", folder, len(made), index)
    if pyodide:
        _add_python(folder, pyodide, solutions)
        yield say("To run them, serve {} and open {} there.", folder, _RUN)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    put(data, path)


def _pages() -> Iterator[tuple[str, str, str]]:
    """Yield name, title and text of each page: the list, the lessons, the exercises."""
    for name in ["README", *lesson_names()]:
        html, _ = markdown.page(text_in(name, language()), _LINK)
        yield "index" if name == "README" else name, title(html), html
    for exercise in all_exercises():
        heading = f"{exercise.number} · {exercise.title}"
        lesson = _LINK(exercise.lesson.split("/")[-1]) or ""
        body = (
            f"<h1>{escape(heading)}</h1>\n"
            f'<p><a href="{lesson}">{say("Read the lesson")}</a>. '
            f"{say('This is the file')} <code>{exercise.file_name}</code>:</p>\n"
            f"<pre><code>{escape(stubs.stub(exercise.solution))}</code></pre>"
        )
        yield exercise.name, heading, body


def _add_python(folder: Path, pyodide: Path, solutions: bool) -> None:
    """Put the page where blocks run beside the others, and Pyodide with it."""
    for path in pyodide.iterdir():
        if PYODIDE.fullmatch(path.name):
            _put(folder / "pyodide" / path.name, path.read_bytes())
    there = all_files()
    there["shared/server.js"] = there.pop("shared/pyodide-server.js")
    for name, (kind, read) in there.items():
        if kind not in _READ and not name.startswith("draw/"):
            _put(folder / (_RUN if name == "lessons/" else name), read())
    page = (folder / _RUN).read_text(encoding="utf-8")
    _put(folder / _RUN, re.sub(r'.*href="\.\./draw/".*\n', "", page).encode("utf-8"))
    list(pack(folder / "purenet.pyz", solutions))  # what it says is for another
