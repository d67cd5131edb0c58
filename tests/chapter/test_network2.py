"""network2 against chapter 1's network, and against finite differences."""

import math
import random
import unittest

from purenet import network
from purenet.network2 import CrossEntropyCost, Network, QuadraticCost
from purenet.sigmoid import sigmoid
from tests import near

SHAPES = ([2, 1], [3, 4, 2], [3, 4, 5, 2])


def some_examples(sizes, count, rng):
    """Return pairs of inputs from -1 to 1 and outputs from 0 to 1."""
    ins, outs = range(sizes[0]), range(sizes[-1])
    return [([rng.uniform(-1, 1) for _ in ins], [rng.random() for _ in outs])
            for _ in range(count)]  # fmt: skip


class Costs(unittest.TestCase):
    def test_cross_entropy_is_the_formula_where_that_can_be_worked_out(self):
        for z in (-20.0, -3.0, 0.0, 0.5, 12.0):
            for y in (0.0, 0.3, 1.0):
                a = sigmoid(z)
                plain = -(y * math.log(a) + (1 - y) * math.log(1 - a))
                near(self, CrossEntropyCost.fn([z], [a], [y]), plain, 5e-8)
        for z, y, cost in ((1000.0, 1.0, 0.0), (1000.0, 0.0, 1000.0),
                           (-1000.0, 0.0, 0.0), (-1000.0, 1.0, 1000.0)):  # fmt: skip
            a = sigmoid(z)  # 0 or 1
            self.assertEqual(CrossEntropyCost.fn([z], [a], [y]), cost)
            self.assertEqual(CrossEntropyCost.delta([z], [a], [y]), [a - y])

    def test_delta_is_the_slope_of_fn(self):
        for cost in (QuadraticCost, CrossEntropyCost):
            for z in (-4.0, 0.2, 3.0):
                above = cost.fn([z + 1e-5], [sigmoid(z + 1e-5)], [0.25])
                below = cost.fn([z - 1e-5], [sigmoid(z - 1e-5)], [0.25])
                slope = cost.delta([z], [sigmoid(z)], [0.25])[0]
                self.assertAlmostEqual(slope, (above - below) / 2e-5, places=8)


class Learning(unittest.TestCase):
    def test_backprop_is_the_slope_of_total_cost(self):
        for sizes in SHAPES:
            for cost in (QuadraticCost, CrossEntropyCost):
                with self.subTest(sizes=sizes, cost=cost.__name__):
                    net = Network(sizes, cost=cost, seed=1, init="book")
                    [(x, y)] = some_examples(sizes, 1, random.Random(2))
                    nabla_b, nabla_w = net.backprop(x, y)
                    for layer, w in enumerate(net.weights):
                        self.check_slopes(net, x, y, net.biases[layer], nabla_b[layer])
                        for row, slopes in zip(w, nabla_w[layer]):
                            self.check_slopes(net, x, y, row, slopes)

    def test_another_cost_changes_cost_derivative_or_output_delta(self):
        class CrossEntropy(network.Network):
            def cost_derivative(self, outputs, y):
                return [(a_j - y_j) / (a_j * (1 - a_j)) for a_j, y_j in zip(outputs, y)]

        [(x, y)] = some_examples([3, 4, 2], 1, random.Random(2))
        first = CrossEntropy([3, 4, 2], seed=1).backprop(x, y)
        second = Network([3, 4, 2], seed=1, init="book").backprop(x, y)
        near(self, first, second, 1e-14)

    def check_slopes(self, net, x, y, numbers, slopes):
        for k, number in enumerate(numbers):
            numbers[k] = number + 1e-5
            above = net.total_cost([(x, y)])
            numbers[k] = number - 1e-5
            below = net.total_cost([(x, y)])
            numbers[k] = number
            self.assertAlmostEqual(slopes[k], (above - below) / 2e-5, places=8)

    def test_quadratic_without_lmbda_is_chapter_1(self):
        for sizes in SHAPES:
            data = some_examples(sizes, 20, random.Random(3))
            first = network.Network(sizes, seed=5)
            second = Network(sizes, cost=QuadraticCost, seed=5, init="book")
            for net in (first, second):
                list(net.train(data, 3, 4, 2.0))
            self.assertEqual(first.weights, second.weights)
            self.assertEqual(first.biases, second.biases)

    def test_lmbda_shrinks_weights_and_no_biases(self):
        data = some_examples([3, 4, 2], 10, random.Random(4))
        eta, lmbda = 0.5, 2.0
        plain, start, shrunk = (Network([3, 4, 2], seed=6) for _ in range(3))
        list(plain.train(data, 1, 10, eta))
        list(shrunk.train(data, 1, 10, eta, lmbda=lmbda))
        self.assertEqual(plain.biases, shrunk.biases)
        for w, w_start, w_shrunk in zip(plain.weights, start.weights, shrunk.weights):
            near(self, w_shrunk, w + (-eta * lmbda / 10) * w_start, 1e-14)

    def test_lmbda_is_forgotten_after_the_training(self):
        data = some_examples([3, 2], 4, random.Random(4))
        one, other = Network([3, 2], seed=1), Network([3, 2], seed=1)
        for net, then in ((one, {}), (other, {"lmbda": 0.0})):
            list(net.train(data, 1, 2, 0.5, lmbda=1.0))
            list(net.train(data, 1, 2, 0.5, **then))
        self.assertEqual(one.weights, other.weights)

    def test_a_neuron_deep_in_saturation_still_learns(self):
        for z, y in ((800.0, 0.0), (-800.0, 1.0)):
            net = Network([1, 1], seed=0)
            net.weights[0][0][0], net.biases[0][0] = z, 0.0
            self.assertEqual(abs(net.backprop([1.0], [y])[0][0][0]), 1.0)

    def test_no_data_has_no_mean_cost(self):
        self.assertRaisesRegex(ValueError, "no data", Network([2, 1]).total_cost, [])
