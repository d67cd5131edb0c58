"""MATLAB's files, written here and by SciPy; test_mutations damages them."""

import random
import struct
import time
import unittest
import zlib
from unittest import mock

from purenet.data import DataError, matlab, stream
from tests import InAFolder, have
from tests.data.matlab_files import (
    CLASSES,
    element,
    header,
    packed,
    struct_of,
    variable,
)

numpy, tracemalloc = have("numpy"), have("tracemalloc")
scipy = have("scipy.io") and have("scipy.sparse") and have("scipy")


class Files(InAFolder):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "numbers.mat"

    def read(self, data, *names):
        self.path.write_bytes(data)
        return matlab.read(self.path, *names)

    def refused(self, data, words, *names):
        with self.assertRaisesRegex(DataError, words) as caught:
            self.read(data, *names)
        self.assertTrue(str(caught.exception).startswith(str(self.path)))


class Reading(Files):
    def test_every_class_and_packing(self):
        rows = [[1, 2, 3], [4, 5, 6]]
        for typecode in CLASSES:
            plain = variable("a", rows, typecode)
            for data in (plain, packed(plain)):
                with self.subTest(typecode=typecode):
                    table = self.read(header() + data)["a"]
                    self.assertEqual(table.shape, (2, 3))
                    self.assertEqual(list(table), rows)
                    self.assertEqual(list(table.values), [1, 4, 2, 5, 3, 6])
                    kind = float if typecode in "df" else int
                    self.assertIs(type(table[0][0]), kind)

    def test_doubles_stored_as_small_numbers(self):
        """MATLAB packs whole doubles into bytes, and four of them into a tag."""
        for rows in ([[7]], [[1, 2], [3, 4]], [[1, 2, 3, 4, 5]]):
            table = self.read(header() + variable("a", rows, "d", stored="B"))["a"]
            self.assertEqual(list(table), rows)
            self.assertIs(type(table[0][0]), float)

    def test_empty_tables(self):
        for sizes in ((0, 0), (0, 3), (3, 0)):
            table = self.read(header() + variable("a", [], sizes=sizes))["a"]
            self.assertEqual(table.shape, sizes)
            self.assertEqual(list(table), [[]] * sizes[0])

    def test_only_those_wanted(self):
        text = bytearray(variable("text", [[1]]))
        text[16] = 4  # its class
        data = header() + bytes(text) + variable("a", [[1]]) + packed(bytes(text))
        for names in ((), ("a",)):
            self.assertEqual(list(self.read(data, *names)), ["a"])
        self.refused(data, "'text' is no table", "a", "text")
        words = "no variable named b in the file; it has text, a, text"
        self.refused(data, words, "a", "b")


