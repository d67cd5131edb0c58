"""Somebody's own drawings, learned beside the other digits.

>>> own = Own()
>>> own.take([{"seen": "AAAA" * 261 + "AA==", "digit": 3}])  # 784 levels of 0
>>> examples = [([0.0] * 784, [0.0] * 10)] * 18
>>> len(own.among(examples))         # two of twenty: a tenth
20
"""

from __future__ import annotations

from typing import Any

from purenet.data.image import Image
from purenet.mnist_loader import vectorized_result
from purenet.network import Network
from purenet.web.asked import Message
from purenet.web.draw.drawings import image_of

_OTHERS = 9  # for one drawing; so the drawings are a tenth of all


class Own:
    """The drawings, and how many of them were read right before."""

    def __init__(self) -> None:
        self.tests: list[tuple[Image, int]] = []
        self.before = 0

    def take(self, mine: list[Message]) -> None:
        """Have these drawings in place of those before."""
        self.tests = [(image_of(one), one["digit"]) for one in mine]

    def among(self, examples: list[Any]) -> list[Any]:
        """Return examples with the drawings among them."""
        if not self.tests:
            return examples
        often = max(1, len(examples) // (_OTHERS * len(self.tests)))
        return examples + often * [(x, vectorized_result(y)) for x, y in self.tests]

    def read_by(self, net: Network) -> int:
        """Return how many of them a network reads right."""
        return sum(net.predict(x) == digit for x, digit in self.tests)

    def told(self, net: Network | None) -> dict[str, int] | None:
        """Return what the page says of them; None where there are none."""
        if not self.tests or net is None:
            return None
        now = self.read_by(net)
        return {"count": len(self.tests), "before": self.before, "now": now}
