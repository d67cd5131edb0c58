"""What another user of the machine gets of a page that is open: nothing.

As root on Linux: the programs are root's, and nobody (65534) looks for the secret.
"""

import contextlib
import json
import os
import signal
import stat
import sys
import tempfile
import time
import unittest
from pathlib import Path

from tests import LONG
from tests.web import asked, served

NOBODY = 65534
# What a browser is: it keeps running, and its command line can be read.
BROWSER = """#!/bin/sh
printf '%s' "$1" > "$0.new"; mv "$0.new" "$0.argv"
while :; do sleep 1; done
"""


def as_nobody(look):
    """Return what a function returns in a process of another user, as JSON."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(writer, json.dumps(look()).encode())
        except BaseException as error:
            os.write(writer, json.dumps(repr(error)).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        told = answer.read()
    os.waitpid(child, 0)
    answer = json.loads(told)
    if isinstance(answer, str):
        raise AssertionError(answer)
    return answer


def seen(folder, since):
    """Yield what of all processes and of new files in a folder can be read."""
    yield from Path("/proc").glob("[0-9]*/cmdline")
    yield from Path("/proc").glob("[0-9]*/environ")
    for place, _, names in os.walk(folder):
        for path in (Path(place, name) for name in names):
            with contextlib.suppress(OSError):
                found = path.lstat()
                if found.st_mtime > since and stat.S_ISREG(found.st_mode):
                    yield path


@unittest.skipUnless(
    sys.platform == "linux" and os.geteuid() == 0, "root becomes another user, on Linux"
)
class AnotherUser(unittest.TestCase):
    @contextlib.contextmanager
    def opened(self, *command):
        """Open a page in a browser; yield its address and the browser's argument."""
        with tempfile.TemporaryDirectory() as place:
            Path(place).chmod(0o755)
            browser = Path(place, "browser")
            browser.write_text(BROWSER, encoding="ascii")
            browser.chmod(0o755)
            with served(*command, home=place, BROWSER=str(browser)) as (process, lines):
                argument, limit = browser.with_suffix(".argv"), time.monotonic() + 20
                while not argument.exists() and time.monotonic() < limit:
                    time.sleep(0.02)
                try:
                    yield lines[-1], argument.read_text(encoding="ascii"), process
                finally:  # of the browser, too
                    with contextlib.suppress(ProcessLookupError):
                        os.killpg(process.pid, signal.SIGKILL)

    def check(self, page, *command):
        """Look for the secrets as nobody; then follow the browser's way in."""
        since = time.time() - 1
        with self.opened(*command) as (address, argument, process):
            host, token = address.split("/")[2:4]
            port = int(host.split(":")[1])
            file = Path(argument.replace("file://", ""))
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
            led = file.read_text(encoding="ascii")
            self.assertNotIn(token, led)
            ticket = led.split(f"http://127.0.0.1:{port}")[1].split('"')[0]
            secrets = [token.encode(), ticket[1:].encode()]

            def look():
                looked, found, refused = 0, [], []
                for path in seen(tempfile.gettempdir(), since):
                    with contextlib.suppress(OSError):
                        data = path.read_bytes()
                        looked += argument.encode() in data
                        found += [str(path) for each in secrets if each in data]
                for guess in ("", "x/", f"{token[:-1]}/", ticket[1:-1]):
                    for what in ("", page, "lessons/run", "shared/words.json"):
                        for method, body in (("GET", None), ("POST", "{}")):
                            way = f"/{guess}{what}"
                            refused.append(asked(port, method, way, body)[0])
                return looked, found, sorted(set(refused))

            asked(port, "GET", "/")  # imports what nobody may not
            looked, found, refused = as_nobody(look)
            self.assertGreater(looked, 0, "the browser's command line was not seen")
            self.assertEqual((found, refused), ([], [403]))
            self.assertTrue(file.exists())
            site = {"Sec-Fetch-Site": "cross-site"}
            status, _, led = asked(port, "GET", ticket, **site)
            self.assertEqual(status, 200)
            self.assertIn(f'url=/{token}/{page}"', led)
            self.assertFalse(file.exists())
            self.assertEqual(asked(port, "GET", ticket)[0], 403)
            block = {"page": "01-perceptrons", "block": 0, "source": "6 * 7"}
            block = json.dumps({**block, "tab": "one"})
            status, _, told = asked(port, "POST", f"/{token}/lessons/run", block)
            runs = page == "lessons/"
            self.assertEqual((status, "42" in told), (200 if runs else 400, runs))

    @unittest.skipUnless(LONG, "set PURENET_LONG=1")
    def test_both_pages(self):
        self.check("draw/", "draw")
        with tempfile.TemporaryDirectory() as place:
            self.check("lessons/", "lessons", "--open", "--to", place)

    def test_the_file_goes_with_the_program(self):
        with self.opened("draw") as (_, argument, process):
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(20), 0)
            self.assertFalse(Path(argument.replace("file://", "")).exists())
