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
    return subtract(w, scale(eta, total))


if __name__ == "__main__":
    print("To check this file:  python3 -m purenet check 28")
