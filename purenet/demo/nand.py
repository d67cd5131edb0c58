"""a perceptron that is a NAND gate: its truth table, each sum worked out"""

from __future__ import annotations

from collections.abc import Iterator

from purenet.console.programs import printing, typed
from purenet.gates import NAND
from purenet.words import say


def lines() -> Iterator[str]:
    """Yield what the demo shows.

    >>> for line in list(lines())[4:8]: print(line)
     0   0   -2 * 0 - 2 * 0 + 3 =  3 > 0     1
     0   1   -2 * 0 - 2 * 1 + 3 =  1 > 0     1
     1   0   -2 * 1 - 2 * 0 + 3 =  1 > 0     1
     1   1   -2 * 1 - 2 * 1 + 3 = -1 <= 0    0
    """
    yield say("A perceptron with weights -2 and -2 and bias 3 fires for z > 0,")
    yield say("where z = w . x + b. Fed with bits, it is a NAND gate:")
    yield ""
    yield say("x1  x2   z = w . x + b               NAND")
    for x1 in (0, 1):
        for x2 in (0, 1):
            z = NAND.weighted_input([x1, x2])
            sign = "> 0 " if z > 0 else "<= 0"
            yield (
                f" {x1}   {x2}   -2 * {x1} - 2 * {x2} + 3 = {z:2.0f} {sign}"
                f"    {NAND(x1, x2)}"
            )
    yield ""
    adder = typed("purenet.demo.adder", "19", "23")
    yield say("Out of NANDs all else can be made: {}", adder)


main = printing(__name__, lines)
