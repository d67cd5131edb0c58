"""The lessons as files for any web server, or to be opened from a disk.

Text, pictures, exercises and sources are to be read; no Python is asked for. With
Pyodide, Python for browsers, which the user brings (an npm package of that name),
blocks run on the same pages and exercises are checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from purenet.classroom.exercises import taught
from purenet.classroom.handout import pack
from purenet.console.replacing import write as put
from purenet.web.invitation import leading_to
from purenet.web.lessons.texts import lesson_names, place
from purenet.web.pages import all_files
from purenet.words import say

# What Pyodide needs to start; it is loaded from the same place as the page.
PYODIDE = re.compile(r"pyodide(\.asm)?\.(mjs|js|wasm)|python_stdlib\.zip|.*-lock\.json")


def write(
    folder: Path, pyodide: Path | None = None, solutions: bool = True
) -> Iterator[str]:
    """Write the lessons, and Pyodide if given, to a folder; yield what was done."""
    index = folder / "index.html"
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise ValueError(say("{} is there already: name a folder that is new", folder))
    if not lesson_names():
        raise ValueError(say("the lessons are not here: only the package is"))
    if pyodide and not (pyodide / "pyodide.mjs").is_file():
        words = "{}: no pyodide.mjs there; npm's pyodide has one"
        raise ValueError(say(words, pyodide))
    leads = leading_to(place("index", taught()), "shared/icon.svg")
    _put(index, leads.encode())
    there = all_files()
    behind = "pyodide-server" if pyodide else "no-server"
    there["shared/server.js"] = there[f"shared/{behind}.js"]
    pages = 0
    for name, (kind, read) in there.items():
        if name.endswith("/") or name.startswith("draw/"):
            continue
        data = read()
        if kind == "text/html":
            data = re.sub(rb'.*href="[./]*draw/".*\n', b"", data)
            pages += 1
        _put(folder / name, data)
    yield say("{}: {} pages. To read them, open {}", folder, pages, index)
    if pyodide:
        for path in pyodide.iterdir():
            if PYODIDE.fullmatch(path.name):
                _put(folder / "pyodide" / path.name, path.read_bytes())
        list(pack(folder / "purenet.pyz", solutions))  # what it says is for another
        yield say("To run them, serve {} and open it there.", folder)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    put(data, path)
