"""The packed network comes to the numbers of the plain one, whatever it is given."""

import copy
import importlib.util
import io
import math
import os
import pickle
import random
import unittest
from contextlib import redirect_stdout
from pathlib import Path

from purenet.data.image import Image
from purenet.engines.columns import prepared
from purenet.engines.flat import FlatNetwork
from purenet.engines.lanes import Lanes, turned, whole
from purenet.engines.packed import PackedNetwork
from purenet.matrix import Matrix
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from tests import LONG, near

MNIST = os.environ.get("PURENET_MNIST")
SEED = 20_251


def numbers(net):
    """Return all weights and biases in one list."""
    rows = [row for w in net.weights for row in w] + net.biases
    return [number for row in rows for number in row]


def distance(net, other):
    return max(abs(a - b) for a, b in zip(numbers(net), numbers(other)))


def grey_input(rng, length):
    """Return an input out of grey levels, most of them white, some alike."""
    levels = [0, 0, 0, rng.randrange(256), rng.randrange(256), 255]
    return [rng.choice(levels) / 256 for _ in range(length)]


def examples(rng, sizes, count):
    """Return pairs of a grey input and a wanted output."""
    pairs = []
    for _ in range(count):
        y = [0.0] * sizes[-1]
        y[rng.randrange(sizes[-1])] = 1.0
        pairs.append((grey_input(rng, sizes[0]), y))
    return pairs


def both(sizes, seed=1, init="book"):
    return [kind(sizes, seed=seed, init=init) for kind in (Network, PackedNetwork)]


def outcomes(nets, method, *given):
    """Return what this raises with each: its kind and its words."""
    raised = []
    for net in nets:
        try:
            getattr(net, method)(*given)
        except (ValueError, ArithmeticError) as error:
            raised.append((type(error), str(error)))
    return raised


def is_packed(net):
    return bool(net._layers)


class LanesTest(unittest.TestCase):
    def test_numbers_go_in_and_come_out(self):
        rng = random.Random(SEED)
        for _ in range(50):
            count, width = rng.randrange(1, 40), rng.choice([64, 128])
            lanes = Lanes(count, width)
            values = [rng.randrange(-(2**46), 2**46) / 16 for _ in range(3 * count)]
            joined = lanes.join(values, bits=4)
            with self.subTest(count=count, width=width, seed=SEED):
                split = [lane for number in joined for lane in lanes.split(number)]
                self.assertEqual(split, [round(16 * value) for value in values])
                few = [abs(round(value)) for value in values[:count]]
                self.assertEqual(lanes.split(lanes.put(few)), few)

    def test_what_is_read_is_rounded_as_a_float_has_room(self):
        rng = random.Random(SEED)
        for width, bits, whole_bits in (
            (64, 48, 15), (64, 40, 15), (64, 40, 9), (128, 94, 17), (128, 98, 17),
            (128, 64, 17), (128, 40, 11), (128, 110, 17),
        ):  # fmt: skip
            lanes = Lanes(7, width)
            ends = 2 ** (bits + whole_bits) - 2**bits
            values = [ends, -ends, 0, 1, -1, *[rng.randint(-ends, ends)] * 2]
            number = sum(value << width * j for j, value in enumerate(values))
            read = lanes.read([number, number + lanes.top], bits, whole_bits)
            with self.subTest(width=width, bits=bits, whole_bits=whole_bits):
                wanted = [value * 2.0**-bits for value in values]
                near(self, read, wanted * 2, 128 * 2.0 ** (whole_bits - 51))

    def test_what_is_read_is_not_rounded_to_one_side(self):
        lanes = Lanes(1)
        for value in range(-(2**17), 2**17, 4097):
            [found] = lanes.read([value], bits=48)
            self.assertEqual(found, round(value / 2**16 + 2**-30) / 2**32)

    def test_rows_are_turned_into_columns_to_the_ends_of_the_lanes(self):
        rng = random.Random(SEED)
        for width in (64, 104):
            across, down = Lanes(5, width), Lanes(3, width)
            most = 2 ** (width - 1)
            rows = [[rng.randrange(-most, most) for _ in range(5)] for _ in range(3)]
            rows[1] = [-most, most - 1, 0, -1, 1]
            joined = [sum(v << width * k for k, v in enumerate(row)) for row in rows]
            columns = [down.split(column) for column in turned(joined, across, down)]
            self.assertEqual(columns, [list(column) for column in zip(*rows)])

    def test_it_rounds_to_the_nearest_and_halves_to_even(self):
        lanes = Lanes(6)
        [joined] = lanes.join([0.25, 0.75, -0.75, 1.25, -0.3, 0.3], bits=1)
        self.assertEqual(lanes.split(joined), [0, 2, -2, 2, -1, 1])

    def test_fractions_become_whole_numbers(self):
        rng = random.Random(SEED)
        for bits in (1, 27, 30):
            ends = [0.0, 1.0, -1.0, -5e-324, 0.5, math.nextafter(0.5, 1)]
            fractions = ends + [rng.uniform(-1, 1) for _ in range(50)]
            expected = [round(x * 2**bits) for x in fractions]
            self.assertEqual(whole(fractions, bits), expected, (bits, SEED))

    def test_sums_are_exact_up_to_the_ends_of_the_lanes(self):
        lanes = Lanes(3)
        ends = [2**63 - 1, -(2**63), 5]
        number = ends[0] + (ends[1] << 64) + (ends[2] << 128)
        self.assertEqual(lanes.split(number), ends)
        # On the way a lane may leave its range, if it comes back.
        more = 7 - (9 << 64) + (2**62 << 128)
        self.assertEqual(lanes.split(number + more - more), ends)
        self.assertEqual(lanes.read([number + more - more], 48)[2], 0.0)


