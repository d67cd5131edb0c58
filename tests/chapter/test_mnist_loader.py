"""The loader: the same digits whatever the source, subsets, and the fallback."""

import os
import unittest
import warnings
from pathlib import Path
from unittest import mock

from purenet.data import DataError, find
from purenet.mnist_loader import load_data, load_data_wrapper, vectorized_result

MNIST = os.environ.get("PURENET_MNIST")


class Loading(unittest.TestCase):
    def test_pairs_for_training_and_for_testing(self):
        counts = {"train": 4, "validation": 3, "test": 2}
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # built-in digits warn of nothing
            pairs = load_data("built-in", **counts)
        self.assertEqual(
            [[*map(len, pair)] for pair in pairs], [[4, 4], [3, 3], [2, 2]]
        )
        training, validation, test = load_data_wrapper("built-in", **counts)
        self.assertEqual([x for x, _ in training], pairs[0][0])
        self.assertEqual([y.index(1.0) for _, y in training], pairs[0][1])
        self.assertEqual(validation, list(zip(*pairs[1])))
        self.assertEqual(test, list(zip(*pairs[2])))
        self.assertEqual(vectorized_result(0), [1.0] + [0.0] * 9)

    def test_without_mnist_it_warns_once_and_takes_the_built_in_digits(self):
        nowhere = find.Found(None, (Path("data/mnist.pkl.gz"),))
        for load in (load_data_wrapper, load_data):
            none = mock.patch("purenet.data.find.find", return_value=nowhere)
            with none, self.assertWarnsRegex(UserWarning, "mnist.pkl.gz") as caught:
                (images, _), _, _ = load(train=2, validation=0, test=0)
            self.assertEqual(caught.filename, __file__)
        self.assertEqual(images, load_data("built-in", train=2)[0][0])

    def test_the_environment_names_the_data(self):
        with mock.patch.dict(os.environ, PURENET_MNIST="/no/such/place"):
            self.assertRaisesRegex(DataError, "/no/such/place", load_data)

    @unittest.skipUnless(MNIST, "needs the real MNIST in $PURENET_MNIST")
    def test_the_real_mnist_from_either_form(self):
        names = "mnist.pkl.gz", "t10k-labels-idx1-ubyte.gz"
        counts = {"train": 500, "validation": 9, "test": 9}
        book, idx = (load_data(Path(MNIST) / name, **counts) for name in names)
        self.assertEqual(book, idx)
        self.assertEqual(book[0][1][:10], [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
        self.assertEqual(max(max(image) for image in book[0][0]), 255 / 256)
