"""What a reader sees whose language is not English: every sentence is said.

A language is made for it in which each sentence stands between « and »: nothing
here fails where a translation is missing.
"""

import ast
import inspect
import re
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest import mock

from lessons.making._said import in_exercises
from purenet import commands, demo, words
from purenet.classroom import desk, exercises, syntax
from purenet.commands import check
from purenet.console import terminal
from purenet.console.programs import names_in
from purenet.demo import nand
from purenet.words import say
from tests import InAFolder
from tests.classroom.in_this_process import in_this_process
from tests.words import a_language, spoken

ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}")
SOLUTION = """
    return 1 if sum(w * x for w, x in zip(weights, inputs)) > threshold else 0
"""
LISTS = ((commands, "command"), (demo, "demo"))
# Every demo that is over in a moment, and how it is called.
QUICK = dict.fromkeys("adder backprop descent nand pen perceptron sigmoid".split(), ())
DIGITS = "--data", "built-in", "--train", "30"
QUICK.update(darkness=DIGITS, mnist=DIGITS, weights=(*DIGITS, "--epochs", "1"))
QUICK["eta"] = QUICK["weights"]


def outside(text):
    """Return what stands between no « and »."""
    depth, found = 0, []
    for sign in text:
        depth = max(0, depth + (sign == "«") - (sign == "»"))
        found += [sign] if depth == 0 and sign != "»" else []
    return "".join(found)


class Marked(dict):
    """Pairs of all that is said, whatever it is; in it are those of exercises."""

    def get(self, template, _=None):
        number, sign, title = template.rpartition(" · ")  # of an exercise
        return template if "Lesson:" in template else f"{number}{sign}«{title}»"

    __getitem__ = get