class InkTest(unittest.TestCase):
    def test_each_pixel_that_is_not_white_is_there_once_with_its_level(self):
        rng = random.Random(SEED)
        for kinds in (1, 2, 5, 50, 255):
            grey = bytes(
                [rng.choice([0, rng.randrange(1, kinds + 1)]) for _ in range(784)]
            )
            pixels, greys, counts, pairs = prepared(grey)
            sizes = [*counts, *[2] * pairs]
            sizes += [1] * (len(greys) - len(sizes))
            levels = [g for g, size in zip(greys, sizes) for _ in range(size)]
            found = sorted(zip(pixels, levels))
            self.assertEqual(found, [(k, g) for k, g in enumerate(grey) if g])
            self.assertEqual(len(set(greys)), len(greys))
            self.assertTrue(all(count > 2 for count in counts))

    def test_a_white_image(self):
        self.assertEqual(prepared(bytes(784)), ((), b"", (), 0))

    @unittest.skipUnless(
        importlib.util.find_spec("_tracemalloc"), "no memory is traced"
    )
    def test_images_are_kept_short(self):
        import tracemalloc

        rng = random.Random(SEED)
        images = [Image(bytes([rng.choice([0, 0, 0, 0, 255, rng.randrange(256)])
                               for _ in range(784)])) for _ in range(60)]  # fmt: skip
        net = PackedNetwork([784, 1])
        net._ink(images[0])
        tracemalloc.start()
        for image in images:
            net._ink(image)
        used = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        self.assertLess(used / len(images), 300e6 / 70_000)


