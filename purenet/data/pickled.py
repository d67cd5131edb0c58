"""The book's file, mnist.pkl.gz: NumPy arrays in a pickle, read without either.

Three pairs of images and labels are in it, or a dictionary of arrays by names.

A pickle is a program. Its instructions, one byte each and perhaps an argument, build a
value on a stack, and one of them calls any function that the file names: who opens a
pickle with Python's own module runs whatever its writer liked. This is a small machine
that knows only the instructions that arrays of numbers need, and of names only those
in NAMES below. Nothing is imported and nothing called: a name becomes a word, and
"calling" it fills in a record. (See Lib/pickletools.py of Python.)

The standard library's Unpickler, told which names to allow, would read the same files
in a third of the lines; but two small gzipped ones, of a hundred million marks or
Nones, kept it busy without end.

Files of Python 2 and, with NumPy 1 or 2, of Python 3 are read (protocols 0 to 5).
"""

from __future__ import annotations

import codecs
import struct
import sys
import zlib
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from purenet.data import DataError
from purenet.data.arrays import Array, narrowed, viewed
from purenet.data.image import PIXELS
from purenet.data.stream import PIECE, Budget, Stream
from purenet.words import later

# 70,000 images and labels of 8 bytes a number.
MOST_BYTES = 70_000 * (PIXELS + 1) * 8
# Three pairs of arrays take about 150 instructions.
MOST_INSTRUCTIONS = 2_000
LONGEST_NAME = 100
TOO_LARGE = later("the pickle holds more than 70,000 images can take")
ONE_BY_ONE = later(
    "the pickle holds lists of images, as the book's mnist_expanded.pkl.gz does, "
    "which has 250,000 images one by one; read are whole arrays, as in mnist.pkl.gz"
)


class _Name(Enum):
    """What the names in a pickle may stand for."""

    RECONSTRUCT = "makes an empty array"
    FROMBUFFER = "makes an array of bytes"
    NDARRAY = "the type of an array"
    DTYPE = "makes the type of a number"
    ENCODE = "makes bytes of text"
    BYTES = "makes no bytes at all"


NAMES = {
    (b"numpy.core.multiarray", b"_reconstruct"): _Name.RECONSTRUCT,
    (b"numpy._core.multiarray", b"_reconstruct"): _Name.RECONSTRUCT,
    (b"numpy.core.numeric", b"_frombuffer"): _Name.FROMBUFFER,
    (b"numpy._core.numeric", b"_frombuffer"): _Name.FROMBUFFER,
    (b"numpy", b"ndarray"): _Name.NDARRAY,
    (b"numpy", b"dtype"): _Name.DTYPE,
    (b"_codecs", b"encode"): _Name.ENCODE,
    (b"__builtin__", b"bytes"): _Name.BYTES,
    (b"builtins", b"bytes"): _Name.BYTES,
}

CONSTANTS: dict[bytes, object]
CONSTANTS = {b"N": None, b"\x88": True, b"\x89": False, b")": ()}
# How a number is kept, as `struct` calls it; "" for a line of its own.
PASSED_OVER = {b"\x80": "<B", b"\x95": "<Q"}  # the protocol, the length of a frame
NUMBERS = {b"K": "<B", b"M": "<H", b"J": "<i", b"I": "", b"L": ""}
# A string comes after its length; text is UTF-8.
STRINGS = {b"U": "<B", b"T": "<i", b"C": "<B", b"B": "<I", b"\x8e": "<Q", b"\x96": "<Q"}
TEXTS = {b"\x8c": "<B", b"X": "<I", b"\x8d": "<Q"}
LINES = {b"S": "unicode_escape", b"V": "raw_unicode_escape"}
TUPLES = {b"\x85": 1, b"\x86": 2, b"\x87": 3}
PUTS = {b"p": "", b"q": "<B", b"r": "<I"}
GETS = {b"g": "", b"h": "<B", b"j": "<I"}
LISTS = (b"l", b"]")
DICTIONARIES = (b"d", b"}")
# What is put into a list or a dictionary: so many values, or those from a mark on.
COLLECTED = {b"a": 1, b"s": 2, b"e": 0, b"u": 0}


class _Dtype:
    """What stands for numpy.dtype: the kind of number, and its byte order."""

    def __init__(self, kind: bytes | bytearray) -> None:
        self.kind = kind.decode("latin-1")
        self.big_endian = False


