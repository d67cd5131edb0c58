"""42 · Numbers that know their slopes

Lesson: lessons/17-on-to-numpy-and-pytorch.md

The lesson's Number can add, multiply and take the sigmoid. This one can do other
things: each Number remembers which numbers it was made from, and its slope in each
of them. Write the rule for a quotient, the rule for tanh, and the way back. For a
difference the rule is there.
"""

import math


class Number:
    """A number, and how it was made: made_from is a list of (number, slope).

    >>> w, b = Number(0.5), Number(1.0)
    >>> (w - b).value
    -0.5
    >>> [slope for number, slope in (w - b).made_from]
    [1.0, -1.0]
    """

    def __init__(self, value, made_from=()):
        self.value = value
        self.made_from = made_from
        self.slope = 0.0

    def __sub__(self, other):
        return Number(self.value - other.value, [(self, 1.0), (other, -1.0)])

    def __truediv__(self, other):
        """Return the quotient; how steep is it in the one and in the other?

        Of u / v the slope is 1 / v in u, and -u / v^2 in v.

        >>> quotient = Number(3.0) / Number(-4.0)
        >>> quotient.value, sorted(slope for number, slope in quotient.made_from)
        (-0.75, [-0.25, -0.1875])
        """
        # --- your code
        u, v = self.value, other.value
        return Number(u / v, [(self, 1 / v), (other, -u / v**2)])
        # --- end

    def tanh(self):
        """Return tanh of the number; its slope is 1 - tanh(z)^2.

        >>> a = Number(0.0).tanh()
        >>> a.value, [slope for number, slope in a.made_from]
        (0.0, [1.0])
        """
        # --- your code
        a = math.tanh(self.value)
        return Number(a, [(self, 1 - a * a)])
        # --- end

    def backward(self, slope=1.0):
        """Add to the slope of every number that this one was made from.

        slope: how steep the last result is in this number.

        >>> x, one = Number(2.0), Number(1.0)
        >>> (x - one / x).backward()
        >>> x.slope                             # of x - 1/x it is 1 + 1/x^2
        1.25
        >>> u, v, b = Number(2.0), Number(4.0), Number(0.5)
        >>> (u / v - b).tanh().backward()
        >>> u.slope, v.slope, b.slope
        (0.25, -0.125, -1.0)
        """
        # --- your code
        self.slope += slope
        for number, steepness in self.made_from:
            number.backward(slope * steepness)
        # --- end


# Hint: (__truediv__) made_from is a list of two pairs, (self, its slope) and
#   (other, its slope), with the two slopes that the docstring names.
# Hint: (tanh) It was made from one number only, so made_from is a list of one
#   pair.
# Hint: (backward) Two things: add slope to self.slope; then call backward of
#   each number in made_from. What do you give it? The chain rule: multiply.

# Hidden: __truediv__
#   >>> u, v = Number({number()}), Number({one_of(1, -1) * whole(1, 30) / 4})
#   >>> quotient = u / v
#   >>> quotient.value
#   >>> [sum(s for x, s in quotient.made_from if x is made) for made in (u, v)]
# Hidden: tanh
#   >>> z = Number({2 * small()})
#   >>> z.tanh().value, [slope for x, slope in z.tanh().made_from if x is z]
# Hidden: backward
#   >>> x, y = Number({whole() / 4}), Number({one_of(1, -1) * whole(3, 20) / 4})
#   >>> z = x / y
#   >>> for _ in range({n}):
#   ...     z = (z - y / z.tanh()).tanh() if z.value else (z - x).tanh()
#   >>> z.backward({one_of(1.0, number())})
#   >>> x.slope, y.slope
