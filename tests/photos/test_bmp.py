"""BMP files of every usual kind, and PNG files that lie on their side."""

import io
import random
import struct
import unittest
import zlib

from purenet.data import DataError
from purenet.photos import photo
from purenet.photos.bmp import Reader
from purenet.pictures.png import encode
from tests.data.mutations import damaged

try:
    from PIL import Image
except ImportError:
    Image = None

GREYS = [[(7 * x + 31 * y) % 256 for x in range(13)] for y in range(9)]


def bmp(rows, bits, down=False):
    """Write grey rows as a BMP file of so many bits a pixel."""
    palette, packed = b"", []
    if bits <= 8:
        levels = [255 * k // ((1 << bits) - 1) for k in range(1 << bits)]
        palette = b"".join(bytes([v, v, v, 0]) for v in levels)
    for row in rows:
        if bits <= 8:
            digits = "".join(f"{v >> (8 - bits):0{bits}b}" for v in row)
            digits = digits.ljust(-(-len(digits) // 8) * 8, "0")
            data = bytes(int(digits[k : k + 8], 2) for k in range(0, len(digits), 8))
        else:
            data = b"".join(bytes([v] * 3 + [0] * (bits // 8 - 3)) for v in row)
        packed.append(data + bytes(-len(data) % 4))
    height = -len(rows) if down else len(rows)
    start = 54 + len(palette)
    head = struct.pack("<IiiHH", 40, len(rows[0]), height, 1, bits) + bytes(24)
    pixels = b"".join(packed if down else packed[::-1])
    size = start + len(pixels)
    return b"BM" + struct.pack("<IHHI", size, 0, 0, start) + head + palette + pixels


class Bmp(unittest.TestCase):
    def test_every_kind(self):
        for bits in (1, 4, 8, 24, 32):
            for down in (False, True):
                with self.subTest(bits=bits, down=down):
                    read = photo.read_from(io.BytesIO(bmp(GREYS, bits, down)), "me.bmp")
                    lost = (1 << max(0, 8 - bits)) - 1
                    for row, greys in zip(read, GREYS):
                        for a, b in zip(row, greys):
                            self.assertLessEqual(abs(a - b), max(lost, 1))
                    self.assertEqual((len(read), len(read[0])), (9, 13))

    def test_refused_in_a_sentence(self):
        good = bmp(GREYS, 24)
        for data, words in (
            (good[:30], "ends too early"),
            (good[:-1], "ends too early"),
            (good[:30] + b"\1" + good[31:], "a rare kind of BMP file: save it as PNG"),
            (good[:28] + b"\x10" + good[29:], "a rare kind of BMP file"),
            (good[:18] + bytes(4) + good[22:], "0 x 9 pixels"),
            (good[:18] + b"\xff\xff\xff\x7f" + good[22:], "pixels"),
        ):
            with self.subTest(words), self.assertRaisesRegex(DataError, words):
                list(Reader(io.BytesIO(data), "me.bmp").rows())

    def test_damaged_files(self):
        rng = random.Random(20261127)
        for number in range(600):
            data = damaged(bmp(GREYS, rng.choice((1, 4, 8, 24, 32))), rng)
            try:
                photo.read_from(io.BytesIO(data), "me.bmp")
            except DataError:
                continue
            except Exception as error:
                raise AssertionError(f"file {number}: {error!r}") from error

    @unittest.skipUnless(Image, "Pillow is not installed")
    def test_as_pillow_writes_them(self):
        grey = Image.new("L", (13, 9))
        grey.putdata([v for row in GREYS for v in row])
        for mode in ("1", "L", "P", "RGB", "RGBA"):
            with self.subTest(mode):
                image = grey.convert(mode)
                file = io.BytesIO()
                image.save(file, "BMP")
                file.seek(0)
                read = photo.read_from(file, "me.bmp")
                wanted = image.convert("RGB").convert("L").tobytes()
                for a, b in zip(b"".join(read), wanted):
                    self.assertLessEqual(abs(a - b), 2)


class Sideways(unittest.TestCase):
    def test_a_png_that_says_which_way_is_up(self):
        data = encode(GREYS)
        note = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
        chunk = b"eXIf" + note
        check = struct.pack(">I", zlib.crc32(chunk))
        turned = data[:33] + struct.pack(">I", len(note)) + chunk + check + data[33:]
        read = photo.read_from(io.BytesIO(turned), "turned.png")
        for row, column in zip(read, zip(*GREYS[::-1])):
            self.assertEqual(len(row), len(column))
            self.assertLessEqual(max(abs(a - b) for a, b in zip(row, column)), 1)
