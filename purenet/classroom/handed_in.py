"""What a class has handed in: folders and zip files, in any order and state.

Nothing in them gives a name to a file of ours, and nothing bad in one keeps
the others from being looked at: it is said in the line of its learner.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Callable, NamedTuple
from unicodedata import normalize

from purenet.classroom.exercises import Exercise
from purenet.classroom.stubs import untouched
from purenet.data import DataError
from purenet.data.npz import DAMAGE, check_list
from purenet.words import harmless, languages, reason, say

# Bytes of a file, of all that is read of a learner, of a class, of a zip file's list.
LONGEST, MOST, MOST_OF_ALL, LISTED = 10_000_000, 100_000_000, 1_000_000_000, 8_000_000
# Zip files in zip files, a learner's files, versions of an exercise that are tried.
DEEPEST, FILES, VERSIONS = 3, 20_000, 4
ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz")
# Folders of a learner's, and not of one each.
_OURS = {"exercises", "lessons", "images", "purenet", "solutions", *languages()}
_ASIDE = ".csv", ".ini", ".db"  # a table of ours, what Windows puts into folders
# Moodle's Name_ID_assignsubmission_file_work.zip, Canvas's name_ID_ID_work.zip
_SENT = re.compile(
    r"(.+?)(?:_late)?_(\d+)_(?:assignsubmission_[a-z]+_|\d+_(?=.+\.\w+$))(.*)", re.I
)
# How names may be written that are not in UTF-8: in Latin ones if all are letters.
_LATIN = "cp437", "cp850"
_ENCODINGS = "cp437", "gb2312", "cp850"
# What a copy's name ends with: 01_festival (1).py, 01_festival - Copy.py
_COPY = r"(?i)^[ _-]*(copy|copie|kopie|copia|副本|複製)?[ (（-]*\d*[)）]?$"


class Learner(NamedTuple):
    """A name, a folder for each version of the work, what was not read, a remark."""

    name: str
    folders: list[Path]
    unread: str
    remark: str


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
        return self.name.lower().endswith(ARCHIVES)


class _Names:
    """Which exercise a file is of, and whose, going by its name."""

    def __init__(self, exercises: Sequence[Exercise]) -> None:
        names = "|".join(exercise.name.replace("_", "[ _-]+") for exercise in exercises)
        pattern = rf"(.*?)(?<![a-z0-9])({names})(?![a-z0-9])(.*?)(\.py|\.py\.txt|)"
        self._pattern = re.compile(pattern, re.I)

    def __call__(self, file: _File) -> tuple[str, str, bool]:
        """Return the exercise and its owner, "" for none, and whether it is read."""
        found = self._pattern.fullmatch(file.parts[-1] if file.parts else "")
        if not found:
            return "", "", False
        before, exercise, after, ending = found.groups()
        whose = before + ("" if re.match(_COPY, after) else after) if ending else ""
        name = re.sub("[ _-]+", "_", exercise).lower()
        return name, whose.strip(" _-"), bool(ending)


def learners(
    handed_in: Sequence[Path], exercises: Sequence[Exercise], desk: Path
) -> tuple[list[Learner], list[str]]:
    """Return the learners, and the names of files beside them, which are nobody's.

    handed_in: a folder or a zip file for each learner, with the files in it or
    further down; or a single one that is the class's, as Moodle, Canvas, Google
    Classroom or a teacher put it together. desk: where the work is laid out.
    """
    found: dict[str, Learner] = {}
    names, left, strays = _Names(exercises), MOST_OF_ALL, []
    for number, (short, long, files) in enumerate(_by_learner(handed_in, names)):
        if not short:
            named = (harmless(file.name, "") for file in files)
            strays = [name for name in named if not name.lower().endswith(_ASIDE)]
            continue
        hand_in = _HandIn(names, min(left, MOST))
        hand_in.take(files)
        left -= min(left, MOST) - hand_in.left
        name = harmless(short if short not in found else long, "")
        while name in found:  # of names that look the same
            name += "'"
        place = desk / f"learner {number}"
        found[name] = hand_in.laid_out(name, exercises, place)
    return list(found.values()), strays


def _by_learner(
    places: Sequence[Path], names: _Names
) -> Iterator[tuple[str, str, Iterable[_File]]]:
    """Yield a short and a long name of each learner, and the files; "" of nobody."""
    if len(places) == 1:
        files = _inside(_File((), places[0])) or []
        groups, strays = _grouped(files, names)
        whose = [who for who, _ in groups]
        for (who, number), mine in sorted(groups.items()):
            yield who if whose.count(who) < 2 else f"{who}_{number}", who, mine
        if groups:
            yield "", "", strays
            return
        if not any(names(file)[0] for file in files):
            nothing = "{}: no folder, no zip file and no exercise in it"
            raise DataError(nothing, places[0])
    for place in places:
        name = place.stem if place.is_file() else place.absolute().name
        yield name, str(place), [_File((), place)]


def _grouped(
    files: Sequence[_File], names: _Names, depth: int = 0
) -> tuple[dict[tuple[str, str], list[_File]], list[_File]]:
    """Return the files of each learner, by name and number, and nobody's."""
    groups: dict[tuple[str, str], list[_File]] = {}
    strays, sure = [], False
    for file in files:
        top, *rest = file.parts
        sent, whose = _SENT.fullmatch(top), names(file._replace(parts=(top,)))[1]
        if sent:
            key = sent[1], sent[2]
            rest = [part for part in (sent[3], *rest) if part] or [""]
        elif rest or file.is_archive:
            key, rest = (top if rest else Path(top).stem, ""), rest or [top]
        elif whose:
            key, rest = (whose, ""), [top]
        else:
            strays += [file] if top else []
            continue
        groups.setdefault(key, []).append(file._replace(parts=tuple(rest)))
        sure = sure or bool(sent or file.parts[1:] or file.is_archive)
    owners = {who.lower() for who, _ in groups}
    lone = any(names(file)[0] for file in strays) and not sure
    if owners <= _OURS or lone and (depth or len(owners) == 1):
        return {}, strays
    if len(groups) == 1 and not min(groups)[1] and depth < DEEPEST:
        # Is it a folder, or a zip file, of the class?
        mine = [file for file in groups[min(groups)] if file.parts[-1]]
        with contextlib.suppress(DataError):
            inside = (len(mine) == 1 and _inside(mine[0])) or groups[min(groups)]
            inner, more = _grouped(inside, names, depth + 1)
            if len(inner) > 1 and not _OURS & {who.lower() for who, _ in inner}:
                return inner, strays + more
    return groups, strays


