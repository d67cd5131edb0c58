"""Read digits from a file or a folder, whatever the format.

What a file is, its first bytes tell, never its name. Which kinds there are, the index
of this room says: each has a module that reads it.

The book keeps the last 10,000 of MNIST's 60,000 for validation; so is done where a
format knows only training and test, and with the last sixth of any other number. What
stands alone, as Kaggle's train.csv does, is cut 5 to 1 to 1; sorted images, all 0s
first, are mixed before, in the same way every time. Which way up images lie, and what
is paper, is seen in them (`purenet.data.gate`); what was wrong is said, as a warning.
"""

from __future__ import annotations

import os
import random
import sys
import warnings
from array import array
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Callable, Optional, TypeVar

from purenet.data import (
    DataError,
    course_digits,
    folder,
    gate,
    idx,
    matlab,
    npz,
    pickled,
    picture_folder,
    table,
)
from purenet.data.arrays import MOST_IMAGES, Array, Pair, PassedOver, pair
from purenet.data.image import PIXELS, Image
from purenet.data.strangers import START, stranger
from purenet.data.stream import Stream, blaming, opened
from purenet.words import say

Counts = tuple[Optional[int], Optional[int], Optional[int]]
Digits = tuple[list[Image], list[int]]
Pairs = list[tuple[Array, Array]]
Three = tuple[Digits, Digits, Digits]
Halves = dict[str, Callable[[], Pair]]  # what reads each; "" where it is only one
Progress = Optional[Callable[[int, int], None]]
_Read = TypeVar("_Read")

PICKLES = (b"\x80", b"(", b"}", b"]")  # begin with a protocol, or what is in it
FRONT = 1000  # images are kept at least: enough to see how they lie
FEW = 20  # so few images are not called sorted
MATLAB = b"MATLAB 5.0"
UNNAMED = ["arr_0", "arr_1", "arr_2", "arr_3"]  # NumPy calls them so, and then
MEANT = ["x_train", "y_train", "x_test", "y_test"]  # they stand in Keras's order


def read(
    path: str | os.PathLike[str], train: int | None = None,
    validation: int | None = None, test: int | None = None,
    prepare: picture_folder.Prepare | None = None,
    progress: Progress = None,
) -> Three:  # fmt: skip
    """Return training, validation and test data: a pair (images, labels) each.

    path: a file, or a folder with files named as published, or with pictures. train,
    validation, test: how many of each; None for all there are. A file is read and
    checked to its end even so. prepare: makes an image of a file with a picture.
    progress: called with (done, total). Raise DataError where there are no digits, or
    damaged ones.

    >>> read("no/such/file")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no/such/file: no such file or folder
    """
    counts = (train, validation, test)
    if (least := min(count or 0 for count in counts)) < 0:
        raise ValueError(say("{} images cannot be read: that is less than none", least))
    path = Path(path)
    with blaming(path):
        file = _file(path)
    if not file.is_dir():
        most = PIXELS * max(FRONT, *(MOST_IMAGES if n is None else n for n in counts))
        try:
            return _three(_halves(file, most), file, counts, progress)
        except PassedOver:
            return _three(_halves(file), file, counts, progress)
    if prepare is None:
        who = "{}: a folder of pictures, which mnist_loader.load_data reads"
        raise DataError(who, path)
    parts = picture_folder.halves(file)
    halves: Halves = {h: partial(picture_folder.read, parts[h], prepare) for h in parts}
    return _three(halves, file, counts, progress)


def images(path: str | os.PathLike[str]) -> tuple[list[Image], list[str]] | None:
    """Return the images in a file without labels, and sentences on what was wrong.

    Where it has labels, they are passed over. None for what is not a table, arrays of
    NumPy's or a file of LeCun's. Raise DataError where it is damaged.

    >>> images("no/such/file")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no/such/file: no such file
    """
    path = Path(path)
    with opened(path) as stream:
        start = stream.peek(START)
        if start[:4] == npz.ZIP:
            arrays = npz.names_in(path)
            named = [name for name in arrays if folder.meaning(name).what == "images"]
            if len(arrays) > 1 and len(named) != 1:
                text = "the arrays in it are {:.100}; of images there must be one"
                raise DataError(text, ", ".join(arrays))
            found = npz.read(path, [*named, *arrays][0])
        elif idx.starts(start) or start[:6] == npz.NPY:
            found = _array(path)
        elif not stranger(start) and table.starts(start):
            found, _ = table.arrays(stream, wanted=False)
        else:
            return None
        (pictures, _), said = gate.righted(found.images, b"", range(len(found)))
        return list(pictures(range(len(found)))), said


