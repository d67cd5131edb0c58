"""python3 -m purenet and python3 -m purenet.demo, run as a person runs them."""

import contextlib
import errno
import importlib
import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import types
import unittest
import webbrowser
from importlib import import_module
from pathlib import Path
from unittest import mock

import tests
from purenet import commands, demo, network2
from purenet.checks import Epoch
from purenet.commands import check, draw, pack, recognise, train
from purenet.console import programs
from purenet.console.programs import listing, names_in, program, run_named, sentence
from purenet.console.progress import Bar, bar_line
from purenet.data import builtin
from purenet.demo import darkness
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.runs import saved
from tests import IMAGES, ROOT, InAFolder, have, python
from tests.console.test_terminal import Stream

pty = have("pty")

SMALL = "--hidden 4 --data built-in --train 60 --test 30 --epochs 2".split()


def run(package, *words):
    """Do as python -m with these words; return status, output and errors."""
    main = import_module(f"{package}.__main__").main
    with mock.patch("sys.argv", [package, *words]):
        return tests.called(lambda _: main())


def called(main, *argv):
    """Call a command's or a demo's main, and return its status and output."""
    status, out, errors = tests.called(main, *argv)
    return status, out + errors


def run_train(argv):
    return run_named(commands, "command", ["train", *argv])


class Listing(unittest.TestCase):
    def test_without_a_name_all_are_listed(self):
        for package, where in ((commands, "purenet"), (demo, "purenet.demo")):
            status, out, errors = run(where)
            self.assertEqual((status, errors), (0, ""))
            for name in names_in(package):
                self.assertRegex(out, rf"(?m)^  {name} +\S")

    def test_a_list_does_not_wait_for_what_it_lists(self):
        before = set(sys.modules)
        self.addCleanup(sys.modules.update, {n: sys.modules[n] for n in before})
        for name in before:
            if name.startswith(("purenet.commands.", "purenet.demo.")):
                del sys.modules[name]
        for package, kind in ((commands, "command"), (demo, "demo")):
            listing(package, kind)
            inside = f"{package.__name__}."
            self.assertFalse([n for n in sys.modules if n.startswith(inside)])

    def test_words_typed_by_an_input_method(self):
        for words, plain in (
            (["train", "——epochs", "3"], "-"), (["train", "--hidden", "30，20"], ","),
            (["train", "--epochs", "３。０"], "3"), (["check", "——hint"], "-"),
            (["ｔrain"], "t"), (["train", "--oops"], None),
            (["recognise", "long" * 100], None),
        ):  # fmt: skip
            with self.subTest(words):
                status, _, errors = run("purenet", *words)
                self.assertIn(status, (1, 2))
                said = f"Type the {plain} with the keyboard in its English setting."
                self.assertEqual(said in errors, plain is not None, errors)
        status, _, errors = run("purenet", "recognise", str(IMAGES / "没有（1）.png"))
        self.assertEqual((status, "Type the" in errors), (1, False))

    def test_hints_begin_as_the_program_was_begun(self):
        for begun, hint in (
            ("purenet/__main__.py", "python3 -m purenet train"),
            (pyz := "my stick/purenet.pyz", f"python3 {programs.quoted(pyz)} train"),
            ("/usr/bin/purenet", "purenet train"),
        ):
            with self.subTest(begun=begun), mock.patch("sys.argv", [begun]):
                self.assertEqual(program("purenet.commands.train"), hint)

    def test_python_is_named_as_it_was_typed(self):
        here = sys.executable
        for system, begun, found, name in (
            ("posix", "python", None, "python"),
            ("posix", "/usr/bin/python3", here, "python3"),  # found in $PATH, too
            ("posix", "/a/.pyenv/v/3/python3", "/a/.pyenv/shims/python3", "python3"),
            ("posix", "./my venv/python", "/bin/sh", "'./my venv/python'"),
            ("posix", "/gone/python3", None, "/gone/python3"),
            ("nt", "python3", None, "python3"),
            ("nt", "Python.exe", None, "Python"),
            ("nt", r"C:/Py/python.exe", here, "py"),  # as py.exe begins it
            ("nt", r"C:/Py/pythonw.exe", here, "py"),
        ):
            with (
                self.subTest(system=system, begun=begun),
                mock.patch("shutil.which", return_value=found),
                mock.patch.object(sys, "orig_argv", [begun], create=True),
                mock.patch.object(os, "name", system),
            ):
                self.assertEqual(programs.python(), name)

    def test_words_are_quoted_for_the_shell(self):
        for word, cmd, power_shell in (
            (r"C:\数字\net-1.json", None, None), ("Tom&Ann (2)", '"Tom&Ann (2)"', None),
            ("it's 100%^;", '"it\'s 100%^;"', None),
            ("it's $5", '"it\'s $5"', "'it''s $5'"), ("", '""', None),
        ):  # fmt: skip
            in_cmd = {"PROMPT": "$P$G"}, cmd or word
            for environ, wanted in (in_cmd, ({}, power_shell or cmd or word)):
                variables = mock.patch.dict(os.environ, environ, clear=True)
                with mock.patch.object(os, "name", "nt"), variables:
                    self.assertEqual(programs.quoted(word), wanted)

    def test_at_a_prompt_of_python_it_is_typed_in_python(self):
        call = "from purenet.commands import check; check.main(['07', '--hint'])"
        for module, wanted in (
            ("purenet.commands.check", call), ("__main__", "main(['07', '--hint'])")
        ):  # fmt: skip
            idle = Stream()
            idle.shell = "IDLE's"
            for name, value in (("ps1", ">>> "), ("stdout", idle)):
                with mock.patch.object(sys, name, value, create=True):
                    self.assertEqual(programs.typed(module, "07", "--hint"), wanted)

    def test_a_wrong_name_gets_the_nearest_right_one(self):
        for words, near in (("purenet trian", "train"), ("purenet.demo nnad", "nand"),
                            ("purenet demo adde", "adder")):  # fmt: skip
            status, out, errors = run(*words.split())
            self.assertEqual((status, out), (2, ""))
            self.assertIn(f"Did you mean {near}?", errors)


