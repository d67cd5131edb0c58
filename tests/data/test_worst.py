"""The worst files of each kind cost no more than README says: see worst_files.py.

All of them, as large as they can be, where PURENET_LONG is 1; else some of one
kind, small, and no JPEG files, which take seconds however small they are.
"""

import random
import unittest

from tests import LONG, InAFolder
from tests.data import worst_files


class Worst(InAFolder):
    def test_each_costs_no_more_than_is_promised(self):
        seed = random.randrange(10**6)
        rng = random.Random(seed)
        few = [rng.choice(("net", "digits", "picture"))]
        kinds = worst_files.KINDS if LONG else few
        skip = (lambda: False) if LONG else (lambda: rng.random() > 0.1)
        found = worst_files.search(self.folder, 1 if LONG else 0.02, kinds, skip)
        for name, seconds, megabytes, said, wrong in found:
            with self.subTest(name, seed=seed):
                self.assertFalse(wrong, (seconds, megabytes, said))

    @unittest.skipUnless(LONG, "files of 440 MB")
    def test_numpys_own_of_eight_bytes_a_number(self):
        for kind in ("<f8", "<i8", "<f4"):
            path = self.folder / "mnist.pkl"
            worst_files.protocol_5(path, kind=kind)
            _, megabytes, said = worst_files.measured("digits", path)
            self.assertEqual(said, "read")
            self.assertLess(megabytes, 260)
