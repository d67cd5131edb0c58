"""network2 against chapter 1's network, and against finite differences."""

import contextlib
import io
import json
import math
import random
import shutil
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from purenet import network
from purenet.engines.packed import PackedNetwork
from purenet.mnist_loader import load_data_wrapper
from purenet.network2 import CrossEntropyCost, Network, QuadraticCost, load
from purenet.sigmoid import sigmoid, sigmoid_prime
from tests import LONG, have, near

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
                near(self, CrossEntropyCost.fn([a], [y]), plain, 1e-9)
        for a, y, bits in ((1, 1.0, 0), (1, 0.0, 53), (0, 0.0, 0), (0, 1.0, 1074)):
            near(self, CrossEntropyCost.fn([a], [y]), bits * math.log(2), 1e-9)
            self.assertEqual(CrossEntropyCost.delta([1e3], [a], [y]), [a - y])

    def test_delta_is_the_slope_of_fn(self):
        for cost in (QuadraticCost, CrossEntropyCost):
            for z in (-4.0, 0.2, 3.0):
                above = cost.fn([sigmoid(z + 1e-5)], [0.25])
                below = cost.fn([sigmoid(z - 1e-5)], [0.25])
                slope = cost.delta([z], [sigmoid(z)], [0.25])[0]
                self.assertAlmostEqual(slope, (above - below) / 2e-5, places=8)


class Learning(unittest.TestCase):
    def test_another_cost_changes_cost_derivative_or_output_delta(self):
        class CrossEntropy(network.Network):
            def cost_derivative(self, outputs, y):
                return [(a_j - y_j) / (a_j * (1 - a_j)) for a_j, y_j in zip(outputs, y)]

        [(x, y)] = some_examples([3, 4, 2], 1, random.Random(2))
        first = CrossEntropy([3, 4, 2], seed=1).backprop(x, y)
        second = Network([3, 4, 2], seed=1, init="book").backprop(x, y)
        near(self, first, second, 1e-14)

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

    def test_a_neuron_deep_in_saturation_still_learns(self):
        for z, y in ((800.0, 0.0), (-800.0, 1.0)):
            net = Network([1, 1], seed=0)
            net.weights[0][0][0], net.biases[0][0] = z, 0.0
            self.assertEqual(abs(net.backprop([1.0], [y])[0][0][0]), 1.0)


class Half:
    """A cost as a reader of the book writes one."""

    @staticmethod
    def fn(a, y):
        return sum(a_j - y_j for a_j, y_j in zip(a, y)) / 2

    @staticmethod
    def delta(z, a, y):
        return [[z_j / 8 + (a_j - y_j) / 2] for z_j, a_j, y_j in zip(z, a, y)]


class Fast(unittest.TestCase):
    """The engines come to the numbers of the plain loops."""

    COUNT = 200 if LONG else 60
    DATA = load_data_wrapper("built-in", train=COUNT, validation=0, test=30)

    def trained(self, engine, cost, lmbda):
        training, _, tests = self.DATA
        net = Network([784, 5, 10], cost, seed=3, engine=engine)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            found = net.SGD(training, 5, 5, 0.5, lmbda, tests, *[True] * 4)
        return net, found, out.getvalue()

    def test_the_same_as_in_plain_loops_after_many_mini_batches(self):
        few = (CrossEntropyCost, 5.0), (Half, 0.0)
        more = (CrossEntropyCost, 0.0), (QuadraticCost, -1.0), (Half, 300.0)
        for cost, lmbda in (*few, *more) if LONG else few:
            slow, wanted, said = self.trained("plain", cost, lmbda)
            self.assertFalse(slow._layers)
            for engine in ("packed", "flat") if lmbda else ("packed",):
                with self.subTest(cost=cost, lmbda=lmbda, engine=engine):
                    net, found, told = self.trained(engine, cost, lmbda)
                    near(self, net.weights, slow.weights, 1e-6)
                    near(self, net.biases, slow.biases, 1e-6)
                    near(self, found, wanted, 1e-6)
                    self.assertEqual(len(told.split()), len(said.split()))

    def test_an_engine_does_the_work(self):
        """But for a method that has been written anew."""
        for engine in ("packed", "flat"):
            net = Network([4, 3, 2], seed=1, engine=engine)
            batch = [([0.5, 0.0, 0.25, 0.0], [0.0, 1.0])]
            self.assertTrue(net.stepped(batch, 0.5, keep=0.99))
            net.backprop = net.backprop
            self.assertTrue(net.stepped(batch, 0.5))
            net.backprop = super(Network, net).backprop.__call__
            self.assertFalse(net.stepped(batch, 0.5))
        with self.assertRaisesRegex(ValueError, "one of plain, packed, flat, not 'x'"):
            Network([2, 1], engine="x")

    def test_much_shrunk_it_goes_on(self):
        """Where the lanes end, the plain loops take a step, and it is packed anew."""
        nets = [Network([4, 3, 2], seed=1, engine=e) for e in ("plain", "packed")]
        steps = 0
        for k in range(60):
            batch = [([k % 5 / 8, 0.5, 0.0, 0.25], [k % 2, 1.0])]
            for net in nets:
                net.update_mini_batch(batch, 0.5, lmbda=1.0, n=2)
            steps += bool(nets[1]._layers)
        near(self, nets[0].weights, nets[1].weights, 1e-6)
        self.assertGreater(steps, 40)
        net = Network.from_weights([[[0.5]], [[0.5]]], [[9.0], [9.0]])
        net.use(PackedNetwork)
        for _ in range(3):  # what the lanes hold of a bias grows
            self.assertTrue(net.stepped([([0.0], [0.5])], 0.5, keep=0.7))
            for layer in net._layers:
                self.assertLessEqual(layer._largest() - 2.0**-31, layer.reach)
        for keep in (0.0, -1.0, math.nan):
            self.assertFalse(nets[1].stepped(batch, 0.5, keep))


