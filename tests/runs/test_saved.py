"""Networks in files: both ways with the book's code, bit for bit, and checked."""

import base64
import gzip
import json
import math
import os
import unittest
import zlib
from unittest import mock

from purenet import network2
from purenet.console import replacing
from purenet.console.replacing import check_place
from purenet.data import DataError, networks
from purenet.data import network_npz as _npz
from purenet.engines.packed import PackedNetwork
from purenet.network import Network
from purenet.runs import saved
from tests import InAFolder, denying, have
from tests.data import digit_files as made

numpy = have("numpy")

OLD_NPZ = (  # of a network of one weight, 0.5, and one bias, -2
    "eNoL8GZmEWGAAEWGW1850zqALBDmBeLy1Mz0jJLieAO9vILKyX6hvgGRjAxlDNXqKanFyUXqVgrqNmkW"
    "6joK6mn5RSVFiXnx+UUpqSBxt8Sc4lSgeHFGYkEqkK9hqKNgqKmjUKtANuCCOPKBfQCKk3e/LBWFOZkH"
    "iJMyE4tTB5WLGQ4EeDMyiTDjDmYYaGBkQA90dK3o3kVo3Yzm+QBvVjaQDBMQlgLpVKDhAgzORfnFxa55"
    "JUX5BZXO+cUlAPnrZpY="
)


class Files(InAFolder):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "net.json"


