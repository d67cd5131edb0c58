"""18 · Cut a number into digits

Lesson: lessons/05-reading-digits.md

To read 504192 one first cuts the picture into six, one for each digit. Where
the digits do not touch, this is easy: between two of them there is at least
one white column.

A picture is a list of rows here, equally long texts: # is ink, a space is
white.
"""

NUMBER = [
    "###   ##   # # ",
    "#    #  #  # # ",
    "##   #  #  ### ",
    "  #  #  #    # ",
    "##    ##     # ",
]


def cut(picture):
    """Return the digits' places, from the left: pairs (first, end).

    A digit is in the columns first, first + 1, ..., end - 1.

    >>> cut(["## #", "#  #"])
    [(0, 2), (3, 4)]
    >>> cut(NUMBER)
    [(0, 3), (5, 9), (11, 14)]
    >>> cut(["    "])
    []
    >>> cut(["  # ", "  ##"])
    [(2, 4)]
    """
    # --- your code
    places = []
    first = None
    for column in range(len(picture[0]) + 1):
        inked = column < len(picture[0]) and any(row[column] == "#" for row in picture)
        if inked and first is None:
            first = column
        if not inked and first is not None:
            places.append((first, column))
            first = None
    return places
    # --- end


# Hint: First find out which columns have ink: a column has, if row[column]
#   is "#" for any row of the picture. zip(*picture) gives all columns.
# Hint: Go through the columns from the left. Where there is ink and before
#   there was none, a digit begins: remember this column. Where there is none
#   and before there was, it ends: append (first, column).
# Hint: A digit may go up to the right edge, as in the last example. Go one
#   column further than the picture, and take this column as white.

# Hidden: cut
#   inks = [one_of("#" + " " * m, "# ", " ") for _ in range(n + 1)]
#   >>> cut({["".join(one_of(*ink) for ink in inks) for _ in range(m)]})
