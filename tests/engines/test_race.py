"""The race is run: by all who are here, lap by lap."""

import importlib.util
import json
import platform
import sys
import unittest
from unittest import mock

from lessons.making import race as whole_race
from purenet.data import DataError
from purenet.demo import race as demo
from purenet.engines import race
from purenet.engines.with_numpy import BookNetwork
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from tests import LONG, InAFolder, called, near, python

NUMPY = bool(importlib.util.find_spec("numpy"))


class Race(InAFolder):
    @unittest.skipUnless(LONG, "set PURENET_LONG=1")
    @mock.patch.object(race, "WARM_UP", 0)
    def test_it_has_a_table_and_a_chart(self):
        asked = "--data built-in --hidden 3 --train 20 --rounds 1".split()
        status, out, _ = called(demo.main, *asked)
        lines = out.splitlines()
        self.assertEqual(status, 0)
        self.assertLessEqual(max(map(len, lines)), 80)
        pypy = platform.python_implementation() == "PyPy"
        names = ["plain", "flat" if pypy else "packed"]
        if NUMPY:
            names.append("NumPy")
        else:
            self.assertIn("had NumPy", lines[-1])
        for name in names:
            self.assertEqual(len([x for x in lines if x.startswith(name)]), 2)

    def test_the_laps_of_the_warm_up_do_not_count(self):
        lines = iter(b"[%d, 1.0]" % n for n in (0, 99, 99, 2, 6, 4))
        nothing = dict.fromkeys(("__init__", "__exit__", "tell"), lambda *_, **__: None)
        track = race.Track("plain", 3, 20, 20, "built-in")
        clock = mock.Mock(side_effect=[10.0, 10.5, 11.0, 10.0 + race.WARM_UP])
        with (
            mock.patch.multiple(race.Child, line=lambda _: next(lines), **nothing),
            mock.patch.object(race.time, "monotonic", clock),
        ):
            result = race.race([track], 3, "python3")
        self.assertEqual(result, {"plain": race.Lap(4.0, 1.0)})

    def test_a_coarse_clock_is_asked_long_enough(self):
        """As Windows' of 15.6 ms; a fine one is asked about one lap."""
        for step, most in ((1 / 64, 12), (1e-6, 1)):
            now, laps = [0.0], []

            def clock(step=step, now=now):
                now[0] += 1e-6
                return now[0] // step * step

            def work(now=now, laps=laps):
                now[0] += 0.071
                laps.append(1000)
                return 1000

            with mock.patch.object(race.time, "process_time", clock):
                near(self, race._timed(work), 71.0, 1.5)
            self.assertEqual(len(laps), most)

    @unittest.skipUnless(LONG, "set PURENET_LONG=1")
    def test_the_whole_chapter_is_run_from_start_to_end(self):
        asked = "--data built-in --hidden 3 --images 20 --tests 20 --epochs 2".split()
        status, out, _ = called(whole_race.main, *asked)
        self.assertEqual(status, 0)
        title, first, *more = out.splitlines()
        self.assertEqual(title, "784-3-10, 2 epochs of 20 images, from start to end")
        python = f"{platform.python_implementation()} {platform.python_version()} "
        self.assertTrue(first.startswith(python))
        self.assertRegex(first, r"\d s +\d+ / 20$")
        self.assertEqual(len(more), NUMPY)

    def test_a_program_that_ends_early(self):
        chapter = whole_race.Chapter("built-in", 20, 20, 3, epochs=2)
        with mock.patch.object(whole_race, "Child") as child:
            line = child.return_value.__enter__.return_value.line
            line.side_effect = [b"Data: some", b"Epoch 0: 9 / 20", b"killed\n", b""]
            with self.assertRaisesRegex(OSError, "did not train to the end: killed$"):
                whole_race.train(chapter, "python3", lambda done, total: None)

    def test_bad_data_is_found_before_anybody_starts(self):
        path = self.folder / "notes.csv"
        path.write_text("no digits")
        with mock.patch.object(race, "Runner") as runner, self.assertRaises(DataError):
            demo.main(["--data", str(path)])
        runner.assert_not_called()

    def test_a_python_without_numpy_says_so(self):
        track = json.dumps(race.Track("NumPy", 3, 20, 20, "built-in"))
        code = "import sys; sys.modules['numpy'] = None; "
        code += f"from purenet.engines import race; race.serve({track!r})"
        status, _, errors = python("-c", code)
        self.assertEqual((status, errors), (1, f"{sys.executable} has no NumPy\n"))

    def test_a_python_that_is_not_there(self):
        track = race.Track("NumPy", 3, 20, 20, "built-in")
        self.assertRaises(OSError, race.race, [track], 1, "no-such-python")

    @unittest.skipUnless(NUMPY, "needs NumPy")
    def test_the_runner_with_numpy_learns_like_the_plain_one(self):
        few = {"train": 2000 if LONG else 20, "validation": 0, "test": 0}
        data, _, _ = load_data_wrapper("built-in", **few)
        book, net = BookNetwork([784, 5, 4, 10]), Network([784, 5, 4, 10], seed=0)
        pairs = book.prepared(data)
        for start in range(0, len(data), 10):
            book.update_mini_batch(pairs[start : start + 10], 3.0)
            net.update_mini_batch(data[start : start + 10], 3.0)
        near(self, [w.tolist() for w in book.weights], net.weights, 1e-9)
