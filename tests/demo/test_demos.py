"""The demos that train: a small run of each, line by line."""

import gzip
import io
import unittest
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from unittest import mock

from lessons.making import digits
from purenet.data import builtin
from purenet.demo import eta, weights
from tests import InAFolder


def run(demo, *argv, data="built-in"):
    with redirect_stdout(io.StringIO()) as out:
        status = demo.main(["--data", data, *argv])
    return status, out.getvalue().splitlines()


@mock.patch.object(eta, "Workers", ThreadPoolExecutor)
class Eta(unittest.TestCase):
    def test_each_eta_has_its_column_its_curve_and_its_verdict(self):
        words = "--train 20 --test 10 --epochs 2 --hidden 5 0.5 100".split()
        status, lines = run(eta, *words)
        self.assertEqual(status, 0)
        self.assertIn("epoch     eta 0.5     eta 100", lines)
        named = [line for line in lines if line.strip()[2:] == "eta 0.5"]
        self.assertEqual(len(named), 1)
        self.assertTrue(lines[-2].startswith("eta 0.5: it "))
        self.assertTrue(lines[-1].startswith("eta 100: it "))
        self.assertLessEqual(max(map(len, lines)), 80)


class Weights(unittest.TestCase):
    def test_each_hidden_neuron_has_its_picture(self):
        status, lines = run(weights, "--train", "20", "--epochs", "1", "--hidden", "6")
        self.assertEqual(status, 0)
        captions = [line.split() for line in lines if line.startswith("+")]
        self.assertEqual([len(words) for words in captions], [10, 2])
        self.assertLessEqual(max(map(len, lines)), 80)

    def test_without_hidden_neurons_the_outputs_are_drawn(self):
        status, lines = run(weights, "--train", "20", "--epochs", "1", "--hidden", "0")
        self.assertEqual(status, 0)
        self.assertTrue(any("says 7" in line for line in lines))


@mock.patch.object(eta, "Workers", ThreadPoolExecutor)
class AFileOfFewImages(InAFolder):
    def test_as_many_are_counted_as_there_are(self):
        few = self.folder / "few.pkl.gz"
        sets = builtin.load(train=12, validation=1, test=5)
        few.write_bytes(gzip.compress(digits.as_pickle(sets)))
        for demo, line in (
            (eta, f"Data: {few}, 12 to learn from"),
            (weights, "A network 784-15-10 learns from 12 images:"),
        ):
            with self.subTest(demo=demo.__name__):
                _, lines = run(demo, "--epochs", "1", data=str(few))
                self.assertIn(line, lines)
