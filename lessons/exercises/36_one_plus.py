"""36 · Add two vectors with one plus

Lesson: lessons/16-racing-numpy.md

Put the whole numbers of a vector side by side into one integer, three digits
each: the first number stands last. So [2, 3, 5] becomes 5_003_002. Write
`pack` and `unpack`, and the vectors can be added with a single +.
"""


def pack(numbers):
    """Return one integer that holds the numbers, three digits each.

    numbers: whole numbers from 0 to 999.

    >>> pack([2, 3, 5])
    5003002
    >>> pack([20, 0, 999])
    999000020
    """
    raise NotImplementedError("your code here")


def unpack(packed, count):
    """Return the list of numbers that an integer holds.

    >>> unpack(5_003_002, 3)
    [2, 3, 5]
    >>> unpack(pack([20, 0, 999, 7]), 4)
    [20, 0, 999, 7]
    >>> unpack(pack([1, 2, 3]) + pack([10, 20, 30]), 3)
    [11, 22, 33]
    >>> unpack(7 * pack([1, 2, 3]), 3)
    [7, 14, 21]
    """
    raise NotImplementedError("your code here")


def carries(a, b):
    """Say whether adding the vectors like this goes wrong.

    It does where a sum has more than three digits: its thousand is carried
    into the next number.

    >>> unpack(pack([600, 1]) + pack([600, 1]), 2)
    [200, 3]
    >>> carries([600, 1], [600, 1]), carries([600, 1], [399, 1])
    (True, False)
    >>> carries([1, 2], [999, 2])
    True
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
