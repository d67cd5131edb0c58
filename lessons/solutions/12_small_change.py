"""12 · Small changes stay small

Lesson: lessons/03-sigmoid-neurons.md

Change the weights and the bias of a sigmoid neuron a little, and its output
changes a little. The chapter says by how much, to a good approximation:

    change of output  ~  sum over j of (d output / d w_j) * (change of w_j)
                         + (d output / d b) * (change of b)

For one neuron, d output / d w_j = sigma'(z) x_j and d output / d b =
sigma'(z), where z = w . x + b.
"""

from purenet.sigmoid import SigmoidNeuron, sigmoid_prime
from purenet.vectors import add, dot


def predicted_change(weights, bias, x, weight_changes, bias_change):
    """Return the change of the output that the formula predicts.

    The slope at z = 0 is 1/4, so a change of the bias counts a quarter:

    >>> round(predicted_change([1, -1], 0.0, [1, 1], [0.0, 0.0], 0.004), 9)
    0.001

    Compare with what really happens when a neuron is changed:

    >>> w, b, x = [0.8, -0.4], 0.1, [1.0, 0.5]
    >>> dw, db = [0.001, -0.002], 0.001
    >>> real = SigmoidNeuron(add(w, dw), b + db)(x) - SigmoidNeuron(w, b)(x)
    >>> abs(predicted_change(w, b, x, dw, db) - real) < 1e-6
    True
    """
    # --- your code
    slope = sigmoid_prime(dot(weights, x) + bias)
    return slope * (dot(weight_changes, x) + bias_change)
    # --- end


# Hint: First z = dot(weights, x) + bias, then the slope: sigmoid_prime(z).
# Hint: The slope is in each term of the sum. What is left is x_j times the
#   change of w_j, summed, plus the change of b.
# Hint: That sum over j is dot(weight_changes, x).

# Hidden: predicted_change
#   w, x, dw = smalls(n), numbers(n, 9), smalls(n)
#   >>> predicted_change({w}, {small()}, {x}, {dw}, {small()})
