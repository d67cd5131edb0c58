"""What a learner changes is obeyed: methods, weights, data of other kinds.

Each method that the book invites to write anew is called by everything that
trains or counts, in all three networks.
"""

import copy
import math
import pickle
import random
import threading
import unittest
import warnings

from purenet import network2
from purenet.engines.flat import FlatNetwork
from purenet.engines.packed import PackedNetwork
from purenet.matrix import Matrix, Outer
from purenet.network import Network
from purenet.runs import saved
from purenet.vectors import add, dot, subtract
from tests import near

KINDS = (Network, network2.Network, PackedNetwork, FlatNetwork)
rng = random.Random(4)
DATA = [([rng.randrange(256) / 256 for _ in range(6)],
         [float(j == k % 3) for j in range(3)]) for k in range(40)]  # fmt: skip
TESTS = [(x, y.index(1.0)) for x, y in DATA]


def trained(net, epochs=1):
    list(net.train(DATA, epochs, 10, 1.0, test_data=TESTS))
    return net


def a_kind(base, **methods):
    """Return a subclass with these methods."""
    return type("Mine", (base,), methods)


class Hooks(unittest.TestCase):
    def test_each_is_called_by_name(self):
        """A subclass that only counts its calls learns the very same."""
        for kind in KINDS:
            for name, calls in (
                ("backprop", 40), ("cost_derivative", 40), ("update_mini_batch", 4),
                ("evaluate", 1), ("predict", 40), ("feedforward", 40),
                ("activation", 40),
            ):  # fmt: skip
                counted = []

                def method(self, *args, name=name, kind=kind, counted=counted):
                    counted.append(name)
                    return getattr(kind, name)(self, *args)

                subclass = a_kind(kind, **{name: method})
                with self.subTest(kind=kind, name=name):
                    # The cross-entropy's delta is known for sigma only.
                    special = name in ("activation", "cost_derivative")
                    quadratic = kind is network2.Network and special
                    cost = {"cost": network2.QuadraticCost} if quadratic else {}
                    net = trained(subclass([6, 4, 3], seed=1, **cost))
                    self.assertGreaterEqual(len(counted), calls)
                    other = trained(kind([6, 4, 3], seed=1, **cost))
                    near(self, net.weights, other.weights, 5e-8)

    def test_the_order_that_a_seed_gives(self):
        """Every figure of the lessons and the README hangs on it."""
        data = [([k / 8], [0.0]) for k in range(8)]
        order = [[4, 2, 5], [7, 1, 3], [6, 0], [7, 4, 2], [0, 6, 1], [3, 5]]
        for kind in KINDS:
            met = []

            def note(self, mini_batch, eta, *more, met=met):
                met.append([int(8 * x[0]) for x, y in mini_batch])

            subclass = a_kind(kind, update_mini_batch=note)
            list(subclass([1, 1], seed=5).train(data, 2, 3, 1.0))
            self.assertEqual(met, order)

    def test_evaluate_counts_by_what_was_overridden(self):
        for kind in KINDS:
            for subclass, right in (
                (a_kind(kind, predict=lambda net, x: 2), 13),
                (a_kind(kind, feedforward=lambda net, a: (0, 0, 1)), 13),
                (a_kind(kind, evaluate=lambda net, data: 7), 7),
            ):
                net = subclass([6, 4, 3], seed=1)
                with self.subTest(kind=kind, right=right):
                    self.assertEqual(net.evaluate(TESTS), right)
                    (epoch,) = net.train(DATA, 1, 10, 1.0, test_data=TESTS)
                    self.assertEqual(epoch.correct, right)
            net = kind([6, 4, 3], seed=1)
            net.predict = lambda x: 0  # a method put on one network
            self.assertEqual(net.evaluate(TESTS), 14)
            with self.assertWarnsRegex(UserWarning, "nothing asks forward"):
                a_kind(kind, forward=lambda net, x: None)

    def test_backprop_may_return_matrices_or_rows(self):
        forms = (lambda m: m, lambda m: Matrix(list(m)),
                 lambda m: [list(row) for row in m],
                 lambda m: tuple(tuple(row) for row in m))  # fmt: skip
        for kind in KINDS:
            expected = trained(kind([6, 4, 3], seed=1))
            for form in forms:

                class Mine(kind):
                    def backprop(self, x, y, form=form):
                        nabla_b, nabla_w = super().backprop(x, y)
                        columns = [[[n] for n in b] for b in nabla_b]
                        return columns, [*map(form, nabla_w)]

                net = trained(Mine([6, 4, 3], seed=1))
                near(self, net.weights, expected.weights, 1e-7)

    def test_an_outer_product_that_was_changed_is_added_as_changed(self):
        product = Outer([1.0, 2.0], [0.0, 3.0])
        product[0][0] = 5.0
        m = Matrix.zeros(2, 2)
        m += product
        self.assertEqual(m, Matrix([[5, 3], [0, 6]]))

    def test_another_cost_in_every_network(self):
        """dC/da = 2 (a - y): twice the gradient, however the cost is named."""
        for kind in KINDS:
            twice_it = lambda n, a, y: [2 * d for d in subtract(a, y)]  # noqa: E731
            double = a_kind(kind, cost_derivative=twice_it)
            named = "cost" in str(kind.__init__.__annotations__)
            settings = {"cost": network2.QuadraticCost} if named else {}
            once = kind([6, 4, 3], seed=1, **settings).backprop(*DATA[0])
            twice = double([6, 4, 3], seed=1, **settings).backprop(*DATA[0])
            self.assertEqual([[2 * b_j for b_j in b] for b in once[0]], twice[0])

    def test_tanh_needs_two_methods(self):
        tanh = {
            "activation": lambda net, z: [math.tanh(z_j) for z_j in z],
            "activation_prime": lambda net, z: [1 - math.tanh(z_j) ** 2 for z_j in z],
        }
        kinds = (a_kind(base, **tanh) for base in (Network, PackedNetwork))
        slow, fast = (kind([6, 4, 3], seed=1) for kind in kinds)
        self.assertEqual(slow.feedforward(DATA[0][0]), fast.feedforward(DATA[0][0]))
        trained(slow), trained(fast)
        self.assertEqual(slow.weights, fast.weights)
        for net in (slow, fast):
            self.assertRaisesRegex(
                ValueError, "methods of its own", saved.contents, net, "json"
            )
        with self.assertRaisesRegex(ValueError, "known for sigma only"):
            a_kind(network2.Network, **tanh)([6, 3]).backprop(*DATA[0])


