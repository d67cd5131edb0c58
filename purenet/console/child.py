"""A Python of ours in a process of its own: how it is started, and ended.

It finds this very purenet, be it a checkout, installed or one file (.pyz), also where
Python heeds no variables (Windows' embeddable one). Ctrl-C in the terminal does not
reach it: who has started it ends it, and with it all that it has started itself. Where
its owner ends without a word (SIGKILL, a closed terminal), a guard does the same.

>>> with Child("builtins.exec", "print(input()[::-1])") as child:
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
from typing import Any, TypeVar

import purenet
from purenet.words import say

_HOME = str(Path(purenet.__file__).resolve().parents[1])  # a folder, or a .pyz
# Its first word, an empty line, comes when all is found, and before it does anything.
_BEGIN = (
    "import pkgutil, sys; sys.path.insert(0, sys.argv.pop(1)); "
    "main = pkgutil.resolve_name(sys.argv.pop(1)); print(flush=True); "
    "main(*sys.argv[1:])"
)
# The same on every machine: the order of sets, and the encoding; but names of files
# are what they are here.
_UTF8 = sys.flags.utf8_mode or os.name == "nt"
_SETTINGS = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1" if _UTF8 else "0"}
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
_Kind = TypeVar("_Kind", bound="Child")


class Child:
    """A Python that calls main with these arguments; leave the `with` to end it.

    main: its dotted name; python: which Python; stderr: as for Popen; more: variables
    of its environment. Raise OSError where no process can be started, and
    ChildProcessError where it ends before it has begun.
    """

    def __init__(
        self, main: str, *arguments: str, python: str | None = None,
        stderr: int | None = None, more: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        python = python or sys.executable
        if not python:  # in a program that has Python inside
            raise OSError(say("this Python does not know its own file"))
        self.process: subprocess.Popen[bytes] = subprocess.Popen(
            [python, "-u", "-c", _BEGIN, _HOME, main, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env={**os.environ, **_SETTINGS, **(more or {})},
            **_APART,
        )
        try:
            self._guard = subprocess.Popen(
                _GUARDS[os.name].format(self.process.pid),
                shell=True,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                **_APART,
            )
        except OSError:  # no process more: this one has no guard, and ends
            self.process.kill()
            self.process.communicate()
            raise
        if not self.line():
            self.close()
            words = "{} ended before it had begun (status {}): no fault of yours"
            raise ChildProcessError(say(words, python, self.process.returncode))

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


def started(kind: type[_Kind], *given: Any, **more: Any) -> _Kind | None:
    """Return a Child; where this Python can start no other, say so and return None."""
    try:
        return kind(*given, **more)
    except ChildProcessError:
        raise
    except OSError:
        words = "This Python can start no other: nothing stops a loop without end."
        if sys.platform != "emscripten":  # in a browser, whose page can stop it
            print(say(words), file=sys.stderr)
        return None


def limit(memory: int = 0, seconds: int = 0) -> None:
    """Let this process have so many bytes, or that much more of the processor's time.

    Linux' clock goes in steps of some ms then; macOS has no limit on memory.
    """
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        if os.name == "nt":
            from purenet.console import job

            job.limit(memory, seconds)
            return
        import resource

        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if seconds:  # the next may be higher
            most = seconds + int(time.process_time())
            hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
            resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
