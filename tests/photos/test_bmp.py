"""BMP files, each kind built from its pixels; Pillow must see the same in them."""

import io
import random
import struct
import unittest

from purenet.data import DataError
from purenet.photos import bmp, photo
from purenet.photos.filters import brightness
from tests import have

Pillow = have("PIL.Image")


def built(bits, rows, *, header=40, upwards=True, alpha=0):
    """Return a BMP file of rows of numbers: of a palette, or blue, green, red …"""
    width, high, small = len(rows[0]), len(rows), bits < 24
    data = b""
    for row in rows[::-1] if upwards else rows:
        if small:
            text = "".join(f"{v:0{bits}b}" for v in row)
            text = text.ljust(-(-len(text) // 32) * 32, "0")
            data += int(text, 2).to_bytes(len(text) // 8, "big")
        else:
            line = bytes(v for pixel in row for v in pixel)
            data += line + bytes(-len(line) % 4)
    masks = struct.pack("<4I", 0xFF0000, 0xFF00, 0xFF, alpha) if header > 40 else b""
    palette = bytes(k * 7 % 256 for k in range(4 << bits)) if small else b""
    first = 14 + header + len(palette)
    sizes = (header, width, high if upwards else -high, 1, bits, 3 if masks else 0)
    head = struct.pack("<IiiHHI", *sizes) + bytes(20) + masks
    start = b"BM" + struct.pack("<III", first + len(data), 0, first)
    return start + head.ljust(header, b"\0") + palette + data


def pixels(rng, bits, width=13, height=5):
    if bits < 24:
        return [[rng.randrange(1 << bits) for _ in range(width)] for _ in range(height)]
    return [[rng.randbytes(bits // 8) for _ in range(width)] for _ in range(height)]


class BmpTest(unittest.TestCase):
    def test_every_kind_is_read(self):
        rng = random.Random(1)
        for bits in (1, 4, 8, 24, 32):
            for upwards in (True, False):
                rows = pixels(rng, bits)
                palette = [[*(k * 7 % 256 for k in range(4 * n, 4 * n + 3))]
                           for n in range(256)]  # fmt: skip
                want = [[[*(palette[p] if bits < 24 else p)][2::-1] for p in row]
                        for row in rows]  # fmt: skip
                data = built(bits, rows, upwards=upwards)
                read = bmp.Reader(io.BytesIO(data), "x").rows()
                light = [brightness(*map(bytes, zip(*row))) for row in want]
                self.assertEqual([row for row, _ in read], light)
                if Pillow:
                    seen = Pillow.open(io.BytesIO(data)).convert("RGB").tobytes()
                    seen = brightness(*(seen[k::3] for k in range(3)))
                    self.assertEqual(seen, b"".join(light))

    def test_opacity_counts_where_the_header_says_so(self):
        rows = [[bytes((0, 0, 0, 255)), bytes((0, 0, 0, 0)), bytes((0, 0, 0, 51))]]
        for header, alpha, want in ((40, 0, [0, 0, 0]), (124, 0, [0, 0, 0]),
                                    (124, 0xFF000000, [0, 255, 204])):  # fmt: skip
            data = built(32, rows, header=header, alpha=alpha)
            read = photo.read_from(io.BytesIO(data), "x")
            self.assertEqual([*read[0]], want, header)

    def test_rare_and_damaged_ones_are_refused(self):
        data = built(24, pixels(random.Random(2), 24))
        for k in range(2, len(data)):
            with self.assertRaisesRegex(DataError, "cut short|neither JPEG|empty"):
                photo.read_from(io.BytesIO(data[:k]), "x")
        old = data[:14] + struct.pack("<IHHHH", 12, 1, 1, 1, 24) + bytes(4)
        with self.assertRaisesRegex(DataError, "rare kind"):  # of OS/2, 30 bytes
            photo.read_from(io.BytesIO(old), "x")
        for place, what, words in (
            (28, b"\x10", "rare kind"),
            (30, b"\1", "rare kind"),
            (14, b"\x0c", "rare kind"),
            (18, b"\0\0\0\0", "it has no size"),
            (10, b"\x35", "its parts do not fit"),
            (18, b"\xff\xff\xff\xff", "it has no size"),
            (18, b"\xff\xff\xff\x7f", "65,535 a side"),
            (22, b"\0\0\0\x80", "65,535 a side"),
        ):
            bad = data[:place] + what + data[place + len(what) :]
            with self.assertRaisesRegex(DataError, words):
                photo.read_from(io.BytesIO(bad), "x")