class _HandIn:
    """What one learner has handed in.

    left: how many bytes may be read; versions: of each exercise, when it was saved
    and what is in it; unread: files that were not, and why; other: those of nothing.
    """

    def __init__(self, names: _Names, left: int) -> None:
        self.names, self.left, self.seen = names, left, 0
        self.versions: dict[str, list[tuple[tuple[int, ...], bytes]]] = {}
        self.unread: list[str] = []
        self.other: list[str] = []

    def take(self, files: Iterable[_File], depth: int = 0) -> None:
        """Read the files of exercises, also those in zip files."""
        for file in files:
            self.seen += 1
            if self.seen > FILES:
                break
            try:
                self._take(file, depth)
            except DataError as error:
                self.unread.append(str(error))
            except OSError as error:
                self.unread.append(say("{}: {}", file.name, reason(error)))

    def _take(self, file: _File, depth: int) -> None:
        exercise, _, is_read = self.names(file)
        if "solutions" in file.parts:  # of the lessons, not the learner's
            return
        if depth > DEEPEST:
            raise DataError("{}: a zip file too deep in others", file.name)
        inside = _inside(file, self.read)
        if inside is not None:
            self.take(inside, depth + 1)
        elif is_read:
            data = self.read(file)
            self.versions.setdefault(exercise, []).append((file.when, data))
        elif exercise and ".py" not in file.parts[-1]:
            self.unread.append(file.name)
        elif file.parts[-1]:
            self.other.append(file.name)

    def read(self, file: _File) -> bytes:
        """Return what is in a file, if that is not more than there is left."""
        if file.size > LONGEST:
            raise DataError("{}: more than {:,} bytes", file.name, LONGEST)
        data = file.read() if self.left > 0 else b""
        self.left -= len(data)
        if self.left <= 0:
            raise DataError("{}: more than {:,} bytes of files", file.name, MOST)
        return data

    def laid_out(
        self, name: str, exercises: Sequence[Exercise], place: Path
    ) -> Learner:
        """Lay out the versions of each exercise that were worked on, newest first."""
        folders, twice = [place / "1"], []
        folders[0].mkdir(parents=True)
        for exercise in exercises:
            saved = sorted(self.versions.get(exercise.name, []), reverse=True)
            all_ = [*dict.fromkeys(data for _, data in saved)]
            if len(all_) > 1:
                begun = [x for x in all_ if not untouched(x, exercise.solution)]
                all_ = begun[:VERSIONS] or all_[:1]
            for number, data in enumerate(all_):
                if number == len(folders):
                    folders.append(place / str(number + 1))
                    folders[number].mkdir()
                (folders[number] / exercise.file_name).write_bytes(data)
            twice += [exercise.number] if len(all_) > 1 else []
        unread = self.unread if self.versions else self.unread + self.other
        remarks = [] if self.versions else [say("no file of an exercise")]
        if twice:
            several = "several versions, the best counts: {}"
            remarks.append(say(several, " ".join(twice)))
        if self.seen > FILES:
            unread.append(say("more than {:,} files", FILES))
        if len(unread) > 3:
            unread[3:] = [say("and {:,} more", len(unread) - 3)]
        said = (harmless("; ".join(lines), "") for lines in (unread, remarks))
        return Learner(name, folders, *said)


