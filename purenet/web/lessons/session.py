"""A learner's Python behind the page: one process for each tab that is open.

It is started when the first block runs, keeps its names until the tab begins anew,
and can be stopped whatever it does. What it says is read as strangers' words.

>>> session = Session()
>>> list(session.run("print(6)"))[0], list(session.run("7"))[0]["told"]["shown"]
({'printed': '6\\n'}, '7\\n')
>>> session.close()
"""

from __future__ import annotations

import contextlib
import json
import signal
import threading
from collections.abc import Iterator
from subprocess import DEVNULL
from typing import Any, Callable

from purenet.console.child import HOUR, Child, started
from purenet.web.asked import Message
from purenet.web.lessons import blocks
from purenet.web.lessons.blocks import Told
from purenet.words import say

MOST = 8  # sessions at once; the one that was asked longest ago is closed
_BEGIN = """import purenet.{} as _
globals().update((name, told) for name, told in vars(_).items() if name[:2] != "__")"""
_KINDS = {"printed": str, "shown": str, "error": str, "line": int, "picture": str}
_LONGEST_LINE = 2_000_000  # bytes of what came of one statement


class Session:
    """A process that runs blocks, or this one where the system has no others.

    module: whose names they know from the start; hear: in this process, is called
    with what they print, at once.
    """

    hear: Callable[[str], object] = id

    def __init__(self, module: str = "") -> None:
        self.child = started(Child, f"{blocks.__name__}.main", stderr=DEVNULL)
        self.lock = threading.Lock()
        self.names: dict[str, Any] = {"__name__": "__main__"}  # where there is no child
        if module:
            list(self.run(_BEGIN.format(module.replace("/", "."))))

    def run(self, source: str) -> Iterator[Message]:
        """Run a block; yield what is "printed", and what is "told" of each statement.

        Where the process has "ended" that comes last, with "why", perhaps "".
        """
        with self.lock:
            if not self.child:
                heard = type(self).hear
                yield from ({"told": t} for t in blocks.run(source, self.names, heard))
                return
            try:
                self.child.tell(json.dumps(source))
                while (told := checked(self.child.line(_LONGEST_LINE))) is not None:
                    yield {"printed" if isinstance(told, str) else "told": told}
            except (OSError, ValueError):
                self.child.close()
                late = self.child.process.returncode == -getattr(signal, "SIGXCPU", 0)
                words = "After {:,} s of processor time it was stopped."
                yield {"ended": True, "why": say(words, HOUR) if late else ""}

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self.child:
            self.child.close()


def checked(line: bytes) -> Told | str | None:
    """Return what a line tells of a statement, or was printed; None for a block's end.

    ValueError for anything else: learners' code can write anywhere.
    """
    told = None
    with contextlib.suppress(RecursionError):
        if (told := json.loads(line)) is None or isinstance(told, str):
            return told
    kinds = {name: type(told[name]) for name in told} if type(told) is dict else None
    if kinds != _KINDS:
        raise ValueError("not what a block tells")
    return told


class Sessions:
    """The sessions of all tabs, by the tab's name."""

    def __init__(self) -> None:
        self.open: dict[str, Session] = {}
        self.lock = threading.Lock()

    def of(self, tab: str, module: str = "") -> Session:
        """Return the session of a tab; a new one, with a module's names, if need be."""
        with self.lock:
            session = self.open.pop(tab, None)
            if session and session.child and session.child.ended():
                session.close()
                session = None
            if session is None:
                while len(self.open) >= MOST:
                    self.open.pop(next(iter(self.open))).close()
                session = Session(module)
            self.open[tab] = session
            return session

    def stop(self, tab: str) -> None:
        """End a tab's session, whatever it is doing."""
        with self.lock:
            session = self.open.pop(tab, None)
        if session:
            session.close()

    def close(self) -> None:
        """End them all."""
        for tab in list(self.open):
            self.stop(tab)
