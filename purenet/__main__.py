"""Run a command by its name, or list them all."""

import sys

from purenet import __version__, commands
from purenet.pictures.console import run_named


def main() -> int:
    """Run what the command line names, and return its exit status."""
    if sys.argv[1:] == ["--version"]:
        print(f"purenet {__version__}")
        return 0
    return run_named(commands, "command", sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