class TheBook(unittest.TestCase):
    """The names and the orders of arguments of the book's program."""

    DATA = [([0.0, 1.0], [0.0, 1.0]), ([1.0, 0.0], [1.0, 0.0])] * 2
    TESTS = [([0.0, 1.0], 1), ([1.0, 0.0], 0), ([1.0, 0.0], 1)]

    def trained(self, *more, net=None, epochs=2, **named):
        net = net or Network([2, 2], seed=3)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            return net.SGD(self.DATA, epochs, 1, 0.5, *more, **named), out.getvalue()

    def test_what_is_monitored(self):
        found, said = self.trained(0.1, self.TESTS, True, True, True, True)
        self.assertEqual([len(each) for each in found], [2] * 4)
        self.assertEqual(
            [line.split(": ")[0] for line in said.splitlines()[:5]],
            ["Epoch 0 training complete", "Cost on training data",
             "Accuracy on training data", "Cost on evaluation data",
             "Accuracy on evaluation data"],
        )  # fmt: skip
        with mock.patch.object(PackedNetwork, "outputs_for", autospec=True) as ask:
            ask.side_effect = lambda net, inputs: [[0.5, 0.5]] * len(inputs)
            self.trained(0.1, self.TESTS, True, True, True, True)
        self.assertEqual(ask.call_count, 4)  # two epochs: once for both of each data
        for number in range(4):
            asked = [number == place for place in range(4)]
            one, _ = self.trained(0.1, self.TESTS, *asked)
            wanted = [found[number] if yes else [] for yes in asked]
            self.assertEqual(list(one), wanted)
        with self.assertRaisesRegex(ValueError, "give evaluation_data"):
            self.trained(early_stopping_n=1)

    def test_what_is_known_is_of_these_inputs(self):
        """Others may be made where they have been, once nobody has them."""
        net = Network([2, 2], seed=3)
        net._known = {}
        for k in range(20):
            [answer] = net.outputs_for([[k / 20, 1.0]])
            near(self, answer, net.feedforward([k / 20, 1.0]), 1e-6)

    def test_early_stopping(self):
        """After n epochs of which none has read more than the best before."""

        class Told(Network):
            def evaluate(self, data):
                return next(self.counts)

        for n, counts, epochs in (
            (0, [3, 2, 1, 0, 0], 5), (1, [1, 2, 2], 3), (2, [1, 3, 2, 3], 4),
            (2, [0, 0, 1, 0, 2], 5), (3, [9, 8, 7, 6], 4),
        ):  # fmt: skip
            for monitored in (True, False):
                net = Told([2, 2], seed=3)
                net.counts = iter(counts)
                found, said = self.trained(
                    0.0, self.TESTS, False, monitored, net=net, epochs=5,
                    early_stopping_n=n,
                )  # fmt: skip
                self.assertEqual(said.count("complete"), epochs)
                if monitored:
                    self.assertEqual(found[1], counts)

    def test_either_kind_of_y(self):
        net = Network([2, 2], seed=3)
        digits = [(x, y.index(1.0)) for x, y in self.DATA]
        columns = [(x, [[y_j] for y_j in y]) for x, y in self.DATA]
        for ask in (net.accuracy, net.total_cost):
            wanted = ask(self.DATA)
            for data, convert in ((digits, False), (digits, True), (columns, True)):
                self.assertEqual(ask(data, convert=convert), wanted)
        self.assertEqual(net.accuracy(zip(*zip(*digits))), net.evaluate(digits))
        for data, words in (([], "no data"), (5, "list of pairs"), (zip(), "used up"),
                            ([([0.0, 1.0], [1.0])], "1 outputs")):  # fmt: skip
            self.assertRaisesRegex(ValueError, words, net.total_cost, data)

    def test_a_readers_own_methods_are_asked(self):
        calls = []

        class Mine(Network):
            def default_weight_initializer(self):
                self.weights, self.biases = [[[0, 0], [0, 0]]], [[0, 0]]

            def update_mini_batch(self, mini_batch, eta, lmbda, n):
                calls.append((len(mini_batch), eta, lmbda, n))
                super().update_mini_batch(mini_batch, eta, lmbda, n)

            def accuracy(self, data, convert=False):
                return len(data)

            def total_cost(self, data, lmbda, convert=False):
                return -lmbda

        net = Mine([2, 2])
        self.assertEqual(net.biases, [[0.0, 0.0]])
        found, _ = self.trained(0.1, self.TESTS, *[True] * 4, net=net)
        self.assertEqual(found, ([-0.1] * 2, [3] * 2, [-0.1] * 2, [4] * 2))
        self.assertEqual(calls, [(1, 0.5, 0.1, 4)] * 8)

    def test_a_cost_out_of_the_book_calculates_with_vectors(self):
        """With NumPy's functions, or with none."""
        costs = [(lambda a, y: sum((a - y) ** 2) / 2, QuadraticCost)]
        if numpy := have("numpy"):
            norm, log = numpy.linalg.norm, numpy.log
            costs += [
                (lambda a, y: 0.5 * norm(a - y) ** 2, QuadraticCost),
                (lambda a, y: numpy.sum(-y * log(a) - (1 - y) * log(1 - a)),
                 CrossEntropyCost),
            ]  # fmt: skip
        for fn, known in costs:

            class Theirs:
                @staticmethod
                def delta(z, a, y, known=known):
                    slope = sigmoid_prime(z) if known is QuadraticCost else 1.0
                    return (a - y) * slope

            Theirs.fn = staticmethod(fn)
            found = []
            for cost in (Theirs, known):
                net = Network([2, 3, 2], cost, seed=3)
                found += [self.trained(1.0, monitor_training_cost=True, net=net)[0]]
            near(self, *found, 1e-9)

    def test_save_and_load_both_ways_with_the_rest_and_with_the_book(self):
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        for cost in (QuadraticCost, CrossEntropyCost):
            net = Network([3, 2], cost, seed=1)
            for name in ("net.npz", "net"):
                net.save(folder / name)
                again = load(folder / name)
                self.assertEqual((again.weights, again.cost), (net.weights, cost))
        found = json.loads((folder / "net").read_text())
        self.assertEqual([*found], ["sizes", "weights", "biases", "cost"])
        self.assertEqual([len(found["biases"][0]), len(found["biases"][0][0])], [2, 1])
        mine = Network([2, 1], Half)
        self.assertRaisesRegex(ValueError, "cost Half .* net.cost =", mine.save, "x")
        (folder / "net").write_text(json.dumps({**found, "cost": "Half"}))
        self.assertRaisesRegex(ValueError, "cost is one of", load, folder / "net")

    def test_a_cost_that_cannot_be_asked_is_named_before_the_first_epoch(self):
        fn, delta = staticmethod(Half.fn), staticmethod(Half.delta)
        for methods, words in (
            ({}, "Mine has static methods .* no attribute"),
            ({"delta": delta}, "no attribute 'fn'"),
            ({"fn": Half.fn, "delta": staticmethod(lambda a, y: a)}, "2 positional"),
            ({"fn": fn, "delta": staticmethod(lambda z, a, y: a - "y")}, "unsupported"),
            ({"fn": fn, "delta": staticmethod(lambda z, a, y: 0.5)}, "flat list"),
            ({"fn": fn, "delta": staticmethod(lambda z, a, y: [1])}, "1 numbers for 2"),
        ):
            net = Network([2, 2], type("Mine", (), methods))
            with self.subTest(words), self.assertRaisesRegex(ValueError, words):
                self.trained(net=net)
        self.trained(0.1, net=Network([2, 2], Half()))  # an instance, too
