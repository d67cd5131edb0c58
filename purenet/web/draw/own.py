"""Somebody's own drawings, learned beside the other digits.

>>> own = Own()
>>> drawing = {"seen": "AAAA" * 261 + "AA==", "digit": 3}  # 784 levels of 0
>>> examples = [([0.0] * 784, [0.0] * 10)] * 18
>>> len(own.among(examples, [drawing]))         # two of twenty: a tenth
20
"""

from __future__ import annotations

from base64 import b64decode
from typing import Any

from purenet.data.image import Image
from purenet.mnist_loader import vectorized_result
from purenet.network import Network
from purenet.web.asked import Message

_OTHERS = 9  # for one drawing; so the drawings are a tenth of all


class Own:
    """The drawings, and how many of them were read right before."""

    def __init__(self) -> None:
        self.tests: list[tuple[Image, int]] = []
        self.before = 0

    def among(self, examples: list[Any], mine: list[Message]) -> list[Any]:
        """Return examples with these drawings among them, in place of older ones."""
        older = [id(x) for x, _ in self.tests]
        others = [example for example in examples if id(example[0]) not in older]
        self.tests = [(Image(b64decode(one["seen"])), one["digit"]) for one in mine]
        often = max(1, len(others) // (_OTHERS * len(mine)))
        return others + often * [(x, vectorized_result(y)) for x, y in self.tests]

    def read_by(self, net: Network) -> int:
        """Return how many of them a network reads right."""
        return sum(net.predict(x) == digit for x, digit in self.tests)

    def told(self, net: Network | None) -> dict[str, int] | None:
        """Return what the page says of them; None where there are none."""
        if not self.tests or net is None:
            return None
        now = self.read_by(net)
        return {"count": len(self.tests), "before": self.before, "now": now}
