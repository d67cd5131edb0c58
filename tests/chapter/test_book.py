"""The book's lines, with NumPy, in a network here; and purenet's data in the book's."""

import unittest
from array import array

from purenet import checks, mnist_loader
from purenet.engines import PackedNetwork
from purenet.network import Network, sigmoid, sigmoid_prime
from tests import have

np = have("numpy")


class Pasted(Network):
    """A subclass with the book's update_mini_batch, backprop and the rest."""

    def feedforward(self, a):
        for b, w in zip(self.biases, self.weights):
            a = sigmoid(np.dot(w, a) + b)
        return a

    def update_mini_batch(self, mini_batch, eta):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        for x, y in mini_batch:
            delta_nabla_b, delta_nabla_w = self.backprop(x, y)
            nabla_b = [nb + dnb for nb, dnb in zip(nabla_b, delta_nabla_b)]
            nabla_w = [nw + dnw for nw, dnw in zip(nabla_w, delta_nabla_w)]
        step = eta / len(mini_batch)
        self.weights = [w - step * nw for w, nw in zip(self.weights, nabla_w)]
        self.biases = [b - step * nb for b, nb in zip(self.biases, nabla_b)]

    def backprop(self, x, y):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        activation = x
        activations, zs = [x], []
        for b, w in zip(self.biases, self.weights):
            z = np.dot(w, activation) + b
            zs.append(z)
            activation = sigmoid(z)
            activations.append(activation)
        delta = self.cost_derivative(activations[-1], y) * sigmoid_prime(zs[-1])
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for layer in range(2, self.num_layers):
            sp = sigmoid_prime(zs[-layer])
            delta = np.dot(self.weights[-layer + 1].transpose(), delta) * sp
            nabla_b[-layer] = delta
            nabla_w[-layer] = np.dot(delta, activations[-layer - 1].transpose())
        return nabla_b, nabla_w

    def evaluate(self, test_data):
        results = [(np.argmax(self.feedforward(x)), y) for x, y in test_data]
        return sum(int(x == y) for (x, y) in results)

    def cost_derivative(self, output_activations, y):
        return output_activations - y


class BookNetwork:
    """The same, standing by itself: the book's network, with the book's arrays."""

    def __init__(self, net):
        self.num_layers = net.num_layers
        self.biases = [np.array(b) for b in net.biases]
        self.weights = [np.array(w) for w in net.weights]


for name, method in vars(Pasted).items():
    if callable(method):
        setattr(BookNetwork, name, method)


def part_of(*names):
    """A subclass with some of the methods only."""
    return type("Part", (Network,), {name: vars(Pasted)[name] for name in names})


