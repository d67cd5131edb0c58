"""43 · Columns from 0 to 1

Lesson: lessons/14-your-own-data.md

A network learns hardly anything from large numbers. Bring each column of a
table to numbers from 0 to 1: subtract its smallest number, then divide by
what is then its largest. Both are taken from the rows to learn from alone;
other rows are scaled with the same two numbers, and may come out below 0 or
above 1.
"""


def scaler(rows):
    """Return a function that scales a row as these rows have to be scaled.

    rows: lists of numbers, equally long. A column whose numbers are all the
    same becomes 0.0. What is done to the rows afterwards changes nothing.

    >>> scaled = scaler([[1, 100], [3, 300], [2, 500]])
    >>> scaled([1, 100]), scaled([3, 500]), scaled([2, 200])
    ([0.0, 0.0], [1.0, 1.0], [0.5, 0.25])
    >>> scaled([5, 0])  # a row of the test
    [2.0, -0.25]
    >>> scaler([[7, 1], [7, 2]])([7, 2])
    [0.0, 1.0]
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
