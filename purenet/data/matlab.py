"""MATLAB's files, version 5 (save -v6 or -v7): tables of numbers out of them.

The course's ex4data1.mat and ex4weights.mat are such files. A file is a row
of elements, one a variable, each with a tag that says what it is and how many
bytes follow; an element may be compressed. A variable is made of elements
again: its class, its size, its name, its numbers. (The format is described in
MathWorks' "MAT-File Format".)

MATLAB keeps a table column by column: the second number in the file is the
one below the first, not the one beside it. `Variable` gives rows.

Read are tables of real numbers and of true and false, in either byte order.
Text, cells, structs, sparse or complex numbers, tables of three dimensions,
and the files of version 4 and 7.3 are refused by name.
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Union

from purenet.data import DataError
from purenet.data.strangers import MATLAB_73
from purenet.data.stream import PIECE, Stream, opened
from purenet.words import later, say

Number = Union[float, int, bool]

HEADER = 128
LONGEST_NAME = 63
MATRIX, COMPRESSED = 14, 15
MOST_NUMBERS = 10_000_000  # in a variable; the course's largest has 2,000,000
MOST_SIZES = 64  # dimensions of a table that is refused by name
# How numbers are stored, as array.array calls it.
STORED = {1: "b", 2: "B", 3: "h", 4: "H", 5: "i", 6: "I",
          7: "f", 9: "d", 12: "q", 13: "Q"}  # fmt: skip
FLOATS = (6, 7)  # the classes double and single
WHOLE = range(8, 16)  # from int8 to uint64
REFUSED = {
    1: later("a cell array"),
    2: later("a struct"),
    3: later("an object"),
    4: later("text"),
    5: later("sparse"),
    16: later("a function"),
    17: later("an object"),
}
OPAQUE = 17  # an object of a new kind, which has no size
COMPLEX, LOGICAL = 0x800, 0x200


class Variable(NamedTuple):
    """A table of numbers: `rows` of them, in `columns`.

    values: the numbers column by column, as MATLAB keeps them; kind: what
    they are in Python, float, int or bool.

    >>> table = Variable(2, 3, array("d", [1, 4, 2, 5, 3, 6]), float)
    >>> table.row(1)
    [4.0, 5.0, 6.0]
    >>> list(table.in_rows())
    [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
    """

    rows: int
    columns: int
    values: array[float]
    kind: type[Number]

    def row(self, i: int) -> list[Number]:
        """Return the numbers of row i, counted from 0.

        >>> Variable(2, 2, array("d", [1, 3, 2, 4]), int).row(0)
        [1, 2]
        """
        return [self.kind(value) for value in self.values[i :: self.rows]]

    def in_rows(self) -> Iterator[list[Number]]:
        """Yield one row after another.

        >>> list(Variable(2, 2, array("d", [1, 3, 2, 4]), int).in_rows())
        [[1, 2], [3, 4]]
        """
        return map(self.row, range(self.rows))


def read(path: str | os.PathLike[str], *names: str) -> dict[str, Variable]:
    """Return the variables of a MATLAB file by their names.

    names: those wanted; others are passed over. None: all there are.
    Raise DataError where the file is missing, damaged or of another kind,
    lacks a name, or holds something else than a table under it.

    >>> read("no/such/file.mat")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no/such/file.mat: no such file
    """
    found = {}
    with opened(Path(path)) as stream:
        order = _byte_order(stream)
        while not stream.ended():
            name, variable = _element(stream, order, names)
            if variable:
                found[name] = variable
        for name in names:
            if name not in found:
                raise DataError(say("there is no variable named {} in the file", name))
    return found


def _byte_order(stream: Stream) -> str:
    """Read the file's header and return struct's sign for its byte order."""
    start = stream.peek(HEADER)
    if start.startswith((b"MATLAB 7.3", b"\x89HDF")):
        raise DataError(say(MATLAB_73))
    order = {b"IM": "<", b"MI": ">"}.get(start[126:128])
    if order is None and 0 in start[:4]:
        raise DataError(
            say("not a MATLAB 5 file; if it is MATLAB 4, save it again with save -v7")
        )
    if order is None or struct.unpack(order + "H", start[124:126]) != (0x100,):
        raise DataError(say("not a MATLAB 5 file"))
    stream.read(HEADER)
    return order


class _Part:
    """Bytes that come in pieces, read from the front, and counted."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = b""
        self.count = 0

    def ended(self) -> bool:
        while not self._piece:
            piece = next(self._pieces, None)
            if piece is None:
                return True
            self._piece = piece
        return False

    def pieces(self, size: int) -> Iterator[bytes]:
        """Yield the next `size` bytes in pieces."""
        while size:
            if self.ended():
                raise DataError(say("a variable is cut short"))
            piece, self._piece = self._piece[:size], self._piece[size:]
            size -= len(piece)
            self.count += len(piece)
            yield piece

    def read(self, size: int) -> bytes:
        return b"".join(self.pieces(size))


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the contents of a compressed element, a bounded piece at a time."""
    inflater = zlib.decompressobj()
    try:
        for piece in packed:
            while piece and not inflater.eof:
                yield inflater.decompress(piece, PIECE)
                piece = inflater.unconsumed_tail
        while not inflater.eof:
            piece = inflater.decompress(b"", PIECE)
            if not piece:
                raise DataError(say("a compressed variable is cut short"))
            yield piece
    except zlib.error as error:
        raise DataError(say("a compressed variable is damaged ({})", error)) from None


def _element(
    stream: Stream, order: str, names: tuple[str, ...]
) -> tuple[str, Variable | None]:
    """Read one element of the file; return the variable's name, and it if wanted."""
    kind, size = struct.unpack(order + "II", stream.read(8))
    in_file = stream.pieces(size)
    if kind == MATRIX:
        part = _Part(in_file)
    elif kind == COMPRESSED:
        part = _Part(_inflated(in_file))
        kind, size = struct.unpack(order + "II", part.read(8))
        part.count = 0
    if kind != MATRIX:
        raise DataError(
            say("there is an element of kind {} in the place of a variable", kind)
        )
    name, variable = _variable(part, order, names)
    if variable and (part.count != size or not part.ended()):
        raise DataError(say("variable {!r} is longer than its numbers", name))
    for _ in in_file:  # what is passed over
        pass
    return name, variable


def _variable(
    part: _Part, order: str, names: tuple[str, ...]
) -> tuple[str, Variable | None]:
    """Read a variable: its flags and class, its size, its name, its numbers."""
    flags, *_ = _small(part, order, "I", most=8) or [0]
    class_ = flags & 0xFF
    sizes = [] if class_ == OPAQUE else _small(part, order, "i", most=4 * MOST_SIZES)
    letters = _small(part, order, "b", LONGEST_NAME)
    name = "".join(chr(letter & 0xFF) for letter in letters)
    if names and name not in names:
        return name, None
    _check(name, class_, flags, sizes)
    rows, columns = sizes
    kind = bool if flags & LOGICAL else float if class_ in FLOATS else int
    values = _values(part, order, rows * columns)
    if kind is not float and values.typecode in "fd":
        raise DataError(say("variable {!r} has fractions among whole numbers", name))
    return name, Variable(rows, columns, values, kind)


def _check(name: str, class_: int, flags: int, sizes: list[int]) -> None:
    """Raise DataError where a variable is no table of real numbers."""
    what = REFUSED.get(class_, later("complex") if flags & COMPLEX else "")
    if what:
        raise DataError(
            say("variable {!r} is {}, not a table of real numbers", name, say(what))
        )
    if class_ not in FLOATS and class_ not in WHOLE:
        raise DataError(
            say("variable {!r} is of class {}, unknown to MATLAB", name, class_)
        )
    if len(sizes) != 2:
        raise DataError(
            say("variable {!r} has {} dimensions, not two", name, len(sizes))
        )
    if max(sizes) > MOST_NUMBERS or sizes[0] * sizes[1] > MOST_NUMBERS:
        raise DataError(
            say(
                "variable {!r} has {:,} x {:,} numbers; at most {:,} are read",
                name,
                sizes[0],
                sizes[1],
                MOST_NUMBERS,
            )
        )
    if min(sizes) < 0:
        raise DataError(say("variable {!r} has fewer rows or columns than none", name))


def _small(part: _Part, order: str, typecode: str, most: int) -> list[int]:
    """Read an element of whole numbers that has its place in a variable."""
    stored, size, data = _tag(part, order)
    if STORED.get(stored) != typecode or size > most:
        raise DataError(say("a variable does not begin as MATLAB writes it"))
    pieces = iter([data]) if data else _padded(part, size)
    return list(map(int, _array(typecode, order, pieces)))


def _values(part: _Part, order: str, count: int) -> array[float]:
    """Read the numbers of a variable."""
    stored, size, data = _tag(part, order)
    if stored not in STORED:
        raise DataError(
            say("a variable has numbers of kind {}, unknown to MATLAB", stored)
        )
    typecode = STORED[stored]
    if size != count * array(typecode).itemsize:
        raise DataError(say("a variable has more or fewer numbers than its size says"))
    return _array(typecode, order, iter([data]) if data else _padded(part, size))


def _tag(part: _Part, order: str) -> tuple[int, int, bytes]:
    """Return an element's kind, its size, and its data where that is 1 to 4 bytes.

    So little stands in the tag itself, and the size in its upper half.
    """
    start = part.read(8)
    kind, size = struct.unpack(order + "II", start)
    if kind < 0x10000:
        return kind, size, b""
    kind, size = kind & 0xFFFF, kind >> 16
    if size > 4:
        raise DataError(say("a tag that has room for 4 bytes says it holds {}", size))
    return kind, size, start[4 : 4 + size]


def _padded(part: _Part, size: int) -> Iterator[bytes]:
    """Yield the bytes of an element, and pass over those that fill it up to 8."""
    yield from part.pieces(size)
    part.read(-size % 8)


def _array(typecode: str, order: str, pieces: Iterator[bytes]) -> array[float]:
    """Return the numbers in the pieces, in this machine's byte order."""
    values: array[float] = array(typecode)
    rest = b""
    for piece in pieces:
        rest += piece
        whole = len(rest) - len(rest) % values.itemsize
        values.frombytes(rest[:whole])
        rest = rest[whole:]
    if rest:
        raise DataError(say("an element ends in the middle of a number"))
    if (order == ">") != (sys.byteorder == "big"):
        values.byteswap()
    return values
