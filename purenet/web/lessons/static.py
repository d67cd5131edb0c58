"""The lessons as files for any web server, or to be opened from a disk.

Text, pictures, what should come and the exercises, to be read; no Python is asked
for. With Pyodide, Python for browsers, which the user brings (an npm package of
that name), there is a page besides where the blocks run and exercises are checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from purenet.classroom import stubs
from purenet.classroom.exercises import all_exercises
from purenet.classroom.handout import pack
from purenet.console import speech
from purenet.console.replacing import replacing
from purenet.console.speech import said
from purenet.web.lessons import markdown
from purenet.web.lessons.answers import lesson_names, pictures, text_in, title
from purenet.web.server import files_of

MARK = '<meta name="generator" content="purenet">'
HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{mark}
<title>{title}</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="page.css">
<link rel="stylesheet" href="lessons.css">
</head>
<body class="reading">
<header>
  <h1>purenet</h1>
  <nav><a class="button quiet here" href="index.html">{lessons}</a>{more}</nav>
</header>
<main>
{body}
</main>
</body>
</html>
"""
SHARED = ("words.js", "english.js", "chinese.js")  # of the other page
# What Pyodide needs to start; it is loaded from the same place as the page.
PYODIDE = re.compile(r"pyodide(\.asm)?\.(mjs|js|wasm)|python_stdlib\.zip|.*-lock\.json")


def address(target: str) -> str | None:
    """Return where a link of a lesson leads among the files; None: nowhere.

    >>> address("02-gates.md#nand"), address("exercises/07_xor.py"), address("x.py")
    ('02-gates.html#nand', '07_xor.html', None)
    """
    if re.match(r"https?://|(zh/)?images/", target):
        return target
    found = re.fullmatch(r"(\d\d-[\w-]+|README)\.md(#[\w-]+)?", target)
    if found:
        name = "index" if found[1] == "README" else found[1]
        return f"{name}.html{found[2] or ''}"
    found = re.fullmatch(r"exercises/(\d\d_\w+)\.py", target)
    return f"{found[1]}.html" if found else None


def write(folder: Path, pyodide: Path | None = None) -> Iterator[str]:
    """Write the lessons into a folder, and yield a line for what was done.

    pyodide: the folder of that package. Raise ValueError where the folder holds
    something else, or there is no Pyodide.
    """
    index = folder / "index.html"
    ours = index.is_file() and MARK.encode() in index.read_bytes()
    if folder.exists() and not ours and not (folder.is_dir() and is_empty(folder)):
        raise ValueError(f"{folder} is there already: name a folder that is new")
    if pyodide and not (pyodide / "pyodide.mjs").is_file():
        raise ValueError(f"{pyodide}: no pyodide.mjs there; npm's pyodide has one")
    folder.mkdir(parents=True, exist_ok=True)
    run = said("Run it here")
    more = f'<a class="button quiet" href="run.html{{hash}}">{run}</a>'
    made = 0
    for name, heading, text in pages():
        link = more.format(hash="" if name == "index" else f"#{name}")
        page = HEAD.format(
            mark=MARK,
            language="zh-Hans" if speech.language() == "zh" else "en",
            lessons=said("Lessons"),
            title=escape(heading),
            body=text,
            more=link if pyodide else "",
        )
        put(folder / f"{name}.html", page.encode("utf-8"))
        made += 1
    for name, (file, _) in pictures().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        put(folder / name, file.read_bytes())
    there = {**files_of("web.draw"), **files_of("web.lessons")}
    for name in ("page.css", "lessons.css", "icon.svg"):
        put(folder / name, there[name][0].read_bytes())
    yield f"{folder}: {made} pages. To read them, open {index}"
    if pyodide:
        yield from add_python(folder, pyodide)


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    with replacing(path) as file:
        file.write(data)


def is_empty(folder: Path) -> bool:
    """Say whether a folder holds nothing."""
    return next(folder.iterdir(), None) is None


def pages() -> Iterator[tuple[str, str, str]]:
    """Yield name, title and text of each page: the list, the lessons, the exercises."""
    language = speech.language()
    for name in ["README", *lesson_names()]:
        html, _ = markdown.page(text_in(name, language), address)
        yield "index" if name == "README" else name, title(html), html
    read, file = said("Read the lesson"), said("This is the file")
    for exercise in all_exercises():
        heading = f"{exercise.number} · {exercise.title}"
        lesson = address(exercise.lesson.split("/")[-1]) or ""
        yield exercise.name, heading, (
            f"<h1>{escape(heading)}</h1>\n"
            f'<p><a href="{lesson}">{read}</a>. {file} '
            f"<code>{exercise.file_name}</code>:</p>\n"
            f"<pre><code>{escape(stubs.stub(exercise.solution))}</code></pre>"
        )


def add_python(folder: Path, pyodide: Path) -> Iterator[str]:
    """Put the page where blocks run beside the others, and Pyodide with it."""
    needed = [path for path in pyodide.iterdir() if PYODIDE.fullmatch(path.name)]
    (folder / "pyodide").mkdir(exist_ok=True)
    for path in needed:
        put(folder / "pyodide" / path.name, path.read_bytes())
    shared = {name: files_of("web.draw")[name] for name in SHARED}
    scripts = {**files_of("web.lessons"), **shared}
    scripts["server.js"] = scripts.pop("pyodide-server.js")
    for name, (file, _) in scripts.items():
        if name.endswith(".js"):
            put(folder / name, file.read_bytes())
    page = (files("purenet.web.lessons") / "lessons.html").read_text(encoding="utf-8")
    page = re.sub(r'.*href="\./".*\n', "", page)
    put(folder / "run.html", page.encode("utf-8"))
    for line in pack(folder / "purenet.pyz"):
        yield line.split(" Run it")[0]
    yield f"To run them, serve {folder} and open run.html there."
