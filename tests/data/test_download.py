"""The download, from a server on this machine that does all that can go wrong.

Its addresses are https, as the package demands; the connection below is a
plain one, but for the last test.
"""

import contextlib
import gzip
import hashlib
import io
import os
import random
import shutil
import subprocess
import threading
import time
import unittest
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest import mock
from urllib import request

from purenet.commands import download as command
from purenet.console.programs import quoted
from purenet.data import DataError, download
from tests import InAFolder, denying

CONTENTS = bytes(random.Random(0).choices(range(16), k=200_000))
PACKED = gzip.compress(CONTENTS)
HASH = hashlib.sha256(CONTENTS).hexdigest()
FILE = download.Published("digits.gz", len(PACKED), len(CONTENTS), HASH)


ANSWERS = {
    "right": (PACKED,),
    "unpacked": (CONTENTS,),
    "wrong": (gzip.compress(bytes(len(CONTENTS))),),
    "longer": (gzip.compress(CONTENTS + b"!"),),
    "bomb": (gzip.compress(bytes(20_000_000)),),
    "short": (PACKED[:100_000], len(PACKED)),
    "missing": (b"no such file", None, 404),
    "failing": (b"out of order", None, 500),
    "loop": (b"", None, 302, "/loop/digits.gz"),
    "elsewhere": (b"", None, 302, "/right/digits.gz"),
    "http": (b"", None, 302, "http://{}/right/digits.gz"),
    "file": (b"", None, 302, "file:///etc/hostname"),
    "bad_address": (b"", None, 302, "https://[nowhere/"),
}


class Mirror(BaseHTTPRequestHandler):
    """Answers /KIND/digits.gz in the way of that name."""

    asked = []

    def do_GET(self):
        kind = self.path.split("/")[1]
        self.asked.append(kind)
        with contextlib.suppress(OSError):
            if kind in ANSWERS:
                self.answer(*ANSWERS[kind])
            else:
                getattr(self, kind)()

    def answer(self, body, length=None, code=200, place=""):
        self.send_response(code)
        self.send_header("Content-Length", str(length or len(body)))
        self.send_header("Location", place.format(self.headers["Host"]))
        self.end_headers()
        self.wfile.write(body)

    def nothing(self):
        self.close_connection = True

    def noise(self):
        self.wfile.write(b"\0\1\2\3\r\n\r\n")

    def silent(self):
        self.answer(PACKED[:1000], len(PACKED))
        time.sleep(1)

    def drip(self):
        self.answer(b"", len(PACKED))
        for byte in PACKED[:20]:
            self.wfile.write(bytes([byte]))
            time.sleep(0.05)

    def endless(self, code=200):
        self.send_response(code)
        self.send_header("Location", "/right/digits.gz")
        self.end_headers()
        while True:
            self.wfile.write(bytes(1 << 16))

    def endless_elsewhere(self):
        self.endless(302)

    def log_message(self, *_):
        pass


class PlainHTTPS(request.HTTPSHandler):
    """https addresses over a connection without TLS."""

    def https_open(self, req):
        return self.do_open(HTTPConnection, req)


