"""Run a command by its name, or list them all."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the command line names, or argv, and return its exit status."""
    argv = sys.argv[1:] if argv is None else argv
    try:  # Ctrl-C may come while the modules are still read in
        from purenet import __version__, commands
        from purenet.console.programs import run_named
        from purenet.words import later

        if argv == ["--version"]:
            print(f"purenet {__version__}")
            return 0
        return run_named(commands, later("command"), argv)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
