"""A trial without a process of its own: for files that do nothing bad."""

import contextlib
import io
from unittest import mock

from purenet.classroom import judging
from purenet.classroom.trial import Attempt


class TrialHere(contextlib.nullcontext):
    """As judging's own, but in this process."""

    def __init__(self, exercises, files):
        super().__init__()
        self.solutions, self.files = {e.name: e.solution for e in exercises}, files

    def next(self, name, seconds):
        attempt = Attempt(name, str(self.files[name]), lambda verdict: None)
        with mock.patch("sys.stdin", io.StringIO()):  # nobody is there to answer
            return attempt.judge(self.solutions[name])


in_this_process = mock.patch.object(judging, "_Trial", TrialHere)
