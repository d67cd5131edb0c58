"""The minimiser: valleys of every kind, and what it says when it stops."""

import math
import random
import unittest

from purenet.course import conjugate_gradient
from purenet.course.conjugate_gradient import FLAT, Point, line_search, minimise
from tests import have, near

numpy, optimize = have("numpy"), have("scipy.optimize")


def rosenbrock(theta):
    """A bent valley with steep sides; its bottom is 0 at (1, 1, ...)."""
    cost, gradient = 0.0, [0.0] * len(theta)
    for n in range(len(theta) - 1):
        x, y = theta[n], theta[n + 1]
        cost += (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
        gradient[n] += -2 * (1 - x) - 400 * x * (y - x * x)
        gradient[n + 1] += 200 * (y - x * x)
    return cost, gradient


def quadratic(condition, n=12):
    """A bowl that is `condition` times as steep one way as another."""
    steep = [condition ** (k / (n - 1)) for k in range(n)]

    def cost_and_gradient(theta):
        slopes = [s * t for s, t in zip(steep, theta)]
        return sum(g * t for g, t in zip(slopes, theta)) / 2, slopes

    return cost_and_gradient


def by_scipy(cost, start):
    """Return what SciPy's function asks for: the cost, a start, and the gradient."""
    slopes = lambda t: numpy.array(cost(tuple(t))[1])  # noqa: E731
    return lambda t: cost(tuple(t))[0], start, slopes


class Minimise(unittest.TestCase):
    def test_rosenbrock(self):
        for start in ([-1.2, 1.0], [-1.2, 1.0] * 5, [0.0] * 20):
            with self.subTest(dimensions=len(start)):
                kept = [*start]
                *_, last = minimise(rosenbrock, start, iterations=1000)
                self.assertEqual((last.stopped, start), (FLAT, kept))
                near(self, last.theta, [1.0] * len(start), 5e-6)
                if len(start) == 2:
                    self.assertLess(last.evaluations, 120)

    def test_ill_conditioned_quadratics(self):
        rng = random.Random(1)
        for condition in (1.0, 1e2, 1e4, 1e6):
            with self.subTest(condition=condition):
                start = [rng.gauss(0.0, 1.0) for _ in range(12)]
                *_, last = minimise(quadratic(condition), start, iterations=3000)
                self.assertEqual(last.stopped, FLAT)
                self.assertLess(last.cost, 1e-11)

    def test_every_iteration_is_lower_and_counted(self):
        calls = []

        def counted(theta):
            calls.append(theta)
            return rosenbrock(theta)

        before = math.inf
        for number, iteration in enumerate(minimise(counted, [0.0] * 4, 20)):
            self.assertEqual(iteration.number, number)
            self.assertEqual(iteration.evaluations, len(calls))
            self.assertLess(iteration.cost, before)
            self.assertEqual(iteration.cost, rosenbrock(iteration.theta)[0])
            before = iteration.cost

    def test_says_why_it_stopped(self):
        for count in (0, 3):
            *_, last = minimise(rosenbrock, [0.0, 0.0], iterations=count)
            told = last.number, last.stopped
            self.assertEqual(told, (count, conjugate_gradient.OUT_OF_ITERATIONS))
        only = list(minimise(rosenbrock, [1.0, 1.0]))
        self.assertEqual([i.stopped for i in only], [FLAT])

    def test_a_wrong_gradient_ends_stuck(self):
        uphill = list(minimise(lambda t: (t[0] * t[0], [-2 * t[0]]), [1.0]))
        self.assertEqual(uphill[-1].stopped, conjugate_gradient.STUCK)
        self.assertEqual(uphill[-1].theta, [1.0])

    def test_where_there_is_no_bottom(self):
        *_, last = minimise(lambda t: (t[0], [1.0]), [0.0], iterations=5)
        self.assertLess(last.cost, -1e9)
        self.assertTrue(last.stopped)

    def test_too_far_is_too_high(self):
        def raises(t):
            if t[0] > 1.5:
                raise OverflowError
            return (t[0] - 1) ** 2, [2 * (t[0] - 1)]

        def is_nan(t):
            far = t[0] > 1.5
            return (math.nan, [math.nan]) if far else raises(t)

        for cost in (raises, is_nan):
            *_, last = minimise(lambda t, c=cost: (1e3 * c(t)[0], c(t)[1]), [-40.0])
            self.assertAlmostEqual(last.theta[0], 1.0, places=5)

    @unittest.skipUnless(optimize, "needs SciPy")
    def test_beside_scipy(self):
        tried = (rosenbrock, [-1.2, 1.0] * 3), (quadratic(1e3), [1.0] * 12)
        for cost, start in tried:
            theirs = optimize.fmin_cg(*by_scipy(cost, start), gtol=1e-6, disp=False)
            *_, ours = minimise(cost, start, iterations=2000)
            near(self, ours.theta, theirs, 5e-5)


class LineSearch(unittest.TestCase):
    def test_strong_wolfe_conditions(self):
        rng = random.Random(7)
        for case in range(200):
            line = random_line(rng)
            start, first = line(0.0), 10 ** rng.uniform(-3, 2)
            with self.subTest(case=case, first=first):
                found = line_search(line, start, first)
                lower = conjugate_gradient.LOWER * found.step * start.slope
                self.assertLessEqual(found.cost, start.cost + lower)
                flatter = -conjugate_gradient.FLATTER * start.slope
                self.assertLessEqual(abs(found.slope), flatter)

    def test_gives_the_start_back_where_nothing_is_lower(self):
        """After no more than the trials, of a slope that lies."""
        steps = []

        def line(step):
            steps.append(step)
            return Point(step, [], step, [], -1.0)

        self.assertEqual(line_search(line, line(0.0), 1.0).step, 0.0)
        self.assertLessEqual(len(steps), conjugate_gradient.TRIALS + 2)


def random_line(rng):
    """A curve that starts downhill, goes up in the end, and waves between."""
    a, b, c = rng.uniform(0.5, 5), rng.uniform(0.5, 20), rng.uniform(0, 0.5)

    def line(step):
        cost = (step - a) ** 2 / b + c * math.sin(3 * step)
        slope = 2 * (step - a) / b + 3 * c * math.cos(3 * step)
        return Point(step, [], cost, [], slope)

    return line if line(0.0).slope < 0 else random_line(rng)
