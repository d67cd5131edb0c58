"""The network: against finite differences, and its promises."""

import contextlib
import io
import math
import random
import unittest
from decimal import Decimal
from unittest import mock

from purenet import checks, network2
from purenet.checks import check_finite
from purenet.matrix import Matrix
from purenet.mnist_loader import vectorized_result
from purenet.network import Network
from purenet.sigmoid import SigmoidNeuron


def examples(count, inputs, outputs, rng):
    return [
        (
            [rng.random() * rng.getrandbits(1) for _ in range(inputs)],
            [rng.random() for _ in range(outputs)],
        )
        for _ in range(count)
    ]


def cost(net, x, y):
    if isinstance(net, network2.Network):
        return net.total_cost([(x, y)])
    return sum((a - b) ** 2 for a, b in zip(net.feedforward(x), y)) / 2


class Backprop(unittest.TestCase):
    def test_against_finite_differences(self):
        rng = random.Random(7)
        for layers in (1, 2, 3, 4):
            sizes = [rng.randint(1, 5) for _ in range(layers + 1)]
            ((x, y),) = examples(1, sizes[0], sizes[-1], rng)
            kinds = [(network2.Network, c) for c in network2.COSTS.values()]
            for kind, *named in [(Network,), *kinds]:
                with self.subTest(named, sizes=sizes):
                    self.check(kind(sizes, *named, seed=layers, init="scaled"), x, y)

    def check(self, net, x, y):
        nabla_b, nabla_w = net.backprop(x, y)
        parts = list(zip(net.biases, nabla_b))
        for w, nabla in zip(net.weights, nabla_w):
            parts += zip(w, nabla)
        largest = max(abs(slope) for _, nabla in parts for slope in nabla)
        for numbers, nabla in parts:
            for k, slope in enumerate(nabla):
                off = abs(slope - self.slope(net, x, y, numbers, k))
                self.assertLess(off, 1e-7 * largest)

    def slope(self, net, x, y, numbers, k, h=1e-3):
        """Differences at h and 2 h, so combined that errors of h^2 cancel."""
        start, costs = numbers[k], []
        for shift in (-2 * h, -h, h, 2 * h):
            numbers[k] = start + shift
            costs.append(cost(net, x, y))
        numbers[k] = start
        a, b, c, d = costs
        return (a - 8 * b + 8 * c - d) / (12 * h)


class Borders(unittest.TestCase):
    """What the chapter says "from", "or more" and "one of" of."""

    def test_half_is_yes(self):
        self.assertTrue(SigmoidNeuron([0.0], bias=0.0).says_yes([1.0]))
        self.assertEqual(Network.from_weights([[[0.0]]], [[0.0]]).predict([1.0]), 1)

    def test_a_digit_is_one_of_ten(self):
        for wrong in (-1, 10):
            with self.assertRaisesRegex(ValueError, f"one of 0 to 9, not {wrong}"):
                vectorized_result(wrong)

    def test_scale_is_looked_for_in_the_first_hundred(self):
        fine, far = ([1.0], [0.0]), ([255.0], [0.0])
        with self.assertWarnsRegex(UserWarning, "inputs reach 255"):
            list(Network([1, 1]).train([*[fine] * 99, far], 1, 100, 0.1))


