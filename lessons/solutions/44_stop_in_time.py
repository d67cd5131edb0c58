"""44 · Stop in time

Lesson: lessons/14-your-own-data.md

After each epoch the network is asked about the validation rows. The best epoch
is kept, and when several epochs in a row have brought nothing better, the
training stops. Write both, for the counts of right answers as they come.
"""


def best_epoch(counts):
    """Return the number of the best epoch, the first of equals.

    counts: how many were right after epoch 0, 1, 2 and so on.

    >>> best_epoch([80, 91, 88, 91, 90])
    1
    >>> best_epoch([50])
    0
    """
    # --- your code
    return counts.index(max(counts))
    # --- end


def last_epoch(counts, patience):
    """Return the number of the epoch after which the training stops.

    It stops as soon as so many epochs in a row have brought nothing better
    than the best before them; if that never happens, after the last.

    >>> last_epoch([80, 91, 88, 91, 90, 95], patience=2)
    3
    >>> last_epoch([80, 91, 88, 92, 90, 95], patience=2)
    5
    >>> last_epoch([80, 79], patience=5)
    1
    """
    # --- your code
    for epoch in range(len(counts)):
        if epoch - best_epoch(counts[: epoch + 1]) >= patience:
            return epoch
    return len(counts) - 1
    # --- end


# Hint: (best_epoch) The list's method index gives the first place of a number.
# Hint: (last_epoch) Go through the epochs. At each, only the counts up to it are
#   known: counts[: epoch + 1]. Which is the best of these, and how long ago was it?
# Hint: (last_epoch) If that is `patience` epochs ago or more, stop there. After
#   the loop: it never happened.

# Hidden: best_epoch
#   >>> best_epoch({wholes(n, 0, one_of(3, 99))})
# Hidden: last_epoch
#   counts = wholes(2 * n, 0, one_of(3, 99))
#   counts[: k % 9] = sorted(counts[: k % 9])
#   >>> last_epoch({counts}, patience={whole(1, 5)})
