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
    # --- your code
    bits = []
    carry = 0
    for x1, x2 in zip(a, b):
        bit, carry = full_adder(x1, x2, carry)
        bits.append(bit)
    bits.append(carry)
    return bits
    # --- end


# Hint: Before the first place there is no carry: carry = 0. Then go through
#   both lists: for x1, x2 in zip(a, b): ...
# Hint: In the loop: bit, carry = full_adder(x1, x2, carry). Put each bit at
#   the end of a list that begins empty.
# Hint: After the loop one carry is left. It is the highest bit.

# Hidden:
#   >>> add([], [])
#   [0]
#   >>> from_bits(add(to_bits(255), to_bits(255)))
#   510
#   >>> add([0, 0], [0, 0])
#   [0, 0, 0]
