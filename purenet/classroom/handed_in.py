"""What a class has handed in: folders and zip files, in any order and state.

Nothing in them gives a name to a file of ours, and nothing bad in one keeps
the others from being looked at: it is said in the line of its learner.
"""

from __future__ import annotations

import contextlib
import io
import re
import struct
import time
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Callable, NamedTuple

from purenet.classroom.exercises import Exercise
from purenet.data import DataError
from purenet.words import harmless, say

# Bytes of a file in a zip file, of all that is read of a learner, and of a class.
LONGEST, MOST, MOST_OF_ALL = 10_000_000, 100_000_000, 1_000_000_000
DEEPEST = 3  # a zip file in a learner's in the class's
ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".tgz", ".tar.gz")
# What a damaged zip file makes Python raise, with ValueError.
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError)


class Learner(NamedTuple):
    """A name, the folder with the newest file of each exercise, what is wrong."""

    name: str
    folder: Path
    trouble: str = ""


class _File(NamedTuple):
    """What was handed in; where it is by itself, and not in a zip file, `path`.

    parts: of its name, none for what was named by the teacher, and an empty
    one at the end for a folder; when: it was saved; size: in bytes.
    """

    parts: tuple[str, ...]
    path: Any = None
    when: tuple[int, ...] = ()
    size: int = 0
    read: Callable[[], bytes] = bytes

    @property
    def name(self) -> str:
        return "/".join(self.parts) or str(self.path)

    @property
    def is_archive(self) -> bool:
        endings = ARCHIVES if len(self.parts) < 2 else ".zip"
        return self.name.lower().endswith(endings)

    @property
    def exercise(self) -> str:
        """The exercise that it is of, going by its name."""
        match = re.match(r"\d\d_[a-z0-9_]+", self.parts[-1] if self.parts else "")
        return match[0] if match and self.name.endswith(".py") else ""


def learners(
    handed_in: Sequence[Path], exercises: Sequence[Exercise], desk: Path
) -> list[Learner]:
    """Return the learners, each with a folder on the desk that holds the files.

    handed_in: a folder or a zip file for each learner, with the files in it or
    further down; or a single one that is the class's, with one for each learner
    in it. Of several files of one exercise, such as a browser's `01_festival
    (1).py`, the newest counts.
    """
    names = {exercise.name for exercise in exercises}
    found: dict[str, Learner] = {}
    left = MOST_OF_ALL
    for number, (short, long, files) in enumerate(_by_learner(handed_in, names)):
        hand_in = _HandIn(names, desk / f"learner {number}", min(left, MOST))
        hand_in.take(files)
        left -= min(left, MOST) - hand_in.left
        if not hand_in.trouble and not hand_in.newest:
            hand_in.trouble = say("no file of an exercise")
        name = harmless(short if short not in found else long, "")
        while name in found:  # of names that look the same
            name += "'"
        found[name] = Learner(name, hand_in.folder, harmless(hand_in.trouble, ""))
    return list(found.values())


def _by_learner(
    places: Sequence[Path], names: set[str]
) -> Iterator[tuple[str, str, Iterable[_File]]]:
    """Yield a short and a long name of each learner, and the files."""
    if len(places) == 1:
        files = _inside(_File((), places[0]), lambda file: file.read()) or []
        groups: dict[str, list[_File]] = {}
        for file in files:
            if len(file.parts) > 1 or file.is_archive:
                groups.setdefault(file.parts[0], []).append(file)
        loose = {file.exercise for file in files if len(file.parts) == 1}
        if groups and not loose & names:
            for top, mine in sorted(groups.items()):
                is_file = len(mine[0].parts) == 1
                yield Path(top).stem if is_file else top, top, mine
            return
    for place in places:
        name = place.stem if place.is_file() else place.absolute().name
        yield name, str(place), [_File((), place)]


class _HandIn:
    """What one learner has handed in: of which exercises, into which folder.

    left: how many bytes may be read; newest: when the newest of each was saved;
    trouble: the first thing that was wrong.
    """

    def __init__(self, names: set[str], folder: Path, left: int) -> None:
        self.names, self.folder, self.left = names, folder, left
        self.newest: dict[str, tuple[int, ...]] = {}
        self.trouble = ""
        folder.mkdir()

    def take(self, files: Iterable[_File], depth: int = 0) -> None:
        """Lay out the newest file of each exercise; note what is wrong."""
        for file in files:
            of = file.exercise
            try:
                inside = _inside(file, self.read) if depth < DEEPEST else None
                if inside is not None:
                    self.take(inside, depth + 1)
                elif of in self.names and file.when >= self.newest.get(of, ()):
                    (self.folder / f"{of}.py").write_bytes(self.read(file))
                    self.newest[of] = file.when
            except DataError as error:
                self.trouble = self.trouble or str(error)
            except OSError as error:
                what = say("{}: {}", file.name, say(error.strerror or str(error)))
                self.trouble = self.trouble or what

    def read(self, file: _File) -> bytes:
        """Return what is in a file, if that is not more than there is left."""
        if file.size > LONGEST:
            raise DataError("{}: more than {:,} bytes", file.name, LONGEST)
        data = file.read() if self.left > 0 else b""
        self.left -= len(data)
        if self.left <= 0:
            raise DataError("{}: more than {:,} bytes of files", file.name, MOST)
        return data


def _inside(file: _File, read: Callable[[_File], bytes]) -> list[_File] | None:
    """Return the files in a folder or a zip file; None for another file."""
    if file.path and file.path.is_dir():
        found = list(_in_folder(file.path))
    elif file.is_archive and (file.parts or file.path.is_file()):
        found = list(_in_zip(file.name, file.path or io.BytesIO(read(file))))
    elif file.parts:
        return None
    else:
        raise DataError("{} is no folder and no zip file", file.path)
    if not found:
        raise DataError("{}: nothing is in it", file.name)
    return found


def _in_folder(folder: Path) -> Iterator[_File]:
    for top in sorted(folder.iterdir()):
        if top.name == "__MACOSX":
            continue
        for path in [top, *sorted(top.rglob("*"))]:
            parts = path.relative_to(folder).parts
            with contextlib.suppress(OSError):  # one may not look into it
                if path == top and path.is_dir():
                    yield _File((*parts, ""))
                elif path.is_file():
                    seen = path.stat()
                    when = time.localtime(seen.st_mtime)[:6]
                    yield _File(parts, path, when, seen.st_size, path.read_bytes)


def _in_zip(name: str, file: Path | io.BytesIO) -> Iterator[_File]:
    with _blamed(name):
        archive = zipfile.ZipFile(file)
        infos = archive.infolist()
    for info in infos:
        parts = re.split(r"[\\/]", info.filename)
        parts = [part for part in parts if part not in ("", ".", "..")]
        if info.filename.endswith(("/", "\\")):
            parts.append("")
        if any(parts) and parts[0] != "__MACOSX":
            read = partial(_unpacked, archive, info)
            yield _File(tuple(parts), None, info.date_time, info.file_size, read)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    name = info.filename
    if info.flag_bits & 1:
        raise DataError("{}: locked with a password", name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise DataError("{}: packed in a way that is not read here", name)
    with _blamed(name):
        return archive.read(info)


@contextlib.contextmanager
def _blamed(name: str) -> Iterator[None]:
    try:
        yield
    except (*DAMAGED, ValueError) as error:
        raise DataError("{}: the zip file is damaged ({})", name, error) from None
