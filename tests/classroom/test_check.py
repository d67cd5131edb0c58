"""`python3 -m purenet check`: what a learner is told, and a class's table."""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import zipfile
from pathlib import Path
from unittest import mock

from purenet.classroom import desk, gradebook, handed_in, report, stubs
from purenet.classroom.exercises import (
    Exercise,
    all_exercises,
    exercises_folder,
    find,
    solutions_folder,
)
from purenet.classroom.judging import judge
from purenet.classroom.verdict import Verdict
from purenet.commands import check
from purenet.console import spreadsheet, terminal
from purenet.console.programs import program, quoted, typed
from purenet.words import prefer, speaking
from tests import LONG, ROOT, InAFolder, called
from tests.classroom.in_this_process import in_this_process
from tests.data.digit_files import archive

SOLUTION = '''"""{number} · An exercise

Lesson: lessons/01-perceptrons.md
"""


def double(x):
    """Return twice x.

    >>> seven = double(3) + 1
    >>> double(seven)
    14
    >>> double("a")
    'aa'
    """
    # --- your code
    return 2 * x
    # --- end


# Hint: Twice.
# Hint: 2 * x.
'''

INTO_ALL_FILES = """import os, contextlib
for file in range(3, 9):
    with contextlib.suppress(OSError):
        os.write(file, {})
double = 1"""
RIGHT = "def double(x): return 2 * x"
ODD = """class Odd:
    def __add__(self, other): return 7
    def __repr__(self): raise ValueError('no')
def double(x): return Odd()"""


def exercise(number):
    return Exercise(f"{number:02}_double", SOLUTION.format(number=f"{number:02}"))


class Folder(InAFolder):
    """Tests with a learner's folder, whose name is not an easy one."""

    def setUp(self):
        super().setUp()
        self.folder = self.folder / "王 小明 (class 1)"
        self.folder.mkdir()

    def write(self, exercise, code):
        path = self.folder / exercise.file_name
        path.write_bytes(code.encode("utf-8") if isinstance(code, str) else code)

    def judged(self, codes):
        """Judge files with these codes; return each verdict, and what is said."""
        files = {exercise(number): code for number, code in enumerate(codes)}
        for each, code in files.items():
            self.write(each, code)
        verdicts = list(judge(list(files), self.folder, seconds=30))
        self.assertEqual([v.name for v in verdicts], [e.name for e in files])
        return [
            (verdict, "\n".join(report.failure(each, verdict, "file.py")))
            for each, verdict in zip(files, verdicts)
        ]

    def write_start(self):
        for each in FIRST[:3]:
            self.write(each, each.solution)
        for each in FIRST[3:]:
            self.write(each, stubs.stub(each.solution))

    def run_check(self, *arguments, status):
        got, out, _ = called(check.main, *arguments, "--in", str(self.folder))
        self.assertEqual(got, status, out)
        return out