def _inside(
    file: _File, read: Callable[[_File], bytes] | None = None
) -> list[_File] | None:
    """Return the files in a folder or a zip file; None for another file."""
    if file.path and file.path.is_dir():
        found = list(_in_folder(file.path))
    elif file.is_archive and (file.parts or file.path.is_file()):
        if not file.name.lower().endswith(".zip"):
            raise DataError("{}: only folders and zip files are read", file.name)
        read = read or _HandIn(_Names([]), MOST_OF_ALL).read
        found = list(_in_zip(file.name, file.path or read(file)))
    elif file.parts:
        return None
    else:
        raise DataError("{} is no folder and no zip file", file.path)
    if not found:
        raise DataError("{}: nothing is in it", file.name)
    return found


def _in_folder(folder: Path) -> Iterator[_File]:
    paths = sorted(folder.rglob("*"))
    names = [os.fsencode(path.relative_to(folder)) for path in paths]
    for path, parts in zip(paths, _parts(names)):
        with contextlib.suppress(OSError):  # one may not look into it
            if parts and path.is_dir():
                yield _File((*parts, ""))
            elif parts and path.is_file():
                seen = path.stat()
                when = time.localtime(seen.st_mtime)[:6]
                yield _File(parts, path, when, seen.st_size, path.read_bytes)


def _in_zip(name: str, file: Path | bytes) -> Iterator[_File]:
    with _blamed(name):
        with file.open("rb") if isinstance(file, Path) else io.BytesIO(file) as opened:
            check_list(opened, LISTED)
        archive = zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file)
        infos = archive.infolist()
    # Python takes a name for cp437 where it is not said to be in UTF-8.
    raw = [
        info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437")
        for info in infos
    ]
    for info, parts in zip(infos, _parts(raw)):
        if parts:
            folder = ("",) if info.filename.endswith(("/", "\\")) else ()
            read = partial(_unpacked, archive, info, parts[-1])
            yield _File(parts + folder, None, info.date_time, info.file_size, read)


def _parts(names: Sequence[bytes]) -> Iterator[tuple[str, ...]]:
    """Yield the parts of each name, in whatever encoding these are; none of junk.

    >>> [*_parts(["王/1".encode("gbk"), b"__MACOSX/1"]), *_parts([b"M\\x81ller"])]
    [('王', '1'), (), ('Müller',)]
    """
    odd = b"\0".join(name for name in names if not _reads(name, "utf-8"))
    encoding = next(filter(partial(_reads, odd), _ENCODINGS), "gbk")
    for name in names:
        text = name.decode("utf-8" if _reads(name, "utf-8") else encoding, "replace")
        parts = re.split(r"[\\/]", normalize("NFC", text.split("\0")[0]))
        parts = [part for part in parts if part not in ("", ".", "..")]
        junk = any(part.startswith((".", "~$", "__")) for part in parts)
        yield () if junk else tuple(parts)


def _reads(name: bytes, encoding: str) -> bool:
    try:
        text = name.decode(encoding)
    except UnicodeDecodeError:
        return False
    return encoding not in _LATIN or all(c.isascii() or c.isalpha() for c in text)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    if info.flag_bits & 1:
        raise DataError("{}: locked with a password", name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise DataError("{}: packed in a way that is not read here", name)
    with _blamed(name), archive.open(info) as file:
        return file.read(info.file_size)  # and no more, whatever is in it


@contextlib.contextmanager
def _blamed(name: str) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, *DAMAGE) as error:
        raise DataError("{}: the zip file is damaged ({})", name, error) from None