class Download(InAFolder):
    @classmethod
    def setUpClass(cls):
        cls.server = ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
        cls.server.daemon_threads = True
        threading.Thread(target=cls.server.serve_forever, args=(0.01,)).start()
        cls.host = f"127.0.0.1:{cls.server.server_address[1]}"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def setUp(self):
        super().setUp()
        self.folder = self.folder / "new" / "数字 folder"
        self.final = self.folder / FILE.name
        Mirror.asked.clear()
        patch = mock.patch.dict(os.environ, no_proxy="127.0.0.1")
        patch.start()
        self.addCleanup(patch.stop)

    def fetch(self, *kinds, **options):
        mirrors = tuple(f"https://{self.host}/{kind}/" for kind in kinds)
        opener = download.https_only(PlainHTTPS())
        return download.fetch(FILE, self.folder, mirrors, opener, **options)

    def assert_fetched(self):
        self.assertTrue(download.there(FILE, self.folder))
        self.assertEqual([path.name for path in self.folder.iterdir()], [FILE.name])

    def assert_refused(self, kind, words):
        """A mirror of this kind gives nothing, and the next one is asked."""
        with self.subTest(kind):
            with self.assertRaisesRegex(DataError, f"{kind}/: .*{words}.*By hand, put"):
                self.fetch(kind)
            self.assertEqual(list(self.folder.iterdir()), [])
            self.assertTrue(self.fetch(kind, "right").endswith("/right/"))
            self.assert_fetched()
            self.final.unlink()

    def test_right(self):
        counts = []

        def progress(count, total):
            self.assertFalse(self.final.exists())
            counts.append((count, total))

        self.assertIn("/right/", self.fetch("right", progress=progress))
        self.assert_fetched()
        self.assertEqual(self.final.read_bytes(), PACKED)
        self.assertEqual(counts[-1], (len(PACKED), len(PACKED)))
        self.fetch("elsewhere")
        self.fetch("endless_elsewhere")
        self.fetch("unpacked")
        self.assert_fetched()

    def test_wrong_contents_answers_and_redirects(self):
        for kind, words in (
            ("wrong", "not those that were published"),
            ("longer", "not those that were published"),
            ("bomb", "not those that were published"), ("short", "cut short"),
            ("endless", "more than the file has"), ("missing", "answers 404"),
            ("failing", "answers 500"), ("nothing", "closed"),
            ("noise", "BadStatusLine|\\(http"), ("loop", "answers 302 .*infinite loop"),
            ("http", "not https"), ("file", "answers 302 .*not allowed"),
            ("bad_address", ""),
        ):  # fmt: skip
            Mirror.asked.clear()
            self.assert_refused(kind, words)
            self.assertEqual(Mirror.asked.count("right"), 1)

    def test_slow(self):
        with mock.patch.object(download, "TIMEOUT", 0.2):
            self.assert_refused("silent", "timed out")
            self.assert_refused("drip", "too slow")

    def test_no_connection(self):
        with self.assertRaisesRegex(DataError, "^There is no connection") as caught:
            download.fetch(FILE, self.folder, ("https://127.0.0.1:1/",))
        for word in (str(self.folder), *(file.name for file in download.FILES)):
            self.assertIn(word, str(caught.exception))
        with self.assertRaisesRegex(DataError, "unknown url type: http"):
            download.fetch(FILE, self.folder, (f"http://{self.host}/right/",))
        self.assertEqual(Mirror.asked, [])

    def test_what_is_there_stays(self):
        self.folder.mkdir(parents=True)
        self.final.write_bytes(b"something else")
        self.assertFalse(download.there(FILE, self.folder))
        self.assertRaises(DataError, self.fetch, "wrong", "missing")
        self.assertEqual(self.final.read_bytes(), b"something else")
        self.fetch("right")
        self.assert_fetched()

    def test_no_place_to_write_to_and_an_interruption(self):
        with self.assertRaises(KeyboardInterrupt):
            self.fetch("right", progress=mock.Mock(side_effect=KeyboardInterrupt))
        self.assertEqual(list(self.folder.iterdir()), [])
        self.folder.rmdir()
        self.folder.write_bytes(b"")
        self.assertRaisesRegex(OSError, "数字 folder", self.fetch, "right")
        Mirror.asked.clear()
        self.folder.unlink()
        with denying(self.folder.name, replace=False):
            self.assertRaisesRegex(OSError, "may not be changed", self.fetch, "right")
        self.assertEqual(Mirror.asked, [])

    def test_the_command(self):
        """Nothing is fetched twice, and what came is found afterwards."""
        opener = download.https_only(PlainHTTPS())
        mirrors = tuple(f"https://{self.host}/{kind}/" for kind in ("missing", "right"))
        files = FILE, FILE._replace(name="more.gz")
        for place, name, value in (
            (download, "https_only", lambda: opener),
            (download, "FILES", files),
            (download, "MIRRORS", mirrors[1:]),
            (command, "cache_folder", lambda: self.folder),
        ):
            patch = mock.patch.object(place, name, value)
            patch.start()
            self.addCleanup(patch.stop)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            self.assertEqual(command.main(["--from", mirrors[0].rstrip("/")]), 0)
            self.assertEqual(Mirror.asked, ["missing", "right"] * 2)
            self.assertIn("more.gz: checked, from " + mirrors[1], out.getvalue())
            self.assertTrue(out.getvalue().endswith("python3 -m purenet train\n"))
            (self.folder / "more.gz").unlink()
            self.assertEqual(command.main(["--to", str(self.folder)]), 0)
        self.assertEqual(Mirror.asked, ["missing", "right"] * 2 + ["right"])
        self.assertIn(f"{FILE.name}: there already", out.getvalue())
        self.assertIn(f"--data {quoted(self.folder)}", out.getvalue())

    @unittest.skipUnless(shutil.which("openssl"), "there is no openssl command")
    def test_a_stranger_is_not_believed(self):
        import ssl

        key, certificate = (self.folder.parents[1] / name for name in ("key", "cert"))
        command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1"
        command += " -nodes -subj /CN=127.0.0.1 -keyout"
        command = [*command.split(), key, "-out", certificate]
        subprocess.run(command, check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(str(certificate), str(key))  # PyPy wants words
        server = ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        mirror = f"https://127.0.0.1:{server.server_address[1]}/right/"
        for system, cure in (
            ("linux", r"\)\. By hand"),
            ("darwin", "Certificates.comm"),
        ):
            said = f"could not be .*CERTIFICATE_VERIFY.*{cure}"
            played = mock.patch.object(download.sys, "platform", system)
            with played, self.assertRaisesRegex(DataError, said):
                download.fetch(FILE, self.folder, (mirror,))
        self.assertEqual(Mirror.asked, [])