class Judging(Folder):
    """Whatever a file does, it gets its verdict, and the next one is tried."""

    # The code, the state, what the verdict says, and the line it points to.
    FILES = [
        (RIGHT, "right", "", 0),
        ("def double(x):\n    return 3 * x", "wrong", "30", 1),
        ("def double(x):\n    return x +", "syntax", "", 2),
        ("def double(x):\nreturn x", "syntax", "indent", 2),
        (b"def double(x): return '\xff\xfe'", "syntax", "", None),
        (b"\x00", "syntax", "", None),
        ("x = 1", "raised", "NameError: name 'double' is not defined", 0),
        ("import no_such_thing", "raised", "ModuleNotFoundError", 1),
        ("def double(x):\n    y = x\n    return y / 0", "raised", "ZeroDivision", 3),
        ("import sys\ndef double(x):\n    sys.exit(0)", "raised", "SystemExit: 0", 3),
        ("import os\nos._exit(0)", "ended", "0", 0),
        ("import os\ndef double(x):\n    os._exit(3)", "ended", "3", 2),
        (INTO_ALL_FILES.format('b\'["", "odd"]\\n\''), "ended", "", 0),
        (INTO_ALL_FILES.format("b'x' * 9 ** 7"), "ended", "", 0),
        (INTO_ALL_FILES.format("b'\\xff\\x00\\n'"), "ended", "", 0),
        (INTO_ALL_FILES.format("b'[' * 9 ** 5 + b'\\n'"), "ended", "", 0),
        ("import os\nos.closerange(0, 99)\ndef double(x): return x", "ended", "", 0),
        ("def double(x):\n    return double(x)", "raised", "RecursionError", 2),
        ("def double(x):\n    return int(input())", "raised", "EOFError", 2),
        ("def double(x):\n    for _ in range(10 ** 6): print('no')", "printed", "", 2),
        ("for _ in range(10 ** 6): print('no')\ndef double(x): ...", "printed", "", 1),
        ("import os\nos.write(1, b'no' * 9 ** 6)\n" + RIGHT, "right", "", 0),
        ("def double(x):\n    raise KeyboardInterrupt", "raised", "Keyboard", 2),
        ("def double(x):\n    raise NotImplementedError('?')", "not begun", "", 2),
        ("def double(x):\n    print(x)\n    return 2 * x", "wrong", "3\n", 1),
        ("def double(x):\n    return 'y' * 10 ** 5", "raised", "TypeError", 1),
        (ODD, "raised", "ValueError: no", 3),
        ("from __future__ import annotations  # 什么\n" + RIGHT, "right", "", 0),
    ]

    def test_each_is_reported_as_what_it_is(self):
        judged = self.judged(code for code, *_ in self.FILES)
        for (code, state, said, line), (verdict, text) in zip(self.FILES, judged):
            with self.subTest(code):
                self.assertEqual(verdict.state, state, verdict)
                self.assertIn(said, verdict.got + verdict.printed)
                if line is not None:
                    self.assertEqual(verdict.line, line, verdict)
                self.assertLess(len(text), 5000)

    def test_what_a_learner_left_running_does_not_keep_the_process(self):
        path = self.folder / "late.py"
        code = "import threading, time\nthreading.Thread(target=time.sleep, args=[60])"
        path.write_text(code + ".start()\ndouble = lambda x: 2 * x", encoding="utf-8")
        job = json.dumps([["01_double", str(path), SOLUTION, ""]])
        code = "from purenet.classroom.trial import main; main()"
        words = [sys.executable, "-S", "-c", code]
        out = subprocess.check_output(words, input=job, cwd=ROOT, text=True, timeout=30)
        self.assertIn('"right"', out)

    def test_a_loop_without_end_is_stopped_and_the_next_is_tried(self):
        one, two = exercise(1), exercise(2)
        self.write(one, "def double(x):\n    while True: pass")
        self.write(two, RIGHT)
        first, second = judge([one, two], self.folder, seconds=0.5)
        self.assertEqual(first.state, "slow")
        self.assertIn(second.state, ("right", "slow"))  # on a very busy machine
        if first.call:
            self.assertEqual((first.call, first.line), ("seven = double(3) + 1\n", 1))

    def test_what_is_left_running_is_stopped(self):
        busy = "import threading\ndef forever():\n    while True: pass\n"
        busy += "threading.Thread(target=forever).start()\n"
        [(verdict, _)] = self.judged([busy + RIGHT])
        self.assertEqual(verdict.state, "right")

    @in_this_process
    def test_the_doctests_that_count_are_the_solutions(self):
        own = 'def double(x):\n    """\n    >>> double(1)\n    1\n    """\n'
        [(verdict, _)] = self.judged([own])
        self.assertEqual((verdict.state, verdict.expected), ("raised", ""))
        self.assertEqual(verdict.call, "seven = double(3) + 1\n")

    @in_this_process
    def test_a_missing_file_is_said_to_be_missing(self):
        self.assertEqual(next(judge([exercise(1)], self.folder)).state, "missing")
        missing = Verdict("", "missing")
        lines = list(report.failure(exercise(1), missing, "01.py", ["--in", "x"]))
        self.assertIn("    " + typed(desk.CHECK, "01", "--reset", "--in", "x"), lines)

    @in_this_process
    def test_a_folder_in_the_place_of_a_file_is_no_file(self):
        (self.folder / exercise(1).file_name).mkdir()
        self.assertEqual(next(judge([exercise(1)], self.folder)).state, "missing")

    @unittest.skipUnless(LONG, "set PURENET_LONG=1")
    def test_memory_without_end_is_refused_or_stopped(self):
        [(verdict, _)] = self.judged(["def double(x): return [x] * 10 ** 10"])
        self.assertIn(verdict.state, ("raised", "ended", "slow"))


FIRST = all_exercises()[:5]


