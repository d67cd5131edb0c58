"""One's own handwriting, from the file to the answer.

With PURENET_LONG=1: 1,000 made-up photographs of digits and 100 of rows, of
built-in and, where $PURENET_MNIST names them, of real test digits.
"""

import contextlib
import io
import os
import random
import sys
import unittest
import zlib
from functools import cache
from pathlib import Path
from unittest import mock

from lessons.making import _png as png
from lessons.making._png import encode
from purenet.commands import recognise
from purenet.console.workers import Workers
from purenet.data import DataError, builtin, reader
from purenet.data.image import Image
from purenet.network import Network
from purenet.photos import blots, ink, photo, reading
from purenet.runs import saved, shipped
from tests import LONG, InAFolder, called, denying
from tests.photos import handwriting

MNIST = os.environ.get("PURENET_MNIST")


def images_of_digits():
    """Return built-in test images, and real ones where there are any."""
    _, _, (images, _) = builtin.load(train=0, validation=0, test=500)
    images = list(images)
    if MNIST:
        _, _, (real, _) = reader.read(MNIST, train=0, validation=0, test=500)
        images = [image for pair in zip(images, real) for image in pair]
    return images


class HowWellTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.net, cls.images = shipped.load(), images_of_digits()

    def enough(self, what, share, right):
        """Of so many tries this share is right."""
        if LONG:
            print(f"{what}: {sum(right)} of {len(right)}")
        self.assertGreaterEqual(sum(right), share * len(right))

    def test_the_shipped_network_reads_the_built_in_digits(self):
        _, _, test = builtin.load(train=0, validation=0, test=1000 if LONG else 100)
        right = self.net.evaluate(zip(*test))
        self.assertGreater(right, 0.94 * len(test[0]))

    @unittest.skipUnless(LONG, "set PURENET_LONG=1")
    def test_photographs_are_read_as_the_clean_digit_is(self):
        same = []
        for seed in range(1000):
            image = self.images[seed % len(self.images)]
            picture = handwriting.one_digit(random.Random(seed), image)
            same.append(False)
            with contextlib.suppress(DataError):
                found = self.net.predict(reading.digit(picture))
                same[-1] = found == self.net.predict(image)
        self.enough("photographs read as the clean digit", 0.85, same)

    def test_rows_are_cut_into_the_right_five(self):
        right = []
        for seed in range(100 if LONG else 2):
            rng = random.Random(seed)
            images = rng.sample(self.images, 5)
            picture, places = handwriting.row_of_digits(rng, images, touching=0.05)
            found = reading.read(picture, self.net.feedforward)
            near = 0.12 * len(picture)
            ends = [(piece.left - left, piece.right - end)
                    for piece, (left, end) in zip(found, places)]  # fmt: skip
            off = max((abs(n) for pair in ends for n in pair), default=0)
            right.append(len(found) == 5 and off < near)
        self.enough("rows cut into the right five", 0.9 if LONG else 0.5, right)


class StripTest(unittest.TestCase):
    def test_two_digits_that_touch_are_cut(self):
        net = shipped.load()
        _, _, (images, labels) = builtin.load(train=0, validation=0, test=60)
        three, zero = images[labels.index(3)], images[labels.index(0)]
        row, rng = [three, zero, three], random.Random(8)
        picture, _ = handwriting.row_of_digits(rng, row, touching=1.0)
        rows = ink.ink(picture)
        found = blots.kept(blots.blots(rows), len(rows), len(rows[0]))
        self.assertLess(len(found), 3)
        pieces = reading.read(picture, net.feedforward)
        self.assertEqual([net.predict(piece.image) for piece in pieces], [3, 0, 3])

    def test_what_is_no_row_of_digits_is_soon_done_with(self):
        """A long thin line would take half a gigabyte, dots many minutes."""
        ends, blank = [255] * 900, bytes([255] * 9000)
        line = [*[blank] * 9, bytes([*ends, *[0] * 7200, *ends]), *[blank] * 9]
        self.assertLess(len(reading.read(line, lambda x: [1.0, 0.0])), 3)
        paper = bytes([255] * 4800)
        dotted = bytes([*ends, *300 * [*[0] * 3, *[255] * 7], *ends])
        dots = [*[paper] * 9, *[dotted] * 5, *[paper] * 9]
        with self.assertRaisesRegex(DataError, "dots: 300 pieces of ink"):
            reading.read(dots, None, "dots")
        with self.assertRaisesRegex(DataError, "blank: no ink found"):
            reading.read([bytes([200] * 50)] * 40, lambda x: [1.0, 0.0], "blank")


