"""Run the tests as another system would: python3 -m tests.played SYSTEM [TESTS]

windows  what of Windows can be played, see windows.py
idle     with IDLE's own streams
crlf     a checkout whose lines end as Windows' do
cp437    or another encoding: the streams, and what this machine speaks

TESTS are as for python3 -m unittest; without any, all.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def windows(folder, tests):
    """Lay the play into a Python of its own: what it starts is of the same kind."""
    venv.create(folder, symlinks=True)
    (site,) = Path(folder).glob("lib/python*/site-packages")
    shutil.copy(HERE / "windows.py", site / "sitecustomize.py")
    return run(f"{folder}/bin/python", tests, PLAYED=str(HERE.parents[1]))


def crlf(folder, tests):
    """Make a clone that asks for CRLF, whatever the attributes of the files say."""
    git = ["git", "-C", folder]
    subprocess.run(["git", "clone", "-qn", HERE.parents[1], folder], check=True)
    Path(folder, ".git/info/attributes").write_text("* text=auto eol=crlf\n")
    subprocess.run([*git, "checkout", "-q"], check=True)
    return run(sys.executable, tests, folder)


def idle(_, tests):
    """Run the tests in this process, with the streams of IDLE's shell."""
    from idlelib.run import StdOutputFile

    class Shell:
        def write(self, text, tags):
            real.write(text.replace("\x1b", "<ESC>").replace("\r", "<CR>"))
            return len(text)

    real = sys.stdout
    sys.stdout = StdOutputFile(Shell(), "stdout", "utf-8", "strict")
    sys.stderr = StdOutputFile(Shell(), "stderr", "utf-8", "backslashreplace")
    sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None
    done = unittest.main(None, argv=["unittest", *tests], exit=False)
    return not done.result.wasSuccessful()


def run(python, tests, folder=HERE.parents[1], **more):
    words = [python, "-m", "unittest", *tests]
    return subprocess.run(words, cwd=folder, env={**os.environ, **more}).returncode


def main(system, *tests):
    with tempfile.TemporaryDirectory() as folder:
        play = {"windows": windows, "idle": idle, "crlf": crlf}.get(system)
        if play:
            return play(folder, tests)
        return run(sys.executable, tests, PYTHONIOENCODING=system, PYTHONUTF8="0")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