def _file(path: Path) -> Path:
    if not path.is_dir():
        return path
    if file := folder.digits_in(path):
        return file
    if picture_folder.holds(path):
        return path
    if file := folder.digits_in(path, folder.ANY):
        return file
    looked = say(folder.LOOKED_FOR, folder.BOOK, folder.IDX[0])
    raise DataError("no digits in this folder; looked for {}", looked)


def _halves(path: Path, most: int = sys.maxsize) -> Halves:
    if not path.exists():
        raise DataError("{}: no such file or folder", path)
    with opened(path) as stream:
        start = stream.peek(START)
        if start[:1] in PICKLES and not stranger(start):
            return _of_pickle(path, pickled.read(stream, most))
        if start.startswith(MATLAB):
            return _of_matlab(path, matlab.tables(stream))
        if start[:4] == npz.ZIP:
            arrays = npz.names_in(path)
            if len(arrays) > 1 or not folder.meaning(path.name).what:
                return _by_name(path, arrays, partial(npz.read, path))
        if idx.starts(start) or start[:4] == npz.ZIP or start[:6] == npz.NPY:
            return _of_files(path)
        what = stranger(start)
        if what or not table.starts(start):
            known = (
                "this is not a file of digits of a kind known here, which are {}, "
                "LeCun's four files, mnist.npz, CSV and ex4data1.mat"
            )
            raise DataError(what or say(known, folder.BOOK))
    return _of_tables(path)  # each of which names itself in errors


def _of_pickle(path: Path, found: Pairs | dict[str, Array]) -> Halves:
    if isinstance(found, dict):
        return _by_name(path, list(found), found.__getitem__)
    halves = ("train", "valid", "test") if len(found) == 3 else ("train", "test")
    pairs = zip(halves, found)
    return {half: partial(_both, path, two.__getitem__, 0, 1) for half, two in pairs}


def _of_matlab(path: Path, tables: dict[str, matlab.Variable]) -> Halves:
    """Return what reads the halves, of a MATLAB file with whatever names.

    The course's has X and y; others two tables, of which one has 784 columns or
    rows, or names that say it; mnist_all.mat a table for each digit.
    """
    if "X" in tables and "y" in tables and tables["X"].shape[1] == 400:
        course = course_digits.checked(tables["X"], tables["y"])
        return {"": partial(course_digits.large, *course)}
    arrays = {name: _of_table(table) for name, table in tables.items()}
    for half in ("train", "test"):
        some = [(d, arrays.pop(name)) for d in range(10)
                if (name := f"{half}{d}") in arrays]  # fmt: skip
        if some:
            labels = b"".join(bytes([d]) * len(table) for d, table in some)
            whole = {memoryview(table.numbers).format for _, table in some} == {"B"}  # type: ignore[arg-type]
            rows = (table.row(k) for _, table in some for k in range(len(table)))
            numbers = array("B" if whole else "f", chain.from_iterable(rows))
            arrays[f"{half} x"] = Array((len(labels), PIXELS), numbers)
            arrays[f"{half} y"] = Array((len(labels),), array("B", labels))
    images = [name for name, found in arrays.items() if found.shape[1:] == (PIXELS,)]
    if len(images) == 1 and len(arrays) == 2:
        (other,) = arrays.keys() - set(images)
        return {"": partial(_both, path, arrays.__getitem__, images[0], other)}
    return _by_name(path, list(arrays), arrays.__getitem__)


def _of_table(table: matlab.Variable) -> Array:
    """Return a table as NumPy would have it, an image, or a label, a row."""
    rows, columns, values = *table.shape, table.values
    if isinstance(values, array) and values.typecode == "d":
        values = array("f", values)
    if 1 in (rows, columns):
        return Array((rows * columns,), values)
    if rows in (PIXELS, 10) and columns not in (PIXELS, 10):  # a column an image
        return Array((columns, rows), values)
    return Array((rows, columns), values, fortran=True)


def _by_name(path: Path, arrays: list[str], get: Callable[[str], Array]) -> Halves:
    """Return what reads the halves, of arrays whose names say what they are."""
    found: dict[str, dict[str, str]] = {}
    meant = dict(zip(UNNAMED, MEANT)) if sorted(arrays) == UNNAMED else {}
    for name in sorted(arrays, key=lambda name: len(folder.meaning(name).family)):
        said = folder.meaning(meant.get(name, name))
        found.setdefault(said.half, {}).setdefault(said.what, name)
    halves: Halves = {
        half: partial(_both, path, get, both["images"], both["labels"])
        for half, both in found.items()
        if both.keys() >= {"images", "labels"}
    }
    if not halves:
        raise DataError(
            "the arrays in it are {:.100}; looked for images and labels, as x_train "
            "and y_train",
            ", ".join(arrays),
        )
    return halves


