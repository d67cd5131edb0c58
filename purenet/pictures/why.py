"""Why this answer? The slope of an output in every pixel.

Backpropagation asks how the cost changes with the weights. The same way back
answers another question: how does output k change with the *input*? In the words of
the book's second equation, with 1 for output k in the place of the cost's slope:

    delta of the last layer = sigma'(z) for output k, 0 for the others
    delta before            = (w transposed times delta) * sigma'(z)
    slope in input i        = sum over j of w_ji delta_j, of the first layer

A slope times the ink of its pixel is about what the ink there does for the answer.
(For the idea see Simonyan, Vedaldi and Zisserman, "Deep Inside Convolutional
Networks", 2013.)
"""

from __future__ import annotations

from collections.abc import Sequence

from purenet.network import Network
from purenet.vectors import Vector, hadamard
from purenet.words import say


def slopes(net: Network, x: Sequence[float], output: int) -> Vector:
    """Return how steep an output, numbered from 0, is in each number of the input x.

    >>> net = Network.from_weights([[[2.0, -1.0]]], [[0.0]])
    >>> slopes(net, [0.0, 0.0], 0)              # sigma'(0) is 1/4
    [0.5, -0.25]
    """
    if not 0 <= output < net.sizes[-1]:
        last = net.sizes[-1] - 1
        raise ValueError(say("outputs are numbered from 0 to {}, not {}", last, output))
    zs, _ = net.forward(x)
    wanted = [float(j == output) for j in range(net.sizes[-1])]
    delta = hadamard(wanted, net.activation_prime(zs[-1]))
    for z, w in zip(zs[-2::-1], net.weights[:0:-1]):
        delta = hadamard(w.transpose() @ delta, net.activation_prime(z))
    return net.weights[0].transpose() @ delta
