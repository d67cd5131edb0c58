"""What purenet says is said in Chinese, too: nothing is missing from the table."""

import ast
import contextlib
import io
import os
import re
import shutil
import string
import subprocess
import sys
import tempfile
import unittest
import warnings
from pathlib import Path
from unittest import mock

from purenet import commands, demo
from purenet.console import speech, terminal
from purenet.console.chinese import TABLE
from purenet.console.programs import names_in, run_named
from tests import ROOT

# They speak through the browser, which has words of its own, or to maintainers.
OTHERS = ("web",)
SENTENCE = re.compile(r"[A-Za-z]{2,}[,:]? [a-z({]")
# No sentences: code, patterns, names in a row, strokes, and what no one sees.
NOT_SAID = re.compile(
    r"<|\^|raise |import |\n +\d|\.purenet|^python3 |^purenet |^x image|^y label"
    r"|^MNIST/raw|^feedforward forward|^makes |^the type of|^not a grey level, 0"
    r"|^Network will say|^tuple| --in | --data |^(zip|learner) |your code here|Lesson:"
    r"|\[--help\]|^null bytes|^recognise:|us \{\} |^\{\} min \{\} s$"
)
# These are put together from parts; the whole of each is in the table.
PUT_TOGETHER = {
    "{} weights, seed {}",
    "Training: {}, mini-batches of {}, eta {}",
    "After {} and {} of training: ",
    "There is no {} named {}.{} To see all: {}",
    "{} ({}). By hand, put {} into {}",
    "not a MATLAB 5 file; if it is MATLAB 4, {}",
    "a MATLAB 7.3 file, which is HDF5; {}",
    "  right of the {} {}: {} %",
    "eta {}: {}",
    "A half adder of five {}",
    "{} but {}",
}


def template(node):
    """Return the text of a string in the code, {} for what is put in; else None."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) else "{}"
            for part in node.values
        )
    return None


def strings(path):
    """Yield the strings of a module, but for its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    seen = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) and body else None
        if isinstance(first, ast.Expr):
            seen.add(id(first.value))
        if isinstance(node, ast.JoinedStr):
            seen.update(map(id, node.values))
        text = None if id(node) in seen else template(node)
        if text is not None:
            yield node.lineno, text


def known(text):
    """Whether the table has a sentence, or has it in a longer one."""
    sample = re.sub("{d?}", "7", text)
    return speech.in_chinese(sample) != sample or any(
        text.strip() in english for english in TABLE
    )


class Table(unittest.TestCase):
    def test_the_first_lines_of_commands_and_demos_are_there(self):
        for folder in ("commands", "demo"):
            for path in (ROOT / "purenet" / folder).glob("[a-z]*.py"):
                if path.name != "purenet.py":
                    entry = ast.get_docstring(ast.parse(path.read_text("utf-8")))
                    self.assertIn(entry.splitlines()[0], TABLE, path.name)

    def test_the_placeholders_agree(self):
        for english, chinese in TABLE.items():
            with self.subTest(english):
                asked = len(re.findall("{d?}", english))
                names = [
                    name
                    for _, name, _, _ in string.Formatter().parse(chinese)
                    if name is not None
                ]
                numbered = [name for name in names if name]
                self.assertIn(len(numbered), (0, len(names)), "numbers for some only")
                if numbered:
                    self.assertLess(max(map(int, numbered)), asked)
                    self.assertEqual(len(set(names)), len(names))
                else:
                    self.assertEqual(len(names), asked)

    def test_no_sentence_fits_all(self):
        for english in TABLE:
            words = re.sub("{d?}|[^A-Za-z]", "", english)
            if "{}" in english:
                self.assertGreaterEqual(len(words), 4, english)

    def test_every_sign_is_in_gbk(self):
        for chinese in TABLE.values():
            chinese.encode("gbk")

    def test_no_sentence_is_taken_for_another(self):
        for english, chinese in TABLE.items():
            with self.subTest(english):
                sample = re.sub("{d?}", "7", english)
                wanted = chinese.format(*"7777777")
                self.assertEqual(speech.in_chinese(sample), wanted)


ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}")
SOLUTION = """
    return 1 if sum(w * x for w, x in zip(weights, inputs)) > threshold else 0
"""


