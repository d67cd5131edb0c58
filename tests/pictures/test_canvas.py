"""Drawings in pixels, `show` and `save`: what is drawn is there."""

import io
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from unittest import mock

from purenet import pictures
from purenet.checks import Epoch
from purenet.data.image import Image
from purenet.matrix import Matrix
from purenet.network import Network
from purenet.photos import png
from purenet.pictures import canvas, charts, diagrams, font, history
from purenet.pictures.drawing import Drawing
from purenet.pictures.shapes import COLOURS, CURVES

INK = COLOURS["ink"][0]


def pixel(drawing, x, y):
    return canvas.painted(drawing).rows()[y][x]


class CanvasTest(unittest.TestCase):
    def setUp(self):
        self.drawing = Drawing(30, 20, "a test")

    def test_lines(self):
        self.drawing.line(0, 5, 30, 5, "ink", 2)
        self.drawing.line(10, 0, 10, 20, "ink", 2)
        for x, y in ((0, 4), (29, 5), (9, 0), (10, 19)):
            self.assertEqual(pixel(self.drawing, x, y), INK)
        self.assertEqual(pixel(self.drawing, 20, 7), (255, 255, 255))

    def test_a_line_at_a_slant_has_its_weight(self):
        self.drawing.line(2, 2, 26, 14, "ink", 2)
        rows = canvas.painted(self.drawing).rows()
        dark = sum((255 - r) / (255 - INK[0]) for row in rows for r, _, _ in row)
        self.assertAlmostEqual(dark, 2 * (24**2 + 12**2) ** 0.5, delta=3)

    def test_fillings(self):
        self.drawing.lines([[(2, 2), (12, 2), (12, 12), (2, 2)]], "none", 0, "ink")
        self.drawing.circle(20, 10, 5, "none", "blue")
        self.drawing.box(26, 0, 4, 4, "green", opacity=0.5)
        self.assertEqual(pixel(self.drawing, 10, 5), INK)
        self.assertEqual(pixel(self.drawing, 4, 9), (255, 255, 255))
        self.assertEqual(pixel(self.drawing, 20, 10), COLOURS["blue"][0])
        self.assertEqual(pixel(self.drawing, 28, 2)[0], 136)

    def test_words(self):
        self.drawing.text(29, 15, "1", "ink", "end")
        at = [
            (x, y)
            for y in range(20)
            for x in range(30)
            if pixel(self.drawing, x, y) == INK
        ]
        self.assertEqual(len(at), 4 * sum(row.count("#") for row in font.rows("1")))
        self.assertEqual((max(at)[0], max(y for _, y in at)), (28, 14))

    def test_tiles(self):
        self.drawing.tile(4, 4, 6, [[(0, 0, 0), (9, 9, 9)], [(1, 1, 1), (2, 2, 2)]])
        for x, y, colour in ((4, 4, 0), (9, 4, 9), (6, 9, 1), (9, 9, 2)):
            self.assertEqual(pixel(self.drawing, x, y), (colour,) * 3)

    def test_every_letter_has_five_rows(self):
        for letter in font.LETTERS:
            self.assertEqual([len(row) for row in font.rows(letter)], [3] * 5)

    def test_diagrams_can_be_painted(self):
        data = canvas.written(diagrams.nand())
        reader = png.Reader(io.BytesIO(data), "nand.png")
        self.assertEqual(len(list(reader.rows())), 150)


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


class ShowTest(unittest.TestCase):
    def test_everything_that_is_promised(self):
        image = Image(bytes(784))
        epochs = [Epoch(0, 80, 100, 1.0), Epoch(1, 90, 100, 1.0)]
        for thing in (
            image,
            [image, image],
            Matrix([[1.0, -1.0]]),
            Matrix.zeros(2, 784),
            Network([2, 3, 1]),
            epochs,
        ):
            text = pictures.show(thing)._repr_svg_()
            ElementTree.fromstring(text)

    def test_nothing_else(self):
        for thing in (5, [], [1, 2], None):
            with self.assertRaises(TypeError):
                pictures.show(thing)


class SaveTest(unittest.TestCase):
    def test_by_the_end_of_the_name(self):
        drawing = charts.confusion([[1, 0], [2, 3]])
        with tempfile.TemporaryDirectory() as folder:
            for name, start in (("a.svg", b"<svg"), ("a.PNG", b"\x89PNG")):
                pictures.save(drawing, Path(folder) / name)
                data = (Path(folder) / name).read_bytes()
                self.assertEqual(data[:4], start)
            with self.assertRaisesRegex(ValueError, "a.gif: pictures are written"):
                pictures.save(drawing, Path(folder) / "a.gif")


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


class LinesThatLeave(unittest.TestCase):
    def test_what_is_outside_costs_no_time(self):
        """A path that diverges leads far away from the paper."""
        drawing = Drawing(20, 20, "far away")
        drawing.line(1, 1, 1e5, 3)
        drawing.line(1, 1, 3, 1e5)
        with mock.patch.object(canvas.Canvas, "mix") as mix:
            canvas.written(drawing)
        self.assertGreater(mix.call_count, 0)
        self.assertLess(mix.call_count, 2000)
