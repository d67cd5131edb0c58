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
    raise NotImplementedError("your code here")


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
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