class Refusing(Files):
    def test_other_kinds(self):
        for class_ in (1, 2, 3, 4, 5, 16, 17, 18):
            data = bytearray(variable("v", [[1]]))
            data[16] = class_
            self.refused(header() + bytes(data), "'v' is no table", "v")
        three = variable("v", [[1, 2]], sizes=(1, 1, 2))
        for data in (variable("v", [[1]], flags=0x800), three):
            self.refused(header() + data, "'v' is no table", "v")
        for sizes in ((2**31 - 1, 1), (5000, 5000), (-1, 0)):
            self.refused(header() + variable("v", [], sizes=sizes), "more or fewer")

    def test_structs_in_structs_without_end(self):
        data = variable("v", [[1]])
        for _ in range(9):
            data = struct_of("s", s=data)
        self.refused(header() + data, "the struct 's[.s]*' is not as MATLAB writes it")

    def test_what_is_spent_on_packed_variables(self):
        """What is inflated is kept, what it was packed in no more; both are work."""
        rng = random.Random(5)
        rows = [[rng.randrange(256) for _ in range(40_000)]]
        data = header() + b"".join(packed(variable(n, rows, "B")) for n in "abc")
        with mock.patch.object(stream, "MEMORY", 200_000):
            self.assertEqual(sorted(self.read(data)), ["a", "b", "c"])
            more = packed(variable("d", [rows[0] * 3], "B"))
            self.refused(data + more, "more than 200,000")
        light = packed(variable("v", [[0] * 400_000], "B"))
        with mock.patch.object(stream, "STEPS", 10_000):
            self.refused(header() + light, "more work")

    def test_other_versions(self):
        self.refused(header(text=b"MATLAB 7.3 MAT-file")[:-4], "7.3")
        self.refused(b"", "empty")
        for data in (struct.pack("<5I", 0, 1, 1, 0, 2), header(b"\1\0MI"),
                     b"label,pixel0\n" * 30):  # fmt: skip
            self.refused(data, "not a MATLAB 5 file")

    def test_what_does_not_add_up(self):
        good = variable("a", [[1, 2], [3, 4]])
        for what, data in {
            "cut short": good[:-8],
            "longer": good[:4] + struct.pack("<I", len(good)) + good[8:] + bytes(8),
            "another size": variable("a", [[1, 2], [3, 4]], sizes=(2, 3)),
            "sizes below 0": variable("a", [[1, 2], [3, 4]], sizes=(-2, -2)),
            "huge": variable("a", [[1]], sizes=(2**31 - 1, 2**31 - 1)),
            "fractions": variable("a", [[1, 2]], "B", stored="d"),
            "no variable": element(9, bytes(16)),
            "packed in packed": packed(packed(good)),
            "damaged checksum": packed(good)[:-1] + b"\0",
            "packed, cut": struct.pack("<II", 15, 20) + zlib.compress(good)[:20],
            "promises": struct.pack("<II", 14, 2**32 - 1),
        }.items():
            with self.subTest(what):
                self.refused(header() + data, "")

    def test_a_promise_takes_no_memory(self):
        """8 GB promised in 200 bytes; and 70 MB of zeros in 70 KB."""
        promise = variable("a", [[1]], sizes=(2**15, 2**15))
        tag = promise.rindex(struct.pack("<II", 9, 8))
        promise = promise[:tag] + struct.pack("<II", 9, 2**32 - 8) + promise[tag + 8 :]
        bomb = packed(variable("a", [[1]]) + bytes(70_000_000))
        for data in (promise, packed(promise), bomb):
            if tracemalloc:
                tracemalloc.start()
                self.addCleanup(tracemalloc.stop)
            started = time.process_time()
            self.refused(header() + data, "")
            self.assertLess(time.process_time() - started, 5.0)
            if tracemalloc:
                self.assertLess(tracemalloc.get_traced_memory()[1], 65 << 20)
                tracemalloc.stop()


@unittest.skipUnless(scipy, "needs SciPy")
class BesideSciPy(Files):
    def test_every_real_table_reads_equal(self):
        rng = numpy.random.default_rng(1)
        for name in "f8 f4 i1 u1 i2 u2 i4 u4 i8 u8 ?".split():
            for shape in ((3, 4), (1, 1), (0, 0), (0, 3), (1, 3), (70, 50)):
                table = (rng.normal(size=shape) * 50).astype(name)
                tables = {"a": table, "b": table.T}
                for compressed in (False, True):
                    with self.subTest(name=name, shape=shape, compressed=compressed):
                        scipy.io.savemat(self.path, tables, do_compression=compressed)
                        for which, read in matlab.read(self.path).items():
                            wanted = tables[which]
                            self.assertEqual(read.shape, wanted.shape)
                            self.assertEqual(list(read), wanted.tolist())

    def test_scipy_reads_what_is_written_here(self):
        whole = header() + packed(variable("a", [[1.5, 2.5], [3.5, 4.5]]))
        read = self.read(whole)["a"]
        self.assertEqual(list(read), scipy.io.loadmat(self.path)["a"].tolist())

    def test_everything_else_is_refused(self):
        for value in ("hello", numpy.array([1, "a"], dtype=object), {"a": 1},
                      scipy.sparse.eye(3).tocsc(), numpy.array([[1j]]),
                      numpy.zeros((2, 2, 2))):  # fmt: skip
            for compressed in (False, True):
                both = {"v": value, "a": [[1.0]]}
                scipy.io.savemat(self.path, both, do_compression=compressed)
                found = [name for name in matlab.read(self.path) if name != "v.a"]
                self.assertEqual(found, ["a"])
                with self.assertRaisesRegex(DataError, "'v' is no table"):
                    matlab.read(self.path, "v")