class Failing(unittest.TestCase):
    def test_ctrl_c_while_modules_are_read_in(self):
        class Stopped(types.ModuleType):
            def __getattr__(self, name):
                raise KeyboardInterrupt

        console = "purenet.console.programs"
        for name in ("purenet.__main__", "purenet.demo.__main__"):
            module = importlib.import_module(name)
            with mock.patch.dict(sys.modules, {console: Stopped(console)}):
                self.assertEqual(module.main(), 130)

    def test_closed_streams_are_borne(self):
        with mock.patch.multiple(sys, stdout=None, stderr=None):
            status = run_train([*SMALL, "--hidden", "2"])
            sys.stdout.close()
            sys.stderr.close()
        self.assertEqual(status, 0)

    def test_an_error_gives_no_orders_to_the_terminal(self):
        status, out = called(run_train, "--data", "\x1b[2J数字\udc80.gz")
        self.assertEqual(status, 1)
        self.assertIn("purenet train: ?[2J数字?.gz: not there", out)

    def test_no_print_gives_orders_to_the_terminal(self):
        def main(argv):
            print("\x1b[31mred\x1b[0m \x1b[2J\x1b]0;owned\x07 \x9b2J")
            print("\r   \rbar \rnet.json", file=sys.stderr, end="")
            return 0

        command = types.SimpleNamespace(main=main)
        with mock.patch("importlib.import_module", return_value=command):
            _, out, errors = tests.called(run_train)
        self.assertEqual(out, "\x1b[31mred\x1b[0m ?[2J?]0;owned? ?2J\n")
        self.assertEqual(errors, "\r   \rbar ?net.json")

    @unittest.skipUnless(os.name == "posix", "no such names on Windows")
    def test_names_give_no_orders_to_the_terminal(self):
        name = "\x1b]0;owned\x07\n\x1b[31mnet.json"
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/{name}"
            _, out = called(run_train, *SMALL, "--hidden", "0", "--save", path)
            self.assertIn("Saved: ", out)
            self.assertIn("/?]0;owned???[31mnet.json", out)
            _, errors = called(run_train, *SMALL, "--load", path, "--data", path)
        self.assertNotIn("\x1b", out + errors)

    def test_the_systems_number_of_an_error_is_left_out(self):
        self.assertEqual(sentence(OSError(98, "in use")), "in use")
        self.assertEqual(sentence(OSError(2, "not there", "a")), "a: not there")
        self.assertEqual(sentence(OSError("a sentence")), "a sentence")


