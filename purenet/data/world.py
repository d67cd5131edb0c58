"""The ways of writing digits that MNIST hardly knows, and the whole world's pen.

MNIST's writers went to school in the United States. They write a 1 as a
stroke, a 7 without a bar and a 9 that ends straight, as the shares in
`purenet.data.ways` say. In Europe, Asia and elsewhere a 1 has a flag and
often a foot, a 7 is barred, a 9 or a 6 is hooked, and some strike a 0
through. A network reads what it has seen often enough, so the network that
comes with the package learns from digits of this file: it is to read anyone's.

A line like "flag 100" gives a way of `ways.py` a new share, in a thousand of
MNIST's; a name with strokes below it is a way of its own, with the habits of
the ways that are built alike. These were drawn, and the shares chosen, by eye
and by trying, on photographs and scans of some thirty people's digits.

Pens differ more, too: from a ballpoint to a felt pen.

>>> import random
>>> draw(1, random.Random(2))
<Image 28 x 28, 134 pixels not white>
>>> [way.name for way in WAYS[9] if way.share > 100]
['plain', 'straight', 'leaning', 'hooked']
"""

from __future__ import annotations

import random

from purenet.data import pen, ways
from purenet.data.image import Image
from purenet.data.ways import Way, build


def wider(
    known: dict[int, list[Way]], more: dict[int, list[Way]]
) -> dict[int, list[Way]]:
    """Return the known ways of each digit with more's shares and ways.

    >>> known = ways.read('''
    ... digit 1
    ...   plain 900
    ...     50,0 50,100
    ...   flag 20
    ...     30,20 50,0 50,100
    ... ''')
    >>> more = ways.read('''
    ... digit 1
    ...   flag 300
    ...   bent 50
    ...     60,0 40,100
    ... ''')
    >>> [(way.name, way.share) for way in wider(known, more)[1]]
    [('plain', 900.0), ('flag', 300.0), ('bent', 50.0)]
    """
    found = {}
    for digit, old in known.items():
        shares = {way.name: way.share for way in more.get(digit, [])}
        found[digit] = [
            way._replace(share=shares.get(way.name, way.share)) for way in old
        ]
        found[digit] += [
            way._replace(habits=habits_of(old, way))
            for way in more.get(digit, [])
            if way.strokes
        ]
    return found


def habits_of(known: list[Way], new: Way) -> list[list[ways.Stroke]]:
    """Return the habits of the known ways that are built like a new one.

    >>> plain = Way("plain", 1.0, [[(50, 0), (50, 99)]], [[[(8, 0), (-8, 0)]]])
    >>> habits_of([plain], Way("bent", 1.0, [[(60, 0), (40, 99)]], []))
    [[[(8, 0), (-8, 0)]]]
    """
    for way in known:
        if build(way.strokes) == build(new.strokes):
            return way.habits
    return []


def draw(digit: int, rng: random.Random) -> Image:
    """Return a digit as someone in the world writes it.

    rng: the same generator gives the same digit. Raise ValueError for a
    digit that is none of 0 to 9.

    >>> draw(10, random.Random(3))
    Traceback (most recent call last):
        ...
    ValueError: the pen writes the digits 0 to 9, not 10
    """
    return pen.draw(digit, rng, HAND, WAYS)


HAND = pen.HAND._replace(width=2.7, pen=0.4)
MORE = ways.read(
    """
digit 0
  slashed 25
    54,2 27,8 -1,43 -7,87 26,103 77,95 112,59 102,19 70,-2 43,5
    110,-10 50,50 -15,110
  crossed 25
    50,-2 20,6 -6,43 -4,80 26,103 77,95 108,59 102,22 76,2 43,-1
    94,12 50,50 8,90
  doubled 60
    30,6 4,30 -6,70 30,104 80,92 110,56 96,14 60,-2 22,16 6,60
digit 1
  flag 100
  big flag 160
  wide foot 100
  long flag 100
    -5,42 25,20 58,-10 58,-10 50,49 42,93
  flag and foot 80
    0,38 36,14 56,-8 56,-8 52,49 48,93
    10,93 48,93 86,93
digit 2
  ell 40
  hooked 60
    20,22 6,22 20,-6 60,-10 86,22 66,60 4,98 4,98 43,97 75,97 105,95
  short 30
    0,20 14,0 50,-8 80,16 70,55 40,90 -6,106 -14,92 14,84 50,92 84,96
  swan 30
    -4,24 20,0 62,-6 84,18 70,56 30,96 -14,104 -24,84 20,76 60,94 120,90
  curled 40
    34,34 8,34 10,-4 60,-8 90,20 66,62 0,98 0,98 44,97 76,97 105,97
  angular 40
    0,24 22,2 52,-8 76,10 68,46 40,74 0,104 0,104 30,98 60,100 90,96
digit 3
  running 25
    8,8 26,0 46,4 42,18 32,32 12,50 12,50 36,52 44,64 34,82 16,96 -4,104
  steep 15
    14,4 30,2 40,8 36,22 28,36 14,50 14,50 34,54 38,66 28,80 12,92 -6,102
digit 4
  bent 25
    38,-2 16,12 0,26 0,26 22,38 52,44 72,42
    94,22 80,44 66,72 54,106
  strokes 40
    30,0 15,20 -4,52 -4,52 10,54 40,54 60,54
    85,0 70,30 55,60 42,95
  apart 40
    30,0 15,20 -6,56 -6,56 10,56 30,54 50,50
    92,14 75,40 58,70 45,100
digit 5
  ticked 40
    112,-6 66,2 24,8 24,8 18,26 8,52 20,46 54,37 102,54 104,90 53,110 7,93
digit 6
  hooked 120
  gee 40
  curled 80
    88,16 62,-10 12,20 0,74 26,100 77,96 89,74 58,58 24,65 12,73
digit 7
  barred 200
  barred wide 100
  barred round 60
  serif 60
    -8,28 -2,2 40,8 90,-2 90,-2 70,41 58,70 50,104
  barred serif 120
    -6,28 0,2 40,8 86,0 86,0 70,41 58,70 50,104
    20,54 52,54 90,52
  barred wave 60
    -8,26 14,0 46,16 88,-2 88,-2 70,41 54,70 44,104
    16,56 50,55 92,52
  barred low 100
    -6,36 4,0 40,20 92,-2 92,-2 72,41 58,70 46,104
    8,78 46,74 86,70
  barred steep 60
    -4,34 10,2 36,30 90,-4 90,-4 66,40 44,74 20,104
    2,88 40,80 78,76
  zigzag 60
    -2,44 14,4 26,40 96,-8 96,-8 70,44 54,74 40,104
    4,84 44,78 86,74
  zed 60
    -4,30 12,2 34,28 94,-4 94,-4 64,40 36,74 0,102
    -2,84 44,86 84,82
digit 9
  hooked 120
  curled 80
    76,12 47,-9 9,4 3,33 40,49 72,38 84,14 88,72 66,110 8,98
"""
)
WAYS = wider(ways.WAYS, MORE)
