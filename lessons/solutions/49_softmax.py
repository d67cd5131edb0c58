"""49 · Softmax: outputs that sum to 1

Lesson: lessons/11-learning-better.md

Softmax makes probabilities of the weighted inputs of the last layer:

    a_j = exp(z_j) / (sum over k of exp(z_k))

Its cost is -ln of the probability of the right answer. Both have to work for
every z: exp(710) is more than a float can hold. Only differences of the z count,
so subtract the largest from all of them first.
"""

import math


def softmax(z):
    """Return the probabilities for a list of weighted inputs.

    >>> softmax([5.0, 5.0]), softmax([-1.0])
    ([0.5, 0.5], [1.0])
    >>> [round(a_j, 3) for a_j in softmax([2.0, 1.0, -1.0])]
    [0.705, 0.259, 0.035]
    >>> softmax([1000.0, 1000.0, 0.0])
    [0.5, 0.5, 0.0]
    """
    # --- your code
    powers = [math.exp(z_j - max(z)) for z_j in z]
    return [power / sum(powers) for power in powers]
    # --- end


def cost(z, right):
    """Return the log-likelihood cost; right: the place of the right answer.

    -ln a_j is ln(sum over k of exp(z_k)) - z_j. Written so it is a number even
    where a_j is too small for a float.

    >>> round(cost([0.0, 0.0], 1), 6), round(cost([2.0, 1.0, -1.0], 0), 6)
    (0.693147, 0.349012)
    >>> cost([1000.0, 0.0], 1), cost([-1000.0, 0.0], 1)
    (1000.0, 0.0)
    """
    # --- your code
    largest = max(z)
    return math.log(sum(math.exp(z_k - largest) for z_k in z)) + largest - z[right]
    # --- end


def delta(z, right):
    """Return the slopes of the cost in each z_j: a - y.

    >>> [round(d, 3) for d in delta([2.0, 1.0, -1.0], 1)]
    [0.705, -0.741, 0.035]
    """
    # --- your code
    return [a_j - (j == right) for j, a_j in enumerate(softmax(z))]
    # --- end


# Hint: (softmax) First all powers, math.exp(z_j - max(z)), in a list; then divide
#   each by their sum.
# Hint: (cost) Of ln(sum of exp(z_k)) the largest z comes out as a summand: it is
#   ln(sum of exp(z_k - largest)) + largest.
# Hint: (delta) y is 1 at the place right, and 0 elsewhere. So only there 1 is
#   subtracted from softmax(z).

# Hidden: softmax tuple
#   >>> softmax({one_of(numbers(n), smalls(n), wholes(n, 700, 720))})
# Hidden: cost tuple
#   z = one_of(numbers(n), smalls(n), [1000.0 * x for x in wholes(n)])
#   >>> cost({z}, {whole(0, n - 1)})
# Hidden: delta tuple
#   >>> delta({one_of(numbers(n), smalls(n), wholes(n, 700, 720))}, {whole(0, n - 1)})
