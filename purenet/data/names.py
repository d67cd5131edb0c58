"""What the name of an array, a column or a file says about what it holds.

x_train, training_images, train-images-idx3-ubyte.gz, kmnist-train-imgs.npz:
everybody names them otherwise, and everybody says the same two things, whether
images or labels, and whether to learn from or to test with. What else a name
says is the family, as kmnist is; files that belong together have it in common.
"""

from __future__ import annotations

import re
from functools import lru_cache
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

WORDS = {word: means for means, words in {**HALVES, **WHATS}.items() for word in words}
_ALL = "|".join(sorted(WORDS, key=len, reverse=True))
TOKEN = re.compile(rf"({_ALL})({_ALL})?(?:set)?")  # train, or xtrain
NOISE = re.compile(r"ubyte|int|gz|txt|pkl|bin")


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
