"""Trials without a process of their own: for files that do nothing bad."""

from unittest import mock

from purenet.classroom import judging

in_this_process = mock.patch.object(judging, "started", lambda *_: None)
