"""run again what the pages print of programs, and say what differs: figures [--all]"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from purenet.console.programs import program

RECORD = Path(__file__).with_suffix(".txt")
ROOT = RECORD.parents[2]


class Figure(NamedTuple):
    """A command, if it takes more than a minute, and (page, text) of what it prints."""

    command: str
    long: bool
    printed: list[tuple[str, str]]


def record() -> list[Figure]:
    """Return what the record has; ValueError for a line that is neither of the two."""
    figures: list[Figure] = []
    for line in RECORD.read_text(encoding="utf-8").splitlines():
        if command := re.fullmatch(r"(\$\$?) (.+)", line):
            figures.append(Figure(command[2], command[1] == "$$", []))
        elif page := re.fullmatch(r"    (\S+): (.+)", line):
            figures[-1].printed.extend((page[1], each) for each in page[2].split(" | "))
        elif line and not line.startswith("#"):
            raise ValueError(f"neither a command nor what it prints: {line}")
    return figures


def flat(text: str) -> str:
    """Return a text with its white space as single spaces, and no stars of Markdown.

    >>> flat("**one**\\n  two")
    'one two'
    """
    return " ".join(text.replace("**", "").split())


def output(command: str) -> str | None:
    """Return what a command prints, None where something that it needs is missing.

    `python3` is this Python; a folder of real data is named by its variable.
    """
    words = os.path.expandvars(command).split(" ")
    if words[0] == "python3":
        words[0] = sys.executable
    if any(word.startswith("$") for word in words) or not shutil.which(words[0]):
        return None
    done = subprocess.run(
        words,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PURENET_LANG": "en", "PYTHONUTF8": "1"},
    )
    return done.stdout.decode("utf-8", "replace")


def differences(figures: Sequence[Figure]) -> Iterator[str]:
    """Run the commands; yield a line a command, and one for each that differs."""
    for figure in figures:
        start = time.monotonic()
        came = output(figure.command)
        if came is None:
            yield f"not run, something is missing: {figure.command}"
            continue
        yield f"{time.monotonic() - start:5.1f} s  {figure.command}"
        for page, text in figure.printed:
            if flat(text) not in flat(came):
                yield f"DIFFERS: {page} has {text!r}; now comes:\n{came[-1500:]}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the report; status 1 where a page has what no longer comes."""
    parser = argparse.ArgumentParser(prog=program(__name__), description=__doc__)
    parser.add_argument("--all", action="store_true", help="also what takes minutes")
    parser.add_argument("words", nargs="*", help="only commands with one of these")
    args = parser.parse_args(argv)
    wrong = 0
    for line in differences(
        [
            figure
            for figure in record()
            if (args.all or not figure.long)
            and (not args.words or any(each in figure.command for each in args.words))
        ]
    ):
        wrong += line.startswith("DIFFERS")
        print(line, flush=True)
    print(f"{wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
