"""Images that are dark, on their sides, or labelled otherwise, are put right."""

import struct
import warnings

from purenet import mnist_loader
from purenet.commands import recognise, train
from purenet.data import DataError, builtin, reader
from tests import InAFolder, called
from tests.data import digit_files as made
from tests.data.matlab_files import header, packed, struct_of, variable

DIGITS = [(bytes(image), digit) for image, digit in builtin.drawn("train", 0, 150)]
GREYS, LABELS = map(list, zip(*DIGITS))


def transposed(grey):
    return b"".join(grey[k::28] for k in range(28))


def mirrored(grey):
    return b"".join(grey[k : k + 28][::-1] for k in range(0, 784, 28))


def upside_down(grey):
    return mirrored(grey[::-1])


def negative(grey):
    return bytes(255 - level for level in grey)


def archive(images):
    """Return an archive of these and the labels."""
    both = {"x.npy": made.npy(images), "y.npy": made.npy(made.labels(LABELS))}
    return made.archive(both)


class Reading(InAFolder):
    def read(self, name, data):
        """Return the images and labels that are read, and what is said of them."""
        path = self.folder / name
        path.write_bytes(data)
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            (images, labels), _, _ = reader.read(path, validation=0, test=0)
        words = " ".join(str(w.message) for w in said)
        return [bytes(i) for i in images], labels, words

    def put_right(self, name, data, words, labels=LABELS):
        with self.subTest(name):
            images, found, said = self.read(name, data)
            count = len(images)
            self.assertTrue(count and count == len(found))
            wrong = sum(a != b for a, b in zip(images, GREYS))
            self.assertEqual((wrong, found), (0, labels[:count]))
            self.assertRegex(said, f"^{words}" if words else "^$")


class Gate(Reading):
    def table(self, *ways, greys=GREYS, labels=LABELS):
        rows = []
        for grey, label in zip(greys, labels):
            for way in ways:
                grey = way(grey)
            rows.append(",".join(map(str, [label, *grey])))
        return "\n".join(rows).encode()

    def test_all_ways_to_lie_on_either_paper(self):
        upright, lying, dark = "", ".*not stand upright", ".*paper was dark"
        quarter = mirrored, transposed
        for name, words, ways in (
            ("emnist-digits-train.csv", upright, ()),
            ("train.csv", lying, [transposed]), ("left", lying, quarter),
            ("right", lying, quarter[::-1]), ("mirrored", lying, [mirrored]),
            ("half a turn", lying, [upside_down, mirrored]),
            ("upside down", lying, [upside_down]), ("negative", dark, [negative]),
            ("both", dark + lying, [negative, transposed]),
        ):  # fmt: skip
            self.put_right(name, self.table(*ways), words)

    def test_arrays(self):
        dark = list(map(negative, GREYS))
        for kind in ({}, {"scale": 255}, {"dtype": "|u1"}, {"fortran": True}):
            images = made.images(dark, **kind)
            data = archive(images)
            self.put_right("dark.npz", data, ".*paper was dark")

    def test_labels_from_1_to_10(self):
        for words, labels in (
            (".*10 was taken as the digit 0", [d or 10 for d in LABELS]),
            (".*taken as the digits 0 to 9", [d + 1 for d in LABELS]),
        ):
            self.put_right("ten.csv", self.table(labels=labels), words)
        with self.assertRaisesRegex(DataError, "a label is 10"):
            self.read("few", b"\n".join(self.table(labels=[10]).splitlines()[:3]))

    def test_some_on_dark_paper(self):
        odd = iter(range(1000))
        data = self.table(lambda grey: negative(grey) if next(odd) % 2 else grey)
        with self.assertRaisesRegex(DataError, "5.% have dark paper|4.% have dark"):
            self.read("mixed", data)

    def test_what_is_dark_to_the_edge_has_no_paper(self):
        full = [bytes([255]) * 784] * 3
        images, _, said = self.read("full", self.table(greys=full))
        self.assertEqual((images, said), (full, ""))

    def test_few_images_are_left_as_they_lie(self):
        rows = self.table(transposed).splitlines()[:20]
        images, _, said = self.read("few", b"\n".join(rows))
        self.assertEqual((images[0], said), (transposed(GREYS[0]), ""))


