"""28 · Find the bug: a step that is not an average

Lesson: lessons/07-our-network.md

With mini-batches of 10 and eta 3.0 this program does not learn, but with
mini-batches of 1 it learns. Its author thinks that the digits are at fault.
Find the bug and mend it.
"""

from purenet.vectors import add, scale, subtract


def update(w, gradients, eta):
    """Return the weights after one step: w - eta/m * sum of the gradients.

    w: a list of weights; gradients: such a list for each of the m examples
    of the mini-batch.

    >>> update([1.0, 1.0], [[0.5, -0.5]], 2.0)
    [0.0, 2.0]
    >>> update([1.0, 1.0], [[0.5, -0.5], [0.5, -0.5]], 2.0)
    [0.0, 2.0]
    >>> update([1.0], [[4.0], [0.0], [0.0], [0.0]], 0.5)
    [0.5]
    """
    total = [0.0] * len(w)
    for gradient in gradients:
        total = add(total, gradient)
    # --- your code
    return subtract(w, scale(eta / len(gradients), total))
    # --- instead
    # return subtract(w, scale(eta, total))
    # --- end


# Hint: In the second example the mini-batch holds the same gradient twice.
#   The step should be the same as for one. How long is it here?
# Hint: `total` is the sum. The chapter's rule divides it by m, the number of
#   examples in the mini-batch.

# Hidden:
#   >>> update([0.0, 0.0], [[3.0, 0.0], [0.0, 3.0], [3.0, 3.0]], 1.0)
#   [-2.0, -2.0]
