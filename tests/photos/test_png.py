"""PNG written and read: every kind against what was put in, damage refused.

The files are built here, filter by filter; where Pillow is installed it must
see the same pixels in them.
"""

import contextlib
import io
import itertools
import random
import struct
import unittest
import zlib

from lessons.making._png import encode
from purenet.data import DataError
from purenet.photos import netpbm, photo, png
from purenet.photos.filters import brightness
from tests import LONG, have

Pillow = have("PIL.Image")


def chunk(name, content):
    crc = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def filtered(kind, row, above, step):
    """Filter a row as the specification writes it, byte by byte."""
    out = [kind]
    for i, x in enumerate(row):
        a = row[i - step] if i >= step else 0
        b = above[i]
        c = above[i - step] if i >= step else 0
        out.append((x - (0, a, b, (a + b) // 2, paeth(a, b, c))[kind]) % 256)
    return bytes(out)


def interlaced(rng, kind, depth, values, passes):
    """Return a PNG of rows of pixels, in so many passes; each is numbers."""
    width, height = len(values[0]), len(values)
    step, data = max(1, png.CHANNELS[kind] * depth // 8), b""
    for left, top, across, down in passes:
        above = None
        for row in values[top::down] if width > left else ():
            bits = "".join(
                f"{v:0{depth}b}" for pixel in row[left::across] for v in pixel
            )
            row = bytes(int(bits[k : k + 8].ljust(8, "0"), 2)
                        for k in range(0, len(bits), 8))  # fmt: skip
            data += filtered(rng.randrange(5), row, above or bytes(len(row)), step)
            above = row
    colours = chunk(b"PLTE", bytes(k % 251 for k in range(3 << depth)))
    palette = colours if kind == png.PALETTE else b""
    start = header(width, height, depth, kind, len(passes) > 1)
    return start + palette + end(zlib.compress(data))


def header(width, height, depth, kind, interlace=0):
    content = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlace)
    return png.SIGNATURE + chunk(b"IHDR", content)


def end(data):
    return chunk(b"IDAT", data) + chunk(b"IEND", b"")


def build(rng, kind, depth, width, height, filters, extra=b""):
    """Return a PNG of random pixels, a mixture of smooth and wild ones."""
    channels = png.CHANNELS[kind]
    length = (width * channels * depth + 7) // 8
    step = max(1, channels * depth // 8)
    above, data = bytes(length), b""
    for y in range(height):
        wild = rng.random() < 0.5
        row = bytes(rng.randrange(256) if wild else (x * 3 + y * 5) % 256
                    for x in range(length))  # fmt: skip
        data += filtered(rng.choice(filters), row, above, step)
        above = row
    if kind == png.PALETTE:
        colours = bytes(rng.randrange(256) for _ in range(3 << depth))
        extra = chunk(b"PLTE", colours) + extra
    packed = zlib.compress(data, rng.choice((0, 6)))
    cut = rng.randrange(len(packed) + 1)
    first = header(width, height, depth, kind)
    first += chunk(b"tEXt", b"Comment\0made by a test")
    return first + extra + chunk(b"IDAT", packed[:cut]) + end(packed[cut:])


def pixels(data):
    return seen(png.Reader(io.BytesIO(data), "test.png").rows())


def seen(rows):
    """Return the brightness of all pixels, and their opacity."""
    rows = [(light, opacity or b"\xff" * len(light)) for light, opacity in rows]
    return tuple(map(b"".join, zip(*rows)))


def by_pillow(data):
    with Pillow.open(io.BytesIO(data)) as image:
        if image.mode.startswith("I"):
            image = image.point(lambda v: v / 256).convert("L")
        levels = image.convert("RGBA").tobytes()
        return brightness(*(levels[k::4] for k in range(3))), levels[3::4]


class EveryKindTest(unittest.TestCase):
    def setUp(self):
        self.seed = random.randrange(10**6)
        self.rng = random.Random(self.seed)

    def every(self, extra=b"", kinds=tuple(png.DEPTHS)):
        sizes = [(1, 1), (7, 5), (33, 9)] + [(200, 100)] * LONG
        filters = (0,), (1,), (2,), (3,), (4,), (0, 1, 2, 3, 4)
        for kind in kinds:
            for depth, few, size in itertools.product(png.DEPTHS[kind], filters, sizes):
                with self.subTest(seed=self.seed, kind=kind, depth=depth, filters=few):
                    yield build(self.rng, kind, depth, *size, few, extra)

    @unittest.skipUnless(Pillow, "Pillow is not installed")
    def test_against_pillow(self):
        """Palettes are transparent once, too."""
        extra = chunk(b"tRNS", bytes([0, 128]))
        for data in (*self.every(), *self.every(extra, (png.PALETTE,))):
            self.assertEqual(pixels(data), by_pillow(data))

    def test_pixels_do_not_depend_on_the_filter(self):
        for kind in png.DEPTHS:
            for depth in png.DEPTHS[kind]:
                files = (build(random.Random(5), kind, depth, 19, 7, (k,) * 3)
                         for k in range(5))  # fmt: skip
                self.assertEqual(len(set(map(pixels, files))), 1, (kind, depth))

    def test_interlaced(self):
        kinds = ((kind, depth) for kind in png.DEPTHS for depth in png.DEPTHS[kind])
        sizes = [(3, 2), (17, 8)] + [(1, 1), (5, 9)] * LONG
        for kind, depth in kinds:
            numbers = range(png.CHANNELS[kind])
            for width, height in sizes:
                values = [[[self.rng.randrange(1 << depth) for _ in numbers]
                           for _ in range(width)] for _ in range(height)]  # fmt: skip
                plain = interlaced(self.rng, kind, depth, values, [(0, 0, 1, 1)])
                woven = interlaced(self.rng, kind, depth, values, png.ADAM7)
                self.assertEqual(pixels(plain), pixels(woven), (kind, depth))
                if Pillow:
                    self.assertEqual(pixels(woven), by_pillow(woven))
                self.assertRaises(DataError, pixels, woven[:-30])

    def test_the_camera_s_note_may_come_last(self):
        data = build(self.rng, png.GREY, 8, 3, 2, (0,))
        way = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
        big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x04\0\0\0\x01\0\0\0\x06"
        for note in (way, big):
            noted = data[:-12] + chunk(b"eXIf", note) + data[-12:]
            rows = photo.read_from(io.BytesIO(noted), "x.png")
            self.assertEqual((len(rows), len(rows[0])), (3, 2))

    def test_one_transparent_colour(self):
        greys = [(png.GREY, depth) for depth in png.DEPTHS[png.GREY]]
        for kind, depth in (*greys, (png.RGB, 8), (png.RGB, 16)):
            n, other = png.CHANNELS[kind], 257 if depth == 16 else 0
            values = [[[self.rng.choice((1, other)) for _ in range(n)]
                       for _ in range(19)] for _ in range(5)]  # fmt: skip
            data = interlaced(self.rng, kind, depth, values, [(0, 0, 1, 1)])
            key, at = chunk(b"tRNS", b"\0\1" * n), data.index(b"IDAT") - 4
            seen = pixels(data[:at] + key + data[at:])
            want = bytes(255 * (pixel != [1] * n) for row in values for pixel in row)
            self.assertEqual(seen, (pixels(data)[0], want), (kind, depth))

    def test_what_is_written_is_read(self):
        grey = [[self.rng.randrange(256) for _ in range(30)] for _ in range(20)]
        colours = [[(x, y, x * y) for x in range(12)] for y in range(9)]
        for rows, shown in ((grey, [[(g, g, g) for g in row] for row in grey]),
                            (colours, colours)):  # fmt: skip
            levels = map(bytes, zip(*(pixel for row in shown for pixel in row)))
            light = brightness(*levels)
            self.assertEqual(pixels(encode(rows)), (light, b"\xff" * len(light)))


class RefusedTest(unittest.TestCase):
    def setUp(self):
        self.data = build(random.Random(1), png.RGB, 8, 20, 20, (0, 4))

    def test_what_is_wrong_is_said(self):
        orders = self.data[:33] + chunk(b"\x1bc\x1bc", b"")[:-1] + b"?"
        palette = chunk(b"PLTE", bytes(27)), end(zlib.compress(b"\0\x09"))
        for words, data in (
            ("8,001 x 8,000 pixels; 64 megapixels at most", header(8001, 8000, 8, 2)),
            ("65,536 x 1 pixels", header(65536, 1, 8, 2)),
            ("and 65,535 a side", header(2**31 - 1, 2**31 - 1, 8, 2)),
            # The name of a chunk gives no orders to the terminal.
            (r"chunk '\?c\?c' fails", orders),
            *(("kind of pixels", header(4, 2, depth, kind))
              for kind, depth in ((0, 3), (2, 4), (1, 8), (3, 16), (7, 8))),
            *((words, header(4, 2, 8, 0) + end(zlib.compress(bytes(5 * rows))))
              for rows, words in ((1, "fewer"), (3, "more"), (100_000, "more"))),
            ("palette is missing", header(1, 1, 8, 3) + palette[1]),
            ("colour 9 is not in", header(1, 1, 8, 3) + b"".join(palette)),
            ("cut short", header(1, 1, 8, 0) + b"\x7f\xff\xff\xffIDAT"),
            ("filter 5", header(1, 1, 8, 0) + end(zlib.compress(b"\x05\0"))),
        ):  # fmt: skip
            self.assertRaisesRegex(DataError, f"^test.png: .*{words}", pixels, data)

    def test_cut_off_anywhere(self):
        for length in range(len(self.data)):
            self.assertRaises(DataError, pixels, self.data[:length])

    def test_any_changed_byte_is_noticed_or_harmless(self):
        rng = random.Random(2)
        whole = pixels(self.data)
        for at in range(len(self.data)):
            data = bytearray(self.data)
            data[at] ^= 1 << rng.randrange(8)
            with contextlib.suppress(DataError):
                self.assertEqual(pixels(bytes(data)), whole)


class NetpbmTest(unittest.TestCase):
    def read(self, data):
        return seen(netpbm.Reader(io.BytesIO(data), "test.pgm").rows())[0]

    def test_kinds(self):
        for data in (
            b"P5\n# a comment 9 9\n2 1\n255\n\x00\xff",
            b"P5 2 1 1 \x00\x01",
            b"P5 2 1 65535 \x00\x00\xff\xff",
            b"P6 2 1 255 \0\0\0\xff\xff\xff",
            b"P5 2 1 # and\n7 \0\x07",
        ):
            self.assertEqual(self.read(data), b"\0\xff", data)
        self.assertEqual(self.read(b"P6 1 1 255 abc"), brightness(b"a", b"b", b"c"))

    def test_refused(self):
        for data in (b"P5", b"P5 2 2", b"P5 2 2 255 a", b"P2 1 1 5 5",
                     b"P3 1 1 5 5 5 5", b"P5 1 x 5 \0", b"P5 0 1 255 ",
                     b"P5 1 1 65536 aa", b"P5 9999999999 1 255 ",
                     b"P5 65000 65000 255 ", b"P5 -1 2 255 aa"):  # fmt: skip
            self.assertRaisesRegex(DataError, "^test.pgm: ", self.read, data)
