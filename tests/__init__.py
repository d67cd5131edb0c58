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
from pathlib import Path
from unittest import mock

from purenet.console import programs, replacing
from purenet.console.progress import Bar
from purenet.data import builtin
from purenet.runs import shipped

ROOT = Path(__file__).resolve().parent.parent
LESSONS = ROOT / "lessons"
IMAGES = LESSONS / "images"
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


class HowFar(unittest.TestSuite):
    """Tests that say how far they are: a bar on a terminal, elsewhere a line a folder.

    Where unittest was asked for more (-v) or less (-q) than its dots, that.
    """

    def run(self, result, debug=False):
        if not getattr(result, "dots", False) or "startTest" in vars(result):
            return super().run(result, debug)
        total, start, folder = self.countTestCases(), result.startTest, ""
        bar = Bar("", result.stream)
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

        result.startTest = start_and_say
        with bar:
            try:
                return super().run(result, debug)
            finally:
                del result.startTest


def load_tests(loader, tests, pattern):
    """Find the tests of all folders, as unittest asks a package to."""
    here = Path(__file__).parent
    return HowFar([loader.discover(str(here), pattern or "test*.py", str(ROOT))])
