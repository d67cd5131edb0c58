"""What the workbench may ask, and what it is told."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from purenet.data import DataError
from purenet.data.find import find
from purenet.data.image import Image
from purenet.network import Network
from purenet.photos import reading, scan
from purenet.pictures import why
from purenet.runs import saved
from purenet.runs import verdict as said
from purenet.vectors import hadamard
from purenet.web.asked import Message, language_of, text_of, whole
from purenet.web.draw import networks
from purenet.web.draw.settings import DEFAULTS, checked
from purenet.web.draw.trainer_process import Training
from purenet.web.pencil import Figures
from purenet.words import say

_LARGEST_SIDE = 400  # pixels of a sheet
_ORDERS = ("new", "run", "epoch", "mini-batch", "pause", "teach")
_MOST_DRAWINGS = 200
_LARGEST_FILE = 8_000_000  # characters of a network


class Workbench(Figures):
    """The answers to the page's questions: one method for each.

    >>> workbench = Workbench(Training(), Network([784, 10], seed=0))
    >>> sheet = base64.b64encode(bytes([255] * 12)).decode()
    >>> answer = workbench.recognise({"grey": sheet, "width": 3, "height": 4})
    >>> len(answer["layers"][-1])
    10
    """

    QUESTIONS = (
        *"hello recognise why neuron network state learn save load".split(),
        *Figures.FIGURES,
    )

    def __init__(self, training: Training, shipped: Network) -> None:
        self.training = training
        self.shipped = shipped

    def hello(self, question: Message) -> Message:
        """The page has opened: what there is to choose from."""
        try:
            found = find().path
        except (DataError, OSError):
            found = None
        return {"defaults": DEFAULTS, "found": str(found) if found else None}

    def recognise(self, question: Message) -> Message:
        """A digit was drawn: what the network sees, and every activation."""
        net = self._named(question)
        try:
            image = _read_sheet(question)
        except DataError as error:  # no ink, or several digits
            why = str(error) if question.get("photo") else ""
            return {"seen": "", "layers": None, "why": why}
        if question.get("change") and len(net.sizes) == 3:
            net = networks.changed(net, dict(question["change"]))
        layers = net.forward(image)[1][1:]  # every activation after the input
        return {
            "seen": networks.to_base64(bytes(image)),
            "layers": [[round(a, 5) for a in layer] for layer in layers],
            "sure": said.how_sure(layers[-1]),
        }

    def why(self, question: Message) -> Message:
        """Which pixels speak for an output, and where more ink would raise it."""
        net, image = self._named(question), _read_sheet(question)
        steep = why.slopes(net, image, whole(question, "output", 0, 9))
        spoken = networks.pictures([hadamard(steep, image)])
        return {"ink": spoken[0], "paper": networks.pictures([steep])[0]}

    def neuron(self, question: Message) -> Message:
        """One hidden neuron, and its weighted input for the sheet's digit."""
        net = self._named(question)
        if len(net.sizes) != 3:
            raise ValueError(say("a network with one hidden layer is wanted"))
        number = whole(question, "neuron", 0, net.sizes[1] - 1)
        x = _read_sheet(question) if question.get("grey") else [0.0] * 784
        return networks.neuron(net, number, x)

    def network(self, question: Message) -> Message:
        """How a network looks inside."""
        if question.get("network") == "own" and self.training.network:
            return self.training.network
        return networks.described(self._named(question))

    def state(self, question: Message) -> Message:
        """How far learning is; waits a second for news after `version`."""
        version = question.get("version")
        return self.training.wait(version if type(version) is int else -1)

    def learn(self, question: Message) -> Message:
        """Begin, pause, or take a step."""
        order = question.get("do")
        if order not in _ORDERS:
            known = ", ".join(_ORDERS)
            raise ValueError(say("do is one of {}, not {!r}", known, order))
        settings = checked(question.get("settings", {}))
        told = {"do": order, "settings": settings, "lang": language_of(question)}
        if order == "teach":
            told["mine"] = _drawings(question.get("mine"))
        self.training.order(told)
        return {}

    def save(self, question: Message) -> Message:
        """Return a network in the form of the book's network2.save."""
        return {"saved": saved.to_json(self._named(question))}

    def load(self, question: Message) -> Message:
        """Go on with a network that was saved."""
        text = text_of(question, "saved", _LARGEST_FILE)
        try:
            net = networks.loaded(text)
        except ValueError as error:
            words = say("This file cannot be used as a network: {}", error)
            raise ValueError(words) from error
        self.training.order({"do": "load", "saved": text})
        return {"sizes": net.sizes}

    def _named(self, question: Message) -> Network:
        if question.get("network") != "own":
            return self.shipped
        if net := self.training.own():
            return net
        raise ValueError(say("There is no network of your own yet: train one first."))


def _drawings(given: Any) -> list[Message]:
    """Return drawings with their digits, if they are such."""
    some = isinstance(given, list) and 0 < len(given) <= _MOST_DRAWINGS
    if not some or not all(isinstance(one, dict) for one in given):
        raise ValueError(say("mine is a list of up to {} drawings", _MOST_DRAWINGS))
    seen = [networks.to_base64(_levels(one, "seen", 784)) for one in given]
    digits = [whole(one, "digit", 0, 9) for one in given]
    return [{"seen": each, "digit": digit} for each, digit in zip(seen, digits)]


def _read_sheet(question: Message) -> Image:
    """Return the digit on the sheet that was sent, as the network sees it.

    grey: width x height levels of ink; or, of a "photo", of brightness.
    """
    width = whole(question, "width", 1, _LARGEST_SIDE)
    height = whole(question, "height", 1, _LARGEST_SIDE)
    grey = _levels(question, "grey", width * height)
    rows = [grey[start : start + width] for start in range(0, len(grey), width)]
    if question.get("photo"):
        return reading.digit(rows, say("the photo"))
    return scan.fitted([[level / 255 for level in row] for row in rows])


def _levels(question: Message, name: str, count: int) -> bytes:
    """Return so many levels from 0 to 255, which were sent in base64."""
    try:
        found = base64.b64decode(question.get(name, ""), validate=True)
    except (TypeError, binascii.Error) as error:
        raise ValueError(say("{} is levels from 0 to 255 in base64", name)) from error
    if len(found) != count:
        raise ValueError(say("{} has {} levels, not {}", name, count, len(found)))
    return found
