"""Programs run by their names: what there is, what to type, what went wrong.

`python3 -m purenet` and `python3 -m purenet.demo` both run a module of a
package by its name. A module there has a docstring whose first line is its
entry in the list, and `main(argv)` that returns an exit status.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import re
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from purenet import words
from purenet.console import terminal
from purenet.console.arguments import Option, Parser, otherwise
from purenet.console.replacing import promised
from purenet.words import files, harmless, reason, say

INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C
# The reader of a pipe, as Windows calls it too, and a terminal.
_GONE = errno.EPIPE, errno.EINVAL, errno.EIO


def run_named(package: ModuleType, kind: str, argv: Sequence[str]) -> int:
    """Run the module of a package that argv names, and return its exit status.

    kind: what such a module is called, "command" or "demo". Without a name all are
    listed. What went wrong is said in a sentence; `--lang NAME` may stand anywhere.

    >>> import purenet.demo
    >>> run_named(purenet.demo, "demo", [])  # doctest: +ELLIPSIS
    python3 -m purenet.demo DEMO [--help] [--lang en|...]
    ...
    0
    """
    here = package.__name__.replace(".commands", "")
    with _well_behaved(f"{here} {argv[0]}" if argv else here, argv) as status:
        argv = _without_language(argv)
        names = names_in(package)
        if not argv or argv[0] in ("-h", "--help"):
            print("\n".join(listing(package, kind)))
        elif argv[0] in names:
            module = importlib.import_module(f"{package.__name__}.{argv[0]}")
            status.append(module.main(argv[1:]))
        else:
            import difflib  # seldom needed, as others below: each takes its time

            near = difflib.get_close_matches(argv[0], names, 1, cutoff=0.5)
            hint = say(" Did you mean {}?", near[0]) if near else ""
            all_ = program(package.__name__)
            no = "There is no {} named {}.{} To see all: {}"
            print(say(no, say(kind), argv[0], hint, all_), file=sys.stderr)
            status.append(2)
        print(end="", flush=True)
    return status[-1]


def printing(
    module: str, lines: Callable[..., Iterable[str]], *options: Option
) -> Callable[..., int]:
    """Return the main of a module that prints lines, as most demos are.

    module: its name; where it is "__main__", as with an editor's F5, it is run at once.
    lines: yields them; its parameters are the options, and `style`, of the terminal.

    >>> from purenet.demo import nand
    >>> printing("purenet.demo.nand", nand.lines)([])  # doctest: +ELLIPSIS
    A perceptron with weights -2 and -2 and bias 3 fires for z > 0,
    ...
    0
    """

    def main(argv: Sequence[str] | None = None) -> int:
        doc = sys.modules[module].__doc__ or ""
        parser = Parser(prog=program(module), description=doc.splitlines()[0])
        for add in options:
            add(parser)
        given = vars(parser.parse_args(argv))
        if "style" in lines.__code__.co_varnames[: lines.__code__.co_argcount]:
            given["style"] = terminal.can(sys.stdout)
        for line in lines(**given):
            print(line)
        return 0

    if module == "__main__":
        sys.exit(main())
    return main


def _without_language(argv: Sequence[str]) -> list[str]:
    rest, left = [], iter(argv)
    for word in left:
        if word == "--lang":
            words.choose(next(left, ""))
        elif word.startswith("--lang="):
            words.choose(word[len("--lang=") :])
        else:
            rest.append(word)
    return rest


@contextlib.contextmanager
def _well_behaved(program: str, argv: Sequence[str]) -> Iterator[list[int]]:
    """Yield a list of exit statuses; say in a sentence what is raised inside."""
    # Path.exists raises where a name is too long, or may not be looked at.
    typed_ = "".join(w for w in argv if not os.path.exists(w))  # noqa: PTH110

    def advise() -> None:
        for line in otherwise(typed_):
            print(line, file=sys.stderr)

    _hear()
    promised.clear()
    status = [0]
    with _harmless_streams(), words.speaking(), warnings.catch_warnings():
        warnings.showwarning = lambda text, *_: print(text, file=sys.stderr)
        try:
            yield status
            if status[-1] == 2:
                advise()
            if getattr(sys.stdout, "failed", False):
                status.append(1)
        except SystemExit as end:
            if end.code:
                advise()
            raise
        except KeyboardInterrupt:
            print(say("\n{}: stopped", program), file=sys.stderr)
            status.append(INTERRUPTED)
        except BrokenPipeError:
            pass
        except (ValueError, ArithmeticError, OSError) as error:
            print(say("{}: {}", program, sentence(error)), file=sys.stderr)
            advise()
            status.append(1)
        except MemoryError:
            print(say("{}: not enough memory for this", program), file=sys.stderr)
            status.append(1)


@contextlib.contextmanager
def _harmless_streams() -> Iterator[None]:
    streams = []
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started this program
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))
        stream = getattr(sys, name)
        streams.append(stream)
        if isinstance(stream, Harmless):  # of a program that runs this one
            continue
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", line_buffering=True)
        setattr(sys, name, Harmless(stream))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams


def _hear() -> None:
    """Let SIGTERM, and a closed terminal, end this program as one Ctrl-C does."""

    def end(number: int, frame: object) -> None:
        for each in heard:  # a logout sends both, shells one twice: we are saving
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    heard = []

    for name in ("SIGTERM", "SIGHUP"):
        with contextlib.suppress(AttributeError, ValueError):  # Windows; a thread
            number = getattr(signal, name)
            if signal.getsignal(number) == signal.SIG_DFL:  # else nohup is at work
                signal.signal(number, end)
                heard.append(number)


class Harmless:
    """A stream to a terminal: of orders, only colours and a new bar pass.

    Where `head` has seen enough, a terminal is gone or a disk full, its program ends;
    but one that has promised a file goes on, and makes it. failed: was it the disk?

    >>> _ = Harmless(sys.stdout).write("\x1b[31mred\x1b[0m \x1b[2J\\n")
    \x1b[31mred\x1b[0m ?[2J
    """

    _OURS = re.compile("(\x1b\\[[0-9;]*m|\r *\r)")

    def __init__(self, stream: TextIO) -> None:
        self._stream, self.failed = stream, False

    def write(self, text: str) -> int:
        """Write a text, but for the orders in it that are not ours."""
        parts = self._OURS.split(text)
        parts[::2] = map(harmless, parts[::2])
        self._bear(self._stream.write, "".join(parts))
        return len(text)

    def flush(self) -> None:
        """Write what still waits.

        >>> Harmless(sys.stdout).flush()
        """
        self._bear(self._stream.flush)

    def _bear(self, do: Callable[..., object], *given: str) -> None:
        try:
            do(*given)
        except OSError as error:
            with contextlib.suppress(AttributeError, OSError):  # what waits still
                os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
            gone = error.errno in _GONE
            if not promised:
                raise (BrokenPipeError if gone else error) from None
            if not (gone or self.failed):
                self.failed = True
                words_ = "What is printed cannot be written: {}"
                print(say(words_, reason(error)), file=sys.stderr)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def tried(name: str, do: Callable[[], object], then: str = "") -> bool:
    """Whether something that may fail went well; then: what to say after why not.

    >>> tried("train", dict), tried("train", lambda: Path("").read_bytes())
    (True, False)
    """
    try:
        do()
    except (OSError, ValueError) as error:
        print(say("{}: {}", name, sentence(error) + then), file=sys.stderr)
        return False
    return True


def sentence(error: Exception) -> str:
    """Return what an error says, without the system's number for it.

    >>> sentence(FileNotFoundError(2, "No such file or directory", "a.png"))
    'a.png: No such file or directory'
    """
    if isinstance(error, OSError) and error.strerror:
        what = reason(error)
        return say("{}: {}", error.filename, what) if error.filename else what
    return str(error)


def names_in(package: ModuleType) -> list[str]:
    """Return the names of a package's modules, but for helpers and purenet.py."""
    names = (entry.name for entry in files(package.__name__).iterdir())
    names = (name[:-3] for name in names if name.endswith(".py") and name[0] != "_")
    return sorted(name for name in names if name != "purenet")


def listing(package: ModuleType, kind: str) -> list[str]:
    """Return the lines that list a package's modules, each with its first line.

    >>> import purenet.demo
    >>> listing(purenet.demo, "demo")[2][2:7], names_in(purenet.demo)[0]
    ('adder', 'adder')
    """
    import ast

    known, begin = "|".join(words.languages()), program(package.__name__)
    lines = [f"{begin} {kind.upper()} [--help] [--lang {known}]", ""]
    names = names_in(package)
    widest = max(map(len, names))
    for name in names:
        # Read, not imported: a list of names shall not wait for all modules.
        source = (files(package.__name__) / f"{name}.py").read_text(encoding="utf-8")
        entry = say((ast.get_docstring(ast.parse(source)) or "").splitlines()[0])
        start = f"  {name:<{widest}}  "
        lines += terminal.wrapped(entry, first=start, rest=" " * len(start))
    return lines


def program(module: str) -> str:
    """Return how a program begins whose module this is: as this one was begun.

    >>> python(), program("purenet.demo.nand"), program("purenet.commands.train")
    ('python3', 'python3 -m purenet.demo nand', 'python3 -m purenet train')
    """
    parts = module.replace(".commands", "").split(".")
    begun = Path(sys.argv[0])
    if module == "__main__" or begun.suffix == ".pyz":  # a file started by itself
        return " ".join([python(), quoted(sys.argv[0]), *parts[1:]])
    if begun.stem == "purenet" and not begun.is_dir():
        return " ".join(parts)
    if parts[1:2] in (["demo"], ["making"]):  # packages that are programs themselves
        parts[:2] = [".".join(parts[:2])]
    return f"{python()} -m " + " ".join(parts)


def typed(module: str, *words: object) -> str:
    """Return what to type to run a module: in a terminal, or at Python's prompt.

    >>> typed("purenet.commands.check", "07", "--in", "mine")
    'python3 -m purenet check 07 --in mine'
    """
    if hasattr(sys, "ps1") or hasattr(sys.stdout, "shell"):  # IDLE's: a prompt, >>>
        package, _, name = module.rpartition(".")
        call = f"main({list(map(str, words))})"
        return f"from {package} import {name}; {name}.{call}" if package else call
    return " ".join([program(module), *map(quoted, words)])


def python() -> str:
    """Return the name by which this Python was begun: python3 say, or py."""
    if sys.platform == "emscripten":  # in a browser, whose name that would be
        return "python3"
    begun: str = (getattr(sys, "orig_argv", None) or [sys.executable or "python3"])[0]
    folder, name = os.path.split(begun)
    if os.name == "nt":  # where py begins a Python by its path
        name = re.sub(r"(?i)w?\.exe$", "", name)
    if not folder:
        return name
    import shutil

    if os.name == "nt" and shutil.which("py"):
        return "py"
    found = shutil.which(name) or ""
    same = os.path.realpath(found) == os.path.realpath(sys.executable)
    home, shims, _ = found.partition("/shims/")  # pyenv's, which begin it with its path
    ours = same or shims and begun.startswith(home)
    return name if ours else quoted(begun)


def quoted(word: object) -> str:
    """Return a word as this system's shell takes it.

    >>> quoted("purenet.pyz")
    'purenet.pyz'
    """
    text = str(word)
    if os.name != "nt":
        import shlex

        return shlex.quote(text)
    if re.fullmatch(r"[\w.:\\/-]+", text):
        return text
    # cmd.exe, which sets PROMPT, and PowerShell both take "", but for $ the latter.
    if "PROMPT" in os.environ or not re.search("[$`]", text):
        return f'"{text}"'  # no file's name there holds a quotation mark
    return "'" + text.replace("'", "''") + "'"
