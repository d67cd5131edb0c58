"""28 · Find the bug: the last mini-batch

Lesson: lessons/07-our-network.md

The step of a mini-batch goes along the *average* of its gradients. This program
learns well from 60 digits, and badly from 61: each time after the last
mini-batch the weights have hardly moved. Its author thinks that the last digit
is at fault. Find the bug and mend it.
"""

from purenet.vectors import add, scale, subtract


def update(w, gradients, eta, mini_batch_size=10):
    """Return the weights after one step along the average of the gradients.

    w: a list of weights; gradients: such a list for each example that is in
    this mini-batch; mini_batch_size: how many there are in a full one.

    >>> update([1.0, 1.0], [[0.5, -0.5]] * 10, 2.0)
    [0.0, 2.0]
    >>> update([1.0, 1.0], [[0.5, -0.5]], 2.0)  # the last one, of the 61
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
    # return subtract(w, scale(eta / mini_batch_size, total))
    # --- end


# Hint: In the second example the mini-batch holds one gradient. By how much is
#   it divided here?
# Hint: `total` is a sum over the examples that are *there*. For an average it is
#   divided by their number.

# Hidden: update tuple
#   gradients = [smalls(n) for _ in range(2 * m)]
#   >>> update({smalls(n)}, {gradients[:m]}, {one_of(2.0, part())})
#   >>> update({smalls(n)}, {gradients}, {one_of(3.0, part())}, {whole(1, 30)})
