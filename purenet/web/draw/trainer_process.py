"""The page's end of learning: starts `trainer`, and keeps what it said last.

It is a process of its own: Python runs one thread at a time, and a digit should
be read at once while a network learns.
"""

from __future__ import annotations

import contextlib
import contextvars
import json
import threading
import time

from purenet.console.child import Child
from purenet.network import Network
from purenet.web.asked import Message
from purenet.web.draw import networks
from purenet.words import say

ABSENCE = 3.0  # seconds without a question, after which learning pauses


class Training:
    """What is known of the network that learns.

    state: the trainer's last report; version: how many there have been;
    network, numbers: how it looks and what it is; None before there is one.
    """

    def __init__(self) -> None:
        self.state: Message = {"running": False}
        self.network: Message | None = None
        self.numbers: Message | None = None
        self.version = 0
        self.asked_at = time.monotonic()
        self._process: Child | None = None
        self._changed = threading.Condition()
        self._own: Network | None = None

    def order(self, message: Message) -> None:
        """Tell the trainer what to do, and start it if it isn't there."""
        with self._changed:
            self.asked_at = time.monotonic()
            if self._process is None or self._process.ended():
                try:
                    self._process = Child("purenet.web.draw.trainer.main")
                except OSError as error:
                    words = say("Learning needs a process of its own: {}", error)
                    self._keep({"state": {"running": False, "error": words}})
                    return
                listen = contextvars.copy_context().run  # in the page's language
                work = (self._listen, self._process)
                threading.Thread(target=listen, args=work, daemon=True).start()
            with contextlib.suppress(OSError, ValueError):  # ended: _listen says so
                self._process.tell(json.dumps(message))

    def wait(self, version: int, seconds: float = 1.0) -> Message:
        """Return the state as soon as there is another than this version."""
        with self._changed:
            self.asked_at = time.monotonic()
            self._changed.wait_for(lambda: self.version != version, seconds)
            return {**self.state, "version": self.version}

    def own(self) -> Network | None:
        """Return the network that learns, as it was last reported."""
        with self._changed:
            if self.numbers and self._own is None:
                self._own = networks.from_numbers(**self.numbers)
            return self._own

    def look(self) -> None:
        """Pause where nobody has asked for a while: the page is closed."""
        with self._changed:
            absent = time.monotonic() - self.asked_at > ABSENCE
            busy = self.state["running"] or self.state.get("drawing")
        if absent and busy:
            self.order({"do": "pause"})

    def close(self) -> None:
        """End the trainer."""
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def _listen(self, process: Child) -> None:
        for line in iter(process.line, b""):
            if line.endswith(b"\n"):  # else it was ended in the middle of it
                self._keep(json.loads(line))
        process.close()
        if self._process is process:
            message = say("The process that learns has ended; start it again.")
            self._keep({"state": {"running": False, "error": message}})

    def _keep(self, message: Message) -> None:
        with self._changed:
            if "state" in message:
                self.state = message["state"]
            else:
                self.state = {**self.state, "drawing": message["drawing"]}
            if "network" in message:
                self.network, self.numbers = message["network"], message["numbers"]
                self._own = None
            self.version += 1
            self._changed.notify_all()