class SameNumbers(unittest.TestCase):
    def test_random_networks_and_data(self):
        rng = random.Random(SEED)
        for number in range(40 if LONG else 20):
            sizes = [rng.choice([1, 2, 5, 30])]
            sizes += [rng.randrange(1, 9) for _ in range(rng.choice([1, 2, 2, 3]))]
            init, eta = rng.choice(["book", "scaled"]), rng.choice([0.01, 1.0, 3.0])
            net, packed = both(sizes, number, init)
            flat = FlatNetwork(sizes, seed=number, init=init)
            data = examples(rng, sizes, 30)
            for start in range(0, 30, rng.choice([1, 4, 10])):
                for each in (net, packed, flat):
                    each.update_mini_batch(data[start : start + 3], eta)
            x = data[0][0]
            for each, most in ((packed, 1e-6), (flat, 1e-11)):
                with self.subTest(sizes=sizes, init=init, eta=eta, most=most):
                    self.assertTrue(is_packed(each))
                    near(self, each.feedforward(x), net.feedforward(x), most)
                    self.assertLess(distance(net, each), most)

    def test_one_mini_batch_with_any_eta(self):
        rng = random.Random(SEED)
        for eta in (1e-9, 0.5, -3.0, 30.0, 500.0, 1e5, 1e30, 1e305):
            net, packed = both([20, 7, 6, 3])
            data = examples(rng, net.sizes, 5)
            net.update_mini_batch(data, eta)
            packed.update_mini_batch(data, eta)
            self.assertLess(distance(net, packed), 1e-5, (eta, SEED))

    def test_many_mini_batches_of_images(self):
        rng = random.Random(SEED)
        images = [Image(bytes(int(256 * v) for v in grey_input(rng, 784)))
                  for _ in range(100)]  # fmt: skip
        tests = [(x, n % 10) for n, x in enumerate(images)]
        data = [(x, [float(n % 10 == j) for j in range(10)]) for x, n in tests]
        nets = both([784, 8, 10])
        self.assert_learn_alike(nets, 3.0, data, tests, 4, 800 if LONG else 120)

    def assert_learn_alike(self, nets, eta, data, tests, size, count):
        for start in range(0, count, size):
            at = start % len(data)
            for net in nets:
                net.update_mini_batch(data[at : at + size], eta)
        with self.subTest(sizes=nets[0].sizes, eta=eta):
            self.assertLess(distance(*nets), 1e-6)
            self.assertEqual(nets[0].evaluate(tests), nets[1].evaluate(tests))

    def test_many_mini_batches_of_digits_on_pypys(self):
        data, _, tests = load_data_wrapper("built-in", train=500, validation=0, test=50)
        nets = [kind([784, 10, 10], seed=4) for kind in (Network, FlatNetwork)]
        self.assert_learn_alike(nets, 3.0, data, tests, 10, 2000 if LONG else 100)

    @unittest.skipUnless(LONG and MNIST, "needs PURENET_LONG=1 and PURENET_MNIST")
    def test_200_mini_batches_of_mnist(self):
        path = Path(MNIST, "mnist.pkl.gz")
        data, _, tests = load_data_wrapper(path, train=2000, validation=0, test=200)
        for hidden, eta in (([30], 3.0), ([30], 0.5), ([100], 3.0), ([20, 20], 1.0)):
            nets = both([784, *hidden, 10], seed=2)
            self.assert_learn_alike(nets, eta, data, tests, 10, 2000)

    def test_training_shuffles_and_reports_alike(self):
        net, packed = both([9, 4, 3], seed=5)
        data = examples(random.Random(SEED), net.sizes, 50)
        tests = [(x, y.index(1.0)) for x, y in data]
        told = [list(each.train(data, 3, 7, 1.0, tests)) for each in (net, packed)]
        for a, b in zip(*told):
            self.assertEqual(a._replace(seconds=0), b._replace(seconds=0))
            self.assertIs(type(a), type(b))
        self.assertEqual(net.rng.getstate(), packed.rng.getstate())
        with redirect_stdout(io.StringIO()) as out:
            packed.SGD(data, 1, 7, 1.0)
        self.assertEqual(out.getvalue(), "Epoch 0 complete\n")

    def test_the_same_to_the_bit_each_time(self):
        data = examples(random.Random(SEED), [9, 4, 3], 50)
        runs = []
        for look in (False, True):
            packed = PackedNetwork([9, 4, 3], seed=5)
            for _ in packed.train(data, 4, 7, 1.0):
                if look:
                    numbers(packed)
            runs.append(numbers(packed))
        self.assertEqual(*runs)


