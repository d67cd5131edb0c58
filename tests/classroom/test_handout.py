"""Lessons laid out, and purenet in one file."""

import errno
import itertools
import marshal
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from importlib.machinery import SourceFileLoader
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from unittest import mock

from purenet import words
from purenet.classroom import desk, exercises, stubs
from purenet.classroom.exercises import all_exercises
from purenet.classroom.handout import lay_out, pack
from tests import BEGUN, LESSONS, LONG, ROOT, InAFolder, python

# Start a file as `python3 FILE` does, and as if nothing were installed.
FIND = "import runpy, sys; sys.path.insert(0, ''); runpy.run_path(sys.argv[1])"


def quicken(file):
    """Put what Python makes of a packed program into it, once for all its starts."""
    with zipfile.ZipFile(file, "a") as archive:
        for name in archive.namelist():
            path = ROOT / name
            same = path.is_file() and archive.read(name) == path.read_bytes()
            if same and path.suffix == ".py":
                code = SourceFileLoader(name, str(path)).get_code(name)
                start = MAGIC_NUMBER + b"\1\0\0\0" + bytes(8)  # whatever the date
                archive.writestr(f"{name}c", start + marshal.dumps(code))


class Handout(InAFolder):
    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(place.cleanup)
        cls.packed = Path(place.name, "purenet.pyz")
        list(pack(cls.packed))
        cls.quick = shutil.copy(cls.packed, Path(place.name, "quick.pyz"))
        quicken(cls.quick)

    def setUp(self):
        super().setUp()
        self.folder = self.folder / "for a class"
        self.folder.mkdir()
        shutil.copy(self.quick, self.folder / "purenet.pyz")

    def python(self, *words, cwd=".", status=0):
        """Run this Python in a folder, with nothing but what lies there."""
        got, *said = python(*words, folder=self.folder / cwd, PYTHONPATH="")
        self.assertEqual(got, status, said)
        return "".join(said)

    def test_all_of_it_runs_from_one_file(self):
        few = "--train 20 --test 10 --epochs 1 --hidden 0 --quiet".split()
        self.python("purenet.pyz", "train", "--data", "built-in", *few)
        # Without the package laid out purenet.pyz itself is found.
        out = self.python("purenet.pyz", "check", "--start", "--in", "mine")
        self.assertIn(f"{BEGUN} purenet.pyz check --in mine", out)
        out = self.python("purenet.pyz", "check", "--in", "mine", "01", status=1)
        self.assertIn("not begun", out)
        self.assertIn(f"{BEGUN} purenet.pyz check 01 --hint --in mine", out)
        out = self.python("05_nand.py", cwd="mine", status=1)
        self.assertIn("05 A NAND gate with the bias 10: not begun", out)
        (self.folder / "mine").rename(self.folder.parent / "elsewhere")
        words = "-m", "purenet", "check", "01"
        self.assertNotIn("--in", self.python(*words, cwd="../elsewhere", status=1))
        (self.folder.parent / "elsewhere").rename(self.folder / "mine")
        (self.folder / "purenet.pyz").rename(self.folder / "mine" / "other.pyz")
        out = self.python("-I", "-c", FIND, "05_nand.py", cwd="mine", status=1)
        self.assertIn("No folder above this one has a purenet", out)

    @unittest.skipUnless(LONG, "PURENET_LONG")
    def test_a_course_with_nothing_but_the_one_file(self):
        out = self.python("purenet.pyz", "lessons", "--no-solutions")
        self.assertIn("is left out, but --solution shows them", out)
        self.assertIn("for `import purenet`", out)
        self.assertFalse((self.folder / "lessons" / "solutions").exists())
        self.assertEqual(self.python("-m", "doctest", "lessons/01-perceptrons.md"), "")
        out = self.python("purenet.pyz", "check", status=1)
        self.assertIn("0 of ", out)  # it finds the folder that `lessons` made
        self.assertIn("01 The festival: not begun", out)
        exercise = self.folder / "lessons" / "exercises" / "05_nand.py"
        for cwd, name in ((".", exercise), (exercise.parent, exercise.name)):
            out = self.python(str(name), cwd=cwd, status=1)
            self.assertIn("05 A NAND gate with the bias 10: not begun", out)
            self.assertIn(f"{BEGUN} -m purenet check 05 --hint\n", out)
        out = self.python("-m", "purenet", "check", "05", cwd=exercise.parent, status=1)
        self.assertIn("05 A NAND gate with the bias 10: not begun", out)

    def test_a_double_click_opens_the_lessons(self):
        """There is no terminal then, and a file manager stands where it likes."""
        home = {"PYTHONPATH": "", "HOME": str(self.folder), "BROWSER": "true"}
        with subprocess.Popen(
            [sys.executable, "-u", self.folder / "purenet.pyz"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, **home},
            encoding="utf-8",  # and lines that end as anywhere
        ) as process:
            ends = "Ctrl-C ends it.\n"
            out = "".join(itertools.takewhile(ends.__ne__, process.stdout))
            process.terminate()
        self.assertRegex(out, "http://127.0.0.1:[0-9]+/.*/lessons/\n$")
        self.assertTrue((self.folder / "lessons" / "exercises").is_dir())

    def test_nothing_of_the_teachers_own_is_handed_out(self):
        """Where a teacher has worked, the same comes of it as from a fresh copy."""
        lessons = self.folder / "teacher"
        shutil.copytree(LESSONS, lessons, ignore=shutil.ignore_patterns("making"))
        for place in (lessons / "exercises", lessons / "zh" / "exercises"):
            (place / "05_nand.py").write_text("my own answer")
            for name in (".asked.json", "05_nand.py.kept1", "notes.txt"):
                (place / name).write_text("{}")
        with mock.patch.object(exercises, "_CHECKOUT", lessons):
            list(pack(self.folder / "again"))
            list(lay_out(self.folder / "out", solutions=False))
        again = (self.folder / "again").read_bytes()
        self.assertEqual(self.packed.read_bytes(), again)
        for path in (self.folder / "out").rglob("*.*"):
            there = LESSONS / path.relative_to(self.folder / "out")
            self.assertEqual(path.read_bytes(), there.read_bytes(), path)

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
        place = self.folder / "lessons"
        place.mkdir()
        with mock.patch("os.fsync", side_effect=full):
            with self.assertRaises(OSError) as caught:
                list(lay_out(place))
            self.assertRaises(OSError, list, desk.start(all_exercises(), place))
        self.assertIn(".md cannot be written: the disk is full", str(caught.exception))
        self.assertEqual(list(place.iterdir()), [])


