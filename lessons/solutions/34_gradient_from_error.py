"""34 · From the errors of a mini-batch to its gradient

Lesson: lessons/09-backpropagation.md

The third and the fourth equation are the harvest. Once the errors delta of a
layer are known, the gradient costs nothing more:

    dC/db_j = delta_j               dC/dw_jk = a_k delta_j

where a_k is the activation that came in from neuron k of the layer before. A
mini-batch takes the average over its m examples.
"""

from purenet.matrix import Matrix
from purenet.network import Network


def gradient(deltas, activations):
    """Return the average slopes in the biases, a list, and in the weights, a Matrix.

    deltas: for each example the errors of a layer; activations: for each
    example those of the layer before.

    >>> nabla_b, nabla_w = gradient([[1.0, -2.0]], [[0.5, 0.0, 1.0]])
    >>> nabla_b
    [1.0, -2.0]
    >>> nabla_w == Matrix([[0.5, 0.0, 1.0], [-1.0, 0.0, -2.0]])
    True
    >>> nabla_b, nabla_w = gradient([[1.0], [3.0]], [[1.0, 0.0], [1.0, 2.0]])
    >>> nabla_b, nabla_w == Matrix([[2.0, 3.0]])
    ([2.0], True)
    """
    # --- your code
    m = len(deltas)
    nabla_b = [sum(column) / m for column in zip(*deltas)]
    nabla_w = [
        [sum(delta[j] * a[k] for delta, a in zip(deltas, activations)) / m
         for k in range(len(activations[0]))]
        for j in range(len(deltas[0]))
    ]
    return nabla_b, Matrix(nabla_w)
    # --- end


def where_it_learns_slowly():
    """Return which of "a", "b", "c" slow down the learning of a weight w_jk.

    a: a_k is near 0; b: a_k is near 1; c: neuron j is near 0 or near 1.
    Return a list of letters. The check works out dC/dw for each case.

    >>> nabla_w = {"a": slope(a_k=0.01, z_j=0.5), "b": slope(a_k=0.99, z_j=0.5),
    ...            "c": slope(a_k=0.99, z_j=8.0)}
    >>> sorted(where_it_learns_slowly()) == [
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


# Hint: (gradient) nabla_b has a number for each neuron: the average of its
#   deltas. zip(*deltas) gives them neuron by neuron.
# Hint: (gradient) nabla_w has a row for each neuron j and a column for each
#   input k: the average, over the examples, of delta[j] * a[k].
# Hint: (gradient) Careful: the average of the products is not the product of the
#   averages.
# Hint: (where_it_learns_slowly) Look at the formula a_k delta_j, and
#   remember that delta_j has the factor sigma'(z_j), small where the neuron
#   is sure.

# Hidden: gradient
#   j, k = whole(1, 8), whole(1, 8)
#   >>> nabla_b, nabla_w = gradient({rows(m, j, 1)}, {rows(m, k, 1)})
#   >>> list(nabla_b)
#   >>> nabla_w
