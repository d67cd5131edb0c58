"""Every format there is gives the same images and labels."""

import gzip
import io
import itertools
import os
import random
import unittest
from array import array
from pathlib import Path
from unittest import mock

from purenet.data import DataError, arrays, builtin, find, npz, pen, pickled, reader
from purenet.data.arrays import Array
from purenet.data.find import user_folder
from purenet.data.stream import Budget, Stream
from tests import InAFolder
from tests.data import digit_files as made

HEADER = b"{'descr': '|O8', 'fortran_order': False, 'shape': (2,), }"
NPY_OF_OBJECTS = b"\x93NUMPY\1\0" + bytes([len(HEADER), 0]) + HEADER + b"\5\0"
PARTS = ((0, 7), (0, 2), (3, 5))


class Folder(InAFolder):
    """A test with a folder of its own."""

    def write(self, name, data):
        (self.folder / name).write_bytes(data)
        return self.folder / name

    def refused(self, path, words, *counts):
        with self.subTest(words), self.assertRaisesRegex(DataError, words) as caught:
            reader.read(path, *counts)
        self.assertIn(str(path), str(caught.exception))
        self.assertLess(str(caught.exception).count(f"{path}: "), 2)  # not named twice

    def assert_cut(self, path, cut, *counts):
        """These of the seven digits are read."""
        for (images, labels), (start, stop) in zip(reader.read(path, *counts), cut):
            self.assertEqual([bytes(i) for i in images], made.GREYS[start:stop])
            self.assertEqual(labels, made.LABELS[start:stop])


class Greys(unittest.TestCase):
    def test_the_palest_darkest_pixel(self):
        """A picture whose darkest pixel is 100 would be learnt as if it were right."""
        for kind in "Bf":
            image = Array((1, 784), array(kind, [101] + [0] * 783))
            self.assertEqual(len(list(image.images([0]))), 1)
            pale = Array((1, 784), array(kind, [100] + [0] * 783))
            with self.assertRaisesRegex(DataError, "the darkest pixel is 100;"):
                pale.images([0])


MUCH = Budget(10**6, 10**6)


class Refusals(unittest.TestCase):
    def test_numbers_and_drawings_that_are_none(self):
        for words, call, *given in (
            ("a number is -1; grey", arrays.narrowed, [b"\xff\xff"], "i2", False, MUCH),
            ("3 numbers in the place of 2 x 3", Array, (2, 3), array("B", b"abc")),
            ("-1 digits for train", builtin.load, -1),
            ("digits 0 to 9, not -1", pen.draw, -1, random.Random(3)),
            ("line is too long", Stream(io.BytesIO(b"thirteen\n")).line, 5),
            ("not of numbers", npz.read_npy, Stream(io.BytesIO(NPY_OF_OBJECTS))),
        ):
            with self.subTest(words), self.assertRaisesRegex(ValueError, words):
                call(*given)


