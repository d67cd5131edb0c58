"""41 · A whole mini-batch in one product

Lesson: lessons/17-on-to-numpy-and-pytorch.md

Libraries keep the examples of a mini-batch as the rows of one matrix A, and
ask a layer about all of them at once:

    A' = sigma(A w^T + b)

Write the network's feedforward like this, with purenet's Matrix.
"""

from purenet.matrix import Matrix
from purenet.network import Network
from purenet.sigmoid import sigmoid
from purenet.vectors import add


def feedforward(net, A):
    """Return the outputs of a network as a matrix, a row for each row of A.

    >>> net = Network([2, 3, 1], seed=1)
    >>> A = Matrix([[0.0, 1.0], [1.0, 0.5], [0.25, 0.0], [1.0, 1.0]])
    >>> outputs = feedforward(net, A)
    >>> outputs.shape
    (4, 1)
    >>> one_by_one = Matrix([net.feedforward(a) for a in A])
    >>> max(abs(row[0]) for row in outputs - one_by_one) < 1e-12
    True
    >>> A.shape
    (4, 2)
    """
    # --- your code
    for w, b in zip(net.weights, net.biases):
        Z = A @ w.transpose()
        A = Matrix([[sigmoid(z) for z in add(row, b)] for row in Z])
    return A
    # --- end


def step_of_last_layer(delta, A, eta):
    """Return what is taken from the last layer's weights: eta/m delta^T A.

    delta: the errors, a row for each of the m examples; A: what came into the
    layer, a row for each example.

    >>> step = step_of_last_layer(
    ...     Matrix([[0.5], [-1.0]]), Matrix([[1.0, 0.0, 2.0], [0.5, 1.0, 0.0]]), 3.0)
    >>> step == Matrix([[0.0, -1.5, 1.5]])
    True
    """
    # --- your code
    return delta.transpose() @ A * (eta / len(delta))
    # --- end


# Hint: (feedforward) A loop over zip(net.weights, net.biases). In it, A @
#   w.transpose() gives the weighted inputs, a row for each example, but still
#   without b.
# Hint: (feedforward) Go through the rows: add(row, b), then sigmoid of each
#   number. Matrix([...]) of these rows is the next A.
# Hint: (step_of_last_layer) delta.transpose() @ A has the shape of the weights
#   and has added up over the examples already. Times eta, divided by len(delta).

# Hidden: feedforward without purenet.network:Network
#   sizes = wholes(2 + k % 8, 1, one_of(3, 7))
#   >>> net = Network({sizes}, seed={k})
#   >>> feedforward(net, Matrix({rows(m, sizes[0], 1)}))
# Hidden: step_of_last_layer
#   delta, A, eta = rows(m, whole(1, 4), 1), rows(m, n, 1), one_of(3.0, part())
#   >>> step_of_last_layer(Matrix({delta}), Matrix({A}), {eta})
