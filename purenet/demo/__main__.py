"""Run a demo by its name, or list them all."""

import sys

from purenet import demo
from purenet.pictures.console import run_named


def main() -> int:
    """Run what the command line names, and return its exit status."""
    return run_named(demo, "demo", sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
