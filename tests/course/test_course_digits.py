"""The course's digits out of MNIST, beside the course's own file."""

import os
import re
import unittest
from pathlib import Path

from purenet.course import given
from purenet.data import DataError, builtin, course_digits, reader
from purenet.data.image import Image
from tests import LONG, InAFolder, near
from tests.data.matlab_files import header, variable

COURSE, MNIST = map(os.environ.get, ("PURENET_COURSE", "PURENET_MNIST"))


class Shrinking(unittest.TestCase):
    def test_every_mixture_is_a_whole(self):
        for long, short in ((28, 20), (20, 10), (7, 3)):
            for first, weights in course_digits.mixtures(long, short):
                self.assertAlmostEqual(sum(weights), 1.0, places=14)
                self.assertLessEqual(first + len(weights), long)

    def test_a_line_across_stays_a_line_across(self):
        """An image of one dark row: every column of the small one is the same."""
        grey = bytearray(784)
        grey[14 * 28 : 15 * 28] = bytes([255] * 28)
        small = given.shrunk(Image(bytes(grey)))
        near(self, small, small[:20] * 20, 1e-14)
        self.assertEqual(small.index(max(small)) % 20, 10)  # 14.5 of 28 is 10.4 of 20

    def test_larger_again(self):
        """Made smaller and larger again a digit is nearly what it was."""
        (images, _), _, _ = builtin.load(1, 0, 0)
        small = given.shrunk(images[0])
        again = course_digits.grown(small)
        off = sum(abs(a - b) for a, b in zip(bytes(again), bytes(images[0])))
        self.assertLess(off / 784, 6)
        wrong = course_digits.grown([small[k // 20 + k % 20 * 20] for k in range(400)])
        off = sum(abs(a - b) for a, b in zip(bytes(wrong), bytes(images[0])))
        self.assertGreater(off / 784, 20)

    def test_the_first_of_each_digit_and_0_as_10(self):
        images = [Image(bytes([n + 1] * 784)) for n in range(40)]
        smaller, courses = given.chosen(images, [*range(10)] * 4, each=2)
        self.assertEqual(courses, [10, 10, *sorted([*range(1, 10)] * 2)])
        self.assertAlmostEqual(smaller[1][0], 11 / 255)

    def test_enough_of_the_built_in_digits(self):
        (_, labels), _, _ = builtin.load(given.enough(100), 0, 0)
        self.assertGreaterEqual(min(map(labels.count, range(10))), 100)

    @unittest.skipUnless(COURSE and MNIST, "no $PURENET_COURSE or no $PURENET_MNIST")
    def test_equal_to_the_course_s_file(self):
        """500 of each digit in the long form, 20 otherwise."""
        each = 500 if LONG else 20
        wanted = given.enough(each)
        digits, _, _ = reader.read(MNIST, train=wanted, validation=0, test=0)
        images, labels = given.chosen(*digits, each=each)
        theirs, their_labels = course_digits.read(Path(COURSE) / "ex4data1.mat")
        places = [n for n in range(5000) if n % 500 < each]
        self.assertEqual(labels, [their_labels[n] for n in places])
        near(self, images, [theirs[n] for n in places], 1e-12)


class TheFile(InAFolder):
    def test_what_is_no_file_of_the_course(self):
        pixels = [0.5] * 400
        empty = variable("X", [], sizes=(0, 400)), variable("y", [], sizes=(0, 1))
        path = self.folder / "ex4data1.mat"
        for words, x, y in (
            ("399 columns", [pixels[1:]], [[1]]),
            ("1 images but 2 labels", [pixels], [[1], [2]]), ("not 0", [pixels], [[0]]),
            ("not 1.5", [pixels], [[1.5]]), ("y 2", [pixels], [[1, 2]]),
            ("no brightness", [pixels, [float("nan")] * 400], [[1], [1]]),
            ("no brightness", [[-1e308] * 400], [[1]]), ("there are no images", *empty),
        ):  # fmt: skip
            parts = empty if x is empty[0] else (variable("X", x), variable("y", y))
            path.write_bytes(header() + b"".join(parts))
            whole = f"^{re.escape(str(path))}: [^:]*{words}"  # named once
            course = "399" not in words  # for the reader of all kinds, too
            for read in (course_digits.read, reader.read)[: 1 + course]:
                with self.subTest(words, read=read):
                    self.assertRaisesRegex(DataError, whole, read, path)
