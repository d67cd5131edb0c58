"""The worst files of each kind cost no more than README says: see worst_files.py.

A third of them, a twentieth as large as they can be, where PURENET_LONG is 1; else some
of one kind, smaller, and no JPEG files, which take seconds however small they are. At
full size: python3 -m tests.data.worst_files 1 jpeg, or another kind.
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
        tried, share = (0.3, 0.05) if LONG else (0.1, 0.02)
        found = worst_files.search(
            self.folder, share, kinds, lambda: rng.random() > tried
        )
        for name, seconds, megabytes, said, wrong in found:
            with self.subTest(name, seed=seed):
                self.assertFalse(wrong, (seconds, megabytes, said))

    @unittest.skipUnless(LONG, "files of 440 MB")
    def test_numpys_own_of_eight_bytes_a_number(self):
        path = self.folder / "mnist.pkl"
        worst_files.protocol_5(path, kind="<f8")
        _, megabytes, said = worst_files.measured("digits", path)
        self.assertEqual(said, "read")
        self.assertLess(megabytes, 260)