class _Ndarray:
    """What stands for numpy.ndarray: empty until it is filled."""

    array: Array | None = None

    def filled(self) -> Array:
        """Return the array. Raise DataError where there is none."""
        if self.array is None:
            raise DataError("an array of the pickle was never filled")
        return self.array


class _Packed:
    """A long string whose numbers are not known yet: its pieces, packed meanwhile."""

    def __init__(self, pieces: Iterable[bytes], budget: Budget) -> None:
        self._pieces: deque[bytes] = deque()
        self._budget = budget
        for piece in pieces:
            budget.spend(len(piece) // 10)
            self._pieces.append(zlib.compress(piece, 1))
            budget.keep(len(self._pieces[-1]))

    def taken(self) -> Iterator[bytes]:
        """Yield the pieces, each for the last time."""
        while self._pieces:
            piece = self._pieces.popleft()
            self._budget.keep(-len(piece))
            yield zlib.decompress(piece)


def read(
    stream: Stream, most: int = sys.maxsize
) -> list[tuple[Array, Array]] | dict[str, Array]:
    """Return three pairs of arrays, images and labels, two, or arrays by name.

    most: so many numbers of an array are kept, and a few more. Raise DataError for
    anything else, without running any of it.

    >>> import io
    >>> read(Stream(io.BytesIO(b"cos\\nsystem\\n(S'echo hacked'\\ntR.")))
    Traceback (most recent call last):
        ...
    purenet.data.DataError: the pickle asks for 'os.system', which no array needs
    """
    try:
        value = _Machine(stream, most).run()
    except DataError:
        raise
    except (IndexError, KeyError, ValueError, TypeError, DeprecationWarning):
        raise DataError("the pickle is damaged, or not of arrays") from None
    if not stream.ended():
        raise DataError("there is something after the end of the pickle")
    if isinstance(value, dict):
        return _by_name(value)
    if isinstance(value, (tuple, list)) and len(value) == 2:
        if all(isinstance(part, _Ndarray) for part in value):
            return dict(zip(("images", "labels"), _pair(value)))
        return [_pair(pair) for pair in value]  # of Keras's first mnist.pkl.gz
    return [_pair(pair) for pair in _several(value, 3)]


def _several(value: object, size: int) -> Sequence[object]:
    if isinstance(value, (tuple, list)) and len(value) == size:
        return value
    raise DataError("the pickle does not hold three pairs of images and labels")


def _pair(pair: object) -> tuple[Array, Array]:
    images, labels = _several(pair, 2)
    if isinstance(images, _Ndarray) and isinstance(labels, _Ndarray):
        return images.filled(), labels.filled()
    if isinstance(images, list):
        raise DataError(ONE_BY_ONE)
    raise DataError("the pickle does not hold arrays of images and labels")


def _by_name(value: dict[object, object]) -> dict[str, Array]:
    """Return the arrays of a dictionary, and of those in it: train, images, say."""
    arrays = {}
    for key, one in value.items():
        name = _text(key)
        if isinstance(one, _Ndarray):
            arrays[name] = one.filled()
        elif isinstance(one, (tuple, list)) and len(one) == 2:
            images, labels = _pair(one)
            arrays.update({f"{name} images": images, f"{name} labels": labels})
        elif isinstance(one, dict):
            for inner, more in one.items():
                if isinstance(more, _Ndarray):
                    arrays[f"{name} {_text(inner)}"] = more.filled()
    if not arrays:
        some = ", ".join(_text(key) for key in list(value)[:4])
        raise DataError("a dictionary without arrays of numbers in it ({})", some)
    return arrays


def _text(key: object) -> str:
    return key.decode("latin-1")[:40] if isinstance(key, bytes) else f"{key!s:.20}"


class _Machine:
    """The stack, the memo (values to be used again) and what they may take.

    >>> import io
    >>> machine = _Machine(Stream(io.BytesIO(b"K\\x1cK\\x1c\\x86.")))
    >>> machine.run()  # twice a byte, then both as a tuple
    (28, 28)
    """

    def __init__(self, stream: Stream, most: int = sys.maxsize) -> None:
        self.stream, self.most = stream, most
        self.stack: list[object] = []
        self.marks: list[int] = []
        self.memo: dict[int, object] = {}
        self.bytes_left = MOST_BYTES + 10 * LONGEST_NAME  # and some names

    def run(self) -> object:
        """Follow the instructions to the last, and return what they built."""
        for _ in range(MOST_INSTRUCTIONS):
            code = bytes(self.stream.read(1))
            if code == b".":
                (value,) = self.stack
                return value
            if not self._arrange(code):
                self.stack.append(self._value(code))
        if any(isinstance(value, list) for value in self.stack):
            raise DataError(ONE_BY_ONE)
        raise DataError("the pickle has more instructions than arrays need")

    def _arrange(self, code: bytes) -> bool:
        """Do an instruction that adds no value; False where it is none of these."""
        if code in PASSED_OVER:
            self._number(PASSED_OVER[code])
        elif code == b"(":
            self.marks.append(len(self.stack))
        elif code in PUTS:
            self.memo[self._number(PUTS[code])] = self.stack[-1]
        elif code == b"\x94":
            self.memo[len(self.memo)] = self.stack[-1]
        elif code == b"b":
            state = self.stack.pop()
            _fill(self.stack[-1], state, self.stream.budget)
        elif code in COLLECTED:
            start = self.marks.pop() if code in b"eu" else -COLLECTED[code]
            _collect(self._take(start), self.stack[-1])
        else:
            return False
        return True

    def _value(self, code: bytes) -> object:
        if code in CONSTANTS:
            return CONSTANTS[code]
        if code in NUMBERS:
            return self._number(NUMBERS[code])
        if code == b"\x8a":  # Python 2's long kind, of 255 bytes at most
            data = self.stream.read(self._number("<B"))
            return int.from_bytes(data, "little", signed=True)
        if code in STRINGS or code in TEXTS or code in LINES:
            return self._string(code)
        if code in TUPLES:
            return self._take(len(self.stack) - TUPLES[code])
        if code == b"t":
            return self._take(self.marks.pop())
        if code in LISTS or code in DICTIONARIES:
            values = self._take(self.marks.pop()) if code in b"ld" else ()
            made: object = [] if code in LISTS else {}
            _collect(values, made)
            return made
        if code in GETS:
            return self.memo[self._number(GETS[code])]
        if code == b"c":
            return _name(self.stream.line(LONGEST_NAME), self.stream.line(LONGEST_NAME))
        if code == b"\x93":
            return _name(*self._take(len(self.stack) - 2))
        if code == b"R":
            name, arguments = self._take(len(self.stack) - 2)
            return _call(name, arguments, self.stream.budget)
        raise DataError("the pickle has an instruction no array needs ({!r})", code)

    def _take(self, start: int) -> tuple[object, ...]:
        """Take the values from `start` on off the stack."""
        if start < 0:
            start += len(self.stack)
        if not 0 <= start <= len(self.stack):
            raise IndexError
        values = tuple(self.stack[start:])
        del self.stack[start:]
        return values

    def _number(self, form: str) -> int:
        """Read a whole number in bytes, or a line: b"28", b"28L", b"00" for False."""
        if form:
            (number,) = struct.unpack(form, self.stream.read(struct.calcsize(form)))
            return int(number)
        line = self.stream.line(20)
        return line == b"01" if line in (b"00", b"01") else int(line.rstrip(b"L"))

    def _string(self, code: bytes) -> bytearray | _Packed | Sequence[float]:
        """Read a string. Text is kept as Latin-1 bytes, all that arrays need.

        The string after an array's dtype and order has its numbers: they are
        made small while they are read. In protocol 5 it comes before them: it is
        packed, if otherwise both together were too many bytes.
        """
        budget = self.stream.budget
        pieces: Iterable[bytes]
        length = 0
        if code in LINES:
            pieces = _unescaped(self.stream.line_pieces(), LINES[code])
            pieces = _unquoted(pieces) if code == b"S" else pieces
        elif code in TEXTS:
            pieces = _recoded(self.stream.pieces(self._length(TEXTS[code])))
        else:
            length = self._length(STRINGS[code])
            pieces = self.stream.pieces(length)
        before = self.stack[-3:]
        if before and before[-1] is _Name.ENCODE:  # as Python 3 has it in protocol 2
            before.pop()
        dtype, order = before[-2:] if len(before) > 1 else (None, None)
        if isinstance(dtype, _Dtype) and isinstance(order, bool):
            how = dtype.kind, dtype.big_endian, budget, self.most
            return narrowed(self._used(pieces), *how)
        if length > PIECE and length + length // 2 > budget.bytes_left:
            return _Packed(self._used(pieces), budget)
        result = bytearray()
        for piece in self._used(pieces):
            budget.keep(len(piece))
            result += piece
            if len(result) > max(length, PIECE):
                raise DataError(TOO_LARGE)  # no array is such a text
        return result

    def _length(self, form: str) -> int:
        """Read the length of a string: text takes up to two bytes a letter."""
        length = self._number(form)
        if length < 0:
            raise ValueError
        if length > 2 * self.bytes_left:
            raise DataError(TOO_LARGE)
        return length

    def _used(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Count the bytes of strings; raise DataError where they are too many."""
        for piece in pieces:
            self.bytes_left -= len(piece)
            if self.bytes_left < 0:
                raise DataError(TOO_LARGE)
            yield piece


def _recoded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    for piece in pieces:
        yield decoder.decode(piece).encode("latin-1")
    decoder.decode(b"", final=True)


def _unescaped(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Undo the escapes of a line, as in b"\\\\x00", where pieces may cut one."""
    rest = b""
    for piece in pieces:
        piece = rest + piece
        cut = piece.rfind(b"\\", max(0, len(piece) - 10))
        run = cut + 1 - len(piece[: cut + 1].rstrip(b"\\"))
        if run % 2 == 0:
            cut = len(piece)
        rest = piece[cut:]
        yield piece[:cut].decode(encoding).encode("latin-1")
    yield rest.decode(encoding).encode("latin-1")


def _unquoted(pieces: Iterable[bytes]) -> Iterator[bytes]:
    quote = last = b""
    for piece in pieces:
        piece = last + piece
        if not quote:
            quote, piece = piece[:1], piece[1:]
        last = piece[-1:]
        yield piece[:-1]
    if last != quote or quote not in (b"'", b'"'):
        raise ValueError


def _name(module: object, name: object) -> _Name:
    if isinstance(module, (bytes, bytearray)) and isinstance(name, (bytes, bytearray)):
        if known := NAMES.get((bytes(module), bytes(name))):
            return known
        asked = (module + b"." + name)[:LONGEST_NAME].decode("latin-1")
        raise DataError("the pickle asks for {!r}, which no array needs", asked)
    raise DataError("the pickle asks for something without a name")


def _call(name: object, arguments: object, budget: Budget) -> object:
    """Give what a call of a name stands for. Nothing is called."""
    if isinstance(arguments, tuple):
        if name is _Name.RECONSTRUCT and arguments == (_Name.NDARRAY, (0,), b"b"):
            return _Ndarray()
        if name is _Name.DTYPE and len(arguments) == 3:
            return _Dtype(_bytes(arguments[0]))
        if name is _Name.ENCODE and len(arguments) == 2 and arguments[1] == b"latin1":
            text = arguments[0]
            return text if isinstance(text, array) else _bytes(text)
        if name is _Name.BYTES and not arguments:
            return b""
        if name is _Name.FROMBUFFER and len(arguments) == 4:
            data, dtype, shape, order = arguments
            result = _Ndarray()
            _fill(result, (1, shape, dtype, order == b"F", data), budget)
            return result
    raise DataError("the pickle calls something in a way no array needs")


def _fill(target: object, state: object, budget: Budget) -> None:
    if not isinstance(state, tuple):
        raise TypeError
    if isinstance(target, _Dtype) and len(state) >= 8:
        if state[1] not in (b"<", b">", b"|") or state[2:5] != (None,) * 3:
            raise ValueError
        target.big_endian = state[1] == b">"
    elif isinstance(target, _Ndarray) and len(state) == 5:
        _, shape, dtype, fortran, data = state
        right = isinstance(dtype, _Dtype) and isinstance(shape, tuple)
        if not right or not all(isinstance(size, int) for size in shape):
            raise TypeError
        numbers = data
        if isinstance(data, _Packed):
            numbers = narrowed(data.taken(), dtype.kind, dtype.big_endian, budget)
        elif not isinstance(data, array):
            numbers = viewed(_bytes(data), dtype.kind, dtype.big_endian, budget)
        target.array = Array(shape, numbers, bool(fortran))
    else:
        raise DataError("the pickle fills something that is not an array")


def _collect(values: Sequence[object], into: object) -> None:
    """Put values into a list, or names and values by turns into a dictionary."""
    if isinstance(into, list):
        into += values
    elif isinstance(into, dict) and len(values) % 2 == 0:
        for key, value in zip(values[::2], values[1::2]):
            if not isinstance(key, (bytes, bytearray, int)):  # others may be endless
                raise TypeError
            into[key if isinstance(key, int) else bytes(key)] = value
    else:
        raise TypeError


def _bytes(value: object) -> bytearray:
    if isinstance(value, bytes):  # an empty one
        return bytearray(value)
    if isinstance(value, bytearray):
        return value
    raise TypeError
