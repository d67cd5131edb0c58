"""How far a program is: a bar with the time left."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TextIO

from purenet.console.terminal import can, cut, is_terminal, width
from purenet.words import say


class Bar:
    """A bar with the time left, on a terminal; elsewhere it writes nothing.

    label: what is being done. Call it with how much is done, and how much there is.

    >>> with Bar("drawing digits") as progress:
    ...     progress(1, 3)
    ...     progress.clear()
    """

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self.label = label
        self.stream = sys.stderr if stream is None else stream
        self.shown = is_terminal(self.stream)
        self.line = ""
        self.started = time.perf_counter()
        self.drawn_at = 0.0

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def clear(self) -> None:
        """Take the bar away, to print a line where it was; the next call draws it."""
        self._draw("")

    def __call__(self, done: float, total: float) -> None:
        now = time.perf_counter()
        if self.shown and now - self.drawn_at > 0.1:
            self.drawn_at = now
            seconds = now - self.started
            self._draw(bar_line(self.label, done / total, seconds, self.stream))

    def _draw(self, line: str) -> None:
        if self.line or line:  # blanks: not all consoles know an order to erase
            self.stream.write(f"\r{' ' * width(self.line)}\r{line}")
            self.stream.flush()
            self.line = line


def bar_line(label: str, share: float, seconds: float, stream: TextIO) -> str:
    """Return the line of a bar that is `share` full after so many seconds.

    >>> import io
    >>> bar_line("epoch 1", 0.25, 30.0, io.StringIO())
    'epoch 1 [#####---------------]  25 %, 1 min 30 s left'
    """
    full, rest = ("#", "-") if can(stream) == "ascii" else ("█", "░")
    filled = round(20 * share)
    line = f"{label} [{full * filled}{rest * (20 - filled)}] {100 * share:3.0f} %"
    if share > 0 and seconds > 0.5:
        line += say(", {} left", duration(seconds * (1 - share) / share))
    return cut(line, (shutil.get_terminal_size().columns or 80) - 1)


def duration(seconds: float) -> str:
    """Return a length of time in words.

    >>> duration(0.42), duration(8), duration(90), duration(3700)
    ('0.4 s', '8 s', '1 min 30 s', '1 h 1 min')
    """
    if seconds < 5:
        return f"{seconds:.1f} s".replace(".0 s", " s")
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
