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
    raise NotImplementedError("your code here")


def ten_outputs(digit):
    """Return what the ten output neurons say about this digit."""
    return [0.99 if place == digit else 0.01 for place in range(10)]


def lit_by(outputs):
    """Return the bars that the seven neurons light, each read at 0.5."""
    return "".join(
        bar for bar in "abcdefg" if SigmoidNeuron(*neuron(bar))(outputs) >= 0.5
    )


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
