"""What Windows and macOS would say, as far as it can be asked elsewhere."""

import ast
import tempfile
import unittest
from pathlib import Path

from lessons.making.reference import nodes, tree
from tests import ROOT, python
from tests.words import spoken

SOURCES = sorted((ROOT / "purenet").rglob("*.py"))
DIGITS = ["--data", "built-in", "--train", "30", "--test", "10"]


class Version(unittest.TestCase):
    def test_a_python_too_old_is_told_in_a_sentence(self):
        old = "import sys; sys.version_info = (3, 8); import purenet"
        status, _, errors = python("-c", old)
        self.assertEqual(status, 1)
        self.assertTrue(errors.startswith("purenet needs Python 3.9"), errors)


class Files(unittest.TestCase):
    def test_folders_with_spaces_and_other_letters(self):
        words = [*DIGITS, "--epochs", "1", "--quiet"]
        with tempfile.TemporaryDirectory(prefix="über die Zahlen 数字 ") as name:
            saved, curve = Path(name, "my net.json"), Path(name, "my curve.svg")
            for more in (["--save", saved, "--curve", curve], ["--load", saved]):
                said = spoken("train", *words, *more, encoding="cp1252")
                self.assertRegex(said, "of 10 test images right")
            self.assertTrue(curve.stat().st_size)
            self.assertNotIn(b"\r", saved.read_bytes())

    def test_every_text_file_is_opened_with_its_encoding(self):
        for path in SOURCES:
            for call in calls(path):
                self.assertIsNone(problem_of(call), f"{path}, line {call.lineno}")

    def test_that_this_would_be_seen(self):
        for code in (
            "open('a')", "path.open('w')", "path.read_text()",
            "path.write_text(a, encoding='utf-8')", "path.open('w', encoding='utf-8')",
            "Popen(a, text=True)"
        ):  # fmt: skip
            self.assertIsNotNone(problem_of(ast.parse(code).body[0].value), code)
        for code in (
            "open('a', 'rb')", "path.open('x+b')", "archive.open(info)",
            "path.open('w', encoding='utf-8', newline='')", "os.open(a, b)"
        ):  # fmt: skip
            self.assertIsNone(problem_of(ast.parse(code).body[0].value), code)


def calls(path):
    return [node for node in nodes(tree(path)) if isinstance(node, ast.Call)]


def problem_of(call):
    """Return what a call leaves to the system it runs on, or None."""
    function = call.func
    name = getattr(function, "attr", getattr(function, "id", ""))
    owner = getattr(getattr(function, "value", None), "id", "")
    given = {keyword.arg for keyword in call.keywords}
    if name == "write_text":
        return "write_text writes CRLF on Windows: write bytes"
    if name == "open" and owner != "os":
        at = 1 if isinstance(function, ast.Name) else 0
        mode = call.args[at] if len(call.args) > at else ast.Constant("r")
        if not isinstance(mode, ast.Constant) or "b" in mode.value:
            return None  # binary, or something that is no file of the disk
        if "w" in mode.value and "newline" not in given:
            return "no newline is named"
    elif name not in ("read_text", "fdopen") and "text" not in given:
        return None
    return None if "encoding" in given else "no encoding is named"


# What POSIX has and Windows has not, taken away before anything is imported.
WINDOWS = """
import os, pkgutil, importlib, shutil, signal, subprocess, sys
for name in "fcntl grp pwd resource termios tty".split():
    sys.modules[name] = None
for name in "fork forkpty getuid geteuid killpg setsid getpgid".split():
    vars(os).pop(name, None)
for name in "SIGKILL SIGHUP SIGALRM SIGUSR1 alarm pause".split():
    vars(signal).pop(name, None)
import purenet
for module in pkgutil.walk_packages(purenet.__path__, "purenet."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from purenet import demo
from purenet.console.programs import run_named
sys.exit(run_named(demo, "demo", ["nand"]))
"""


class Posix(unittest.TestCase):
    def test_nothing_is_imported_that_windows_has_not(self):
        status, out, errors = python("-c", WINDOWS, encoding="cp1252")
        self.assertEqual(status, 0, errors)
        self.assertIn("NAND", out)

    def test_processes_are_spawned_never_forked(self):
        for path in SOURCES:
            text = path.read_text(encoding="utf-8")
            with self.subTest(path.name):
                self.assertNotIn("os.fork", text)
                if path.name != "workers.py":
                    self.assertNotRegex(text, "multiprocessing|ProcessPool")
                else:
                    self.assertIn('get_context("spawn")', text)
