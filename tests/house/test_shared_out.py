"""How the tests run: shared out, ended at a failure where asked to, nothing lost."""

import functools
import io
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import tests
from tests import InAFolder

PACKAGE = """
import functools, pathlib, tests
load_tests = functools.partial(tests.load_tests, here=pathlib.Path(__file__).parent)
"""
MODULE = """
import multiprocessing, os, time, unittest

class One(unittest.TestCase):
    def test_0(self):
        time.sleep(0.03)
        {}

    def test_1(self):
        pass
"""
FAILS = "self.fail('as it should')"
LOST = "pass\n    def run(self, result): '1' in self.id() or super().run(result)"
DIES = "multiprocessing.parent_process() and os._exit(3)"


@unittest.skipIf(sys.gettrace(), "nothing is shared out then")
class SharedOut(InAFolder):
    def ran(self, name, modules, *words, pool=lambda *_: ThreadPoolExecutor(1)):
        """Run a package of such modules; return how many ran, and what was said."""
        package = self.folder / name
        package.mkdir()
        (package / "__init__.py").write_text(PACKAGE)
        for number, does in enumerate(modules):
            (package / f"test_{number}.py").write_text(MODULE.format(does))
        said, runner = io.StringIO(), unittest.TextTestRunner
        begin = {"__init__": functools.partialmethod(runner.__init__, said)}
        here = mock.patch.object(sys, "path", [str(self.folder), *sys.path])
        pools = mock.patch.multiple(tests, Workers=pool, CORES=2)
        with here, pools, mock.patch.dict(sys.modules):
            result = unittest.main(
                module=None,
                argv=["unittest", *words, name],
                exit=False,
                testLoader=unittest.TestLoader(),
                testRunner=type("Runner", (runner,), begin),
            ).result
        return result.testsRun, said.getvalue()

    def test_all_run_and_each_failure_and_loss_is_told(self):
        count, said = self.ran("all", ["pass", FAILS, LOST])
        self.assertEqual(count, 5)
        self.assertRegex(said, r"(?s)test_1 \(all.test_2.*nothing was told of it")
        self.assertRegex(said, r"(?s)test_0 \(all.test_1.*as it should")
        self.assertIn("FAILED (failures=1, errors=1)", said)

    def test_at_a_failure_it_ends_where_it_is_asked_to(self):
        count, said = self.ran("ends", [FAILS, *["pass"] * 20], "-f")
        self.assertLess(count, 42)
        self.assertIn("FAILED (failures=1)", said)

    def test_those_of_a_pattern_run(self):
        count, said = self.ran("some", ["pass", FAILS], "-k", "One.test_1")
        self.assertEqual((count, said[-3:]), (2, "OK\n"))

    def test_a_worker_that_dies_ends_it_and_what_was_told_is_shown(self):
        one = tests.Workers
        modules = [FAILS, DIES, "pass"]
        _, said = self.ran("dies", modules, pool=lambda _, begin: one(1, begin))
        self.assertRegex(said, r"(?s)not told of: dies.test_1.One, dies.test_2.One")
        self.assertIn("FAILED (failures=1, errors=1)", said)
