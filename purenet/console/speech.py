"""The language that is spoken: what the code says in English, said in Chinese.

The code says everything in English. Where the language is Chinese, each line that
leaves for the terminal is looked up in a table, just before it is printed: {}
stands for what differs, {d} for a number, and what was there is put into the
Chinese, in the order in which it came, or by its place.

>>> in_chinese("Saved: net.json")
'已保存：net.json'
>>> in_chinese("a port is from 1 to 65535, not 70000")
'端口是 1 到 65535 之间的数，不能是 70000'
>>> in_chinese("a line that nobody has translated")
'a line that nobody has translated'
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TextIO, cast

from purenet import words
from purenet.console.chinese import TABLE
from purenet.words import encodes

SIMPLIFIED = "认"  # a sign that consoles outside the mainland lack
LONGEST = 2000  # characters of a line; what is longer is no sentence
choose, prefer, language = words.choose, words.prefer, words.language
_speaking = False  # so do our programs; in Python itself all is said in English


def said(text: str) -> str:
    """Return words of ours in the language that our program speaks."""
    chinese = _speaking and language() == "zh" and encodes(sys.stdout, SIMPLIFIED)
    return in_chinese(text) if chinese else text


def in_chinese(text: str) -> str:
    """Return words in Chinese, or as they are where the table has none like them."""
    if text in TABLE:
        return TABLE[text]
    for pattern, chinese in patterns() if len(text) <= LONGEST else ():
        match = pattern.fullmatch(text)
        if match:
            said = chinese.format(*map(_part, match.groups()))
            return re.sub(r"(\d) %", r"\1%", said)  # as it is written there
    if "\n" in text:
        return "\n".join(map(in_chinese, text.split("\n")))
    start, colon, end = text.partition(": ")  # a file, and what is wrong with it
    if colon and not start.startswith(" "):
        chinese = in_chinese(end)
        if chinese != end:
            return f"{start}：{chinese}"
    return text


def _part(text: str) -> str:
    """Return a part of a sentence in Chinese; a single word may be anybody's."""
    return in_chinese(text) if " " in text else text


@lru_cache(maxsize=1)
def patterns() -> list[tuple[re.Pattern[str], str]]:
    """Return the sentences with a {} as patterns, those with the most words first.

    What stands for a {} at the beginning does not begin with a space: an
    indented line is a learner's own.
    """
    english = sorted(
        (text for text in TABLE if "{" in text),
        key=lambda text: -len(re.sub("{d?}", "", text)),
    )
    return [(_pattern(text), TABLE[text]) for text in english]


def _pattern(text: str) -> re.Pattern[str]:
    start = "" if text[0].isspace() else r"(?!\s)"
    parts = re.split("({d?})", text)
    groups = {"{}": "(.*?)", "{d}": r"([\d.,]+)"}
    return re.compile(start + "".join(groups.get(x, re.escape(x)) for x in parts))


@contextmanager
def speaking() -> Iterator[None]:
    """Let all that is printed meanwhile be said in the language that is spoken."""
    global _speaking
    before, streams = _speaking, (sys.stdout, sys.stderr)
    sys.stdout, sys.stderr = (cast(TextIO, Spoken(stream)) for stream in streams)
    _speaking = True
    try:
        with words.speaking():
            yield
    finally:
        _speaking, (sys.stdout, sys.stderr) = before, streams


class Spoken:
    """A stream that says in the language that is spoken what is written to it."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write a text, in Chinese where that is spoken and the table has it."""
        sentence = " " in text or text.endswith(":")  # a word may be anybody's
        if sentence and language() == "zh" and encodes(self.stream, SIMPLIFIED):
            text = in_chinese(text)
        return self.stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)