def _both(path: Path, get: Callable[[Any], Array], images: Any, labels: Any) -> Pair:
    with blaming(path):
        return pair(get(images), get(labels))


def _of_files(path: Path) -> Halves:
    said = folder.meaning(path.name)
    if not said.what:
        raise DataError(
            "one array, of images or labels: its name does not say which, "
            "nor where the other is, as x_train.npy and y_train.npy would"
        )
    halves = ("train", "test") if said.half else ("",)
    return {half: partial(_two_files, path, half) for half in halves}


def _two_files(path: Path, half: str) -> Pair:
    images = _array(folder.needed(path, half, "images"))
    labels_in = folder.needed(path, half, "labels")
    labels = _array(labels_in)
    with blaming(labels_in):
        return pair(images, labels)


def _array(path: Path) -> Array:
    with opened(path) as stream:
        start = stream.peek(len(npz.NPY))
        if start[:4] == npz.ZIP:
            return npz.read(path, npz.names_in(path)[0])
        if start == npz.NPY:
            return npz.read_npy(stream)
        return idx.read(stream)


def _of_tables(path: Path) -> Halves:
    """Return what reads a CSV file, or two where one has the images for the test."""
    halves = {
        half: file
        for half in ("train", "test")
        if (file := folder.partner(path, half, "")) and _lines(file, table.labelled)
    }
    half = folder.meaning(path.name).half
    if half == "test" and "mnist" in path.name.lower() and half in halves:
        folder.needed(path, "train", "")  # nothing can be learnt from it alone
    if len(halves) < 2 or half not in halves:
        halves = {"": path}
    return {half: partial(_lines, file, table.read) for half, file in halves.items()}


def _lines(path: Path, read: Callable[[Stream], _Read]) -> _Read:
    with opened(path) as stream:
        return read(stream)


def _three(halves: Halves, file: Path, counts: Counts, progress: Progress) -> Three:
    if "train" in halves and "valid" in halves:
        plan = {"train": [0], "valid": [1], "test": [2]}
    else:
        plan = {"train": [0, 1], "test": [2]} if "train" in halves else {"": [0, 1, 2]}
    images = 0
    said: list[str] = []
    result: list[Digits] = []
    for half, kinds in plan.items():
        wanted = [counts[kind] for kind in kinds]
        if not any(count != 0 for count in wanted):
            result += [([], []) for _ in kinds]
        elif half not in halves:
            no_test = "{}: no images to test with in it, only to learn from: --test 0"
            nothing = "{}: no images to learn from in it, only to test with"
            raise DataError(no_test if half == "test" else nothing, file)
        else:
            part = halves.pop(half)()
            images += len(part[1])
            if images > MOST_IMAGES:
                raise DataError("{}: more than {:,} images", file, MOST_IMAGES)
            with blaming(file) if file.is_file() else nullcontext():
                for text in _made(part, wanted, progress, result, file.is_dir()):
                    if text not in said:
                        said.append(text)
                        # 6 is the line that called load_data or the wrapper.
                        warnings.warn(say("{}: {}", file, text), stacklevel=6)
            del part  # before the next is read
    return result[0], result[1], result[2]


def _made(
    part: Pair, wanted: list[int | None], progress: Progress, result: list[Digits],
    opened: bool,
) -> Iterator[str]:  # fmt: skip
    """Add the parts of a set, of each as many as are wanted; yield what was wrong.

    opened: each picture is a file, and only those that are wanted are looked at.
    """
    pictures, labels = part
    places = _order(labels)
    size = len(places) // (0, 1, 6, 7)[len(wanted)]  # one whole, or one of 6 or 7
    ends = [len(places) - k * size for k in range(len(wanted))][::-1]
    starts = [0, *ends[:-1]]
    chosen = [
        places[start : end if count is None else min(end, start + count)]
        for start, end, count in zip(starts, ends, wanted)
    ]
    seen = chain(*chosen) if opened else range(len(labels))
    (pictures, digits), said = gate.righted(pictures, labels, seen)
    yield from said
    done, total = 0, sum(map(len, chosen))
    for some in chosen:
        images = []
        for image in pictures(some):
            images.append(image)
            done += 1
            if progress:
                progress(done, total)
        result.append((images, [digits[place] for place in some]))


def _order(digits: bytes) -> Sequence[int]:
    """Return the places of the images, mixed where one digit comes after the other."""
    runs = 1 + sum(a != b for a, b in zip(digits, digits[1:]))
    if len(digits) < FEW or not 1 < runs == len(set(digits)):
        return range(len(digits))
    places = list(range(len(digits)))
    random.Random(0).shuffle(places)
    return places
