"""37 · Negative numbers, and how wide a lane must be

Lesson: lessons/16-racing-numpy.md

A negative number in a lane borrows from the lane above it. Read such lanes
all the same. Then find out how many bits a lane needs, so that nothing is
ever carried into the next one.
"""


def read(packed, count, width):
    """Return the numbers in the lanes of an integer, negative ones as well.

    packed: the sum of number * 2**(width * place), place 0, 1, 2 and so on;
    width: the bits of a lane. The numbers are from -2**(width - 1) up to
    2**(width - 1) - 1. Add 2**(width - 1) to every lane, and none is below
    zero; read the lanes, and take it off again.

    >>> read(5 + (3 << 10), 2, width=10)
    [5, 3]
    >>> read(5 - (3 << 10) + (2 << 20), 3, width=10)
    [5, -3, 2]
    >>> read(-1 - (1 << 8), 2, width=8)
    [-1, -1]
    >>> read(-512 + (511 << 10), 2, width=10)
    [-512, 511]
    """
    raise NotImplementedError("your code here")


def lane_width(largest_weight, bits, largest_grey, pixels):
    """Return how many bits a lane needs for the weighted input of a neuron.

    The weight w is kept as the whole number w * 2**bits, and multiplied with
    whole grey levels. The largest sum there can be is that of `pixels`
    pixels, all with the largest grey level and the largest weight. A lane of
    n bits holds numbers below 2**(n - 1).

    >>> lane_width(largest_weight=1, bits=0, largest_grey=1, pixels=1)
    2
    >>> lane_width(largest_weight=1, bits=0, largest_grey=1, pixels=127)
    8
    >>> lane_width(largest_weight=1, bits=0, largest_grey=1, pixels=128)
    9
    >>> lane_width(largest_weight=40, bits=40, largest_grey=255, pixels=785)
    64
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
