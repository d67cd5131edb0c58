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
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

# Who writes adds to the file more often than every so many seconds.
STALE = 3600.0


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes the place of `path` when it is whole.

    Where an error is raised meanwhile, `path` stays as it was. Raise OSError
    where it is something else than a file, or may not be changed.

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
        raise OSError(errno.EINVAL, "it is a folder or a device", str(path))
    if path.exists() and not os.access(path, os.W_OK):
        raise OSError(errno.EACCES, "the file may not be changed", str(path))
    _clear_away(path.parent)
    part = path.with_name(f".purenet-{secrets.token_hex(8)}.part")
    try:
        with part.open("x+b") as file:
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


def _clear_away(folder: Path) -> None:
    """Remove what was begun long ago in this folder, and never finished."""
    with contextlib.suppress(OSError):
        for part in folder.glob(".purenet-*.part"):
            if time.time() - part.lstat().st_mtime > STALE:
                part.unlink()


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
        raise OSError(f"{path} cannot be written: it is a folder")
    if place.exists() and not place.is_file():
        raise OSError(f"{path} cannot be written: it is no ordinary file")
    if place.exists() and not os.access(place, os.W_OK):
        raise OSError(f"{path} cannot be written: the file may not be changed")
    if not folder.is_dir():
        raise OSError(f"{path} cannot be written: there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        raise OSError(f"{path} cannot be written: the folder may not be changed")
