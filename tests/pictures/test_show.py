"""`show`, `save`, the colours, and the pictures of a training."""

import unittest
import xml.etree.ElementTree as ElementTree

from purenet import pictures
from purenet.checks import Epoch
from purenet.data.image import Image
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.pictures import (
    charts,
    diagrams,
    grids,
    history,
    pixels,
    terminal,
    terminal_charts,
    why,
)
from purenet.pictures.drawing import COLOURS, CURVES
from purenet.pictures.terminal_charts import bars
from tests import InAFolder


class ColoursTest(unittest.TestCase):
    def test_what_is_read_stands_out(self):
        """A contrast of 4.5 for words, as WCAG 2 asks, on light and on dark."""

        def light(colour):
            parts = [
                c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
                for c in (v / 255 for v in colour)
            ]
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05

        for name in ("ink", "dim", *CURVES):
            for colour, paper in zip(COLOURS[name], COLOURS["paper"]):
                a, b = light(colour), light(paper)
                self.assertGreater(max(a, b) / min(a, b), 4.5, name)


class TerminalTest(unittest.TestCase):
    def test_a_colour_of_256_is_the_nearest_of_its_cube(self):
        levels = 0, 95, 135, 175, 215, 255
        for red in range(256):
            place = int(terminal.colour_code((red, 0, 255), "256")[2:]) - 16
            nearest = min(abs(level - red) for level in levels)
            self.assertEqual(abs(levels[place // 36] - red), nearest, red)

    def test_only_the_largest_fills_its_bar(self):
        for style, full, less in (
            ("ascii", "#" * 10, "#" * 9 + " "),
            ("blocks", "█" * 10, "█" * 9 + "▉"),
        ):
            first, bar = bars([1.0, 0.999], ["a", "b"], style, 17)
            self.assertEqual((first[2:12], bar[2:12]), (full, less))


class ShowTest(unittest.TestCase):
    def test_everything_that_is_promised_and_nothing_else(self):
        image = Image(bytes(784))
        epochs = [Epoch(0, 80, 100, 1.0), Epoch(1, 90, 100, 1.0)]
        matrices = Matrix([[1.0, -1.0]]), Matrix.zeros(2, 784)
        for thing in (image, [image, image], *matrices, Network([2, 3, 1]), epochs):
            ElementTree.fromstring(pictures.show(thing)._repr_svg_())
        for thing in (5, [], [1, 2], None):
            self.assertRaises(TypeError, pictures.show, thing)


class SaveTest(InAFolder):
    def test_by_the_end_of_the_name(self):
        drawing = diagrams.network([1, 2])
        pictures.save(drawing, self.folder / "a.SVG")
        self.assertEqual((self.folder / "a.SVG").read_bytes()[:4], b"<svg")
        with self.assertRaisesRegex(ValueError, "a.png: pictures are written"):
            pictures.save(drawing, self.folder / "a.png")


class HistoryTest(unittest.TestCase):
    def test_pictures_of_a_training(self):
        blank = Image(bytes(784))
        answered = [(blank, 3, 3), (blank, 4, 9), (blank, 0, 6)]
        words = str(history.mistakes(answered))
        self.assertIn("4 as 9", words)
        self.assertIn("0 as 6", words)
        self.assertIn("2 digits read wrong", words)
        ElementTree.fromstring(str(history.mistakes([(blank, 3, 3)])))
        table = str(history.confusion(answered))
        self.assertEqual(table.count('fill="none">1</text>'), 0)
        self.assertEqual(table.count(">1</text>"), 5)  # 2 numbers of axes, 3 counts


class Refusals(unittest.TestCase):
    def test_a_slope_is_what_trying_says(self):
        net = Network([6, 5, 4, 3], seed=0)
        x = [0.1, 0.9, 0.0, 0.5, 1.0, 0.3]
        for k, slope in enumerate(why.slopes(net, x, 1)):
            above, below = (
                net.feedforward([*x[:k], x[k] + h, *x[k + 1 :]])[1]
                for h in (1e-5, -1e-5)
            )
            self.assertAlmostEqual(slope, (above - below) / 2e-5, places=8)

    def test_what_cannot_be_drawn(self):
        net = Network.from_weights([[[2.0, -1.0]]], [[0.0]])
        for words, draw, *given in (
            ("an axis from 1 to 1 has no length", charts.Axes, "", (1, 1), (0, 1)),
            ("no points to draw", charts.curves, [[]]),
            ("no curve without an epoch", history.curve, [(0, 0)]),
            ("every layer needs at least one", diagrams.network, [2, 0]),
            ("1 to draw, but 2 names", grids.digits, [[0.0]], ["one", "two"]),
            ("3 numbers are no square", pixels.in_rows, [1.0, 2.0, 3.0]),
            ("style 'sepia' is none of", terminal.digit, [0.5] * 4, "sepia"),
            ("3 numbers are no square", terminal.weights, [1.0, -1.0, 0.0]),
            ("a bar cannot show -1.0", bars, [-1.0]),
            ("no points to draw", terminal_charts.curves, []),
            ("1.0 is not below 1.0", terminal_charts.function, abs, 1.0, 1.0),
            ("numbered from 0 to 0, not 1", why.slopes, net, [0.0, 0.0], 1),
        ):
            with self.subTest(words), self.assertRaisesRegex(ValueError, words):
                draw(*given)
