"""What may be spent on one file, whatever the file says of itself.

Every reader counts here, a piece, a row or a table at a time, before it goes on: the
bytes that it keeps, and the steps of its work.
"""

from __future__ import annotations

from purenet.data import DataError


class Budget:
    """So many bytes to keep, so many steps to do; a step takes some 0.15 microseconds.

    whose: how a message begins, the file's name, say, and a colon.

    >>> budget = Budget(memory=1000, steps=50)
    >>> budget.keep(900), budget.keep(-500), budget.spend(50)
    (None, None, None)
    >>> budget.keep(601)
    Traceback (most recent call last):
        ...
    purenet.data.DataError: more than 1,000 bytes would have to be kept to read it
    """

    def __init__(self, memory: int, steps: int, whose: str = "") -> None:
        self._memory, self._whose = memory, whose
        self.bytes_left, self.steps_left = memory, steps

    def keep(self, count: int) -> None:
        """Count bytes that are kept. Raise DataError where they are too many."""
        self.bytes_left -= count
        if self.bytes_left < 0:
            text = "{}more than {:,} bytes would have to be kept to read it"
            raise DataError(text, self._whose, self._memory)

    def spend(self, steps: int) -> None:
        """Count steps of work. Raise DataError where they are too many."""
        self.steps_left -= steps
        if self.steps_left < 0:
            text = (
                "{}it takes more work than is done for a file of its kind: save it "
                "smaller, a photo as an ordinary JPEG, not a progressive one"
            )
            raise DataError(text, self._whose)
