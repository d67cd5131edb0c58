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

STYLES = ("24-bit", "256", "blocks", "ascii")
_ESCAPE = re.compile("\x1b\\[[0-9;]*m")


def can(stream: TextIO, environ: Mapping[str, str] | None = None) -> str:
    """Return the best style a stream can show, one of STYLES.

    A stream that cannot encode block characters gets "ascii"; one that is no
    terminal, or where NO_COLOR is set (https://no-color.org), no colours.

    >>> import io
    >>> can(io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    'ascii'
    >>> can(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    'blocks'
    """
    environ = os.environ if environ is None else environ
    if not _encodes(stream, "▀▄█░▒▓▏▎▍▌▋▊▉•○×│─└"):
        return "ascii"
    if environ.get("NO_COLOR") or not stream.isatty():
        return "blocks"
    terminal = environ.get("TERM", "")
    if environ.get("WT_SESSION"):
        return "24-bit"
    if sys.platform == "win32" or terminal == "dumb":
        return "blocks"
    if environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "24-bit"
    return "256" if "256" in terminal else "blocks"


def _encodes(stream: TextIO, characters: str) -> bool:
    """Say whether a stream's encoding has these characters."""
    try:
        characters.encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def width(line: str) -> int:
    """Return how many columns a line takes on screen: colours take none.

    >>> width("\\x1b[31mred\\x1b[0m")
    3
    """
    return len(_ESCAPE.sub("", line))


def check_style(style: str) -> None:
    """Raise ValueError for a style there is not.

    >>> check_style("plotter")
    Traceback (most recent call last):
        ...
    ValueError: style 'plotter' is none of 24-bit, 256, blocks, ascii
    """
    if style not in STYLES:
        raise ValueError(f"style {style!r} is none of {', '.join(STYLES)}")
