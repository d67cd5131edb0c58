"""34 · From the errors to the gradient

Lesson: lessons/09-backpropagation.md

The third and the fourth equation are the harvest. Once the errors delta of a
layer are known, the gradient costs nothing more:

    dC/db_j = delta_j               dC/dw_jk = a_k delta_j

where a_k is the activation that came in from neuron k of the layer before.
"""

from purenet.matrix import Matrix, Outer
from purenet.network import Network


def gradient(delta, a):
    """Return the slopes in the biases, a list, and in the weights, a Matrix.

    delta: the errors of a layer; a: the activations of the layer before.

    >>> nabla_b, nabla_w = gradient([1.0, -2.0], [0.5, 0.0, 1.0])
    >>> nabla_b
    [1.0, -2.0]
    >>> nabla_w.shape
    (2, 3)
    >>> nabla_w == Matrix([[0.5, 0.0, 1.0], [-1.0, 0.0, -2.0]])
    True
    >>> net = Network([3, 2], seed=2)
    >>> x = [0.1, 0.2, 0.3]
    >>> whole_b, whole_w = net.backprop(x, [0.0, 1.0])
    >>> gradient(whole_b[0], x) == (whole_b[0], whole_w[0])
    True
    """
    # --- your code
    return list(delta), Outer(delta, a)
    # --- end


def where_it_learns_slowly():
    """Return which of "a", "b", "c" slow down the learning of a weight w_jk.

    a: a_k is near 0; b: a_k is near 1; c: neuron j is near 0 or near 1.
    Return a list of letters. The check works out dC/dw for each case.

    >>> nabla_w = {"a": slope(a_k=0.01, z_j=0.5), "b": slope(a_k=0.99, z_j=0.5),
    ...            "c": slope(a_k=0.99, z_j=8.0)}
    >>> list(where_it_learns_slowly()) == [
    ...     letter for letter in "abc" if abs(nabla_w[letter]) < 0.01]
    True
    """
    # --- your code
    return ["a", "c"]
    # --- end


def slope(a_k, z_j):
    """Return dC/dw_jk of an output neuron with weighted input z_j; wanted: 0."""
    net = Network([1, 1])
    net.weights[0][0][0] = 0.0
    net.biases[0][0] = z_j
    nabla_b, nabla_w = net.backprop([a_k], [0.0])
    return nabla_w[0][0][0]


# Hint: (gradient) The slopes in the weights have a row for each delta_j and
#   a column for each a_k. Outer(u, v) has the number u_j v_k at j, k.
# Hint: (gradient) Return a pair: delta, and Outer(delta, a).
# Hint: (where_it_learns_slowly) Look at the formula a_k delta_j, and
#   remember that delta_j has the factor sigma'(z_j), small where the neuron
#   is sure.

# Hidden:
#   >>> nabla_b, nabla_w = gradient([3.0], [2.0, -1.0])
#   >>> nabla_b, nabla_w == Matrix([[6.0, -3.0]])
#   ([3.0], True)
