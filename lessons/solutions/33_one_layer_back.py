"""33 · The error, one layer back, with tanh

Lesson: lessons/09-backpropagation.md

The second equation gives the errors of a layer out of those of the next:

    delta_k = (sum over j of w_jk delta_j) * (the slope of neuron k at z_k)

Neuron k made its share of each error of the next layer, and w_jk says how
large it was. The lesson's neurons are sigmoid neurons. Here a neuron of the
hidden layer answers a_k = tanh(z_k), between -1 and 1, and its slope is
1 - tanh(z_k)^2.
"""

import math

from purenet.matrix import Matrix
from purenet.vectors import dot


def error_before(w, delta, z):
    """Return the errors of a layer of tanh neurons.

    w: the weights from it to the next layer, a Matrix; delta: the errors of
    the next layer; z: the weighted inputs of this one.

    >>> error_before(Matrix([[2.0, 0.0, -4.0]]), [1.0], [0.0, 0.0, 0.0])
    [2.0, 0.0, -4.0]
    >>> error_before(Matrix([[1.0, 2.0], [3.0, 4.0]]), [1.0, 1.0], [0.0, 0.0])
    [4.0, 6.0]

    Compare with slopes found by trying: the cost of the next layer, whose
    neurons have delta_j = a_j - y_j, grows with z_k as fast as delta_k says.

    >>> w, y, z = Matrix([[0.5, -1.5], [2.0, 1.0]]), [1.0, 0.0], [0.3, -0.8]
    >>> delta = [a_j - y_j for a_j, y_j in zip(outputs(w, z), y)]
    >>> found = [slope_by_trying(w, y, z, k) for k in range(2)]
    >>> all(abs(one - two) < 1e-6 for one, two in zip(error_before(w, delta, z), found))
    True
    """
    # --- your code
    errors = w.transpose() @ delta
    return [e_k * (1 - math.tanh(z_k) ** 2) for e_k, z_k in zip(errors, z)]
    # --- end


def outputs(w, z):
    """Return the weighted inputs of the next layer, which are its outputs here."""
    return [dot(row, [math.tanh(z_k) for z_k in z]) for row in w]


def slope_by_trying(w, y, z, k, h=1e-6):
    """Return how fast half the squared error grows with z_k."""
    cost = []
    for side in (h, -h):
        moved = [z_i + side * (i == k) for i, z_i in enumerate(z)]
        cost.append(sum((a - y_j) ** 2 for a, y_j in zip(outputs(w, moved), y)) / 2)
    return (cost[0] - cost[1]) / (2 * h)


# Hint: w.transpose() @ delta gives the sums over j, one for each neuron k.
# Hint: Multiply each with the slope of its neuron, 1 - math.tanh(z_k) ** 2,
#   where the lesson takes sigmoid_prime(z_k).

# Hidden: error_before tuple
#   w, z = rows(m, n, 9), [2 * small() for _ in range(n)]
#   >>> error_before(Matrix({w}), {numbers(m, 9)}, {z})
