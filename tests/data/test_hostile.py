"""No file can run anything, hang, or take the machine's memory."""

import contextlib
import copyreg
import gzip
import os
import pickle
import time
import unittest
import warnings
import zipfile

from purenet.data import DataError, reader
from tests import InAFolder, have
from tests.data import digit_files as made
from tests.data import hostile_pickles as hostile

tracemalloc = have("tracemalloc")  # PyPy lacks it

SECONDS = 10.0  # of processor time; a runaway takes minutes
BYTES = 64 << 20
NAMES = ("x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy")
EXTENSIONS = {"sing1": 0xF0, "sing2": 0xF0F0, "sing4": 0xF0F0F0}


class Hostile(InAFolder):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "mnist.pkl.gz"
        for name, code in EXTENSIONS.items():
            copyreg.add_extension(hostile.__name__, name, code)
            self.addCleanup(copyreg.remove_extension, hostile.__name__, name, code)
        hostile.SONGS.clear()
        if tracemalloc:
            tracemalloc.start()
            self.addCleanup(tracemalloc.stop)

    def test_the_canary_can_sing(self):
        """Python's own pickle runs what is refused below."""
        for name, data in hostile.SINGING.items():
            with self.subTest(name):
                hostile.SONGS.clear()
                if data.startswith(b"\x1f\x8b"):
                    data = gzip.decompress(data)
                with contextlib.suppress(Exception):
                    pickle.loads(data)
                self.assertTrue(hostile.SONGS)

    def test_all_are_refused(self):
        """None is loaded, none runs anything, none takes long or much."""
        for name, data in hostile.CASES.items():
            with self.subTest(name):
                self.path.write_bytes(data)
                self.refused(inflated(data))
                self.assertEqual(hostile.SONGS, [])

    def test_archives_that_lie(self):
        good = made.keras()
        flagged, end = bytearray(good), good.rindex(b"PK\5\6")
        flagged[6] |= 1
        flagged[good.index(b"PK\1\2") + 8] |= 1
        size = good.index(b"PK\1\2") + 24
        nested = b"{" + b"(" * 99_999
        longer = dict.fromkeys(NAMES, npy_header("(1, 784)"))
        longer = made.archive({**longer, NAMES[0]: longer[NAMES[0]] + bytes(70 << 20)})
        script = b"{'descr': __import__('os').system('sing'), }\n"
        for words, data in (
            ("are promised; at most", npz(npy_header("(9999999, 784)"))),
            ("larger than the images", npz(npy_header("(280000, 785)"))),
            ("not as NumPy writes it", npz(npy_header("(2147483648, 784)"))),
            ("not as NumPy writes it", npz(b"\x93NUMPY\1\0\x2d\0" + script)),
            ("not as NumPy writes it", npz(b"\x93NUMPY\2\0" + b"\xff" * 4 + nested)),
            ("is not NumPy's", npz(b"\x80\2" + hostile.SING + b")R.")),
            ("cut short", npz(npy_header("(60000, 784)"))),
            ("longer than its header", longer),
            ("one for each image", npz(npy_header("(7, 784)") + bytes(7 * 784))),
            ("more files than", good[: end + 12] + b"\xff\xff\1\0" + good[end + 16 :]),
            ("not a zip archive", good[:end] + b"PK\6\7" + bytes(16) + good[end:]),
            ("or it is cut short", good + bytes(100)),
            ("encrypted", bytes(flagged)),
            ("damaged", good[:size] + b"\1\0\0\0" + good[size + 4 :]),
            ("archive says", good[:size] + b"\xff\xff\xff\x7f" + good[size + 4 :]),
            ("in a way that NumPy", made.keras(compression=zipfile.ZIP_BZIP2)),
            ("in a way that NumPy", made.keras(compression=zipfile.ZIP_LZMA)),
        ):
            with self.subTest(words):
                self.path.write_bytes(data)
                self.refused(len(data), words)

    def test_tables_without_end(self):
        for words, data in (
            ("too long", b"5," + b"0" * 10_000_000),
            ("too long", hostile.padded_gzip(b"5,", 32 << 20, b"0")),
            ("too long", hostile.padded_gzip(b"label,", 32 << 20, b",")),
            ("more empty lines", hostile.padded_gzip(b"label,\n", 32 << 20, b"\n")),
            ("line 1: 2 numbers", hostile.padded_gzip(b"5,\n", 32 << 20, b"\0")),
        ):
            with self.subTest(words):
                self.path.write_bytes(data)
                self.refused(inflated(data), words)

    def test_gzipped_parts_without_end(self):
        for count, words in ((9_999, "cut short"), (200_000, "something after")):
            self.path.write_bytes(gzip.compress(b"\x80") + gzip.compress(b"") * count)
            self.refused(1, words)

    def test_headers_that_promise(self):
        self.path = self.path.with_name("train-images-idx3-ubyte")
        for shape in ((2**31, 28, 28), (280_001, 28, 28), (1, 65535, 65535), (7, 0, 0)):
            with self.subTest(shape):
                self.path.write_bytes(made.idx(shape, bytes(784)))
                self.refused(784, "promised")
        endless = made.idx((60_000, 28, 28), bytes(7840))
        self.path.write_bytes(endless)
        self.refused(7840, "cut short")
        longer = hostile.padded_gzip(made.idx((1, 28, 28), bytes(784)), 32 << 20)
        self.path.write_bytes(longer)
        self.refused(784, "longer than its header says")

    @unittest.skipUnless(hasattr(os, "mkfifo"), "no named pipes here")
    def test_a_pipe_does_not_keep_one_waiting(self):
        os.mkfifo(self.path)
        self.refused(0, "not a file")

    def refused(self, size, words=": "):
        start = time.process_time()
        if tracemalloc:
            before = tracemalloc.get_traced_memory()[0]
            tracemalloc.reset_peak()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with self.assertRaises(DataError) as caught:
                reader.read(self.path)
        self.assertRegex(str(caught.exception), words)
        self.assertLess(time.process_time() - start, SECONDS)
        if tracemalloc:
            taken = tracemalloc.get_traced_memory()[1] - before
            self.assertLess(taken, size + BYTES)
        self.assertLess(len(str(caught.exception)), 300)

    def test_they_are_many_and_distinct(self):
        self.assertGreaterEqual(len(set(hostile.CASES.values())), 60)
        self.assertEqual(len(set(hostile.CASES.values())), len(hostile.CASES))


def npy_header(shape):
    header = f"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}".encode()
    return b"\x93NUMPY\1\0" + bytes([len(header), 0]) + header


def npz(array):
    """Return an archive with the same file four times."""
    return made.archive(dict.fromkeys(NAMES, array))


def inflated(data):
    """Return how many bytes there are in a file, unpacked."""
    if data.startswith(b"\x1f\x8b"):
        return int.from_bytes(data[-4:], "little") % (1 << 30)
    return len(data)
