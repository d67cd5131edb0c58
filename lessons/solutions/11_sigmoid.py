"""11 · The sigmoid function

Lesson: lessons/03-sigmoid-neurons.md

    sigma(z) = 1 / (1 + exp(-z))

Written down as it stands it fails for z = -1000: exp(1000) is larger than a
float can be. Write it so that it works for every z.
"""

import math


def sigmoid(z):
    """Return sigma(z), a number from 0 to 1.

    >>> sigmoid(0.0)
    0.5
    >>> round(sigmoid(2.0), 6), round(sigmoid(-2.0), 6)
    (0.880797, 0.119203)
    >>> sigmoid(1000.0)
    1.0
    >>> sigmoid(-1000.0)
    0.0
    """
    # --- your code
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    return math.exp(z) / (1.0 + math.exp(z))
    # --- end


# Hint: Begin with the formula: return 1.0 / (1.0 + math.exp(-z)). It is
#   right for every z that is 0 or more. What happens for z = -1000?
# Hint: For z below 0 multiply the top and the bottom of the fraction by
#   exp(z): then it is exp(z) / (1 + exp(z)). exp(-1000) is just 0.0.
# Hint: So write: if z >= 0, return the first form, otherwise the second.

# Hidden: sigmoid
#   >>> sigmoid({one_of(number(), whole(-9, 9) / 4)})
#   >>> sigmoid({one_of(20.25, -30.5, -31, whole(-33, 33), one_of(-9, 9) * 10**m)})
