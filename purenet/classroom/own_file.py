"""A learner's own file, whichever editor has written it.

It is written again as it was: in its encoding, with its ends of lines. Old editors save
what Python does not read, in GBK or UTF-16 say: that is kept beside it before it
becomes UTF-8.

>>> import tempfile
>>> path = Path(tempfile.mkdtemp(), "07_xor.py")
>>> _ = path.write_bytes("x = 1  # 权重\\r\\n".encode("gbk"))
>>> read(path)
Own(text='x = 1  # 权重\\n', encoding='', end='\\r\\n')
>>> rewrite(path, "x = 2  # 权重\\n")  # doctest: +ELLIPSIS
'Your file was not in UTF-8, and now it is. ...07_xor.py.kept1 is as it was'
"""

from __future__ import annotations

import codecs
import contextlib
import io
import locale
import re
import tokenize
from itertools import count
from pathlib import Path
from typing import NamedTuple

from purenet.console.replacing import write
from purenet.words import say


class Own(NamedTuple):
    """A file's text, the encoding in which Python reads it, its ends of lines."""

    text: str
    encoding: str
    end: str


def read(path: Path) -> Own:
    """Read a file. OSError where that fails, and for no other reason."""
    data = path.read_bytes()
    try:
        encoding = _said(data)
        text = data.decode(encoding)
        if "\0" in text:
            raise ValueError
    except (ValueError, SyntaxError):
        text, encoding = _guessed(data), ""
    end = re.search("\r\n?|\n", text)
    lines = re.sub("\r\n?", "\n", text)
    return Own(lines, encoding, end[0] if end else "\n")


def _said(data: bytes) -> str:
    """Return in which encoding Python reads it: UTF-8, or what its top says."""
    return tokenize.detect_encoding(io.BytesIO(data).readline)[0]


def _guessed(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    # Latin letters with marks stand alone, Hanzi are two bytes each; else it is what
    # this system's own programs write.
    pairs = re.fullmatch(rb"([\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*", data)
    for encoding in ["gb18030"] * bool(pairs) + [locale.getpreferredencoding(False)]:
        with contextlib.suppress(ValueError):
            return data.decode(encoding)
    return data.decode("latin-1")


def rewrite(path: Path, text: str) -> str:
    """Write a text into a file, as that was; return what is to be said, or ""."""
    own, said = read(path) if path.exists() else Own("", "utf-8", "\n"), ""
    try:
        encoding = _said(text.encode("utf-8"))
    except SyntaxError:  # its top says one that is none
        encoding = "utf-8"
    if not own.encoding:
        kept = keep_beside(path)
        said = say("Your file was not in UTF-8, and now it is. {} is as it was", kept)
    elif own.encoding == "utf-8-sig":
        encoding = own.encoding
    write(text.replace("\n", own.end).encode(encoding), path)
    return said


def keep_beside(path: Path) -> Path:
    """Keep a copy of a file under another name: NAME.kept1, or a higher number."""
    names = (path.with_name(f"{path.name}.kept{n}") for n in count(1))
    kept = next(name for name in names if not name.exists())
    write(path.read_bytes(), kept)
    return kept