class Promises(unittest.TestCase):
    def setUp(self):
        self.data = examples(10, 4, 3, random.Random(1))
        self.test = [(x, number % 3) for number, (x, _) in enumerate(self.data)]

    def test_a_mini_batch_without_examples(self):
        with self.assertRaisesRegex(ValueError, "has one example or more"):
            Network([4, 3]).update_mini_batch([], 1.0)

    def test_pythons_own_seed_fixes_a_network_too(self):
        """As in the book's program, which draws from the one generator there is."""
        found = []
        for seed in (1, 1, 2):
            random.seed(seed)
            found.append(Network([4, 5, 3]).weights)
        self.assertEqual(found[0], found[1])
        self.assertNotEqual(found[0], found[2])

    def test_what_is_no_test_data(self):
        tests = zip([[0, 1], [1, 0]], [0, 0])
        net = Network([2, 2], seed=3)
        net.evaluate(tests)
        for data, words in ((tests, "used up"), ([([0, 1], [1])], r"write y\[0\]")):
            with self.assertRaisesRegex(ValueError, words):
                net.evaluate(data)

    def test_the_weights_of_seed_0(self):
        net = Network([2, 2, 1], seed=0)
        self.assertAlmostEqual(net.biases[0][0], 0.9417154046806644, places=14)
        self.assertAlmostEqual(net.biases[0][1], -1.3965781047011498, places=14)

    def test_scaled_weights(self):
        book = Network([16, 3, 2], seed=2)
        scaled = Network([16, 3, 2], seed=2, init="scaled")
        self.assertEqual(scaled.weights[0], book.weights[0] * 0.25)
        self.assertEqual(scaled.biases, book.biases)

    def test_any_iterable_and_the_list_keeps_its_order(self):
        before = list(self.data)
        from_list, from_zip = Network([4, 3], seed=1), Network([4, 3], seed=1)
        list(from_list.train(self.data, 2, 3, 1.0, test_data=self.test))
        xs, ys = zip(*self.data)
        list(from_zip.train(zip(xs, ys), 2, 3, 1.0, test_data=iter(self.test)))
        self.assertEqual(self.data, before)
        self.assertEqual(from_list.weights, from_zip.weights)

    def test_sgd_prints_the_books_lines_and_nothing_else(self):
        net = Network([4, 3], seed=1)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            net.SGD(self.data, 2, 3, 0.0, test_data=self.test)
            net.SGD(self.data, 1, 3, 0.0)
        right = net.evaluate(self.test)
        self.assertEqual(
            out.getvalue(),
            f"Epoch 0: {right} / 10\nEpoch 1: {right} / 10\nEpoch 0 complete\n",
        )

    def test_train_prints_nothing_and_tells_its_progress(self):
        seen = []
        with contextlib.redirect_stdout(io.StringIO()) as out:
            told = {"progress": lambda *now: seen.append(now)}
            records = list(Network([4, 3]).train(self.data, 1, 4, 1.0, **told))
        self.assertEqual(out.getvalue(), "")
        self.assertEqual(seen, [(4, 10), (8, 10), (10, 10)])
        self.assertEqual((records[0].number, records[0].total), (0, 0))

    def test_numbers_of_other_kinds_become_floats(self):
        class Number(float):
            """As NumPy's are: a product with one is another of them."""

            def __mul__(self, other):
                return Number(float(self) * other)

            __rmul__ = __mul__
            __add__ = __radd__ = __sub__ = __rsub__ = __mul__

        half, one = Number(0.5), Number(1.0)
        for x, y in (([half, one], [1.0]), ([0.5, 1.0], [one])):
            net = Network([2, 3, 1], seed=0)
            net.update_mini_batch([(x, y)], 1.0)
            numbers = [n for w in net.weights for row in w for n in row]
            numbers += [n for b in net.biases for n in b]
            self.assertEqual({type(number) for number in numbers}, {float})

    def test_an_answer_is_as_exact_for_numbers_of_other_kinds(self):
        """NumPy's short floats stay short in a product with one of Python's."""

        class Short(float):
            def __mul__(self, other):
                return Short(round(float(self) * other, 3))

            __rmul__ = __mul__

        net = Network([2, 3, 2], seed=1)
        x, short = [0.25, 0.75], [Short(0.25), Short(0.75)]
        self.assertEqual(net.feedforward(short), net.feedforward(x))
        decimals = [Decimal("0.25"), Decimal("0.75")]
        self.assertEqual(net.feedforward(decimals), net.feedforward(x))

    def test_weights_of_other_shapes_may_be_put_in(self):
        net = Network([1, 1], seed=0)
        net.update_mini_batch([([1.0], [1.0])], 1.0)
        net.sizes, net.biases = [2, 3], [[0.0] * 3]
        net.weights = [Matrix.zeros(3, 2)]
        net.update_mini_batch([([1.0, 2.0], [1.0] * 3)], 1.0)
        self.assertGreater(net.weights[0][2][1], 0.0)

    def test_what_cannot_be_trained_is_named(self):
        net = Network([4, 3])
        x = [0.0] * 4
        cases = [
            ({"mini_batch_size": 0}, "mini_batch_size is a whole number from 1"),
            ({"epochs": -1}, "epochs is a whole number from 0 on, not -1"),
            ({"eta": math.nan}, "eta is an ordinary number, not nan"),
            ({"training_data": []}, "no training data"),
            ({"training_data": [(x, 3)]}, "3 outputs wanted as y, not 3"),
            ({"training_data": [([0.0], [0.0] * 3)]}, "1 numbers, and the network 4"),
            ({"training_data": [(x, [0.0] * 2)]}, "wants 2 outputs, .* has 3"),
            ({"test_data": [(x, [0.0] * 3)]}, "not the list"),
        ]
        good = {"training_data": self.data, "epochs": 1}
        good.update(mini_batch_size=5, eta=1.0)
        for change, message in cases:
            with self.subTest(message), self.assertRaisesRegex(ValueError, message):
                list(net.train(**{**good, **change}))

    def test_weights_without_bounds_stop_the_training(self):
        data = [([1e200] * 4, [0.0] * 3), ([-1e200] * 4, [1.0] * 3)]
        net = Network([4, 5, 3], seed=0)
        net.weights[0] = Matrix.zeros(5, 4)
        with self.assertRaisesRegex(OverflowError, "smaller eta"):
            list(net.train(data, 5, 1, 1e200))

    def test_one_weight_or_bias_without_bounds_is_found(self):
        for bad in (math.inf, -math.inf, math.nan):
            for layer in (0, 1):
                for part in ("weights", "biases"):
                    net = Network([2, 3, 1], seed=0)
                    last = net.biases[layer]
                    if part == "weights":
                        last = net.weights[layer][-1]
                    last[-1] = bad
                    with self.subTest(bad=bad, layer=layer, part=part):
                        parts = net.biases, net.weights
                        self.assertRaises(OverflowError, check_finite, *parts)
        net = Network([2, 3, 1], seed=0)
        net.weights[0] = Matrix([[1e308, 1e308], [-1e308, -1e308], [0.0, -0.0]])
        check_finite(net.biases, net.weights)

    def test_test_data_is_looked_at_once(self):
        data, tests = [([0.0], [1.0])], [([0.0], 1)]
        with mock.patch.object(checks, "pairs_of", wraps=checks.pairs_of) as looked:
            list(Network([1, 1], seed=0).train(data, 3, 1, 3.0, tests))
        self.assertEqual(looked.call_count, 2)  # and the training data

    def test_sizes(self):
        for sizes in ([], [3], [3, 0], [3, 1.5], [3, "x"]):
            with self.subTest(sizes=sizes), self.assertRaises(ValueError):
                Network(sizes)
