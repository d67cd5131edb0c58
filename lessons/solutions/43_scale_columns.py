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
    # --- your code
    lowest = [min(column) for column in zip(*rows)]
    widths = [max(column) - low for column, low in zip(zip(*rows), lowest)]

    def scaled(row):
        return [
            (value - low) / width if width else 0.0
            for value, low, width in zip(row, lowest, widths)
        ]

    return scaled
    # --- end


# Hint: zip(*rows) gives the columns. Find the smallest and the largest number
#   of each, once, before the inner function.
# Hint: The inner function is given a row. zip it with the smallest numbers and
#   with the widths, largest minus smallest.
# Hint: Where the width is 0 a division would fail: give 0.0 there.

# Hidden: scaler tuple
#   table, width = rows(m, n), range(n)
#   >>> rows = {[[*row, 7] for row in table]}
#   >>> scaled = scaler(rows)
#   >>> scaled({[*numbers(n), 7]})
#   >>> rows[0][0] = 10000  # what was learned from them stays
#   >>> rows.append({[*numbers(n), 8]})
#   >>> scaled({[*numbers(n), 9]})