class Unheard(InAFolder):
    """What is made is made, whether or not anybody hears of it."""

    def unheard(self, number, *words):
        """Return the status and the errors of a program that no one can listen to."""
        out, errors = io.StringIO(), io.StringIO()
        out.write = mock.Mock(side_effect=OSError(number, os.strerror(number)))
        with mock.patch.multiple(sys, stdout=out, stderr=errors):
            return run_named(commands, "command", words), errors.getvalue()

    @unittest.skipUnless(hasattr(signal, "SIGHUP"), "no SIGHUP here")
    def test_the_two_signals_of_a_logout_are_one(self):
        ends = signal.SIGTERM, signal.SIGHUP
        before = [signal.signal(number, signal.SIG_DFL) for number in ends]
        try:
            programs._hear()
            with self.assertRaises(KeyboardInterrupt):
                signal.getsignal(ends[0])(ends[0], None)
            self.assertEqual([*map(signal.getsignal, ends)], [signal.SIG_IGN] * 2)
        finally:
            for number, handler in zip(ends, before):
                signal.signal(number, handler)

    def test_a_reader_or_a_terminal_that_is_gone_and_a_full_disk(self):
        (self.folder / "class" / "ann").mkdir(parents=True)
        seven = builtin.load(1, 0, 0)[0][0][0]
        (self.folder / "seven.pgm").write_bytes(b"P5 28 28 255 " + bytes(seven))
        kept = "train --save {0}a.json --checkpoint {0}b.json --curve {0}c.svg"
        made = (
            (" ".join([kept, *SMALL]), "a.json b.json c.svg"),
            ("recognise {1} --csv {0}d.csv --sheet {0}e.svg", "d.csv e.svg"),
            ("check 01 --class {2} --csv {0}f.csv", "f.csv"),
            ("demo pen --svg {0}g.svg", "g.svg"),
        )
        for n in errno.EPIPE, errno.EIO, errno.ENOSPC:
            for words, files in made:
                start, seen = f"{self.folder}/{n}", self.folder / "seven.pgm"
                words = words.format(start, seen, self.folder / "class").split()
                with self.subTest(words, error=n):
                    status, errors = self.unheard(n, *words)
                    self.assertEqual(status, int(n == errno.ENOSPC), errors)
                    self.assertEqual("No space left" in errors, status == 1)
                    for name in files.split():
                        self.assertTrue(Path(start + name).read_bytes())

    def test_what_makes_nothing_ends(self):
        for words in (["train", *SMALL, "--epochs", "9999"], ["demo", "eta"]):
            self.assertEqual(self.unheard(errno.EPIPE, *words), (0, ""))


