"""Bits that can be handed to gates, and to nothing else.

Some exercises ask for a circuit of gates alone. With wires in the place of bits,
Python's own arithmetic does not help: a sum of wires is an error that says so.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any, NoReturn

from purenet import gates
from purenet.words import say


class Wire:
    """A bit, 0 or 1, that only gates can look at.

    >>> bits(nand(Wire(1), Wire(0)))
    1
    >>> Wire(1) + Wire(0)
    Traceback (most recent call last):
        ...
    TypeError: only gates may be asked here, and nothing else calculated with bits
    """

    def __init__(self, bit: int) -> None:
        self._bit = bit

    def _no(self, *others: object) -> NoReturn:
        raise TypeError(
            say("only gates may be asked here, and nothing else calculated with bits")
        )

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = _no
    __xor__ = __rxor__ = __and__ = __rand__ = __or__ = __ror__ = __invert__ = _no
    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = _no
    __bool__ = __int__ = __index__ = __float__ = __hash__ = _no


def nand(a: Any, b: Any) -> Wire:
    """Return NAND of two wires; a plain bit is a wire too."""
    return Wire(1 - bits(a) * bits(b))


# The gates of purenet.gates, of wires.
_OF_WIRES = {
    gates.NAND: nand,
    gates.NOT: lambda a: nand(a, a),
    gates.AND: lambda a, b: nand(nand(a, b), nand(a, b)),
    gates.OR: lambda a, b: nand(nand(a, a), nand(b, b)),
    gates.full_adder: lambda a, b, c: (
        Wire(bits(a) ^ bits(b) ^ bits(c)),
        Wire(int(bits(a) + bits(b) + bits(c) > 1)),
    ),
}


def gates_only(module: ModuleType) -> None:
    """Let a module use gates of wires where it has imported those of bits."""
    for name, value in list(vars(module).items()):
        for gate, of_wires in _OF_WIRES.items():
            if value is gate:
                setattr(module, name, of_wires)


def bits(answer: Any) -> Any:
    """Return an answer with the bits of wires in their places."""
    if isinstance(answer, (tuple, list)):
        return type(answer)(map(bits, answer))
    return answer._bit if isinstance(answer, Wire) else answer
