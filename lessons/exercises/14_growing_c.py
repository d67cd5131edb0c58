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
    raise NotImplementedError("your code here")


def where_it_fails():
    """Return an input of three bits, not all 0, for which no c is enough.

    The neuron has the weights 2, -1, -1 and the bias 0.

    >>> x = where_it_fails()
    >>> list(x) != [0, 0, 0] and len(x) == 3 and all(bit in (0, 1) for bit in x)
    True
    >>> [SigmoidNeuron([2 * c, -c, -c], bias=0)(x) for c in (1, 1000)]
    [0.5, 0.5]
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
