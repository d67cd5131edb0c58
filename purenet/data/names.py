"""What the name of an array, a column or a file says about what it holds.

x_train, training_images, train-images-idx3-ubyte.gz, kmnist-train-imgs.npz:
everybody names them otherwise, and everybody says the same two things, whether
images or labels, and whether to learn from or to test with. What else a name
says is the family, as kmnist is; files that belong together have it in common.
"""

from __future__ import annotations

import re
from typing import NamedTuple

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

MEANING = {
    word: meaning
    for table in (HALVES, WHATS)
    for meaning, words in table.items()
    for word in words
}
_WORDS = "|".join(sorted(MEANING, key=len, reverse=True))
TOKEN = re.compile(rf"({_WORDS})({_WORDS})?")  # train, or xtrain
NOISE = re.compile(r"ubyte|int|gz|txt|pkl|bin")


class Said(NamedTuple):
    """What a name says; "" for what it does not say.

    family: what is not understood, and the files of one set have in common.
    kind: of file, where the name says it: "idx", "npz", "npy" or "csv".
    half: "train", "valid" or "test". what: "images" or "labels".
    """

    family: str
    kind: str
    half: str
    what: str


def said(name: str) -> Said:
    """Return what a name says.

    >>> said("x_train")
    Said(family='', kind='', half='train', what='images')
    >>> said("emnist-digits-test-labels-idx1-ubyte.gz")
    Said(family='emnist digits', kind='idx', half='test', what='labels')
    """
    kind, family = "", []
    found = {"half": "", "what": ""}
    for token in re.findall(r"[^\W_]+", name.lower()):
        match = TOKEN.fullmatch(token)
        if match:
            for word in filter(None, match.groups()):
                meaning = MEANING[word]
                found["half" if meaning in HALVES else "what"] = meaning
        elif token.rstrip("0123456789") in KINDS:
            kind = token.rstrip("0123456789")
        elif not NOISE.fullmatch(token):
            family.append(token)
    return Said(" ".join(family), kind, found["half"], found["what"])
