"""a digit in all its ways, one becoming another, and digits as a hand writes"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from purenet import pictures
from purenet.console.arguments import option, whole
from purenet.console.programs import printing
from purenet.data import handwriting, pen
from purenet.data.handwriting import Stroke, Way, build
from purenet.data.image import Image
from purenet.pictures import grids
from purenet.pictures.terminal import digits, half_size
from purenet.words import say

_STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
_PARTS = (-1.0, -0.5, 0.0, 0.5, 1.0)


def _still(strokes: list[Stroke]) -> Image:
    """Return strokes just as they are, written by a hand that never varies."""
    return pen.write(Way("", 1, strokes, []), random.Random(0), pen.STILL)


def pair(digit: int, rng: random.Random) -> tuple[Way, Way]:
    """Return the commonest way of a digit, and one it can be mixed with."""
    one, *others = handwriting.ways("mnist")[digit]
    points = build(one.strokes)
    return one, rng.choice([way for way in others if build(way.strokes) == points])


def sheet(seed: int) -> list[Image]:
    """Return a hundred digits as the hand writes them, ten of each."""
    rng = random.Random(seed)
    return [pen.draw(place // 10, rng) for place in range(100)]


def lines(
    digit: int, seed: int, all: bool, svg: str | None = None, style: str = "ascii"
) -> Iterator[str]:
    """Yield a digit's ways, one becoming another, a habit, and ten digits, or all."""
    if svg:
        pictures.check_place(svg)
        title = say("A hundred drawn digits")
        pictures.save(grids.digits(sheet(seed), title=title), svg)
        yield say("{}: a hundred digits", svg)
        return
    ways = handwriting.ways("mnist")[digit]
    yield say("The ways of writing {}, just as data/ways_mnist.txt has them:", digit)
    yield from _small([_still(w.strokes) for w in ways], [w.name for w in ways], style)
    known = {way.name for way in ways}
    more = [way for way in handwriting.ways("world")[digit] if way.name not in known]
    if more:
        yield say("Of the wider world, in data/ways_world.txt:")
        images = [_still(way.strokes) for way in more]
        yield from _small(images, [way.name for way in more], style)
    one, other = pair(digit, random.Random(seed))
    yield say("{!r} becoming {!r}:", one.name, other.name)
    both = zip(one.strokes, other.strokes)  # the way to the other is as a habit's
    way = [[(u - x, v - y) for (x, y), (u, v) in zip(a, b)] for a, b in both]
    mixed = [pen.follow(one.strokes, way, t) for t in _STEPS]
    yield from _small([_still(s) for s in mixed], [f"{t:.0%}" for t in _STEPS], style)
    yield say("A habit, in {!r}: the points that move together.", one.name)
    bent = [pen.follow(one.strokes, one.habits[0], part) for part in _PARTS]
    yield from _small([_still(s) for s in bent], [f"{p:+}" for p in _PARTS], style)
    hundred = sheet(seed)
    hand = "As a hand writes them: habits, points missed, slant, a thin or thick pen."
    yield say(hand)
    yield from _small(hundred if all else hundred[seed % 10 :: 10], [], style)


def _small(images: Sequence[Image], captions: Sequence[str], style: str) -> list[str]:
    """Return digits at half their size, six or so in a row of 80 columns."""
    return [*digits([half_size(image) for image in images], captions, style), ""]


main = printing(
    __name__,
    lines,
    option(
        "digit", nargs="?", type=whole, choices=range(10), default=2, metavar="DIGIT",
        help="whose ways are shown, 0 to 9 (2)",
    ),
    option("--sheet", dest="all", action="store_true", help="show a hundred digits"),
    option("--svg", metavar="FILE", help="write the hundred as SVG"),
    option("--seed", type=whole, default=0, help="for other digits (0)"),
)  # fmt: skip
