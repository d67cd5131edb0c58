"""32 · The error of the output layer

Lesson: lessons/09-backpropagation.md

The first of the four equations of backpropagation. The error of neuron j of
the last layer L says how fast the cost changes with its weighted input:

    delta_j = dC/da_j * sigma'(z_j)

For the quadratic cost of one example, C = |y - a|^2 / 2, dC/da_j is simply
a_j - y_j.
"""

from purenet.network import Network
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.vectors import add


def output_error(z, y):
    """Return the errors delta of the output layer.

    z: the weighted inputs of its neurons; y: the outputs wanted.

    >>> output_error([0.0], [1.0])
    [-0.125]
    >>> output_error([0.0, 0.0], [0.5, 0.0])
    [0.0, 0.125]

    The gradient of the biases is delta. Compare with the whole network's:

    >>> net = Network([2, 3], seed=4)
    >>> x, y = [0.5, -1.0], [1.0, 0.0, 0.0]
    >>> nabla_b, nabla_w = net.backprop(x, y)
    >>> z = add(net.weights[0] @ x, net.biases[0])
    >>> delta = output_error(z, y)
    >>> all(abs(one - two) < 1e-12 for one, two in zip(delta, nabla_b[0]))
    True
    """
    # --- your code
    return [
        (sigmoid(z_j) - y_j) * sigmoid_prime(z_j) for z_j, y_j in zip(z, y)
    ]
    # --- end


# Hint: The activation of neuron j is a_j = sigmoid(z_j).
# Hint: For each pair z_j, y_j: (sigmoid(z_j) - y_j) * sigmoid_prime(z_j).

# Hidden:
#   >>> [round(delta, 6) for delta in output_error([2.0, -2.0], [0.0, 1.0])]
#   [0.092478, -0.092478]
