"""A Python of ours ends with all that it has started, whatever that does."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import unittest
from concurrent.futures import BrokenExecutor
from pathlib import Path
from unittest import mock

from purenet.console import child
from purenet.console.child import Child
from purenet.console.workers import Workers
from tests import HEED, LONG, ROOT

START = """
import os, subprocess, sys, time
if sys.argv[1] == "fork":
    pid = os.fork()
    if pid == 0:
        os.setsid()
        time.sleep(60)
    while os.getpgid(pid) == os.getpgid(0):
        time.sleep(0.01)
grand = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(grand.pid, flush=True)
time.sleep(60)
"""
# Children that hear nothing: they hold the interpreter, heed no signal, have started
# another; and workers. Then the numbers of their processes and guards.
OWNER = """
import time
from purenet.console.child import Child
from purenet.console.workers import Workers
CODES = ["print(1, flush=True); 10**10**8", '''
import os, signal
for number in (1, 2, 15):
    signal.signal(number, signal.SIG_IGN)
child = os.fork()
if child:
    print(child, flush=True)
while True:
    pass
''']
pool = Workers(2)
running = [pool.submit(exec, "while True: pass") for _ in range(2)]
children = [Child("-c", code) for code in CODES]
grand = [int(child.line()) for child in children][1:]
pids = [pid for child in children for pid in (child.process.pid, child._guard.pid)]
print(*pids, *grand, *pool._processes, flush=True)
time.sleep(60)
"""


def is_there(pid):
    with contextlib.suppress(OSError):
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")")[1].split()
    return False


def left_after(seconds, pids):
    """Return which of the processes are still there; wait up to so many seconds."""
    limit = time.monotonic() + seconds
    while any(map(is_there, pids)) and time.monotonic() < limit:
        time.sleep(0.01)
    return [pid for pid in pids if is_there(pid)]


@unittest.skipUnless(Path("/proc/self/stat").exists(), "needs Linux's /proc")
class Ends(unittest.TestCase):
    def test_with_all_that_it_has_started(self):
        with Child("-c", START, "no fork") as one:
            grand = int(one.line())
            self.assertTrue(is_there(grand))
        self.assertEqual(left_after(10, [grand]), [])

    def test_also_where_something_has_left_the_group(self):
        one = Child("-c", START, "fork")
        one.line()
        children = Path(f"/proc/{one.process.pid}/task/{one.process.pid}/children")
        [left, *_] = map(int, children.read_text().split())
        one.close()
        self.assertTrue(is_there(left))  # and holds the other end of the pipe
        os.kill(left, signal.SIGKILL)

    def test_with_its_owner_however_that_ends(self):
        for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP):
            owner = subprocess.Popen(
                [sys.executable, "-S", "-c", OWNER],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                preexec_fn=HEED,
            )
            self.addCleanup(owner.kill)
            with self.subTest(number), owner:
                pids = [int(word) for word in owner.stdout.readline().split()]
                there = [*map(is_there, pids)]
                owner.send_signal(number)
                self.assertEqual((there, left_after(10, pids)), (7 * [True], []))

    @unittest.skipUnless(LONG, "a second of it: set PURENET_LONG=1")
    def test_after_its_processor_time(self):
        code = "from purenet.console.child import limit; limit('RLIMIT_CPU', 1)\n"
        with Child("-c", code + "while True: pass") as one:
            self.assertEqual(one.line(), b"")
            self.assertEqual(one.process.wait(10), -signal.SIGXCPU)

    def test_ctrl_c_is_for_who_started_it(self):
        with Child("-c", "input()") as one:
            self.assertNotEqual(os.getpgid(one.process.pid), os.getpgid(0))


class WorkersEnd(unittest.TestCase):
    def test_at_once_with_an_error(self):
        with contextlib.suppress(KeyboardInterrupt), Workers(2) as workers:
            running = workers.submit(exec, "while True: pass")
            raise KeyboardInterrupt
        self.assertIsInstance(running.exception(), BrokenExecutor)

    def test_ctrl_c_is_not_for_them(self):
        before, during = signal.getsignal(signal.SIGINT), []

        def start(*_):
            during.append(signal.getsignal(signal.SIGINT))

        with mock.patch.object(Workers, "submit", start):
            Workers(1)
        self.assertEqual(during, [signal.SIG_IGN])
        self.assertEqual(signal.getsignal(signal.SIGINT), before)


class OnWindows(unittest.TestCase):
    def test_the_tree_is_ended(self):
        windows = mock.patch.object(child.os, "name", "nt")
        found = mock.patch.object(child, "_environment", dict)
        with windows, found, mock.patch.object(child.subprocess, "Popen") as popen:
            Child("-c", "input()")
        guard = popen.call_args[0][0]
        self.assertRegex(guard, "^set /p x= & taskkill /F /T /PID ")
