"""Processes that share work, and end with the program that has started them.

>>> from purenet.console.workers import Workers  # where its processes find it
>>> with Workers(2) as workers:
...     list(workers.map(abs, [-1, 2, -3]))
[1, 2, 3]
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, parent_process
from typing import Any, Callable

from purenet.words import say


class Workers(ProcessPoolExecutor):
    """A pool of so many processes, each begun with a call of `begin`.

    They end with this program, however it ends, and where an error, or Ctrl-C,
    ends the `with` block: at once, whatever they are doing.
    """

    def __init__(
        self, count: int, begin: Callable[..., object] = int, *given: object
    ) -> None:
        if not sys.executable:
            raise OSError(say("this Python does not know its own file"))
        count = min(count, 61)  # more, Windows cannot wait for
        super().__init__(count, get_context("spawn"), partial(_begin, begin, *given))
        # All at once, by the first: one by one, PyPy 3.9 has no method for.
        self._safe_to_dynamically_spawn_children = False
        with contextlib.ExitStack() as begun, _later():
            begun.push(self)  # to end the first where the second cannot begin
            for _ in range(count):
                self.submit(int)  # starts a process
            begun.pop_all()

    def __exit__(self, kind: Any, *error: Any) -> bool | None:
        said = threading.excepthook
        if kind:
            # What is still sent is read by nobody; and before Python 3.12 the thread
            # that looks after it stumbles over what was cancelled.
            self._call_queue.cancel_join_thread()  # type: ignore[attr-defined]
            threading.excepthook = lambda _: None
            for process in [*(self._processes or {}).values()]:
                process.kill()
        try:
            return super().__exit__(kind, *error)
        finally:
            threading.excepthook = said


@contextlib.contextmanager
def _later() -> Iterator[None]:
    """Hear Ctrl-C only after this: processes that start meanwhile never do."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # else it would let Ctrl-C through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(begin: Callable[..., object], *given: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the owner's to say
    threading.Thread(target=_end_with_owner, daemon=True).start()
    begin(*given)


def _end_with_owner() -> None:
    owner = parent_process()
    assert owner
    owner.join()
    os._exit(1)
