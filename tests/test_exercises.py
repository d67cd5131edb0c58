"""The exercises: every solution is right, every stub and every slip is not."""

import tempfile
import unittest
from collections import Counter
from pathlib import Path

from purenet.classroom import stubs
from purenet.classroom.exercises import (
    FINDER,
    all_exercises,
    exercises_folder,
    solutions_folder,
)
from purenet.classroom.judging import judge

ROOT = Path(__file__).resolve().parents[1]

# For each solution its key line, and that line broken. Where an exercise is to
# find a bug, the stub is the broken solution, and nothing is needed here.
BROKEN = {
    "01_festival": ("total > threshold", "total >= threshold"),
    "02_threshold_to_bias": ("+ bias > 0", "+ bias >= 0"),
    "03_choose_weights": ("[4, 2, 2], -5", "[4, 2, 2], -3"),
    "04_predict_decisions": ("[0, 1, 0, 0, 1]", "[0, 1, 0, 1, 1]"),
    "05_nand": ("[-2, -2], 3", "[-2, -2], 2"),
    "06_more_gates": ("NAND(NOT(x1), NOT(x2))", "NAND(NOT(x1), x2)"),
    "07_xor": ("AND(OR(x1, x2), NAND(x1, x2))", "OR(x1, x2)"),
    "08_half_adder": (", NAND(n, n)", ", n"),
    "10_add_numbers": ("bits.append(carry)", "bits.append(0)"),
    "11_sigmoid": ("if z >= 0:", "if True:"),
    "12_small_change": ("+ bias_change)", ")"),
    "13_times_c": ("c * perceptron.bias", "perceptron.bias"),
    "14_growing_c": (">= distance", "> 2 * distance"),
    "15_count_parameters": ("sum(sizes[1:])", "sum(sizes)"),
    "16_component_form": ("w[j][k] * a[k]", "w[k % len(w)][j % len(a)] * a[k]"),
    "18_cut_a_number": ("len(picture[0]) + 1)", "len(picture[0]))"),
    "19_ten_outputs": ("outputs.index(max(outputs))", "round(sum(outputs))"),
    "20_bitwise_output": ("else -10.0 for", "else 0.0 for"),
    "21_cost": ("(2 * len(wanted))", "2"),
    "22_downhill": ("v = step(v, gradient_at(v), eta)", "v = step(v, v, eta)"),
    "23_best_small_step": ("scale(-epsilon / length", "scale(epsilon / length"),
    "24_one_variable": ("[-1, -1, 1, 1]", "[-1, 1, -1, 1]"),
    "26_online_learning": ("-(-examples //", "(examples //"),
    "27_no_hidden_layer": ("3, 10, 1.0)", "3, 10, 0.0)"),
    "29_dead_outputs": ("digit not in answers]", "digit in answers]"),
    "30_worst_mistakes": ("-triple[0]", "triple[0]"),
    "31_shrinking_slopes": ("slope *= w *", "slope *="),
    "32_output_error": ("* sigmoid_prime(z_j)", ""),
    "33_one_layer_back": ("w.transpose() @ delta", "w @ delta"),
    "34_gradient_from_error": ("Outer(delta, a)", "Outer(a, delta)"),
    "35_check_by_trying": ("* sigmoid_prime(z1)", "* sigmoid_prime(a1)"),
    "36_one_plus": ("x + y > 999", "x + y > 1000"),
    "37_lane_width": ("largest >= 2 **", "largest > 2 **"),
    "38_cost_from_z": ("max(z, 0.0)", "abs(z)"),
    "41_all_at_once": ("A @ w.transpose()", "A @ A.transpose()"),
    "42_autograd": ("self.slope += slope", "self.slope = slope"),
}


def verdicts(folder):
    return {verdict.name: verdict for verdict in judge(all_exercises(), Path(folder))}


class Solutions(unittest.TestCase):
    def test_every_solution_is_right(self):
        for name, verdict in verdicts(solutions_folder()).items():
            with self.subTest(name):
                self.assertEqual(verdict.state, "right", verdict)

    def test_every_broken_solution_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            for exercise in all_exercises():
                broken = stubs.stub(exercise.solution)
                if exercise.name in BROKEN:
                    line, slip = BROKEN[exercise.name]
                    solution = stubs.clean(exercise.solution)
                    self.assertEqual(solution.count(line), 1, exercise.name)
                    broken = solution.replace(line, slip)
                broken = f"# tried\n{broken}"
                path = Path(folder, exercise.file_name)
                path.write_bytes(broken.encode("utf-8"))
            for name, verdict in verdicts(folder).items():
                with self.subTest(name):
                    self.assertIn(verdict.state, ("wrong", "raised"), verdict)
                    self.assertTrue(verdict.call, "it failed before any call")


class Stubs(unittest.TestCase):
    def test_the_learners_files_are_cut_from_the_solutions(self):
        names = {path.name for path in exercises_folder().glob("*.py")}
        wanted = {exercise.file_name for exercise in all_exercises()}
        self.assertEqual(names, {*wanted, FINDER})
        finders = {
            (folder / FINDER).read_bytes()
            for folder in (exercises_folder(), solutions_folder())
        }
        self.assertEqual(len(finders), 1)
        for exercise in all_exercises():
            with self.subTest(exercise.name):
                path = exercises_folder() / exercise.file_name
                self.assertEqual(
                    path.read_text(encoding="utf-8"),
                    stubs.stub(exercise.solution),
                    "python3 -m purenet.making exercises cuts them all anew; in a "
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
        exercises = all_exercises()
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


if __name__ == "__main__":
    unittest.main()
