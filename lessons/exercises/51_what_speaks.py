"""51 · What each input does for an output

Lesson: lessons/15-why-this-answer.md

A network has one hidden layer of tanh neurons, and one output neuron that just
adds up: its output is v . a, with a_j = tanh(z_j). So the slope of the output
in input k is

    sum over j of v_j (1 - tanh(z_j)^2) w_jk

and what the input x_k does for the output is about this slope times x_k.
"""

import math

from purenet.matrix import Matrix
from purenet.vectors import dot


def spoken(w, v, x):
    """Return slope times input for each input, as a list.

    w: the weights of the hidden layer, a Matrix with a row for each hidden
    neuron; v: the weights of the output; x: the inputs. z = w x, without biases.

    With z = 0 every tanh has the slope 1:

    >>> spoken(Matrix([[2.0, -1.0]]), [1.0], [1.0, 2.0])
    [2.0, -2.0]
    >>> spoken(Matrix([[1.0, -1.0], [3.0, -3.0]]), [1.0, 2.0], [0.5, 0.5])
    [3.5, -3.5]

    Where there is no ink, there is nothing to say:

    >>> spoken(Matrix([[0.0, 1.0]]), [5.0], [1.0, 0.0])
    [0.0, 0.0]
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
