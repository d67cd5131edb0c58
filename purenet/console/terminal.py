"""What a terminal can show; there are four styles:

24-bit   half blocks in 256 grey levels and full colours
256      the same in the 256 colours of most terminals
blocks   half blocks without colour: ink or no ink
ascii    plain characters, the denser the darker, for everywhere else
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from typing import TextIO
from unicodedata import east_asian_width

from purenet.words import encodes, say

STYLES = ("24-bit", "256", "blocks", "ascii")
_ESCAPE = re.compile("\x1b\\[[0-9;]*m")
# A word, or one wide character, with the signs that stay beside it.
_PIECE = (  # made a pattern where it is used: that takes 3 ms
    "[（「《(]*(?:[\u2e80-\u9fff]|[^ \u2e80-\u9fff（「《，。：；！？、]+)?"
    "[，。：；！？、）」》…,.:;!?)]* *"
)


def can(stream: TextIO | None, environ: Mapping[str, str] | None = None) -> str:
    """Return the best style a stream can show, one of STYLES.

    A stream that cannot encode block characters gets "ascii"; one that is no
    terminal, or where NO_COLOR is set (https://no-color.org), no colours.

    >>> import io
    >>> can(io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    'ascii'
    """
    environ = os.environ if environ is None else environ
    if not encodes(stream, "▀▄█░▒▓▏▎▍▌▋▊▉•○×│─└"):
        return "ascii"
    if environ.get("NO_COLOR") or not is_terminal(stream):
        return "blocks"
    terminal = environ.get("TERM", "")
    if environ.get("WT_SESSION"):
        return "24-bit"
    if sys.platform == "win32" or terminal == "dumb":
        return "blocks"
    if environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "24-bit"
    return "256" if "256" in terminal else "blocks"


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a stream is a terminal's: IDLE's says so of itself, and is none.

    >>> is_terminal(None)
    False
    """
    try:
        return stream is not None and stream.isatty() and os.isatty(stream.fileno())
    except (AttributeError, OSError, ValueError):  # a stream of some app's, or closed
        return False


def double_clicked() -> bool:
    """Say whether a file manager has begun this program: no terminal, or its own."""
    if not (is_terminal(sys.stdin) or is_terminal(sys.stdout)):
        return True
    if sys.platform != "win32":
        return False
    import ctypes

    kernel, numbers = ctypes.windll.kernel32, (ctypes.c_uint32 * 3)()
    names = []
    for number in numbers[: kernel.GetConsoleProcessList(numbers, 3)]:
        name, size = ctypes.create_unicode_buffer(999), ctypes.c_uint32(999)
        process = kernel.OpenProcess(0x1000, False, number)  # to be asked, no more
        kernel.QueryFullProcessImageNameW(process, 0, name, ctypes.byref(size))
        kernel.CloseHandle(process)
        names.append(name.value.rpartition("\\")[2])
    return all(name.lower().startswith("py") for name in names)


def width(line: str) -> int:
    """Return how many columns a line takes: colours none, a wide character two.

    >>> width("\\x1b[31mred\\x1b[0m"), width("红")
    (3, 2)
    """
    shown = _ESCAPE.sub("", line)
    return len(shown) + sum(east_asian_width(each) in "WF" for each in shown)


def padded(text: str, columns: int) -> str:
    """Return a text filled up with spaces to so many columns.

    >>> padded("red", 5), padded("红", 5)
    ('red  ', '红   ')
    """
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """Return what there is room for of a text.

    >>> cut("redder", 3), cut("红红的", 5), cut("red", -1)
    ('red', '红红', '')
    """
    while text and width(text) > columns:
        text = text[:-1]
    return text


def wrapped(text: str, columns: int = 79, first: str = "", rest: str = "") -> list[str]:
    """Return a text in lines of so many columns.

    first, rest: what the first line and the others begin with. A line
    ends between any two wide characters, but for the signs that go with one.

    >>> wrapped("Read it twice", 8), wrapped("读两遍。再看", 8)
    (['Read it', 'twice'], ['读两遍。', '再看'])
    """
    if width(text) == len(text):
        import textwrap

        return textwrap.wrap(
            text, columns, initial_indent=first, subsequent_indent=rest
        )
    lines = [first]
    for piece in re.findall(_PIECE, text):
        if width(lines[-1] + piece.rstrip()) > columns and lines[-1].strip():
            lines.append(rest + piece.lstrip())
        else:
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def check_style(style: str) -> None:
    """Raise ValueError for a style there is not.

    >>> check_style("plotter")
    Traceback (most recent call last):
        ...
    ValueError: style 'plotter' is none of 24-bit, 256, blocks, ascii
    """
    if style not in STYLES:
        raise ValueError(say("style {!r} is none of {}", style, ", ".join(STYLES)))
