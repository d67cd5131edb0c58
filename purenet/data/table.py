"""Digits as lines of numbers, CSV: the label and 784 pixels, an image a line.

mnist_train.csv has such lines and nothing else; Kaggle's files have a line of names
above (label, pixel0, pixel1, ...). Others write otherwise: the label last, semicolons
or tabs, a column that counts the lines, 5.0 for 5. A name tells which column has the
labels; without names it is the first or the last, whichever has more different digits.
A mark (BOM), quotation marks and empty lines are read over.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purenet.data import DataError
from purenet.data.arrays import MOST_IMAGES, Array, Pair, pair
from purenet.data.folder import meaning
from purenet.data.image import MIDDLE, PIXELS, SIZES
from purenet.data.stream import Budget, Stream
from purenet.words import later

LONGEST_LINE = 30_000
COLUMNS = PIXELS + 1
BOM = "\ufeff".encode()
COUNTING = ("", "index", "id", "unnamed: 0")  # columns that count the lines
NUMBER = re.compile(rb"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
MOST_SPELLINGS = 5_000  # of numbers that are remembered
MOST_EMPTY = 1_000  # lines, more than there are others
LINE_COST, SPELLING_COST = 600, 15  # steps
EXPECTED = later("line {}: {} numbers; a label and 784 pixels are expected")
FEW_DIGITS = 3  # where there are fewer different ones, a last column is no labels


class _Columns(NamedTuple):
    named: bool  # whether the first line has names
    counting: bool  # whether the first column counts the lines
    label: int | None  # which of the rest has the labels, where a name says it


class _Spellings(dict[bytes, float]):
    """The numbers that words stand for, found out once for each word."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self._budget = budget
        self.least = 0

    def __missing__(self, word: bytes) -> float:
        self._budget.spend(SPELLING_COST)
        number = float(_bare(word)) if NUMBER.fullmatch(_bare(word)) else -2.0
        if not self.least <= number <= 255:
            raise KeyError(word)
        if number.is_integer():
            number = int(number)
        if len(self) < MOST_SPELLINGS:
            self[word] = number
        return number


def starts(start: bytes) -> bool:
    """Return whether a file may be of this kind, from its first bytes.

    >>> starts(b"5,0,0,0,"), starts(b'"label";'), starts(b"PK\\3\\4....")
    (True, True, False)
    """
    lines = start.removeprefix(BOM).split(b"\n")
    line = next((line for line in lines if line[:1] != b"#"), b"")
    if re.search(rb"[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", line):
        return False
    first = line.strip().split(b" ")[0].decode("latin-1")
    return bool(re.search(rb"[,;\t]|\d +[-\d]", line)) or meaning(first).what != ""


def labelled(stream: Stream) -> bool:
    """Return whether a file of lines has labels, from its first line.

    >>> import io
    >>> labelled(Stream(io.BytesIO(b"0" + 783 * b",0")))
    False
    """
    for _, line in _lines(stream):
        columns = _columns(line)
        words = len(_words(line, columns))
        return columns.label is not None or words - 1 in SIZES
    return False


def read(stream: Stream) -> Pair:
    """Return the images and the labels; DataError at the first other line.

    >>> import io
    >>> pictures, labels = read(Stream(io.BytesIO(b"7" + 784 * b",0")))
    >>> list(pictures([0])), list(labels)
    ([<Image 28 x 28, 0 pixels not white>], [7])
    """
    images, labels = arrays(stream)
    assert labels is not None
    return pair(images, labels)


