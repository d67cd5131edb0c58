"""What is paper, and which way up: seen in the images, never in a file's name.

Some images of each digit are looked at before any is learned from:

- paper is what lies at the edge. It is 0, white; where it is dark, the images are made
  negative;
- ten images of a digit, laid over one another and made coarse, look like the same of
  digits that the pen draws. Of the eight ways in which a square can lie, the one that
  looks most alike is the right one, where that is clear;
- of labels from 1 to 10 either the 10 is the digit 0, or all are one too many: that,
  too, which looks more alike.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, islice
from operator import itemgetter, mul
from typing import Any

from purenet.data import DataError, pen
from purenet.data.arrays import Pair, Pictures
from purenet.data.image import PIXELS, SIDE, Image
from purenet.words import later, say

EACH = 10  # images of each digit are looked at
ENOUGH = 40  # images tell how they lie; fewer are left as they are
LIKE, CLEARLY = 0.7, 0.1  # how alike they must be, and how much more so than now
CELL = 4  # pixels a side, that become one
SAME, NEGATIVE = bytes(range(256)), bytes(range(255, -1, -1))
# What labels may mean: the digit of each, from label 0 on.
DIGITS = {"": SAME[:10]}
TENS = {
    later("label 10 was taken as the digit 0"): SAME[:10] + b"\0",
    later("labels 1 to 10 were taken as the digits 0 to 9"): b"\0" + SAME[:10],
}

Square = Sequence[Sequence[Any]]
Coarse = Mapping[int, Square]  # what a digit looks like, 7 x 7


def righted(
    pictures: Pictures, labels: bytes, seen: Iterable[int]
) -> tuple[Pair, list[str]]:
    """Return pictures and digits put right, and sentences on what was wrong.

    seen: the places of those that may be looked at. Without labels, only what is
    paper can be told. Raise DataError where the paper is dark in some and light in
    others, and where it is not clear what the label 10 means.

    >>> line = Image(bytes(255 * (k % 28 != 14) for k in range(784)))
    >>> (pictures, _), said = righted(lambda places: iter([line]), b"\\1", [0])
    >>> next(pictures([0])), said
    (<Image 28 x 28, 28 pixels not white>, ['the paper was dark: made negative'])
    """
    places = sorted(_first(labels, seen)) if labels else list(islice(seen, 10 * EACH))
    images = [bytes(image) for image in pictures(places)]
    share = sum(map(_on_dark, images)) / max(1, len(images))
    if 0.2 < share < 0.8 and len(images) >= ENOUGH:
        raise DataError(
            "of the images looked at {:.0%} have dark paper, the others light; make "
            "those negative, 255 - pixel",
            share,
        )
    dark = share >= 0.8
    size = len(images[0]) if images else PIXELS
    levels, order, said = SAME, list(range(size)), []
    if dark:
        levels = NEGATIVE
        said.append(say("the paper was dark: made negative"))
    if len(set(labels)) == 1 < len(labels):
        said.append(say("all images are labelled {}", labels[0]))
    meaning, meanings = DIGITS[""], TENS if 10 in labels else DIGITS
    if labels and len(images) >= ENOUGH or 10 in labels:
        side = math.isqrt(size)
        large = itemgetter(*_spots(side))
        light = [bytes(large(image.translate(levels) + b"\0")) for image in images]
        mean = _means([labels[place] for place in places], light)
        shares = {
            (name, way): alike
            for name, digits in meanings.items()
            for way, alike in enumerate(_alike({digits[d]: mean[d] for d in mean}))
        }
        name, way = max(shares, key=shares.__getitem__)
        if 10 in labels and shares[name, way] < LIKE:
            raise DataError("a label is {:g}; labels are the digits 0 to 9", 10)
        meaning = meanings[name]
        if name:
            said.append(say(name))
        if shares[name, way] > max(LIKE, shares[name, 0] + CLEARLY):
            rows = [order[k : k + side] for k in order[::side]]
            order = list(chain.from_iterable(list(_lying(rows))[way]))
            said.append(say("the images did not stand upright: turned"))
    if dark or order[1] != 1:
        pictures = partial(_put_right, pictures, levels, itemgetter(*order))
    return (pictures, labels.translate(meaning.ljust(256, b"\0"))), said


def _put_right(
    pictures: Pictures, levels: bytes, pick: itemgetter[Any], places: Sequence[int]
) -> Iterator[Image]:
    for image in pictures(places):
        yield Image(bytes(pick(bytes(image).translate(levels))))


def _first(labels: bytes, seen: Iterable[int]) -> Iterator[int]:
    missing = dict.fromkeys(labels, EACH)
    for place in seen:
        label = labels[place]
        if label in missing:
            yield place
            missing[label] -= 1
            if not missing[label]:
                del missing[label]
        elif not missing:
            return


def _spots(side: int) -> list[int]:
    """Return the pixel of a small image that lies at each of a large one's."""
    if side == SIDE:
        return list(range(SIDE * SIDE))
    places, inside = [(k - 4) * side // 20 for k in range(SIDE)], range(side)
    spots = ((y, x) for y in places for x in places)
    return [y * side + x if y in inside and x in inside else -1 for y, x in spots]


def _on_dark(grey: bytes) -> bool:
    """Return whether the paper is dark: the edge, and more so than the middle."""
    side = math.isqrt(len(grey))
    edge = grey[:side] + grey[-side:] + grey[::side] + grey[side - 1 :: side]
    first, last = side // 4, side * 3 // 4
    rows = range(first * side, last * side, side)
    middle = b"".join(grey[k + first : k + last] for k in rows)
    dark = sum(edge) / len(edge)
    return dark > 127 and dark > sum(middle) / len(middle) + 10


def _means(labels: Sequence[int], images: Sequence[bytes]) -> dict[int, Square]:
    """Return the images of each digit laid over one another, in cells."""
    result: dict[int, Square] = {}
    for label in sorted(set(labels)):
        alike = (image for image, one in zip(images, labels) if one == label)
        sums = [sum(column) for column in zip(*alike)]
        across = [sum(sums[k : k + CELL]) for k in range(0, len(sums), CELL)]
        bands = (across[k : k + 7 * CELL] for k in range(0, len(across), 7 * CELL))
        result[label] = [[sum(band[x::7]) for x in range(7)] for band in bands]
    return result


def _lying(square: Square) -> Iterator[Square]:
    """Yield a square in the eight ways in which it can lie, as it does at first."""
    for _ in range(4):
        yield square
        yield list(zip(*square))
        square = list(zip(*square[::-1]))


@cache
def _drawn() -> Coarse:
    rng, digits = random.Random(0), [*range(10)] * 3
    return _means(digits, [bytes(pen.draw(digit, rng)) for digit in digits])


def _alike(found: Coarse) -> list[float]:
    drawn = _drawn()
    shares = [[_correlation(s, drawn[d]) for s in _lying(found[d])] for d in found]
    return [sum(each) / len(shares) for each in zip(*shares)]


def _correlation(one: Square, other: Square) -> float:
    """Return how far two squares go up and down together: 1 where they do, 0 if not."""
    numbers = [list(chain.from_iterable(square)) for square in (one, other)]
    apart = [[x - sum(row) / len(row) for x in row] for row in numbers]
    (aa, ab), (_, bb) = [[sum(map(mul, a, b)) for b in apart] for a in apart]
    return float(ab / ((aa * bb) ** 0.5 or 1))
