"""10 · Adding numbers of any length

Lesson: lessons/02-gates.md

A full adder adds three bits: two, and the carry from the place before. With
one full adder a place you can add any two numbers, as on paper: begin at the
lowest place, and hand each carry on to the next.

Numbers are lists of bits here, the lowest first: 6 is [0, 1, 1].
"""

from purenet.gates import from_bits, full_adder, to_bits


def add(a, b):
    """Return the bits of a + b, one more than a and b have.

    a, b: lists of bits, equally long, the lowest first.
    full_adder(x1, x2, carry) gives a pair: the sum bit and the carry bit.

    >>> add([1], [1])
    [0, 1]
    >>> add([0, 1, 1], [1, 0, 0])
    [1, 1, 1, 0]
    >>> add([1, 1, 1], [1, 0, 0])
    [0, 0, 0, 1]
    >>> from_bits(add(to_bits(1000), to_bits(1023)))
    2023
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":
    print("To check this file:  python3 -m purenet check 10")
