"""The minimiser: valleys of every kind, and what it says when it stops."""

import math
import random
import unittest

from purenet.course import conjugate_gradient
from purenet.course.conjugate_gradient import (
    FLAT,
    FLATTER,
    LOWER,
    OUT_OF_ITERATIONS,
    STUCK,
    Point,
    line_search,
    minimise,
)

try:
    import numpy
    from scipy.optimize import fmin_cg
except ImportError:
    fmin_cg = None


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


class Minimise(unittest.TestCase):
    def test_rosenbrock(self):
        for start in ([-1.2, 1.0], [-1.2, 1.0] * 5, [0.0] * 20):
            with self.subTest(dimensions=len(start)):
                *_, last = minimise(rosenbrock, start, iterations=1000)
                self.assertEqual(last.stopped, FLAT)
                for number in last.theta:
                    self.assertAlmostEqual(number, 1.0, places=5)

    def test_rosenbrock_takes_few_evaluations(self):
        *_, last = minimise(rosenbrock, [-1.2, 1.0], iterations=1000)
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
        last = list(minimise(rosenbrock, [0.0, 0.0], iterations=3))[-1]
        self.assertEqual((last.number, last.stopped), (3, OUT_OF_ITERATIONS))
        only = list(minimise(rosenbrock, [0.0, 0.0], iterations=0))
        self.assertEqual([i.stopped for i in only], [OUT_OF_ITERATIONS])
        only = list(minimise(rosenbrock, [1.0, 1.0]))
        self.assertEqual([i.stopped for i in only], [FLAT])

    def test_a_wrong_gradient_ends_stuck(self):
        uphill = list(minimise(lambda t: (t[0] * t[0], [-2 * t[0]]), [1.0]))
        self.assertEqual(uphill[-1].stopped, STUCK)
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

    def test_start_is_not_changed(self):
        start = [0.0, 0.0]
        list(minimise(rosenbrock, start))
        self.assertEqual(start, [0.0, 0.0])

    @unittest.skipUnless(fmin_cg, "needs SciPy")
    def test_beside_scipy(self):
        for cost, start in (
            (rosenbrock, [-1.2, 1.0] * 3),
            (quadratic(1e3), [1.0] * 12),
        ):
            theirs = fmin_cg(
                lambda t, c=cost: c(list(t))[0],
                start,
                lambda t, c=cost: numpy.array(c(list(t))[1]),
                gtol=1e-6,
                disp=False,
            )
            *_, ours = minimise(cost, start, iterations=2000)
            for a, b in zip(ours.theta, theirs):
                self.assertAlmostEqual(a, b, places=4)


class LineSearch(unittest.TestCase):
    def test_strong_wolfe_conditions(self):
        rng = random.Random(7)
        for case in range(200):
            line = random_line(rng)
            start = line(0.0)
            first = 10 ** rng.uniform(-3, 2)
            with self.subTest(case=case, first=first):
                found = line_search(line, start, first)
                self.assertLessEqual(
                    found.cost, start.cost + LOWER * found.step * start.slope
                )
                self.assertLessEqual(abs(found.slope), -FLATTER * start.slope)

    def test_gives_the_start_back_where_nothing_is_lower(self):
        def line(step):
            return Point(step, [], step, [], -1.0)  # a slope that lies

        self.assertEqual(line_search(line, line(0.0), 1.0).step, 0.0)

    def test_never_more_than_the_trials(self):
        steps = []

        def line(step):
            steps.append(step)
            return Point(step, [], step, [], -1.0)

        line_search(line, Point(0.0, [], 0.0, [], -1.0), 1.0)
        self.assertLessEqual(len(steps), conjugate_gradient.TRIALS + 1)


def random_line(rng):
    """A curve that starts downhill, goes up in the end, and waves between."""
    a, b, c = rng.uniform(0.5, 5), rng.uniform(0.5, 20), rng.uniform(0, 0.5)

    def line(step):
        cost = (step - a) ** 2 / b + c * math.sin(3 * step)
        slope = 2 * (step - a) / b + 3 * c * math.cos(3 * step)
        return Point(step, [], cost, [], slope)

    return line if line(0.0).slope < 0 else random_line(rng)
