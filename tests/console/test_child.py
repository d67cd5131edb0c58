"""A Python of ours ends with all that it has started, whatever that does."""

import contextlib
import os
import signal
import time
import unittest
from pathlib import Path
from unittest import mock

from purenet.console import child
from purenet.console.child import Child

START = """
import os, subprocess, sys, time
if sys.argv[1] == "fork":
    if os.fork() == 0:
        os.setsid()
        time.sleep(60)
grand = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(grand.pid, flush=True)
time.sleep(60)
"""


def is_there(pid):
    with contextlib.suppress(OSError):
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")")[1].split()
    return False


@unittest.skipUnless(Path("/proc/self/stat").exists(), "needs Linux's /proc")
class Ends(unittest.TestCase):
    def test_with_all_that_it_has_started(self):
        with Child("-c", START, "no fork") as one:
            grand = int(one.line())
            self.assertTrue(is_there(grand))
        limit = time.monotonic() + 10
        while is_there(grand) and time.monotonic() < limit:
            time.sleep(0.01)
        self.assertFalse(is_there(grand))

    def test_also_where_something_has_left_the_group(self):
        one = Child("-c", START, "fork")
        one.line()
        children = Path(f"/proc/{one.process.pid}/task/{one.process.pid}/children")
        [left, *_] = map(int, children.read_text().split())
        one.close()
        self.assertTrue(is_there(left))  # and holds the other end of the pipe
        os.kill(left, signal.SIGKILL)

    def test_ctrl_c_is_for_who_started_it(self):
        with Child("-c", "input()") as one:
            self.assertNotEqual(os.getpgid(one.process.pid), os.getpgid(0))


class OnWindows(unittest.TestCase):
    def test_the_tree_is_ended(self):
        one = Child("-c", "input()")
        windows = mock.patch.object(child.os, "name", "nt")
        with windows, mock.patch.object(child.subprocess, "run") as run:
            one.close()
        number = str(one.process.pid)
        self.assertEqual(run.call_args[0][0][1:], ["/F", "/T", "/PID", number])
