"""The exercises: every solution is right, every stub and every slip is not."""

import ast
import doctest
import os
import re
import tempfile
import unittest
from collections import Counter
from pathlib import Path
from unittest import mock

from purenet import words
from purenet.classroom import desk, stubs, translated
from purenet.classroom.exercises import (
    FINDER,
    all_exercises,
    exercises_folder,
    find,
    lessons_folder,
    solutions_folder,
)
from purenet.classroom.judging import judge
from tests import ROOT
from tests.classroom.wrong_answers import wrong_answers

LONG = os.environ.get("PURENET_LONG") == "1"


def verdicts(folder):
    return {verdict.name: verdict for verdict in judge(all_exercises(), Path(folder))}


FOLDERS = {
    language: Path(lessons_folder(language)) / "exercises"
    for language in words.languages()
    if lessons_folder(language).is_dir()
}


class Solutions(unittest.TestCase):
    def test_every_solution_is_right(self):
        for name, verdict in verdicts(solutions_folder()).items():
            with self.subTest(name):
                self.assertEqual(verdict.state, "right", verdict)

    def test_wrong_answers_fail(self):
        """Three and more to each exercise; the first of all, then the second ..."""
        wrong = {e: list(wrong_answers(e)) for e in all_exercises()}
        for round_ in range(max(map(len, wrong.values())) if LONG else 2):
            with tempfile.TemporaryDirectory() as folder:
                tried = [e for e in wrong if round_ < len(wrong[e])]
                for exercise in tried:
                    path = Path(folder, exercise.file_name)
                    path.write_text(wrong[exercise][round_], encoding="utf-8")
                for exercise, verdict in zip(tried, judge(tried, Path(folder))):
                    with self.subTest(exercise.name, round=round_):
                        states = ("wrong", "raised", "not begun")
                        self.assertIn(verdict.state, states, wrong[exercise][round_])
                        self.assertTrue(verdict.call, "it failed before any call")
        for exercise, answers in wrong.items():
            self.assertGreaterEqual(len(answers), 3, exercise.name)


class Translated(unittest.TestCase):
    """The same exercises, in other words."""

    def test_the_code_and_the_examples_are_the_same(self):
        for language in FOLDERS:
            todo = words.pairs(language).get("your code here", "your code here")
            for english, other in zip(all_exercises("en"), all_exercises(language)):
                with self.subTest(english.name, language=language):
                    stub = stubs.stub(other.solution).replace(todo, "your code here")
                    for one, two in (
                        (english.solution, other.solution),
                        (stubs.stub(english.solution), stub),
                    ):
                        self.assertEqual(stubs.code(one), stubs.code(two))
                        self.assertEqual(examples(one), examples(two))
                    hidden = map(stubs.hidden, (english.solution, other.solution))
                    self.assertEqual(*hidden)
                    hints = map(stubs.hints, (english.solution, other.solution))
                    self.assertEqual(*map(len, hints))

    def test_the_parts_of_a_solution_are_its_lines(self):
        for exercise in all_exercises("en"):
            parts = translated.parts(exercise.solution)
            lines = [line for part in parts for line in part.lines]
            self.assertEqual("\n".join(lines), exercise.solution)

    def test_what_has_no_translation_stays_in_english(self):
        text = '"""01 · New\n\nLesson: lessons/01-new.md\n\nAll of\nthis.\n"""\n'
        with mock.patch.object(words, "pairs", return_value={"All of this.": "全部"}):
            found = translated.translated(text, "xx")
        wanted = text.replace("All of\nthis.", "全部").replace(
            "lessons/", "lessons/xx/"
        )
        self.assertEqual(found, wanted.replace("All of\nthis.", "全部"))

    def test_a_bug_that_is_still_there_is_not_begun(self):
        for language, folder in FOLDERS.items():
            exercise = find("28", language)
            with self.subTest(language):
                [verdict] = judge([exercise], folder)
                self.assertEqual(verdict.state, "not begun")

    def test_a_folder_tells_its_language(self):
        for language, folder in FOLDERS.items():
            self.assertEqual(desk.language_of(folder), language)


def examples(text):
    """Return the examples in all docstrings of a file, without their remarks."""
    tree = ast.parse(text)
    return [
        (re.sub(r" +# .*", "", one.source), one.want)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        for one in doctest.DocTestParser().get_examples(ast.get_docstring(node) or "")
    ]


class Stubs(unittest.TestCase):
    def test_the_learners_files_are_cut_from_the_solutions(self):
        wanted = {exercise.file_name for exercise in all_exercises()}
        for language, folder in FOLDERS.items():
            names = {path.name for path in folder.glob("*.py")}
            self.assertEqual(names, {*wanted, FINDER})
            finders = {(x / FINDER).read_bytes() for x in (folder, solutions_folder())}
            self.assertEqual(len(finders), 1)
            for exercise in all_exercises(language):
                with self.subTest(exercise.name, language=language):
                    path = folder / exercise.file_name
                    self.assertEqual(
                        path.read_text(encoding="utf-8"),
                        stubs.stub(exercise.solution),
                        "python3 -m lessons.making exercises cuts them all anew; in a "
                        "folder where you solve the exercises this test has to fail",
                    )

    def test_every_stub_fails(self):
        for name, verdict in verdicts(exercises_folder()).items():
            with self.subTest(name):
                self.assertIn(verdict.state, ("not begun", "wrong"), verdict)

    def test_no_stub_holds_marks_hints_or_the_solution(self):
        for exercise in all_exercises():
            with self.subTest(exercise.name):
                stub = stubs.stub(exercise.solution)
                self.assertNotRegex(stub, r"# ---|# Hint")
                self.assertNotEqual(stub, stubs.clean(exercise.solution))


class Course(unittest.TestCase):
    def test_at_least_two_exercises_a_lesson_and_twenty_five_in_all(self):
        exercises = all_exercises()
        self.assertGreaterEqual(len(exercises), 25)
        by_lesson = Counter(exercise.lesson for exercise in exercises)
        for lesson in range(1, 10):
            start = f"lessons/0{lesson}-"
            named = [name for name in by_lesson if name.startswith(start)]
            self.assertEqual(len(named), 1, lesson)
            self.assertGreaterEqual(by_lesson[named[0]], 2, lesson)

    def test_numbers_and_lessons_rise_together(self):
        *exercises, last = all_exercises()
        self.assertEqual(last.title, "Your own network")  # what all lead to
        lessons = [exercise.lesson for exercise in exercises]
        self.assertEqual(lessons, sorted(lessons))
        numbers = [exercise.number for exercise in exercises]
        self.assertEqual(len(set(numbers)), len(numbers))

    def test_each_has_a_title_a_lesson_and_hints(self):
        there = list((ROOT / "lessons").glob("[0-9]*.md"))
        for exercise in all_exercises():
            with self.subTest(exercise.name):
                first = exercise.solution.splitlines()[0]
                self.assertEqual(first, f'"""{exercise.number} · {exercise.title}')
                self.assertRegex(exercise.lesson, r"^lessons/\d\d-[\w-]+\.md$")
                if there:
                    self.assertIn(ROOT / exercise.lesson, there)
                self.assertGreaterEqual(len(stubs.hints(exercise.solution)), 2)
                for line in exercise.solution.splitlines():
                    self.assertLessEqual(len(line), 88)
