"""Lessons laid out, and purenet in one file."""

import errno
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from purenet.classroom import desk
from purenet.classroom.exercises import all_exercises
from purenet.classroom.handout import lay_out, pack

LESSONS = Path(__file__).resolve().parent.parent / "lessons"


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


if __name__ == "__main__":
    unittest.main()
