"""Judge a learner's files, whatever their code does.

The files run in a process of their own (`purenet.classroom.trial`), with nothing to
read, a limit on what they print, and seconds for each. A process that hangs is stopped,
one that died is replaced, and the next file is tried. Where the system has no other
processes (an iPad, a browser), they run in this one.
"""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from purenet.classroom.exercises import Exercise
from purenet.classroom.report import STATES
from purenet.classroom.stubs import untouched
from purenet.classroom.verdict import Verdict
from purenet.console.child import Child, started

SECONDS = 10.0
_LONGEST_LINE = 100_000
_ONE_AT_A_TIME = threading.Lock()


def judge(
    exercises: Sequence[Exercise], folder: Path, seconds: float = SECONDS
) -> Generator[Verdict, None, None]:
    """Yield a verdict for each exercise, in order, as soon as it is known.

    folder: where the learner's files are; seconds: for each. A process is closed with
    the generator. Raise ChildProcessError where it ends before a file is tried.
    """
    here = folder.absolute()
    files = {exercise.name: here / exercise.file_name for exercise in exercises}
    left = list(exercises)
    while left:
        trial = started(_Trial, left, files)
        if not trial:
            yield from _here(left, files)
            return
        with trial:
            while left:
                verdict = trial.next(left[0].name, seconds)
                yield _unless_untouched(verdict, left[0], files[left[0].name])
                left = left[1:]
                if verdict.state in ("slow", "ended"):
                    break


def _here(exercises: Sequence[Exercise], files: dict[str, Path]) -> Iterator[Verdict]:
    """Try the files in this very process."""
    from purenet.classroom.trial import Attempt  # seldom, and it brings doctest

    for exercise in exercises:
        path = files[exercise.name]
        attempt = Attempt(exercise.name, str(path), bool)
        with _ONE_AT_A_TIME:  # they share what is printed
            verdict = attempt.judge(exercise.solution, exercise.drawn)
        yield _unless_untouched(verdict, exercise, path)


def _unless_untouched(verdict: Verdict, exercise: Exercise, path: Path) -> Verdict:
    """A bug that was handed out and is still there is work not begun."""
    if verdict.state in ("wrong", "changed"):
        with contextlib.suppress(OSError):
            if untouched(path.read_bytes(), exercise.solution):
                return verdict._replace(state="not begun")
    return verdict


class _Trial(Child):
    """One run of `purenet.classroom.trial`, and its answers as they come."""

    def __init__(self, exercises: Sequence[Exercise], files: dict[str, Path]) -> None:
        job = [(e.name, str(files[e.name]), e.solution, e.drawn) for e in exercises]
        super().__init__("purenet.classroom.trial.main", stderr=subprocess.DEVNULL)
        self.answers: queue.Queue[bytes] = queue.Queue(maxsize=100)
        threading.Thread(target=self._talk, args=[json.dumps(job)], daemon=True).start()

    def _talk(self, job: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            self.tell(job)
            for line in iter(lambda: self.line(_LONGEST_LINE), b""):
                self.answers.put(line)
        self.answers.put(b"")  # its end

    def next(self, name: str, seconds: float) -> Verdict:
        """Return the next verdict, or why there is none."""
        until = time.monotonic() + seconds
        verdict = Verdict(name, "trying")
        while verdict.state == "trying":
            try:
                line = self.answers.get(timeout=max(0.0, until - time.monotonic()))
                verdict = _verdict(line)
            except queue.Empty:
                return verdict._replace(state="slow", got=f"{seconds:g}")
            except ValueError:  # the end of its output
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(1.0)
                status = str(self.process.returncode)
                return verdict._replace(state="ended", got=status)
        return verdict


def _verdict(line: bytes) -> Verdict:
    """Return the verdict in a line, which may be a learner's; ValueError for none."""
    try:
        verdict = Verdict(*json.loads(line))
    except (TypeError, RecursionError) as error:
        raise ValueError from error
    kinds = [type(entry) for entry in verdict]
    known = kinds == [*6 * [str], int, *3 * [str]]
    if not known or verdict.state not in (*STATES, "trying"):
        raise ValueError
    return verdict