@cache
def photograph(*digits):
    """Return the rows of a photograph of a digit, or of several in a row."""
    _, _, (images, labels) = builtin.load(train=0, validation=0, test=60)
    chosen = [images[labels.index(digit)] for digit in digits]
    if len(digits) == 1:
        return handwriting.one_digit(random.Random(3), *chosen)
    return handwriting.row_of_digits(random.Random(1), chosen, touching=0.0)[0]


class CommandTest(InAFolder):
    def file(self, name, rows):
        path = self.folder / name
        path.write_bytes(encode([list(row) for row in rows]))
        return str(path)

    def run_with(self, *words):
        return called(recognise.main, *words)

    def test_a_digit(self):
        path = self.file("three.png", photograph(3))
        status, out, errors = self.run_with(path)
        self.assertEqual((status, errors), (0, ""))
        lines = out.splitlines()
        self.assertEqual(lines[0], f"{path}: what the network sees")
        self.assertEqual(len(lines), 16)
        self.assertRegex(lines[-1], r"^A 3: output [01]\.\d\d\. After it comes \d")

    def test_a_row(self):
        rows = photograph(5, 0, 4)
        status, out, errors = self.run_with(self.file("row.png", rows))
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(out.splitlines()[-1], "Read: 504")
        needless = "--strip is not needed any more: a row is seen to be one"
        _, same, _ = self.run_with("--strip", str(self.folder / "row.png"))
        self.assertEqual(same, f"{needless}\n{out}")

    def test_a_table_that_cannot_be_written_takes_no_sheet_with_it(self):
        table, sheet = str(self.folder / "a.csv"), str(self.folder / "a.svg")
        picture = self.file("three.png", photograph(3))
        words = [picture, "--csv", table, "--sheet", sheet]
        for denied, other in (("a.csv", "a.svg"), ("a.svg", "a.csv")):
            with denying(f"/{denied}$"):
                status, _, errors = self.run_with(*words)
            self.assertEqual(status, 1)
            self.assertIn("It was written to", errors)
            self.assertTrue((self.folder / other).exists())
            self.assertFalse((self.folder / denied).exists())
            (self.folder / other).unlink()

    def test_what_comes_in(self):
        data = encode([list(row) for row in photograph(3)])
        read, write = os.pipe()
        os.write(write, data)
        os.close(write)
        for given in io.BytesIO(data), os.fdopen(read, "rb"):  # a file's, a pipe's
            with given, mock.patch.object(sys, "stdin", mock.Mock(buffer=given)):
                status, out, _ = self.run_with("-")
            self.assertRegex(out.splitlines()[-1], "^A 3: ")
        with mock.patch.object(sys, "stdin", None):  # closed by who started this
            status, _, errors = self.run_with("-")
        self.assertEqual(errors, "recognise: standard input: the file is empty\n")

    def test_rows_with_dust_a_full_stop_and_a_shadow(self):
        rows = photograph(5, 0, 3)
        blank = [[rows[0][0]] * len(rows[0]) for _ in range(len(rows))]
        two = [list(row) for row in [*rows, *blank, *rows]]
        self.assertEqual(self.read(two), ["Read: 503", "Read: 503"])
        dusty = [list(row) for row in [*rows, *blank]]
        for y in range(len(rows) + 40, len(rows) + 48):
            dusty[y][60:68] = [40] * 8
        for y in range(len(rows) + 20, 2 * len(rows)):  # a shadow at the corner
            dusty[y][-40:] = [70] * 40
        self.assertEqual(self.read(dusty), ["Read: 503"])

    def test_a_word_beside_digits_is_named_and_its_digits_read(self):
        three = Image(bytes(784)), [0.0] * 3 + [0.9] + [0.0] * 6, 0, 9, 0
        found = [reading.Digit(*three, words) for words in (True, False, True, False)]
        table = str(self.folder / "t.csv")
        with mock.patch.object(reading, "read", lambda *_: found):
            path = self.file("a.png", photograph(3))
            out = self.run_with(path, "--csv", table)[1].splitlines()
        left_out = "Left out: what looks like words or blots"
        self.assertEqual(out[-3:-1], ["Read: 33", left_out])
        rows = Path(table).read_text(encoding="utf-8-sig").splitlines()[1:]
        self.assertEqual(
            [row.split(",")[1:] for row in rows],
            [["", "", left_out, "1", ""],
             ["3", "0.900", "sure", "1", "1"], ["3", "0.900", "sure", "1", "2"]],
        )  # fmt: skip

    def test_words_above_digits_are_named_and_left_out(self):
        text, digits = [[0.0] * 10], [[0.0] * 7 + [0.9] + [0.0] * 2]
        image = Image(bytes(784))
        found = [reading.Digit(image, o, 0, 9, line, line == 0)
                 for line, o in enumerate(text + digits)]  # fmt: skip
        table = str(self.folder / "t.csv")
        with mock.patch.object(reading, "read", lambda *_: found):
            path = self.file("a.png", photograph(3))
            out = self.run_with(path, "--csv", table)[1].splitlines()
        self.assertEqual(
            out[-3:-1], ["Left out: what looks like words or blots", "Read: 7"]
        )
        self.assertEqual(out[0], f"{path}: what the network sees")  # the digit alone
        rows = Path(table).read_text(encoding="utf-8-sig").splitlines()
        self.assertRegex(rows[1], "a.png,,,Left out: what looks like .*,1,$")
        self.assertRegex(rows[2], "a.png,7,0.900,sure,2,1$")
        self.assertEqual(len(rows), 3)

    def read(self, rows):
        status, out, errors = self.run_with(self.file("rows.png", rows))
        self.assertEqual((status, errors), (0, ""))
        return [line for line in out.splitlines() if line.startswith("Read")]

    def test_one_bad_file_does_not_stop_the_others(self):
        blank = self.file("blank.png", [[200] * 40] * 40)
        jpeg = self.folder / "photo.jpg"
        jpeg.write_bytes(b"\xff\xd8\xff\xe0")
        good = self.file("three.png", photograph(3))
        table, empty = self.folder / "short.csv", self.folder / "empty"
        table.write_text(f"{'0,' * 784}0\n5,5\n")
        empty.mkdir()
        (empty / "._a.png").touch()  # as a Mac leaves it
        more = self.folder / "more"
        (more / "anna").mkdir(parents=True)
        gone = ["gone.png: No such file"]
        try:
            (more / "gone.png").symlink_to("nowhere")
        except OSError:  # on Windows, say
            gone = []
        answers = str(self.folder / "t.csv")
        given = [blank, jpeg, "nowhere.png", table, empty, more, good]
        status, out, errors = self.run_with(*map(str, given), "--csv", answers)
        self.assertEqual(status, 1)
        found = Path(answers).read_text(encoding="utf-8-sig").splitlines()
        for row, words in zip(
            found[1:],
            (
                "blank.png: no ink found",
                "photo.jpg: the JPEG file is damaged",
                "nowhere.png: No such file",
                "short.csv: line 2: 2 numbers",
                "empty: a folder without pictures",
                "anna: a folder in a folder is not looked into",
                *gone,
            ),
        ):
            self.assertIn(words, errors)
            self.assertIn(words, row)
        self.assertEqual(len(found), 8 + len(gone))
        self.assertIn("A 3:", out)

    def test_a_class_of_pictures(self):
        """Many files, or a folder of them: a line each, and a table."""
        for digit in (3, 7):
            self.file(f"{digit}.png", photograph(digit))
        self.file("blank.png", [[200] * 40] * 40)
        (self.folder / "notes.txt").write_text("not a picture")
        table = str(self.folder / "class.csv")
        sheet = str(self.folder / "sheet.svg")
        self.file("row.png", photograph(5, 0, 4))
        words = [str(self.folder), "--csv", table, "--sheet", sheet]
        status, out, errors = self.run_with(*words)
        self.assertIn(f"Drawn: {sheet}", out)
        self.assertEqual(Path(sheet).read_text(encoding="utf-8").count("<text"), 5)
        self.assertEqual((status, errors.count("\n")), (1, 1), errors)
        self.assertIn("blank.png: no ink found", errors)
        lines = out.splitlines()
        self.assertRegex(lines[0], r"3\.png: A 3: output")
        self.assertRegex(lines[1], r"7\.png: A 7: output")
        self.assertRegex(lines[2], r"row\.png: Read: 504$")
        rows = Path(table).read_text(encoding="utf-8-sig").splitlines()
        self.assertEqual(rows[0], "file,digit,output,sure,line,place")
        self.assertRegex(rows[2], r"7\.png,7,[01]\.\d+,sure,1,1$")
        self.assertRegex(rows[3], r"blank\.png,,,.*blank.png: no ink found,,$")
        self.assertRegex(rows[6], r"row\.png,4,[01]\.\d+,sure,1,3$")
        words[:1] = [str(path) for path in sorted(self.folder.glob("*.png"))]
        alone = self.run_with(*words)
        for shared in (Workers, mock.Mock(side_effect=OSError)):
            shared = mock.Mock(wraps=shared)
            with (
                mock.patch.multiple(recognise, EACH=1),
                mock.patch("purenet.console.workers.Workers", shared),
                mock.patch("os.cpu_count", return_value=2),
            ):
                self.assertEqual(self.run_with(*words), alone)
                shared.assert_called_once_with(2)
        alone = str(self.folder / "row.png"), "--csv", table
        self.assertEqual(self.run_with(*alone)[0], 0)
        again = Path(table).read_text(encoding="utf-8-sig").splitlines()
        self.assertEqual(again[1:], rows[4:])
        for wrong, words in (
            (["--csv", "class.xlsx", table], "written as .csv"),
            (["--csv", "no/such/a.csv", table], "there is no folder"),
            (["--sheet", "sheet.jpg", table], "written as .svg"),
        ):
            self.assertRaisesRegex((ValueError, OSError), words, self.run_with, *wrong)

    def test_a_table_is_answered_as_kaggle_takes_it(self):
        lines, digits = [",".join(f"pixel{k}" for k in range(784))], []
        for image, digit in builtin.drawn("test", 0, 20):
            lines.append(",".join(map(str, bytes(image))))
            digits.append(digit)
        path, answers = self.folder / "test.csv", self.folder / "answers.csv"
        path.write_text("\n".join(lines))
        status, out, errors = self.run_with(str(path), "--csv", str(answers))
        self.assertEqual((status, out.count("\n"), errors), (0, 1, ""))
        head, *rows = answers.read_text(encoding="utf-8-sig").splitlines()
        wanted = [f"{k},{digit}" for k, digit in enumerate(digits, 1)]
        right = sum(row == other for row, other in zip(rows, wanted))
        self.assertEqual((head, len(rows)), ("ImageId,Label", 20))
        self.assertGreaterEqual(right, 19)
        status, out, errors = self.run_with(str(path))
        self.assertRegex(out, r"test\.csv 20: (A|Perhaps) \d")
        picture = self.file("three.png", photograph(3))
        self.run_with(picture, str(path), "--csv", str(answers))
        rows = answers.read_text(encoding="utf-8-sig").splitlines()
        self.assertEqual(rows[0], "file,digit,output,sure,line,place")
        self.assertEqual(len(rows), 22)

    @unittest.skipUnless(sys.platform == "linux", "names are bytes on Linux alone")
    def test_every_picture_has_its_row_whatever_its_name(self):
        for name in ("=1+1.png", "bad\udcff.png", "\x1b[2J\n.png"):
            (self.folder / name).write_bytes(encode([[200] * 40] * 40))
        table = self.folder / "t.csv"
        status, out, errors = self.run_with(str(self.folder), "--csv", str(table))
        self.assertEqual((status, errors.count("no ink found")), (1, 3))
        self.assertNotIn("\x1b", out + errors)
        rows = table.read_text(encoding="utf-8-sig")
        for name in ("=1+1", "bad?", "?[2J?"):
            self.assertIn(f"{name}.png,,,", rows)

    def test_white_strokes_on_a_transparent_ground(self):
        rows = photograph(3)
        seen = b"".join(
            b"\0" + b"".join(bytes([255, 255, 255, 255 - grey]) for grey in row)
            for row in rows
        )
        sizes = b"".join(n.to_bytes(4, "big") for n in (len(rows[0]), len(rows)))
        header = sizes + b"\x08\6\0\0\0"
        chunks = (b"IHDR", header), (b"IDAT", zlib.compress(seen)), (b"IEND", b"")
        path = self.folder / "canvas.png"
        data = b"".join(png._chunk(*chunk) for chunk in chunks)
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + data)
        self.assertRegex(self.run_with(str(path))[1].splitlines()[-1], "^A 3: ")

    def test_what_would_take_too_long_is_refused_before(self):
        header = b"".join(n.to_bytes(4, "big") for n in (8000, 8000)) + b"\x10\6\0\0\0"
        start = b"\x89PNG\r\n\x1a\n" + png._chunk(b"IHDR", header)
        for data, words in (
            (start + png._chunk(b"IDAT", b""), "512,000,000 bytes of pixels"),
            # A comment is not endless.
            (b"P5 " + b"# " * 10_000_000, "does not begin with its size"),
        ):
            path = self.folder / "huge"
            path.write_bytes(data)
            self.assertRaisesRegex(DataError, words, photo.read, path)

    def test_a_network_of_ones_own(self):
        path = self.file("three.png", photograph(3))
        net = str(self.folder / "net.json")
        saved.save(Network([784, 10], seed=1), net)
        self.assertEqual(self.run_with("--net", net, path)[0], 0)
        saved.save(Network([64, 10], seed=1), net)
        _, _, errors = self.run_with("--net", net, path)
        words = "three.png: images have 784 pixels, and the network 64 inputs"
        self.assertIn(words, errors)
        saved.save(Network([9, 10], seed=1), net)
        with self.assertRaisesRegex(DataError, "takes 784 inputs .* is 9-10$"):
            self.run_with("--net", net, path)
