"""Handwriting found on paper: which side is ink, what is dust, where it goes."""

import io
import itertools
import math
import random
import unittest
from unittest import mock

from lessons.making._photograph import NUMBER, photograph
from lessons.making._png import encode
from purenet.data import DataError, builtin
from purenet.data.image import Image
from purenet.photos import blots, ink, photo, reading, scan
from purenet.runs import shipped
from tests import IMAGES, LONG
from tests.photos import handwriting

PHOTOGRAPH = IMAGES / "photograph.png"


def paper(width=60, height=80, brightness=210):
    return [[brightness] * width for _ in range(height)]


def stroke(rows, left, top, right, bottom, brightness=30):
    for y in range(top, bottom):
        rows[y][left:right] = [brightness] * (right - left)
    return rows


def pictured(rows):
    return [bytes(row) for row in rows]


class InkTest(unittest.TestCase):
    def test_dark_on_light_and_light_on_dark_are_the_same_digit(self):
        rows = pictured(stroke(paper(), 28, 20, 34, 60))
        inverted = [bytes(255 - v for v in row) for row in rows]
        self.assertEqual(reading.digit(rows), reading.digit(inverted))

    def test_a_shadow_is_no_ink(self):
        rows = stroke(paper(), 28, 20, 34, 60)
        shaded = [[v * (100 - x // 2) // 100 for x, v in enumerate(r)] for r in rows]
        plain, dark = reading.digit(pictured(rows)), reading.digit(pictured(shaded))
        for a, b in zip(plain, dark):
            self.assertAlmostEqual(a, b, delta=0.15)

    def test_no_ink(self):
        rng = random.Random(1)
        noisy = [[int(200 + rng.gauss(0, 8)) for _ in range(60)] for _ in range(60)]
        for rows in (paper(), paper(1, 1), paper(300, 2), noisy):
            with self.assertRaisesRegex(DataError, "^blank.png: no ink found$"):
                reading.digit(pictured(rows), "blank.png")

    def test_dust_and_the_table_are_left_out(self):
        rows = stroke(paper(), 28, 20, 34, 60)
        dusty = stroke(stroke(paper(), 28, 20, 34, 60), 10, 10, 11, 12)
        self.assertEqual(reading.digit(pictured(rows)), reading.digit(pictured(dusty)))
        table = stroke(stroke(paper(), 28, 20, 34, 60), 55, 0, 60, 80)
        self.assertEqual(reading.digit(pictured(rows)), reading.digit(pictured(table)))

    def test_a_pool_of_light_and_light_from_one_side(self):
        plain = reading.digit(pictured(stroke(paper(120, 120), 50, 30, 58, 90)))
        for light in (
            lambda x, y: 0.5 + 0.5 * math.exp(-((x - 90) ** 2 + (y - 20) ** 2) / 1500),
            lambda x, y: 1 - 0.65 * x / 120,
            lambda x, y: 0.4 + 0.6 * y / 120,
        ):
            rows = stroke(paper(120, 120), 50, 30, 58, 90)
            lit = [[int(v * light(x, y)) for x, v in enumerate(row)]
                   for y, row in enumerate(rows)]  # fmt: skip
            found = reading.digit(pictured(lit))
            self.assertLess(sum(abs(a - b) for a, b in zip(plain, found)), 9)

    def test_at_the_edge_a_digit_is_kept_and_a_table_is_not(self):
        rows = stroke(stroke(paper(160, 100), 30, 30, 36, 70), 80, 32, 86, 72)
        stroke(stroke(rows, 140, 30, 146, 68), 140, 40, 160, 46)  # it touches
        stroke(rows, 120, 90, 128, 100)  # another's writing
        self.assertEqual(self.places(rows), [30, 80, 140])
        stroke(rows, 0, 0, 8, 60)  # a table, and a shadow as high as a digit
        self.assertEqual(self.places(stroke(rows, 156, 55, 160, 100)), [30, 80, 140])

    def test_a_note_on_a_desk(self):
        """Tilted, with pale ink: the desk is darker than any of it."""
        rows = paper(320, 300, 90)
        for y in range(40, 260):
            stroke(rows, 50 - y // 9, y, 290 - y // 9, y + 1, 215)
        stroke(stroke(rows, 100, 100, 106, 150, 150), 160, 100, 166, 150, 150)
        self.assertEqual(self.places(rows), [99, 159])
        for y, row in enumerate(rows):  # the desk is black
            rows[y] = [0 if v == 90 else v for v in row]
        self.assertEqual(self.places(rows), [99, 159])

    def test_a_shadow_over_a_note_on_a_desk(self):
        for desk, split in ((90, 130), (60, 170)):
            rows = stroke(paper(320, 300, desk), 40, 40, 285, 260, 215)
            for x, y in itertools.product((100, 160), (80, 180)):
                stroke(rows, x, y, x + 6, y + 50, 60)
            for row in rows[split:]:
                row[:] = [v * 6 // 10 for v in row]
            self.assertEqual(self.places(rows), [99, 159] * 2)

    def test_what_stands_in_a_dark_shadow_on_the_paper_is_read(self):
        rows = paper(320, 240)
        for x in (60, 120, 220, 270):
            stroke(rows, x, 100, x + 6, 150)
        for dark, soft, slope in ((0.6, 2, 0), (0.5, 25, 0.5), (0.35, 40, 0)):
            lit = [list(row) for row in rows]
            for y, row in enumerate(lit):
                light = [1 - (x + slope * y - 170) / soft for x in range(320)]
                row[:] = [int(v * max(dark, min(1, k))) for v, k in zip(row, light)]
            places = [round(x, -1) for x in self.places(lit)]
            self.assertEqual(places, [60, 120, 220, 270], (dark, soft))

    def test_lined_and_squared_paper(self):
        """Level, tilted, on a desk; pale rules and dark ones, through the digits."""
        for slope, desk, pale in ((0, 0, 150), (0.08, 0, 60), (-0.05, 50, 120)):
            rows = paper(400, 300, 220)
            for x, y in itertools.product(range(400), range(300)):
                if (y + slope * x) % 35 < 2 or (x - slope * y) % 30 < 2:
                    rows[y][x] = pale
            for x in (101, 160, 224):
                stroke(stroke(rows, x, 120, x + 7, 180), x - 9, 174, x + 16, 180)
            for y, row in enumerate(rows):
                row[:desk] = row[400 - desk :] = [40] * desk
                rows[y] = row if desk <= y < 300 - desk else [40] * 400
            places = self.places(rows)
            self.assertEqual(len(places), 3, (slope, desk, pale))
            for place, x in zip(places, (92, 151, 215)):
                self.assertAlmostEqual(place, x, delta=2)

    def test_a_line_alone_is_a_stroke(self):
        """Though it goes from edge to edge: of rules there are more."""
        upright = [bytes([230] * 190 + [40] * 4 + [230] * 206)] * 240
        for picture in (upright, [*map(bytes, zip(*upright))]):
            self.assertGreater(sum(map(sum, ink.ink(picture))), 900)

    def test_strokes_at_even_distances_that_end_before_the_edge_are_no_rules(self):
        for margin in (5, 60):
            rows = paper(480, 480)
            places = [99, 199, 299, 399]
            for x in places:
                stroke(rows, x + 1, margin, x + 4, 480 - margin)
            self.assertEqual(self.places(rows), places, margin)

    def test_a_long_straight_stroke_is_no_rule(self):
        rows = stroke(paper(300, 300), 20, 60, 285, 63)
        self.assertEqual(self.places(stroke(rows, 150, 63, 153, 285)), [19])

    def test_a_line_of_words_is_told_from_digits(self):
        rows = paper(160, 160)
        for x in (20, 80):
            stroke(stroke(rows, x, 20, x + 36, 26), x + 15, 26, x + 21, 60)  # a T
            stroke(rows, x, 100, x + 6, 140)

        found = reading.read(pictured(rows), self.judge)
        self.assertEqual([d.words for d in found], [True] * 2 + [False] * 2)
        found = reading.read(pictured(rows[:80]), self.judge)  # it is all there is
        self.assertEqual([d.words for d in found], [False] * 2)

    def test_words_beside_digits_and_what_stands_alone_are_told(self):
        """Of a T beside a T, and of one in a line of its own; a T in a row is doubt."""
        for above, below, told in (
            ("TT 777", "", [True] * 2 + [False] * 3),
            ("77 T 77", "", [False] * 5),
            ("777", "T", [False] * 3 + [True]),
            ("777", "7", [False] * 4),
            ("77", "T", [False, False, True]),
        ):
            rows = paper(370, 160)
            for y, line in ((20, above), (100, below)):
                for x, sign in enumerate(line):
                    if sign == "T":
                        stroke(rows, 20 + 46 * x, y, 56 + 46 * x, y + 6)
                    if sign != " ":
                        stroke(rows, 35 + 46 * x, y + 6, 41 + 46 * x, y + 40)
            found = reading.read(pictured(rows), self.judge)
            with self.subTest(above=above, below=below):
                self.assertEqual([d.words for d in found], told)

    def test_a_small_digit_far_below_a_row_is_read(self):
        rows = paper(300, 300)
        for x in (50, 120, 190):
            stroke(rows, x, 40, x + 10, 140)
        self.assertEqual(
            self.places(stroke(rows, 90, 220, 96, 255)), [49, 119, 189, 89]
        )

    def test_a_1_alone_is_read_where_it_is_as_high_as_the_row(self):
        def judge(image):
            outputs = self.judge(image)
            return [
                0.1,
                0.9 if max(outputs) > 0.5 else 0.1,
                *[0.1] * 5,
                1 - max(outputs),
                0.1,
                0.1,
            ]

        for row, high, told in ((3, 40, False), (3, 70, True), (2, 70, False)):
            rows = paper(200, 200)
            for x in (20, 76, 132)[:row]:
                stroke(stroke(rows, x, 20, x + 36, 26), x + 15, 26, x + 21, 60)
            stroke(rows, 80, 100, 86, 100 + high)
            found = reading.read(pictured(rows), judge)
            self.assertEqual([d.words for d in found], [False] * row + [told])

    def judge(self, image):
        """Take for a 7 what is narrow."""
        wide = sum(any(image[x::28]) for x in range(28)) > 15
        return [0.1] * 7 + [0.1 if wide else 0.9] + [0.1] * 2

    def places(self, rows):
        found = reading.read(pictured(rows), lambda x: [0.9] + [0.0] * 9)
        return [digit.left for digit in found]

    def test_a_digit_half_as_high_as_its_neighbours_is_one(self):
        rows = stroke(stroke(paper(160, 100), 30, 20, 36, 70), 110, 22, 116, 70)
        self.assertEqual(self.places(stroke(rows, 45, 45, 51, 70)), [30, 45, 110])
        self.assertEqual(self.places(stroke(rows, 58, 52, 62, 64)), [30, 45, 110])

    def test_a_short_line_is_read_and_an_underline_is_not(self):
        rows = paper(400, 220)
        for x in range(40, 390, 50):
            stroke(rows, x, 20, x + 6, 60)
        stroke(stroke(rows, 40, 100, 46, 140), 90, 100, 96, 140)
        stroke(rows, 36, 64, 350, 68)
        self.assertEqual(self.places(rows), [*range(39, 389, 50), 39, 89])

    def test_a_digit_that_fills_the_picture_is_kept(self):
        rows = stroke(paper(20, 40), 8, 0, 12, 40)
        self.assertEqual(sum(1 for v in reading.digit(pictured(rows)) if v > 0.5), 40)

    def test_a_detached_stroke_is_kept(self):
        rows = stroke(stroke(paper(), 20, 30, 25, 60), 30, 20, 40, 24)
        self.assertEqual(len(blots.blots(ink.ink(pictured(rows)))), 2)
        self.assertGreater(sum(reading.digit(pictured(rows))[: 13 * 28]), 10)


class Thresholds(unittest.TestCase):
    """Where a share or a length decides: just this side of it, and just that side."""

    def test_how_thick_a_stroke_is(self):
        for wide, seen in ((8, {200.0}), (9, {200.0, 40.0})):
            cells = [[200.0] * 20 + [40.0] * wide + [200.0] * 20]
            self.assertEqual(set(ink.paper(cells)[0]), seen)

    def test_dust_has_less_than_a_fiftieth_of_the_largest_blot(self):
        letter = [(y, 2, 12) for y in range(2, 12)]
        for area, left in ((2, 2), (1, 1)):
            found = [blots.Blot(letter), blots.Blot([(15, 5, 5 + area)])]
            self.assertEqual(len(blots.kept(found, 20, 20)), left)

    def test_frames_are_looked_for_among_the_largest_blots_alone(self):
        specks = [blots.Blot([(1, k, k + 1)]) for k in range(0, 600, 2)]
        with mock.patch.object(blots, "_is_frame", return_value=False) as asked:
            blots.kept(specks, 10, 700)
        self.assertEqual(asked.call_count, blots.FRAMES)
        self.assertEqual(blots.FRAMES, 10)

    def test_a_cut_has_to_make_the_pieces_surer(self):
        """Two bars and a thin bridge: one digit, unless two are better by e."""
        rows = stroke(stroke(paper(160, 160), 20, 40, 36, 120), 108, 40, 124, 120)
        stroke(rows, 36, 78, 108, 82)
        for sure, expected in ((-0.1, 2), (-0.4, 1)):

            def judge(image, sure=sure):
                inked = sum(any(image[x::28]) for x in range(28))
                return [math.exp(-1.5 if inked > 15 else sure), 0.0]

            self.assertEqual(len(reading.read(pictured(rows), judge)), expected)


class FittedTest(unittest.TestCase):
    def test_mnist_digits_are_already_as_they_should_be(self):
        _, _, (images, _) = builtin.load(train=0, validation=0, test=20)
        for image in images:
            rows = [
                [v / 255 for v in bytes(image)[y : y + 28]] for y in range(0, 784, 28)
            ]
            again = scan.fitted(rows)
            difference = sum(abs(a - b) for a, b in zip(image, again)) / sum(image)
            self.assertLess(difference, 0.5)

    def test_size_and_centre(self):
        rng = random.Random(4)
        for _ in range(10):
            width, height = rng.randrange(5, 90), rng.randrange(5, 90)
            rows = [[0.0] * 200 for _ in range(200)]
            for _ in range(6):
                x, y = 50 + rng.randrange(width), 50 + rng.randrange(height)
                for dy in range(20):
                    rows[y + dy][x : x + 20] = [1.0] * 20
            grey = bytes(scan.fitted(rows))
            lines = [grey[y : y + 28] for y in range(0, 784, 28)]
            inked = [y for y, line in enumerate(lines) if any(line)]
            across = [x for x, line in enumerate(zip(*lines)) if any(line)]
            spans = inked[-1] - inked[0] + 1, across[-1] - across[0] + 1
            self.assertEqual(max(spans), 20)
            mass = sum(grey)
            down = sum(y * sum(line) for y, line in enumerate(lines)) / mass
            right = sum(x * sum(line) for x, line in enumerate(zip(*lines))) / mass
            self.assertAlmostEqual(down, 14, delta=0.51)
            self.assertAlmostEqual(right, 14, delta=0.51)

    def test_a_thin_pen_is_thickened(self):
        rows = [[0.0] * 60 + [1.0] + [0.0] * 60 for _ in range(200)]
        self.assertGreater(sum(scan.fitted(rows)), 30)

    def test_a_dot_and_a_line(self):
        for rows in ([[1.0]], [[1.0] * 500], [[1.0]] * 500):
            self.assertIsInstance(scan.fitted(rows), Image)


class RowTest(unittest.TestCase):
    @unittest.skipUnless(LONG, "set PURENET_LONG=1")
    def test_the_corner_of_a_shadow_is_no_ink(self):
        net = shipped.load()
        count, right = 12, 0
        for seed in range(count):
            digits = [random.Random(seed).randrange(10) for _ in range(6)]
            picture = [bytes(row) for row in photograph(digits, seed)]
            found = reading.read(picture, net.feedforward)
            right += [net.predict(piece.image) for piece in found] == digits
        self.assertGreaterEqual(right, count - 1)

    @unittest.skipUnless(PHOTOGRAPH.exists(), "the lessons are not here")
    def test_the_photograph_of_the_lesson(self):
        picture = photo.read(PHOTOGRAPH)
        for row, drawn in zip(picture, photograph(NUMBER)):
            self.assertLessEqual(max(abs(a - b) for a, b in zip(row, drawn)), 1)
        net = shipped.load()
        found = reading.read(picture, net.feedforward)
        self.assertEqual([net.predict(piece.image) for piece in found], [*NUMBER])


class PhotoTest(unittest.TestCase):
    def test_large_pictures_are_reduced(self):
        rows = [[(x + y) % 256 for x in range(1500)] for y in range(700)]
        read = photo.read_from(io.BytesIO(encode(rows)), "large.png")
        self.assertEqual((len(read), len(read[0])), (350, 750))
        self.assertAlmostEqual(read[3][5], 17, delta=1)  # of 16, 17, 17 and 18

    def test_from_file_to_digit(self):
        rng = random.Random(11)
        _, _, (images, _) = builtin.load(train=0, validation=0, test=1)
        for image in images:
            rows = handwriting.one_digit(rng, image)
            data = encode([list(row) for row in rows])
            same = photo.read_from(io.BytesIO(data), "a.png")
            for a, b in zip(rows, same):
                self.assertLessEqual(max(abs(p - q) for p, q in zip(a, b)), 1)

    def test_what_is_no_picture(self):
        for data, words in (
            (b"", "the file is empty"),
            (b"?", "neither JPEG, PNG, BMP"),
            (b"\x1f\x8b", "neither JPEG, PNG, BMP"),
            (b"<!DOCTYPE html>", "a web page"),
            (b'{"sizes": [784', "a saved network, no digits"),
            (b"GIF89a", "of the kind GIF, which only the page can open"),
            (b"BM" + bytes(52), "a rare kind of BMP file"),
            (b"P2 1 1 5 5", "a picture as text: save it as PNG"),
            (b"\xff\xd8\xff\xe0JFIF", "the JPEG file is damaged"),
        ):
            with self.assertRaisesRegex(DataError, words):
                photo.read_from(io.BytesIO(data), "x")
