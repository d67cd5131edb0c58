"""A Python of ours ends with all that it has started, whatever that does."""

import contextlib
import io
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from concurrent.futures import BrokenExecutor
from pathlib import Path
from unittest import mock

from purenet.classroom.exercises import find
from purenet.classroom.judging import judge
from purenet.console import child, job
from purenet.console.child import Child
from purenet.console.workers import Workers
from purenet.network import Network
from purenet.web.draw.trainer_process import Training
from purenet.web.lessons.session import Sessions
from tests import HEED, LONG, ROOT, python

FIRST = find("01", "en")
posix = unittest.skipUnless(hasattr(os, "fork"), "no forks, no groups on Windows")

START = """
import os, subprocess, sys, time
if "HOW" == "fork":
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
children = [Child("builtins.exec", code) for code in CODES]
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
        with Child("builtins.exec", START.replace("HOW", "no fork")) as one:
            grand = int(one.line())
            self.assertTrue(is_there(grand))
        self.assertEqual(left_after(10, [grand]), [])

    @posix
    def test_also_where_something_has_left_the_group(self):
        one = Child("builtins.exec", START.replace("HOW", "fork"))
        one.line()
        children = Path(f"/proc/{one.process.pid}/task/{one.process.pid}/children")
        [left, *_] = map(int, children.read_text().split())
        one.close()
        self.assertTrue(is_there(left))  # and holds the other end of the pipe
        os.kill(left, signal.SIGKILL)

    @posix
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
        code = "from purenet.console.child import limit; limit(seconds=1)\n"
        with Child("builtins.exec", code + "while True: pass") as one:
            self.assertEqual(one.line(), b"")
            self.assertEqual(one.process.wait(10), -signal.SIGXCPU)

    @posix
    def test_ctrl_c_is_for_who_started_it(self):
        with Child("builtins.exec", "input()") as one:
            self.assertNotEqual(os.getpgid(one.process.pid), os.getpgid(0))


class WorkersEnd(unittest.TestCase):
    def test_at_once_with_an_error(self):
        with contextlib.suppress(KeyboardInterrupt), Workers(2) as workers:
            running = workers.submit(exec, "while True: pass")
            raise KeyboardInterrupt
        self.assertIsInstance(running.exception(), BrokenExecutor)

    def test_with_what_is_still_being_sent(self):
        code = """
from purenet.console.workers import Workers
with Workers(1) as workers:
    long = "import time; time.sleep(60)" + " " * 2_000_000
    shared = [workers.submit(exec, long) for _ in range(5)]
    while not shared[0].running():
        pass
    for each in shared:
        each.cancel()
    raise SystemExit(7)