class ReadAndWrite(unittest.TestCase):
    def setUp(self):
        self.net, self.packed = both([9, 4, 3])
        self.data = examples(random.Random(SEED), [9, 4, 3], 12)
        for net in (self.net, self.packed):
            net.update_mini_batch(self.data, 1.0)

    def test_copies_and_pickles(self):
        for again in (copy.deepcopy(self.packed),
                      pickle.loads(pickle.dumps(self.packed))):  # fmt: skip
            self.assertEqual(numbers(again), numbers(self.packed))
            again.update_mini_batch(self.data, 1.0)
            self.assertNotEqual(numbers(again), numbers(self.packed))

    def test_what_is_written_counts(self):
        for net in (self.net, self.packed):
            net.biases = [[0.5] * 4, [0.25] * 3]  # while it is packed
            net.weights[0][2][3] = 1.5
            net.biases[1][0] = -2.0
            net.weights = [net.weights[0] * 2, net.weights[1]]
            net.biases = [net.biases[0], [0.5, *net.biases[1][1:]]]
            net.update_mini_batch(self.data, 1.0)
        self.assertLess(distance(self.net, self.packed), 1e-7)

    def test_what_is_learned_is_in_the_next_answer(self):
        x = self.data[0][0]
        for _ in range(3):
            near(self, self.packed.feedforward(x), self.net.feedforward(x), 1e-7)
            self.net.update_mini_batch(self.data, 3.0)
            self.packed.update_mini_batch(self.data, 3.0)
            self.assertTrue(is_packed(self.packed))