class FirstHour(unittest.TestCase):
    """What a Chinese reader sees, on a console that has Chinese and no block signs."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def says(self, *argv, package=commands, kind="command", **environ):
        """Run a program as on such a console, and return what it says."""
        out = io.TextIOWrapper(io.BytesIO(), encoding="gbk", newline="")
        environ = {"PURENET_LANG": "zh", **environ}
        with mock.patch.dict(os.environ, environ), contextlib.redirect_stdout(
            out
        ), contextlib.redirect_stderr(out), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a lock that is kept till the end
            with contextlib.suppress(SystemExit):
                run_named(package, kind, list(map(str, argv)))
            out.flush()
        text = out.buffer.getvalue().decode("gbk")
        self.assertNotIn("?", text)
        for line in text.splitlines():
            if line[:4] != "    ":  # a learner's own, or Python's
                self.assertNotRegex(re.sub("（.*）", "", line), ENGLISH, argv)
        return text

    def test_the_lists_fit_80_columns(self):
        for package, kind in ((commands, "command"), (demo, "demo")):
            for line in self.says(package=package, kind=kind).splitlines():
                self.assertLess(terminal.width(line), 80)

    def test_every_help(self):
        for package, kind in ((commands, "command"), (demo, "demo")):
            for name in names_in(package):
                said = self.says(name, "--help", package=package, kind=kind)
                self.assertIn("数字" if name == "demo" else "显示这段帮助", said)
                for line in said.splitlines():
                    self.assertLess(terminal.width(line), 80, line)

    def test_the_demos(self):
        for name in ("adder", "backprop", "descent", "nand", "perceptron", "sigmoid"):
            for line in self.says(name, package=demo, kind="demo").splitlines():
                self.assertLess(terminal.width(line), 81, line)

    def test_training(self):
        kept = self.folder / "run.json"
        some = ("train", "--data", "built-in", "--train", 60, "--test", 100)
        said = self.says(*some, "--epochs", 2, "--checkpoint", kept)
        self.assertIn("数据：自带的数字，学习用 60 幅，测试用 100 幅", said)
        self.assertIn("幅测试图像认对", said)
        self.assertIn("里的训练已经完成", self.says("train", "--resume", kept))
        best = ("--keep", "best", "--patience", 1, "--validation", 50)
        self.assertIn("它最好", self.says(*some, *best, "--init", "book"))
        self.assertIn("没有测试。", self.says(*some[:-1], 0, "--epochs", 1))

    def test_the_exercises(self):
        self.assertIn("45 道练习", self.says("check", "--start", "--in", self.folder))
        first = self.folder / "01_festival.py"
        begun = first.read_text(encoding="utf-8")
        self.assertIn("课程：lessons/zh/", begun)
        here = ("check", "01", "--in", self.folder)
        # The folder tells the language, whatever the machine is set to.
        self.assertIn("还没开始", self.says(*here, PURENET_LANG="en"))
        self.assertIn("提示 1 / 3", self.says(*here, "--hint"))
        raised = "    " + re.search("raise .*", begun)[0]
        for answer, verdict in (
            (SOLUTION, "：对"),
            ("    return 1", "应当得到："),
            ("    return 'one'", "还不对"),
            ("    print(0)", "把 print 改成它"),
            ("    return weights[9]", "你的代码引发了："),
            ("    return (1", "Python 说："),
            ("    return 1 if sum（weights) else 0", "请切换到英文输入法"),
            ("    exit()", "用 return 交出答案"),
        ):
            with self.subTest(answer):
                first.write_text(begun.replace(raised, answer), encoding="utf-8")
                self.assertIn(verdict, self.says(*here))
        self.assertIn("已恢复原样", self.says(*here, "--reset"))

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
        ):
            with self.subTest(argv):
                self.assertRegex(self.says(*argv), "[一-鿿]")

    def test_lang_comes_before_all_else(self):
        with mock.patch.dict(os.environ, {"PURENET_LANG": "zh"}):
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                run_named(commands, "command", ["--lang", "en"])
        self.assertIn("train a network to read digits", out.getvalue())
        self.assertIn("训练", self.says("--lang=zh", PURENET_LANG="en"))
        self.says("check", "--start", "--in", self.folder)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            here = ["check", "01", "--in", str(self.folder), "--lang", "en"]
            run_named(commands, "command", here)
        self.assertIn("01 The festival: not begun", out.getvalue())

    def test_a_pack_speaks_the_language_it_was_packed_in(self):
        file = self.folder / "purenet.pyz"
        self.says("pack", file)
        environ = {k: v for k, v in os.environ.items() if k != "PURENET_LANG"}
        said = subprocess.run(
            [sys.executable, str(file)], stdout=subprocess.PIPE, check=True,
            env={**environ, "LANG": "en_GB.UTF-8", "PYTHONIOENCODING": "utf-8"},
        ).stdout.decode("utf-8")
        self.assertIn("检查你的练习", said)

    def test_a_learners_own_lines_stay_as_they_are(self):
        for line in (
            "    x.png: no ink found", "    seven is no number",
            "right", "plain", "Saved", "x.png",
        ):
            with mock.patch.dict(os.environ, {"PURENET_LANG": "zh"}):
                out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
                speech.Spoken(out).write(line)
                speech.Spoken(out).write("x.png: no ink found")
                out.flush()
                said = out.buffer.getvalue().decode("utf-8")
                self.assertEqual(said, line + "x.png：没有找到笔迹")

    def test_a_console_without_chinese_gets_english(self):
        for encoding in ("cp1252", "big5", "ascii"):
            out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
            chinese = mock.patch.dict(os.environ, {"PURENET_LANG": "zh"})
            with chinese, contextlib.redirect_stdout(out):
                run_named(commands, "command", [])
                out.flush()
            self.assertIn(b"train a network to read digits", out.buffer.getvalue())