"""
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, timeout=30, stderr=subprocess.PIPE
        )
        self.assertEqual((done.returncode, done.stderr), (7, b""))

    @unittest.skipUnless(hasattr(signal, "pthread_sigmask"), "Windows")
    def test_ctrl_c_is_not_for_them_and_heard_when_they_have_started(self):
        begun, mask = [], signal.pthread_sigmask(signal.SIG_BLOCK, [])
        # Whoever has started the tests may ignore it.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        self.addCleanup(signal.signal, signal.SIGINT, before)

        def start(*_):
            signal.raise_signal(signal.SIGINT)  # to this thread, whoever else there is
            begun.append(signal.pthread_sigmask(signal.SIG_BLOCK, []))

        with mock.patch.object(Workers, "submit", start):
            self.assertRaises(KeyboardInterrupt, Workers, 1)
        self.assertEqual(begun, [mask | {signal.SIGINT}])
        self.assertEqual(signal.pthread_sigmask(signal.SIG_BLOCK, []), mask)


class Starts(unittest.TestCase):
    """Whatever the system has, an exercise is judged and a block run."""

    def outcome(self):
        """Judge an exercise that is right, and run a block; return what is said."""
        sessions = Sessions()
        self.addCleanup(sessions.close)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, FIRST.file_name)
            path.write_bytes(FIRST.solution.encode())
            with contextlib.redirect_stderr(io.StringIO()) as errors:
                [verdict] = judge([FIRST], Path(folder))
                told = [*sessions.of("tab").run("x = 6"), *sessions.of("tab").run("x")]
        self.assertEqual([each["told"]["shown"] for each in told], ["", "6\n"])
        return verdict.state, errors.getvalue()

    def test_where_no_variables_are_heeded(self):
        real = subprocess.Popen

        def isolated(command, shell=False, **more):
            words = command if shell else [command[0], "-I", *command[1:]]
            return real(words, shell=shell, **more)

        with mock.patch.object(child.subprocess, "Popen", isolated):
            self.assertEqual(self.outcome(), ("right", ""))

    def test_where_there_are_no_processes(self):
        no = mock.patch.object(child.subprocess, "Popen", side_effect=OSError("ios"))
        unknown = [mock.patch.object(sys, "executable", x) for x in ("", None)]
        for played in (no, *unknown):
            with played:
                state, errors = self.outcome()
                training = Training(Network([784, 10], seed=0))
                training.order({"do": "run"})
            self.assertEqual((state, errors.count("can start no other")), ("right", 2))
            self.assertIn("needs a process of its own", training.wait(-1, "")["error"])
        for played in unknown:
            with played, self.assertRaisesRegex(OSError, "its own file"):
                Workers(1)

    def test_what_dies_before_its_first_word_is_our_fault(self):
        with mock.patch.object(child, "_BEGIN", "import sys; sys.exit(3)"):
            for call in (lambda: [*judge([FIRST], Path())], lambda: Sessions().of("x")):
                with self.assertRaisesRegex(ChildProcessError, "status 3.*no fault"):
                    call()

    def test_without_a_guard_it_does_not_stay(self):
        one, popen = [], subprocess.Popen

        def first(*given, **more):
            if one:
                raise BlockingIOError
            one.append(popen(*given, **more))
            return one[0]

        with mock.patch("subprocess.Popen", first), self.assertRaises(OSError):
            Child("builtins.exec", "input()")
        self.assertIsNotNone(one[0].returncode)

    def test_names_of_files_are_what_they_are_here(self):
        code = "import sys; print(sys.flags.utf8_mode)"
        both = f"from purenet.console.child import Child; {code}; "
        both += f"print(Child('builtins.exec', {code!r}).line())"
        for mode in "1" if os.name == "nt" else "01":
            _, out, _ = python("-X", f"utf8={mode}", "-c", both)
            self.assertRegex(out, f"^{mode}\\r?\nb'{mode}")


class OnWindows(unittest.TestCase):
    def test_the_tree_is_ended(self):
        windows = mock.patch.object(child.os, "name", "nt")
        with windows, mock.patch.object(child.subprocess, "Popen") as popen:
            Child("builtins.exec", "input()")
        guard = popen.call_args[0][0]
        self.assertRegex(guard, "^set /p x= & taskkill /F /T /PID ")

    def test_a_job_bounds_what_a_learner_runs(self):
        kernel = mock.Mock()
        kernel.CreateJobObjectW.return_value = 7
        windows = mock.patch.object(child.os, "name", "nt")
        mine = mock.patch.object(job, "_job", [])
        dll = mock.patch.object(job.ctypes, "WinDLL", lambda _: kernel, create=True)
        with windows, mine, dll:
            child.limit(memory=2**31)
            child.limit(seconds=60)
        me = kernel.GetCurrentProcess.return_value
        kernel.AssignProcessToJobObject.assert_called_once_with(7, me)
        self.assertEqual(kernel.SetInformationJobObject.call_count, 2)
        number, kind, told, size = kernel.SetInformationJobObject.call_args[0]
        self.assertEqual((number, kind, size), (7, 9, 112 + 32 * (sys.maxsize > 2**32)))
        limits = told._obj
        self.assertEqual((limits.flags, limits.process_memory), (0x2102, 2**31))
        left = limits.process_time / 1e7 - time.process_time()
        self.assertTrue(58 < left <= 60, left)
