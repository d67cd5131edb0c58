"""Andrew Ng's exercise 4: its own figures, and the same sums done twice."""

import math
import os
import random
import unittest
from functools import lru_cache
from pathlib import Path
from unittest import mock

from purenet.course import course, one_vs_all, walk
from purenet.course.conjugate_gradient import minimise
from purenet.course.course import SIZES, examples, predict, random_thetas, unroll
from purenet.course.given import Data
from purenet.course.shared_out import SharedOut
from purenet.course.whole_set import WholeSet
from purenet.data import course_digits, matlab
from purenet.demo import roads
from purenet.descent import gradient
from purenet.matrix import Matrix
from tests import LONG, InAFolder, have, near
from tests.course.test_conjugate_gradient import by_scipy
from tests.data.matlab_files import header, variable

numpy, optimize = have("numpy"), have("scipy.optimize")

DEBUG = [3, 5, 3]
FOLDER = os.environ.get("PURENET_COURSE")


def debug_examples():
    """The course's five examples: sines again, and labels 2 3 1 2 3."""
    x = [list(row) for row in course.debug_thetas([2, 5])[0]]
    return examples(x, [1 + n % 3 for n in range(1, 6)], of=3)


def some_examples(sizes, count, seed):
    """Examples many of whose inputs are 0, as in pictures."""
    rng = random.Random(seed)
    images = [[max(0.0, rng.uniform(-1.0, 1.0)) for _ in range(sizes[0])]
              for _ in range(count)]  # fmt: skip
    labels = [rng.randrange(sizes[-1]) + 1 for _ in range(count)]
    return examples(images, labels, sizes[-1])


class Figures(unittest.TestCase):
    def test_debug_network(self):
        """Its cost is what the course's checkNNGradients has, its slopes that one's."""
        theta, data = unroll(course.debug_thetas(DEBUG)), debug_examples()
        for lmbda, wanted in ((0.0, 2.100950569902), (3.0, 2.146359815024)):
            whole = WholeSet(DEBUG, data, lmbda)
            cost, slopes = course.cost_and_gradient(theta, DEBUG, data, lmbda)
            near(self, whole(theta), (cost, slopes), 1e-11)
            self.assertAlmostEqual(cost, wanted, delta=1e-11)
            by_trying = gradient(whole.cost, theta, 1e-4)  # the course's own check
            apart = course.relative_difference(whole(theta)[1], by_trying)
            self.assertLess(apart, 1e-9)


class Faster(unittest.TestCase):
    def test_whole_set_gives_the_same_numbers(self):
        for sizes in ([4, 3], [6, 5, 4], [5, 4, 3, 2], [1, 1], [2, 3, 1]):
            blank = [([0.0] * sizes[0], [1.0] * sizes[-1])] * 3
            for data in (*(some_examples(sizes, n, len(sizes)) for n in (1, 2, 17)),
                         blank):  # fmt: skip
                theta = unroll(random_thetas(sizes, random.Random(1), epsilon=2.0))
                with self.subTest(sizes=sizes, count=len(data)):
                    wanted = course.cost_and_gradient(theta, sizes, data, 0.7)
                    whole = WholeSet(sizes, data, 0.7)
                    near(self, whole(theta), wanted, 1e-13)
                    near(self, whole.cost(theta), wanted[0], 1e-13)
                    thetas = course.roll(theta, sizes)
                    answers = [predict(thetas, x) for x, y in data]
                    self.assertEqual(whole.predict(theta), answers)

    def test_shared_out_gives_the_same_numbers(self):
        sizes = [6, 5, 4]
        data = some_examples(sizes, 17, seed=1)
        theta = unroll(random_thetas(sizes, random.Random(1), epsilon=2.0))
        with SharedOut(sizes, data, 0.7, processes=2) as shared:
            for _ in range(2):
                near(self, shared(theta), WholeSet(sizes, data, 0.7)(theta), 1e-13)
            self.assertRaisesRegex(ValueError, "has 59 numbers, not 1", shared, [0.0])


