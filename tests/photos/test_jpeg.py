"""JPEG files are read as they are: within a few grey levels, small, and in bounds."""

import io
import random
import unittest
from unittest import mock

from lessons.making._png import encode
from purenet.data import DataError
from purenet.mnist_loader import load_data
from purenet.photos import bounds, jpeg, photo, reading
from purenet.photos.upright import turned
from tests import LONG, InAFolder, have
from tests.data import worst_files as worst
from tests.data.mutations import damaged
from tests.photos import jpeg_files as made

Image = have("PIL.Image")

FILES = (made.BASELINE, made.PROGRESSIVE, made.TURNED)


def rows_of(data, pixels=10**9):
    with mock.patch.object(jpeg, "MOST_PIXELS", pixels):
        return photo.read_from(io.BytesIO(data), "me.jpg")


def difference(rows, others):
    pairs = [pair for row, other in zip(rows, others) for pair in zip(row, other)]
    return [abs(a - b) for a, b in pairs]


class Read(InAFolder):
    def test_all_kinds_show_the_same_picture(self):
        turned_picture = turned([bytes(row) for row in made.picture()], 6)
        pictures = made.picture(), made.picture(), turned_picture
        for data, picture in zip(FILES, pictures):
            rows = rows_of(data)
            self.assertEqual((len(rows), len(rows[0])), (len(picture), len(picture[0])))
            found = difference(rows, picture)
            self.assertLess(max(found), 40)  # at the stroke's edges
            self.assertLess(sum(found) / len(found), 4)

    def test_small_is_the_mean_of_what_is_large(self):
        picture = made.picture()
        for data in FILES[:2]:
            for pixels, side in ((96, 2), (24, 4), (6, 8)):
                rows = rows_of(data, pixels)
                self.assertEqual((len(rows), len(rows[0])), (16 // side, 24 // side))
                for y, row in enumerate(rows):
                    lines = picture[side * y : side * (y + 1)]
                    for x, level in enumerate(row):
                        place = slice(side * x, side * (x + 1))
                        mean = sum(sum(line[place]) for line in lines) / side**2
                        self.assertLess(abs(level - mean), 14)

    def test_eight_ways_up(self):
        ways = ("abc def", "cba fed", "fed cba", "def abc", "ad be cf", "da eb fc",
                "fc eb da", "cf be ad")  # fmt: skip
        for way, expected in enumerate(ways, 1):
            wanted = expected.encode().split()
            self.assertEqual(turned([b"abc", b"def"], way), wanted, way)

    def test_a_folder_of_them(self):
        for name in ("1_a.jpg", "1_b.jpeg", "2.png"):  # the bytes count, not the name
            (self.folder / name).write_bytes(made.BASELINE)
        (images, labels), _, _ = load_data(self.folder, validation=0, test=0)
        self.assertEqual(list(labels), [1, 1, 2])
        expected = reading.digit(photo.read_from(io.BytesIO(made.BASELINE), "x"))
        self.assertEqual(bytes(images[2]), bytes(expected))

    def test_how_far_it_is(self):
        """Told while the bits are read, and while they become pixels."""
        png = encode([[200] * 1000] * 600)
        for data, steps in ((made.BASELINE, 3), (made.PROGRESSIVE, 9), (png, 300)):
            shares = []
            photo.read_from(io.BytesIO(data), "x", shares.append)
            self.assertGreaterEqual(len(shares), steps)
            self.assertEqual(shares, sorted(shares))
            self.assertLess(shares[0], 0.7)
            self.assertLess(0.8, shares[-1])
            self.assertLess(shares[-1], 1)

    def test_others_are_named(self):
        only = "me.x: a file of the kind {}, which only"
        for start, words in (
            (b"GIF89a", only.format("GIF")),
            (b"P4 8 1 \xff", only.format("PBM")),
            (b"RIFF1234WEBPVP8 ", only.format("WebP")),
            (b"II*\0", only.format("TIFF")),
            (b"\0\0\0\x18ftypheic", only.format("HEIC")),
            (b"%PDF-1.4", "a PDF, not a picture"),
            (b"<svg xmlns=", only.format("SVG")),
            (b"\0\0\0\x1cftypavif", only.format("AVIF")),
            (b"hello", "neither JPEG, PNG"),
        ):
            with self.assertRaisesRegex(DataError, words):
                photo.read_from(io.BytesIO(start), "me.x")


class Refused(unittest.TestCase):
    def test_rare_kinds(self):
        for old, new, words in (
            (b"\xff\xc0", b"\xff\xc9", "arithmetically coded"),
            (b"\xff\xc0", b"\xff\xc3", "lossless"),
            (b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c", "12 bits"),
            (
                b"\x10\0\x18\x03\x01",
                b"\x10\0\x18\x04\x01",
                r"of 4 inks, for printing \(CMYK",
            ),
            (
                b"\0\x10\0\x18\x03",
                b"\xff\xff\xff\xff\x03",
                "65,535 pixels; 64 megapixels at most",
            ),
            (b"\0\x10\0\x18\x03", b"\0\0\0\x18\x03", "no size"),
        ):
            self.assertIn(old, made.BASELINE)
            with self.assertRaisesRegex(DataError, words):
                rows_of(made.BASELINE.replace(old, new))

    def test_cut_short_anywhere(self):
        for data in FILES:
            for length in range(3, len(data) - 3, 1 if LONG else 3):
                with self.assertRaisesRegex(DataError, r"damaged \(", msg=length):
                    rows_of(data[:length])

    def test_a_stretch_is_missing(self):
        """Restart markers are counted, and so is what lies between them."""
        at = made.BASELINE.index(b"\xff\xd0")
        for data in (made.BASELINE[:at] + b"\xff\xd9",
                     made.BASELINE.replace(b"\xff\xd0", b"\xff\xd1")):  # fmt: skip
            self.assertRaisesRegex(DataError, "cut short", rows_of, data)

    def test_which_colours(self):
        """They are told as libjpeg does: by JFIF, by Adobe's note, by their names."""
        grey = made.TURNED.replace(b"\0\1\0\6", b"\0\1\0\1")
        frame, scan = grey.index(b"\xff\xc0"), grey.index(b"\xff\xda")
        tables, data = grey[frame + 13 : scan], grey[scan + 10 : -2]
        quantization = grey[grey.index(b"\xff\xdb") : frame]
        faint = b"\xff\xdb\0\x43\1" + b"\1" * 64
        size = grey[frame + 4 : frame + 9]

        def three(names, notes, sampling=(0x11,) * 3, late=b"", scans=None, then=b""):
            """The picture as first component, and faint ones after it."""
            parts = zip(names, sampling, (0, 1, 1))
            file = b"\xff\xd8" + notes + quantization + faint + b"\xff\xc0\0\x11" + size
            file += b"\3" + b"".join(map(bytes, parts)) + late + tables
            for name in names if scans is None else scans:
                file += b"\xff\xda\0\x08\1" + bytes([name]) + b"\0\0\x3f\0" + data
                file += then
            return rows_of(file + b"\xff\xd9")

        seen = rows_of(grey)
        jfif = b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
        adobe = [b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0" + bytes([k]) for k in (0, 1)]
        for names, notes, whole in (
            (b"\1\2\3", b"", True), (b"\1\2\3", jfif, True), (b"RGB", jfif, True),
            (b"\1\2\3", jfif + adobe[0], True), (b"RGB", adobe[1], True),
            (b"RGB", b"", False), (b"\1\2\3", adobe[0], False),
        ):  # fmt: skip
            found = three(names, notes)
            self.assertEqual(found == seen, whole, (names, notes))
            share = 1 if whole else 0.299
            wanted = [[128 + share * (v - 128) for v in row] for row in seen]
            self.assertLess(max(difference(found, wanted)), 30)
        for most in (0x21, 0x12, 0x22, 0x41, 0x14, 0x44):  # 4:1:1 and all others
            self.assertEqual(three(b"\1\2\3", jfif, (most, 0x11, 0x11)), seen, most)
        with self.assertRaisesRegex(DataError, "a rare kind .with little brightness"):
            three(b"\1\2\3", jfif, (0x11, 0x12, 0x12))
        # What comes behind the frame counts, tables that come behind a scan do not.
        self.assertEqual(three(b"abc", adobe[0]), three(b"abc", b"", late=adobe[0]))
        self.assertEqual(three(b"abc", b"", then=faint.replace(b"C\1", b"C\0")), seen)
        for names, scans in (b"abc", b"bc"), (b"RGB", b"RB"), (b"abc", b""):
            with self.assertRaisesRegex(DataError, "it is cut short"):
                three(names, b"", scans=scans)
        for names, scans in (b"aac", b"ac"), (b"abc", b"d"):
            with self.assertRaisesRegex(DataError, "its parts do not fit"):
                three(names, b"", scans=scans)

    def test_bits_that_do_not_follow_each_other(self):
        begin = b"\xff\xd8" + worst.frame(8, 0xC2) + worst.table(0, [2], [0, 1])
        begin += worst.scan(0, 0, 2) + b"\x40"
        rows_of(begin + worst.scan(0, 0, 0x21) + b"\0\xff\xd9")
        with self.assertRaisesRegex(DataError, "a scan has no such numbers"):
            rows_of(begin + worst.scan(0, 0, 0x31) + b"\0\xff\xd9")

    def test_more_scans_than_any_picture_has(self):
        start = made.PROGRESSIVE.index(b"\xff\xda")
        stop = made.PROGRESSIVE.index(b"\xff", start + 2)
        many = made.PROGRESSIVE[:start] + made.PROGRESSIVE[start:stop] * 3000
        for steps, data in (400_000, many), (200, made.BASELINE):
            with mock.patch.object(bounds, "STEPS", steps):
                self.assertRaisesRegex(DataError, "more work than", rows_of, data)

    def test_a_block_is_paid_for_each_time_that_it_is_looked_at(self):
        """One bit more: of blocks without any number in a run, and of full ones."""
        side, blocks = 160, 400
        begin = b"\xff\xd8" + worst.frame(side, 0xC2)
        for symbols, known, more, steps in (
            ([0xE0, 0], b"", b"\0" * 8, 100_000),
            (
                [0, 1],
                worst.scan(1, 63, 2) + b"\xaa" * 16 * blocks,
                b"\x55" * 16 * blocks,
                10**6,
            ),
        ):
            data = begin + worst.table(0, [2], [0, 1]) + worst.table(16, [2], symbols)
            data += worst.scan(0, 0) + bytes(blocks // 4) + known
            data += (worst.scan(1, 63, 0x21 if known else 0x10) + more) * 50
            with mock.patch.object(bounds, "STEPS", steps):
                self.assertRaisesRegex(DataError, "more work than", rows_of, data)

    def test_damaged(self):
        rng = random.Random(5)
        for case in range(600 if LONG else 75):
            data = damaged(rng.choice(FILES), rng)
            try:
                photo.read_from(io.BytesIO(data), "me.jpg")
            except DataError:
                pass
            except Exception as error:
                self.fail(f"case {case}: {error!r}")


@unittest.skipUnless(Image, "needs Pillow")
class BesidePillow(unittest.TestCase):
    def test_each_kind_within_a_grey_level_or_two(self):
        rng = random.Random(1)
        for width, height in ((40, 33), (17, 9), (1, 1)):
            levels = bytes(rng.randrange(256) for _ in range(width * height * 3))
            picture = Image.frombytes("RGB", (width, height), levels)
            for mode in ("RGB", "L"):
                for options in ({"progressive": True}, {"subsampling": 0},
                                {"subsampling": 1},
                                {"subsampling": 2, "restart_marker_blocks": 2},
                                {"keep_rgb": True}, {"quality": 20}):  # fmt: skip
                    if mode == "L":
                        options.pop("subsampling", None)
                        options.pop("keep_rgb", None)
                    file = io.BytesIO()
                    picture.convert(mode).save(file, "JPEG", **options)
                    theirs = Image.open(file)
                    theirs.draft("L", theirs.size)
                    found = theirs.convert("L").tobytes()
                    ours = b"".join(rows_of(file.getvalue()))
                    self.assertLessEqual(max(difference([ours], [found])), 3)
