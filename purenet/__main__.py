"""Run a command by its name, or list them all."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the command line names, or argv, and return its exit status."""
    argv = sys.argv[1:] if argv is None else argv
    try:  # Ctrl-C may come while the modules are still read in
        from purenet import __version__, commands
        from purenet.console.programs import run_named
        from purenet.console.terminal import double_clicked, is_terminal
        from purenet.words import later

        if argv == ["--version"]:
            print(f"purenet {__version__}")
            return 0
        clicked, file = len(sys.argv) == 1 and double_clicked(), Path(sys.argv[0])
        window = clicked and is_terminal(sys.stdin)  # which Windows has opened for us
        if not argv and clicked and (window or file.suffix == ".pyz"):
            argv = ["lessons", "--open"]
            if file.suffix == ".pyz":  # the lessons are laid out beside it
                os.chdir(file.parent)
        status = run_named(commands, later("command"), argv)
        if window:
            input()  # or what was said goes with it
        return status
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
