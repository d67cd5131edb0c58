"""A perceptron, and circuits of NAND gates, as diagrams."""

from __future__ import annotations

import math
from collections.abc import Sequence

from purenet.console.terminal import width
from purenet.pictures.drawing import Drawing, Point, number
from purenet.words import say


def perceptron(
    weights: Sequence[float], bias: float, inputs: Sequence[str] = (), output: str = ""
) -> Drawing:
    """Draw a perceptron: its inputs, a weight on each way in, its bias inside.

    inputs: none (then x1, x2 …), or a name for each weight.
    Raise ValueError where names do not fit or there is no weight.

    >>> "−2" in str(perceptron([-2, -2], 3))
    True
    >>> perceptron([6, 2], -5, inputs=["weather"])
    Traceback (most recent call last):
        ...
    ValueError: 2 weights but 1 input names
    """
    output = output or say("output")
    names = list(inputs) or [f"x{k}" for k in range(1, len(weights) + 1)]
    if not weights or len(names) != len(weights):
        raise ValueError(say("{} weights but {} input names", len(weights), len(names)))
    left = 24 + math.ceil(7.5 * max(map(width, names)))
    right, height = left + 190, max(130, 56 * len(weights) + 20)
    wide = right + 130 + 7 * width(output)
    draw = Drawing(wide, height, say("A perceptron with its weights and its bias"))
    centre = (right, height / 2)
    for index, (name, weight) in enumerate(zip(names, weights)):
        y = height / 2 + 56 * (index - (len(weights) - 1) / 2)
        draw.text(left - 8, y + 4, name, "ink", "end")
        _weighted(draw, (left, y), centre, 30, signed(weight))
    _neuron(draw, centre, signed(bias))
    arrow(draw, right + 30, height / 2, right + 100, height / 2)
    draw.text(right + 108, height / 2 + 4, output)
    return draw


def signed(value: float) -> str:
    """Write a weight with a true minus sign.

    >>> signed(-2), signed(0.5)
    ('−2', '0.5')
    """
    return number(value).replace("-", "−")


def _neuron(draw: Drawing, at: Point, inside: str, radius: float = 30) -> None:
    """Draw a neuron with its bias inside."""
    draw.circle(*at, radius, "ink", "paper")
    draw.text(at[0], at[1] + 5, inside, "ink", "middle")


