"""The chapter's small parts: vectors, matrices, gates, sigmoids, descent."""

import math
import random
import unittest
from unittest import mock

from purenet import gates
from purenet.descent import descend, gradient
from purenet.matrix import Matrix, Outer
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.vectors import dot
from tests import near


class Vectors(unittest.TestCase):
    def test_the_dot_product_adds_in_order(self):
        # 1.0 where sums are compensated, as sum() does from Python 3.12 on.
        self.assertEqual(dot([0.1] * 10, [1.0] * 10), 0.9999999999999999)


class Matrices(unittest.TestCase):
    def setUp(self):
        rng = random.Random(5)
        self.a = Matrix.gaussian(3, 4, rng)
        self.b = Matrix.gaussian(4, 2, rng)

    def test_zeros_are_passed_over(self):
        m = Matrix([[math.inf, 1.0], [math.nan, 2.0]])
        self.assertEqual(m @ [0.0, 1.0], [1.0, 2.0])
        m += Outer([1.0, 1.0], [0.0, 1.0])
        self.assertEqual([row[1] for row in m], [2.0, 3.0])

    def test_sums_and_multiples(self):
        twice = self.a + self.a
        self.assertEqual(twice, 2 * self.a)
        self.assertEqual(twice, self.a * 2.0)
        self.assertEqual(twice - self.a, self.a)
        kept, twice_too = twice, twice
        twice_too += self.a
        self.assertIs(twice_too, kept)
        self.assertEqual(twice, 3 * self.a)

    def test_a_vector_before_a_matrix(self):
        for v in ([0.5, 0.0, -2.0], [1, 2, 3], (0.1, 0.2, 0.3)):
            self.assertEqual(v @ self.a, self.a.transpose() @ v)
        outer = Outer([1, 2, 3], [4, 5])
        self.assertEqual(outer.transpose(), Outer([4, 5], [1, 2, 3]))

    def test_wrong_shapes_are_named(self):
        for wrong, message in (
            (lambda: [1.0] * 4 @ self.a, "vector of 4 numbers times a 3 x 4"),
            (lambda: self.a @ self.a, "3 x 4 matrix times a 3 x 4"),
            (lambda: self.a @ [1.0] * 3, "3 x 4 matrix times a vector of 1"),
            (lambda: self.a + self.b, "3 x 4 and 4 x 2"),
            (lambda: self.a - self.b, "3 x 4 and 4 x 2"),
            (lambda: self.a.__iadd__(Outer([1], [1])), "3 x 4 .* 1 x 1"),
            (lambda: Matrix([]), "at least one row"),
            (lambda: Matrix.zeros(0, 3), "at least one row"),
            (lambda: Matrix.zeros(3, 0), "at least one row"),
        ):
            with self.subTest(message), self.assertRaisesRegex(ValueError, message):
                wrong()
        for wrong in (lambda m: m + 1, lambda m: m - 1, lambda m: 1 + m):
            with self.assertRaisesRegex(TypeError, "unsupported operand"):
                wrong(Matrix([[1.0]]))

    def test_it_copies_the_rows_it_is_given(self):
        rows = [[1.0, 2.0]]
        m = Matrix(rows)
        m[0][0] = 9.0
        self.assertEqual(rows, [[1.0, 2.0]])
        self.assertNotEqual(m, rows)
        self.assertLess(len(repr(Matrix.zeros(30, 784))), 80)


class Gates(unittest.TestCase):
    def test_whole_numbers_of_any_size(self):
        rng = random.Random(2)
        for bits in (0, 1, 8, 64, 300):
            a, b = rng.getrandbits(bits + 1), rng.getrandbits(bits + 1)
            self.assertEqual(gates.add_whole_numbers(a, b), a + b)

    def test_nothing_but_nand_is_asked(self):
        with mock.patch.object(gates, "NAND", lambda x1, x2: 1):
            self.assertEqual(gates.AND(1, 1), 1)
            self.assertEqual(gates.full_adder(0, 0, 0), (1, 1))


class Neurons(unittest.TestCase):
    def test_sigmoid_never_overflows(self):
        for z, expected in ((1000, 1), (-1000, 0), (math.inf, 1), (-math.inf, 0)):
            self.assertEqual(sigmoid(z), expected)
            self.assertEqual(sigmoid_prime(z), 0)

    def test_sigmoid_refuses_nan_however_often_asked(self):
        for _ in range(5000):  # enough for a compiler that works as it runs
            sigmoid(1.0)
            sigmoid(-1.0)
        for _ in range(3):
            for f in (sigmoid, sigmoid_prime):
                self.assertRaises(ValueError, f, math.nan)

    def test_sigmoid_prime_is_the_slope(self):
        for z in (-5.0, -0.3, 0.0, 2.0):
            slope = (sigmoid(z + 1e-6) - sigmoid(z - 1e-6)) / 2e-6
            self.assertAlmostEqual(sigmoid_prime(z), slope, places=9)

    def test_sigmoid_is_symmetric_and_rises(self):
        values = [sigmoid(z / 10) for z in range(-300, 301)]
        self.assertEqual(values, sorted(values))
        near(self, [1.0 - value for value in values], values[::-1], 1e-15)


class Descent(unittest.TestCase):
    def test_gradient_of_several_variables(self):
        found = gradient(lambda v: math.sin(v[0]) * v[1] ** 2, [0.3, 2.0])
        near(self, found, [math.cos(0.3) * 4, math.sin(0.3) * 4], 5e-9)

    def test_the_path_follows_the_rule(self):
        start = [1.0, 2.0]
        path = list(descend(lambda v: 0, start, 0.5, 2, grad=lambda v: v))
        self.assertEqual(path, [[1.0, 2.0], [0.5, 1.0], [0.25, 0.5]])
        list(descend(lambda v: v[0] ** 2, start, 0.1, 3))
        self.assertEqual(start, [1.0, 2.0])