class Saving(Files):
    def test_every_float_comes_back_to_the_last_bit(self):
        """In the book's layout."""
        net = Network([5, 4, 3], seed=2)
        net.weights[0][0][:] = [5e-324, 1.7976931348623157e308, -0.0, 0.1 + 0.2, 1e22]
        saved.save(net, self.path)
        again = saved.load(self.path)
        rows, wanted = ([*map(list, each.weights)] for each in (again, net))
        self.assertEqual(repr(rows), repr(wanted))
        self.assertEqual((again.biases, again.sizes), (net.biases, net.sizes))
        data = json.loads(saved.contents(net, "json", epoch=7))
        self.assertEqual((data["sizes"], data["epoch"]), ([5, 4, 3], 7))
        self.assertEqual(data["cost"], "QuadraticCost")
        self.assertEqual(data["biases"][1], [[b] for b in net.biases[1]])
        self.assertEqual(data["weights"][0][1], net.weights[0][1])

    def test_on_the_disk_before_it_takes_the_name(self):
        self.path.write_text("old")
        found = []

        def synced(number):
            found.append((os.fstat(number).st_size, self.path.read_text()))

        with mock.patch("os.fsync", synced):
            replacing.write(b"new one", self.path)
        self.assertEqual(found[0], (7, "old"))

    @unittest.skipUnless(hasattr(os, "mkfifo"), "no named pipes here")
    def test_what_is_no_file_is_not_replaced(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        self.assertRaises(OSError, saved.save, Network([2, 1]), pipe)
        self.assertTrue(pipe.is_fifo())

    @unittest.skipIf(os.name == "nt", "links need a privilege there")
    def test_a_link_stays_a_link(self):
        link = self.folder / "link.json"
        link.symlink_to(self.path)
        saved.save(Network([2, 1], seed=1), link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(saved.load(self.path).sizes, [2, 1])
        link = self.folder / "to nowhere.json"
        link.symlink_to(self.folder / "none" / "net.json")
        with self.assertRaisesRegex(OSError, "to nowhere.json .* there is no folder"):
            check_place(link)

    def test_names_with_other_characters_and_as_long_as_they_may_be(self):
        for name in ("我的 网络.json", "n" * 250 + ".json"):
            saved.save(Network([2, 1]), self.folder / name)
            self.assertEqual(saved.load(self.folder / name).sizes, [2, 1])

    def test_what_a_killed_program_left_is_cleared_away(self):
        """A day later: not what another is just writing."""
        for name in (".purenet-1.part", ".other.part", "mine.part"):
            (self.folder / name).write_bytes(b"half")
            os.utime(self.folder / name, (1e9, 1e9))
        (self.folder / ".purenet-2.part").write_bytes(b"half")
        saved.save(Network([2, 1]), self.path)
        left = sorted(path.name for path in self.folder.iterdir())
        wanted = [".other.part", ".purenet-2.part", "mine.part", "net.json"]
        self.assertEqual(left, wanted)

    @unittest.skipUnless(replacing.fcntl, "this system has no locks")
    def test_one_file_is_written_by_one_run(self):
        """Here, and where Windows' locks are played."""
        here = replacing.fcntl

        def locking(number, mode, count):
            self.assertEqual((mode, count), (2, 1))
            try:
                here.flock(number, here.LOCK_EX | here.LOCK_NB)
            except BlockingIOError:
                raise PermissionError from None

        windows = mock.Mock(LK_NBLCK=2, locking=locking)
        for locks in ({}, {"fcntl": None, "msvcrt": windows}):
            with mock.patch.multiple(replacing, **{"fcntl": here, **locks}):
                one, other = replacing.Alone(self.path), replacing.Alone(self.path)
                for _ in range(2):
                    saved.save(Network([2, 1]), self.path)
                    one.take()
                    self.assertRaisesRegex(OSError, "by another run", other.take)
                one.close()
                self.path.with_name("net.json.lock").touch()  # left by a killed run
                other.take()
                other.close()

    def test_a_file_that_may_not_be_changed_is_kept(self):
        saved.save(Network([2, 1]), self.path)
        before = self.path.read_bytes()
        for call in (check_place, lambda path: saved.save(Network([3, 1]), path)):
            words = "may not be changed, or another"
            with denying(f"{self.path.name}$", replace=False):
                self.assertRaisesRegex(OSError, words, call, self.path)
        self.assertEqual(self.path.read_bytes(), before)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["net.json"])


class ForNumPy(Files):
    @unittest.skipIf(numpy is None, "NumPy is not installed")
    def test_numpy_reads_it_without_pickle(self):
        net, path = Network([5, 4, 3], seed=2), self.folder / "net.npz"
        saved.save(net, path)
        with numpy.load(path, allow_pickle=False) as data:
            self.assertEqual(len(data.files), 4)
            for n, (w, b) in enumerate(zip(net.weights, net.biases)):
                self.assertEqual(data[f"weights_{n}"].tolist(), list(w))
                self.assertEqual(data[f"biases_{n}"][:, 0].tolist(), b)

    def test_what_was_saved_is_loaded_to_the_last_bit(self):
        class Harmless(Network):
            def __repr__(self):
                return "mine"

        for name in ("net.json", "net.npz", "NET.NPZ"):
            path = self.folder / name
            for net in (
                Network([5, 4, 3], seed=2), network2.Network([3, 2], seed=1),
                network2.Network([3, 2], seed=1, cost=network2.QuadraticCost),
                PackedNetwork([2, 2, 1], seed=1), Harmless([2, 1], seed=1)
            ):  # fmt: skip
                saved.save(net, path)
                again = saved.load(path)
                self.assertEqual(again.weights, net.weights)
                self.assertEqual(again.biases, net.biases)
                self.assertEqual(network2.cost_of(again), network2.cost_of(net))
            self.assertEqual(path.read_bytes()[:2] == b"PK", name != "net.json")

    def test_what_would_not_come_back_is_refused_before_it_is_written(self):
        class Mine(Network):
            def activation(self, z):
                return z

        strange = Network([2, 1], seed=1)
        strange.weights[0][0][1] = math.inf
        other = network2.Network([2, 1], cost=type("Cubic", (), {}))
        for path in (self.path, self.folder / "net.npz"):
            saved.save(Network([2, 1]), path)
            before = path.read_bytes()
            for net, words in (
                (Mine([2, 1]), "methods of its own"),
                (strange, "inf or nan"),
                (other, "cost Cubic could not be loaded"),
            ):
                self.assertRaisesRegex(ValueError, words, saved.save, net, path)
                self.assertEqual(path.read_bytes(), before)

    def test_files_of_the_version_before(self):
        whole = '{"sizes": [1, 1], "weights": [[[0.5]]], "biases": [[[-2.0]]], '
        whole += '"cost": %s}'
        for cost in ("QuadraticCost", "CrossEntropyCost"):
            self.path.write_text(whole % f'"{cost}"')
            net = saved.load(self.path)
            self.assertEqual((net.weights[0][0][0], net.biases[0][0]), (0.5, -2.0))
            saved.save(net, self.path)
            self.assertEqual(self.path.read_text(), whole % f'"{cost}"')
        path = self.folder / "net.npz"
        path.write_bytes(zlib.decompress(base64.b64decode(OLD_NPZ)))
        wanted = self.path.read_bytes()
        self.assertEqual(saved.contents(saved.load(path), "json"), wanted)

    def test_damaged_archives_are_named(self):
        path = self.folder / "net.npz"
        saved.save(Network([5, 4, 3], seed=2), path)
        whole = path.read_bytes()
        saved.save(Network([5, 4, 3], seed=2), path)
        self.assertEqual(path.read_bytes(), whole)  # the same each time
        cases = [whole[:300], whole[:-30], whole.replace(b"weights_0", b"weights_9")]
        biases = {"biases_0.npy": _npz._npy((1, 1), [0.0])}
        for array in (_npz._npy((1, 2), [0.0, math.nan]), _npz._npy((2, 2), [0.0] * 3),
                      _npz._npy((2,), [1.0, 2.0]), b"no array"):  # fmt: skip
            cases.append(made.archive({"weights_0.npy": array, **biases}))
        names = [f"weights_{layer}.npy" for layer in range(4)]
        large = bytes(_npz.MOST_BYTES // 3)
        cases.append(made.archive(dict.fromkeys(names, large)))
        for data in cases:
            path.write_bytes(data)
            with self.assertRaisesRegex(DataError, "^[^ ]*net.npz: ") as caught:
                saved.load(path)
            self.assertEqual(str(caught.exception).count("net.npz"), 1)
        self.assertIn("no network has so many", str(caught.exception))

    @unittest.skipUnless(numpy, "needs NumPy")
    def test_numpys_own_files_of_these_names(self):
        path, net = self.folder / "net.npz", Network([3, 2], seed=1)
        w, b = numpy.array(list(net.weights[0])), numpy.array(net.biases[0])
        fortran = numpy.asfortranarray(w), b.reshape(-1, 1)
        for save in (numpy.savez, numpy.savez_compressed):
            for weights, biases in ((w, b), fortran, (w.astype(">f8"), b)):
                save(path, weights_0=weights, biases_0=biases)
                again = saved.load(path)
                self.assertEqual(again.weights, net.weights)
                self.assertEqual(again.biases, net.biases)


class Loading(Files):
    def wrong(self, text):
        self.path.write_bytes(text if isinstance(text, bytes) else text.encode())
        with self.subTest(text[:20]), self.assertRaises(DataError) as caught:
            saved.load(self.path)
        self.assertIn("net.json", str(caught.exception))
        return str(caught.exception)

    def changed(self, **change):
        data = json.loads(saved.contents(Network([3, 2, 1], seed=0), "json"))
        data.update(change)
        return json.dumps({key: data[key] for key in data if data[key] != "left out"})

    def test_the_wrong_entry_is_named(self):
        for change, message in (
            ({"sizes": "left out"}, "no entry 'sizes'"),
            ({"weights": "left out"}, "no entry 'weights'"),
            ({"sizes": [3]}, "sizes is not"),
            ({"sizes": [3, 2.0, 1]}, "sizes is not"),
            ({"sizes": [3, True, 1]}, "sizes is not"),
            ({"sizes": [3, 2, 2]}, r"weights\[1\] has 1 entries; by the sizes, 2"),
            ({"weights": [[[0, 0]] * 2, [[0] * 2]]}, r"weights\[0\]\[0\] has 2"),
            ({"weights": [[[0, 0, "1"]] * 2, [[0] * 2]]}, r"weights\[0\]\[0\]\[2\]"),
            ({"weights": [[[0, 0, True]] * 2, [[0] * 2]]}, r"weights\[0\]\[0\]\[2\]"),
            ({"biases": [[[0], [0]], [0]]}, r"biases\[1\]\[0\] is not a list"),
            ({"biases": {}}, "biases is not a list"),
            ({"cost": "os.system"}, "cost is one of Quadratic.*, not 'os.system'"),
            ({"cost": [1]}, "cost is one of"),
        ):
            self.assertRegex(self.wrong(self.changed(**change)), message)

    def test_what_is_no_json_and_numbers_that_are_none(self):
        good = self.changed(weights=[[[0, 0, 7777]] * 2, [[0] * 2]])
        for number in ("NaN", "Infinity", "1e999", "-1e999", "9" * 5000, "null"):
            self.wrong(good.replace("7777", number))
        for text in (b"", b"\xff\xfe", b"{", b"[]", b"null", b'{"sizes": [1'):
            self.wrong(text)
        self.assertRaises(DataError, saved.load, self.folder)

    def test_a_file_of_digits_is_no_network(self):
        digits = made.pickled(made.book())
        for data in (digits, gzip.compress(digits), made.csv()):
            self.assertIn("files of digits go with --data", self.wrong(data))

    def test_bounds(self):
        self.assertIn("deeper", self.wrong("[" * 100_000))
        self.assertIn("lists", self.wrong("[" + "[]," * 200_000 + "[]]"))
        self.assertIn("longer", self.wrong(b" " * (networks.MOST_BYTES + 1)))

    def test_a_file_that_an_editor_has_saved_again(self):
        text = "\ufeff" + self.changed().replace(", ", ",\r\n")
        self.path.write_bytes(text.encode())
        self.assertEqual(saved.load(self.path).sizes, [3, 2, 1])
