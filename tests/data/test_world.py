"""The whole world's pen: wider ways than MNIST's, which stay as they are."""

import os
import random
import unittest
from importlib.resources import files

from lessons.making._other_hands import none
from purenet.data import pen, reader
from purenet.data.handwriting import read
from purenet.data.handwriting import ways as ways_of
from purenet.runs import shipped, verdict
from tests import LONG


class Ways(unittest.TestCase):
    def test_every_way_of_mnist_is_among_them(self):
        for digit, ways in ways_of("mnist").items():
            wider = {way.name: way for way in ways_of("world")[digit]}
            self.assertEqual(len(wider), len(ways_of("world")[digit]))
            for way in ways:
                self.assertEqual(wider[way.name]._replace(share=way.share), way)

    def test_a_share_or_a_way_of_its_own_and_no_misspelt_name(self):
        """A name without strokes that ways_mnist.txt does not know would be lost."""
        file = files("purenet.data") / "ways_world.txt"
        for digit, ways in read(file.read_text(encoding="utf-8")).items():
            known = {way.name for way in ways_of("mnist")[digit]}
            for way in ways:
                self.assertNotEqual(bool(way.strokes), way.name in known, way.name)


class TheNetworkThatComesAlong(unittest.TestCase):
    def test_ways_that_mnist_hardly_knows(self):
        net, count = shipped.load(), 40
        for digit, name in (
            (0, "slashed"), (1, "big flag"), (1, "flag and foot"), (7, "barred serif"),
            (9, "hooked"), (6, "curled"),
        ):  # fmt: skip
            way = next(way for way in ways_of("world")[digit] if way.name == name)
            rngs = map(random.Random, range(count))
            written = [pen.write(way, rng, pen.HANDS["world"]) for rng in rngs]
            right = sum(net.predict(image) == digit for image in written)
            self.assertGreaterEqual(right / count, 0.8, (digit, name))

    def test_what_is_no_digit_is_hardly_ever_called_one(self):
        net = shipped.load()
        for seed in (1, 2):
            told = [verdict.how_sure(net.feedforward(x)) for x, _ in none(seed, 100)]
            self.assertLessEqual(told.count("sure"), 8)
            self.assertGreaterEqual(told.count("none"), 70)

    @unittest.skipUnless(
        LONG and os.environ.get("PURENET_MNIST"),
        "half a minute; set PURENET_LONG=1 and PURENET_MNIST to the MNIST folder",
    )
    def test_mnist(self):
        test = reader.read(os.environ["PURENET_MNIST"], train=0, validation=0)[2]
        self.assertGreaterEqual(shipped.load().evaluate(zip(*test)), 9730)