class FirstHour(InAFolder):
    """In a language where each sentence stands between « and »."""

    def setUp(self):
        super().setUp()
        marked = Marked({each.template: "" for each in in_exercises()})
        for each in (
            a_language({}),
            mock.patch.object(words, "pairs", return_value=marked),
            mock.patch.object(exercises, "taught", lambda asked="": asked or "xx"),
            mock.patch.object(check, "taught", lambda asked="": asked or "xx"),
            mock.patch.object(desk, "exercises_folder", return_value=Path("none")),
        ):
            each.__enter__()
            self.addCleanup(each.__exit__, None, None, None)

    def says(self, *argv, package=commands, kind="command", **environ):
        """Run a program and return what it says; all of it must be said."""
        environ = {"PURENET_LANG": "xx", **environ}
        text = spoken(*argv, package=package, kind=kind, **environ)
        for line in outside(text).splitlines():
            if line[:4] != "    ":  # a learner's own, or Python's
                self.assertNotRegex(line, ENGLISH, f"{argv}: write say(...) for it")
        return text

    def test_lists_and_every_help(self):
        for package, kind in LISTS:
            self.assertIn("«", self.says(package=package, kind=kind))
            for name in names_in(package):
                self.says(name, "--help", package=package, kind=kind)

    def test_the_demos(self):
        for name in [name for name in QUICK if not QUICK[name]]:
            self.assertIn("«", self.says(name, package=demo, kind="demo"))

    def test_training(self):
        kept = self.folder / "run.json"
        some = "train --data built-in --hidden 2 --train 60 --test 100".split()
        said = self.says(*some, "--epochs", 2, "--checkpoint", kept)
        self.assertIn("«Data: «the built-in digits», 60 to learn from, 100", said)
        self.assertRegex(said, r"«Epoch 1: \d+ / 100»")
        said = self.says("train", "--resume", kept)
        self.assertIn(f"«The run in {kept} is finished.»", said)
        best = ("--keep", "best", "--patience", 1, "--validation", 50)
        self.says(*some, *best, "--init", "book")
        self.says(*some[:-1], 0, "--epochs", 1)

    @in_this_process
    def test_the_exercises(self):
        self.says("check", "--start", "--in", self.folder)
        first = self.folder / "01_festival.py"
        begun = first.read_text(encoding="utf-8")
        self.assertIn("Lesson: lessons/xx/", begun)
        here = ("check", "01", "--in", self.folder)
        # The folder tells the language, whatever the machine is set to.
        self.assertIn("«not begun»", self.says(*here, PURENET_LANG="en"))
        self.assertIn("«Hint 1 of 3: ", self.says(*here, "--hint"))
        raised = "    " + re.search("raise .*", begun)[0]
        for answer, verdict in (
            (SOLUTION, ": right»"),
            ("    return 1", "«expected:»"),
            ("    return 'not begun'", "    'not begun'\n"),  # a learner's own
            ("    print(0)", "«An answer is given by `return`"),
            ("    return weights[9]", "«your code raised:»"),
            ("    return (1", "«Python says: «"),
            ("    return 1 if sum（weights) else 0", "«Type the ( with the keyboard"),
            ("    exit()", "«A function gives its answer by return"),
        ):
            with self.subTest(answer):
                first.write_text(begun.replace(raised, answer), encoding="utf-8")
                self.assertIn(verdict, self.says(*here))
        self.says(*here, "--reset")
        self.says("check", "--list", "--in", self.folder)

    def test_errors_of_each_kind(self):
        text = self.folder / "notes.txt"
        text.write_text("no digits", encoding="utf-8")
        for argv in (
            ["octopus"], ["trian"],
            ["train", "--data", "nowhere"], ["train", "--data", text],
            ["train", "--data", self.folder], ["train", "--eta", "x"],
            ["train", "--train", 0], ["train", "--keep", "x"], ["train", "--save"],
            ["train", "--nothing"], ["train", "--load", text],
            ["train", "--save", "a.txt"], ["train", "--save", self.folder / "x/a.json"],
            ["train", "--hidden", "a"], ["train", "--data", "built-in", "--curve", "x"],
            ["recognise", text], ["recognise", "nothing.png"], ["recognise"],
            ["recognise", self.folder], ["recognise", text, "--csv", "x"],
            ["check", "99"], ["check", "01", "--in", self.folder / "none"],
            ["check", "--csv", "x"], ["check", "--hint", "--list"],
            ["pack", text], ["draw", "--port", 0], ["lessons", "--html", text],
            ["--lang", "fr"], ["train", "--lang"],
        ):  # fmt: skip
            with self.subTest(argv):
                self.assertIn("«", self.says(*argv))


@mock.patch("purenet.demo.eta.Workers", ThreadPoolExecutor)
class EachLanguage(unittest.TestCase):
    """In the languages there are, on a console that has them and no block signs."""

    def says(self, language, *argv, **how):
        encoding = words.facts(language).encoding.replace("utf-8", "cp1252")  # Windows'
        text = spoken(*argv, encoding=encoding, PURENET_LANG=language, **how)
        self.assertNotRegex(text, r"&#\d+;|\berror: ", f"{argv}")
        for line in text.splitlines():
            self.assertLess(terminal.width(line), 81, line)
        return text

    def test_what_is_said_fits_its_consoles(self):
        for language in words.languages():
            for package, kind in LISTS:
                how = {"package": package, "kind": kind}
                listed = self.says(language, **how)
                with words.speaking_in(language):
                    entry = ast.get_docstring(ast.parse(inspect.getsource(nand)))
                    self.assertEqual(say(entry)[:20] in listed, package is demo)
                begun = package.__name__.replace(".commands", "")
                for name in names_in(package):
                    helped = self.says(language, name, "--help", **how)
                    self.assertRegex(helped, rf"python3 -m {begun}[ .]{name} ")
            for name, argv in QUICK.items():
                self.says(language, name, *argv, package=demo, kind="demo")

    def test_what_python_says_of_a_file(self):
        for language in words.languages()[1:]:
            with words.speaking_in(language):
                found = syntax.in_words("'[' was never closed")
                self.assertEqual(found, say("{} was never closed", "'['"))
