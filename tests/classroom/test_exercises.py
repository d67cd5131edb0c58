"""The exercises: every solution is right, every stub and every slip is not."""

import ast
import doctest
import re
import unittest
from collections import Counter
from itertools import zip_longest
from pathlib import Path
from unittest import mock

from lessons.making.drawn import drawn
from purenet import words
from purenet.classroom import desk, stubs, translated
from purenet.classroom.asked import same
from purenet.classroom.exercises import (
    FINDER,
    all_exercises,
    exercises_folder,
    find,
    lessons_folder,
    solutions_folder,
)
from purenet.classroom.judging import judge
from tests import LONG, ROOT, InAFolder
from tests.classroom.in_this_process import in_this_process
from tests.classroom.mutants import SAME, mutants
from tests.classroom.wrong_answers import FILE, listed, wrong_answers

TRAINS = "27_no_hidden_layer"  # half a second each time: for the long tests


FOLDERS = {
    language: Path(lessons_folder(language)) / "exercises"
    for language in words.languages()
    if lessons_folder(language).is_dir()
}


class Solutions(InAFolder):
    def test_wrong_answers_fail(self):
        """Three and more to each exercise; three, where seconds count."""
        few = 0 if LONG else -3
        for exercise, answers in self.judged(lambda e: [*wrong_answers(e)][few:]):
            with self.subTest(exercise.name):
                where = f"add ways to break it to tests/classroom/{FILE.name}"
                self.assertGreaterEqual(len(answers), 3, where)
            for answer, verdict in answers:
                with self.subTest(exercise.name):
                    states = ("wrong", "raised", "changed", "not begun", "slow")
                    self.assertIn(verdict.state, states, f"taken for right:\n{answer}")
                    self.assertTrue(verdict.call, f"it failed before a call:\n{answer}")

    def test_solutions_and_other_right_answers_are_right(self):
        """Others for every third exercise, where seconds count."""
        file = FILE.with_name("right_answers.txt")

        def some(exercise):
            yield exercise.solution
            if LONG or int(exercise.number) % 3 == 1:  # others train
                yield from listed(exercise, file)

        for exercise, answers in self.judged(some):
            for answer, verdict in answers:
                with self.subTest(exercise.name):
                    self.assertEqual(verdict.state, "right", f"{answer}\n{verdict}")

    @unittest.skipUnless(LONG, "some six hundred files")
    def test_a_solution_with_one_thing_changed_fails(self):
        changed = {each.name: [*mutants(each.solution)] for each in all_exercises()}
        changed[TRAINS] = []
        texts = {name: [text for _, text in pairs] for name, pairs in changed.items()}
        for exercise, answers in self.judged(lambda each: texts[each.name], 4.0):
            same = tuple(SAME.get(exercise.number, ()))
            for (what, _), (_, verdict) in zip(changed[exercise.name], answers):
                if verdict.state == "right":
                    with self.subTest(exercise.name):
                        self.assertTrue(what.startswith(same), what)

    def judged(self, answers, seconds=10.0):
        """Yield each exercise, with its answers and what is thought of each."""
        tried = {}
        for exercise in all_exercises():
            if exercise.name != TRAINS or LONG:
                tried[exercise] = list(answers(exercise))
        named = {}
        for exercise, texts in tried.items():
            for number, text in enumerate(texts):
                name = f"{exercise.name}_{number}"
                named[exercise._replace(name=name)] = text
                (self.folder / f"{name}.py").write_text(text, encoding="utf-8")
        verdicts = judge(list(named), self.folder, seconds)
        for exercise, texts in tried.items():
            yield exercise, [(text, next(verdicts)) for text in texts]


class Translated(unittest.TestCase):
    """The same exercises, in other words."""

    def test_the_code_and_the_examples_are_the_same(self):
        for language in [*FOLDERS][1:]:
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
                    self.assertEqual(english.drawn, other.drawn)
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

    @in_this_process
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

    def test_the_hidden_examples_are_drawn_from_the_solutions(self):
        for exercise in all_exercises()[:: 1 if LONG else 3]:
            with self.subTest(exercise.name):
                wanted = drawn(exercise.solution).splitlines()
                for want, line in zip_longest(wanted, exercise.drawn.splitlines()):
                    again = "python3 -m lessons.making exercises draws them anew"
                    self.assertTrue(same(want or "", line or "", "float"), again)

    @in_this_process
    def test_every_stub_fails(self):
        for verdict in judge(all_exercises(), exercises_folder()):
            with self.subTest(verdict.name):
                self.assertIn(verdict.state, ("not begun", "wrong"), verdict)

    def test_no_stub_holds_marks_hints_or_the_solution(self):
        for exercise in all_exercises():
            with self.subTest(exercise.name):
                stub = stubs.stub(exercise.solution)
                self.assertNotRegex(stub, r"# ---|# Hint")
                self.assertNotEqual(stub, stubs.clean(exercise.solution))


class Course(unittest.TestCase):
    def test_they_come_lesson_by_lesson_whatever_their_numbers(self):
        exercises = all_exercises()
        lessons = [exercise.lesson for exercise in exercises]
        self.assertEqual(lessons, sorted(lessons))
        ends = max(place for place, name in enumerate(lessons) if "/09-" in name)
        self.assertEqual(exercises[ends].title, "Your own network")  # of the chapter

    def test_no_number_stands_for_two(self):
        numbers = Counter(exercise.number for exercise in all_exercises())
        twice = [number for number, count in numbers.items() if count > 1]
        self.assertEqual(twice, [], f"{len(numbers) + 1} is free, for any lesson")

    def test_each_has_a_title_a_lesson_and_hints(self):
        there = list((ROOT / "lessons").glob("[0-9]*.md"))
        for exercise in all_exercises():
            with self.subTest(exercise.name):
                first = exercise.solution.splitlines()[0]
                self.assertEqual(first, f'"""{exercise.number} · {exercise.title}')
                self.assertRegex(exercise.lesson, r"^lessons/\d\d-[\w-]+\.md$")
                if there:
                    self.assertIn(ROOT / exercise.lesson, there)
                hints = stubs.hints(exercise.solution)
                self.assertTrue(hints, "end it with a line or more of # Hint: ...")
                for line in exercise.solution.splitlines():
                    self.assertLessEqual(len(line), 88)
