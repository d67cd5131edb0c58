"""What the workbench may ask, and what it is told."""

from __future__ import annotations

from purenet.data import DataError
from purenet.data.find import find
from purenet.data.image import Image
from purenet.network import Network
from purenet.pictures import why
from purenet.runs import saved
from purenet.runs import verdict as said
from purenet.vectors import hadamard
from purenet.web.asked import Message, language_of, text_of, whole
from purenet.web.draw import drawings, networks
from purenet.web.draw.kept import PARTS
from purenet.web.draw.settings import DEFAULTS, checked
from purenet.web.draw.trainer_process import Training
from purenet.words import say

_ORDERS = ("new", "afresh", "run", "epoch", "mini-batch", "pause", "teach", "back")
_LARGEST_FILE = 8_000_000  # characters of a network


class Workbench:
    """The answers to the page's questions: one method for each.

    >>> from base64 import b64encode
    >>> workbench = Workbench(Training(Network([784, 10], seed=0)))
    >>> sheet = b64encode(bytes([255] * 12)).decode()
    >>> answer = workbench.look({"grey": sheet, "width": 3, "height": 4})
    >>> len(answer["outputs"])
    10
    """

    QUESTIONS = "hello look state desk keep learn save load".split()

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

    def look(self, question: Message) -> Message:
        """All that is on the screen, of one network in one state.

        Its pictures, unless "known" is its stamp; what it makes of the digit on the
        sheet; one "neuron". Where it is asked for the "whole", several digits are
        read as a row, and it is told which pixels speak for an "output".
        """
        shown, slow = self.training.shown(), bool(question.get("whole"))
        told: Message = {"stamp": shown.stamp, "network": shown.name}
        if question.get("known") != shown.stamp:
            told.update(shown.look)
        pieces: list[Image] = []
        if question.get("grey"):
            judge = self.training.shipped if slow else None
            try:
                pieces = drawings.read(question, judge)
            except DataError as error:
                told["why"] = str(error)
        x = Image(bytes(784))
        if pieces:
            piece = whole({"piece": 0, **question}, "piece", 0, 1000)
            piece = min(piece, len(pieces) - 1)
            x = pieces[piece]
            told.update(piece=piece, **_answer(shown.turned, x))
            output = told["best"]
            if question.get("output") is not None:
                output = whole(question, "output", 0, 9)
            told["spoken"] = networks.spoken(shown.turned, told["hidden"], output)
            if slow:
                told["pixels"] = _pixels(shown.turned, x, output)
        if len(pieces) > 1:
            told["row"] = [_answer(shown.turned, each) for each in pieces]
        if question.get("neuron") is not None and len(shown.net.sizes) == 3:
            number = whole(question, "neuron", 0, 10**6) % shown.net.sizes[1]
            change = shown.changes.get(str(number), {})
            told["neuron"] = networks.neuron(shown.net, change, number, x)
        return told

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
            training.add(question["drawing"], tab)
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
        """Return a network in the form of the book's network2.save."""
        return {"saved": saved.to_json(self.training.shown().turned)}

    def load(self, question: Message) -> Message:
        """Go on with a network that was saved."""
        text = text_of(question, "saved", _LARGEST_FILE)
        try:
            net = networks.loaded(text)
        except ValueError as error:
            words = say("This file cannot be used as a network: {}", error)
            raise ValueError(words) from error
        self.training.order({"do": "load", "saved": text}, _tab_of(question))
        return {"sizes": net.sizes}


def _tab_of(question: Message) -> str:
    return text_of({"tab": "", **question}, "tab", 40)


def _answer(net: Network, x: Image) -> Message:
    """Return what a network makes of a digit."""
    layers = net.forward(x)[1]
    outputs = layers[-1]
    return {
        "seen": drawings.to_base64(bytes(x)),
        "hidden": [round(a, 4) for a in layers[-2]] if len(layers) > 2 else [],
        "outputs": [round(a, 4) for a in outputs],
        "best": max(range(len(outputs)), key=outputs.__getitem__),
        "sure": said.how_sure(outputs),
    }


def _pixels(net: Network, x: Image, output: int) -> Message:
    """Return which pixels speak for an output, and where more ink would raise it."""
    steep = why.slopes(net, x, output)
    ink, paper = hadamard(steep, x), steep
    return {
        "output": output,
        "ink": networks.pictures([ink])[0],
        "paper": networks.pictures([paper])[0],
    }
