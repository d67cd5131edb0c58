"""Damaged files are refused by every reader, within bounds: see tests/mutations.py.

20,000 files where the environment variable PURENET_LONG is 1, 450 otherwise.
"""

import os
import random
import subprocess
import sys
import unittest
from pathlib import Path

COUNT = 20_000 if os.environ.get("PURENET_LONG") == "1" else 450


class Mutations(unittest.TestCase):
    def test_damaged_files(self):
        seed = random.SystemRandom().randrange(10**9)
        done = subprocess.run(
            [sys.executable, "-m", "tests.mutations", str(seed), str(COUNT)],
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=1800,
        )
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr[-2000:])


if __name__ == "__main__":
    unittest.main()
