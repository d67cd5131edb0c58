"""Where the digits are, on this machine.

Looked for in this order:

1. the path that is given: a file, a folder, or the word `built-in`;
2. the same in the environment variable PURENET_MNIST;
3. data/mnist.pkl.gz and ../data/mnist.pkl.gz, where readers of the book and
   of articles on it have the file: in the working folder, then beside the
   program that was started;
4. the user's cache folder, where `python3 -m purenet download` puts it;
5. the digits that come with purenet, drawn by a pen of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Callable, NamedTuple

from purenet.data import DataError
from purenet.data.folder import complete
from purenet.words import say

BUILT_IN = "built-in"
VARIABLE = "PURENET_MNIST"
USUAL = ("data/mnist.pkl.gz", "../data/mnist.pkl.gz")


class Found(NamedTuple):
    """path: to read, None for the built-in digits; looked: the places without any.

    >>> print(Found(None), Found(None).name, sep=": ")
    the built-in digits: built-in
    """

    path: Path | None
    looked: tuple[Path, ...] = ()

    @property
    def name(self) -> str | Path:
        """What to ask `load_data` for: the path, or the word `built-in`."""
        return self.path or BUILT_IN

    def __str__(self) -> str:
        return str(self.path or say("the built-in digits"))


def find(path: str | os.PathLike[str] | None = None) -> Found:
    """Return where the digits are to be read from.

    >>> find("built-in")
    Found(path=None, looked=())
    >>> find("no/such/file")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: no/such/file: not there; looked at ...
    """
    if path is not None:
        return _named(os.fspath(path), "")
    if os.environ.get(VARIABLE):
        return _named(os.environ[VARIABLE], say(" (named by ${})", VARIABLE))
    cache = cache_folder()
    places = [folder / usual for folder in _folders() for usual in USUAL]
    for place in places:
        if _seen(place.exists):
            return Found(place)
    if _seen(lambda: complete(cache)):
        return Found(cache)
    return Found(None, (*(place.absolute() for place in places), cache))


def _folders() -> list[Path]:
    """Return the working folder, and that of the program where it is another."""
    program = Path(sys.argv[0] if sys.argv else "")
    if not _seen(program.is_file) or program.parent.absolute() == Path.cwd():
        return [Path()]
    return [Path(), program.parent]


def _named(name: str, by: str) -> Found:
    if name == BUILT_IN:
        return Found(None)
    path = expanded(name)
    if path.exists():
        return Found(path)
    text = "{}: not there{}; looked at {}. Name a file, a folder, or {}"
    raise DataError(text, name, by, path.absolute(), BUILT_IN)


def _seen(there: Callable[[], bool]) -> bool:
    """Return whether something is there; where one may not look, nothing is."""
    try:
        return there()
    except OSError:
        return False


def expanded(name: str) -> Path:
    """Return a path with ~ for the user's folder, or as it is where there is none.

    >>> print(expanded("~nobody-of-this-name/digits").as_posix())
    ~nobody-of-this-name/digits
    """
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def user_folder(
    cache: bool, platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> Path:  # fmt: skip
    """Return a user's folder of ours: a cache, or for what the user has made.

    >>> print(user_folder(True, "linux", {"HOME": "/home/ada"}).as_posix())
    /home/ada/.cache/purenet
    """
    home = expanded(environment.get("HOME") or "~")
    if home == Path("~"):  # there is none: the folder one stands in
        home = Path()
    if platform == "win32":
        folder = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        folder = home / "Library" / ("Caches" if cache else "Application Support")
    else:
        name = "XDG_CACHE_HOME" if cache else "XDG_DATA_HOME"
        usual = ".cache" if cache else ".local/share"
        folder = Path(environment.get(name) or home / usual)
    return folder / "purenet"


def cache_folder() -> Path:
    """Return the folder that downloaded digits are kept in."""
    return user_folder(True) / "mnist"
