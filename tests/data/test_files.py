"""Files of digits as people have them: read as they are meant, or refused by name."""

import gzip
import os
import re
import shutil
import struct
import sys
import unittest
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

from purenet.data import DataError, find, reader, table
from purenet.data.stream import Budget
from purenet.mnist_loader import load_data
from tests import LONG, have
from tests.data import digit_files as made
from tests.data import matlab_files
from tests.data.test_readers import Folder

numpy = have("numpy")
NAMES = [f"pixel{k}" for k in range(784)]
CUT = ((0, 6), (6, 7), (3, 5))  # of files of seven and of two
ALONE = ((0, 5), (5, 6), (6, 7))  # of seven


def lines(rows, names=None, comma=",", form=str):
    """Return rows of numbers as a CSV file."""
    text = [comma.join(names)] if names else []
    text += [comma.join(map(form, row)) for row in rows]
    return ("\n".join(text) + "\n").encode()


def array_of(numbers, dtype="<f4"):
    """Return an array of seven rows."""
    data = made.packed(numbers, dtype)
    return made.Ndarray((7, len(numbers) // 7), dtype, data)


def pickle_of(images, labels=None):
    """Return a pickle of the same pair three times."""
    return made.pickled(((images, labels or made.labels()),) * 3)


def npys(arrays):
    """Return an archive of files of NumPy's: {name: array}."""
    return made.archive({f"{name}.npy": made.npy(a) for name, a in arrays.items()})


class Files(Folder):
    """Seven images, read whole whatever the file: 5 to 1 to 1, or as it says."""

    def assert_read(self, path, greys=made.GREYS, labels=made.LABELS):
        parts = load_data(path)
        images = [bytes(image) for part in parts for image in part[0]]
        self.assertEqual(images[: len(greys)], greys)
        self.assertEqual(sum((p[1] for p in parts), [])[: len(labels)], labels)

    def reads(self, name, data, **more):
        with self.subTest(name):  # which no system must have as a file's name
            plain = re.sub(r"[^\w. -]", "_", name)
            self.assert_read(self.write(plain, data), **more)


class Tables(Files):
    first = [[d, *grey] for d, grey in zip(made.LABELS, made.GREYS)]
    last = [[*grey, d] for d, grey in zip(made.LABELS, made.GREYS)]
    counted = [[n, *row] for n, row in enumerate(first)]

    def test_the_label_last(self):
        self.reads("nameless", lines(self.last))
        self.reads("one", lines(self.last[:1]), greys=made.GREYS[:1], labels=[3])
        for name in ("class", "Label", "Y", "target"):
            self.reads(name, lines(self.last, [*NAMES, name]))
        counted = [[n, *row] for n, row in enumerate(self.last)]
        self.reads("counted", lines(counted, ["", *NAMES, "label"]))
        self.reads("more", lines(self.first, ["x", *NAMES, "label"]))  # a name too many

    def test_comments(self):
        self.reads("comments", b"# first the label\n" + lines(self.first) + b"\n# end")

    def test_which_column_it_is(self):
        """Digits decide, not how many a corner of the pictures has by chance."""
        few, many, letters = [0, 1] * 6, [*range(10), 0, 1], [*range(12)]
        sevens, zeros = [7] * 12, [0] * 12

        def written(first, last):
            rows = [[a, *783 * [0], b] for a, b in zip(first, last)]
            return self.write("some.csv", lines(rows))

        for first, last, label in (
            (few, zeros, few), (zeros, few, few), (few, many, many), (many, few, many),
            (sevens, zeros, sevens), (zeros, sevens, sevens), ([128] * 12, many, many),
        ):  # fmt: skip
            path, alike = written(first, last), label == sevens
            warned = self.assertWarnsRegex(UserWarning, "all images are labelled 7")
            with warned if alike else nullcontext():
                read = reader.read(path)
            self.assertEqual(sum((part[1] for part in read), []), label)
        for last in (zeros, few):
            self.refused(written(letters, last), "go up to 11: letters")

    def test_other_signs_between(self):
        for comma in (";", "\t", ", ", " ", " ; "):
            self.reads(repr(comma)[1:-1], lines(self.first, None, comma))
            names = ["label", *NAMES]
            self.reads("named" + repr(comma)[1:-1], lines(self.first, names, comma))
        self.reads("other", made.other_csv())
        self.reads("crlf", made.other_csv(b"\r\n"))
        mark, quoted = "\ufeff".encode(), b'"label","1x1"'
        plain = made.csv()
        all_quoted = plain.replace(b",", b'","').replace(b"\n", b'"\r\n"')[:-1]
        for number, data in enumerate((
            mark + plain, mark + b"label,1x1,1x2\n" + plain, mark + b'"' + all_quoted,
            quoted + b"\r\n" + plain.replace(b"\n", b"\r\n"),
            mark + quoted + b"\n" + plain, plain + b"\n \r\n", plain[:-1],
        )):  # fmt: skip
            self.reads(f"other {number}", data)
        self.reads("end", lines([[*row, ""] for row in self.first]))

    def test_other_numbers(self):
        self.reads("points", lines(self.first, None, ",", lambda n: f"{n}.0"))
        self.reads("e", lines(self.first, None, " ", lambda n: f"{n:.18e}"))
        unit = [[d, *(g / 255 for g in grey)] for d, *grey in self.first]
        self.reads("unit", lines(unit))
        blank = [made.LABELS[3], *[0] * 784]
        greys = [*made.GREYS[:3], bytes(784), *made.GREYS[4:]]
        self.reads("a blank one", lines([*unit[:3], blank, *unit[4:]]), greys=greys)
        self.reads("named unit", lines(unit, ["label", *NAMES]))
        self.reads("short", lines(unit, None, ",", lambda n: f"{n:.4g}"))
        book = [[d, *(g / 256 for g in grey)] for d, *grey in self.first]
        self.reads("256", lines(book))
        commas = lines(unit, None, ";", lambda n: f"{n:.4f}".replace(".", ","))
        self.reads("comma", commas)

    def test_pandas(self):
        """A column that counts the lines, and numbers for names."""
        numbers = [str(n) for n in range(785)]
        for first in ("", "Unnamed: 0", "index"):
            self.reads("named " + first, lines(self.counted, [first, "label", *NAMES]))
        self.reads("numbers", lines(self.counted, ["", *numbers]))
        self.reads("only numbers", lines(self.first, numbers))
        self.reads("label, numbers", lines(self.first, ["label", *numbers[:784]]))
        self.reads("nameless", lines(self.counted))
        wrong = self.counted[:2] + self.counted[3:]
        self.refused(self.write("gap", lines(wrong)), "line 3: 786 numbers")

    def test_what_is_wrong_is_said(self):
        grey = [row[1:] for row in self.first]
        counted = [[n, *row] for n, row in enumerate(grey)]
        first = lines(self.first)
        for data, words in (
            (lines(grey), "no labels in it.*Kaggle"),
            (lines(grey, NAMES), "no labels in it"),
            (lines(counted, ["", *NAMES]), "no labels in it"),
            (lines([[5.1, 3.5, 1.4, 0.2, "setosa"]] * 9, list("abcde")), "5 numbers"),
            (lines([[d, *(g / 99 - 1 for g in x)] for d, *x in self.first]), "'-1.0'"),
            (first.replace(b"3,", b"three,", 1), "line 1: 'three' is not"),
            (first.replace(b"3,", b",", 1), "line 1: '' is not a grey level"),
            (first.replace(b"3,", b"nan,", 1), "line 1: 'nan' is not"),
            (lines([[3, *784 * [""]], *self.first]), "line 1: '' is not a grey level"),
            (b"label\n", "no images"),
            (first.replace(b"\n", b",1\n", 1), "line 1: 786 numbers"),
            (first[:-10], "line 7: 78. numbers"),
            (first.replace(b",7,", b",256,"), "'256' is not a grey level"),
            (b"11" + first[1:], "a label is 11"),
            (b"4," + b"0" * 30000, "too long"),
        ):
            self.refused(self.write("bad.csv", data), words)

    def test_as_many_empty_lines_as_others(self):
        path = self.write("a", b"label\n\n" + made.csv().replace(b"\n", b"\n\n"))
        with mock.patch("purenet.data.table.MOST_IMAGES", 7):
            self.assert_cut(path, ALONE)
        with mock.patch("purenet.data.table.MOST_IMAGES", 6):
            self.refused(path, "more than 6 lines")

    def test_two_that_belong_together(self):
        for prefix in ("fashion-mnist_", "", "mnist_"):
            test = gzip.compress(lines(self.first[3:5]))
            test = self.write(f"{prefix}test.csv", test)
            path = self.write(f"{prefix}train.csv", lines(self.first))
            for each in (path, self.folder, test):
                self.assert_cut(each, CUT)
            test.unlink()
            for each in (path, self.folder):
                self.assert_cut(each, ALONE)
            path.unlink()
        self.write("mnist_test.csv", made.csv())
        self.refused(self.folder, "^(?!.*test.csv: ).*mnist_train.csv: no such")

    def test_kaggles_two(self):
        path = self.write("train.csv", lines(self.first, ["label", *NAMES]))
        test = self.write("test.csv", lines([row[1:] for row in self.first], NAMES))
        for each in (path, self.folder):
            self.assert_read(each)
        self.refused(test, "no labels in it")

    def test_who_is_named_is_read(self):
        self.assert_read(self.write("my_test.csv", lines(self.first)))
        for name in ("train.csv", "test.csv"):
            self.write(name, lines(self.first[3:5]))
        self.assert_read(self.write("valid.csv", lines(self.first)))

    def test_not_every_spelling_is_remembered(self):
        with mock.patch.object(table, "MOST_SPELLINGS", 5):
            spellings = table._Spellings(Budget(0, 200))
            self.assertEqual([spellings[b"%d" % n] for n in range(9)], [*range(9)])
        self.assertEqual(len(spellings), 5)

    def test_sorted_ones_are_mixed(self):
        rows = [[n // 20, *made.GREYS[0]] for n in range(200)]
        parts = reader.read(self.write("sorted.csv", lines(rows)))
        for (_, labels), few in zip(parts, (10, 8, 8)):
            self.assertGreaterEqual(len(set(labels)), few)
        self.assertEqual(parts[0][1], reader.read(self.folder)[0][1])


class Pixels(Files):
    """What numbers mean, the darkest of all tells."""

    def in_all(self, name, images, **more):
        self.reads(name + " pickle", pickle_of(images), **more)
        halves = (made.npy(images), made.npy(made.labels())) * 2
        names = ("x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy")
        self.reads(name + ".npz", made.archive(dict(zip(names, halves))), **more)

    def test_black_and_white(self):
        black = [bytes(255 * (g > 127) for g in grey) for grey in made.GREYS]
        ones = [bytes(g > 127 for g in grey) for grey in made.GREYS]
        one = b"".join(ones)
        for dtype, data in (("|u1", one), ("<i8", struct.pack(f"<{7 * 784}q", *one))):
            self.in_all(dtype, made.Ndarray((7, 784), dtype, data), greys=black)
        array = made.npy(made.Ndarray((7, 784), "|b1", one))
        names = {"X.npy": array, "y.npy": made.npy(made.labels())}
        self.reads("bool", made.archive(names), greys=black)
        rows = [[d, *grey] for d, grey in zip(made.LABELS, ones)]
        self.reads("first.csv", lines(rows), greys=black)
        self.reads("last.csv", lines([[*x, d] for d, *x in rows]), greys=black)
        path = self.write("train-images-idx3-ubyte", made.idx((7, 28, 28), one))
        self.write("train-labels-idx1-ubyte", made.idx((7,), bytes(made.LABELS)))
        images, _ = reader.read(path, test=0)[0]
        self.assertEqual([bytes(image) for image in images], black[:6])

    def test_floats(self):
        for dtype in ("<f4", ">f4", "<f8", ">f8"):
            for scale in (1, 255, 256):
                for fortran in (False, True):
                    images = made.images(dtype=dtype, scale=scale, fortran=fortran)
                    self.in_all(f"{dtype} {scale} {fortran}", images)
        self.in_all("near", made.images(scale=255.3))
        all_greys = b"".join(made.GREYS)
        between = [grey + (0.4 if grey < 255 else 0) for grey in all_greys]
        self.in_all("between", array_of(between))
        greys = [bytes(int(255 * g / 256 + 0.5) for g in x) for x in made.GREYS]
        for lower in (0x0100, 0x3F00):  # no grey level's upper half, and one that is
            nearly = [(g + lower / 2**16 * (g == 200)) / 256 for g in all_greys]
            pair = pickle_of(array_of(nearly))
            self.reads("grey but for the lower bytes", pair, greys=greys)

    def test_what_is_none_of_these(self):
        nan = made.images()
        nan.data = nan.data[:-4] + b"\0\0\xc0\x7f"
        sixteenths = bytes(g // 16 for g in b"".join(made.GREYS))
        for images, words in (
            (made.images(dtype="<f4", scale=16), "the darkest pixel is 15.9"),
            (made.images(dtype="<f4", scale=-255), "a pixel is -"),
            (made.images(dtype="<f4", scale=0.5), "a pixel is 296"),
            (array_of(sixteenths, "|u1"), "pixel is 15;"),
            (nan, "a pixel is nan"),
            (array_of(7 * 784 * [256], "<i2"), "a number is 256"),
        ):
            self.refused(self.write("bad", pickle_of(images)), words)

    def test_labels(self):
        ten = [float(k == digit) for digit in made.LABELS for k in range(10)]
        kinds = "|u1 |i1 <u2 >i2 <i4 >u4 >i8 <u8 <f8".split()
        for labels in (*(made.labels(dtype=kind) for kind in kinds), array_of(ten),
                       made.column(made.labels())):  # fmt: skip
            self.reads("labels", pickle_of(made.images(), labels))
        ten[3] = 0.0
        for labels, words in (
            (array_of(ten), "0 but for one 1"),
            (made.labels([3.5, 1, 4, 1, 5, 9, 2], "<f4"), "a label is 3.5"),
            (array_of([0] * 14, "<i8"), "one for each image"),
        ):
            self.refused(self.write("bad", pickle_of(made.images(), labels)), words)


class Arrays(Files):
    def test_dictionaries(self):
        for protocol in range(6):
            self.reads(f"{protocol}", made.pickled(made.dictionary(), protocol, 3))
        self.reads("python 2", made.pickled(made.dictionary(), 2, 2))
        x, y = made.images(), made.labels()
        for names in ("training_images training_labels test_images test_labels",
                      "X_train y_train X_test y_test",
                      "trainX trainY testX testY"):  # fmt: skip
            kept = dict(zip(names.split(), (x, y, x, y)))
            self.reads(names, made.pickled(kept, 2, 3))
        half = {"images": x, "labels": y}
        self.reads("nested", made.pickled({"train": half, "test": half}, 4, 3))
        self.reads("pairs", made.pickled({"train": (x, y), "test": [x, y]}, 4, 3))
        self.reads("alone", made.pickled({"data": x, "target": y}, 4, 3))

    def test_dictionaries_of_other_things(self):
        for value, words in (
            ({"train_img": 1}, "a dictionary without arrays of numbers.*train_img"),
            ({}, "a dictionary"),
            ({"a": made.images(), "b": made.labels()}, "the arrays in it are a, b"),
            ({(1, 2): 3}, "damaged, or not of arrays"),
        ):
            self.refused(self.write("bad", made.pickled(value, 4, 3)), words)

    def test_no_more_than_emnist_has(self):
        path = self.write("mnist.npz", made.keras())
        with mock.patch("purenet.data.reader.MOST_IMAGES", 9):
            self.assert_read(path)
        with mock.patch("purenet.data.reader.MOST_IMAGES", 8):
            self.refused(path, "more than 8 images")

    def test_a_list_of_three(self):
        for protocol, python in ((0, 2), (1, 2), (2, 2), (2, 3), (5, 3)):
            for three in ([list(pair) for pair in made.book()], list(made.book())):
                self.reads(f"list {protocol}", made.pickled(three, protocol, python))

    def test_archives_with_other_names(self):
        self.reads("other.npz", made.other_npz())
        x, y = made.images(), made.column(made.labels())
        for names in ("train_images train_labels test_images test_labels",
                      "Xtrain Ytrain Xtest Ytest", "X y", "images labels",
                      "data target", "arr_0 arr_1 arr_2 arr_3"):  # fmt: skip
            self.reads(names, npys(dict(zip(names.split(), (x, y, x, y)))))
        other = dict(zip("arr_0 arr_1 arr_2 arr_3".split(), (x, x, y, y)))
        self.refused(self.write("other", npys(other)), "one for each image")
        more = {"x_train_mean": x, "x_train": x, "y_train_names": x, "y_train": y}
        path = self.write("more", npys(more))
        self.assertEqual(reader.read(path, test=0)[0][1], made.LABELS[:6])
        three = [f"{half}_{what}" for half in ("train", "val", "test")
                 for what in ("images", "labels")]  # fmt: skip
        parts = reader.read(self.write("three.npz", npys(dict(zip(three, (x, y) * 3)))))
        self.assertEqual([len(part[1]) for part in parts], [7, 7, 7])

    def test_archives_of_other_things(self):
        x, y, four = made.images(), made.labels(), made.images()
        four.shape = (7, 28, 14, 2)
        for data, words in (
            (npys({"weights_0": x, "biases_0": y}), "a saved network, no digits"),
            (npys({"arr_0": x, "arr_1": y}), "the arrays in it are arr_0, arr_1"),
            (made.archive({"mnist_train.csv": b"5,0"}), "_train.csv.*unpack it first"),
            (npys({"x_train": four, "y_train": y}), "4 directions, 7 x 28 x 14 x 2"),
            (made.keras()[:-1], "cut short"),
            (made.keras()[:100], "cut short"),
            (made.keras().replace(b"x_train", b"y_train"), "no images to learn from"),
            (npys({"x_train": x}), "are x_train; looked for images and labels"),
            (made.archive({}, 0).replace(b"PK\5\6", b"PK\3\4"), "cut short"),
            (npys({"x_train": x, "y_train": y}), "no images to test with.*--test 0"),
        ):
            path = self.write("bad.npz", data)
            self.refused(path, words)
        self.assertEqual(reader.read(path, test=0)[0][1][0], 3)

    def test_kerass(self):
        self.write("mnist.npz", made.keras(dtype="|u1"))
        self.assert_cut(self.folder, CUT)

    def test_square_images(self):
        several = [made.images(dtype="|u1") for _ in range(3)]
        shapes = (7, 28, 28), (7, 28, 28, 1), (7, 1, 28, 28)  # Keras', PyTorch's
        for square, shape in zip(several, shapes):
            square.shape = shape
        columns = [bytes(i[at] for i in made.GREYS) for at in range(784)]
        order = [row * 28 + column for column in range(28) for row in range(28)]
        turned = made.Ndarray((7, 28, 28), "|u1", b"".join(columns[i] for i in order))
        turned.fortran = True
        names = "x_train.npy", "y_train.npy"
        for one in (*several, turned):
            for version in (1, 2):
                both = made.npy(one, version), made.npy(made.labels())
                path = self.write("square", made.archive(dict(zip(names, both))))
                self.assert_cut(path, CUT[:2], None, None, 0)

    @unittest.skipUnless(numpy, "NumPy is not installed")
    def test_files_of_numpy(self):
        grey = numpy.frombuffer(b"".join(made.GREYS), "u1").reshape(7, 28, 28)
        label = numpy.array(made.LABELS)
        for save in (numpy.savez, numpy.savez_compressed):
            path = self.folder / "mnist.npz"
            save(path, x_train=grey, y_train=label, x_test=grey[3:5], y_test=label[3:5])
            self.assert_cut(path, CUT)

    def test_arrays_in_files_of_their_own(self):
        for name, data in made.npy_files().items():
            self.write(name, data)
        for name in made.npy_files():
            self.assert_read(self.folder / name)
        alone = self.write("x.npy", made.npy(made.images()))
        self.refused(alone, "no file beside it is named for its labels")
        (self.folder / "X_test.npy").unlink()
        with self.assertRaisesRegex(DataError, "X_test.npy: no such file.*--test 0"):
            reader.read(self.folder / "X_train.npy")
        what = self.write("what.npy", made.npy(made.images()))
        self.refused(what, "its name does not say")

    def test_kmnists_archives(self):
        for half in ("train", "test"):
            for what, array in (("imgs", made.images()), ("labels", made.labels())):
                data = made.archive({"arr_0.npy": made.npy(array)})
                self.write(f"kmnist-{half}-{what}.npz", data)
        self.assert_read(self.folder)
        self.assert_read(self.folder / "kmnist-test-labels.npz")

    def test_the_courses_file(self):
        path = self.write("ex4data1.mat", matlab_files.course(count=40))
        for each in (path, self.folder):
            parts = reader.read(each)
            self.assertEqual([len(part[1]) for part in parts], [30, 5, 5])
            labels = sum((part[1] for part in parts), [])
            self.assertEqual(labels, [(n + 1) % 10 for n in range(40)])


class Published(Files):
    def idx_files(self, folder, ending=".gz", pack=gzip.compress):
        (self.folder / folder).mkdir(parents=True, exist_ok=True)
        for half, start, stop in (("train", 0, 7), ("t10k", 3, 5)):
            greys = b"".join(made.GREYS[start:stop])
            images = made.idx((stop - start, 28, 28), greys)
            labels = made.idx((stop - start,), bytes(made.LABELS[start:stop]))
            for what, data in (("images-idx3", images), ("labels-idx1", labels)):
                self.write(f"{folder}/{half}-{what}-ubyte{ending}", pack(data))
        return self.folder / folder

    def test_a_folder_or_one_of_its_files(self):
        for ending, pack in (("", bytes), (".gz", gzip.compress), (".gz", bytes)):
            folder = self.idx_files("idx", ending, pack)
            self.assert_cut(folder, CUT)
            self.assert_cut(folder / f"t10k-labels-idx1-ubyte{ending}", CUT)
        for path in folder.iterdir():  # in the other spelling
            path.rename(path.with_name(path.name.replace("-idx", ".idx")))
        self.assert_cut(folder, CUT)
        for path in folder.iterdir():
            path.unlink()
        self.refused(folder, "looked for mnist.pkl.gz, train-images-idx3-ubyte")

    def test_below_the_folder_named(self):
        for below in ("MNIST/raw", "FashionMNIST/raw"):
            self.idx_files(f"for {below}/{below}")
            self.write(f"for {below}/._mnist.npz", b"as a Mac leaves it")
            self.assert_read(self.folder / f"for {below}")
            self.assert_read(self.folder / f"for {below}" / below.split("/")[0])

    @unittest.skipUnless(LONG, "PURENET_LONG")
    def test_as_many_as_emnist_has(self):
        count, name = 240_000, "emnist-digits-train"
        labels = made.idx((count,), bytes(count))
        self.write(f"{name}-labels-idx1-ubyte", labels)
        with (self.folder / f"{name}-images-idx3-ubyte").open("wb") as file:
            file.write(made.idx((count, 28, 28), made.GREYS[0]))
            file.truncate(16 + count * 784)
        (images, labels), _, _ = reader.read(self.folder, train=5, validation=0, test=0)
        self.assertEqual((len(images), labels), (5, [0] * 5))

    def test_qmnist(self):
        for name, data in made.qmnist().items():
            self.write(name, data)
        self.assert_read(self.folder)
        self.assert_read(self.folder / "qmnist-test-labels-idx2-int")

    def test_half_of_what_belongs_together(self):
        folder = self.idx_files("half")
        for path in folder.glob("t10k*"):
            path.unlink()
        with self.assertRaisesRegex(DataError, "t10k-images-idx3-ubyte.gz.*--test 0"):
            reader.read(folder)
        self.assertEqual(reader.read(folder, test=0)[0][1], made.LABELS[:6])
        (folder / "train-labels-idx1-ubyte.gz").unlink()
        with self.assertRaisesRegex(DataError, "train-labels-idx1.*: no such file"):
            reader.read(folder, test=0)

    def test_idx_of_other_kinds(self):
        path = self.idx_files("other") / "train-images-idx3-ubyte.gz"
        floats = struct.pack(">4B3I", 0, 0, 0x0D, 3, 7, 28, 28)
        for data, words in (
            (floats + bytes(4 * 7 * 784), "type 0x0D with 3 directions"),
            (made.idx((7, 28, 28, 1), bytes(7 * 784)), "type 0x08 with 4 directions"),
            (made.idx((7, 784), bytes(7 * 784)), "type 0x08 with 2 directions"),
            (made.idx((7, 20, 20), bytes(7 * 400)), "promised; MNIST has 70,000 x 28"),
            (b"<html>", "a web page"),
            (gzip.compress(gzip.compress(b"x")), "gzipped twice"),
            # As many as EMNIST has are no reason to refuse.
            (made.idx((240_000, 28, 28), made.GREYS[0]), "cut short"),
        ):
            path.write_bytes(data)
            self.refused(path, words)
        folder = self.idx_files("labels", "", bytes)
        for data, words in (
            (made.idx((2,), b"\1"), "cut short"),
            (made.idx((2,), b"\1\2\3"), "longer"),
            (made.idx((3,), b"\1\2\3"), "3 labels for 2 images"),
            (made.idx((2**31,), b"\1\2\3"), "2,147,483,648 bytes are promised"),
            (made.idx((2,), b"\1\x0a"), "a label is 10"),
            (b"\0\0\x09\x01" + bytes(8), "type 0x09 with 1 directions"),
            (b"hello", "not an IDX file"),
        ):
            self.write("labels/t10k-labels-idx1-ubyte", data)
            self.refused(folder, words)


class Strangers(Folder):
    def test_each_is_called_by_its_name(self):
        for name, data, words in (
            ("page.pkl.gz", b"<!DOCTYPE html>\n<html></html>", "a web page"),
            ("page.csv", b"\n  <html>", "a web page"),
            ("packed.pkl.gz", gzip.compress(b"<html>"), "a web page"),
            ("lfs.csv", b"version https://git-lfs.github.com/spec/v1\n", "git lfs"),
            ("empty.pkl.gz", b"", "the file is empty"),
            ("empty.csv", b"\n \n", "the file is empty"),
            ("packed empty.gz", gzip.compress(b""), "the file is empty"),
            ("twice.gz", gzip.compress(gzip.compress(b"x")), "gzipped twice"),
            ("old.pt", b"\x80\2\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.", "PyTorch.*savez"),
            ("new.pt", made.archive({"archive/data.pkl": b"\x80\2"}), "PyTorch.*savez"),
            ("m.arff", b"@RELATION digits\n", "ARFF.*as CSV"),
            ("mnist.scale", b"5 153:3 154:18 155:18\n", "LIBSVM"),
            ("trainingimages", (b" " * 28 + b"\n") * 9 + b" +#\n" * 99, "characters"),
            ("X.txt", b"# Created by Octave 6.4.0\n# name: X\n", "Octave's text"),
            ("x.bin", b"Octave-1-L", "Octave's binary"),
            ("x.mat", b"MATLAB 7.3 MAT-file" + bytes(500), "7.3"),
            ("7.png", made.picture(made.GREYS[0]), "of the kind PNG: recognise"),
            ("9.svg", b"<svg xmlns=", "of the kind SVG"),
            ("8.tif", b"II*\0" + bytes(99), "of the kind TIFF: .* a folder"),
            ("net.json", b'{"sizes": [784, 10], ', "a saved network"),
            ("what.json", b"[1, 2]", "JSON"),
            ("mnist.h5", b"\x89HDF\r\n", "HDF5"),
            ("train.parquet", b"PAR1", "Parquet"),
            ("utf16.csv", "label,pixel0".encode("utf-16"), "UTF-16"),
            ("mnist.bz2", b"BZh91AY", "bzip2"),
        ):
            self.refused(self.write(name, data), f": .*{words}")


class PictureFolders(Folder):
    def setUp(self):
        super().setUp()
        for name, data in made.pictures().items():
            (self.folder / name).parent.mkdir(exist_ok=True)
            self.write(name, data)

    def digits(self, folder, **counts):
        return [labels for _, labels in load_data(folder, **counts)]

    def test_folders_0_to_9(self):
        self.write("1/Thumbs.db", b"x")
        self.write("1/.hidden.png", b"x")
        (self.folder / "notes").mkdir()
        self.assertEqual(sum(self.digits(self.folder), []), [0, 0, 1, 1, 2, 3])

    def test_no_folder_of_pictures_is_passed_over(self):
        """03 is 3, 11 is refused, as a label in a table is; a .heic is a picture."""
        for before, name, wrong in (
            ("3", "03", ""),
            ("0", "10", "a label is 10"),  # so few do not tell what it means
            ("10", "0", ""),
            ("2", "11", "a label is 11; labels are the digits 0 to 9"),
            ("11/a.png", "11/a.heic", "a label is 11"),
            ("11", "2", ""),  # what a picture is, its first bytes say
        ):
            (self.folder / before).rename(self.folder / name)
            if wrong:
                self.assertRaisesRegex(DataError, wrong, load_data, self.folder)
            else:
                digits = sorted(sum(self.digits(self.folder), []))
                self.assertEqual(digits, [0, 0, 1, 1, 2, 3])

    def test_as_a_zip_unpacks_them(self):
        """trainingSet/trainingSet/0/img_1.png; testSet/testSet has no digits."""
        deep = self.folder / "deep/trainingSet/trainingSet"
        flat = self.folder / "deep/testSet/testSet"
        for digit in "01":
            shutil.copytree(self.folder / digit, deep / digit)
        flat.mkdir(parents=True)
        shutil.copy(self.folder / "1/a.png", flat / "img_1.png")
        self.assertEqual(sum(self.digits(self.folder / "deep"), []), [0, 0, 1, 1])

    def test_by_their_names(self):
        names = self.folder / "names"
        names.mkdir()
        data = (self.folder / "1/a.png").read_bytes()
        for name in ("0.png", "3_anna.PNG", "7 (1).png", "7-b.png"):
            (names / name).write_bytes(data)
        self.assertEqual(sum(self.digits(names), []), [0, 3, 7, 7])
        for name in ("10.png", "anna.png", "0001.png"):
            (names / name).write_bytes(data)
            self.assertRaisesRegex(DataError, f"{name}: the ", load_data, names)
            (names / name).unlink()

    def test_a_folder_for_training_and_one_for_the_test(self):
        both = self.folder / "both"
        for half, digits in (("training", "0123"), ("testing", "12")):
            for digit in digits:
                (both / half / digit).mkdir(parents=True)
                data = (self.folder / digit / "a.png").read_bytes()
                (both / half / digit / "x.png").write_bytes(data)
        training, validation, test = self.digits(both)
        self.assertEqual((training + validation, test), ([0, 1, 2, 3], [1, 2]))

    def test_they_are_prepared_as_recognise_does(self):
        from purenet.photos import photo, reading

        (images, _), _, _ = load_data(self.folder)
        path = self.folder / "0/a.png"
        self.assertEqual(images[0], reading.digit(photo.read(path), "a"))

    def test_only_those_wanted_are_opened(self):
        told = []
        load_data(self.folder, progress=lambda *done: told.append(done))
        self.assertEqual(told, [(n, 6) for n in range(1, 7)])
        self.write("3/a.png", b"no picture")
        self.assertEqual(self.digits(self.folder, train=2, test=0)[0], [0, 0])
        with self.assertRaisesRegex(DataError, "3.a.png: ") as caught:
            load_data(self.folder)
        self.assertEqual(str(caught.exception).count("a.png"), 1)

    def test_one_that_may_not_be_opened(self):
        error = PermissionError(13, "Permission denied", "x")
        refusing = mock.patch("purenet.photos.photo.read", side_effect=error)
        with refusing, self.assertRaisesRegex(DataError, "0.a.png: Permission denied"):
            load_data(self.folder)
        self.refused(self.folder, "mnist_loader.load_data reads")  # of reader.read

    def test_files_of_digits_come_first(self):
        self.write("notes.csv", b"0/a.png,anna")
        self.assertEqual(sum(self.digits(self.folder), []), [0, 0, 1, 1, 2, 3])
        self.write("mnist.pkl", made.pickled(made.book()))
        self.assertEqual(self.digits(self.folder)[0], made.LABELS)


class BesideTheProgram(Folder):
    def test_it_is_looked_for_there_too(self):
        self.addCleanup(os.chdir, Path.cwd())
        for name in ("src", "data", "elsewhere"):
            (self.folder / name).mkdir()
        os.chdir(self.folder / "elsewhere")
        program = self.write("src/go.py", b"")
        mnist = self.write("data/mnist.pkl.gz", b"")
        os.chdir(self.folder.parent)
        with mock.patch.dict(os.environ, PURENET_MNIST=""):
            with mock.patch.object(sys, "argv", [str(program)]):
                self.assertEqual(find.find().path.resolve(), mnist.resolve())
            for argv in ([], [""], ["-c"]):
                with mock.patch.object(sys, "argv", argv):
                    self.assertNotEqual(find.find().path, mnist)
