"""The lessons and the package, to hand on: in a folder, or in one file."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from purenet import words
from purenet.classroom import stubs
from purenet.classroom.exercises import (
    FINDER,
    all_exercises,
    exercises_in,
    lessons_folder,
    solutions_folder,
)
from purenet.console.programs import python, quoted, typed
from purenet.console.replacing import check_place, keep, move, write
from purenet.words import files, say

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PACK = "purenet.commands.pack"
_MAIN = "import sys\n\nfrom purenet.__main__ import main\n\nsys.exit(main())\n"
_SPEAK = 'import os\n\nos.environ.setdefault("PURENET_LANG", "{}")\n'


def lay_out(folder: Path, solutions: bool = True) -> Iterator[str]:
    """Copy the lessons into a folder, and yield a line for what was done.

    What is there already stays as it is: it may be somebody's work. Out of a .pyz the
    package is laid beside the lessons, so that all they print can be typed there.
    """
    withheld = stubs.is_withheld(all_exercises()[0].solution)
    lessons = {
        folder / name: data
        for name, data in _lessons()
        if solutions and not withheld or not name.startswith("solutions/")
    }
    missing = [target for target in lessons if not target.exists()]
    for target in missing:
        target.parent.mkdir(parents=True, exist_ok=True)
        write(lessons[target], target)
    yield say("{}: {} files of lessons laid out.", folder, len(missing))
    there = len(lessons) - len(missing)
    if there:
        yield say("{} were there already and were left as they are.", there)
    if not solutions and not withheld:
        shown = "The folder of solutions is left out, but {} shows them."
        yield say(shown, "--solution")
        yield say("A file without any is made by {}", typed(PACK, "--no-solutions"))
    if not Path(str(files("purenet"))).is_dir():
        yield from _lay_out_package(folder.absolute().parent)


def _lay_out_package(folder: Path) -> Iterator[str]:
    """Copy the package into a folder where it is not, whole or not at all."""
    target = folder / "purenet"
    if target.exists():
        yield say("{} was there already and was left as it is.", target)
        return
    with tempfile.TemporaryDirectory(prefix=".purenet-", dir=folder) as part:
        whole = Path(part, "purenet")
        for name, source in _entries(files("purenet")):
            (whole / name).parent.mkdir(parents=True, exist_ok=True)
            (whole / name).write_bytes(source.read_bytes())
        move(whole, target)
    run = f"{python()} -m purenet"
    yield say("{}: the package, for `import purenet` and {}.", target, run)


def pack(path: Path, solutions: bool = True) -> Iterator[str]:
    """Write all of purenet into one zip file that `python3 FILE` runs.

    Packed where another language than English is spoken, it speaks that to whoever gets
    it. Raise OSError for a file that would be lost.
    """
    check_place(path, b"PK(?=.*__main__)(?=.*purenet/)")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        language = words.language()
        speak = _SPEAK.format(language) if language != words.ENGLISH else ""
        _add(archive, "__main__.py", (speak + _MAIN).encode("utf-8"))
        for name, source in _entries(files("purenet")):
            if not name.startswith("lessons/"):
                data = source.read_bytes()
                if name.startswith("words/") and not solutions:
                    data = _without_hints(data.decode("utf-8")).encode("utf-8")
                _add(archive, f"purenet/{name}", data)
        for name, data in _lessons():
            if re.match(r"solutions/\d.*\.py", name) and not solutions:
                data = stubs.withheld(data.decode("utf-8")).encode("utf-8")
            _add(archive, f"purenet/lessons/{name}", data)
    keep(whole := file.getvalue(), path)
    run = "{}: {:,} bytes. Run it: {} {}"
    yield say(run, path, len(whole), python(), quoted(path.name))


def _without_hints(text: str) -> str:
    """Return a text of words without the hints that are withheld."""
    for exercise in all_exercises(words.ENGLISH):
        left = stubs.hints(stubs.withheld(exercise.solution))
        for hint in {*stubs.hints(exercise.solution)}.difference(left):
            text = re.sub(rf"(?m)^{re.escape(hint)}\n.*\n", "", text)
    return text


def _lessons() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the lessons, the exercises as they are before any work."""
    for name, source in _entries(lessons_folder()):
        if "exercises/" not in name:
            yield name, source.read_bytes()
    for language in words.languages():
        if lessons_folder(language).is_dir():
            place = exercises_in(language)
            yield f"{place}/{FINDER}", (solutions_folder() / FINDER).read_bytes()
            for exercise in all_exercises(language):
                text = stubs.stub(exercise.solution)
                yield f"{place}/{exercise.file_name}", text.encode("utf-8")


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, data)


def _entries(
    folder: Path | Traversable, before: str = ""
) -> Iterator[tuple[str, Path | Traversable]]:
    """The files below a folder in order, each with its name from there."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in ("__pycache__", "making"):  # which maintainers run
                yield from _entries(entry, f"{before}{entry.name}/")
        elif not re.search(r"^\.|\.pyc$|\.kept\d+$", entry.name):  # a learner's own
            yield before + entry.name, entry