class Pack(InAFolder):
    @unittest.skipUnless(LONG, "PURENET_LONG")
    def test_without_solutions_there_are_none(self):
        """In no form, and all the same right answers are right, and wrong ones not."""
        file = self.folder / "purenet.pyz"
        list(pack(file, solutions=False))
        with zipfile.ZipFile(file) as whole:
            texts = {name: whole.read(name) for name in whole.namelist()}
        said = b"\n".join(
            text for name, text in texts.items() if "lessons/0" not in name
        )
        self.assertFalse([name for name in texts if name.endswith(".pyc")])
        for each in all_exercises():
            _, *blocks = each.solution.split("# --- your code\n")
            for block in blocks:
                lines = block.split("# ---")[0].rstrip()
                if len(lines.strip()) > 30:  # sigmoid's formula is elsewhere, too
                    self.assertNotIn(lines.encode(), said, each.name)
            handed_out = texts[f"purenet/lessons/solutions/{each.file_name}"].decode()
            self.assertEqual(stubs.stub(handed_out), stubs.stub(each.solution))
        quicken(file)
        for name, answer in (("ann", stubs.clean), ("bo", stubs.stub)):
            (self.folder / "class" / name).mkdir(parents=True)
            for each in all_exercises() if LONG else all_exercises()[::6]:
                path = self.folder / "class" / name / each.file_name
                path.write_text(answer(each.solution), encoding="utf-8")
        got, out, _ = python(str(file), "check", "--class", "class", folder=self.folder)
        self.assertEqual(got, 0)
        tried = len(list(self.folder.glob("class/ann/*")))
        self.assertRegex(out, f"(?m)^ann +{tried} [+ ]+$")
        self.assertRegex(out, r"(?m)^bo +0 [. ]+$")
        python(str(file), "lessons", folder=self.folder)
        self.assertFalse((self.folder / "lessons" / "solutions").exists())
        for _ in range(2):
            words = str(file), "check", "05", "--solution"
            _, out, _ = python(*words, folder=self.folder)
            self.assertIn("handed out without solutions", out)

    def test_it_speaks_the_language_it_was_packed_in(self):
        environ = {k: v for k, v in os.environ.items() if k != "PURENET_LANG"}
        environ = {**environ, "LANG": "en_GB.UTF-8", "PYTHONIOENCODING": "utf-8"}
        for language in words.languages() if LONG else words.languages()[1:]:
            with self.subTest(language):
                file = self.folder / "purenet.pyz"
                with mock.patch.dict(os.environ, {"PURENET_LANG": language}):
                    list(pack(file))
                command = [sys.executable, file, "--help"]
                out = subprocess.check_output(command, env=environ)
                entry = "get MNIST, 70,000 digits, from its public mirrors"
                with words.speaking_in(language):
                    self.assertIn(words.say(entry), out.decode("utf-8"))