class Pickles(Folder):
    @mock.patch("purenet.data.stream.PIECE", 4096)
    @mock.patch("purenet.data.reader.FRONT", 80)
    def test_of_few_images_the_front_is_kept(self):
        """Where others are wanted, of sorted digits, the file is read once more."""
        greys, size = made.GREYS * 20, 140
        for labels, times in ((made.LABELS * 20, 1), (sorted(made.LABELS * 20), 2)):
            pair = made.images(greys), made.labels(labels)
            path = self.write("book.pkl", made.pickled((pair,) * 3))
            whole = reader.read(path)
            with mock.patch.object(reader.pickled, "read", wraps=pickled.read) as read:
                front = reader.read(path, 9, 9, 9)
            self.assertEqual(read.call_count, times)
            for (images, digits), (all_images, all_digits) in zip(front, whole):
                self.assertEqual((len(images), len(all_images)), (9, size))
                self.assertEqual(images, all_images[:9])
                self.assertEqual(digits, all_digits[:9])
        with path.open("rb") as file:
            [(images, _), *_] = pickled.read(Stream(file), 80 * 784)
        self.assertLess(len(images.numbers), 82 * 784)

    def assert_book(self, data, counts=(None, None, None)):
        """These are the three pairs of digit_files.book, or the first of each."""
        cut = [(start, stop if count is None else min(stop, start + count))
               for (start, stop), count in zip(PARTS, counts)]  # fmt: skip
        self.assert_cut(self.write("book", data), cut, *counts)

    def test_every_python_and_protocol(self):
        ways = [(2, protocol, 1) for protocol in (0, 1, 2)]
        for way in (*ways, *itertools.product((3,), range(6), (1, 2))):
            with self.subTest(python_protocol_numpy=way):
                python, protocol, numpy = way
                self.assert_book(made.pickled(made.book(), protocol, python, numpy))

    def test_two_pairs_and_one(self):
        """Keras's first file had two; whoever keeps X and y in a tuple has one."""
        for found, *sizes in ((made.book()[:2], 6, 2), (made.book()[0], 5, 1)):
            path = self.write("pair", made.pickled(found, 3, 3))
            (images, labels), _, (tests, _) = reader.read(path)
            self.assertEqual([len(images), len(tests)], sizes)
            self.assertEqual(labels, made.LABELS[: sizes[0]])

    def test_gzipped_in_several_parts(self):
        """As `cat a.gz b.gz`, pigz and bgzip make it; no more than digits need."""
        good, empty = made.pickled(made.book()), gzip.compress(b"")
        with mock.patch("purenet.data.stream.PACKED_PIECE", 1009):
            for size in (10, 5000, len(good)):
                starts = range(0, len(good), size)
                parts = [gzip.compress(good[at : at + size]) for at in starts]
                self.assert_book(b"".join(parts))
                self.assert_book(b"".join(parts) + empty)
        whole = parts[0]
        self.assert_book(whole)
        for end in (b"\x1f", b"\x1f\x8b\x08", empty[:-1], b"\x1f\x8b" + bytes(20)):
            self.refused(self.write("bad", whole + end), "cut short|damaged")
        self.refused(self.write("bad", whole * 2), "after the end of the pickle")
        with mock.patch("purenet.data.stream.MOST_MEMBERS", 3):
            self.assert_book(whole + 2 * empty)
            self.refused(self.write("bad", whole + 3 * empty), "after the")

    def test_the_first_so_many(self):
        for fortran in (False, True):
            data = made.pickled(made.book(fortran=fortran))
            for counts in ((3, 0, 1), (0, None, 0), (100, 1, 2)):
                with self.subTest(counts=counts):
                    self.assert_book(data, counts)

    def test_the_largest_there_can_be_and_none(self):
        """All numbers of 8 bytes fit, in every protocol, and no image more."""
        book, pair = made.book(dtype="<f8"), (made.images([]), made.labels([]))
        for python, protocol in ((2, 0), (2, 2), (3, 0), (3, 2), (3, 5)):
            data = made.pickled(book, protocol, python)
            with mock.patch("purenet.data.pickled.MOST_BYTES", 11 * 785 * 8):
                self.assert_book(data)
            with mock.patch("purenet.data.pickled.MOST_BYTES", 10 * 785 * 8):
                self.refused(self.folder / "book", "more than 70,000 images")
            path = self.write("none", made.pickled((pair,) * 3, protocol, python))
            self.assertEqual(reader.read(path), (([], []),) * 3)

    def test_long_escapes_across_pieces(self):
        pair = made.images(made.GREYS * 20), made.labels(made.LABELS * 20)
        for python in (2, 3):
            path = self.write("long", made.pickled((pair,) * 3, 0, python))
            with mock.patch("purenet.data.stream.PIECE", 1009):
                images, labels = reader.read(path, 140, 0, 0)[0]
            self.assertEqual([bytes(i) for i in images], made.GREYS * 20)

    def test_what_is_wrong_is_said(self):
        good = made.pickled(made.book())
        fewer = made.images(), made.labels(made.LABELS[:6])
        expanded = ([[made.images()], [1]],) * 3
        eleven = made.images(), made.labels([3, 1, 4, 11, 5, 9, 2])
        for data, words in (
            (b"", "the file is empty"),
            (b"hello", "known here"),
            (good[:-1], "cut short"),
            (good[: len(good) // 2], "cut short"),
            (gzip.compress(good)[:-9], "cut short"),
            (gzip.compress(good)[:-8] + bytes(8), "damaged"),
            (good + b"more", "after the end"),
            (gzip.compress(good) + b"more", "after the end"),
            (made.pickled((fewer,) * 3), "6 labels for 7 images"),
            (made.pickled((eleven,) * 3), "a label is 11"),
            (made.pickled((1, 2, 3)), "three pairs"),
            (made.pickled(expanded, 0), "mnist_expanded.*one by one"),
            (made.pickled(expanded, 3, 3), "mnist_expanded"),
            (made.pickled([[[0] * 2000] * 2] * 3), "mnist_expanded"),
        ):
            self.refused(self.write("bad", data), words)

    def test_less_than_none(self):
        with self.assertRaisesRegex(ValueError, "less than none"):
            reader.read("anything", -1)


class Find(Folder):
    def setUp(self):
        super().setUp()
        self.addCleanup(os.chdir, Path.cwd())
        (self.folder / "work").mkdir()
        os.chdir(self.folder / "work")
        self.cache = self.folder / "cache" / "purenet" / "mnist"
        self.cache.mkdir(parents=True)
        for patch in (
            mock.patch.dict(os.environ, PURENET_MNIST=""),
            mock.patch("purenet.data.find.cache_folder", return_value=self.cache),
        ):
            patch.start()
            self.addCleanup(patch.stop)

    def test_the_order(self):
        self.assertEqual(find.find().path, None)
        self.assertIn(self.cache, find.find().looked)
        self.write(self.cache / "mnist.pkl.gz", b"")
        self.assertEqual(find.find().path, self.cache)
        (self.folder / "data").mkdir()
        self.write("data/mnist.pkl.gz", b"")
        self.assertEqual(find.find().path, Path("../data/mnist.pkl.gz"))
        Path("data").mkdir()
        self.write("work/data/mnist.pkl.gz", b"")
        self.assertEqual(find.find().path, Path("data/mnist.pkl.gz"))
        with mock.patch.dict(os.environ, PURENET_MNIST=str(self.folder)):
            self.assertEqual(find.find().path, self.folder)
            self.assertEqual(find.find("data").path, Path("data"))
            self.assertEqual(find.find("built-in"), (None, ()))

    def test_where_one_may_not_look(self):
        barred = mock.Mock(side_effect=PermissionError)
        with mock.patch.multiple(Path, exists=barred, is_file=barred):
            self.assertEqual(find.find().path, None)

    def test_without_a_home(self):
        with self.assertRaisesRegex(DataError, "~nobody-here/x: not there"):
            find.find("~nobody-here/x")
        with mock.patch.object(Path, "expanduser", side_effect=RuntimeError):
            place = user_folder(True, "linux", {})
        self.assertEqual(place, Path(".cache/purenet"))

    def test_a_path_that_is_not_there(self):
        with self.assertRaisesRegex(DataError, "nowhere: not there.*work.nowhere"):
            find.find("nowhere")
        nowhere = mock.patch.dict(os.environ, PURENET_MNIST="nowhere")
        with nowhere, self.assertRaisesRegex(DataError, r"named by \$PURENET_MNIST"):
            find.find()
        self.write(self.cache / "train-images-idx3-ubyte.gz", b"")
        self.assertEqual(find.find().path, None)  # half a download is none