class Refusals(unittest.TestCase):
    def test_what_does_not_fit(self):
        small = Matrix([[0.5, 1.0, 2.0]])
        whole = WholeSet([3, 2], examples([[1.0, 2.0, 3.0]], [1], of=2))
        for words, call, *given in (
            ("1-2-1 has 7 numbers, not 4", course.roll, [1, 3, 2, 4], [1, 2, 1]),
            ("has 2 columns for the 1 neurons", course.network, [small, small]),
            ("of 1 to 10, not 0", course.one_hot, 0),
            ("1 images but 2 labels", examples, [[0.5, 0.0]], [2, 1]),
            ("1 images but 2 labels", one_vs_all.train, [[0.0]], [1, 2]),
            ("example 0 has 1 inputs and 1", WholeSet, [2, 1], [([0.5], [1.0])]),
            ("has 8 numbers, not 3", whole, [1.0, 2.0, 3.0]),
            ("no data", WholeSet, [3, 2], []),
            ("no data", SharedOut, [6, 5, 4], []),
            ("at the start is inf", next, minimise(lambda t: (math.inf, [0.0]), [0.0])),
        ):
            with self.subTest(words), self.assertRaisesRegex(ValueError, words):
                call(*given)


class AsLoaded(InAFolder):
    """What `loadmat` gives goes into the course's functions: tables, y in a column."""

    def test_tables(self):
        thetas = random_thetas([4, 3, 2], random.Random(1), 2.0)
        rng = random.Random(2)
        images = [[rng.random() for _ in range(4)] for _ in range(9)]
        labels = [predict(thetas, x) for x in images]
        path = self.folder / "ex.mat"
        kept = {"X": images, "y": [[n] for n in labels], **dict(zip("ab", thetas))}
        parts = [variable(name, list(rows)) for name, rows in kept.items()]
        path.write_bytes(header() + b"".join(parts))
        found = matlab.read(path)
        X, y = found["X"], found["y"]
        self.assertEqual((len(X), X.shape, X[-1], X[2:4]),
                         (9, (9, 4), images[-1], images[2:4]))  # fmt: skip
        self.assertRaises(IndexError, X.__getitem__, 9)
        weights = [Matrix.of(found["a"]), Matrix.of(found["b"])]
        self.assertEqual(weights, thetas)
        self.assertEqual(predict(weights, X), labels)
        self.assertEqual(course.accuracy(weights, X, y), 100.0)
        data = examples(X, y, of=2)
        self.assertEqual(data, examples(images, labels, of=2))
        whole = WholeSet([4, 3, 2], data, 1.0)
        theta = unroll(weights)
        tried = gradient(whole.cost, theta, 1e-4)
        self.assertLess(course.relative_difference(whole(theta)[1], tried), 1e-8)
        if numpy:
            self.assertEqual(numpy.array(X).tolist(), images)
            self.assertEqual(examples(numpy.array(X), numpy.array(y), of=2)[0][1],
                             data[0][1])  # fmt: skip

    def test_they_are_drawn_upright(self):
        stroke = [1.0 if 8 <= k // 20 < 12 else 0.0 for k in range(400)]  # columns
        lines = list(walk.displayed([stroke] * 11, "ascii"))
        self.assertEqual((len(lines), len(lines[0])), (8, 80))
        self.assertEqual({line[:8] for line in lines}, {"   @@   "})


class NotShared(WholeSet):
    """As SharedOut, but in this process."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


@mock.patch.object(walk, "SharedOut", NotShared)
class Demo(InAFolder):
    def test_from_top_to_bottom_with_the_built_in_digits(self):
        with mock.patch.multiple(walk, FEW=4, UNSEEN=6):
            out = list(walk.walk("built-in", iterations=2))
        self.assertIn("Data: 100 digits, made out of the built-in digits", out)
        self.assertLessEqual(max(map(len, out)), 80)
        text = "\n".join(out)
        self.assertRegex(text, r"Relative difference: \d\.?\d*e-1[0-9]")
        self.assertRegex(text, r"One-vs-all .* 40 digits(.*\n){2} .*60 others: \d")
        self.assertRegex(text, r"400-25-10, 40 digits(.*\n){3} .*60 others: \d")

    def test_four_roads(self):
        out = list(roads.lines("built-in", each=4, unseen=4, passes=1))
        self.assertIn("40 to learn from, 40 others", out[0])
        self.assertLessEqual(max(map(len, out)), 80)
        self.assertEqual(sum("training cost" in line for line in out), 4)

    def test_roads_need_digits_to_test_with(self):
        with self.assertRaisesRegex(ValueError, "10 .* and 0 to test with; both"):
            data = Data("here", [[0.5] * 400] * 10, list(range(1, 11)), [])
            with mock.patch.object(roads, "load", return_value=data):
                list(roads.lines(None, each=1))

    def test_the_course_s_own_files_are_preferred(self):
        rng = random.Random(1)
        pixels = [[rng.random() for _ in range(400)] for _ in range(20)]
        labels = [[n % 10 + 1] for n in range(20)]
        path = self.folder / "ex4data1.mat"
        path.write_bytes(header() + variable("X", pixels) + variable("y", labels))
        thetas = zip(("Theta1", "Theta2"), random_thetas(SIZES, rng))
        path.with_name("ex4weights.mat").write_bytes(
            header() + b"".join(variable(n, list(theta)) for n, theta in thetas)
        )
        out = list(walk.walk(self.folder, full=True, iterations=1))
        self.assertIn(f"Data: 20 digits, {path}", out)
        self.assertIn("The given weights, on all 20 digits:", out)


def with_numpy(images, labels, lmbda):
    """Return the course's cost and gradient as NumPy works them out."""
    x = numpy.array(images)
    x = numpy.hstack([numpy.ones((len(x), 1)), x])
    y = numpy.eye(10)[numpy.array(labels) - 1]

    def cost_and_gradient(theta):
        theta = numpy.array(theta)
        theta_1 = theta[: 25 * 401].reshape(401, 25).T
        theta_2 = theta[25 * 401 :].reshape(26, 10).T
        hidden = 1 / (1 + numpy.exp(-x @ theta_1.T))
        hidden = numpy.hstack([numpy.ones((len(x), 1)), hidden])
        z = hidden @ theta_2.T
        cost = (numpy.logaddexp(0, z) - y * z).sum()
        delta_2 = 1 / (1 + numpy.exp(-z)) - y
        delta_1 = (delta_2 @ theta_2 * hidden * (1 - hidden))[:, 1:]
        slopes = [delta_1.T @ x, delta_2.T @ hidden]
        for theta_l, slope in zip((theta_1, theta_2), slopes):
            cost += lmbda / 2 * (theta_l[:, 1:] ** 2).sum()
            slope[:, 1:] += lmbda * theta_l[:, 1:]
        unrolled = numpy.concatenate([slope.T.ravel() for slope in slopes])
        return float(cost / len(x)), (unrolled / len(x)).tolist()

    return cost_and_gradient


def scipys(cost_and_gradient, start):
    """Return the cost that SciPy comes to in 50 iterations."""
    asked = by_scipy(lru_cache(1)(cost_and_gradient), start)
    return optimize.fmin_cg(*asked, maxiter=50, full_output=True, disp=False)[1]


@unittest.skipUnless(FOLDER, "PURENET_COURSE names no folder")
class OnTheCoursesData(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.images, cls.labels = course_digits.read(Path(FOLDER) / "ex4data1.mat")
        cls.data = examples(cls.images, cls.labels)
        cls.whole = WholeSet(SIZES, cls.data)

    def test_the_given_weights(self):
        """All three costs in the long form, one otherwise."""
        tables = matlab.read(Path(FOLDER) / "ex4weights.mat", "Theta1", "Theta2")
        theta = unroll([Matrix(list(tables[name])) for name in ("Theta1", "Theta2")])
        costs = {0: 0.287629165161, 1: 0.383769859091, 3: 0.576051246950}
        for lmbda in costs if LONG else [1]:
            self.whole.lmbda = lmbda
            cost = self.whole.cost(theta)
            self.assertAlmostEqual(cost, costs[lmbda], delta=1e-11)
        self.assertEqual(self.whole.accuracy(theta), 97.52)

    def check(self, last):
        self.assertLessEqual(last.cost, 0.52)
        self.assertTrue(94.5 <= self.whole.accuracy(last.theta) <= 98.0)

    @unittest.skipUnless(LONG, "minutes of training: set PURENET_LONG=1")
    def test_training(self):
        """50 iterations, every sum worked out in plain Python."""
        start = unroll(random_thetas(SIZES, random.Random(1)))
        with SharedOut(SIZES, self.data, 1.0) as cost:
            *_, last = minimise(cost, start, iterations=50)
        self.check(last)

    @unittest.skipUnless(LONG and optimize, "needs SciPy, and PURENET_LONG=1")
    def test_training_beside_scipys(self):
        """The same with the sums by NumPy, from three starts, beside fmin_cg."""
        cost = with_numpy(self.images, self.labels, 1.0)
        self.whole.lmbda = 1.0
        for seed in (1, 2, 3):
            start = unroll(random_thetas(SIZES, random.Random(seed)))
            self.assertAlmostEqual(cost(start)[0], self.whole.cost(start), places=11)
            *_, last = minimise(cost, start, iterations=50)
            right = self.whole.accuracy(last.theta)
            print(f"seed {seed}: cost {last.cost:.4f}, {right} %")
            self.check(last)
            self.assertLessEqual(last.cost, scipys(cost, start) + 0.06)
