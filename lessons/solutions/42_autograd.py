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
        # --- your code
        made_from = [(self, other.value), (other, self.value)]
        return Number(self.value * other.value, made_from)
        # --- end

    def sigmoid(self):
        """Return sigma of the number.

        >>> a = Number(0.0).sigmoid()
        >>> a.value, [slope for number, slope in a.made_from]
        (0.5, [0.25])
        """
        # --- your code
        a = sigmoid(self.value)
        return Number(a, [(self, a * (1 - a))])
        # --- end

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
        # --- your code
        self.slope += slope
        for number, steepness in self.made_from:
            number.backward(slope * steepness)
        # --- end


# Hint: (__mul__) If w grows by a little, w x grows by x times as much. So the
#   slope in self is other.value, and the slope in other is self.value.
# Hint: (sigmoid) sigma'(z) = sigma(z) (1 - sigma(z)). It was made from one
#   number only, so made_from is a list of one pair.
# Hint: (backward) Two things: add slope to self.slope; then call backward of
#   each number in made_from. What do you give it? The chain rule: multiply.

# Hidden:
#   >>> x = Number(3.0)
#   >>> y = x * x
#   >>> (y * y).backward()
#   >>> x.slope                             # of x^4 it is 4 x^3
#   108.0
#   >>> x = Number(1.0)
#   >>> x.sigmoid().backward()
#   >>> round(x.slope, 6)
#   0.196612
