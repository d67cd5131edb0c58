"""Files that belong together: which of a folder holds digits, which goes with it.

x_train, training_images, train-images-idx3-ubyte.gz, kmnist-train-imgs.npz: everybody
names arrays and files otherwise, and everybody says the same two things, whether images
or labels, and whether to learn from or to test with (`meaning`).

EMNIST, KMNIST, QMNIST and Fashion-MNIST have files like LeCun's four, and libraries put
them into a folder MNIST/raw. A CSV for training has one for the test beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from purenet.data import DataError
from purenet.words import later, say

BOOK = "mnist.pkl.gz"
IDX = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)

# What is looked for in a folder, the first of them first; some programs
# unpack train-images-idx3-ubyte as train-images.idx3-ubyte.
NAMES = (
    r"mnist\.pkl(\.gz)?",
    r"train-images[-.]idx3-ubyte(\.gz)?",
    r"emnist-(digits|mnist)-train-images[-.]idx3-ubyte(\.gz)?",
    r".*train-(images|labels)[-.]idx\d-ubyte(\.gz)?",
    r".*(t10k|test)-(images|labels)[-.]idx\d-ubyte(\.gz)?",
    r".*mnist\.npz",
    r".*mnist.*train.*\.np[zy]",
    r".*mnist_train\.csv(\.gz)?",
    r".*train\.csv(\.gz)?",
    r".*mnist_test\.csv(\.gz)?",
    r"ex[34]data1\.mat",
)
ANY = (r".*\.(npz|pkl|pkl\.gz|npy|csv|csv\.gz)",)
LOOKED_FOR = later("{}, {}, mnist.npz, mnist_train.csv, or folders 0 to 9")

# Where the libraries put them, below the folder that one names.
BELOW = "MNIST/raw raw MNIST gzip EMNIST/raw FashionMNIST/raw KMNIST/raw QMNIST/raw"

# What the words in a name say.
HALVES = {
    "train": ("train", "training", "tr"),
    "valid": ("validation", "valid", "val", "dev"),
    "test": ("test", "testing", "t10k", "te"),
}
WHATS = {
    "images": "x image images img imgs data pixel pixels features".split(),
    "labels": "y label labels lbl lbls digit target targets class classes".split(),
}
KINDS = ("idx", "npz", "npy", "csv")

WORDS = {word: means for means, words in {**HALVES, **WHATS}.items() for word in words}
_ALL = "|".join(sorted(WORDS, key=len, reverse=True))
TOKEN = re.compile(rf"({_ALL})({_ALL})?(?:set)?")  # train, or xtrain
NOISE = re.compile(r"ubyte|int|gz|txt|pkl|bin")


def entries(folder: Path) -> list[Path]:
    """Return what is in a folder, in order, but for what is hidden, as a Mac's ._a.png.

    >>> entries(Path("no/such/folder"))
    []
    """
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if path.name[0] != ".")


def digits_in(folder: Path, names: Sequence[str] = NAMES) -> Path | None:
    """Return the first file in a folder, or below it, of a name looked for, or None.

    >>> digits_in(Path("no/such/folder")) is None
    True
    """
    for place in (folder, *(folder / below for below in BELOW.split())):
        files = [path for path in entries(place) if path.is_file()]
        for name in names:
            for path in files:
                if re.fullmatch(name, path.name.lower()):
                    return path
    return None


def complete(folder: Path) -> bool:
    """Return whether a folder has the book's file, or all four of LeCun's.

    >>> complete(Path("no/such/folder"))
    False
    """
    return (folder / BOOK).is_file() or all(
        (folder / name).is_file() or (folder / f"{name}.gz").is_file() for name in IDX
    )


def partner(path: Path, half: str, what: str) -> Path | None:
    """Return the file of the same set that has one half of it; None if none has.

    half: "train" or "test"; what: "images", "labels", or "" for both in one.

    >>> partner(Path("no/train-images-idx3-ubyte"), "test", "labels") is None
    True
    """
    family, kind, *said = meaning(path.name)
    if path.is_file() and said == [half, what]:
        return path
    for other in entries(path.parent):
        if meaning(other.name) == (family, kind, half, what) and other.is_file():
            return other
    return None


def needed(path: Path, half: str, what: str) -> Path:
    """Return the same as `partner`. Raise DataError where there is none.

    >>> needed(Path("no/train-images-idx3-ubyte"), "test", "labels")
    ... # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no/t10k-labels-idx1-ubyte: no such file, which belongs to...
    """
    found = partner(path, half, what)
    if found:
        return found
    without = say(". To learn without a test: --test 0") if half == "test" else ""
    if half == "test" and meaning(path.name)[:2] == ("", "idx"):
        half = "t10k"  # as LeCun calls it
    name = re.sub("train(ing)?|t10k|test(ing)?", half, path.name)
    if what:
        name = re.sub("images|labels", what, name)
        name = re.sub("idx[13]", "idx3" if what == "images" else "idx1", name)
    if name == path.name:
        text = "{}: no file beside it is named for its {}{}"
        raise DataError(text, path, what, without)
    text = "{}: no such file, which belongs to {}{}"
    raise DataError(text, path.with_name(name), path.name, without)


class Meaning(NamedTuple):
    """What a name says; "" for what it does not say.

    family: what is not understood, and the files of one set have in common.
    kind: of file, where the name says it: "idx", "npz", "npy" or "csv".
    half: "train", "valid" or "test". what: "images" or "labels".
    """

    family: str
    kind: str
    half: str
    what: str


@lru_cache(1000)  # every table of 784 pixels has the same columns
def meaning(name: str) -> Meaning:
    """Return what a name says.

    >>> meaning("emnist-digits-test-labels-idx1-ubyte.gz")
    Meaning(family='emnist digits', kind='idx', half='test', what='labels')
    """
    kind, family = "", []
    found = {"half": "", "what": ""}
    for token in re.findall(r"[^\W_]+", name.lower()):
        match = TOKEN.fullmatch(token)
        if match:
            for word in filter(None, match.groups()):
                means = WORDS[word]
                found["half" if means in HALVES else "what"] = means
        elif token.rstrip("0123456789") in KINDS:
            kind = token.rstrip("0123456789")
        elif not NOISE.fullmatch(token):
            family.append(token)
    return Meaning(" ".join(family), kind, found["half"], found["what"])
