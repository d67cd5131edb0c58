"""Words: what purenet says, said in the language that is spoken.

All is written in English, where it is said. A language is a text file of this
folder: what it is called, and pairs of the English, with {} for what differs,
and its translation, where {1} and {0} may stand in another order. What has no
translation is said in English; `python3 -m lessons.making words` lists it.

>>> with speaking_in("en"):
...     spoken(), say(later("{}: {:,} labels for {:,} images"), "a.gz", 49999, 50000)
('en', 'a.gz: 49,999 labels for 50,000 images')
"""

from __future__ import annotations

import contextlib
import contextvars
import functools
import os
import sys
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path
    from string import Formatter

ENGLISH = "en"
_chosen = ""  # by --lang, or by the folder of a learner
_program = ""  # what our program speaks; in Python itself all is said in English
_here = contextvars.ContextVar("_here", default="")  # for one request of a page


def say(template: str, *values: object) -> str:
    """Return a sentence of ours: the template, {} by {} filled with the values.

    Names of files among them cannot give orders, or begin another line.

    >>> say("{!r:.9} is none", [1.0] * 10)
    '[1.0, ... is none'
    """
    template = pairs(spoken()).get(template, template)
    kinds = (str, os.PathLike, Exception)
    tame = (harmless(str(v), "") if isinstance(v, kinds) else v for v in values)
    return _cutting().format(template, *tame) if values else template


@functools.cache
def _cutting() -> Formatter:
    """Return what fills in values; one that is too long for its place ends in dots."""
    from string import Formatter  # not where the book's two modules are imported

    class Cut(Formatter):
        def format_field(self, value: Any, spec: str) -> str:
            text = format(value, spec)
            cut = isinstance(value, str) and len(text) < len(value)
            return text[:-3] + "..." if cut else text

    return Cut()


def spoken() -> str:
    """Return the language that is spoken: never one that the console cannot show."""
    return _here.get() or _program or ENGLISH


def harmless(text: str, kept: str = "\n\t") -> str:
    """Return text without the characters that give orders to a terminal.

    Files, and their names, come from anywhere. kept: which may stay. Signs that turn
    the direction of writing go, too: they hide endings.

    >>> print(harmless("\x1b[2J 数字\u202egnp.exe"))
    ?[2J 数字?gnp.exe
    """
    if text.isprintable():
        return text
    from unicodedata import category

    orders = "Cc", "Cs", "Zl", "Zp"
    turns = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    bad = {c for c in text if category(c) in orders or c in turns} - set(kept)
    return "".join("?" if c in bad else c for c in text)


def reason(error: OSError) -> str:
    """Return what the system says of an error, as all systems say it, Windows too.

    >>> reason(FileNotFoundError(2, "No such file or directory", "a.png"))
    'No such file or directory'
    """
    windows, number = getattr(error, "winerror", None), error.errno or 0
    if windows == 32:
        return say("another program has it open")
    if windows and number < 1000:  # above are those of the net
        return say(os.strerror(number))
    return say(error.strerror or str(error))


def later(template: str) -> str:
    """Return a template as it is: a mark that it is said where it is used."""
    return template


@contextlib.contextmanager
def speaking() -> Iterator[None]:
    """Speak meanwhile, as a program of ours, the language that is asked for."""
    global _program, _chosen
    before = _program, _chosen
    _program = _understood()
    try:
        yield
    finally:
        _program, _chosen = before


@contextlib.contextmanager
def speaking_in(language: str) -> Iterator[None]:
    """Speak this language meanwhile, in this thread alone: to who reads a page."""
    token = _here.set(_known(language))
    try:
        yield
    finally:
        _here.reset(token)


def choose(language: str) -> None:
    """Speak this language from now on, whatever the machine is set to.

    >>> choose("octopus")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: --lang is one of en, ..., not 'octopus'
    """
    global _program, _chosen
    _chosen = _known(language)
    if _program:
        _program = _understood()


def prefer(language: str) -> None:
    """Speak this language, unless --lang has asked for one.

    >>> with speaking():
    ...     prefer("en")
    ...     spoken()
    'en'
    """
    if not _chosen:
        choose(language)


