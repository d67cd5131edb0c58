"""What comes of an attempt: whoever reads it need not be able to make one."""

from __future__ import annotations

from typing import NamedTuple

MOST_OUTPUT = 100_000  # characters a single call may print


class Verdict(NamedTuple):
    """What came of one attempt.

    name: of the exercise; state: "right", or what went wrong:

        not begun   the stub's NotImplementedError was raised
        wrong       a call gave something else than expected
        changed     a call changed what it was given
        raised      a call, or the file itself, raised an exception
        syntax      the file is not Python
        missing     there is no such file, or it cannot be read
        empty       there is nothing in it
        printed     it printed more than MOST_OUTPUT characters
        slow        it did not come to an end in time
        ended       the process ended in the middle
        trying      not known yet: this call is being tried

    call: what was tried; before: the calls it builds on; expected, got: as a session
    shows them; line, code: where in the learner's file; printed: what a call printed
    that was to give its answer; done: the names of what was right before.
    """

    name: str
    state: str
    call: str = ""
    before: str = ""
    expected: str = ""
    got: str = ""
    line: int = 0
    code: str = ""
    printed: str = ""
    done: str = ""
