"""32 · The error of the output layer, with another cost

Lesson: lessons/09-backpropagation.md

The first of the four equations of backpropagation. The error of neuron j of
the last layer L says how fast the cost changes with its weighted input:

    delta_j = dC/da_j * sigma'(z_j)

The lesson takes the quadratic cost. Here the cost of one example is the sum of
(a_j - y_j)^4 / 4: it cares little for small mistakes and much for large ones.
First find dC/da_j.
"""

from purenet.network import Network
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.vectors import add


def output_error(z, y):
    """Return the errors delta of the output layer.

    z: the weighted inputs of its neurons; y: the outputs wanted.

    >>> output_error([0.0], [1.0])
    [-0.03125]
    >>> output_error([0.0, 0.0], [0.5, 0.0])
    [0.0, 0.03125]

    The gradient of the biases is delta. Compare with a network of this cost:

    >>> net = FourthPower([2, 3], seed=4)
    >>> x, y = [0.5, -1.0], [1.0, 0.0, 0.0]
    >>> nabla_b, nabla_w = net.backprop(x, y)
    >>> z = add(net.weights[0] @ x, net.biases[0])
    >>> delta = output_error(z, y)
    >>> all(abs(one - two) < 1e-12 for one, two in zip(delta, nabla_b[0]))
    True
    """
    # --- your code
    return [
        (sigmoid(z_j) - y_j) ** 3 * sigmoid_prime(z_j) for z_j, y_j in zip(z, y)
    ]
    # --- end


class FourthPower(Network):
    """A Network that tells its backprop another slope of the cost, by Horner."""

    def cost_derivative(self, a, y):
        return [((a_j - 3 * y_j) * a_j + 3 * y_j**2) * a_j - y_j**3
                for a_j, y_j in zip(a, y)]


# Hint: The activation of neuron j is a_j = sigmoid(z_j). Of v^4 / 4 the slope is
#   v^3, and v = a_j - y_j grows just as fast as a_j.
# Hint: For each pair z_j, y_j: (sigmoid(z_j) - y_j) ** 3 * sigmoid_prime(z_j).

# Hidden: output_error tuple
#   >>> output_error({numbers(n, 5)}, {[one_of(0.0, 1.0, part()) for _ in range(n)]})
