"""Write a file whole or not at all.

What is written goes into a new file beside the one that is meant, is brought
to the disk, and takes the other's name only then: whatever happens on the
way, the old file or the new one is there, never a part.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes the place of `path` when it is whole.

    Where an error is raised meanwhile, `path` stays as it was. Raise OSError
    where it is something else than a file.

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
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("x+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk, where the system can."""
    if os.name == "posix":
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
