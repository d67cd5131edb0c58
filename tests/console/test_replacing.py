"""Files written whole, or kept somewhere and said, whatever the system does."""

import contextlib
import os
import stat
import unittest
from pathlib import Path
from unittest import mock

from purenet.console import replacing
from purenet.console.replacing import check_place, keep, write
from tests import InAFolder, called, denying

# Names that files have on Windows, and that none can have.
FINE = "net.json", "console.json", "com10.json", "my net.json", ".json", "数字.json"
UNFIT = "net:1.json", "a?.json", "con.json", "CON", "com1.x.json", "net.json.", "n "


class Replacing(InAFolder):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "net.json"
        self.path.write_bytes(b"old")

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def test_what_is_denied_for_a_moment_is_tried_again(self):
        for times in range(1, 7):
            with denying("net.json$", times=times):
                write(b"%d" % times, self.path)
            self.assertEqual(self.path.read_bytes(), b"%d" % times)
        self.assertEqual(self.names(), ["net.json"])

    def test_what_is_denied_for_ever_is_kept_elsewhere(self):
        spare = self.folder / "spare"
        spare.mkdir()
        beside = str(self.folder / "net-")
        for where, denied in (
            (f"{beside}2.json", {"pattern": "net.json$"}),
            (f"{beside}3.json", {"pattern": "net.json$"}),
            (str(spare), {"pattern": f"^{self.folder}/[^/]*$", "replace": False}),
        ):
            with mock.patch("tempfile.tempdir", str(spare)), denying(**denied):
                with self.assertRaisesRegex(OSError, "net.json cannot .* may not"):
                    write(b"new", self.path)
                with self.assertRaises(OSError) as said:
                    keep(b"new", self.path)
            kept = str(said.exception).split("written to ")[1].split(" instead")[0]
            self.assertTrue(kept.startswith(where), kept)
            self.assertEqual(Path(kept).read_bytes(), b"new")
        stopped = mock.patch("time.sleep", side_effect=KeyboardInterrupt)
        with stopped, denying("net.json$"):
            self.assertRaisesRegex(OSError, "^Stopped. It", keep, b"new", self.path)
        self.assertEqual(self.path.read_bytes(), b"old")
        wanted = [*(f"net-{n}.json" for n in (2, 3, 4)), "net.json", "spare"]
        self.assertEqual(self.names(), wanted)

    @unittest.skipUnless(replacing.fcntl, "this system has no locks")
    def test_what_another_run_is_writing_is_not_written_over(self):
        with contextlib.closing(replacing.Alone(str(self.path))) as other:
            other.take()
            with self.assertRaisesRegex(OSError, "another run.*net-2.json instead"):
                keep(b"new", self.path)
        _, said, _ = called(lambda argv: keep(b"new", self.path))
        self.assertIn("is now in", said)
        self.assertEqual(self.names(), ["net-2.json", "net-3.json", "net.json"])

    def test_a_name_or_a_place_that_cannot_be_is_refused_before_the_work(self):
        with mock.patch.object(replacing, "_WINDOWS", True):
            for name in FINE:
                check_place(self.folder / name)
            for name in UNFIT:
                for function in (check_place, lambda path: write(b"", path)):
                    with self.assertRaisesRegex(OSError, "such a name"):
                        function(self.folder / name)
        for name in ("net.json", "new.json"):
            denied = denying(r"(?<!/net.json)$", replace=False)
            with denied, self.assertRaisesRegex(OSError, "may not be changed"):
                check_place(self.folder / name)
        self.assertEqual((self.path.read_bytes(), self.names()), (b"old", ["net.json"]))

    def test_what_comes_after_is_no_failure(self):
        """A folder that may be written to and not read, or a disk without its fsync."""
        with mock.patch("os.open", side_effect=PermissionError):
            write(b"new", self.path)
        really = os.fsync

        def fsync(number):
            if stat.S_ISDIR(os.fstat(number).st_mode):
                raise OSError(22, "Invalid argument")
            really(number)

        with mock.patch("os.fsync", fsync):
            write(b"newer", self.path)
        self.assertEqual(self.path.read_bytes(), b"newer")
        self.assertEqual(self.names(), ["net.json"])

    @unittest.skipIf(os.name == "nt", "permissions are others there")
    def test_its_permissions_are_kept(self):
        self.path.chmod(0o640)
        write(b"new", self.path)
        self.assertEqual(stat.S_IMODE(self.path.stat().st_mode), 0o640)

    def test_the_parts_name_fits_where_the_files_does(self):
        really = Path.open

        def opened(path, *args):
            if len(path.name) > len(self.path.name):
                raise FileNotFoundError(2, "No such file or directory", str(path))
            return really(path, *args)

        with mock.patch.object(Path, "open", opened):
            write(b"new", self.path)
        self.assertEqual((self.path.read_bytes(), self.names()), (b"new", ["net.json"]))
