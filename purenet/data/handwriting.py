"""The ways of writing each digit, as points on squared paper.

A stroke is a line of points "x,y": x from 0 (left) to 100 (right), y from 0 (top) to
100 (bottom); a bold way goes beyond. The pen cuts the corners between the points: one
given twice is a sharp corner. A way has a name, a share (how often it is seen, in a
thousand) and its strokes. They stand in ways_mnist.txt and ways_world.txt.

A habit says how the points of a way move together, when the loop of a 2 grows, say:
the furthest it takes each point, to the right and down. It is a habit in all ways of
its digit with as many strokes and points.

MNIST's ways were drawn by eye, then laid over 3,465 of its training images until they
covered the ink. The points are the averages of what was found for a way, the shares
its frequency, and the habits the directions in which points vary most (principal
components: T. F. Cootes and others, "Active Shape Models", Computer Vision and Image
Understanding 61, 1995). No digit of MNIST is in there, only what many have in common.

In the United States, where MNIST's writers went to school, a 1 is a stroke, a 7 has no
bar, a 9 ends straight; elsewhere a 1 has a flag and often a foot, a 7 is barred, a 9
or a 6 is hooked, and some strike a 0 through. In ways_world.txt, drawn by eye on some
thirty people's digits, "flag 100" gives a way of MNIST's a new share; a name with
strokes below it is a way of its own, with the habits of those built alike.

Change a number, then look: python3 -m purenet.demo pen 4
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from purenet.words import files

Point = tuple[float, float]
Stroke = list[Point]


class Way(NamedTuple):
    """One way of writing a digit, with the habits that bend it."""

    name: str
    share: float
    strokes: list[Stroke]
    habits: list[list[Stroke]]


def build(strokes: list[Stroke]) -> list[int]:
    """Return how many points each stroke has: what is built alike can be mixed.

    >>> build([[(0, 0), (50, 50), (100, 0)], [(0, 9), (9, 9)]])
    [3, 2]
    """
    return [len(stroke) for stroke in strokes]


@functools.cache
def ways(name: str) -> dict[int, list[Way]]:
    """Return the ways of each digit: mnist's, or the world's, which are those and more.

    >>> [way.name for way in ways("world")[9] if way.share > 100]
    ['plain', 'straight', 'leaning', 'hooked']
    """
    file = files("purenet.data") / f"ways_{name}.txt"
    found = read(file.read_text(encoding="utf-8"))
    return _wider(ways("mnist"), found) if name == "world" else found


def _wider(
    known: dict[int, list[Way]], more: dict[int, list[Way]]
) -> dict[int, list[Way]]:
    found = {}
    for digit, old in known.items():
        new = {way.name: way for way in more.get(digit, [])}
        found[digit] = [w._replace(share=new.pop(w.name, w).share) for w in old]
        for way in new.values():
            alike = (w.habits for w in old if build(w.strokes) == build(way.strokes))
            found[digit].append(way._replace(habits=next(alike, [])))
    return found


def read(text: str) -> dict[int, list[Way]]:
    """Return the ways of each digit from text like that of the files.

    >>> read("digit 1\\n plain 900\\n 50,0 50,100\\n habit\\n 8,0 -8,0")[1][0].strokes
    [[(50.0, 0.0), (50.0, 100.0)]]
    """
    found: dict[int, list[Way]] = {}
    digit = 0
    habits: list[list[Stroke]] = []
    strokes: list[Stroke] = []
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if "," in "".join(words):
            points = [word.split(",") for word in words]
            strokes.append([(float(x), float(y)) for x, y in points])
        elif words[:1] == ["digit"]:
            digit, habits = int(words[1]), []
            found[digit] = []
        elif words == ["habit"]:
            strokes = []
            habits.append(strokes)
        elif words:
            strokes = []
            name = " ".join(words[:-1])
            found[digit].append(Way(name, float(words[-1]), strokes, habits))
    return {digit: [_own(way) for way in ways] for digit, ways in found.items()}


def _own(way: Way) -> Way:
    own = [habit for habit in way.habits if build(habit) == build(way.strokes)]
    return way._replace(habits=own)