def language(environ: Mapping[str, str] | None = None) -> str:
    """Return what was chosen, else PURENET_LANG, else the machine's locale.

    >>> language({"LANG": "en_GB.UTF-8"}), language({"PURENET_LANG": "C"})
    ('en', 'en')
    """
    chosen, environ = ("", environ) if environ is not None else (_chosen, os.environ)
    names = ("PURENET_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = chosen or next(filter(None, map(environ.get, names)), None)
    if asked is None:  # Windows has no such variable, but a locale
        import locale

        asked = locale.setlocale(locale.LC_CTYPE)
    for name in languages():
        if asked.lower().startswith(tuple(facts(name).locales.split(", "))):
            return name
    return ENGLISH


@functools.cache
def languages() -> list[str]:
    """Return the names of the languages there are, English first."""
    names = (entry.name for entry in files(__name__).iterdir() if entry.name[0] != ".")
    return [ENGLISH, *sorted(name[:-4] for name in names if name.endswith(".txt"))]


@functools.cache
def facts(language: str) -> SimpleNamespace:
    """Return what is to be known of a language: the first lines of its text file.

    name: what it calls itself; html: what a page calls it; locales: how its names
    begin; sign: what its consoles have, and no others; encoding: of all its
    translations; never: words that are mistakes in it.

    >>> [facts(each).name for each in languages()[:1]], pairs("en")
    (['English'], {})
    """
    told = {"name": "English", "html": ENGLISH, "locales": ENGLISH}
    if language != ENGLISH:
        head = lines_of(_text(language).split("\n\n")[0])
        told = dict(line.split(": ", 1) for line in head)
    return SimpleNamespace(**{"sign": "", "encoding": "utf-8", "never": "", **told})


@functools.cache
def pairs(language: str) -> dict[str, str]:
    """Return all that is said in a language: {English: its translation}."""
    if language == ENGLISH:
        return {}
    blocks = map(lines_of, _text(language).split("\n\n")[1:])
    return {lines[0]: lines[1] for lines in blocks if len(lines) == 2}


def lines_of(block: str) -> list[str]:
    """Return the lines of a pair in a text file, but for the remarks.

    >>> lines_of("# the end\\nWritten.\\\\nStopped.\\nGeschrieben.\\\\nBeendet.")
    ['Written.\\nStopped.', 'Geschrieben.\\nBeendet.']
    """
    lines = (line for line in block.split("\n") if line and line[0] != "#")
    return [line.replace("\\n", "\n") for line in lines]


def encodes(stream: TextIO | None, characters: str) -> bool:
    """Say whether a stream's encoding has these characters.

    >>> import io
    >>> encodes(io.TextIOWrapper(io.BytesIO(), "ascii"), "认")
    False
    """
    try:
        characters.encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _understood() -> str:
    asked = language()
    streams, sign = (sys.stdout, sys.stderr), facts(asked).sign
    return asked if all(encodes(stream, sign) for stream in streams) else ENGLISH


def _known(language: str) -> str:
    if language in languages():
        return language
    known = ", ".join(languages())
    raise ValueError(say("--lang is one of {}, not {!r}", known, language))


def _text(language: str) -> str:
    return (files(__name__) / f"{language}.txt").read_text(encoding="utf-8")


def files(package: str) -> Traversable:
    """Return the folder of a package, as importlib.resources does, but sooner.

    >>> (files("purenet.data") / "gate.py").is_file()
    True
    """
    from pathlib import Path

    folder = Path(__file__).parents[1].joinpath(*package.split(".")[1:])
    if folder.is_dir():
        return folder
    from importlib.resources import files  # takes its time: only for a .pyz

    return files(package)


@contextlib.contextmanager
def as_file(shipped: Traversable) -> Iterator[Path]:
    """Yield the path of what `files` has found; in a .pyz, of a copy meanwhile."""
    from pathlib import Path

    if isinstance(shipped, Path):
        yield shipped
        return
    from importlib import resources

    with resources.as_file(shipped) as path:
        yield path
