"""A folder of pictures, a digit each: sorted into folders 0 to 9, or by their names.

A picture's digit is the name of its folder, or its own name begins with it:
3/anna.png, 3_anna.png. There may be two such folders, train and test. Who reads a
folder says how a picture becomes an image.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

from purenet.data import DataError
from purenet.data.arrays import MOST_IMAGES, Array, Pair, digits_in
from purenet.data.folder import entries, meaning
from purenet.data.image import Image
from purenet.data.stream import blaming

# Of those that cannot be read it is said: none is passed over.
ENDINGS = (".png", ".jpg", ".jpeg", ".jfif", ".pgm", ".ppm", ".bmp", ".gif", ".tif",
           ".tiff", ".webp", ".heic", ".heif", ".avif")  # fmt: skip
DIGIT = re.compile(r"\d(?!\d)")

Prepare = Callable[[Path], Image]


def halves(folder: Path) -> dict[str, Path]:
    """Return the folders for training and test, or the folder itself as "".

    >>> halves(Path("no/such/folder")) == {"": Path("no/such/folder")}
    True
    """
    folder, below = _innermost(folder), {}
    for path in map(_innermost, entries(folder)):
        said = meaning(path.name)
        digits = (digit for _, digit in _pictures(path))
        if said.half and not said.family and any(d is not None for d in digits):
            below[said.half] = path
    return below if len(below) > 1 else {"": below.get("train", folder)}


def _innermost(path: Path) -> Path:
    """Return the folder that is alone in a folder, as some zip files unpack."""
    while len(inside := entries(path)) == 1 and inside[0].is_dir():
        if _digit_of(inside[0].name) is not None:
            break
        path = inside[0]
    return path


def holds(folder: Path) -> bool:
    """Return whether there are pictures of digits in a folder.

    >>> holds(Path("no/such/folder"))
    False
    """
    return any(True for each in halves(folder).values() for _ in _pictures(each))


def read(folder: Path, prepare: Prepare) -> Pair:
    """Return the pictures in a folder, and their digits, which all names must say."""
    paths, digits = [], []
    for path, digit in _pictures(folder):
        if digit is None:
            raise DataError(
                "{}: the name does not begin with one digit that says what is on "
                "it, as 3_anna.png does; or sort the pictures into folders 0 to 9",
                path,
            )
        paths.append(path)
        digits.append(digit)
        if len(paths) > MOST_IMAGES:
            raise DataError("{}: more than {:,} pictures", folder, MOST_IMAGES)
    with blaming(folder):
        labels = digits_in(Array((len(digits),), digits))
    return (lambda places: (prepare(paths[place]) for place in places)), labels


def _pictures(folder: Path) -> Iterator[tuple[Path, int | None]]:
    """Yield the pictures in a folder and in its folders 0 to 9, with their digits."""
    for entry in entries(folder):
        digit, folder_ = _digit_of(entry.name), entry.is_dir()
        if folder_ and entry.name.isascii() and entry.name.isdecimal():
            digit = int(entry.name)  # 07, or 10 for the 0, as in tables
        sorted_in = folder_ and digit is not None
        for path in entries(entry) if sorted_in else [entry]:
            if is_picture(path):
                yield path, digit


def is_picture(path: Path) -> bool:
    """Return whether a file is named as a picture, or a link to nowhere."""
    named = path.suffix.lower() in ENDINGS
    return named and (path.is_file() or not path.exists())


def _digit_of(name: str) -> int | None:
    match = DIGIT.match(name)
    return int(match.group()) if match and name[0].isascii() else None