@mock.patch.object(check, "all_exercises", lambda language: FIRST)
@in_this_process
class Check(Folder):
    REMARKS = [
        ("return", "raised", "is a return missing?"),
        ("print(x); return 2 * x", "wrong", "take the print() out"),
        ("return 2 * int(input())", "raised", "Nobody is there to answer input()"),
        ("return double(x)", "raised", "calls itself without end"),
        ("return duoble(x)", "raised", "spelt as in the task"),
        ("exit()", "raised", "gives its answer by return"),
        ("while True: print(x)", "printed", "it had printed 100,000 characters"),
        ("return 2 * x)", "syntax", "is a bracket or a quotation mark"),
        ("return '\xb5'", "syntax", "in UTF-8"),
    ]

    def test_what_puzzles_a_beginner_gets_a_remark(self):
        judged = self.judged(
            f"def double(x):\n    {code}\n".encode("latin-1")
            for code, *_ in self.REMARKS
        )
        for (code, state, remark), (verdict, text) in zip(self.REMARKS, judged):
            with self.subTest(code):
                self.assertEqual(verdict.state, state, text)
                self.assertIn(remark, text)

    def test_answers_by_print_are_none(self):
        """In every exercise whose answer comes from a function."""
        self.write(find("01"), "def goes(w, x, t):\n    print(1)\n")
        (verdict,) = judge([find("01")], self.folder)
        text = "\n".join(report.failure(find("01"), verdict, "file.py"))
        self.assertIn("your code printed, and gave nothing:\n    1\n", text)
        self.assertIn("An answer is given by `return`", text)

    def test_nothing_is_said_as_what_was_wanted(self):
        for number, code, words in (
            ("27", "def trained(data): return 0", "your code printed nothing."),
            ("01", "def goes(w, x, t): w.sort()", "nothing: is there a return, with"),
        ):
            stub = exercises_folder() / find(number).file_name
            head = stub.read_text(encoding="utf-8").partition("\ndef ")[0]
            self.write(find(number), f"{head}\n{code}\n")
            (verdict,) = judge([find(number)], self.folder)
            text = "\n".join(report.failure(find(number), verdict, "file.py"))
            self.assertIn(words, text)

    def test_a_file_run_by_itself_ends_as_it_is(self):
        stub = exercises_folder() / find("01").file_name
        for body, status in (
            ("return 0", 1),
            ("return int(Perceptron(weights, -threshold)(inputs))", 0),
        ):
            text = stub.read_text(encoding="utf-8")
            text = text.replace('raise NotImplementedError("your code here")', body)
            head = "from purenet.perceptron import Perceptron\n"
            path = self.folder / find("01").file_name
            path.write_text(
                text.replace("def ", head + "\n\ndef ", 1), encoding="utf-8"
            )
            ran = subprocess.run(
                [sys.executable, str(path)], cwd=ROOT, capture_output=True, text=True,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
            self.assertEqual((ran.returncode, ran.stderr), (status, ""), ran.stdout)

    def test_right_but_for_the_form(self):
        for got, expected, words in (
            ("'1'", "1", "a whole number is wanted, 1, and this is a text"),
            ("1.0", "1", "a whole number is wanted, 1, and this is a number with a"),
            ("[9, 4]", "(9, 4)", "a tuple is wanted, (9, 4), and this is a list"),
            ("(1, 2.0)", "(1, 2)", "for the form: (1, 2) is wanted"),
            ("[1, 0, 3]", "[1, 2, 3]", "item 1 should be 2, and is 0"),
            ("[1, 2]", "[1, 2, 3]", "It has 2 items; 3 are wanted"),
            ("-3", "3", None),
        ):
            wrong = Verdict("07_xor", "wrong", "f()\n", "", expected, got)
            text = "\n".join(report.failure(find("07"), wrong, "file.py"))
            with self.subTest(got):
                if words:
                    self.assertIn(words, text)
                else:
                    self.assertNotIn("print", text)

    def test_what_is_right_already_is_said(self):
        done = stubs.stub(find("02").solution).replace(
            'raise NotImplementedError("your code here")', "return -threshold", 1
        )
        self.write_start()
        self.write(find("02"), done)
        self.assertIn("Right already: bias_of", self.run_check("02", status=1))

    def test_a_command_leads_to_the_folder_that_was_checked(self):
        chinese = ROOT / "lessons" / "zh" / "exercises"
        for machine, wanted in (("en", ["--in", str(chinese)]), ("zh", [])):
            with mock.patch.dict(os.environ, PURENET_LANG=machine), speaking():
                prefer("zh")  # as a folder of Chinese exercises has it
                self.assertEqual(desk.place(chinese), wanted)

    def test_a_minus_off_a_page(self):
        for code, words in (
            ("    return \u22121", "The − "),
            ("    return （1)", "The （ "),
            ("    return －1", "not the - of Python"),
            ("    return ６", "The ６ here is not the 6 "),
            ("\u3000\u3000return 1", "The wide space here is not the space "),
        ):
            self.write(FIRST[0], f"def goes(w, x, t):\n{code}\n")
            self.assertIn(words, self.run_check("01", status=1))

    def test_an_empty_file(self):
        for text in ("", "\ufeff\n"):
            self.write(FIRST[0], text)
            said = self.run_check("01", status=1)
            self.assertIn("01_festival.py. This brings it back:", said)
            self.assertIn("check 01 --reset", said)

    def test_true_is_not_taken_for_1_and_the_report_says_why(self):
        code = stubs.clean(FIRST[0].solution)
        self.write(FIRST[0], code.replace("return 1 if", "return True if"))
        text = self.run_check("01", status=1)
        self.assertIn("Answer with a number: 1 if ... else 0", text)

    def test_what_a_file_prints_gives_no_orders_to_the_terminal(self):
        self.write(FIRST[0], "raise ValueError('\\x1b[2J')  # \x1b[2J")
        text = self.run_check("01", status=1)
        self.assertIn("?[2J", text)
        self.assertNotIn("\x1b", text)

    def test_the_first_that_is_not_right_is_shown(self):
        self.write_start()
        fourth = FIRST[3]
        code = fourth.solution.replace("[0, 1, 0, 0, 1]", "[1, 1, 0, 0, 1]")
        self.write(fourth, stubs.clean(code))
        text = self.run_check(status=1)
        self.assertIn("3 of ", text.splitlines()[0])
        for line in [
            "04 Predict the decisions: not right yet",
            "    >>> perceptron = Perceptron([2, -3, 1], bias=0)",
            "    >>> [said == perceptron(x) for said, x in zip(prediction(), INPUTS)]",
            "expected:", "    [True, True, True, True, True]", "your code gave:",
            "    [False, True, True, True, True]", "    def prediction():",
            "Read again:  lessons/01-perceptrons.md",
        ]:  # fmt: skip
            self.assertIn(line, text.splitlines())
        self.assertRegex(text, r"04_predict_decisions\.py, line 15:")

    def test_it_ends_with_0_only_when_all_are_right(self):
        self.folder = solutions_folder()
        self.assertIn("5 of 5 right", self.run_check(status=0))

    def test_one_by_its_number_or_its_name(self):
        self.write_start()
        self.assertIn("right", self.run_check("2", status=0))
        self.assertIn("right", self.run_check("threshold_to_bias", status=0))
        self.assertIn("not begun", self.run_check("05_nand.py", status=1))

    def test_a_new_learner_is_told_what_to_do(self):
        self.run_check("--start", status=0)
        text = self.run_check(status=1)
        self.assertIn("0 of ", text)
        self.assertIn("Will you go to the cheese festival?", text)
        self.assertIn("Read first:  lessons/01-perceptrons.md", text)
        hint = f"{program(desk.CHECK)} 01 --hint --in {quoted(self.folder)}"
        self.assertIn(f"A hint:      {hint}", text)

    def test_start_leaves_work_alone(self):
        self.write(FIRST[0], "mine")
        text = self.run_check("--start", status=0)
        self.assertIn("4 exercises written", text)
        self.assertIn("1 were there already", text)
        self.assertEqual((self.folder / FIRST[0].file_name).read_text(), "mine")
        begun = (self.folder / FIRST[1].file_name).read_text(encoding="utf-8")
        stub = (exercises_folder() / FIRST[1].file_name).read_text(encoding="utf-8")
        self.assertEqual(begun, stub)

    def test_one_more_hint_each_time(self):
        self.write_start()
        hints = stubs.hints(find("07").solution)
        self.assertEqual(len(hints), 3)
        for asked in range(1, 5):
            text = self.run_check("07", "--hint", status=0)
            self.assertEqual(text.count("of 3: "), min(asked, 3))
        self.assertIn("no more hints", text)

    def test_the_counts_of_hints_are_written_whole(self):
        desk.ask(self.folder, "01_double", "hint")
        with mock.patch("os.fsync", side_effect=OSError(28, "No space left on device")):
            desk.ask(self.folder, "01_double", "hint")
        self.assertEqual(desk.ask(self.folder, "01_double", "hint"), 2)

    def test_a_damaged_count_of_hints_begins_anew(self):
        self.write_start()
        for text in ("[" * 99_999, '{"a": 1e999}', "[]", "null", '{"a": []}', "\0"):
            (self.folder / ".asked.json").write_text(text, encoding="utf-8")
            self.assertIn("Hint 1 of", self.run_check("07", "--hint", status=0))

    def test_a_hint_without_a_name_is_for_the_one_that_is_next(self):
        self.write_start()
        self.assertIn("04 Predict", self.run_check("--hint", status=0))

    def test_the_solution_only_when_asked_twice(self):
        self.write_start()
        self.assertNotIn("def XOR", self.run_check("07", "--solution", status=0))
        text = self.run_check("07", "--solution", status=0)
        self.assertIn("return AND(OR(x1, x2), NAND(x1, x2))", text)
        self.assertNotIn("# Hint", text)

    def test_reset_keeps_what_was_there(self):
        path = self.folder / "07_xor.py"
        stub = stubs.stub(find("07").solution).encode("utf-8")
        for number, mine in enumerate(["first", "second"], 1):
            path.write_text(mine)
            text = self.run_check("--reset", "07", status=0)
            self.assertIn(f"07_xor.py.kept{number}", text)
            kept = self.folder / f"07_xor.py.kept{number}"
            self.assertEqual(kept.read_text(), mine)
            self.assertEqual(path.read_bytes(), stub)
        before = sorted(self.folder.iterdir())
        path.write_bytes(stub.replace(b"\n", b"\r\n"))  # as Git does on Windows
        self.assertNotIn("kept", self.run_check("--reset", "07", status=0))
        self.assertEqual(sorted(self.folder.iterdir()), before)

    def test_the_list_has_the_state_of_all(self):
        self.write_start()
        text = self.run_check("--list", status=1)
        self.assertEqual(text.count("  + "), 3)
        self.assertEqual(text.count("not begun"), 2)
        self.assertIn("lessons/02-gates.md", text)
        self.assertIn("3 of 5 right", text)

    def test_watch_tries_again_at_every_save(self):
        first = FIRST[0]
        self.write(first, stubs.stub(first.solution))
        saves = iter([b"nonsense(", first.solution.encode("utf-8")])
        with contextlib.redirect_stdout(io.StringIO()) as out:
            save = lambda seconds: self.write(first, next(saves))  # noqa: E731
            status = check.watch([first], self.folder, save)
        self.assertEqual(status, 0)
        places = [
            out.getvalue().index(said)
            for said in ("not begun", "Python cannot read it", "01 The festival: right")
        ]
        self.assertEqual(places, sorted(places))

    def test_wrong_use_is_said_in_a_sentence(self):
        for arguments, said in [
            (["--reset"], "which one"),
            (["--csv", "x.csv"], "--csv goes with --class"),
            (["--in", ""], "argument --in: an empty word"),
            (["--in="], "argument --in: an empty word"),
            ([""], "argument NAME: an empty word"),
            (["--in", "no/such/folder"], "--start"),
            (["--hint", "--list"], "not allowed with"),
        ]:
            with self.subTest(arguments):
                status, _, errors = called(check.main, *arguments)
                self.assertEqual(status, 2)
                self.assertIn(said, errors)
        with self.assertRaisesRegex(ValueError, "no exercise is called octopus"):
            check.main(["octopus"])


NONE = "no file of an exercise"


def zipped(shape):
    """Return a zip file of {name: contents}; a dict is a zip file, or a folder."""
    flat = {}
    for name, inside in shape.items():
        if isinstance(inside, dict) and not name.endswith(".zip"):
            inside = {f"{name}/{key}": value for key, value in inside.items()}
            flat.update(inside)
        else:
            flat[name] = inside
    files = {k: zipped(v) if isinstance(v, dict) else v for k, v in flat.items()}
    return archive(files)


class Class(Folder):
    def test_names_are_padded_as_wide_as_a_terminal_shows_them(self):
        for shown in ("王小明  ", "Mary", "王 "):
            name = "Mary-Ann" if shown == "Mary" else "王小明"
            row = gradebook.Row(name, [Verdict("01_a", "wrong")])
            self.assertEqual(row.line(terminal.width(shown)), f"{shown}      0 x")

    def setUp(self):
        super().setUp()
        self.exercises = [exercise(number) for number in (1, 2, 3)]
        work = [RIGHT, "nonsense", stubs.stub(SOLUTION)]
        hand_ins = {"ann": [RIGHT] * 3, "bao/homework": work, "eve": []}
        for name, codes in hand_ins.items():
            folder = self.folder / name
            folder.mkdir(parents=True)
            for each, code in zip(self.exercises, codes):
                (folder / each.file_name).write_text(code, encoding="utf-8")

    def learners(self, *places):
        desk = Path(tempfile.mkdtemp(dir=self.folder.parent))
        found, self.strays = handed_in.learners(places, self.exercises, desk)
        return found

    def lines(self, *places):
        """Return the names of a class, and what is said of them."""
        found = self.learners(*places)
        return [" ".join(filter(None, (x[0], x.remark, x.unread))) for x in found]

    def test_every_learner_and_every_exercise_is_in_the_table(self):
        work = self.folder / "bao" / "homework" / self.exercises[1].file_name
        work.write_text("import os; os._exit(1)", encoding="utf-8")
        where = self.learners(self.folder)
        self.assertEqual([learner.name for learner in where], ["ann", "bao", "eve"])
        rows = list(gradebook.judge_class(where, self.exercises))
        lines = ["ann        3 +++", "bao        1 +x.", f"eve        0      {NONE}"]
        self.assertEqual([row.line(5) for row in rows], lines)
        self.assertEqual(
            spreadsheet.text(gradebook.table(self.exercises, rows)),
            "learner,right,01_double,02_double,03_double,not read,remark\n"
            "ann,3,right,right,right,,\n"
            "bao,1,right,ended,not begun,,\n"
            "eve,0,missing,missing,missing,,no file of an exercise\n",
        )

    def test_a_folder_one_may_not_look_into_is_empty(self):
        with mock.patch.object(Path, "is_file", side_effect=PermissionError):
            where = self.learners(self.folder)
        self.assertEqual([learner.name for learner in where], ["ann", "bao", "eve"])
        for learner in where:
            self.assertEqual(list(learner.folders[0].iterdir()), [])

    def test_learners_may_be_named_one_by_one(self):
        ann, bao = self.folder / "ann", self.folder / "bao"
        where = self.learners(ann, bao)
        found = {each.name: len(list(each.folders[0].iterdir())) for each in where}
        self.assertEqual(found, {"ann": 3, "bao": 3})
        self.assertEqual(self.learners(ann)[0].name, "ann")
        lines = self.lines(ann, self.folder / "typo", ann)
        self.assertRegex(lines[1], "^typo .*typo is no folder and no zip file$")
        self.assertEqual(len(lines), 3)
        with self.assertRaisesRegex(ValueError, "nobody is no folder and no zip file"):
            self.learners(self.folder / "nobody")

    STUB, TRIED = stubs.stub(SOLUTION), "def double(x): return 3 * x"
    MOODLE = "Meier Anna_4711_assignsubmission_file_"
    # What lies in a class's folder or zip file, and who has which exercises right.
    SHAPES = [
        ({"ann/01_double.py": RIGHT, "02_double.py": RIGHT, "notes.doc": ""},
         "ann 1 | 02_double.py, notes.doc"),
        ({"bo.zip": {"exercises\\01_double.py": RIGHT, "x\\y\\03_double.py": RIGHT}},
         "bo 13"),
        ({MOODLE: {"work.zip": {"exercises/02_double.py": RIGHT}},
          "Meier Anna_4712_assignsubmission_file_/01_double.py": RIGHT,
          "Li Na_99_assignsubmission_onlinetext_/onlinetext.html": "<p>"},
         "Li Na  no file of an exercise; onlinetext.html | Meier Anna_4711 2"
         " | Meier Anna_4712 1"),
        ({f"{MOODLE}01_double.py": RIGHT, f"{MOODLE}w.zip": {"a/03_double.PY": RIGHT}},
         "Meier Anna 13"),
        ({"meieranna_12_345_01_double.py": STUB,
          "meieranna_12_346_01_double-1.py": RIGHT,
          "lina_LATE_13_347_work.zip": {"02_double.py": RIGHT}, "01_double.py": RIGHT},
         "lina 2 | meieranna 1 | 01_double.py"),
        ({"01_double - Ann Lee.py": RIGHT, "02_double - Ann Lee.py": RIGHT,
          "01_double - Bo.py": RIGHT, "01_double.py": RIGHT},
         "Ann Lee 12 | Bo 1 | 01_double.py"),
        ({"class.zip": {"ann.zip": {"01_double.py": RIGHT}, "bo/02_double.py": RIGHT},
          "table.csv": ""}, "ann 1 | bo 2"),
        ({"hand-ins/ann/1/01_double.py": RIGHT, "hand-ins/bo/": ""},
         "ann 1 | bo  no file of an exercise"),
        ({"ann/01_double (1).py": RIGHT, "ann/01_double.py": STUB,
          "ann/02_double - Copy.py": RIGHT, "ann/02_double.py": "",
          "ann/03_double - 副本 (2).py": RIGHT.replace("x", "y"),
          "ann/03_double.py": TRIED}, "ann 123 several versions, the best counts: 03"),
        ({"ann/03_Double.PY": RIGHT,
          "ann/01_double.py.txt": RIGHT.replace(": ", ":\r\n "),
          "ann/02_double.docx": "", "ann/lessons/solutions/02_double.py": RIGHT},
         "ann 13 02_double.docx"),
        ({"ann/__MACOSX/._01_double.py": "\0", "ann/._01_double.py": "\0",
          "ann/.asked.json": "{}", "ann/01_double.pyc": "\0", "__MACOSX/._ann": "\0",
          "ann.zip": {"02_double.py": RIGHT}}, "ann 2"),
        ({"exercises/01_double.py": RIGHT, "01_double.py": STUB, "zh/a/x.md": ""},
         "{} 1"),
        ({"01_double.py": RIGHT, "my_02_double.py": RIGHT}, "{} 12"),
    ]  # fmt: skip

    def test_a_class_as_it_is_handed_in(self):
        """In each shape, as a folder and as a zip file."""
        for number, (shape, expected) in enumerate(self.SHAPES):
            whole = self.folder.parent / f"{number}.zip"
            whole.write_bytes(zipped(shape))
            with zipfile.ZipFile(whole) as file:
                file.extractall(whole.with_suffix(""))
            for place in (whole, whole.with_suffix("")):
                alone = mock.patch("os.cpu_count", lambda: 1)
                with self.subTest(shape, place=place.name), in_this_process, alone:
                    self.assertEqual(self.judged(place), expected.format(number))

    def judged(self, place):
        lines = []
        for row in gradebook.judge_class(self.learners(place), self.exercises):
            right = [v.name[1:2] for v in row.verdicts if v.state == "right"]
            said = "; ".join(filter(None, (row.remark, row.unread)))
            lines.append(f"{row.name} {''.join(right)} {said}".rstrip())
        return " | ".join(lines + [", ".join(self.strays)][: len(self.strays)])

    def test_names_in_other_encodings(self):
        for encoding, name in [
            ("gbk", "王小明（一）"), ("gbk", "李喆"), ("cp437", "Zoë Müller"),
            ("cp850", "João Ávila"), ("utf-8", "Chloé 王"), ("utf-8", "Chloe\u0301"),
        ]:  # fmt: skip
            raw = name.encode(encoding)
            held = "x" * len(raw)
            made = archive({f"{held}/01_double.py": RIGHT, "Bo/01_double.py": RIGHT})
            whole = self.folder.parent / "class.zip"
            whole.write_bytes(made.replace(held.encode(), raw))
            wanted = sorted(["Bo", unicodedata.normalize("NFC", name)])
            with self.subTest(name):
                self.assertEqual(self.lines(whole), wanted)
                with contextlib.suppress(OSError, UnicodeError):  # of a file system
                    there = Path(tempfile.mkdtemp(dir=self.folder.parent))
                    (there / "Bo").mkdir()
                    (there / os.fsdecode(raw)).mkdir()
                    names = [line.split("  ")[0] for line in self.lines(there)]
                    self.assertIn(f"{wanted[1]} {NONE}", names)

    def test_one_bad_hand_in_does_not_stop_the_table(self):
        whole = self.folder.parent / "class.zip"
        work = {"01_double.py": b"x = 1"}
        good = nested = archive(work)
        locked = bytearray(good)
        locked[6] |= 1
        locked[locked.index(b"PK\1\2") + 8] |= 1
        for _ in range(5):
            nested = archive({"in.zip": nested})
        broken = archive(work, zipfile.ZIP_STORED).replace(b"x = 1", b"x = 2")
        few = mock.patch.object(handed_in, "FILES", 99)
        many = archive(dict.fromkeys(map(str, range(100)), b""))
        hand_ins = {
            "ann.ZIP": good, "bob.zip": good[:60], "cy.rar": b"Rar!", "cyd/x.7z": b"7z",
            "dee.zip": bytes(locked), "eve.zip": archive(work, zipfile.ZIP_LZMA),
            "fay/": b"", "flo.zip": broken, "hal/01_double.txt": b"",
            "ian/01_double.py": b"0" * (handed_in.LONGEST + 1),
            "joy/" + "a" * 300 + ".py": b"", "kim/work.zip": good,
            "lee/x.py": b"", "lee/x.py/01_double.py": b"",
            "mo.zip": good, "mo/01_double.py": b"", "ned/in.zip": nested,
            "nia.zip": many,
            "a\n\x1b[2J=b/01_double.py": b"", "x" * 300 + "/01_double.py": b"",
            "__MACOSX/._ann.ZIP": b""
        }  # fmt: skip
        whole.write_bytes(archive(hand_ins))
        damaged = "the zip file is damaged"
        short = "this is not a zip archive, or it is cut short"
        expected = [
            "a??[2J=b", "ann", f"bob {NONE} bob.zip: {damaged} ({short})",
            f"cy {NONE} cy.rar: only folders and zip files are read",
            f"cyd {NONE} x.7z: only folders and zip files are read",
            f"dee {NONE} 01_double.py: locked with a password",
            f"eve {NONE} 01_double.py: packed in a way that is not read here",
            f"fay {NONE}",
            f"flo {NONE} 01_double.py: {damaged} (Bad CRC-32 for file '01_double.py')",
            f"hal {NONE} 01_double.txt",
            f"ian {NONE} 01_double.py: more than 10,000,000 bytes",
            f"joy {NONE} {'a' * 300}.py", *("kim", "lee", "mo"),
            f"ned {NONE} in.zip: a zip file too deep in others",
            f"nia {NONE} 0; 1; 2; and 96 more", "x" * 300,
        ]  # fmt: skip
        with few:
            lines = self.lines(whole)
        self.assertEqual(lines, expected)
        self.assertNotIn(str(self.folder.parent), "".join(lines))
        whole.write_bytes(b"PK\5\6" + bytes(18))
        with self.assertRaisesRegex(ValueError, "class.zip: nothing is in it"):
            self.learners(whole)
        self.assertRegex(self.lines(whole, whole)[1], "class.zip .*nothing is in it$")

    def test_names_that_look_the_same_are_all_there(self):
        whole = self.folder.parent / "class.zip"
        names = ("\x01a'", "\x01a", "\x02a", "\x03a", "?a")
        whole.write_bytes(archive({f"{name}/01_double.py": "" for name in names}))
        expected = ["?a" + n * "'" for n in range(5)]
        self.assertEqual(sorted(self.lines(whole)), expected)

    def test_a_class_may_not_fill_the_disk(self):
        with mock.patch.object(handed_in, "MOST", 60):
            lines = self.lines(self.folder)
        self.assertIn("more than 60 bytes of files", lines[0])
        self.assertEqual(len(lines), 3)
        long = archive(dict.fromkeys(map(str, range(99)), b""))
        (self.folder / "long.zip").write_bytes(long)
        with mock.patch.object(handed_in, "LISTED", 3000):
            said = "the zip archive lists more files than are read"
            self.assertIn(said, self.lines(self.folder)[3])
            self.assertEqual(len(self.lines(self.folder)), 4)

    def test_the_command_prints_the_table_and_writes_a_file(self):
        table = self.folder / "TABLE.CSV"
        table.write_bytes("\ufefflearner,right,01_a,not read,remark\n".encode())
        words = ["01", "--class", str(self.folder), "--csv", str(table)]
        status, out, _ = called(check.main, *words)
        self.assertEqual(status, 0)
        self.assertIn("ann", out)
        self.assertIn("learner,right,01_festival", table.read_text("utf-8-sig"))
        marks = self.folder / "marks.xlsx"
        marks.write_text("mine")
        for path, words in (
            ("no/such/table.csv", "there is no folder"),
            (marks, "the table is written as .csv"),
        ):
            with self.assertRaisesRegex((OSError, ValueError), words):
                check.main(["--class", str(self.folder), "--csv", str(path)])
        self.assertEqual(marks.read_text(), "mine")
