"""10 · Subtracting by adding

Lesson: lessons/02-gates.md

The lesson adds numbers of any length with one full adder a place. The same adder
subtracts. Turn every bit of b over: that is 2^n - 1 - b. Add it to a, and 1
besides, and you have a - b + 2^n. The 2^n is the carry that is left after the
last place: drop it.

Numbers are lists of bits here, the lowest first: 6 is [0, 1, 1].
"""

from purenet.gates import NOT, from_bits, full_adder, to_bits


def subtract(a, b):
    """Return the bits of a - b, as many as a and b have; b is not above a.

    a, b: lists of bits, equally long, the lowest first.
    full_adder(x1, x2, carry) gives a pair: the sum bit and the carry bit.

    >>> subtract([1], [1])
    [0]
    >>> subtract([0, 1, 1], [1, 0, 0])
    [1, 0, 1]
    >>> subtract([0, 0, 0, 1], [1, 0, 0, 0])
    [1, 1, 1, 0]
    >>> from_bits(subtract(to_bits(1023), to_bits(1000)))
    23
    """
    # --- your code
    bits = []
    carry = 1
    for x1, x2 in zip(a, b):
        bit, carry = full_adder(x1, NOT(x2), carry)
        bits.append(bit)
    return bits
    # --- end


# Hint: How can you add 1 besides, without an adder of its own? The first place
#   has a carry to spare: begin with carry = 1.
# Hint: Go through both lists: for x1, x2 in zip(a, b). Give the full adder x1
#   and NOT(x2), and put each bit at the end of a list that begins empty.
# Hint: The carry after the last place is the 2^n. Do not put it into the list.

# Hidden: subtract
#   b, a = sorted(wholes(2, 0, 2**n - 1))
#   >>> subtract({[a >> j & 1 for j in range(n)]}, {[b >> j & 1 for j in range(n)]})
