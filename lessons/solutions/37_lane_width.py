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
    # --- your code
    half = 2 ** (width - 1)
    for place in range(count):
        packed += half << width * place
    return [packed // 2 ** (width * place) % 2**width - half for place in range(count)]
    # --- end


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
    # --- your code
    largest = largest_weight * 2**bits * largest_grey * pixels
    width = 1
    while largest >= 2 ** (width - 1):
        width += 1
    return width
    # --- end


# Hint: half = 2 ** (width - 1). Added to the lane at a place it is
#   half << width * place, or half * 2 ** (width * place).
# Hint: packed // 2 ** (width * place) % 2**width reads one lane. Do not
#   forget to subtract half from what you read.
# Hint: For the width, work out the largest sum first. Then start with a width
#   of 1 and add 1 for as long as the sum is not below 2 ** (width - 1).

# Hidden: read
#   width = whole(2, 12)
#   most = 2 ** (width - 1)
#   lanes = [one_of(-most, most - 1, whole(-most, most - 1)) for _ in range(n)]
#   >>> read({sum(x << width * place for place, x in enumerate(lanes))}, {n}, {width})
# Hidden: lane_width
#   w, g, p = whole(1, 40), whole(1, 255), whole(1, 785)
#   >>> lane_width(largest_weight={w}, bits={4 * n}, largest_grey={g}, pixels={p})
# Hidden: lane_width
#   p = 2 ** one_of(whole(2, 9), 9 * n) + one_of(-1, 0, 1)
#   >>> lane_width(largest_weight=1, bits={one_of(0, 3)}, largest_grey=1, pixels={p})
