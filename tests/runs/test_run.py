"""Runs that stop and go on: bit for bit like those that were not touched."""

import contextlib
import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path
from unittest import mock

from purenet.checks import Epoch
from purenet.commands import train
from purenet.console import replacing
from purenet.data import DataError
from purenet.engines import ENGINES
from purenet.mnist_loader import load_data_wrapper
from purenet.runs import checkpoint, report, saved, settings
from purenet.runs.run import Run
from purenet.runs.settings import Settings
from tests import HEED, LONG, ROOT, InAFolder, called, denying, python


class Runs(InAFolder):
    @classmethod
    def setUpClass(cls):
        few = {"train": 20, "validation": 0, "test": 10}
        cls.training, _, cls.tests = load_data_wrapper("built-in", **few)

    def setUp(self):
        super().setUp()
        self.path = self.folder / "run.json"

    def test_a_long_run_hears_of_a_quicker_python_that_is_here(self):
        for seconds, there, engine in (
            (31.0, "/bin/pypy3", "packed"), (29.0, "/bin/pypy3", "packed"),
            (31.0, None, "packed"), (31.0, "/bin/pypy3", "flat"),
        ):  # fmt: skip
            run = Run(Settings(epochs=2), [])
            run.done = [Epoch(0, 91, 100, seconds)]
            with (
                self.subTest(seconds=seconds, there=there, engine=engine),
                mock.patch("shutil.which", return_value=there),
                mock.patch.object(report, "FASTEST", engine),
            ):
                told = seconds > 30 and there and engine == "packed"
                self.assertEqual(len(list(report.sooner(run))), bool(told))

    def kept_after(self, *epochs, **change):
        """Keep a run after each of these epochs, and return the whole run."""
        asked = Settings(**{"hidden": [4], "epochs": 4, "seed": 5, **change})
        run = Run(asked, self.training, (), self.tests)
        for done in itertools.chain([0], (epoch.number + 1 for epoch in run.train())):
            if done in epochs:
                self.path.write_bytes(checkpoint.contents(run, self.path))
                shutil.copy(self.path, self.folder / f"{done}.json")
        return run

    def again(self, name="run.json"):
        """The run that was kept, ready to go on."""
        kept = checkpoint.Checkpoint(self.folder / name)
        return kept.run(self.training, (), self.tests)

    def test_gone_on_with_from_every_epoch_on_every_engine(self):
        chapter_3 = {"cost": "cross-entropy", "lmbda": 1.5}
        for engine, more in itertools.product(ENGINES, ({}, chapter_3)):
            whole = self.kept_after(*range(5), engine=engine, **more)
            for epochs in range(5) if LONG else (0, 3):
                with self.subTest(engine=engine, epochs=epochs):
                    again = self.again(f"{epochs}.json")
                    self.assertEqual(len(again.done), epochs)
                    list(again.train())
                    self.assertEqual(again.net.weights, whole.net.weights)
                    self.assertEqual(again.net.biases, whole.net.biases)
                    done, wanted = ([e[:3] for e in r.done] for r in (again, whole))
                    self.assertEqual(done, wanted)
        self.assertEqual(saved.load(self.path).weights, whole.net.weights)

    def test_where_the_data_went_is_kept_too(self):
        here, there, run = (self.folder / name for name in ("a.csv", "b.csv", "r.json"))
        rows = ([digit, *bytes(x)] for x, digit in self.tests)
        here.write_text("".join(",".join(map(str, row)) + "\n" for row in rows))
        small = "--test 0 --hidden 0 --epochs 1".split()
        called(train.main, "--data", str(here), *small, "--checkpoint", str(run))
        here.rename(there)
        called(train.main, "--resume", str(run), "--data", str(there))
        self.assertEqual(checkpoint.Checkpoint(run).settings.data, str(there))

    def test_an_unfinished_run_is_not_overwritten(self):
        self.kept_after(2)
        with self.assertRaisesRegex(ValueError, "2 of 4 epochs.*--resume"):
            checkpoint.check_unfinished(str(self.path))
        self.kept_after(4)
        checkpoint.check_unfinished(str(self.path))
        checkpoint.check_unfinished(str(self.folder / "none.json"))

    def test_no_network_takes_the_place_of_an_unfinished_run(self):
        before = self.kept_after(2), self.path.read_bytes()
        other = str(self.folder / "other.json")
        small = "--data built-in --train 20 --test 10 --epochs 1 --hidden 0".split()
        save = ["--save", self.path]
        for words in (save, [*save, "--checkpoint", other]):
            with self.assertRaisesRegex(ValueError, "2 of 4 epochs.*--resume"):
                called(train.main, *small, *map(str, words))
        with self.assertRaisesRegex(ValueError, "2 of 4 epochs.*--resume"):
            args = "--resume", other, "--checkpoint", str(self.path)
            train.check(train.parser().parse_args(args), {})
        self.assertEqual(self.path.read_bytes(), before[1])
        self.kept_after(4)
        place = checkpoint.Alone(str(self.path))
        place.take()
        if place.file:
            with self.assertRaisesRegex(OSError, "by another run"):
                called(train.main, *small, "--save", str(self.path))
        place.close()
        own = [*small, "--checkpoint", other, "--save", other]
        self.assertEqual(called(train.main, *own)[0], 0)

    @mock.patch.object(saved, "check_place")  # which would tell before the work
    def test_what_cannot_be_written_is_written_elsewhere(self, _):
        """And a training goes on: its checkpoint is tried again after each epoch."""
        small = "--data built-in --train 20 --test 10 --epochs 3 --hidden 0".split()
        path = self.folder / "kept.json"
        save, keep = [*small, "--save", str(path)], [*small, "--checkpoint", str(path)]
        beside, again = "It was written to .*kept-2.json instead", "tried again after"
        rest = {"first": 1}  # of the checkpoints, the one before the training is there
        for argv, denied, status, said, times in (
            (save, {"times": 6}, 0, "", 1), (save, {}, 1, beside, 1),
            (keep, {**rest, "times": 7}, 0, again, 1), (keep, rest, 1, again, 3),
            (keep, rest, 1, beside, 1), (save, {}, 1, "Access is denied|may not be", 1),
        ):  # fmt: skip
            full = "denied" in said
            with self.subTest(said=said, **denied):
                for each in self.folder.glob("*.json"):
                    each.unlink()
                place = mock.Mock(return_value=None) if full else replacing.elsewhere
                elsewhere = mock.patch.object(replacing, "elsewhere", place)
                with elsewhere, denying("kept.json$", **denied):
                    found, out, errors = called(train.main, *argv)
                self.assertEqual(found, status, errors)
                self.assertEqual(len(re.findall(said, errors)), times, errors)
                self.assertIn("After 3 epochs", out)
                if not full:
                    where = re.search(r"(?<=written to )\S+", errors) or [path]
                    self.assertEqual(saved.load(where[0]).sizes, [784, 10])

    def test_the_best_epoch_is_kept_and_comes_back(self):
        asked = Settings(hidden=[6], epochs=12, seed=1, keep="best", patience=4)
        data = load_data_wrapper("built-in", train=60, validation=40, test=20)
        weights, run = [], Run(asked, *data)
        for epoch in run.train():
            weights.append([list(map(list, w)) for w in run.net.weights])
            kept = self.folder / f"{epoch.number}.json"
            kept.write_bytes(checkpoint.contents(run, kept))
        best = run.validated.index(max(run.validated))
        self.assertEqual(len(run.done), min(12, best + 1 + 4))
        self.assertLess(best, len(run.done) - 1)  # or the test shows nothing
        last = [run.net.predict(x) for x, _ in data[2]]
        run.keep_chosen()
        self.assertEqual(run.answers(), [run.net.predict(x) for x, _ in data[2]])
        self.assertNotEqual(run.answers(), last)
        self.assertEqual([list(map(list, w)) for w in run.net.weights], weights[best])
        self.assertEqual(run.net.evaluate(data[1]), max(run.validated))
        for number in (best, best + 1, len(run.done) - 1):
            path = self.folder / f"{number}.json"
            again = checkpoint.Checkpoint(path).run(*data)
            list(again.train())
            self.assertEqual(again.validated, run.validated)
            again.keep_chosen()
            self.assertEqual(again.net.weights, run.net.weights)
            self.assertEqual(again.net.biases, run.net.biases)
            self.assertEqual(again.answers(), run.answers())
        checkpoint.check_unfinished(str(path))  # stopped by patience: it is finished

    def test_checkpoints_of_the_versions_before(self):
        """As 0.1.0 wrote them, and as the one before the table did."""
        whole = self.kept_after(1)
        kept = json.loads(self.path.read_text(encoding="utf-8"))
        first = {"data": None, "train": 5000, "test": 1000, "hidden": [4], "epochs": 4}
        first.update(mini_batch_size=10, eta=3.0, seed=5, init="scaled")
        first["engine"] = whole.settings.engine
        then = {**first, "validation": 0, "keep": "last", "patience": 0}
        kept["run"].update(settings=then, done=[[0, 3, 10, 0.1]], validated=[])
        of_0_1_0 = json.loads(json.dumps(kept))
        of_0_1_0["run"].update(settings=first, done=[[0, 3, 10, 0.1, 10]])
        del of_0_1_0["run"]["validated"]
        for written in (kept, of_0_1_0):
            self.path.write_text(json.dumps(written), encoding="utf-8")
            again = self.again()
            self.assertEqual(vars(again.settings), {**vars(whole.settings), **then})
            list(again.train())
            self.assertEqual(again.net.weights, whole.net.weights)

        self.kept_after(1, cost="cross-entropy")
        kept = json.loads(self.path.read_text(encoding="utf-8"))
        del kept["run"]["settings"]["cost"]  # it was the network's alone
        self.path.write_text(json.dumps(kept), encoding="utf-8")
        self.assertEqual(self.again().settings.cost, "cross-entropy")

    def test_an_option_is_one_line(self):
        """One more line in the table is an option, kept, checked and told."""
        line = '    taste: str = _of("sweet", ("sweet", "sour"), told="{}", help="")\n'
        source = Path(settings.__file__).read_text(encoding="utf-8")
        source = source.replace("    patience: int", line + "    patience: int")
        small = "--data built-in --train 20 --test 10 --epochs 0 --hidden 0"
        status, out, errors = python(
            "-c",
            "import sys; from purenet.runs import settings\n"
            f"exec({source!r}, vars(settings))\n"
            "from purenet.commands import train\n"
            "for words in sys.argv[1:]:\n"
            "    try: train.main(words.split())\n"
            "    except (ValueError, SystemExit) as error: print(error)\n",
            f"{small} --taste sour --checkpoint run.json",
            "--resume run.json",
            "--resume run.json --taste sweet",
            "--taste salt",
            folder=self.folder,
        )
        self.assertEqual(out.count("eta 3, sour\n"), 2, errors)
        self.assertRegex(out, "--taste sweet does not go with .*, which has sour")
        self.assertIn("invalid choice: 'salt'", errors)

    def test_other_data_is_refused(self):
        self.kept_after(1)
        for data in (
            (self.training[:-1], self.tests),
            (self.training, self.tests[::-1]),
        ):
            with self.assertRaisesRegex(DataError, "other images"):
                checkpoint.Checkpoint(self.path).run(data[0], (), data[1])

    def test_damaged_entries_are_named(self):
        saved.save(self.kept_after(1).net, npz := self.folder / "net.npz")
        self.assertRaisesRegex(DataError, "no checkpoint", checkpoint.Checkpoint, npz)
        kept = json.loads(self.path.read_text(encoding="utf-8"))
        cases = [
            (["run"], None, "no checkpoint"),
            (["run", "data"], 3, "no checkpoint"),
            (["run", "settings"], {"colour": 1}, "run.settings"),
            (["run", "settings", "hidden"], [10**9], "run.settings.hidden"),
            (["run", "settings", "hidden"], [5], "sizes"),
            (["run", "settings", "hidden"], "4", "run.settings.hidden"),
            (["run", "settings", "patience"], False, "run.settings.patience"),
            (["run", "settings", "engine"], "os", "run.settings.engine"),
            (["run", "settings", "train"], 10**12, "run.settings.train"),
            (["run", "settings", "eta"], True, "run.settings.eta"),
            (["run", "done"], [[0, 1]], "run.done"),
            (["run", "done", 0, 0], 7, "run.done"),
            (["run", "validated"], [3], "run.validated"),
            (["run", "validated"], "3", "run.validated"),
            (["run", "settings", "keep"], "worst", "run.settings.keep"),
            (["run", "random"], 7, "run.random"),
            (["run", "random", 0], 99, "run.random"),
            (["run", "random", 1], [0] * 3, "run.random"),
            (["run", "random", 1, 5], -1, "run.random"),
            (["run", "random", 1, 5], 2**32, "run.random"),
            (["run", "random", 1, 5], "x", "run.random"),
            (["run", "random", 1, 624], 10**6, "run.random"),
            (["run", "random", 2], "x", "run.random"),
        ]
        for place, value, message in cases:
            with self.subTest(place=place, value=value):
                changed = json.loads(json.dumps(kept))
                entry = changed
                for key in place[:-1]:
                    entry = entry[key]
                entry[place[-1]] = value
                self.path.write_text(json.dumps(changed), encoding="utf-8")
                self.assertRaisesRegex(DataError, message, self.again)


