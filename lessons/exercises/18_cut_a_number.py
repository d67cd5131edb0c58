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
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