@unittest.skipIf(np is None, "NumPy is not installed")
class BooksLines(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        few = {"train": 30, "validation": 0, "test": 20}
        data = mnist_loader.load_data_wrapper("built-in", **few)
        cls.data, cls.tests = data[0], data[2]
        cls.plain = Network([784, 12, 10], seed=1)
        cls.plain.SGD = lambda *args: list(cls.plain.train(*args))
        cls.plain.SGD(cls.data, 1, 10, 3.0)

    def same(self, net):
        all_of = (each.weights + each.biases for each in (net, self.plain))
        for mine, plain in zip(*all_of):
            self.assertEqual(np.shape(mine), np.array(plain).shape)
            self.assertLess(np.abs(np.array(mine) - np.array(plain)).max(), 1e-12)
        self.assertEqual(net.evaluate(self.tests), self.plain.evaluate(self.tests))

    def test_pasted_into_a_subclass(self):
        for kind in (
            Pasted, part_of("update_mini_batch"), part_of("backprop"),
            part_of("backprop", "cost_derivative"), part_of("feedforward"),
            part_of("evaluate"), part_of("update_mini_batch", "backprop"),
        ):  # fmt: skip
            with self.subTest(list(vars(kind))):
                net = kind([784, 12, 10], seed=1)
                list(net.train(self.data, 1, 10, 3.0))
                self.same(net)

    def test_purenets_data_in_the_books_network(self):
        net = BookNetwork(Network([784, 12, 10], seed=1))
        order = list(self.data)
        rng = Network([784, 12, 10], seed=1).rng
        rng.shuffle(order)
        for k in range(0, 30, 10):
            net.update_mini_batch(order[k : k + 10], 3.0)
        self.same(net)

    def test_columns_of_the_readers_are_made_flat_once(self):
        columns = [(np.array(x), np.array(y)) for x, y in self.data]
        tests = [(np.array(x), digit) for x, digit in self.tests]
        for kind in (Network, PackedNetwork, part_of("feedforward")):
            net = kind([784, 12, 10], seed=1)
            examples, asked = checks.checked(net, zip(*zip(*columns)), tests)
            if kind in (Network, PackedNetwork):
                self.assertEqual({type(x) for x, _ in examples}, {array})
                self.assertIs(checks.checked_tests(net, asked)[0][0], asked[0][0])
            list(net.train(columns, 1, 10, 3.0, tests))
            if kind is not PackedNetwork:
                self.same(net)
            self.assertEqual(net.evaluate(tests), self.plain.evaluate(self.tests))

    def test_what_of_the_books_numpy_works(self):
        net, (x, y) = Network([784, 3, 10], seed=0), self.data[0]
        image = mnist_loader.load_data("built-in", train=1)[0][0][0]
        b, w = net.biases[0], net.weights[0]
        row = [0.5] * 784
        for expression, expected in (
            ("b.shape", (3, 1)), ("w.shape", (3, 784)), ("x.shape", (784, 1)),
            ("y.shape", (10, 1)), ("image.shape", (784,)),
            ("np.array(b).shape", (3, 1)), ("np.array(w).shape", (3, 784)),
            ("np.array(x).shape", (784, 1)), ("np.array(y).shape", (10, 1)),
            ("np.array([image, image]).shape", (2, 784)),
            ("np.array([x, x]).shape", (2, 784, 1)),
            ("np.array(list(x)).shape", (784,)),
            ("np.reshape(x, (28, 28)).shape", (28, 28)),
            ("b.tolist() == [[n] for n in b]", True),
            ("w.tolist() == [list(row) for row in w]", True),
            ("x.tolist() == [[n] for n in image]", True),
            ("image.tolist() == list(image)", True),
            ("w.T == w.transpose() and w.T[5] == w[:, 5]", True),
            ("w[2, 5] == w[2][5]", True),
            ("(w / 2).tolist() == (0.5 * w).tolist()", True), ("-w == -1.0 * w", True),
            ("w.copy() == w and w.copy() is not w", True),
            ("x.reshape((28, 28)) == image.reshape(28, 28)", True),
            ("np.array(image.reshape((28, 28))).shape", (28, 28)),
            ("(np.array(x.reshape((28, 28))) == np.reshape(x, (28, 28))).all()", True),
            ("np.dot(w, x).shape", (3, 1)), ("(np.dot(w, x) + b).shape", (3, 1)),
            ("abs(np.array(w @ x) - np.dot(w, x)[:, 0]).max() < 1e-12", True),
            ("x.transpose() == x.T == [list(x)]", True),
            ("sigmoid([0.0, [0.0]])", [0.5, [0.5]]), ("sigmoid_prime((0.0,))", [0.25]),
            ("sigmoid(np.zeros((2, 3))).shape", (2, 3)),
            ("sigmoid(np.zeros(2, int)).tolist()", [0.5, 0.5]),
            ("sigmoid_prime(np.zeros((2, 1))).tolist()", [[0.25], [0.25]]),
            ("sigmoid(np.float32(0))", 0.5), ("sigmoid(b)[0] == sigmoid(b[0])", True),
            ("np.linalg.norm(w) > 0 and np.max(b) == max(b)", True),
            ("(w - np.ones((3, 784))).shape", (3, 784)),
            ("(b - 0.1 * np.array(b)).shape", (3, 1)),
            ("net.predict(x) == np.argmax(net.feedforward(x))", True),
        ):  # fmt: skip
            with self.subTest(expression):
                self.assertEqual(eval(expression, {**globals(), **locals()}), expected)
        w[2] = row
        w[1] = np.array(row)
        self.assertEqual((w[2], w[1]), (row, row))
        for wrong, words in (
            (lambda: w.__setitem__(0, [1.0]), "rows of different lengths"),
            (lambda: w.__setitem__(slice(2), [row, row]), r"m\[j\] = row"),
            (lambda: w.__setitem__((0, 1), 1.0), r"m\[j\] = row"),
            (lambda: image.reshape((28, 27)), "784 numbers, not 28 x 27"),
            (lambda: sigmoid("0"), "a list or an array of them, not '0'"),
            (lambda: sigmoid(None), "not None"),
            (lambda: sigmoid(np.array([np.nan])), r"sigmoid\(nan\)"),
        ):
            self.assertRaisesRegex((ValueError, TypeError), words, wrong)

    def test_layers_put_in_are_columns(self):
        for kind in (Network, PackedNetwork):
            net = kind([2, 3, 1], seed=0)
            net.biases = [[0.5] * 3, np.zeros((1, 1))]
            net.biases[0] = np.ones(3)
            self.assertEqual([b.shape for b in net.biases], [(3, 1), (1, 1)])
            self.assertEqual(net.biases, [[1.0] * 3, [0.0]])
