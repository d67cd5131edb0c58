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
    raise NotImplementedError("your code here")


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
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
