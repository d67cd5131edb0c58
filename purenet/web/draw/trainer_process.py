"""What the page has: all that was made there, and the process where a network learns.

One state for all tabs, kept in a file of the user's. What learns is a process of its
own, `trainer`: Python runs one thread at a time, and a digit should be read at once
while a network learns.
"""

from __future__ import annotations

import contextlib
import contextvars
import json
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

from purenet.console.child import Child
from purenet.network import Network
from purenet.web.asked import Message
from purenet.web.draw import drawings, networks
from purenet.web.draw.kept import DESK, NOTHING, PARTS, VERSION, Kept, restored
from purenet.words import say

ABSENCE = 3.0  # seconds without a question, after which learning pauses
PAUSE = 10.0  # between two times that what is learned is written to its file,
SOON = 0.25  # and two times that what a hand has done is, or a training's end
_ELSEWHERE = 5.0  # seconds for which a tab hears that another has done something
_FRESH = "new", "afresh", "load"  # orders that put another in the own's place


class Training:
    """What the page has; path: the file where it is kept.

    own: the trainer's last report, its "state" and its network in "numbers"; before:
    that of the network whose place it took, or None; desk: what was done on the page,
    parts: how often some of it was; version: how often anything.
    """

    def __init__(self, shipped: Network, path: Path | None = None) -> None:
        self.own = NOTHING
        self.before: Message | None = None
        self.desk = {**DESK, "turned": {}}
        self.parts = {"sheet": 0, "mine": 0}
        self.version = self._learned = self._ordered = 0
        self.asked_at = time.monotonic()
        self.shipped, self._numbers = shipped, networks.to_numbers(shipped)
        self._process: Child | None = None
        self._changed = threading.Condition()
        self._by: tuple[str, float] = "", 0.0
        self._unkept, self._closed = threading.Event(), threading.Event()
        self.kept = Kept(path)
        found = self.kept.load(partial(restored, shipped.sizes))
        for name, value in found.items():
            setattr(self, name, value)
        if self.kept.path:
            self._keeper = threading.Thread(target=self._keep_on, daemon=True)
            self._keeper.start()

    def order(self, message: Message, tab: str = "") -> None:
        """Tell the trainer what to do, and start it if it isn't there."""
        with self._changed:
            self.asked_at = time.monotonic()
            self._by = tab, self.asked_at
            resumed = []
            if message["do"] == "back" and self.before:
                self.own, self.before = self.before, self._own_learned()
                self._learned += 1
                resumed = [self.own]
            elif message["do"] in _FRESH:
                self.before = self._own_learned() or self.before
            if self._process is None or self._process.ended():
                if self.own["numbers"]:
                    resumed = [self.own]
                try:
                    self._process = Child("purenet.web.draw.trainer.main")
                except OSError as error:
                    self._fail(say("Learning needs a process of its own: {}", error))
                    return
                listen = contextvars.copy_context().run  # in the page's language
                work = (self._listen, self._process)
                threading.Thread(target=listen, args=work, daemon=True).start()
            if message["do"] in (*_FRESH, "back"):
                self._put("turned", {**self.desk["turned"], "own": {}}, tab)
            if message["do"] != "pause":
                self._put("form", {}, tab)
                self._put("network", "own", tab)
            self._ordered += 1
            with contextlib.suppress(OSError, ValueError):  # ended: _listen says so
                for each in (*resumed, message):
                    told = {"do": "resume", "mine": self.desk["mine"], **each}
                    self._process.tell(json.dumps({**told, "number": self._ordered}))

    def put(self, part: str, value: Any, tab: str) -> None:
        """Let a part of what is on the desk be another, if it is right."""
        check = PARTS[part]
        if part == "sheet":
            check = partial(drawings.checked_sheet, before=self.desk["sheet"])
        value = check(value)
        with self._changed:
            self._put(part, value, tab)

    def add(self, more: list[Message], tab: str, without: Any = None) -> None:
        """Put drawings to those that are there; without: one that is to be forgotten.

        What another tab has put there stays.
        """
        with self._changed:
            there = drawings.checked_drawings([*self.desk["mine"], *more])
            if without in there:
                there.remove(without)
            self._put("mine", there, tab)

    def turn(self, change: Message, tab: str) -> None:
        """Turn a neuron of the network on the screen further, or put it "back"."""
        with self._changed:
            shown, numbers = self.shown()
            name, number = shown["network"], str(change.get("neuron"))
            turned = dict(self.desk["turned"].get(name, {}))
            before = turned.pop(number, {})
            told = networks.checked_change(change, before, numbers["sizes"])
            if not change.get("back"):
                turned[number] = told
            self._put("turned", {**self.desk["turned"], name: turned}, tab)

    def shown(self) -> tuple[Message, Message]:
        """Return which network is on the screen, and its numbers.

        stamp: another for each state in which a network has been.
        """
        with self._changed:
            own = self.desk["network"] == "own" and self.own["numbers"]
            name, numbers = ("own", own) if own else ("shipped", self._numbers)
            can_turn, learned = len(numbers["sizes"]) == 3, self._learned if own else 0
            turned = self.desk["turned"].get(name, {}) if can_turn else {}
            stamp = f"{name} {learned}"
            return {"network": name, "turned": turned, "stamp": stamp}, numbers

    def wait(self, version: int, tab: str, seconds: float = 1.0) -> Message:
        """Return the state as soon as there is another than this version."""
        with self._changed:
            self.asked_at = time.monotonic()
            self._changed.wait_for(lambda: self.version != version, seconds)
            by, since = self._by
            soon = time.monotonic() - since < _ELSEWHERE
            before = self.before and self.before["state"]
            return {
                **self.own["state"],
                "version": self.version,
                "parts": dict(self.parts),
                **self.shown()[0],
                "has_own": bool(self.own["numbers"]),
                "form": self.desk["form"],
                "elsewhere": by not in ("", tab) and soon,
                "before": before and before["runs"][-1]["points"][-1][1],
                "trouble": self.kept.trouble,
            }

    def look(self) -> None:
        """Pause where nobody has asked for a while: the page is closed."""
        # Without the lock: Ctrl-C may come here, and would leave it locked.
        absent = time.monotonic() - self.asked_at > ABSENCE
        state = self.own["state"]
        if absent and (state["running"] or state.get("drawing")):
            self.order({"do": "pause"})

    def close(self) -> None:
        """End the trainer, and keep what there is."""
        if self.own["state"]["running"]:  # till it has told how right its network is
            self.order({"do": "pause"})
            with self._changed:
                self._changed.wait_for(lambda: not self.own["state"]["running"], 3)
        process, self._process = self._process, None
        if process is not None:
            process.close()
        self._closed.set()
        self._unkept.set()
        if self.kept.path:
            self._keeper.join(5)
        self.kept.close()

    def _put(self, part: str, value: Any, tab: str) -> None:
        self.desk = {**self.desk, part: value}
        if part in self.parts:
            self.parts = {**self.parts, part: self.parts[part] + 1}
        self._by = tab, time.monotonic()
        self._unkept.set()
        self._news()

    def _news(self) -> None:
        self.version += 1
        self._changed.notify_all()

    def _own_learned(self) -> Message | None:
        """Return the own network, if it has learned something."""
        return None if self.own["state"].get("fresh", True) else self.own

    def _keep_on(self) -> None:
        closed, kept = False, 0
        while not closed:
            self._unkept.wait(PAUSE)
            self._unkept.clear()
            closed = self._closed.is_set()
            with self._changed:
                version = self.version
                own, before = _as_kept(self.own), _as_kept(self.before)
                state = {"desk": self.desk, "own": own, "before": before}
            if version != kept and self.kept.save({"version": VERSION, **state}):
                kept = version
            self._closed.wait(SOON)

    def _listen(self, process: Child) -> None:
        for line in iter(process.line, b""):
            if line.endswith(b"\n"):  # else it was ended in the middle of it
                self._take(json.loads(line))
        process.close()
        if self._process is process:
            self._fail(say("The process that learns has ended; start it again."))

    def _fail(self, error: str) -> None:
        with self._changed:
            failed = {"running": False, "drawing": None, "error": error}
            self._take({"state": {**self.own["state"], **failed}})

    def _take(self, message: Message) -> None:
        with self._changed:
            if message.pop("number", self._ordered) != self._ordered:
                return  # of another network perhaps, from before the last order
            if "drawing" in message:
                message = {"state": {**self.own["state"], **message}}
            learned = self.own["state"]["running"]
            self.own = {**self.own, **message}
            if learned and not self.own["state"]["running"]:
                self._unkept.set()
            if "numbers" in message:
                self._learned += 1
            self._news()


def _as_kept(report: Message | None) -> Message | None:
    """Return a network as it is kept; None where there is none."""
    if report and report["numbers"]:
        state = {**report["state"], "running": False, "error": "", "drawing": None}
        return {"state": state, "numbers": report["numbers"]}
    return None