class Small(Reading):
    """Images of 8 x 8 and 16 x 16 pixels, as scikit-learn, semeion, USPS have them."""

    def shrunk(self, grey, side):
        """The 20 x 20 in the middle, by the pixel in the middle of each."""
        at = [4 + (2 * k + 1) * 10 // side for k in range(side)]
        return bytes(grey[28 * y + x] for y in at for x in at)

    def lines(self, side, pixel, label, sign=","):
        rows = ([pixel(g) for g in self.shrunk(grey, side)] for grey in GREYS)
        rows = [label(row, digit) for row, digit in zip(rows, LABELS)]
        return "\n".join(sign.join(map(str, row)) for row in rows).encode()

    def test_are_read_as_they_are(self):
        def last(row, digit):
            return [*row, digit]

        def ten(row, digit):
            return [*row, *(int(k == digit) for k in range(10))]

        def first(row, digit):
            return [f"{digit:.4f}", *(f"{n:.4f}" for n in row)]

        sixteen = [bytes(g // 16 for g in self.shrunk(grey, 8)) for grey in GREYS]
        numbers = struct.pack("<9600d", *b"".join(sixteen))
        floats = made.Ndarray((150, 8, 8), "<f8", numbers)
        sideways = [bytes(g for k in range(8) for g in grey[k::8]) for grey in sixteen]
        turned = made.Ndarray((150, 64), "|u1", b"".join(sideways))
        for name, side, data, words in (
            ("optdigits.tra", 8, self.lines(8, lambda g: g // 16, last), ""),
            ("semeion.data", 16, self.lines(16, lambda g: g // 128, ten, " "), ""),
            ("zip.train", 16, self.lines(16, lambda g: g / 127.5 - 1, first, " "), ""),
            ("grey.csv", 16, self.lines(16, int, last), ""),
            ("digits.npz", 8, archive(floats), ""),
            ("side.npz", 8, archive(turned), "turned"),
        ):
            with self.subTest(name):
                images, found, said = self.read(name, data)
                self.assertEqual(found, LABELS[: len(found)])
                self.assertRegex(said, f"{words}$" if words else "^$")
                for image, grey in zip(images, GREYS):
                    small = self.shrunk(grey, side)
                    off = max(abs(a - b) for a, b in zip(image, small))
                    self.assertLess(off, 128 if name == "semeion.data" else 17)
        unlabelled = self.lines(8, lambda g: g // 16, lambda row, digit: row)
        (self.folder / "rows").write_bytes(unlabelled)
        self.assertEqual(len(mnist_loader.load_images(self.folder / "rows")[0]), 64)
        for name, wrong, words in (
            ("-1.csv", self.lines(8, lambda g: -1, last), "'-1' is not a grey level"),
            ("32.csv", self.lines(32, int, last), "line 1: 1025 numbers"),
        ):
            self.assertRaisesRegex(DataError, words, self.read, name, wrong)

    def test_the_network_has_as_many_inputs(self):
        data, net = self.folder / "optdigits.tra", self.folder / "net.json"
        data.write_bytes(self.lines(8, lambda g: g // 16, lambda row, d: [*row, d]))
        words = ["--data", str(data), "--epochs", "1", "--engine", "plain"]
        status, out, _ = called(train.main, *words, "--save", str(net))
        self.assertEqual(status, 0)
        self.assertRegex(out, r"\(Images of 8 x 8 pixels.*\nNetwork: 64-30-10")
        status, out, _ = called(train.main, *words, "--load", str(net))
        self.assertRegex(out, "Network: 64-30-10, starting from")
        status, out, _ = called(recognise.main, str(data), "--net", str(net))
        self.assertEqual((status, out.count("\n")), (0, 150))
        picture = self.folder / "a.png"
        picture.write_bytes(made.picture(GREYS[0]))
        for wrong in ([str(picture), "--net", str(net)], [str(data)]):
            status, _, errors = called(recognise.main, *wrong)
            self.assertEqual(status, 1)
            words_ = r"have \d+ pixels, and the network \d+ inputs"
            self.assertRegex(errors, words_)
        with self.assertRaisesRegex(ValueError, "784 numbers, and the network 64 inp"):
            words = "--data built-in --train 20 --load".split()
            called(train.main, *words, str(net))


class Unlabelled(InAFolder):
    """Images to be read, without labels, as Kaggle's test.csv has them."""

    def test_tables_and_arrays(self):
        rows = b"".join(b"%s\n" % ",".join(map(str, grey)).encode() for grey in GREYS)
        head = ",".join(f"pixel{k}" for k in range(784)).encode() + b"\n"
        labelled = b"".join(b"3," + row + b"\n" for row in rows.splitlines())
        images = made.npy(made.images(GREYS))
        dark = made.images(list(map(negative, GREYS)), "|u1")
        raw = made.idx((150, 28, 28), b"".join(GREYS))
        for name, data, words in (
            ("test.csv", head + rows, ""), ("rows", rows, ""),
            ("labelled.csv", labelled, ""), ("t10k-images-idx3-ubyte", raw, ""),
            ("x.npy", images, ""), ("one.npz", made.archive({"arr_0.npy": images}), ""),
            ("test.npz", made.archive({"x.npy": images, "id.npy": images}), ""),
            ("dark.npy", made.npy(dark), "the paper was dark"),
        ):  # fmt: skip
            path = self.folder / name
            path.write_bytes(data)
            with self.subTest(name), warnings.catch_warnings(record=True) as said:
                warnings.simplefilter("always")
                found = mnist_loader.load_images(path)
                wrong = sum(bytes(a) != b for a, b in zip(found, GREYS))
                self.assertEqual((len(found), wrong), (150, 0))
                self.assertIn(words, "".join(str(w.message) for w in said))
                self.assertEqual(len(said), bool(words))
        two = made.archive({"x.npy": images, "x_test.npy": images})
        for data, words in (
            (two, "the arrays in it are x, x_test; of images there must be one"),
            (b"GIF89a", "not images in a table"),
            (rows + b"1,2", "line 151: 2 numbers"),
            (b"\x80\x02", "not images in a table"),
        ):
            path.write_bytes(data)
            self.assertRaisesRegex(DataError, words, mnist_loader.load_images, path)


class Matlab(Reading):
    """Files as people have them: of Roweis, of MLPACK's kind, of NIST."""

    def test_whatever_the_names(self):
        rows, columns = list(map(list, GREYS)), [[label] for label in LABELS]
        sideways = [list(transposed(grey)) for grey in GREYS]
        one_hot = [[int(k == label) for k in range(10)] for label in LABELS]
        half = struct_of(
            "",
            images=variable("", sideways, "B"),
            labels=variable("", columns, "B"),
            writers=variable("", columns, "H"),
        )
        for name, words, variables in (
            ("mnist-original", "", [("data", [*zip(*rows)], "B"), ("label", [LABELS])]),
            ("anything", "", [("fea", rows), ("gnd", columns)]),
            ("mnist_uint8", "", [("train_x", rows, "B"), ("train_y", one_hot, "B")]),
        ):
            parts = (packed(variable(*each)) for each in variables)
            self.put_right(f"{name}.mat", header() + b"".join(parts), words)
        emnist = packed(struct_of("dataset", train=half, test=half))
        self.put_right("emnist-digits.mat", header() + emnist, ".*not stand upright")
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            reader.read(self.folder / "emnist-digits.mat")
        self.assertEqual(len(said), 1)  # of both halves

    def test_a_table_for_each_digit(self):
        for each, *kind in ((1, "B"), (1 / 256,)):
            of = {d: [[p * each for p in g] for g, one in DIGITS if one == d]
                  for d in range(10)}  # fmt: skip
            parts = (variable(f"train{d}", of[d], *kind) for d in of)
            images, labels, _ = self.read("mnist_all.mat", header() + b"".join(parts))
            self.assertEqual(len(labels), 108)  # the rest is to test
            self.assertLessEqual(set(zip(images, labels)), set(DIGITS))
