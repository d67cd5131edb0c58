"""Write a file whole or not at all, or else keep it somewhere and say where.

What is written goes into a new file beside the one that is meant, is brought to the
disk, and takes the other's name only then. Where that is denied, since another program
has the file for a moment, it is tried again for seconds; what took work is then written
under another name. What a program that was killed has left behind, a later one clears.

What a command writes over, it keeps: unless it is the same, what was there gets the
first name that is free beside it, net-2.json say.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import IO, Union

from purenet.words import reason, say

try:
    import fcntl
except ImportError:  # Windows, where a file that is open cannot be removed
    fcntl = None  # type: ignore[assignment]
try:
    import msvcrt
except ImportError:
    msvcrt = None  # type: ignore[assignment]

PathLike = Union[str, "os.PathLike[str]"]
promised: list[PathLike] = []  # what a program has asked to write, before its work
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)  # seconds, before it is tried again
_LEFT = 86_400.0  # seconds after which nobody is writing a part any more
_MOST_BYTES = 32_000_000  # of a file that is looked into
_WINDOWS = os.name == "nt"
# What is no file's name there, but a device's or a stream's, or is cut.
_UNFIT = (
    "(?is)(con|prn|aux|nul|conin[$]|conout[$]|(com|lpt)[0-9¹²³]) *([.].*)?|"
    '.*[<>:"|?*\x00-\x1f].*|.*[. ]'
)


def write(data: bytes, path: PathLike, over: bool = True) -> None:
    """Write a file. Where that fails OSError says why, and it stays as it was.

    over: whether what was there may go; else, if it was another, a copy stays beside.

    >>> import tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "notes")
    >>> write(b"seven", path), write(b"eight", path), Path(path).read_bytes()
    (None, None, b'eight')
    >>> write(b"nine", path, over=False)  # doctest: +ELLIPSIS
    What was in ...notes is now in ...notes-2
    """
    with _saying_of(path) as place:
        _clear_away(place.parent)
        made = [_begun(data, place)]
        try:
            was = b"" if over or not place.exists() else place.read_bytes()
            if was not in (b"", data):
                made.append(_made(was, beside(Path(path)), place))
            move(made[0], place)
        except BaseException:
            for each in made:
                _remove(each)
            raise
        _sync_folder(place.parent)
        for copy in made[1:]:
            print(say("What was in {} is now in {}", path, copy))


def keep(data: bytes, path: PathLike, over: bool = False) -> None:
    """Write what took work: where that fails, elsewhere. OSError says where.

    >>> import tempfile
    >>> keep(b"nine", tempfile.mkdtemp())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    OSError: ... it is a folder. It was written to ... instead
    """
    with or_elsewhere(data, path), contextlib.closing(Alone(str(path))) as place:
        place.take()
        write(data, path, over)


@contextlib.contextmanager
def or_elsewhere(data: bytes, path: PathLike) -> Iterator[None]:
    """Keep what the block could not write."""
    try:
        yield
    except (OSError, ValueError, KeyboardInterrupt) as error:
        why = (str(error) or say("Stopped.")).rstrip(".")
        if other := elsewhere(data, Path(path)):
            why += ". " + say("It was written to {} instead", other)
        raise OSError(why) from None


def elsewhere(data: bytes, path: Path) -> Path | None:
    """Write a file of another name, or where temporary files go; return which."""
    with contextlib.suppress(OSError):
        return _made(data, beside(path))
    with contextlib.suppress(OSError):
        import tempfile  # seldom needed, and takes its time

        folder = Path(tempfile.mkdtemp(prefix="purenet-"))
        with contextlib.suppress(OSError):
            return _made(data, folder / path.name)
        folder.rmdir()
    return None


def beside(path: Path) -> Path:
    """Return the first name next to a file's that nothing has.

    >>> beside(Path("no", "net.json")).name
    'net-2.json'
    """
    names = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in count(2))
    return next(name for name in names if not name.exists())


def move(part: Path, place: Path) -> None:
    """Give what is whole its name: at once, or as soon as others let it be."""
    for pause in (*PAUSES, 0.0):
        try:
            if place.is_file():
                place.open("r+b").close()  # else one that may not be changed would go
            part.replace(place)
            return
        except OSError:
            if not pause:
                raise
            time.sleep(pause)


def check_name(path: PathLike, endings: tuple[str, ...], words: str) -> None:
    """Raise ValueError, with these words, where a name has none of the endings.

    >>> check_name("net.pkl", (".json", ".npz"), "{} is neither")
    Traceback (most recent call last):
        ...
    ValueError: net.pkl is neither
    """
    if not os.fspath(path).lower().endswith(endings):
        raise ValueError(say(words, path))


def check_place(
    path: PathLike, ours: bytes = b"", endings: tuple[str, ...] = ("",), words: str = ""
) -> None:
    """Raise OSError where a file cannot be written, which is tried, before the work.

    ours: a pattern of how a file begins in whose place another may come; endings,
    words: see `check_name`.

    >>> check_place("no/such/folder/net.json")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    OSError: no/such/folder/net.json cannot be written: there is no folder ...
    """
    check_name(path, endings, words)
    with _saying_of(path) as place:
        if place.exists():
            with place.open("r+b") as file:
                data = file.read(_MOST_BYTES)
            if data and not re.match(ours, data, re.DOTALL):
                words = "it is there, and not as purenet writes it: name another file"
                raise OSError(say(words))
            _remove(_begun(b"", place))
        else:
            _remove(_made(b"", place))
    promised.append(path)


@contextlib.contextmanager
def _saying_of(path: PathLike) -> Iterator[Path]:
    """Yield where a file is, not a link to it; let errors name it as it was named."""
    place = Path(os.path.realpath(path))
    try:
        if _WINDOWS and re.fullmatch(_UNFIT, Path(path).name):
            raise OSError(say("Windows has no files of such a name"))
        if place.is_dir():
            raise OSError(say("it is a folder"))
        if place.exists() and not place.is_file():
            raise OSError(say("it is no ordinary file"))
        if not place.parent.is_dir():
            raise OSError(say("there is no folder {}", place.parent))
        yield place
        return
    except PermissionError:
        why = say("it or its folder may not be changed, or another program has it open")
    except OSError as error:
        why = reason(error)
    raise OSError(say("{} cannot be written: {}", path, why))


def _begun(data: bytes, place: Path) -> Path:
    """Write a file beside another, as open to others, by a name that fits there."""
    try:
        long = place.with_name(f".purenet-{os.urandom(8).hex()}.part")
        return _made(data, long, place)
    except OSError:
        short = place.with_name(os.urandom(16).hex()[: len(place.name)])
        return _made(data, short, place)


def _made(data: bytes, path: Path, like: Path | None = None) -> Path:
    """Write a new file to the disk; like: whose permissions it gets, if it is there."""
    file = path.open("xb")
    try:
        with file:
            if like and like.exists():
                with contextlib.suppress(OSError):
                    path.chmod(stat.S_IMODE(like.stat().st_mode) | stat.S_IWRITE)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _remove(path)
        raise
    return path


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _clear_away(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for part in folder.glob(".purenet-*.part"):
            if time.time() - part.stat().st_mtime > _LEFT:
                _remove(part)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # neither Windows nor every disk knows this
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)


class Alone:
    """A file that only one program at a time may keep writing.

    `take` before the first time and after each time that it was written. Raise
    BlockingIOError where another program has it; where the system has no locks, never.
    On Windows, where a file that is open cannot be replaced, one beside it is locked.

    >>> place = Alone("not/there/yet.json")
    >>> place.take(), place.close()
    (None, None)
    """

    def __init__(self, path: str) -> None:
        self.path, self._beside = path, Path(f"{path}.lock")
        self.file: IO[bytes] | None = None

    def take(self) -> None:
        """Have the file, if it is there."""
        if fcntl:
            self.close()
        if self.file or not (fcntl or msvcrt) or not Path(self.path).is_file():
            return
        place, mode = (Path(self.path), "rb") if fcntl else (self._beside, "ab")
        self.file = place.open(mode)
        try:
            if fcntl:
                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            else:
                msvcrt.locking(self.file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore
        except (BlockingIOError, PermissionError):
            self.file.close()
            self.file = None
            words = "{} is being written by another run: name another file, or wait"
            raise BlockingIOError(say(words, self.path)) from None
        except OSError:  # a disk that knows no locks
            pass

    def close(self) -> None:
        """Let others have it."""
        if self.file:
            self.file.close()
            if not fcntl:
                _remove(self._beside)
            self.file = None
