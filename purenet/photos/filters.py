"""Rows of bytes, all at once: the filters of PNG undone, small pixels, brightness.

Before compression each byte of a row was written as its difference from a
neighbour: the one to the left, the one above, the mean of these two, or
whichever of them and the corner between is nearest (Paeth). Left means the
same byte of the pixel before, `step` bytes back.
"""

from __future__ import annotations

from functools import cache
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


# The share of red, green and blue in brightness (ITU-R BT.601), for each level.
RED, GREEN, BLUE = (
    bytes(int(share * level + 0.5) for level in range(256))
    for share in (0.299, 0.587, 0.114)
)


def brightness(red: bytes, green: bytes, blue: bytes) -> bytes:
    """Return the brightness of a row of pixels.

    >>> list(brightness(b"x ", b"  ", b"  "))
    [59, 33]
    """
    if red == green == blue:
        return red
    light = plus(red.translate(RED), green.translate(GREEN))
    return plus(light, blue.translate(BLUE))


def undone(number: int, row: bytes, above: bytes, step: int) -> bytes:
    """Undo a row's filter: 0 none, 1 left, 2 above, 3 their mean, 4 Paeth.

    >>> row, above = bytes([10, 5]), bytes([20, 40])
    >>> [list(undone(number, row, above, step=1)) for number in range(5)]
    [[10, 5], [10, 15], [30, 45], [20, 35], [30, 45]]
    """
    if number == 0:
        return row
    if number == 2:
        return plus(row, above)
    out = bytearray(len(row))
    for k in range(min(step, len(row))):
        part, up = row[k::step], above[k::step]
        if number == 1:
            out[k::step] = bytes([v & 255 for v in accumulate(part)])
        else:
            out[k::step] = _mean(part, up) if number == 3 else _paeth(part, up)
    return bytes(out)


def _mean(row: bytes, above: bytes) -> bytes:
    left, done = 0, []
    for value, up in zip(row, above):
        left = value + (left + up >> 1) & 255
        done.append(left)
    return bytes(done)


def _paeth(row: bytes, above: bytes) -> bytes:
    """Add the one that is nearest to left + above - above left.

    Where that corner is not between the two, it is the one that is farther from
    it. (Few comparisons: large pictures have millions of these.)
    """
    left, corner, done = 0, 0, []
    for value, up in zip(row, above):
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
    return bytes(done)


def unpacked(row: bytes, depth: int) -> bytes:
    """Return the pixels of so many bits in each byte of a row, a byte each.

    >>> list(unpacked(b"\x1b", 2))
    [0, 1, 2, 3]
    """
    pixels = _pixels_of_bytes(depth)
    return b"".join([pixels[b] for b in row])


@cache
def _pixels_of_bytes(depth: int) -> list[bytes]:
    """Return for each byte the pixels of so many bits in it."""
    shifts = range(8 - depth, -1, -depth)
    most = (1 << depth) - 1
    return [bytes(b >> shift & most for shift in shifts) for b in range(256)]
