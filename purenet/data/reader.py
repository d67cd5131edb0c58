"""Read digits from a file or a folder, whatever the format.

What a file is, its first bytes tell, never its name:

- the book's mnist.pkl.gz (`purenet.data.pickled`);
- LeCun's four files, given one of them or their folder (`purenet.data.idx`).

MNIST has 60,000 images for training and 10,000 for testing. The book keeps
the last 10,000 of the 60,000 apart, for validation; so is done here with
formats that know only the two, and with the last sixth of any other number.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

from purenet.data import DataError, idx, pickled
from purenet.data.arrays import Array, Digits, digits
from purenet.data.stream import naming, opened

BOOK = "mnist.pkl.gz"

Pair = tuple[Array, Array]
Part = tuple[Pair, int, int]  # from one image to another
Counts = tuple[Optional[int], Optional[int], Optional[int]]
Three = tuple[Digits, Digits, Digits]
NOTHING = Array((0, 28, 28), "u1", b""), Array((0,), "u1", b"")


def read(
    path: str | os.PathLike[str],
    train: int | None = None,
    validation: int | None = None,
    test: int | None = None,
) -> Three:
    """Return training, validation and test data: a pair (images, labels) each.

    path: a file, or a folder with files named as they are published.
    train, validation, test: how many of each, the first so many; None for
    all there are, 0 for none. A file is read and checked to its end even so,
    but for the pixels of images that are not wanted.
    Raise DataError where there are no digits, or damaged ones.

    >>> read("no/such/file")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no/such/file: no such file or folder
    """
    counts = (train, validation, test)
    for count in counts:
        if count is not None and count < 0:
            raise ValueError(f"{count} images cannot be read: that is less than none")
    path = Path(path)
    if path.is_dir():
        path = in_folder(path)
    elif not path.exists():
        raise DataError(f"{path}: no such file or folder")
    with opened(path) as stream:
        start = stream.peek(4)
        if start[:1] in (b"\x80", b"("):
            return _three([whole(pair) for pair in pickled.read(stream)], counts)
        if start not in (idx.IMAGES, idx.LABELS):
            raise DataError("this is not a file of digits of a kind known here")
    return _idx(path.parent, counts)


def in_folder(folder: Path) -> Path:
    """Return the file of digits in a folder that the others go with.

    Raise DataError where there is none.
    """
    candidates = [folder / BOOK]
    candidates += [idx.find(folder, name) for name in idx.TRAINING + idx.TEST]
    for path in candidates:
        if path.is_file():
            return path
    names = ", ".join(path.name for path in candidates)
    raise DataError(f"{folder}: no digits in this folder; looked for {names}")


def complete(folder: Path) -> bool:
    """Return whether a folder has all the files of one kind."""
    parts = [idx.find(folder, name).is_file() for name in idx.TRAINING + idx.TEST]
    return (folder / BOOK).is_file() or all(parts)


def _idx(folder: Path, counts: Counts) -> Three:
    """Read the four files in a folder, or the two that are wanted."""
    train, validation, test = counts
    pair, test_pair = NOTHING, NOTHING
    if train != 0 or validation != 0:
        pair = _idx_pair(folder, idx.TRAINING)
    if test != 0:
        test_pair = _idx_pair(folder, idx.TEST)
    with naming(folder):
        return _three([*split(pair), whole(test_pair)], counts)


def _idx_pair(folder: Path, names: tuple[str, str]) -> Pair:
    arrays = []
    for name in names:
        with opened(idx.find(folder, name)) as stream:
            arrays.append(idx.read(stream))
    return arrays[0], arrays[1]


def split(pair: Pair) -> list[Part]:
    """Leave the last sixth of the images for validation."""
    total = pair[0].shape[0]
    kept = total - total // 6
    return [(pair, 0, kept), (pair, kept, total)]


def whole(pair: Pair) -> Part:
    return pair, 0, pair[0].shape[0]


def _three(parts: list[Part], counts: Counts) -> Three:
    """Make images and labels of as many of each part as are wanted."""
    result = []
    for ((images, labels), start, stop), count in zip(parts, counts):
        if count is not None:
            stop = min(stop, start + count)
        result.append(digits(images, labels, start, stop))
    return result[0], result[1], result[2]
