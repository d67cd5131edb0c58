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
        window = len(sys.argv) == 1 and double_clicked()
        if window and not argv and sys.argv[0].endswith(".pyz"):
            os.chdir(Path(sys.argv[0]).parent)
            argv = ["lessons", "--open"]
        status = run_named(commands, later("command"), argv)
        if window and is_terminal(sys.stdin):
            input()  # or what was said goes with its window
        return status
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
