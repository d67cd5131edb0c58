"""Lead the browser to a page, and nobody else: past what other users can see.

Whoever works on a machine can read its command lines. So a browser is started with
the name of a file, and its owner alone can read that (mode 600). In it is an address
that is answered once, with what leads on to the page; then the file is gone.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
from functools import partial
from html import escape
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

_LEADS = """<!DOCTYPE html>
<meta charset="utf-8">
<title>purenet</title>
<link rel="icon" href="{}">
<meta http-equiv="refresh" content="0; url={}">
"""


class Invitation:
    """A file that leads to a server, and a path there that is right once.

    >>> invitation = Invitation("http://127.0.0.1:8765/")
    >>> path = invitation.file.read_text().split("8765")[1].split('"')[0]
    >>> invitation.taken("/"), invitation.taken(path), invitation.taken(path)
    (False, True, False)
    >>> invitation.file.exists()
    False
    >>> Invitation("http://127.0.0.1:8765/").withdraw()  # nobody has come
    """

    def __init__(self, server: str) -> None:
        self._lock = threading.Lock()
        self._path = "/" + secrets.token_urlsafe(16)
        with _private_file() as file:
            self.file = Path(file.name)
            file.write(leading_to(server[:-1] + self._path))

    def taken(self, path: str) -> bool:
        """Say whether this is the path, asked for the first time."""
        with self._lock:
            right = secrets.compare_digest(path.encode(), self._path.encode())
            if right:
                self.withdraw()
        return right

    def withdraw(self) -> None:
        """Forget the path, and remove the file."""
        self._path = "/" + secrets.token_urlsafe(16)
        with contextlib.suppress(OSError):
            self.file.unlink()


def leading_to(address: str, icon: str = "data:,") -> str:
    """Return a page that leads a browser on; icon: so that it asks for no other."""
    return _LEADS.format(icon, escape(address))


def _private_file() -> IO[str]:
    """Return a new file that nobody else can read, to be written.

    In the home folder if possible: a browser in a sandbox (a snap) sees no other.
    """
    made = partial(NamedTemporaryFile, "w", encoding="ascii", delete=False)
    with contextlib.suppress(OSError, RuntimeError):
        return made(prefix="purenet-", suffix=".html", dir=Path.home())
    return made(prefix="purenet-", suffix=".html")