def arrays(stream: Stream, wanted: bool = True) -> tuple[Array, Array | None]:
    """Return the images and the labels; without these, where they are not wanted.

    >>> import io
    >>> arrays(Stream(io.BytesIO(b"0" + 783 * b",0")), wanted=False)[0].shape
    (1, 784)
    """
    numbers: array[float] = array("B", b"")  # type: ignore[assignment]
    spellings = _Spellings(stream.budget)
    columns, first, width, pixels = None, 0, 0, 0
    for number, line in _lines(stream):
        if columns is None:
            columns = _columns(line)
            if columns.named:
                continue
            if columns.counting:
                first = number - int(_bare(_split(line)[0]))
        # The first column goes on counting the lines.
        count = b"%d" % (number - first)
        if columns.counting and not columns.named and _bare(_split(line)[0]) != count:
            raise DataError(EXPECTED, number, COLUMNS + 1)
        words = _words(line, columns)
        if not width:
            pixels = _pixels(len(words), columns, wanted)
            width = len(words) if pixels else COLUMNS
            spellings.least = -1 if pixels == MIDDLE else 0
        if len(words) != width:
            raise DataError(EXPECTED, number, len(words))
        row = _row(words, number, spellings)
        stream.budget.spend(LINE_COST)
        stream.budget.keep(width * numbers.itemsize)
        if numbers.typecode == "B":
            try:
                numbers.frombytes(bytes(row))  # type: ignore[arg-type]
                continue
            except (TypeError, ValueError):  # there are fractions, or a -1
                stream.budget.keep(4 * len(numbers))
                numbers = array("f", numbers)
                stream.budget.keep(-len(numbers))
        numbers.fromlist(row)
    if not numbers:
        raise DataError("there are names in it, and no images")
    rows = len(numbers) // width
    label = columns.label if columns else 0
    if width > pixels + 1:  # ten for the label, at the end
        label = pixels
    elif label is None or label >= width:
        label = _label_column(numbers, width)
    labels: array[float] = array(numbers.typecode)
    for left in range(width, pixels, -1):
        labels += numbers[label::left]
        del numbers[label::left]
    images = Array((rows, pixels), numbers)
    shape = (rows, width - pixels) if width > pixels + 1 else (rows,)
    return images, Array(shape, labels, fortran=True) if labels else None


def _lines(stream: Stream) -> Iterator[tuple[int, bytes]]:
    number = full = 0
    while not stream.ended():
        number += 1
        line = stream.line(LONGEST_LINE).strip(b" \r\n")
        if number == 1:
            line = line.removeprefix(BOM)
        if line and line[:1] != b"#":
            full += 1
            yield number, line
        if full - 1 > MOST_IMAGES:  # the first may have names
            raise DataError("there are more than {:,} lines", MOST_IMAGES)
        if number - full > full + MOST_EMPTY:
            raise DataError("there are more empty lines than others")


def _columns(line: bytes) -> _Columns:
    words = [_bare(word) for word in _split(line)]
    names = [word.decode("utf-8", "replace").lower() for word in words]
    counting = names[0] in COUNTING
    known = [meaning(name).what for name in names[counting:]]
    label = known.index("labels") if known.count("labels") == 1 else None
    numbers = [word for word in words if NUMBER.fullmatch(word)]
    in_order = numbers == [b"%d" % k for k in range(len(numbers))]  # pandas's names
    empty = words.count(b"")
    if label is not None or in_order or len(words) - empty > 2 * len(numbers):
        return _Columns(True, counting, label)
    return _Columns(False, len(words) == COLUMNS + 1 and names[0] in ("0", "1"), None)


def _bare(word: bytes) -> bytes:
    """Return a word without quotation marks, a number with a point."""
    return word.strip(b' \t"').replace(b",", b".")


def _split(line: bytes) -> list[bytes]:
    """Take a line apart at its semicolons, tabs or commas, or else at white space."""
    signs = (sign for sign in (b";", b"\t", b",") if sign in line)
    return line.split(next(signs, None))


def _words(line: bytes, columns: _Columns) -> list[bytes]:
    words = _split(line)
    if len(words) > COLUMNS and not words[-1].strip():  # each ends with a comma
        words.pop()
    return words[1:] if columns.counting else words


def _pixels(words: int, columns: _Columns, labels: bool) -> int:
    """Return how many pixels an image has, of so many words a line; 0 for none."""
    if labels and words == PIXELS and columns.label is None:
        raise DataError(
            "no labels in it: 784 numbers a line, as in Kaggle's test.csv. To learn "
            "from are files with labels, as its train.csv; recognise reads the others"
        )
    more = (1, 10) if labels or columns.label is not None else (0, 1, 10)
    return next((n for n in SIZES if words - n in more), 0)


def _row(words: list[bytes], number: int, spellings: _Spellings) -> list[float]:
    try:
        return list(map(spellings.__getitem__, words))
    except KeyError as error:
        word = error.args[0].decode("latin-1")[:40]
        wrong = "line {}: {!r} is not a grey level, nor a digit"
        raise DataError(wrong, number, word) from None


def _label_column(numbers: Sequence[float], width: int) -> int:
    """Return the column of the labels, where no name says it: the first or last."""
    first, last = set(numbers[::width]), set(numbers[width - 1 :: width])
    digits = set(range(10))
    at_end = len(last) > len(first) or (first == {0} and len(last) == 1)
    if not first <= digits:  # a corner without ink is no label; nor are letters none
        at_end = len(last) >= FEW_DIGITS
    return width - 1 if last <= digits and at_end else 0
