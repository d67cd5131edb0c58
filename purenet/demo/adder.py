"""two whole numbers added gate by gate, with nothing but NAND perceptrons"""

from __future__ import annotations

from collections.abc import Iterator

from purenet.console.arguments import option, whole
from purenet.console.programs import printing
from purenet.gates import count_nands, from_bits, full_adder, to_bits
from purenet.words import say


def lines(a: int, b: int) -> Iterator[str]:
    """Yield the addition of a and b, a column of bits a line.

    >>> for line in list(lines(3, 1))[5:]: print(line)
        1   1   1    0  ->   0     1      9
        2   1   0    1  ->   0     1      9
    <BLANKLINE>
    3 + 1 = 4: 18 NAND perceptrons, each asked once.
    """
    bits_a, bits_b = to_bits(a), to_bits(b)
    binary = "{} = {:b} and {} = {:b} in binary. Bit by bit from the right, a full"
    yield say(binary, a, a, b, b)
    adder = "adder takes one bit of each and the carry, and gives a bit of the sum and"
    yield say(adder)
    yield say("the next carry. The last carry is the sum's first bit:")
    yield ""
    yield say("worth   a   b  carry   sum  carry  NANDs")
    carry, bits, nands = 0, [], 0
    for place in range(max(len(bits_a), len(bits_b))):
        x1 = bits_a[place] if place < len(bits_a) else 0
        x2 = bits_b[place] if place < len(bits_b) else 0
        asked = count_nands(full_adder, x1, x2, carry)
        bit, carry_out = full_adder(x1, x2, carry)
        yield (
            f"{2**place:>5}   {x1}   {x2}    {carry}  ->   {bit}     {carry_out}"
            f"     {asked:>2}"
        )
        bits.append(bit)
        carry, nands = carry_out, nands + asked
    yield ""
    total = from_bits([*bits, carry])
    yield say("{} + {} = {}: {} NAND perceptrons, each asked once.", a, b, total, nands)


main = printing(
    __name__,
    lines,
    option("a", type=whole, nargs="?", default=19, help="19 if not given"),
    option("b", type=whole, nargs="?", default=23, help="23 if not given"),
)
