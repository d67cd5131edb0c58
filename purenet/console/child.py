"""A Python of ours in a process of its own: how it is started, and ended.

It finds this very purenet, be it a checkout, installed or one file (.pyz).
Lines go in and come out. Ctrl-C in the terminal does not reach it: who has
started it ends it, and with it all that it has started itself. Where its owner
ends without a word (SIGKILL, a closed terminal), a guard does the same at once.

>>> with Child("-c", "print(input()[::-1])") as child:
...     child.tell("drow")
...     print(child.line().decode().strip())
word
>>> child.close(), child.ended()
(None, True)
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import purenet

# The same on every machine: the order of sets, the encoding, and lines at once.
_SETTINGS = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
# A session, or a group, of its own: neither Ctrl-C nor a terminal's end reaches it.
_APART: dict[str, Any] = {
    "start_new_session": os.name == "posix",
    "creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
}
# What a shell waits for, and then does to a process and all in its group: a line
# from us, or that nobody is there any more who could write one, however we ended.
# It is a shell, so that nothing a learner's Python does can hold it up.
_GUARDS = {"posix": "read x; kill -9 -{}", "nt": "set /p x= & taskkill /F /T /PID {}"}
HOUR = 3600  # seconds


def _environment() -> dict[str, str]:
    """Return the variables with which a child finds this purenet before others."""
    home = str(Path(purenet.__file__).resolve().parents[1])  # a folder, or a .pyz
    paths = [home, os.environ.get("PYTHONPATH", "")]
    found = os.pathsep.join(filter(None, paths))
    return {**os.environ, **_SETTINGS, "PYTHONPATH": found}


class Child:
    """A Python with these arguments; leave the `with` block to end it.

    python: which one; stderr: as for Popen; more: variables of its environment.
    Raise OSError where it cannot be started.
    """

    def __init__(
        self,
        *arguments: str,
        python: str = sys.executable,
        stderr: int | None = None,
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.process: subprocess.Popen[bytes] = subprocess.Popen(
            [python, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env={**_environment(), **(more or {})},
            **_APART,
        )
        self._guard = subprocess.Popen(
            _GUARDS[os.name].format(self.process.pid),
            shell=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **_APART,
        )

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def tell(self, text: str) -> None:
        """Send a line. Raise OSError or ValueError where it has ended."""
        assert self.process.stdin
        self.process.stdin.write(text.encode() + b"\n")
        self.process.stdin.flush()

    def line(self, longest: int = -1) -> bytes:
        """Return its next line, or so many bytes of it; b"" where it has ended."""
        assert self.process.stdout
        return self.process.stdout.readline(longest)

    def ended(self) -> bool:
        """Say whether it has ended."""
        return self.process.poll() is not None

    def close(self) -> None:
        """End it at once, and what it has started."""
        assert self.process.stdin and self.process.stdout
        if self.process.stdin.closed:  # its number may be another's by now
            return
        with contextlib.suppress(OSError, ValueError):  # a thread has told it already
            self._guard.communicate(os.linesep.encode())
        self._guard.wait()
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            # In a thread: a pipe that somebody reads cannot be closed before its
            # end, and what has left the group may hold the other end for ever.
            closing = threading.Thread(target=_close, args=[pipe], daemon=True)
            closing.start()
            closing.join(1.0)


def _close(pipe: object) -> None:
    with contextlib.suppress(OSError, ValueError):
        pipe.close()  # type: ignore[attr-defined]


def limit(what: str, most: int) -> None:
    """Let this process have so much and no more, where the system can.

    what: "RLIMIT_AS", in bytes, or "RLIMIT_CPU", in seconds from now on: each piece
    of work may get its own. On Linux the clock of a process that has a limit on its
    time goes in steps of some milliseconds.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):  # not on Windows
        import resource

        number, hard = getattr(resource, what), most
        if what == "RLIMIT_CPU":
            most += int(time.process_time())
            hard = resource.getrlimit(number)[1]  # the next may be higher
        resource.setrlimit(number, (most, hard))
