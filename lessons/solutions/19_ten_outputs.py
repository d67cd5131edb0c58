"""19 · Ten outputs for ten digits

Lesson: lessons/05-reading-digits.md

The network has an output neuron for each digit. To train it one needs the
output wanted for a digit: 1.0 at its place, 0.0 elsewhere. To read its
answer one looks for the output neuron with the largest activation.
"""


def wanted(digit):
    """Return the ten outputs wanted for a digit.

    >>> wanted(0)
    [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    >>> wanted(6)
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    """
    # --- your code
    return [1.0 if place == digit else 0.0 for place in range(10)]
    # --- end


def digit_read(outputs):
    """Return the digit that these ten outputs say.

    >>> digit_read([0.1, 0.0, 0.2, 0.9, 0.1, 0.0, 0.3, 0.0, 0.8, 0.1])
    3
    >>> [digit_read(wanted(digit)) for digit in range(10)]
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

    The largest counts, even if no neuron is sure of itself:

    >>> digit_read([0.01, 0.02, 0.01, 0.0, 0.0, 0.0, 0.0, 0.01, 0.0, 0.01])
    1
    """
    # --- your code
    return outputs.index(max(outputs))
    # --- end


# Hint: (wanted) Begin with ten zeros: [0.0] * 10. Then change one of them.
# Hint: (digit_read) max(outputs) is the largest activation, and
#   outputs.index(...) says at which place it stands.

# Hidden: wanted tuple
#   >>> wanted({k % 10})
# Hidden: digit_read
#   largest = one_of(1, 0.001)
#   >>> digit_read({[part(6) * largest for _ in range(10)]})
