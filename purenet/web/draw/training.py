"""The page's end of learning: starts the trainer, and keeps what it said last.

The trainer is a process of its own: Python runs one thread at a time, and a
digit should be read at once while a network learns.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Optional

import purenet
from purenet.network import Network
from purenet.web.draw import networks

ABSENCE = 3.0  # seconds without a question, after which learning pauses

Message = dict[str, Any]
Process = Optional["subprocess.Popen[str]"]


class Training:
    """What is known of the network that learns.

    state: the trainer's last report; version: how many there have been;
    network: what the page shows of the network, None before there is one.
    """

    def __init__(self) -> None:
        self.state: Message = {"running": False}
        self.network: Message | None = None
        self.version = 0
        self.asked_at = time.monotonic()
        self._process: Process = None
        self._changed = threading.Condition()
        self._unpacked: tuple[str, Network] | None = None

    def order(self, message: Message) -> None:
        """Tell the trainer what to do, and start it if it isn't there."""
        with self._changed:
            self.asked_at = time.monotonic()
            if self._process is None or self._process.poll() is not None:
                self._process = started()
                threading.Thread(
                    target=self._listen, args=(self._process,), daemon=True
                ).start()
            assert self._process.stdin
            with contextlib.suppress(OSError):  # it has ended: _listen will say so
                self._process.stdin.write(json.dumps(message) + "\n")
                self._process.stdin.flush()

    def wait(self, version: int, seconds: float = 1.0) -> Message:
        """Return the state as soon as there is another than this version."""
        with self._changed:
            self.asked_at = time.monotonic()
            self._changed.wait_for(lambda: self.version != version, seconds)
            return {**self.state, "version": self.version}

    def own(self) -> Network | None:
        """Return the network that learns, as it was last reported."""
        with self._changed:
            if self.network is None:
                return None
            numbers = self.network["numbers"]
            if self._unpacked is None or self._unpacked[0] is not numbers:
                net = networks.from_numbers(self.network["sizes"], numbers)
                self._unpacked = numbers, net
            return self._unpacked[1]

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
            hang_up(process)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(2)
            process.kill()
            process.wait()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        with process.stdout:
            for line in process.stdout:
                self._keep(json.loads(line))
        process.wait()
        hang_up(process)
        if self._process is process:
            message = "the process that learns has ended; start it again"
            told = {"running": False, "error": message, "code": "ended"}
            self._keep({"state": told})

    def _keep(self, message: Message) -> None:
        with self._changed:
            if "state" in message:
                self.state = message["state"]
            else:
                self.state = {**self.state, "drawing": message["drawing"]}
            self.network = message.get("network", self.network)
            self.version += 1
            self._changed.notify_all()


def hang_up(process: subprocess.Popen[str]) -> None:
    """Close the line to the trainer, which ends by that."""
    if process.stdin:
        with contextlib.suppress(OSError):
            process.stdin.close()


def started() -> subprocess.Popen[str]:
    """Start the trainer, with the package where this process has it from."""
    home = str(Path(purenet.__file__).parent.parent)  # a folder, or a zip file
    paths = [home, os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(
        [sys.executable, "-m", "purenet.web.draw.trainer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        start_new_session=os.name == "posix",  # Ctrl-C is for the server
    )
