"""MATLAB's files, made without MATLAB."""

import struct
import zlib

# The class of a table, and how its numbers are stored.
CLASSES = {
    "d": (6, 9), "f": (7, 7), "b": (8, 1), "B": (9, 2), "h": (10, 3),
    "H": (11, 4), "i": (12, 5), "I": (13, 6), "q": (14, 12), "Q": (15, 13),
}  # fmt: skip


def element(kind, data):
    """An element with its tag, in the short form where that is used."""
    if 0 < len(data) <= 4:
        return struct.pack("<I", len(data) << 16 | kind) + data.ljust(4, b"\0")
    return struct.pack("<II", kind, len(data)) + data + bytes(-len(data) % 8)


def variable(name, rows, typecode="d", flags=0, sizes=None, stored=None):
    """An uncompressed variable; rows: lists of numbers."""
    class_, kind = CLASSES[typecode]
    stored = stored or typecode
    numbers = [row[k] for k in range(len(rows[0]) if rows else 0) for row in rows]
    sizes = sizes or (len(rows), len(rows[0]) if rows else 0)
    body = element(6, struct.pack("<II", flags | class_, 0))
    body += element(5, struct.pack(f"<{len(sizes)}i", *sizes))
    body += element(1, name.encode())
    data = struct.pack(f"<{len(numbers)}{stored}", *numbers)
    body += element(CLASSES[stored][1], data)
    return struct.pack("<II", 14, len(body)) + body


def struct_of(name, **fields):
    """A MATLAB struct of variables."""
    body = element(6, bytes([2]) + bytes(7)) + element(5, bytes([1, 0, 0, 0] * 2))
    body += element(1, name.encode()) + element(5, bytes([32, 0, 0, 0]))
    body += element(1, b"".join(f.encode().ljust(32, b"\0") for f in fields))
    body += b"".join(fields.values())
    return element(14, body)


def packed(variable):
    data = zlib.compress(variable)
    return struct.pack("<II", 15, len(data)) + data


def header(version=b"\0\1IM", text=b"MATLAB 5.0 MAT-file"):
    return text.ljust(124) + version


def sample(pack=False):
    """A small file: a table of doubles, and one of whole numbers."""
    variables = variable("a", [[1, 2, 3], [4, 5, 6]]), variable("b", [[1, 0]], "B")
    return header() + b"".join(packed(x) if pack else x for x in variables)


def course(count=7):
    """A file as the course's: X and y, the digit 0 labelled 10."""
    images = [[(k * 37 + n) % 101 / 100 for k in range(400)] for n in range(count)]
    labels = [[n % 10 + 1] for n in range(count)]
    parts = variable("X", images), variable("y", labels, "B")
    return header() + b"".join(map(packed, parts))