class Killed(InAFolder):
    """The command itself, killed at random moments and resumed."""

    def begun(self, *words):
        """A training that has written its first checkpoint, and goes on."""
        process = subprocess.Popen(
            [sys.executable, "-S", "-m", "purenet", "train", "--checkpoint", *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=HEED,
        )
        kept = self.folder / words[0]
        while process.poll() is None:
            with contextlib.suppress(FileNotFoundError):  # its place is tried, and left
                if kept.stat().st_size:
                    break
            time.sleep(0.002)
        return process

    def ended(self, *words, **files):
        for option, name in files.items():
            words += (f"--{option}", str(self.folder / name))
        status, out, errors = called(train.main, *words)
        self.assertEqual(status, 0, out + errors)

    @unittest.skipUnless(LONG, "set PURENET_LONG=1")
    def test_killed_and_resumed(self):
        for engine in ENGINES:
            words = "--data built-in --train 50 --test 10 --epochs 8 --seed 3".split()
            words += ["--hidden", "8", "--engine", engine]
            self.ended(*words, save="whole.json")
            for _ in range(25):
                seconds = random.random() * 0.3
                with self.begun("run.json", *words) as process:
                    time.sleep(seconds)
                    process.kill()
                self.ended(resume="run.json", save="end.json")
                ends = (self.folder / name for name in ("whole.json", "end.json"))
                with self.subTest(engine=engine, killed_after=seconds):
                    self.assertEqual(*(end.read_bytes() for end in ends))
                (self.folder / "run.json").unlink()

    @unittest.skipIf(os.name == "nt", "signals are sent in another way there")
    def test_ctrl_c_says_how_to_go_on(self):
        words = "--data built-in --train 100 --test 0 --epochs 100000".split()
        for number, times in ((signal.SIGINT, 1), (signal.SIGHUP, 9)):
            process = self.begun("my run.json", *words)
            time.sleep(0.1)
            for _ in range(times):  # as a shell does that ends
                process.send_signal(number)
                time.sleep(0.005)
            out, errors = process.communicate(timeout=30)
            self.assertEqual((process.returncode, errors), (130, b""), out)
            self.assertIn(b"train --resume 'my run.json'", out)
            checkpoint.Checkpoint(self.folder / "my run.json")
            (self.folder / "my run.json").unlink()
