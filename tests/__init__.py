"""purenet's tests, a folder a room. Run them all: python3 -m unittest"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import io
import itertools
import os
import re
import signal
import subprocess
import sys
import tempfile
import unittest
import warnings
from concurrent.futures import as_completed
from pathlib import Path
from unittest import mock
from unittest.suite import _ErrorHolder

from purenet.console import programs, replacing
from purenet.console.progress import Bar
from purenet.console.workers import Workers
from purenet.data import builtin
from purenet.runs import shipped

ROOT = Path(__file__).resolve().parent.parent
LESSONS = ROOT / "lessons"
IMAGES = LESSONS / "images"
CORES = os.cpu_count() or 1
LONG = os.environ.get("PURENET_LONG") == "1"  # what takes long too, or more of it
os.environ["PURENET_LANG"] = "en"  # whatever is spoken on this machine
sys.orig_argv = [sys.executable]
BEGUN = programs.python()  # what is printed by the Pythons that tests start
sys.orig_argv = ["python3"]
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):  # or all that is started compiles
    _compiled = tempfile.TemporaryDirectory(prefix="purenet-compiled-")
    os.environ["PYTHONPYCACHEPREFIX"] = _compiled.name

builtin._shipped = functools.cache(builtin._shipped)  # all tests read it once
shipped.load = functools.cache(shipped.load)  # nobody changes it
os.fsync = lambda file: None  # no test cuts the power: disks are not waited for
if hasattr(gc, "set_threshold"):  # PyPy has it not
    gc.set_threshold(100_000)  # what has been read in stays: look at it less often


class InAFolder(unittest.TestCase):
    """Tests with an empty folder each."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


def heed():
    """Heed signals: whoever has started us may ignore them, as scripts and nohup do."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


def heed_ctrl_c():
    """Let a worker of ours hear it: some tests send it to themselves, or to others."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])


HEED = heed if os.name == "posix" else None  # for Popen's preexec_fn


def called(main, *argv):
    """Call a program's main; return its status, its output and its errors."""
    out, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            status = main(list(argv))
        except SystemExit as end:
            status = end.code
    return status, out.getvalue(), errors.getvalue()


@contextlib.contextmanager
def denying(pattern, *, replace=True, first=0, times=1_000_000):
    """Deny to give files their names, or to write where the path is like this.

    first: what passes before; times: how often. What waits does not wait long.
    """
    name, asked = "replace" if replace else "open", itertools.count(-first)
    really = getattr(Path, name)

    def method(path, *args, **named):
        place = str(args[0] if replace else path)
        reads = "rb" in (*args, *named.values())
        if re.search(pattern, place) and not reads and 0 <= next(asked) < times:
            raise PermissionError(13, "Access is denied", place)
        return really(path, *args, **named)

    short = mock.patch.object(replacing, "PAUSES", [1e-9] * len(replacing.PAUSES))
    with mock.patch.object(Path, name, method), short:
        yield


def have(name):
    """Return a module, or None where this Python or this machine lacks it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def near(test, found, wanted, delta=1e-7):
    """Assert that numbers, or lists of lists of them, are nearly the same."""
    if isinstance(wanted, (int, float)):
        return test.assertAlmostEqual(found, wanted, delta=delta)
    found, wanted = list(found), list(wanted)
    test.assertEqual(len(found), len(wanted))
    for one, other in zip(found, wanted):
        near(test, one, other, delta)
    return None


def python(*words, folder=ROOT, encoding="utf-8", timeout=120, **environment):
    """Run a Python of its own; return its status, its output and its errors.

    It starts with the standard library alone (-S), and is quicker for it.
    """
    done = subprocess.run(
        [sys.executable, "-S", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
        | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=timeout,
    )
    said = (each.decode(encoding) for each in (done.stdout, done.stderr))
    return (done.returncode, *(each.replace("\r\n", "\n") for each in said))


class Told(unittest.TestResult):
    """What unittest tells of tests, as words that another process tells again."""

    def __init__(self):
        super().__init__()
        self.told = []

    def addSubTest(self, test, subtest, error):
        if error:
            self.addFailure(subtest, error)


def told_again(name):
    def tell(self, test, *given):
        if given and isinstance(given[0], tuple):  # an error
            text = self._exc_info_to_string(*given, test)
            given = [(AssertionError, AssertionError("\n" + text), None)]
        self.told.append((name, test.id(), given))

    return tell


for _name in """startTest stopTest addSuccess addSkip addFailure addError addDuration
        addExpectedFailure addUnexpectedSuccess""".split():
    setattr(Told, _name, told_again(_name))


def told(names):
    """Run tests; return what is told of them."""
    result = Told()
    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("default")
        unittest.defaultTestLoader.loadTestsFromNames(names).run(result)
    return result.told


class HowFar(unittest.TestSuite):
    """Tests that say how far they are: a bar on a terminal, elsewhere a line a folder.

    Where unittest was asked for more (-v) or less (-q) than its dots, that. They run
    in as many processes as there are processors, module by module.
    """

    def run(self, result, debug=False):
        if "startTest" in vars(result):
            return super().run(result, debug)
        total, start, folder = self.countTestCases(), result.startTest, ""
        bar = Bar("", result.stream) if getattr(result, "dots", False) else None
        if bar:
            result.dots = not bar.shown

        def start_and_say(test):
            nonlocal folder
            bad = len(result.failures) + len(result.errors)
            bar.label = f"{result.testsRun} of {total}" + f", {bad} failed" * (bad > 0)
            bar(result.testsRun, total)
            if result.dots and folder != test.id().split(".")[1]:
                folder = test.id().split(".")[1]
                result.stream.write(f"\n{folder}, {result.testsRun} of {total} done ")
            start(test)

        result.startTest = start_and_say if bar else start
        with bar or contextlib.nullcontext():
            try:
                alone = debug or result.buffer or result.tb_locals  # -b, --locals
                if CORES < 2 or alone or sys.gettrace() or not sys.__stdout__:
                    return super().run(result, debug)
                return self.shared_out(result)
            finally:
                del result.startTest

    def shared_out(self, result):
        tests, modules = {test.id(): test for test in tests_in(self)}, {}
        for id, test in tests.items():
            modules.setdefault(type(test).__module__, []).append(id)
        for id in modules.pop("unittest.loader", ()):  # what cannot be imported
            tests[id].run(result)
        with Workers(CORES + 1, heed_ctrl_c) as workers:  # some only wait
            asked = {workers.submit(told, names): names for names in modules.values()}
            for done in as_completed(asked):
                if done.cancelled():
                    continue
                if died := done.exception():
                    lost = [names[0].rpartition(".")[0] for names in asked.values()]
                    holder = _ErrorHolder("not told of: " + ", ".join(lost))
                    result.addError(holder, (type(died), died, None))
                    break
                for name, id, given in done.result():
                    getattr(result, name)(tests.get(id) or _ErrorHolder(id), *given)
                ids = {id for _, id, _ in done.result()}
                if not any(id.startswith("setUp") for id in ids):  # of class or module
                    for id in {*asked[done]} - ids:
                        lost = AssertionError("nothing was told of it")
                        result.addError(tests[id], (AssertionError, lost, None))
                del asked[done]
                if result.shouldStop:
                    for each in asked:
                        each.cancel()
        return result


def tests_in(suite):
    for each in suite:
        yield from tests_in(each) if isinstance(each, unittest.TestSuite) else [each]


def load_tests(loader, tests, pattern, here=ROOT / "tests"):
    """Find the tests of all folders, as unittest asks a package to."""
    top = str(here.parent)
    return HowFar([loader.discover(str(here), pattern or "test*.py", top)])
