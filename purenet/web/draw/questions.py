"""What the workbench may ask, and what it is told."""

from __future__ import annotations

from purenet.data import DataError
from purenet.data.find import find
from purenet.runs import saved
from purenet.web.asked import Message, language_of, text_of
from purenet.web.draw import drawings, networks
from purenet.web.draw.kept import PARTS
from purenet.web.draw.settings import DEFAULTS, checked
from purenet.web.draw.trainer_process import Training
from purenet.words import say

_ORDERS = ("new", "afresh", "run", "epoch", "mini-batch", "pause", "teach", "back")
_LARGEST_FILE = 8_000_000  # characters of a network


class Workbench:
    """The answers to the page's questions: one method for each.

    >>> from purenet.network import Network
    >>> workbench = Workbench(Training(Network([784, 10], seed=0)))
    >>> workbench.network({})["sizes"]
    [784, 10]
    """

    QUESTIONS = "hello network read state desk keep learn save load".split()

    def __init__(self, training: Training) -> None:
        self.training = training

    def hello(self, question: Message) -> Message:
        """The page has opened: what there is to choose from."""
        try:
            found = find().path
        except (DataError, OSError):
            found = None
        return {
            "defaults": DEFAULTS,
            "found": str(found) if found else None,
            "kept": str(self.training.kept.path or ""),
        }

    def network(self, question: Message) -> Message:
        """The network on the screen, but for what is turned: its numbers."""
        shown, numbers = self.training.shown()
        return {"stamp": shown["stamp"], **numbers}

    def read(self, question: Message) -> Message:
        """The digits of a photo, and of a drawing where they are a row."""
        found, why = drawings.read(question, self.training.shipped)
        digits = [drawings.to_base64(bytes(digit.image)) for digit in found]
        return {"digits": digits, "lines": [digit.line for digit in found], "why": why}

    def state(self, question: Message) -> Message:
        """How far all is; waits a second for news after `version`."""
        version = question.get("version")
        known = version if type(version) is int else -1
        return self.training.wait(known, _tab_of(question))

    def desk(self, question: Message) -> Message:
        """What is on the sheet, and the drawings that are kept."""
        return {**self.training.desk, "parts": self.training.parts}

    def keep(self, question: Message) -> Message:
        """Something was done on the page: it is kept."""
        tab, training = _tab_of(question), self.training
        for part in set(PARTS) & set(question):
            training.put(part, question[part], tab)
        if "drawing" in question:
            training.add([question["drawing"]], tab)
        if "forget" in question:
            training.add([], tab, without=question["forget"])
        if "turn" in question:
            training.turn(question["turn"], tab)
        return {"parts": training.parts}

    def learn(self, question: Message) -> Message:
        """Begin, pause, or take a step."""
        order = question.get("do")
        if order not in _ORDERS:
            known = ", ".join(_ORDERS)
            raise ValueError(say("do is one of {}, not {!r}", known, order))
        settings = checked(question.get("settings", {}))
        told = {"do": order, "settings": settings, "lang": language_of(question)}
        self.training.order(told, _tab_of(question))
        return {}

    def save(self, question: Message) -> Message:
        """Return a network as the book's network2.save does, the drawings beside."""
        shown, numbers = self.training.shown()
        net = networks.changed(networks.from_numbers(**numbers), shown["turned"])
        mine = {"mine": mine} if (mine := self.training.desk["mine"]) else {}
        return {"saved": saved.contents(net, "json", **mine).decode()}

    def load(self, question: Message) -> Message:
        """Go on with what was saved, or with the drawings of a table."""
        text, tab = text_of(question, "saved", _LARGEST_FILE), _tab_of(question)
        if text[:1].isdigit() or "label" in text[:20].lower():
            self._add(drawings.of_table(text), tab)
            return {}
        try:
            _, mine = networks.loaded(text)
        except ValueError as error:
            words = say("This file cannot be used as a network: {}", error)
            raise ValueError(words) from error
        self.training.order({"do": "load", "saved": text}, tab)
        self._add(mine, tab)
        return {}

    def _add(self, mine: list[Message], tab: str) -> None:
        """Put as many to the drawings as there is room for; say it if some are not."""
        there, most = self.training.desk["mine"], drawings.MOST_DRAWINGS
        more = [one for one in mine if one not in there]
        self.training.add(more[: most - len(there)], tab)
        if len(there) + len(more) > most:
            raise ValueError(say("{} drawings are kept, and no more.", most))


def _tab_of(question: Message) -> str:
    return text_of({"tab": "", **question}, "tab", 40)
