"""MATLAB's files, version 5 (save -v6 or -v7): tables of numbers out of them.

A file is a row of elements, one a variable, each with a tag that says what it is and
how many bytes follow; an element may be compressed. A variable is made of elements
again: its class, its size, its name, its numbers, column by column. (The format is
described in MathWorks' "MAT-File Format"; SciPy and Octave write it too.)

Read are tables of real numbers, those in structs too, by names with points, as
EMNIST's dataset.train.images. Others are passed over, or refused where they are asked
for, as are the files of version 4 and 7.3, and those of large computers.
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Optional

from purenet.data import DataError
from purenet.data.strangers import stranger
from purenet.data.stream import PIECE, Budget, Stream, opened
from purenet.words import say

HEADER = 128
VERSION = b"\0\1IM"  # 5, the least significant byte first
MATRIX, COMPRESSED, LETTERS, SIZES = 14, 15, 1, 5  # kinds of elements
# How numbers are stored, as array.array calls it.
STORED = {1: "b", 2: "B", 3: "h", 4: "H", 5: "i", 6: "I",
          7: "f", 9: "d", 12: "q", 13: "Q"}  # fmt: skip
STRUCT, FLOATS, WHOLE = 2, (6, 7), range(8, 16)  # classes: double, single; int8 ...
DEEPEST = 4  # structs in structs
COMPLEX = 8  # among the flags


class Variable(Sequence[Any]):
    """A table of numbers: its rows, one after another, as a Matrix has them.

    shape: how many rows and columns; values: the numbers column by column, as MATLAB
    keeps them.

    >>> table = Variable((2, 3), array("d", [1, 4, 2, 5, 3, 6]))
    >>> len(table), table[1], table[-1:]
    (2, [4.0, 5.0, 6.0], [[4.0, 5.0, 6.0]])
    """

    def __init__(self, shape: tuple[int, int], values: Sequence[float]) -> None:
        self.shape, self.values = shape, values

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, i: Any) -> Any:
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(len(self)))]
        return list(self.values[range(len(self))[i] :: len(self)])


_Elements = Iterator[tuple[int, memoryview]]  # their kinds, and what is in them
_Found = Iterator[tuple[str, Optional[Variable]]]  # None where it is not wanted


def read(path: str | os.PathLike[str], *names: str) -> dict[str, Variable]:
    """Return the variables of a MATLAB file by their names.

    names: those wanted; all tables where there are none. Raise DataError where the file
    is damaged or of another kind, or there is no table under a name.

    >>> read("no/such/file.mat")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no/such/file.mat: no such file
    """
    with opened(Path(path)) as stream:
        return tables(stream, *names)


def tables(stream: Stream, *names: str) -> dict[str, Variable]:
    """Return the same of a file that is open.

    >>> import io
    >>> tables(Stream(io.BytesIO(b"PK")))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: not a MATLAB 5 file; ...
    """
    found: dict[str, Variable] = {}
    there = []
    start = stream.peek(HEADER)
    if start[124:] != VERSION:
        text = "not a MATLAB 5 file; if it is MATLAB 4, save it again with save -v7"
        raise DataError(stranger(start) or say(text))
    stream.read(HEADER)
    while not stream.ended():
        body = _body(stream)
        count = len(found)
        for name, table in _variables(body, names, stream.budget):
            there.append(name)
            if table is not None:
                found[name] = table
        if len(found) == count:
            stream.budget.keep(-len(body))
    for name in names:
        if name not in found:
            words = "there is no variable named {} in the file; it has {:.100}"
            raise DataError(words, name, ", ".join(there))
    return found


def _body(stream: Stream) -> memoryview:
    """Read the next element of the file, inflated, and return what it is made of."""
    kind, size = struct.unpack("<II", stream.read(8))
    stream.budget.keep(size)
    data = stream.read(size)
    if kind == COMPRESSED:
        inflater, packed, data = zlib.decompressobj(), bytes(data), bytearray()
        try:
            start = zlib.decompressobj().decompress(packed[:PIECE], 8).ljust(8, b"\0")
            kind, whole = struct.unpack("<II", start)
            stream.budget.keep(whole)
            stream.budget.spend(whole // 25)
            for at in range(0, len(packed), PIECE):
                piece, inflated = packed[at : at + PIECE], b"more"
                while (piece or inflated) and len(data) <= 8 + whole:
                    inflated = inflater.decompress(piece, PIECE)
                    piece = inflater.unconsumed_tail
                    data += inflated
            del data[:8]
        except zlib.error as error:
            raise DataError("a compressed variable is damaged ({})", error) from None
        if len(data) != whole or not inflater.eof:
            raise DataError("a compressed variable is not as long as it says")
        stream.budget.keep(-size)
    if kind != MATRIX:
        raise DataError(
            "there is an element of kind {} in the place of a variable", kind
        )
    return memoryview(data)


def _elements(body: memoryview) -> _Elements:
    at = 0
    while at < len(body):
        kind, size = struct.unpack("<II", body[at : at + 8].tobytes().ljust(8, b"\0"))
        at += 8
        if kind >> 16:  # 1 to 4 bytes stand in the tag itself, their number above
            kind, size, start = kind & 0xFFFF, kind >> 16, at - 4
        else:
            start, at = at, at + size + -size % 8
        if at > len(body) or start + size > at:
            raise DataError("a variable is cut short")
        yield kind, body[start : start + size]


def _variables(
    body: memoryview, names: tuple[str, ...], budget: Budget, within: str = ""
) -> _Found:
    """Yield the names and tables that are wanted, of a struct those of its fields."""
    budget.spend(100)
    elements = _elements(body)
    parts = list(islice(elements, 3))
    found = [data for kind, data in parts if kind == LETTERS]
    if len(parts) < 3 or len(parts[0][1]) != 8 or not found:
        raise DataError("a variable does not begin as MATLAB writes it")
    name = within or found[0].tobytes().decode("latin-1")
    class_, flags = parts[0][1][:2]
    sizes = parts[1][1].tobytes()
    if class_ == STRUCT and name not in names and sizes == struct.pack("<ii", 1, 1):
        yield from _fields(name, elements, names, budget)
        return
    numbers = class_ in (*FLOATS, *WHOLE) and not flags & COMPLEX
    table = numbers and parts[1][0] == SIZES and len(sizes) == 8
    if name not in names and (names or not table):
        yield name, None
        return
    if not table:
        raise DataError("variable {!r} is no table of real numbers", name)
    rest = list(islice(elements, 2))
    if len(rest) != 1:
        raise DataError("variable {!r} is longer than its numbers", name)
    rows, columns = struct.unpack("<ii", sizes)
    values = _values(name, class_, *rest[0], budget)
    if min(rows, columns) < 0 or len(values) != rows * columns:
        words = "variable {!r} has more or fewer numbers than its size says"
        raise DataError(words, name)
    yield name, Variable((rows, columns), values)


def _fields(
    name: str, elements: _Elements, names: tuple[str, ...], budget: Budget
) -> _Found:
    head = list(islice(elements, 2))
    if len(head) < 2 or len(head[0][1]) != 4 or name.count(".") >= DEEPEST:
        raise DataError("the struct {!r} is not as MATLAB writes it", name)
    (size,), letters = struct.unpack("<i", head[0][1]), head[1][1].tobytes()
    starts = range(0, len(letters), size) if size > 0 else ()
    for start, (kind, data) in zip(starts, elements):
        field = letters[start : start + size].rstrip(b"\0").decode("latin-1")
        if kind == MATRIX and len(data):
            yield from _variables(data, names, budget, f"{name}.{field}")


def _values(
    name: str, class_: int, kind: int, data: memoryview, budget: Budget
) -> Sequence[float]:
    """Return the numbers of a table: floats, or whole numbers by its class."""
    typecode = STORED.get(kind, "")
    if not typecode or len(data) % array(typecode).itemsize:
        raise DataError("variable {!r} has numbers of an unknown kind", name)
    if class_ not in FLOATS and typecode in "fd":
        raise DataError("variable {!r} has fractions among whole numbers", name)
    if typecode == "B" and class_ in WHOLE:
        return data  # a copy would take as much again
    whole = class_ in FLOATS and typecode not in "fd"
    budget.keep(len(data) // array(typecode).itemsize * 8)
    values: array[float] = array(typecode)
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    # MATLAB packs floats that are whole into fewer bytes.
    return array("d", values) if whole else values
