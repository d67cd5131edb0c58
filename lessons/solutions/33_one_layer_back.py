"""33 · The error, one layer back

Lesson: lessons/09-backpropagation.md

The second equation gives the errors of a layer out of those of the next:

    delta_k = (sum over j of w_jk delta_j) * sigma'(z_k)

Neuron k made its share of each error of the next layer, and w_jk says how
large it was. With matrices: the transposed weights times delta, then number
by number the slopes.
"""

from purenet.matrix import Matrix
from purenet.network import Network
from purenet.sigmoid import sigmoid_prime
from purenet.vectors import add, hadamard


def error_before(w, delta, z):
    """Return the errors of a layer.

    w: the weights from it to the next layer, a Matrix; delta: the errors of
    the next layer; z: the weighted inputs of this one.

    >>> error_before(Matrix([[2.0, 0.0, -4.0]]), [1.0], [0.0, 0.0, 0.0])
    [0.5, 0.0, -1.0]
    >>> error_before(Matrix([[1.0, 2.0], [3.0, 4.0]]), [1.0, 1.0], [0.0, 0.0])
    [1.0, 1.5]

    Compare with a whole network, whose last errors are nabla_b[1]:

    >>> net = Network([2, 3, 2], seed=4)
    >>> x = [0.5, -1.0]
    >>> nabla_b, nabla_w = net.backprop(x, [1.0, 0.0])
    >>> z = add(net.weights[0] @ x, net.biases[0])
    >>> delta = error_before(net.weights[1], nabla_b[1], z)
    >>> all(abs(one - two) < 1e-12 for one, two in zip(delta, nabla_b[0]))
    True
    """
    # --- your code
    slopes = [sigmoid_prime(z_k) for z_k in z]
    return hadamard(w.transpose() @ delta, slopes)
    # --- end


# Hint: w.transpose() @ delta gives the sums over j, one for each neuron k.
# Hint: Make the list of slopes, sigmoid_prime(z_k) for each z_k, and
#   multiply number by number: hadamard(sums, slopes).

# Hidden:
#   >>> [round(d, 6) for d in error_before(Matrix([[1.0, -1.0]]), [2.0], [1.0, -3.0])]
#   [0.393224, -0.090353]
#   >>> len(error_before(Matrix([[1.0], [2.0], [3.0]]), [1.0, 1.0, 1.0], [0.0]))
#   1
