"""Write a file whole or not at all.

What is written goes into a new file beside the one that is meant, is brought
to the disk, and takes the other's name only then: whatever happens on the
way, the old file or the new one is there, never a part. What a program that
was killed has left behind, a later one clears away.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from purenet.words import say

try:
    import fcntl
except ImportError:  # Windows, where a file that is open cannot be removed
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes the place of `path` when it is whole.

    Where an error is raised meanwhile, `path` stays as it was.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "notes"
    >>> with replacing(path) as file:
    ...     _ = file.write(b"seven")
    >>> with replacing(path) as file:
    ...     _ = file.write(b"eight")
    ...     raise OSError("the disk is full")
    Traceback (most recent call last):
        ...
    OSError: the disk is full
    >>> path.read_bytes(), len(list(path.parent.iterdir()))
    (b'seven', 1)
    """
    path = Path(os.path.realpath(path))  # where a link leads, not the link
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, say("it is a folder or a device"), str(path))
    if path.exists() and not os.access(path, os.W_OK):
        raise OSError(errno.EACCES, say("the file may not be changed"), str(path))
    _clear_away(path.parent)
    file, part = _begun(path)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            part.unlink()
        if isinstance(error, OSError):
            _name(error, part, path)
        raise
    _sync_folder(path.parent)


def _name(error: OSError, part: Path, path: Path) -> None:
    """Let the system's error name the file that was meant."""
    if error.errno and str(error.filename or part) == str(part):
        error.filename, error.filename2 = str(path), None


def _begun(path: Path) -> tuple[BinaryIO, Path]:
    """Return a new file beside the one that is meant, taken as long as we live."""
    while True:
        part = path.with_name(f".purenet-{secrets.token_hex(8)}.part")
        try:
            file = part.open("x+b")
        except OSError as error:
            _name(error, part, path)
            raise
        if _taken(file) and part.exists():
            return file, part
        file.close()  # another program, clearing away, was in between


def _clear_away(folder: Path) -> None:
    """Remove what was begun in this folder by programs that are gone."""
    for part in folder.glob(".purenet-*.part"):
        with contextlib.suppress(OSError):
            if fcntl is None:
                part.unlink()
                continue
            with part.open("rb") as file:
                if _taken(file):  # else somebody writes it
                    part.unlink()


def _taken(file: BinaryIO) -> bool:
    """Take a file until it is closed; False where another program has it."""
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk that knows no locks
            pass
    return True


def or_elsewhere(write: Callable[[str], object], path: str, last: str = "") -> None:
    """Write what took hours, into another folder where that fails: OSError says which.

    write: writes to the path it is given; last: what to say where none will do.
    """
    try:
        write(path)
        return
    except (OSError, ValueError) as error:
        said = str(error)
    for folder in (Path(path).parent, None):  # beside it; where temporary files go
        with contextlib.suppress(OSError):
            inside = Path(tempfile.mkdtemp(prefix="purenet-", dir=folder))
            try:
                write(str(inside / Path(path).name))
            except BaseException:
                inside.rmdir()
                raise
            last = say("It was written to {} instead", inside / Path(path).name)
            break
    raise OSError(f"{said}. {last}".rstrip(". "))


class Alone:
    """A file that only one program at a time may keep writing.

    `take` before the first time and after each time that it was written. Raise
    OSError where another program has it; where the system has no locks, never.

    >>> place = Alone("not/there/yet.json")
    >>> place.take(), place.leave()
    (None, None)
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.file: BinaryIO | None = None

    def take(self) -> None:
        """Have the file, if it is there."""
        self.leave()
        if fcntl is None or not Path(self.path).is_file():
            return
        self.file = Path(self.path).open("rb")  # noqa: SIM115
        if not _taken(self.file):
            self.leave()
            words = "{} is being written by another run: name another file, or wait"
            raise OSError(say(words, self.path))

    def leave(self) -> None:
        """Let others have it."""
        if self.file:
            self.file.close()
            self.file = None


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk, where the system can."""
    if os.name == "posix":
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)


def check_place(path: str | os.PathLike[str]) -> None:
    """Raise OSError where a file cannot be written, before hours of work.

    >>> check_place("no/such/folder/net.json")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    OSError: no/such/folder/net.json cannot be written: there is no folder ...
    """
    place = Path(os.path.realpath(path))  # where a link leads, not the link
    folder = place.parent
    if place.is_dir():
        raise OSError(say("{} cannot be written: it is a folder", path))
    if place.exists() and not place.is_file():
        raise OSError(say("{} cannot be written: it is no ordinary file", path))
    if place.exists() and not os.access(place, os.W_OK):
        raise OSError(say("{} cannot be written: the file may not be changed", path))
    if not folder.is_dir():
        raise OSError(say("{} cannot be written: there is no folder {}", path, folder))
    if not os.access(folder, os.W_OK):
        raise OSError(say("{} cannot be written: the folder may not be changed", path))
