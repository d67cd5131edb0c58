"""The file in which the page's state is kept, whole or not at all.

>>> import tempfile
>>> path = Path(tempfile.mkdtemp(), "page.json")
>>> kept = Kept(path)
>>> kept.load(dict), kept.save({"sheet": []}), kept.close()
({}, True, None)
>>> kept.load(dict), kept.close()
({'sheet': []}, None)
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable

from purenet.console import replacing
from purenet.console.programs import sentence
from purenet.web.asked import Message
from purenet.web.draw import drawings, networks
from purenet.web.draw.settings import checked
from purenet.words import say

VERSION = 1  # of what is kept: what a later purenet has kept is left alone
NOTHING: Message = {"state": {"running": False}, "numbers": None}
DESK: Message = {"network": "shipped", "sheet": [], "mine": [], "form": {}}
# Each of these is checked; what is turned is, too, beside its network.
PARTS: dict[str, Callable[[Any], Any]] = {
    "network": lambda name: "own" if name == "own" else "shipped",
    "sheet": drawings.checked_sheet,
    "mine": drawings.checked_drawings,
    "form": checked,
}


class Kept:
    """A file of the user's; without a path nothing is kept.

    trouble: what there is to say of it, or "". One program at a time keeps it.
    """

    def __init__(self, path: Path | None) -> None:
        self.path, self.trouble, self._failed = path, "", ""
        # Not the file itself: it is not there at first, and each time another.
        self._mark = path and path.with_suffix(".lock")
        self._alone = replacing.Alone(str(self._mark))

    def load(self, checked: Callable[[Message], Message]) -> Message:
        """Return what was kept, if it is right: else it stays in a file beside."""
        if self.path is None or self._mark is None:
            return {}
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(OSError):  # on a full disk what was kept is still shown
                self._mark.touch()
            self._alone.take()
            data = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            why = sentence(error)
            if isinstance(error, BlockingIOError):
                words = (
                    "Another page of purenet is open and keeps {}: use that one; or "
                    "end both with Ctrl-C, and start this one again."
                )
                why = say(words, self.path)
            self.path = None
            self.trouble = say("What is made here is not kept. {}", why)
            return {}
        try:
            return checked(json.loads(data))
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            was = there = self.path
            try:
                there = was.rename(replacing.beside(was))  # on a full disk too
            except OSError:
                self.path = None  # or it would be written over
            words = "{} could not be read; what was in it is in {}"
            self.trouble = say(words, was, there)
            return {}

    def save(self, state: Message) -> bool:
        """Keep a state in the place of the one before; False: it may be tried again."""
        if self.path is None:
            return True
        try:
            replacing.write(json.dumps(state).encode(), self.path)
            self.path.chmod(0o600)  # for nobody else
        except OSError as error:  # the disk is full, say
            words = say("What is made here is not kept. {}", sentence(error))
            self.trouble = self._failed = words
            return False
        if self.trouble == self._failed:
            self.trouble = ""
        return True

    def close(self) -> None:
        """Let another program keep it."""
        self._alone.close()


def restored(shipped: Sequence[int], found: Message) -> Message:
    """Return what was kept, if the page can show it; else raise some error.

    shipped: the sizes of the network that comes along.
    """
    if found.get("version", VERSION) != VERSION:
        raise ValueError
    own = _restored_net(found["own"]) or NOTHING
    sizes = {"shipped": shipped, "own": own["numbers"] and own["numbers"]["sizes"]}
    turned: Message = {}
    for name, changes in found["desk"]["turned"].items():
        turned[name] = {}
        for number, change in changes.items() if sizes[name] else ():
            change = {**change, "neuron": int(number)}
            turned[name][number] = networks.checked_change(change, {}, sizes[name])
    parts = {part: check(found["desk"][part]) for part, check in PARTS.items()}
    before = _restored_net(found["before"])
    return {"own": own, "before": before, "desk": {"turned": turned, **parts}}


def _restored_net(found: Message | None) -> Message | None:
    if found is None:
        return None
    networks.fitting(networks.from_numbers(**found["numbers"]), "")
    right = found["state"]["runs"][-1]["points"][-1][1]
    if type(right) is not float or not found["state"]["settings"]:
        raise TypeError
    return found
