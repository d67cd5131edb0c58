"""The ways of writing digits that MNIST hardly knows, and the whole world's pen.

MNIST's writers went to school in the United States. They write a 1 as a
stroke, a 7 without a bar and a 9 that ends straight, as the shares in
`purenet.data.handwriting` say. In Europe, Asia and elsewhere a 1 has a flag and
often a foot, a 7 is barred, a 9 or a 6 is hooked, and some strike a 0
through. A network reads what it has seen often enough, so the network that
comes with the package learns from digits written so: it is to read anyone's.

In ways_world.txt a line like "flag 100" gives a way of MNIST's a new share, in
a thousand; a name with strokes below it is a way of its own, with the habits of
the ways that are built alike. These were drawn, and the shares chosen, by eye
and by trying, on photographs and scans of some thirty people's digits.

Pens differ more, too: from a ballpoint to a felt pen.

>>> import random
>>> draw(1, random.Random(2))
<Image 28 x 28, 134 pixels not white>
"""

from __future__ import annotations

import functools
import random

from purenet.data import handwriting, pen
from purenet.data.handwriting import Stroke, Way, build
from purenet.data.image import Image

HAND = pen.HAND._replace(width=2.7, pen=0.4)


def draw(digit: int, rng: random.Random) -> Image:
    """Return a digit as someone in the world writes it.

    rng: the same generator gives the same digit. Raise ValueError for a
    digit that is none of 0 to 9.

    >>> draw(10, random.Random(3))
    Traceback (most recent call last):
        ...
    ValueError: the pen writes the digits 0 to 9, not 10
    """
    return pen.draw(digit, rng, HAND, ways())


@functools.cache
def ways() -> dict[int, list[Way]]:
    """Return the ways of each digit, MNIST's and those it hardly knows.

    >>> [way.name for way in ways()[9] if way.share > 100]
    ['plain', 'straight', 'leaning', 'hooked']
    """
    return _wider(handwriting.ways("mnist"), handwriting.ways("world"))


def _wider(
    known: dict[int, list[Way]], more: dict[int, list[Way]]
) -> dict[int, list[Way]]:
    """Return the known ways of each digit with more's shares and ways."""
    found = {}
    for digit, old in known.items():
        shares = {way.name: way.share for way in more.get(digit, [])}
        found[digit] = [
            way._replace(share=shares.get(way.name, way.share)) for way in old
        ]
        found[digit] += [
            way._replace(habits=_habits_of(old, way))
            for way in more.get(digit, [])
            if way.strokes
        ]
    return found


def _habits_of(known: list[Way], new: Way) -> list[list[Stroke]]:
    """Return the habits of the known ways that are built like a new one."""
    for way in known:
        if build(way.strokes) == build(new.strokes):
            return way.habits
    return []
