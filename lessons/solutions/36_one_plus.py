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
    # --- your code
    total = 0
    for place, number in enumerate(numbers):
        total += number * 1000**place
    return total
    # --- end


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
    # --- your code
    return [packed // 1000**place % 1000 for place in range(count)]
    # --- end


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
    # --- your code
    return any(x + y > 999 for x, y in zip(a, b))
    # --- end


# Hint: The number at place 0 counts once, the one at place 1 a thousand
#   times, the one at place 2 a million times: 1000**place.
# Hint: packed // 1000**place takes away what stands to the right, and % 1000
#   what stands to the left.
# Hint: For carries look at the pairs, zip(a, b): is one of the sums above 999?

# Hidden: pack
#   >>> pack({wholes(n, 0, one_of(9, 999))})
# Hidden: unpack
#   numbers_ = wholes(n, 0, one_of(9, 999))
#   >>> unpack({pack(numbers_)}, {n})
# Hidden: carries
#   a = wholes(n, 0, 999)
#   b = [999 - x for x in a]
#   b[-whole(1, 1 + n // 2)] += one_of(0, 1, 1, -1)
#   >>> carries({a}, {[min(max(x, 0), 999) for x in b]})
