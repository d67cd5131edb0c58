"""The filters of PNG, undone: sums of bytes, each modulo 256.

Before compression each byte of a row was written as its difference from a
neighbour: the one to the left, the one above, the mean of these two, or
whichever of them and the corner between is nearest (Paeth). Left means the
same byte of the pixel before, `step` bytes back.
"""

from __future__ import annotations

from itertools import accumulate


def plus(a: bytes, b: bytes) -> bytes:
    """Add two rows byte by byte, each sum modulo 256, all at once.

    Both rows are taken as one large whole number. The lower seven bits of
    each byte are added, which cannot reach over into the next byte; the
    highest bit of a sum is the odd one out of three.

    >>> list(plus(bytes([1, 200, 255]), bytes([2, 100, 1])))
    [3, 44, 0]
    """
    x, y = int.from_bytes(a, "little"), int.from_bytes(b, "little")
    low = int.from_bytes(b"\x7f" * len(a), "little")
    total = ((x & low) + (y & low)) ^ ((x ^ y) & ~low)
    return total.to_bytes(len(a), "little")


def plus_left(row: bytes, step: int) -> bytes:
    """Undo filter 1: each byte was its difference from the pixel before.

    >>> list(plus_left(bytes([10, 5, 255]), step=1))
    [10, 15, 14]
    """
    out = bytearray(len(row))
    for k in range(step):
        out[k::step] = bytes([v & 255 for v in accumulate(row[k::step])])
    return bytes(out)


def plus_mean(row: bytes, above: bytes, step: int) -> bytes:
    """Undo filter 3: the difference from the mean of left and above.

    >>> list(plus_mean(bytes([10, 5]), above=bytes([20, 40]), step=1))
    [20, 35]
    """
    out = bytearray(len(row))
    for k in range(min(step, len(row))):
        left, done = 0, []
        for value, up in zip(row[k::step], above[k::step]):
            left = value + (left + up >> 1) & 255
            done.append(left)
        out[k::step] = bytes(done)
    return bytes(out)


def plus_paeth(row: bytes, above: bytes, step: int) -> bytes:
    """Undo filter 4: the difference from left, above or above left.

    The one of the three that is nearest to left + above - above left: where that
    corner is not between the two, the one that is farther from it. (Found with
    few comparisons: large pictures have millions of these.)

    >>> list(plus_paeth(bytes([10, 5]), above=bytes([20, 40]), step=1))
    [30, 45]
    """
    out = bytearray(len(row))
    for k in range(min(step, len(row))):
        left, corner, done = 0, 0, []
        for value, up in zip(row[k::step], above[k::step]):
            from_left, from_up = left - corner, up - corner
            if from_left < 0:
                from_left, from_up = -from_left, -from_up
            if from_up >= 0:  # both on one side of the corner
                if from_up > from_left:
                    left = up
            elif from_left + 2 * from_up < 0:
                left = up if 2 * from_left + from_up <= 0 else corner
            left = value + left & 255
            done.append(left)
            corner = up
        out[k::step] = bytes(done)
    return bytes(out)