def _weighted(
    draw: Drawing, start: Point, to: Point, radius: float, w: str, below: bool = False
) -> None:
    """Draw an arrow that ends on a neuron's circle, its weight beside it."""
    dx, dy = to[0] - start[0], to[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = 1 - radius / length
    arrow(draw, *start, start[0] + share * dx, start[1] + share * dy)
    x, y = start[0] + 0.45 * dx, start[1] + 0.45 * dy
    draw.text(x, y + (18 if below else -7), w, "blue", "middle")


def nand() -> Drawing:
    """Draw the NAND gate's sign and the perceptron that does the same.

    >>> "NAND" in str(nand())
    True
    """
    draw = Drawing(560, 150, say("A NAND gate, and the perceptron that is one"))
    for y, name in ((54, "x1"), (96, "x2")):
        draw.text(22, y + 4, name, "ink", "end")
        bend = 75 + (y - 75) * 3 / 7
        draw.lines([[(30, y), (70, y), (70, bend), (100, bend)]])
        draw.text(302, y + 4 + (y - 75) * 0.7, name, "ink", "end")
        _weighted(draw, (310, y + (y - 75) * 0.7), (430, 75), 30, "−2")
    _gate(draw, (120, 75))
    draw.line(144, 75, 200, 75)
    draw.text(120, 136, say("NAND gate"), "dim", "middle")
    draw.text(250, 79, "=", "ink", "middle")
    _neuron(draw, (430, 75), "3")
    arrow(draw, 460, 75, 530, 75)
    draw.text(430, 136, say("perceptron"), "dim", "middle")
    return draw


def _gate(draw: Drawing, at: Point) -> None:
    """Draw a NAND gate's sign: inputs 20 to the left, output 24 to the right."""
    x, y = at
    turns = [math.pi * k / 12 for k in range(-6, 7)]
    front = [(x - 2 + 18 * math.cos(t), y + 18 * math.sin(t)) for t in turns]
    back = [(x - 20, y + 18), (x - 20, y - 18)]
    draw.lines([[*front, *back, front[0]]], "ink", 1.5, "paper")
    draw.circle(at[0] + 20, at[1], 4, "ink", "paper")


# The half adder of five NAND gates: where each stands, and its two inputs.
HALF_ADDER: dict[str, tuple[Point, tuple[str, str]]] = {
    "first": ((170, 130), ("x1", "x2")),
    "upper": ((310, 70), ("x1", "first")),
    "lower": ((310, 190), ("first", "x2")),
    "sum": ((440, 130), ("upper", "lower")),
    "carry": ((310, 250), ("first", "first")),
}
INPUTS: dict[str, Point] = {"x1": (40, 70), "x2": (40, 190)}


def half_adder(as_perceptrons: bool = False) -> Drawing:
    """Draw the half adder: the sum and the carry of two bits, out of NANDs.

    as_perceptrons: draw each gate as the perceptron it is. The two wires from
    the first gate into the last then become one, of weight -4.

    >>> str(half_adder()).count("<circle"), "−4" in str(half_adder(True))
    (10, True)
    """
    gates = say("A half adder of five NAND gates")
    perceptrons = say("A half adder of five perceptrons")
    draw = Drawing(560, 300, perceptrons if as_perceptrons else gates)
    for name, (x, y) in INPUTS.items():
        draw.text(x - 8, y + 4, name, "ink", "end")
    if as_perceptrons:
        _half_adder_perceptrons(draw)
    else:
        _half_adder_gates(draw)
    draw.text(506, 134, say("sum"))
    draw.text(506, 254, say("carry"))
    return draw


def _half_adder_perceptrons(draw: Drawing) -> None:
    """Draw the ways between the five neurons, then the neurons over them."""
    for (x, y), sources in HALF_ADDER.values():
        if sources[0] == sources[1]:
            _weighted(draw, _source(sources[0]), (x, y), 20, "−4", below=True)
            continue
        for source in sources:
            _weighted(draw, _source(source), (x, y), 20, "−2")
    for (x, y), _ in HALF_ADDER.values():
        _neuron(draw, (x, y), "3", 20)
    for name in ("sum", "carry"):
        x, y = HALF_ADDER[name][0]
        arrow(draw, x + 20, y, 500, y)


def _source(name: str) -> Point:
    """Return where a signal of the half adder comes from."""
    return INPUTS[name] if name in INPUTS else HALF_ADDER[name][0]


def _half_adder_gates(draw: Drawing) -> None:
    """Draw the wires in right angles, a dot where one branches, then the gates."""
    wires: list[list[Point]] = [
        [(40, 70), (240, 70), (240, 61), (290, 61)],
        [(110, 70), (110, 121), (150, 121)],
        [(40, 190), (240, 190), (240, 199), (290, 199)],
        [(110, 190), (110, 139), (150, 139)],
        [(194, 130), (260, 130)],
        [(260, 79), (260, 181)],
        [(260, 79), (290, 79)],
        [(260, 181), (290, 181)],
        [(220, 130), (220, 250), (260, 250)],
        [(260, 241), (260, 259)],
        [(260, 241), (290, 241)],
        [(260, 259), (290, 259)],
        [(334, 70), (390, 70), (390, 121), (420, 121)],
        [(334, 190), (390, 190), (390, 139), (420, 139)],
        [(464, 130), (500, 130)],
        [(334, 250), (500, 250)],
    ]
    draw.lines(wires)
    for x, y in ((110, 70), (110, 190), (220, 130), (260, 130), (260, 250)):
        draw.circle(x, y, 3, "none", "ink")
    for at, _ in HALF_ADDER.values():
        _gate(draw, at)


def arrow(draw: Drawing, x1: float, y1: float, x2: float, y2: float) -> None:
    """Draw a line with a head at (x2, y2)."""
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    draw.line(x1, y1, x2 - 5 * dx, y2 - 5 * dy)
    head = [
        (x2, y2),
        (x2 - 8 * dx - 3.5 * dy, y2 - 8 * dy + 3.5 * dx),
        (x2 - 8 * dx + 3.5 * dy, y2 - 8 * dy - 3.5 * dx),
        (x2, y2),
    ]
    draw.lines([head], "none", 0, "ink")
