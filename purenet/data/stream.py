"""The bytes of a file, one piece after another, inflated if it is gzipped.

Files of digits come from the internet, so nothing here believes them: memory is taken
only for what has really been read, and a reader asks for no more than a file of digits
can have. A gzipped file is known by its first two bytes, never by its name, and must
agree with its checksum. Several one after another are one (RFC 1952, section 2.2).

Whatever a file says of itself, every reader counts, a piece, a row or a table at a
time, the bytes that it keeps and the steps of its work: a Budget says where to stop.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from purenet.data import DataError
from purenet.words import reason, say

GZIP = b"\x1f\x8b"
PIECE = 1 << 16  # larger ones are made in memory that is asked for anew
PACKED_PIECE = 1 << 14  # small, since each part that ends leaves a copy of the rest

MEMORY = 240_000_000  # EMNIST's 280,000 images as bytes, 70,000 of four bytes a number
STEPS = 1_200_000_000  # two minutes

# bgzip makes one for each 64 KB, so 7,000 are the most a file of digits needs.
MOST_MEMBERS = 10_000


class Budget:
    """So many bytes to keep, so many steps to do; a step takes some 0.15 microseconds.

    whose: how a message begins, the file's name, say, and a colon.

    >>> budget = Budget(memory=1000, steps=50)
    >>> budget.keep(900), budget.keep(-500), budget.spend(50)
    (None, None, None)
    >>> budget.keep(601)
    Traceback (most recent call last):
        ...
    purenet.data.DataError: more than 1,000 bytes would have to be kept to read it
    """

    def __init__(self, memory: int, steps: int, whose: str = "") -> None:
        self._memory, self._whose = memory, whose
        self.bytes_left, self.steps_left = memory, steps

    def keep(self, count: int) -> None:
        """Count bytes that are kept. Raise DataError where they are too many."""
        self.bytes_left -= count
        if self.bytes_left < 0:
            text = "{}more than {:,} bytes would have to be kept to read it"
            raise DataError(text, self._whose, self._memory)

    def spend(self, steps: int) -> None:
        """Count steps of work. Raise DataError where they are too many."""
        self.steps_left -= steps
        if self.steps_left < 0:
            text = (
                "{}it takes more work than is done for a file of its kind: save it "
                "smaller, a photo as an ordinary JPEG, not a progressive one"
            )
            raise DataError(text, self._whose)


@contextmanager
def opened(path: Path) -> Iterator[Stream]:
    """Open a file for reading, and name it in every error raised meanwhile.

    >>> with opened(Path("nowhere.gz")) as stream:
    ...     stream.read(1)
    Traceback (most recent call last):
        ...
    purenet.data.DataError: nowhere.gz: no such file
    """
    with blaming(path):
        if not path.is_file():  # a pipe could keep one waiting for ever
            raise DataError(say("not a file") if path.exists() else say("no such file"))
        with path.open("rb") as file:
            yield Stream(file)


@contextmanager
def blaming(path: object) -> Iterator[None]:
    """Put the file's name before what goes wrong meanwhile, as a DataError.

    >>> with blaming(Path("digits.csv")):
    ...     raise DataError("no digits")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: digits.csv: no digits
    """
    try:
        yield
    except DataError as error:
        raise DataError("{}: {}", path, error) from None
    except OSError as error:
        raise DataError("{}: {}", path, reason(error)) from None


class Stream:
    """The contents of an open file, read from the front.

    budget: what is left to spend on it, for whoever reads.

    >>> import gzip, io
    >>> stream = Stream(io.BytesIO(gzip.compress(b"012345678\\none\\ntwo")))
    >>> stream.peek(2), bytes(stream.read(4)), stream.ended()
    (b'01', b'0123', False)
    >>> [bytes(piece) for piece in stream.pieces(5)]
    [b'45678']
    >>> stream.line(most=5), stream.line(most=5), list(stream.line_pieces())
    (b'', b'one', [b'two'])
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.budget = Budget(MEMORY, STEPS)
        start = file.read(2)
        file.seek(0)
        self._inflater = zlib.decompressobj(wbits=31) if start == GZIP else None
        self._members = 1
        self._piece = b""
        self._at = 0

    def peek(self, size: int) -> bytes:
        """Return the next bytes, fewer at the end, and leave them to be read."""
        self._piece, self._at = self._piece[self._at :], 0
        while len(self._piece) < size and (more := self._next()):
            self._piece += more
        return self._piece[:size]

    def pieces(self, size: int) -> Iterator[bytes]:
        """Yield the next `size` bytes in pieces."""
        while size > 0:
            if self.ended():
                raise DataError("the file is cut short")
            piece = self._piece[self._at : self._at + size]
            self._at += len(piece)
            size -= len(piece)
            yield piece

    def read(self, size: int) -> bytearray:
        """Return exactly `size` bytes. Raise DataError where there are fewer."""
        result = bytearray()
        for piece in self.pieces(size):
            result += piece
        return result

    def line_pieces(self) -> Iterator[bytes]:
        """Yield the bytes up to the next newline, or the end, in pieces."""
        end = -1
        while end < 0 and not self.ended():
            end = self._piece.find(b"\n", self._at)
            piece = self._piece[self._at : end if end >= 0 else None]
            self._at += len(piece)
            yield piece
        self._at += end >= 0

    def line(self, most: int) -> bytes:
        """Return the bytes up to the next newline, which must be `most` at most."""
        line = b""
        for piece in self.line_pieces():
            line += piece
            if len(line) > most:
                raise DataError("a line is too long for a file of digits")
        return line

    def ended(self) -> bool:
        """Return whether everything has been read (and the checksum was right)."""
        if self._at >= len(self._piece):
            self._piece, self._at = self._next(), 0
            self.budget.spend(10 + len(self._piece) // 25)
        return not self._piece

    def _next(self) -> bytes:
        """Return the next piece of the contents, b"" after the last."""
        if self._inflater is None:
            return self._file.read(PIECE)
        try:
            return self._inflate(self._inflater)
        except zlib.error as error:
            raise DataError("the gzipped contents are damaged ({})", error) from None

    def _inflate(self, inflater: zlib._Decompress) -> bytes:
        while True:
            if inflater.eof:
                packed = inflater.unused_data or self._file.read(PACKED_PIECE)
                if not packed:
                    return b""
                inflater = self._next_member(packed)
            else:
                packed = inflater.unconsumed_tail or self._file.read(PACKED_PIECE)
            piece = inflater.decompress(packed, PIECE)
            if piece:
                return piece
            if not packed:
                raise DataError("the file is cut short")

    def _next_member(self, start: bytes) -> zlib._Decompress:
        """Return what inflates the gzipped contents that follow others."""
        self._members += 1
        if start[:2] != GZIP[: len(start)] or self._members > MOST_MEMBERS:
            raise DataError("there is something after the end of the gzipped contents")
        self._inflater = zlib.decompressobj(wbits=31)
        return self._inflater
