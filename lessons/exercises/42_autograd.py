"""42 · Numbers that know their slopes

Lesson: lessons/12-on-to-numpy-and-pytorch.md

An autograd in twenty lines: each Number remembers which numbers it was made
from, and its slope in each of them. Write the rule for a product, the rule
for the sigmoid, and the way back. For a sum the rule is there.
"""

from purenet.sigmoid import sigmoid


class Number:
    """A number, and how it was made: made_from is a list of (number, slope).

    >>> w, b = Number(0.5), Number(1.0)
    >>> (w + b).value
    1.5
    >>> [slope for number, slope in (w + b).made_from]
    [1.0, 1.0]
    """

    def __init__(self, value, made_from=()):
        self.value = value
        self.made_from = made_from
        self.slope = 0.0

    def __add__(self, other):
        return Number(self.value + other.value, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        """Return the product; how steep is it in the one and in the other?

        >>> product = Number(3.0) * Number(-4.0)
        >>> product.value, [slope for number, slope in product.made_from]
        (-12.0, [-4.0, 3.0])
        """
        raise NotImplementedError("your code here")

    def sigmoid(self):
        """Return sigma of the number.

        >>> a = Number(0.0).sigmoid()
        >>> a.value, [slope for number, slope in a.made_from]
        (0.5, [0.25])
        """
        raise NotImplementedError("your code here")

    def backward(self, slope=1.0):
        """Add to the slope of every number that this one was made from.

        slope: how steep the last result is in this number.

        >>> x = Number(3.0)
        >>> (x * x + x).backward()
        >>> x.slope                             # of x^2 + x it is 2x + 1
        7.0
        >>> w, x, b = Number(2.0), Number(1.0), Number(-2.0)
        >>> (w * x + b).sigmoid().backward()
        >>> w.slope, x.slope, b.slope
        (0.25, 0.5, 0.25)
        """
        raise NotImplementedError("your code here")


if __name__ == "__main__":
    print("To check this file:  python3 -m purenet check 42")
