"""The whole world's pen: wider ways than MNIST's, which stay as they are."""

import random
import unittest

from purenet.data import pen, world
from purenet.data.ways import WAYS, build


class Ways(unittest.TestCase):
    def test_every_way_of_mnist_is_among_them(self):
        for digit, ways in WAYS.items():
            wider = {way.name: way for way in world.WAYS[digit]}
            self.assertEqual(len(wider), len(world.WAYS[digit]))
            for way in ways:
                self.assertEqual(wider[way.name]._replace(share=way.share), way)

    def test_a_share_or_a_way_of_its_own_and_no_misspelt_name(self):
        """A name without strokes that ways.py does not know would be lost."""
        for digit, ways in world.MORE.items():
            known = {way.name for way in WAYS[digit]}
            for way in ways:
                self.assertNotEqual(bool(way.strokes), way.name in known, way.name)

    def test_habits_fit_the_strokes(self):
        for ways in world.WAYS.values():
            for way in ways:
                for habit in way.habits:
                    self.assertEqual(build(habit), build(way.strokes))

    def test_same_generator_same_digit_and_other_digits_than_mnists(self):
        one, two = (world.draw(7, random.Random(5)) for _ in range(2))
        self.assertEqual(one, two)
        self.assertNotEqual(one, pen.draw(7, random.Random(5)))


if __name__ == "__main__":
    unittest.main()
