"""Damaged files are refused by every reader, within bounds: see tests/mutations.py.

20,000 files where the environment variable PURENET_LONG is 1, 50 otherwise.
"""

import importlib
import inspect
import pkgutil
import random
from unittest import mock

from purenet import data
from tests import LONG, InAFolder, python
from tests.data import mutations

COUNT = 20_000 if LONG else 50


class Mutations(InAFolder):
    def test_damaged_files(self):
        seed = random.SystemRandom().randrange(10**9)
        words = "-m", "tests.data.mutations", str(seed), str(COUNT)
        status, out, errors = python(*words, timeout=1800)
        self.assertEqual(status, 0, out + errors[-2000:])

    def test_every_reader_is_tried(self):
        """A module of purenet.data that reads files opens some of those damaged."""
        asked = {}
        for found in pkgutil.iter_modules(data.__path__, "purenet.data."):
            module = importlib.import_module(found.name)
            read = getattr(module, "read", None)
            first = next(iter(inspect.signature(read).parameters)) if read else ""
            if first in ("stream", "path", "folder"):
                patch = mock.patch.object(module, "read", wraps=read)
                asked[found.name] = patch.start()
                self.addCleanup(patch.stop)
        self.assertGreater(len(asked), 6)
        path = self.folder / "file"
        for name, (genuine, open_) in mutations.KINDS.items():
            with self.subTest(name):
                path.write_bytes(genuine)
                open_(path)
        for name, read in asked.items():
            with self.subTest(name):
                self.assertTrue(read.called, "not in tests/mutations.py")