class Snapshots(unittest.TestCase):
    def test_what_was_kept_stays(self):
        for kind in KINDS:
            net = trained(kind([6, 4, 3], seed=1))
            kept, copied = (net.weights, net.biases), copy.copy(net)
            before = net.feedforward(DATA[0][0])
            trained(net)
            self.assertNotEqual(net.feedforward(DATA[0][0]), before)
            for again in (kind.from_weights(*kept), copied):
                near(self, again.feedforward(DATA[0][0]), before, 5e-8)

    def test_copies_and_pickles_go_on_alike(self):
        for kind in KINDS:
            net = trained(kind([6, 4, 3], seed=1))
            others = copy.deepcopy(net), pickle.loads(pickle.dumps(net))
            trained(net)
            for other in others:
                self.assertEqual(trained(other).weights, net.weights)


class Weights(unittest.TestCase):
    def test_from_weights(self):
        for kind in KINDS:
            net = kind.from_weights([[[1, 2], [3, 4]], ((5, 6),)], [[1, 2], [[3]]])
            self.assertEqual((net.sizes, net.num_layers), ([2, 2, 1], 3))
            self.assertEqual(net.biases, [[1.0, 2.0], [3.0]])
            self.assertIsInstance(net, kind)
            for wrong in (
                ([], []), ([[[1, 2]]], []), ([[[1, 2]]], [[1, 2]]), ([[1, 2]], [[1]]),
                ([[[1, 2]], [[1, 2]]], [[1], [1]]),
            ):  # fmt: skip
                with self.subTest(wrong), self.assertRaises((ValueError, TypeError)):
                    kind.from_weights(*wrong)

    def test_rows_are_taken_wherever_they_are_put(self):
        for kind in KINDS:
            net = kind([2, 2], seed=1)
            net.weights[0] = [[1, 0], [0, 1]]
            net.biases[0] = [[0], [1]]
            self.assertEqual(net.forward([0.5, 0.25])[0], [[0.5, 1.25]])
            net.weights = [[[2, 0], [0, 2]]]
            self.assertEqual(net.forward([0.5, 0.25])[0], [[1.0, 1.5]])
            net.update_mini_batch([([0.5, 0.25], [0, 1])], 1.0)
            self.assertIsInstance(net.weights[0], Matrix)