class Demos(unittest.TestCase):
    def test_numbers_out_of_bounds(self):
        huge, neurons = "9" * 40, "is not from [01] to 10,000"
        for words, said in (
            ("mnist --train 0", "--train: 0 is not from 1 to 1,000,000"),
            ("darkness --test -1", "-1 is not from 1"),
            (f"weights --hidden {huge}", neurons),
            (f"eta --hidden {huge}", neurons),
            ("eta nan", "'nan' is no ordinary number"),
            (f"descent --steps {huge}", "is not from 1"),
            ("perceptron --threshold inf", "no ordinary number"),
            ("course --iterations -1", "is not from 1"),
            ("roads --passes 0", "is not from 1"),
            (f"roads --each {huge}", "is not from 1 to 5,000"),
        ):
            name, *words = words.split()
            status, out = called(import_module(f"purenet.demo.{name}").main, *words)
            self.assertEqual(status, 2, name)
            self.assertRegex(out, said)

    def test_adder(self):
        status, out, errors = run("purenet.demo", "adder", "255", "1")
        self.assertIn("255 + 1 = 256", out)
        status, out, errors = run("purenet.demo", "adder", "--", "-1", "1")
        self.assertEqual((status, errors.count("\n")), (1, 1))

    def test_backprop_agrees_with_differences(self):
        _, out, _ = run("purenet.demo", "backprop", "--seed", "5")
        largest = re.search(r"largest difference: (\S+)", out)
        self.assertLess(float(largest.group(1)), 1e-9)

    def test_a_stream_without_blocks_gets_plain_characters(self):
        status, out, errors = python("-m", "purenet.demo", "sigmoid", encoding="cp1252")
        self.assertEqual((status, errors), (0, ""))
        self.assertNotIn("?", out)

    def test_a_reader_that_has_seen_enough(self):
        words = [sys.executable, "-S", "-m", "purenet.demo", "backprop"]
        with subprocess.Popen(
            words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            process.stdout.close()
            self.assertEqual(process.stderr.read(), b"")

    @unittest.skipUnless(os.environ.get("PURENET_MNIST"), "needs $PURENET_MNIST")
    def test_the_chapters_own_figure_for_darkness(self):
        out = "\n".join(darkness.lines(os.environ["PURENET_MNIST"], None, None))
        self.assertIn("2,225 of 10,000 right", out)


class Train(InAFolder):
    def test_it_says_what_it_does_and_prints_the_books_lines(self):
        status, out = called(train.main, *SMALL[2:], "--seed", "3")
        self.assertEqual(status, 0, out)
        self.assertIn("built-in digits, 60 to learn from, 30 to test with", out)
        self.assertIn("784-30-10, scaled weights, seed 3", out)
        self.assertRegex(out, r"Epoch 0: \d+ / 30\nEpoch 1: \d+ / 30\n")
        self.assertRegex(out, r"After 2 epochs .*: \d+ of 30 test images right")
        self.assertRegex(out, r"Most often confused: \d read as \d")
        self.assertNotIn("Dead", out)
        status, out = called(train.main, *SMALL, "--quiet")
        self.assertEqual((status, out.count("\n")), (0, 1), out)
        words = "--hidden 5,4 --test 0 --init book".split()
        status, out = called(train.main, *SMALL, *words)
        self.assertEqual(status, 0, out)
        self.assertIn("784-5-4-10, book weights", out)
        self.assertIn("Epoch 1 complete", out)
        status, out = called(train.main, *SMALL, "--hidden", "0", "--epochs", "0")
        self.assertIn("784-10,", out)

    def test_chapter_3s_cost_and_lambda_are_kept_and_told(self):
        """In the file, in a checkpoint, on every engine; eta is another then."""
        net, run = str(self.folder / "net.json"), str(self.folder / "run.json")
        asked = ["--cost", "cross-entropy", "--lmbda", "0.1"]
        found = []
        for engine in ("plain", "packed", "flat"):
            words = [*asked, "--hidden", "4", "--engine", engine]
            status, out = called(train.main, *SMALL, *words, "--save", net)
            self.assertEqual(status, 0, out)
            self.assertIn("of 10, eta 0.5, cross-entropy, lambda 0.1\n", out)
            found.append(saved.load(net))
            self.assertIs(found[-1].cost, network2.CrossEntropyCost)
            tests.near(self, found[-1].weights, found[0].weights, 1e-6)
        other = network2.Network([784, 4, 10], seed=0, engine="plain")
        data, _, _ = load_data_wrapper("built-in", train=60, validation=0, test=0)
        list(other.train(data, 2, 10, 0.5, lmbda=0.1))
        tests.near(self, other.weights, found[0].weights, 1e-12)
        words = [*asked, "--eta", "2", "--hidden", "4", "--epochs", "1"]
        status, out = called(train.main, *SMALL, *words, "--checkpoint", run)
        status, out = called(train.main, "--resume", run)
        self.assertIn("eta 2, cross-entropy, lambda 0.1\n", out)
        words = "--resume", run, "--cost", "quadratic"
        with self.assertRaisesRegex(ValueError, "which has cross-entropy"):
            called(train.main, *words)
        with self.assertWarnsRegex(UserWarning, "lmbda 20.0 should be .* 60: each"):
            called(train.main, *SMALL, "--lmbda", "20")
        for words, told in (([], "eta 0.5, cross-entropy\n"), (asked[:2], "eta 0.5, c"),
                            (["--cost", "quadratic"], "eta 3\n")):  # fmt: skip
            status, out = called(train.main, *SMALL, "--load", net, *words)
            self.assertIn(told, out)

    def test_the_best_epoch_is_kept(self):
        path, as_npz = str(self.folder / "net.json"), str(self.folder / "net.npz")
        words = "--validation 40 --keep best --patience 2 --hidden 4".split()
        status, out = called(train.main, *SMALL, *words, "--save", path)
        self.assertEqual(status, 0, out)
        self.assertIn("60 to learn from, 40 to choose by, 30 to test with", out)
        counts = [int(n) for n in re.findall(r"validation (\d+) / 40", out)]
        best = counts.index(max(counts))
        self.assertIn(f"epoch {best}, the best: {max(counts)} of 40", out)
        for words in (["--load", path, "--save", as_npz], ["--load", as_npz]):
            status, out = called(train.main, *SMALL, "--epochs", "0", *words)
            self.assertEqual(status, 0, out)
            self.assertIn(f"784-4-10, starting from {words[1]}", out)

    @unittest.skipUnless(pty, "no terminals here")
    def test_on_a_terminal_the_epochs_stay_to_be_read(self):
        seen, line = pty.openpty()
        command = [sys.executable, "-S", "-m", "purenet", "train", *SMALL]
        with subprocess.Popen(command, cwd=ROOT, stdout=line, stderr=line) as process:
            os.close(line)
            out = b""
            with contextlib.suppress(OSError):
                while part := os.read(seen, 4096):
                    out += part
            process.wait(30)
        os.close(seen)
        self.assertRegex(out, rb"[\r\n]Epoch 0: \d+ / 30\r\n")
        self.assertRegex(out, rb"[\r\n]Epoch 1: \d+ / 30\r\n")
        self.assertNotIn(b"  %,", out)

    def test_a_file_of_another_kind_is_not_lost(self):
        """Nor a table that has been changed: a teacher's remarks are in it."""
        read, class_ = [IMAGES / "photograph.png"], ["--class", self.folder]
        for command, words, name, text in (
            (train, [*SMALL, "--save"], "a.json", "print('mine')"),
            (train, [*SMALL, "--checkpoint"], "a.json", "print('mine')"),
            (train, [*SMALL, "--save"], "a.json", '{"private": true}'),
            (train, [*SMALL, "--save"], "a.json", "PK a document"),
            (train, [*SMALL, "--curve"], "a.svg", "<svg>a drawing</svg>"),
            (recognise, [*read, "--sheet"], "a.svg", "<svg>a drawing</svg>"),
            (recognise, [*read, "--csv"], "a.csv", "label,pixel0"),
            (recognise, [*read, "--csv"], "a.csv", "\ufefffile,digit,output,mine\n"),
            (check, [*class_, "--csv"], "a.csv", "\ufefflearner,right,remark\r\n"),
            (pack, [], "a.pyz", "PK a program"),
        ):
            place = self.folder / name
            place.write_bytes(text.encode("utf-8"))
            with self.assertRaisesRegex(OSError, "not as purenet writes it"):
                called(command.main, *map(str, words), str(place))
            self.assertEqual(place.read_bytes(), text.encode("utf-8"))
        curve, path = str(self.folder / "curve.svg"), self.folder / "my work.json"
        path.write_text("")
        for name in (path, path.with_suffix(".npz"), path.with_suffix(".npz")):
            status, out = called(
                train.main, *SMALL, "--hidden", "0", "--save", str(name),
                "--curve", curve,
            )  # fmt: skip
            self.assertEqual(status, 0, out)
        with self.assertRaisesRegex(ValueError, "a file of its own"):
            called(train.main, *SMALL, "--curve", curve, "--mistakes", curve)

    def test_what_is_written_over_is_kept_beside_unless_it_is_the_same(self):
        work = self.folder / "work"
        (work / "ann").mkdir(parents=True)
        for command, words, name in (
            (train, [*SMALL, "--save"], "net.json"),
            (train, [*SMALL, "--checkpoint"], "run.json"),
            (train, [*SMALL, "--curve"], "curve.svg"),
            (recognise, [IMAGES / "photograph.png", "--sheet"], "sheet.svg"),
            (recognise, [IMAGES / "photograph.png", "--csv"], "answers.csv"),
            (check, ["01", "--class", work, "--csv"], "marks.csv"),
        ):
            place = self.folder / name
            beside = place.with_name(f"{place.stem}-2{place.suffix}")
            words = [*map(str, words), str(place)]
            called(command.main, *words)
            with place.open("ab") as file:
                file.write(b"\nmine")
            changed = place.read_bytes()
            _, out = called(command.main, *words)
            self.assertIn(f"What was in {place} is now in {beside}", out)
            self.assertEqual(beside.read_bytes(), changed)
            called(command.main, *words)
            third = beside.with_name(beside.name.replace("-2", "-3")).exists()
            self.assertEqual(third, "--checkpoint" in words)

    def test_dead_digits_are_named(self):
        wild = "--eta", "500", "--hidden", "0", "--epochs", "1"
        status, out = called(train.main, *SMALL, *wild)
        self.assertEqual(status, 0, out)
        self.assertNotIn("Dead", out)  # of 30 test images nobody knows
        status, out = called(train.main, *SMALL, *wild, "--test", "100")
        self.assertRegex(out, r"Dead, hardly ever the answer: \d")

    def test_wrong_arguments_are_sentences(self):
        for wrong in (
            "--hidden thirty", "--train 0", "--eta x", "--eta nan", "--test -1",
            "--eta -3", "--hidden 10000,10000", "--init great", "--mini-batch-size 0",
            "--train 10000001", "--hidden 99999"
        ):  # fmt: skip
            status, out = called(train.main, *wrong.split())
            self.assertEqual(status, 2, wrong)
            self.assertIn("python3 -m purenet train: error: argument", out, wrong)

    def test_what_cannot_be_done_is_one_line(self):
        for wrong in ("nowhere", "README.md", "purenet"):
            status, out, errors = run("purenet", "train", *SMALL, "--data", wrong)
            self.assertEqual((status, errors.count("\n")), (1, 1), errors)
            self.assertTrue(errors.startswith("purenet train: "), errors)
        _, _, errors = run("purenet", "train", "--resume", "README.md")
        self.assertIn("README.md: not the JSON of a network", errors)

    def test_an_option_that_would_do_nothing_is_refused(self):
        for words, wrong in (
            ("train --save ", "argument --save: an empty word"),
            ("train --load=", "argument --load: an empty word"),
            ("recognise  a.png", "argument IMAGE: an empty word"),
            ("lessons --port 9000", "--port goes with --open"),
            ("lessons --no-browser", "--no-browser goes with --open"),
            ("lessons --pyodide d --to e", "--pyodide goes with --html"),
            ("lessons --html d --open", "not allowed with argument"),
            ("lessons --html d --to e", "not allowed with argument"),
        ):
            status, _, errors = run("purenet", *words.split(" "))
            self.assertEqual(status, 2, words)
            self.assertIn(wrong, errors)
        saved.save(Network([784, 10]), net := str(self.folder / "net.json"))
        with self.assertRaisesRegex(ValueError, "--init is for new weights"):
            called(train.main, *SMALL[2:], "--load", net, "--init", "book")

    def test_ctrl_c_says_what_the_last_whole_epoch_gave(self):
        """And how to go on, with all that was asked for."""

        def stopped(*args, **kwargs):
            yield Epoch(0, 20, 30, 1.0)
            raise KeyboardInterrupt

        with mock.patch.object(Network, "train", stopped):
            status, out = called(train.main, *SMALL)
        self.assertEqual(status, 130)
        self.assertIn("After 1 epoch and 1 s of training: 20 of 30", out)
        self.assertNotIn("To go on", out)
        names = "k.json", "c.svg", "n.npz"
        kept, curve, net = (str(self.folder / name) for name in names)
        words = ["--checkpoint", kept, "--curve", curve, "--save", net, "--quiet"]
        with mock.patch.object(train.Run, "train", stopped):
            status, out = called(train.main, *SMALL, *words)
        self.assertEqual(status, 130)
        words = f"train --resume {kept} --save {net} --curve {curve} --quiet\n"
        self.assertIn(words, out)

    def test_what_was_learned_before_it_was_stopped_is_saved(self):
        """By Ctrl-C, in the last moment as well, and by weights beyond all bounds."""
        trained, made = Network.train, saved.contents
        for error in KeyboardInterrupt, OverflowError:

            def train_and_end(*args, error=error, **kwargs):
                yield next(trained(*args, **kwargs))
                raise error

            late = mock.patch.object(Network, "train", train_and_end)
            once = mock.Mock(side_effect=[error, mock.DEFAULT], wraps=made)
            while_saving = mock.patch.object(saved, "contents", once)
            for number, stopped in enumerate((late, while_saving)):
                net = self.folder / f"{error.__name__}{number}.json"
                with stopped:
                    status, out = called(run_train, *SMALL, "--save", str(net))
                wanted = 130 if error is KeyboardInterrupt else 1
                self.assertEqual(status, wanted)
                self.assertIn(f"Stopped. Saved: {net}\nAfter {number + 1} epoch", out)
                self.assertEqual(saved.load(net).sizes, [784, 4, 10])


class Bare:
    """A stream as some apps have them: neither isatty nor fileno."""

    def __init__(self):
        self.getvalue = str

    def write(self, text):
        return len(text)

    def flush(self):
        pass


@mock.patch("os.isatty", lambda number: True)
class Bars(unittest.TestCase):
    def test_on_a_terminal_it_is_drawn_and_taken_away(self):
        out = Stream(None)
        with Bar("drawing", out) as progress:
            progress(1, 2)
            progress(2, 2)
        line = "drawing [##########----------]  50 %"
        self.assertEqual(out.getvalue(), f"\r\r{line}\r{' ' * len(line)}\r")

    def test_elsewhere_it_writes_nothing(self):
        idle = Stream()
        idle.fileno = io.StringIO().fileno  # raises: there is none
        for out in (idle, Stream(tty=False), Bare()):
            with Bar("", out) as progress:
                progress(1, 2)
            self.assertEqual(out.getvalue(), "")
        for stream in (None, Bare()):  # Windows' pythonw, some apps' consoles
            with mock.patch.multiple(sys, stdout=stream, stderr=stream):
                self.assertEqual(train.main([*SMALL, "--hidden", "2"]), 0)
                self.assertEqual(recognise.main([str(IMAGES / "no.png")]), 1)
                self.assertEqual(run_named(commands, "command", []), 0)
                for each in (sys.stdout, sys.stderr):
                    getattr(each, "close", str)()

    def test_a_pipe_that_windows_finds_closed_ends_in_silence(self):
        out, errors = io.StringIO(), io.StringIO()
        out.write = mock.Mock(side_effect=OSError(errno.EINVAL, "Invalid argument"))
        with mock.patch.multiple(sys, stdout=out, stderr=errors):
            self.assertEqual(run_named(demo, "demo", ["nand"]), 0)
        self.assertEqual(errors.getvalue(), "")

    def test_a_terminal_may_not_know_its_width(self):
        for columns, shown in ((0, "[##########----------]  50 %"), (1, "")):
            size = os.terminal_size((columns, 0))
            with mock.patch("shutil.get_terminal_size", return_value=size):
                self.assertEqual(bar_line("", 0.5, 0, io.StringIO()).strip(), shown)


class DoubleClick(unittest.TestCase):
    def test_what_is_opened(self):
        main, page = import_module("purenet.__main__").main, ["lessons", "--open"]
        terminal = "purenet.console.terminal"
        for clicked, window, argv, given, wanted in (
            (True, True, ["purenet/purenet.py"], None, page),
            (True, False, ["purenet/__main__.py"], None, []),  # python -m, in a pipe
            (True, True, ["01_festival.py"], ["check", "01"], ["check", "01"]),
            (False, True, ["purenet.pyz"], None, []),
            (True, True, ["purenet.pyz", "train"], None, ["train"]),
        ):
            with (
                self.subTest(argv),
                mock.patch("sys.argv", argv),
                mock.patch(f"{terminal}.double_clicked", return_value=clicked),
                mock.patch(f"{terminal}.is_terminal", return_value=window),
                mock.patch("purenet.console.programs.run_named") as run_named,
                mock.patch("builtins.input") as stays,
            ):
                main(given)
                self.assertEqual(run_named.call_args[0][2], wanted)
                self.assertEqual(stays.called, clicked and window and len(argv) == 1)


class Browsers(unittest.TestCase):
    def test_a_text_browser_is_not_given_the_terminal(self):
        for name, opened in (
            ("firefox", True), ("/vscode/bin/helpers/browser.sh", True),
            ("lynx", False), ("/usr/bin/w3m -cookie %s", False), ("links", False),
        ):  # fmt: skip
            found = webbrowser.GenericBrowser(name.split())
            with self.subTest(name), mock.patch("webbrowser.get", return_value=found):
                self.assertEqual(bool(draw._window()), opened)
        with mock.patch("webbrowser.get", side_effect=webbrowser.Error):
            self.assertIsNone(draw._window())


class TrainDraws(InAFolder):
    def test_pictures_are_written(self):
        names = {"curve": "c.svg", "mistakes": "m.svg", "confusion": "k.svg"}
        words = sum(([f"--{k}", str(self.folder / n)] for k, n in names.items()), [])
        status, out = called(train.main, *SMALL, *words)
        self.assertEqual((status, out.count("Drawn: ")), (0, 3))
        for name in names.values():
            self.assertEqual((self.folder / name).read_bytes()[:4], b"<svg")

    def test_what_cannot_be_written_is_said_before_the_work(self):
        ending = "saved as .json, or .* .npz"
        for words, message in (
            ("--curve c.png", "c.png: pictures are written as .svg, which"),
            ("--test 0 --curve c.svg", "nothing to draw without test"),
            ("--curve no/such/c.svg", "there is no folder"),
            *((f"--save {name}", ending) for name in ("net.pkl", "net", "net.txt")),
        ):
            with self.assertRaisesRegex((ValueError, OSError), message):
                called(train.main, *SMALL, *words.split())
