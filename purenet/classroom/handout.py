"""The lessons and the whole package, to hand on to a class.

In a checkout the lessons lie beside the package, where it was installed
inside it. From either they can be laid out in a folder, and all of purenet
can be packed into one file that Python runs as it is.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from purenet.classroom.exercises import lessons_folder
from purenet.console.replacing import replacing

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MAIN = b"import sys\n\nfrom purenet.__main__ import main\n\nsys.exit(main())\n"


def lay_out(folder: Path) -> Iterator[str]:
    """Copy the lessons into a folder, and yield a line for what was done.

    What is there already stays as it is: it may be somebody's work.
    """
    copied = kept = 0
    for name, source in entries(lessons_folder()):
        target = folder / name
        if target.exists():
            kept += 1
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as file:
            file.write(source.read_bytes())
        copied += 1
    yield f"{folder}: {copied} files of lessons laid out."
    if kept:
        yield f"{kept} were there already and were left as they are."


def pack(path: Path) -> Iterator[str]:
    """Write all of purenet into one zip file that `python3 FILE` runs.

    Raise ValueError for a file of another kind, which would be lost.
    """
    if path.exists() and path.suffix != ".pyz":
        raise ValueError(f"{path} is there already, and no .pyz: name another file")
    with replacing(path) as file, zipfile.ZipFile(
        file, "w", zipfile.ZIP_DEFLATED
    ) as archive:
        _add(archive, "__main__.py", MAIN)
        for name, source in entries(files("purenet")):
            if not name.startswith("lessons/"):
                _add(archive, f"purenet/{name}", source.read_bytes())
        for name, source in entries(lessons_folder()):
            _add(archive, f"purenet/lessons/{name}", source.read_bytes())
    yield f"{path}: {path.stat().st_size:,} bytes. Run it: python3 {path.name}"


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, data)


def entries(
    folder: Path | Traversable, before: str = ""
) -> Iterator[tuple[str, Path | Traversable]]:
    """Yield the files below a folder in order, each with its name from there.

    >>> "README.md" in [name for name, source in entries(lessons_folder())]
    True
    """
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from entries(entry, f"{before}{entry.name}/")
        elif not entry.name.endswith(".pyc"):
            yield before + entry.name, entry