class FirstMistakes(unittest.TestCase):
    def test_sentences(self):
        X, Y = [x for x, y in DATA], [y for x, y in DATA]
        for words, data, tests in (
            ("one list of pairs .*, not all three", (DATA, DATA, TESTS), None),
            ("not all three", ((X, Y), (X, Y), (X, Y)), None),
            ("not a pair of lists", (X, Y), None),
            ("is none; two lists, X and y", X, None),
            ("3 outputs wanted as y, not 0", list(TESTS), None),
            ("a list of pairs .*, not 5", 5, None),
            ("not all three", DATA, (DATA, DATA, TESTS)),
            ("the answers of this network are 0 to 2", DATA, [(X[0], 3)]),
            ("the answers of this network are 0 to 2", DATA, [(X[0], "1")]),
        ):
            for kind in KINDS:
                with self.subTest(words), self.assertRaisesRegex(ValueError, words):
                    list(kind([6, 4, 3]).train(data, 1, 10, 1.0, test_data=tests))
        for kind in KINDS:
            with self.assertRaisesRegex(ValueError, "has a digit as y, not the list"):
                kind([6, 3]).evaluate(DATA)
            for settings in (
                (1.5, 10, 1.0), ("1", 10, 1.0), (1, 2.5, 1.0), (1, 1, "3"),
            ):  # fmt: skip
                with self.assertRaisesRegex(ValueError, "number"):
                    list(kind([6, 3]).train(DATA, *settings))

    def test_which_output_is_the_answer(self):
        """One is judged at a half; of equal ones it is the first."""
        xor = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
        for kind in KINDS:
            net = kind.from_weights([[[9, 9], [-9, -9]], [[9, 9]]], [[-4, 13], [-14]])
            self.assertEqual(net.evaluate(xor), 4)
            self.assertEqual([net.predict(x) for x, y in xor], [0, 1, 1, 0])
            net = kind.from_weights([[[0.0]] * 4], [[0.0, 1.0, 1.0, 0.0]])
            self.assertEqual(net.predict([0.5]), 1)
            self.assertEqual(net.evaluate([([0.5], 1), ([0.5], 2)]), 1)

    def test_a_generator_is_a_mini_batch(self):
        for kind in KINDS:
            one, other = kind([6, 3], seed=1), kind([6, 3], seed=1)
            one.update_mini_batch(DATA[:5], 1.0)
            other.update_mini_batch((pair for pair in DATA[:5]), 1.0)
            self.assertEqual(one.weights, other.weights)

    def test_columns_are_taken_flat(self):
        columns = [([[x_k] for x_k in x], [[y_j] for y_j in y]) for x, y in DATA]
        for kind in KINDS:
            flat = trained(kind([6, 4, 3], seed=1))
            net = kind([6, 4, 3], seed=1)
            list(net.train(columns, 1, 10, 1.0))
            self.assertEqual(net.weights, flat.weights)
            self.assertEqual(net.predict(columns[0][0]), flat.predict(DATA[0][0]))

    def test_numbers_out_of_scale_are_warned_of(self):
        pixels = [([256 * x_k for x_k in x], y) for x, y in DATA]
        targets = [(x, [10 * y_j for y_j in y]) for x, y in DATA]
        for data, words in ((pixels, "inputs reach"), (targets, "below 0 or above 1")):
            with self.assertWarnsRegex(UserWarning, words):
                list(Network([6, 3]).train(data, 1, 10, 0.1))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            trained(Network([6, 3]))


class Threads(unittest.TestCase):
    def test_another_may_ask_while_one_trains(self):
        alone = [e.correct for e in self.epochs(PackedNetwork([6, 4, 3], seed=1))]
        net, done, failures = PackedNetwork([6, 4, 3], seed=1), threading.Event(), []

        def ask():
            while not done.is_set():
                try:
                    net.predict(DATA[0][0])
                except Exception as error:
                    failures.append(error)
                    return

        asker = threading.Thread(target=ask)
        asker.start()
        try:
            counts = [epoch.correct for epoch in self.epochs(net)]
        finally:
            done.set()
            asker.join()
        self.assertEqual((counts, failures), (alone, []))

    def epochs(self, net):
        return net.train(DATA, 30, 10, 1.0, test_data=TESTS)


class TheForwardPass(unittest.TestCase):
    def test_zs_and_activations(self):
        for kind in KINDS:
            net, x = kind([6, 4, 3], seed=1), DATA[0][0]
            zs, activations = net.forward(x)
            self.assertEqual(activations[0], x)
            for z, a, b, w in zip(zs, activations, net.biases, net.weights):
                self.assertEqual(z, add([dot(row, a) for row in w], b))
            near(self, activations[-1], net.feedforward(x), 5e-9)
