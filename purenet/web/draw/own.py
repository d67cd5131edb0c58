"""Somebody's own drawings, learned beside the other digits.

>>> own = Own()
>>> drawing = {"seen": base64.b64encode(bytes(784)).decode(), "digit": 3}
>>> examples = [([0.0] * 784, [0.0] * 10)] * 18
>>> len(own.among(examples, [drawing]))         # two of twenty: a tenth
20
"""

from __future__ import annotations

import base64
from typing import Any

from purenet.data.image import Image
from purenet.mnist_loader import vectorized_result
from purenet.network import Network
from purenet.web.asked import Message

OTHERS = 9  # for one drawing; so the drawings are a tenth of all


class Own:
    """The drawings, and how many of them were read right before."""

    def __init__(self) -> None:
        self.tests: list[tuple[Image, int]] = []
        self.examples: list[Any] = []
        self.before = 0

    def among(self, examples: list[Any], mine: list[Message]) -> list[Any]:
        """Return examples with these drawings among them, in place of older ones."""
        older = [id(x) for x, _ in self.examples]
        others = [example for example in examples if id(example[0]) not in older]
        self.tests = [
            (Image(base64.b64decode(each["seen"])), each["digit"]) for each in mine
        ]
        self.examples = [(x, vectorized_result(digit)) for x, digit in self.tests]
        often = max(1, len(others) // (OTHERS * len(mine)))
        return others + often * self.examples

    def read_by(self, net: Network) -> int:
        """Return how many of them a network reads right."""
        return sum(net.predict(x) == digit for x, digit in self.tests)

    def told(self, net: Network | None) -> dict[str, int] | None:
        """Return what the page says of them; None where there are none."""
        if not self.tests or net is None:
            return None
        return {
            "count": len(self.tests),
            "before": self.before,
            "now": self.read_by(net),
        }
