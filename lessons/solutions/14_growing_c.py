"""14 · Sigmoid neurons that become perceptrons

Lesson: lessons/03-sigmoid-neurons.md

The second half of the same exercise. Now the neurons are sigmoid neurons.
Multiply weights and biases by a c that grows and grows: sigma(c z) comes
nearer and nearer to what the perceptron answers. How large must c be? And
there is one case in which it fails.
"""

from purenet.perceptron import step
from purenet.sigmoid import SigmoidNeuron, sigmoid


def smallest_c(zs, distance):
    """Return the smallest whole number c, from 1 on, that is large enough.

    Large enough: for each z of the list zs, sigmoid(c * z) and step(z) are
    less than `distance` apart. No z is 0.

    >>> smallest_c([3, 1, 1, -1], 0.01)
    5
    >>> smallest_c([3, 1, 1, -1], 0.3)
    1
    >>> smallest_c([0.5, -2.0], 0.001)
    14
    """
    # --- your code
    c = 1
    while any(abs(sigmoid(c * z) - step(z)) >= distance for z in zs):
        c += 1
    return c
    # --- end


def where_it_fails():
    """Return an input of three bits, not all 0, for which no c is enough.

    The neuron has the weights 2, -1, -1 and the bias 0.

    >>> x = where_it_fails()
    >>> list(x) != [0, 0, 0] and len(x) == 3 and all(bit in (0, 1) for bit in x)
    True
    >>> [SigmoidNeuron([2 * c, -c, -c], bias=0)(x) for c in (1, 1000)]
    [0.5, 0.5]
    """
    # --- your code
    return [1, 1, 1]
    # --- end


# Hint: (smallest_c) Begin with c = 1. While one z of the list is still too
#   far away, take the next c.
# Hint: (smallest_c) Too far away: abs(sigmoid(c * z) - step(z)) >= distance.
#   `any(... for z in zs)` says whether that is so for one of them.
# Hint: (where_it_fails) c z moves away from 0 for each z but one. For which z
#   does it stay where it is? Find the input with this weighted sum.

# Hidden: smallest_c
#   zs = [one_of(1, -1) * whole(1, 30) / one_of(8, 8, 1024) for _ in range(n)]
#   >>> smallest_c({zs}, {one_of(0.6, 0.3, 0.1, 0.01, 0.001)})
