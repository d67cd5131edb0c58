"""MATLAB's files, made without MATLAB."""

import struct
import zlib

from purenet.data import matlab

# The class of a table, and how its numbers are stored.
CLASSES = {
    "d": (6, 9), "f": (7, 7), "b": (8, 1), "B": (9, 2), "h": (10, 3),
    "H": (11, 4), "i": (12, 5), "I": (13, 6), "q": (14, 12), "Q": (15, 13),
}  # fmt: skip


def element(order, kind, data):
    """An element with its tag, in the short form where that is used."""
    if 0 < len(data) <= 4:
        return struct.pack(order + "I", len(data) << 16 | kind) + data.ljust(4, b"\0")
    padding = bytes(-len(data) % 8)
    return struct.pack(order + "II", kind, len(data)) + data + padding


def variable(name, rows, typecode="d", order="<", flags=0, sizes=None, stored=None):
    """An uncompressed variable; rows: lists of numbers."""
    class_, kind = CLASSES[typecode]
    stored = stored or typecode
    numbers = [row[k] for k in range(len(rows[0]) if rows else 0) for row in rows]
    sizes = sizes or (len(rows), len(rows[0]) if rows else 0)
    body = element(order, 6, struct.pack(order + "II", flags | class_, 0))
    body += element(order, 5, struct.pack(f"{order}{len(sizes)}i", *sizes))
    body += element(order, 1, name.encode())
    body += element(
        order,
        CLASSES[stored][1],
        struct.pack(f"{order}{len(numbers)}{stored}", *numbers),
    )
    return struct.pack(order + "II", 14, len(body)) + body


def packed(variable, order="<"):
    data = zlib.compress(variable)
    return struct.pack(order + "II", 15, len(data)) + data


def header(order="<", version=0x100, text=b"MATLAB 5.0 MAT-file"):
    sign = b"IM" if order == "<" else b"MI"
    return text.ljust(124) + struct.pack(order + "H", version) + sign


def sample(order="<", pack=False):
    """A small file: a table of doubles, and one of true and false."""
    variables = (
        variable("a", [[1, 2, 3], [4, 5, 6]], "d", order),
        variable("flag", [[1, 0]], "B", order, flags=matlab.LOGICAL),
    )
    if pack:
        variables = [packed(each, order) for each in variables]
    return header(order) + b"".join(variables)


def course(order="<", count=7):
    """A file as the course's: X and y, the digit 0 labelled 10."""
    images = [[(k * 37 + n) % 101 / 100 for k in range(400)] for n in range(count)]
    labels = [[n % 10 + 1] for n in range(count)]
    parts = variable("X", images, "d", order), variable("y", labels, "B", order)
    return header(order) + b"".join(packed(part, order) for part in parts)
