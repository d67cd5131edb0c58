"""20 · Seven segments

Lesson: lessons/05-reading-digits.md

The lesson puts four neurons behind the ten outputs, one for each bit. A pocket
calculator shows a digit with seven bars instead, each lit or dark:

     aaa
    f   b
     ggg
    e   c
     ddd

So put seven neurons behind the ten outputs, one for each bar. You may count on
the ten: the right one is at least 0.99, the others are less than 0.01.
"""

from purenet.sigmoid import SigmoidNeuron

LIT = ["abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc", "abcdefg",
       "abcdfg"]  # for each digit the bars that are lit


def neuron(bar):
    """Return the ten weights, and the bias, of the neuron for this bar.

    >>> lit_by([0.01, 0.01, 0.01, 0.01, 0.99, 0.01, 0.01, 0.01, 0.01, 0.01])
    'bcfg'
    >>> all(lit_by(ten_outputs(digit)) == LIT[digit] for digit in range(10))
    True

    An answer should be clear: above 0.9, or below 0.1.

    >>> answers = [SigmoidNeuron(*neuron(bar))(ten_outputs(digit))
    ...            for digit in range(10) for bar in "abcdefg"]
    >>> all(answer > 0.9 or answer < 0.1 for answer in answers)
    True
    """
    # --- your code
    return [10.0 if bar in LIT[digit] else -10.0 for digit in range(10)], 0.0
    # --- end


def ten_outputs(digit):
    """Return what the ten output neurons say about this digit."""
    return [0.99 if place == digit else 0.01 for place in range(10)]


def lit_by(outputs):
    """Return the bars that the seven neurons light, each read at 0.5."""
    return "".join(
        bar for bar in "abcdefg" if SigmoidNeuron(*neuron(bar))(outputs) >= 0.5
    )


# Hint: Only one of the ten is large. So z is about the one weight that
#   belongs to the right digit, plus the bias.
# Hint: Neuron "e" must say 1 for the digits that have the bar e: `"e" in
#   LIT[digit]`. Give these digits a positive weight, and the others a negative.
# Hint: Nine small inputs of 0.01 must not spoil it. With the weights 10.0 and
#   -10.0 and the bias 0.0 they bring less than 1 together.

# Hidden: neuron
#   outputs = [one_of(0.0, part() / 101) for _ in range(10)]
#   outputs[k % 10] = one_of(0.99, 1.0)
#   >>> lit_by({outputs})