class OutsideTheFormat(unittest.TestCase):
    """Where the lanes end, the plain loops go on."""

    def assert_same(self, net, packed, data, eta=1.0, plain=True):
        net.update_mini_batch(data, eta)
        packed.update_mini_batch(data, eta)
        self.assertEqual(is_packed(packed), not plain)
        self.assertLessEqual(distance(net, packed), 0.0 if plain else 1e-6)

    def test_inputs_that_are_no_grey_levels(self):
        for x in ([0.1, 0.5], [1.0, 0.0], [-0.5, 0.0], [1e300, 0.0], (0.0, 2 / 3)):
            net, packed = both([2, 3, 2])
            self.assert_same(net, packed, [(x, [0.0, 1.0])])
            self.assertEqual(net.feedforward(x), packed.feedforward(x))
            tests = [(x, 0), (x, 1)]
            self.assertEqual(net.evaluate(tests), packed.evaluate(tests))

    def test_weights_to_the_edge_and_beyond(self):
        """Of the first layer, and of those behind it, which go further."""
        x, y = [0.5, 255 / 256, 0.25], [0.0, 1.0]
        first, later = 32_000 / 4, (2.0**15 - 1) / (4 * math.sqrt(2))
        for layer, size, plain in ((0, first * 0.99, False), (0, first * 1.01, True),
                                   (0, 1e300, True), (1, later * 0.99, False),
                                   (1, later * 1.01, True)):  # fmt: skip
            for sign in (1, -1):
                net, packed = both([3, 4, 2])
                for each in (net, packed):
                    rows, columns = each.weights[layer].shape
                    each.weights[layer] = Matrix([[sign * size] * columns] * rows)
                    if layer == 0:
                        each.biases[0] = [sign * size] * 4
                with self.subTest(layer=layer, size=sign * size):
                    self.assert_same(net, packed, [(x, y)], plain=plain)
                    near(self, packed.feedforward(x), net.feedforward(x), 1e-8)

    def test_weights_that_grow_out_of_it_while_training(self):
        nets = both([1, 1])
        for net in nets:
            net.weights[0][0][0] = -15_999.0
            net.cost_derivative = lambda a, y: [-1e3] * len(a)
            net.biases[0][0] = 15_999.0 * 255 / 256
            for _ in range(60):
                net.update_mini_batch([([255 / 256], [1.0])], 0.5)
        self.assertFalse(is_packed(nets[1]))
        self.assertLess(distance(*nets), 1e-5)

    def test_reach_is_what_no_weight_is_above(self):
        rng = random.Random(SEED)
        packed = PackedNetwork([20, 5, 4, 3], seed=1)
        for _ in range(30):
            packed.update_mini_batch(examples(rng, packed.sizes, 7), 3.0)
            reached = [layer.reach for layer in packed._layers]
            packed = copy.copy(packed)
            for w, b, reach in zip(packed.weights, packed.biases, reached):
                self.assertLessEqual(max(max(map(abs, row)) for row in [*w, b]), reach)

    def test_reach_allows_for_steps_that_are_rounded_up(self):
        packed = PackedNetwork([1, 1], seed=1)
        packed.weights, packed.biases = [Matrix([[0.0]])], [[0.0]]
        packed.cost_derivative = lambda a, y: [-4 * 0.6 * 2.0**-32]
        for _ in range(100):
            packed.update_mini_batch([([0.0], [1.0])], eta=1.0)
        reach = packed._layers[0].reach
        self.assertEqual(packed.biases, [[100 * 2.0**-32]])
        self.assertLessEqual(packed.biases[0][0], reach)

    def test_the_largest_weight_is_looked_up_where_reach_is_at_the_limit(self):
        packed = PackedNetwork([6, 4, 3], seed=1)
        weights, biases = packed.weights, packed.biases
        packed.weights = [w * 100 for w in weights]
        packed.biases = [[100 * b_j for b_j in b] for b in biases]
        packed.update_mini_batch(examples(random.Random(SEED), [6, 4, 3], 2), 1.0)
        for layer in packed._layers:
            layer.reach = layer._limit()
            layer.make_room(1)
            w, b = layer.unpacked()
            largest = max(abs(number) for row in [*w, b] for number in row)
            self.assertGreater(largest, 50)
            self.assertLessEqual(largest, layer.reach)
            self.assertLess(layer.reach, largest + 3)

    def test_a_step_too_large_for_the_lanes(self):
        for eta in (1e5, -1e5, 1e9, 1e300):
            self.assert_same(*both([3, 4, 2]), [([0.5, 0.25, 0.0], [0.0, 1.0])], eta)

    def test_it_comes_back_to_the_lanes(self):
        nets, y = both([3, 4, 2]), [0.0, 1.0]
        for first, plain in ((0.3, True), (0.5, False)):
            self.assert_same(*nets, [([first, 0.25, 0.0], y)], plain=plain)

    def test_it_raises_what_a_network_raises(self):
        x, y = [0.5, 0.25, 0.0], [0.0, 1.0]
        for mini_batch, eta in (
            ([(x, y)], math.nan), ([(x, y)], math.inf), ([], 1.0),
            ([(x, [0.0, 1.0, 0.0])], 1.0), ([(x, [0.0]), (x, [0.0, 1.0, 0.0])], 1.0),
            ([([0.5], y)], 1.0), ([([math.nan, 0.0, 0.0], y)], 1.0),
            ([(x, [math.nan, 1.0])], 1.0), ([(x, [math.inf, 1.0])], 1.0),
            ([(x, y), (x, ["a", "b"])], 1.0),
        ):  # fmt: skip
            nets = [*both([3, 4, 2]), FlatNetwork([3, 4, 2], seed=1)]
            raised = outcomes(nets, "update_mini_batch", mini_batch, eta)
            self.assertEqual([raised[0]] * 3, raised)

    def test_another_delta_of_the_last_layer(self):
        """It is packed, asked with z, a and y; one of another length is named."""
        delta = {"output_delta": lambda n, z, a, y: [0.1 * z[0], a[1] - y[1]]}
        kinds = (type("Mine", (k,), delta) for k in (Network, PackedNetwork))
        data = [([0.5, 0.25, 0.0], [0.0, 1.0]), ([0.0, 0.5, 0.0], [1.0, 0.0])]
        nets = [kind([3, 4, 2], seed=1) for kind in kinds]
        self.assert_same(*nets, data, plain=False)
        for net in nets:
            net.output_delta = lambda z, a, y: [0.0] * 3
        raised = outcomes(nets, "update_mini_batch", data, 1.0)
        self.assertEqual(raised[:1] * 2, raised)

    def test_shapes_that_do_not_fit(self):
        for net in both([3, 4, 2]):
            net.biases[0] = [0.0] * 3
            with self.assertRaisesRegex(ValueError, "different lengths") as caught:
                net.feedforward([0.5, 0.25, 0.0])
            self.assertIsNone(caught.exception.__context__)

    def test_weights_that_are_no_numbers(self):
        for value in (math.nan, math.inf):
            nets = [*both([3, 4, 2]), FlatNetwork([3, 4, 2], seed=1)]
            for net in nets:
                net.weights[0][1][1] = value
            learn = "update_mini_batch", [([0.0, 0.0, 0.5], [0.0, 1.0])], 1.0
            for x in ([0.0, 0.0, 0.5], [0.5, 0.25, 0.5]):
                for asked in (("feedforward", x), learn):
                    raised = outcomes(nets, *asked)
                    self.assertEqual(raised[:1] * len(raised), raised)
            self.assertEqual([kind for kind, _ in raised], [OverflowError] * 3)
