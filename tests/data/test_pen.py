"""The pen: its drawings are what MNIST's digits are in size and place."""

import random
import unittest
from functools import cache
from unittest import mock

from purenet.data import pen
from purenet.data.handwriting import build
from purenet.data.handwriting import ways as ways_of
from purenet.data.image import SIDE
from purenet.demo import pen as demo


def box(image):
    """Return (left, top, right, bottom) of what is not white."""
    grey = bytes(image)
    inked = [divmod(i, SIDE) for i in range(len(grey)) if grey[i]]
    rows, columns = zip(*inked)
    return min(columns), min(rows), max(columns), max(rows)


class Drawing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.images = [pen.draw(n % 10, random.Random(n)) for n in range(200)]

    def test_fills_a_box_of_20_pixels(self):
        flat = pen.STILL._replace(narrow=2.0)
        wide = pen.write(ways_of("mnist")[4][0], random.Random(0), flat)
        for image in (*self.images, wide):
            left, top, right, bottom = box(image)
            self.assertIn(max(right - left, bottom - top) + 1, (19, 20))

    def test_centre_of_mass_at_pixel_14(self):
        for image in self.images:
            grey = bytes(image)
            for places in ([i % SIDE for i in range(784)],
                           [i // SIDE for i in range(784)]):  # fmt: skip
                middle = sum(v * k for v, k in zip(grey, places)) / sum(grey)
                self.assertLess(abs(middle - 14), 0.51)

    def test_same_generator_same_digit(self):
        for whose in ("mnist", "world"):
            one, two = (pen.draw(8, random.Random(5), whose) for _ in range(2))
            self.assertEqual(one, two)
            self.assertNotEqual(one, pen.draw(8, random.Random(6), whose))
        self.assertNotEqual(one, pen.draw(8, random.Random(5)))

    def test_a_still_hand_always_writes_the_same(self):
        way = ways_of("mnist")[5][0]._replace(habits=[])
        one, two = (pen.write(way, random.Random(n), pen.STILL) for n in (1, 2))
        self.assertEqual(one, two)


class Ways(unittest.TestCase):
    def test_every_digit_has_several(self):
        self.assertEqual(sorted(ways_of("mnist")), list(range(10)))
        for ways in ways_of("mnist").values():
            self.assertGreater(len(ways), 3)
            self.assertEqual(len({way.name for way in ways}), len(ways))
            self.assertTrue(all(way.share > 0 for way in ways))

    def test_habits_move_every_point(self):
        for ways in (*ways_of("mnist").values(), *ways_of("world").values()):
            for way in ways:
                for habit in way.habits:
                    self.assertEqual(build(habit), build(way.strokes))

    def test_shares_are_kept(self):
        rng, ways = random.Random(0), ways_of("mnist")[1]
        drawn = [pen.pick(ways, rng).name for _ in range(4000)]
        total = sum(way.share for way in ways)
        for way in ways:
            share = drawn.count(way.name) / 4000
            self.assertAlmostEqual(share, way.share / total, delta=0.04)


@mock.patch.object(demo, "sheet", cache(demo.sheet))
class Demo(unittest.TestCase):
    def test_every_digit_fits_into_80_columns(self):
        for digit in range(10):
            lines = list(demo.lines(digit, 0, all=False))
            self.assertLessEqual(max(map(len, lines)), 80)
            for way in ways_of("mnist")[digit]:
                self.assertIn(way.name, "\n".join(lines))
