"""The built-in digits: the file is what the pen draws, and can be read."""

import gzip
import os
import pickle
import unittest
from importlib import resources

from purenet.data import builtin, reader
from purenet.mnist_loader import vectorized_result
from purenet.network import Network
from tests import have

numpy = have("numpy")


class Shipped(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sets = builtin.load()
        cls.file = (resources.files("purenet.data") / builtin.NAME).read_bytes()

    def test_counts_and_size(self):
        for (images, labels), count in zip(self.sets, builtin.SHIPPED):
            self.assertEqual((len(images), len(labels)), (count, count))
            self.assertEqual(set(labels), set(range(10)))
        grey = [bytes(image) for images, _ in self.sets for image in images]
        self.assertEqual(len(set(grey)), len(grey))  # no digit twice
        self.assertLess(len(self.file), 2_000_000)

    def test_pen_draws_the_same_again(self):
        for kind, pair in zip(builtin.KINDS, self.sets):
            found = [(bytes(i), label) for i, label in builtin.drawn(kind, 0, 100)]
            wanted = [(bytes(i), label) for i, label in zip(*pair)]
            self.assertEqual(found, wanted[:100])

    @unittest.skipUnless(numpy, "NumPy is not installed")
    def test_numpy_reads_it(self):
        sets = pickle.loads(gzip.decompress(self.file), encoding="latin1")
        for (images, labels), (ours, our_labels) in zip(sets, self.sets):
            self.assertEqual((images.dtype, labels.dtype), ("uint8", "uint8"))
            self.assertEqual(images.shape, (len(ours), 784))
            self.assertEqual(labels.tolist(), our_labels)
            self.assertTrue(numpy.array_equal(images[7] / 256, list(ours[7])))


class Asked(unittest.TestCase):
    def test_more_are_drawn_after_the_first(self):
        calls = []
        more = builtin.load(5030, 0, 1010, progress=lambda *call: calls.append(call))
        few = builtin.load(5000, 0, 1000)
        for (images, labels), (first, first_labels) in zip(more, few):
            self.assertEqual(images[: len(first)], first)
            self.assertEqual(labels[: len(first)], first_labels)
        self.assertEqual([len(labels) for _, labels in more], [5030, 0, 1010])
        self.assertEqual(calls, [(done, 40) for done in range(1, 41)])
        last, _ = list(builtin.drawn("train", 5029, 5030))[0]
        self.assertEqual(bytes(more[0][0][-1]), bytes(last))


@unittest.skipUnless(
    os.environ.get("PURENET_LONG") == "1" and os.environ.get("PURENET_MNIST"),
    "a minute's training; set PURENET_LONG=1 and PURENET_MNIST to the MNIST folder",
)
class Worth(unittest.TestCase):
    def test_a_network_that_learned_from_them_alone_reads_mnist(self):
        (images, labels), _, _ = builtin.load(validation=0, test=0)
        data = [(x, vectorized_result(y)) for x, y in zip(images, labels)]
        net = Network([784, 30, 10], seed=0, init="scaled")
        for _ in net.train(data, 15, 10, 3.0):
            pass
        test = reader.read(os.environ["PURENET_MNIST"], train=0, validation=0)[2]
        self.assertGreaterEqual(net.evaluate(list(zip(*test))), 8800)
