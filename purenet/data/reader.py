"""Read digits from a file or a folder, whatever the format.

What a file is, its first bytes tell, never its name:

- the book's mnist.pkl.gz (`purenet.data.pickled`);
- LeCun's four files, given one of them or their folder (`purenet.data.idx`);
- Keras's mnist.npz (`purenet.data.npz`);
- lines of numbers with commas between, CSV (`purenet.data.table`).

MNIST has 60,000 images for training and 10,000 for testing. The book keeps
the last 10,000 of the 60,000 apart, for validation; so is done here where a
format knows only the two, and with the last sixth of any other number. A CSV
file that stands alone, as Kaggle's, is cut likewise: 5 to 1 to 1.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

from purenet.data import DataError, idx, npz, pickled, table
from purenet.data.arrays import Array, Digits, check, digits
from purenet.data.stream import naming, opened

BOOK = "mnist.pkl.gz"
KERAS = "mnist.npz"

Pair = tuple[Array, Array]
Part = tuple[Pair, int, int]  # from one image to before another
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
    parts = _parts(path, counts)
    with naming(path):
        return _three(parts, counts)


def in_folder(folder: Path) -> Path:
    """Return the file of digits in a folder that the others go with.

    Raise DataError where there is none.

    >>> in_folder(Path("no/such/folder")) #doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no/such/folder: no digits in this folder; looked for ...
    """
    candidates = [folder / BOOK]
    candidates += [idx.find(folder, name) for name in idx.TRAINING + idx.TEST]
    candidates += [folder / name for name in (KERAS, *table.FILES, table.ALONE)]
    for path in candidates:
        if path.is_file():
            return path
    names = ", ".join(path.name for path in candidates)
    raise DataError(f"{folder}: no digits in this folder; looked for {names}")


def complete(folder: Path) -> bool:
    """Return whether a folder has all the files of one kind.

    >>> complete(Path("no/such/folder"))
    False
    """
    return (folder / BOOK).is_file() or all(
        idx.find(folder, name).is_file() for name in idx.TRAINING + idx.TEST
    )


def _parts(path: Path, counts: Counts) -> list[Part]:
    """Return what a file has for training, validation and test."""
    with opened(path) as stream:
        start = stream.peek(8)
        if start[:1] in (b"\x80", b"("):
            return [_whole(pair) for pair in pickled.read(stream)]
        if table.starts(start) and not _has_other_half(path):
            return _sevenths(table.read(stream))
    train, validation, test = counts
    pair = test_pair = NOTHING
    if train != 0 or validation != 0:
        pair = _pair(path, start, 0)
    if test != 0:
        test_pair = _pair(path, start, 1)
    return [*_sixths(pair), _whole(test_pair)]


def _has_other_half(path: Path) -> bool:
    """Return whether a CSV file is one of two that belong together."""
    if path.name == table.FILES[0]:
        return path.with_name(table.FILES[1]).is_file()
    return path.name == table.FILES[1]  # nothing can be learnt from it alone


def _pair(path: Path, start: bytes, half: int) -> Pair:
    """Read the images and labels of one half: 0 is for training, 1 for the test."""
    if start[:4] in (idx.IMAGES, idx.LABELS):
        names = (idx.TRAINING, idx.TEST)[half]
        with opened(idx.find(path.parent, names[0])) as stream:
            images = idx.read(stream)
        with opened(idx.find(path.parent, names[1])) as stream:
            labels = idx.read(stream)
            check(images, labels)
        return images, labels
    with naming(path):
        if start[:4] == npz.ZIP:
            return npz.read(path, (npz.TRAINING, npz.TEST)[half])
        if not table.starts(start):
            raise DataError(
                "this is not a file of digits of a kind known here, which are "
                f"{BOOK}, LeCun's four files, {KERAS} and CSV"
            )
    with opened(path.with_name(table.FILES[half])) as stream:
        return table.read(stream)


def _whole(pair: Pair) -> Part:
    return pair, 0, pair[0].shape[0]


def _sixths(pair: Pair) -> list[Part]:
    """Leave the last sixth of the images for validation."""
    total = pair[0].shape[0]
    kept = total - total // 6
    return [(pair, 0, kept), (pair, kept, total)]


def _sevenths(pair: Pair) -> list[Part]:
    """Leave a seventh for validation and one for the test."""
    total = pair[0].shape[0]
    part = total // 7
    first, second = total - 2 * part, total - part
    return [(pair, 0, first), (pair, first, second), (pair, second, total)]


def _three(parts: list[Part], counts: Counts) -> Three:
    """Make images and labels of as many of each part as are wanted."""
    result = []
    for ((images, labels), start, stop), count in zip(parts, counts):
        if count is not None:
            stop = min(stop, start + count)
        result.append(digits(images, labels, start, stop))
    return result[0], result[1], result[2]
