"""Lessons laid out, and purenet in one file."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from purenet.classroom import desk, stubs
from purenet.classroom.exercises import all_exercises
from purenet.classroom.handout import lay_out, pack
from tests import LESSONS

# Start a file as `python3 FILE` does, and as if nothing were installed.
FIND = "import runpy, sys; sys.path.insert(0, ''); runpy.run_path(sys.argv[1])"


class Handout(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="for a class ")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_packed(self, *words):
        done = subprocess.run(
            [sys.executable, "purenet.pyz", *words],
            cwd=self.folder,
            env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def test_all_of_it_runs_from_one_file(self):
        list(pack(self.folder / "purenet.pyz"))
        status, out = self.run_packed("demo", "nand")
        self.assertEqual(status, 0, out)
        self.assertIn("python3 purenet.pyz demo adder 19 23", out)
        status, out = self.run_packed("train", "--data", "built-in", "--quiet",
                                      "--train", "50", "--test", "20", "--epochs", "1")
        self.assertEqual(status, 0, out)
        status, out = self.run_packed("lessons", "--to", "mine")
        self.assertEqual(status, 0, out)
        status, out = self.run_packed("check", "--in", "mine/exercises", "01")
        self.assertEqual(status, 1, out)
        self.assertIn("not begun", out)
        self.assertIn("python3 purenet.pyz check 01 --hint --in mine", out)

    def python(self, *words, cwd=".", **more):
        """Run this Python in a folder; return its output, all of it."""
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.folder / cwd,
            env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            **more,
        )
        return done.stdout

    def test_a_course_with_nothing_but_the_one_file(self):
        list(pack(self.folder / "purenet.pyz"))
        out = self.python("purenet.pyz", "lessons", "--no-solutions")
        self.assertIn("for `import purenet`", out)
        self.assertFalse((self.folder / "lessons" / "solutions").exists())
        self.assertEqual(self.python("-m", "doctest", "lessons/01-perceptrons.md"), "")
        code = "import purenet; print(purenet.network.Network([2, 1]))"
        self.assertEqual(self.python("-c", code), "<Network 2-1>\n")
        for command in (["purenet.pyz"], ["-m", "purenet"]):
            out = self.python(*command, "check")
            self.assertIn("0 of ", out)  # it finds the folder that `lessons` made
            self.assertIn("01 The festival: not begun", out)
        exercise = self.folder / "lessons" / "exercises" / "05_nand.py"
        for cwd, name in ((".", exercise), (exercise.parent, exercise.name)):
            out = self.python(str(name), cwd=cwd)
            self.assertEqual(
                out, "To check this file:  python3 -m purenet check 05\n"
            )
        out = self.python("-m", "purenet", "check", "05", cwd=exercise.parent)
        self.assertIn("05 A NAND gate with the bias 10: not begun", out)

    def test_exercises_beside_the_one_file(self):
        """Without the package laid out: purenet.pyz itself is found."""
        list(pack(self.folder / "purenet.pyz"))
        out = self.python("purenet.pyz", "check", "--start", "--in", "mine")
        self.assertIn("python3 purenet.pyz check --in mine", out)
        self.assertEqual(
            self.python("05_nand.py", cwd="mine"),
            "To check this file:  python3 purenet.pyz check 05 --in mine\n",
        )
        (self.folder / "purenet.pyz").rename(self.folder / "mine" / "other.pyz")
        self.assertIn("There is no purenet in a folder above",
                      self.python("-I", "-c", FIND, "05_nand.py", cwd="mine"))

    def test_a_class(self):
        """30 learners, or three: laid out, three exercises solved, gathered."""
        list(pack(self.folder / "purenet.pyz"))
        learners = 30 if os.environ.get("PURENET_LONG") else 3
        self.python("purenet.pyz", "check", "--start", "--in", "first")
        first = self.folder / "first"
        for number in range(learners):
            mine = self.folder / "class" / f"learner {number:02}"
            shutil.copytree(first, mine)
            for exercise in all_exercises()[: 3 - number % 2]:
                path = mine / exercise.file_name
                path.write_text(stubs.clean(exercise.solution), encoding="utf-8")
        shutil.make_archive(str(self.folder / "class"), "zip", self.folder / "class")
        words = ["01", "--csv", "class.csv"]
        out = self.python("purenet.pyz", "check", "--class", "class.zip", *words[1:])
        lines = out.splitlines()
        solved = [line.split()[2] for line in lines if line.startswith("learner")]
        self.assertEqual(solved, ["3" if n % 2 == 0 else "2" for n in range(learners)])
        self.assertRegex(out, r"have it +" + str(learners)[0] * 2)
        table = (self.folder / "class.csv").read_text(encoding="utf-8-sig")
        self.assertEqual(len(table.splitlines()), learners + 1)

    def test_the_same_file_each_time(self):
        for name in ("a", "b"):
            list(pack(self.folder / name))
        a, b = (self.folder / name for name in "ab")
        self.assertEqual(a.read_bytes(), b.read_bytes())

    def test_lessons_are_laid_out_and_work_is_kept(self):
        mine = self.folder / "exercises" / "01_festival.py"
        mine.parent.mkdir()
        mine.write_text("my own work", encoding="utf-8")
        lines = list(lay_out(self.folder))
        self.assertEqual(mine.read_text(encoding="utf-8"), "my own work")
        self.assertIn("1 were there already", lines[-1])
        for path in LESSONS.glob("*.md"):
            copied = self.folder / path.name
            self.assertEqual(copied.read_bytes(), path.read_bytes())

    def test_a_full_disk_leaves_no_half_of_a_lesson(self):
        full = OSError(errno.ENOSPC, "the disk is full")
        with mock.patch("os.fsync", side_effect=full):
            with self.assertRaises(OSError) as caught:
                list(lay_out(self.folder))
            with self.assertRaises(OSError):
                list(desk.start(all_exercises(), self.folder))
        self.assertEqual(Path(caught.exception.filename).suffix, ".md")
        self.assertEqual(list(self.folder.iterdir()), [])
