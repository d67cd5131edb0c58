"""20 · The bitwise output layer

Lesson: lessons/05-reading-digits.md

An exercise of the book. Add one more layer of four neurons behind the ten
outputs, so that it gives the digit in binary. Neuron 0 gives the lowest bit
(1 for 1, 3, 5, 7 and 9), neuron 3 the highest (1 for 8 and 9).

You may count on the ten: the right one is at least 0.99, the others are less
than 0.01.
"""

from purenet.gates import to_bits
from purenet.sigmoid import SigmoidNeuron


def neuron(bit):
    """Return the ten weights, and the bias, of the neuron for this bit.

    >>> bits_for([0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.99, 0.01, 0.01, 0.01])
    [0, 1, 1, 0]
    >>> all(bits_for(ten_outputs(digit)) == four_bits(digit) for digit in range(10))
    True

    An answer should be clear: above 0.9, or below 0.1.

    >>> answers = [SigmoidNeuron(*neuron(bit))(ten_outputs(digit))
    ...            for digit in range(10) for bit in range(4)]
    >>> all(answer > 0.9 or answer < 0.1 for answer in answers)
    True
    """
    # --- your code
    weights = [10.0 if four_bits(digit)[bit] else -10.0 for digit in range(10)]
    return weights, 0.0
    # --- end


def four_bits(digit):
    """Return the four bits of a digit, the lowest first: [0, 1, 1, 0] for 6."""
    bits = to_bits(digit)
    return bits + [0] * (4 - len(bits))


def ten_outputs(digit):
    """Return what the ten output neurons say about this digit."""
    return [0.99 if place == digit else 0.01 for place in range(10)]


def bits_for(outputs):
    """Return the bits that the four new neurons say, each read at 0.5."""
    return [int(SigmoidNeuron(*neuron(bit))(outputs) >= 0.5) for bit in range(4)]


# Hint: Only one of the ten is large. So z is about the one weight that
#   belongs to the right digit, plus the bias.
# Hint: Neuron `bit` must say 1 for the digits that have this bit. Give these
#   digits a positive weight, and the others a negative one.
# Hint: four_bits(digit)[bit] is 1 or 0. Use the weights 10.0 and -10.0, and
#   the bias 0.0.

# Hidden:
#   >>> [bits_for([0.99 if place == 3 else 0.0 for place in range(10)])]
#   [[1, 1, 0, 0]]
#   >>> [len(neuron(bit)[0]) for bit in range(4)]
#   [10, 10, 10, 10]
