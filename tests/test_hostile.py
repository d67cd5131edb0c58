"""No pickle can run anything, hang, or take the machine's memory."""

import contextlib
import copyreg
import gzip
import pickle
import tempfile
import time
import unittest
import warnings
from pathlib import Path

from purenet.data import DataError, reader
from tests import hostile_pickles as hostile

try:
    import tracemalloc
except ImportError:  # PyPy
    tracemalloc = None

SECONDS = 1.0
BYTES = 64 << 20
EXTENSIONS = {"sing1": 0xF0, "sing2": 0xF0F0, "sing4": 0xF0F0F0}


class Hostile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "mnist.pkl.gz"
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

    def refused(self, size):
        start = time.process_time()
        if tracemalloc:
            before = tracemalloc.get_traced_memory()[0]
            tracemalloc.reset_peak()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with self.assertRaises(DataError) as caught:
                reader.read(self.path)
        self.assertLess(time.process_time() - start, SECONDS)
        if tracemalloc:
            taken = tracemalloc.get_traced_memory()[1] - before
            self.assertLess(taken, size + BYTES)
        self.assertLess(len(str(caught.exception)), 300)

    def test_they_are_many_and_distinct(self):
        self.assertGreaterEqual(len(set(hostile.CASES.values())), 60)
        self.assertEqual(len(set(hostile.CASES.values())), len(hostile.CASES))


def inflated(data):
    """Return how many bytes there are in a file, unpacked."""
    if data.startswith(b"\x1f\x8b"):
        return int.from_bytes(data[-4:], "little") % (1 << 30)
    return len(data)


if __name__ == "__main__":
    unittest.main()
