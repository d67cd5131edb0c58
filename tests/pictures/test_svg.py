"""Every SVG is well-formed, the same each time, and says what was given."""

import math
import random
import re
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from lessons.making import _contour as contour
from lessons.making import _gates as gates
from lessons.making import _images as images
from purenet import words
from purenet.classroom.exercises import lessons_folder
from purenet.data.image import Image
from purenet.pictures import charts, diagrams, grids, history
from purenet.pictures.drawing import Drawing
from tests import IMAGES, LONG

FOLDERS = {
    language: Path(lessons_folder(language)) / "images"
    for language in words.languages()
    if lessons_folder(language).is_dir()
}


def sheet(count):
    rng = random.Random(7)
    return [Image(bytes(rng.choice((0, 0, 80, 255)) for _ in range(784)))] * count


def drawings():
    return {
        "curves": charts.curves([[(0, 1.0), (2, 3.0)], [(1, 2.0)]], ["a", "<b>"]),
        "learning": history.curve([(90, 100), (95, 100)], [(80, 100)]),
        "confusion": history.confusion([((), 1, 1), ((), 1, 2), ((), 9, 7)]),
        "valley": contour.valley(lambda a, b: a * a + b, [(0.0, 0.0), (1.0, 1.0)]),
        "perceptron": gates.perceptron([1, -2.5, 3], -1), "nand": gates.nand(),
        "gates": gates.half_adder(), "perceptrons": gates.half_adder(True),
        "network": diagrams.network([784, 30, 10], ["in", "hidden", "out"]),
        "digits": grids.digits(sheet(11), [f"{n}?" for n in range(11)]),
        "weights": grids.weights([[math.sin(k) for k in range(784)]] * 2)
    }  # fmt: skip


class EveryDrawingTest(unittest.TestCase):
    def test_well_formed_alone_and_the_same_each_time(self):
        again = drawings()
        for name, drawing in drawings().items():
            with self.subTest(name):
                self.assertEqual(str(drawing), str(again[name]))
                root = ElementTree.fromstring(str(drawing))
                self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
                for word in ("nan", "href", "url(", "<script", "<image"):
                    self.assertNotIn(word, str(drawing))

    def test_every_class_has_its_colours(self):
        for drawing in drawings().values():
            root = ElementTree.fromstring(str(drawing))
            rules = root.find("{http://www.w3.org/2000/svg}style").text
            for element in root.iter():
                for name in element.get("class", "").split():
                    if name != "purenet":
                        self.assertEqual(rules.count(f".purenet .{name}{{"), 2, name)

    def test_small(self):
        self.assertLess(len(str(diagrams.network([784, 15, 10]))), 12_000)
        self.assertLess(len(str(contour.valley(lambda a, b: a * a + b * b))), 20_000)


class TextTest(unittest.TestCase):
    def test_words_cannot_break_the_file(self):
        for text in ("<&>\"'", "\x00\x1b[0m", "\ud800", "数字 5"):
            drawing = Drawing(10, 10, text)
            drawing.text(0, 0, text)
            ElementTree.fromstring(str(drawing).encode("utf-8"))
        root = ElementTree.fromstring(str(grids.digits(sheet(1), ["3 < 5"])))
        texts = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
        self.assertEqual(texts, ["3 < 5"])


class PlacesTest(unittest.TestCase):
    def test_digit_pixels_are_where_they_were(self):
        rng = random.Random(3)
        grey = bytes(rng.choice((0, 255)) for _ in range(784))
        root = ElementTree.fromstring(str(grids.digits([Image(grey)])))
        (path,) = root.iter("{http://www.w3.org/2000/svg}path")
        drawn = bytearray(784)
        for run in path.get("d").split("M")[1:]:
            place, length = run.split("h")
            x, y = map(int, place.split())
            for k in range(int(length)):
                drawn[28 * y + x + k] = 255
        self.assertEqual(bytes(drawn), grey)

    def test_level_lines_lie_on_their_level(self):
        def circle(a, b):
            return a * a + b * b

        pieces = contour.crossings(circle, 1.0, (-2.0, 2.0), (-2.0, 2.0))
        for piece in pieces:
            for a, b in piece:
                self.assertAlmostEqual(circle(a, b), 1.0, delta=0.01)
        (line,) = contour.joined(pieces)
        self.assertEqual(line[0], line[-1])

    def test_axes_have_round_ticks(self):
        for low, high in ((0, 1), (-3, 17), (7354, 9174), (0.001, 0.0013)):
            ticks = charts.round_values(low, high)
            self.assertTrue(3 <= len(ticks) <= 9, ticks)
            self.assertTrue(all(low - 1e-9 <= t <= high + 1e-9 for t in ticks))

    def test_epochs_are_whole_and_a_cut_axis_says_so(self):
        for epochs in (1, 2, 3, 4):
            drawn = str(history.curve([(90, 100)] * epochs))
            found = re.findall("<text[^>]*>(.*?)<", drawn)
            ticks = [word for word in found if word.replace(".", "").isdigit()]
            self.assertFalse([tick for tick in ticks if "." in tick], ticks)
            self.assertIn("epoch (the upright axis begins at 90 %)", found)


class LessonImagesTest(unittest.TestCase):
    def test_they_are_what_the_program_draws_and_no_others(self):
        drawn = images.drawings(IMAGES)
        for folder in FOLDERS.values():
            self.assertEqual({path.stem for path in folder.glob("*.svg")}, set(drawn))
        if not LONG:
            del drawn["mistakes"]  # for which 500 digits are read
        for name, drawing in drawn.items():
            for language in FOLDERS if LONG else ["en"]:
                with self.subTest(name), words.speaking_in(language):
                    kept = (FOLDERS[language] / f"{name}.svg").read_text("utf-8")
                    same = str(drawing()) == kept
                    self.assertTrue(same, "draw: python3 -m lessons.making pictures")
