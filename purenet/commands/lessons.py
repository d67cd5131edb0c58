"""lay out the lessons and exercises in a folder: lessons --to DIR"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from purenet.classroom.exercises import CHECK
from purenet.classroom.handout import lay_out
from purenet.console.programs import program, quoted


def main(argv: Sequence[str] | None = None) -> int:
    """Copy the lessons into the folder that argv names."""
    parser = argparse.ArgumentParser(
        prog=program(__name__),
        description="Copy the lessons with their exercises and pictures into a folder. "
        "What is there already is left as it is.",
    )
    parser.add_argument(
        "--to", type=Path, default=Path("lessons"), metavar="DIR", help="(lessons)"
    )
    parser.add_argument(
        "--no-solutions", action="store_true", help="without the folder of solutions"
    )
    args = parser.parse_args(argv)
    folder = args.to
    for line in lay_out(folder, solutions=not args.no_solutions):
        print(line)
    print(f"To begin: read {folder / 'README.md'}. To check the exercises:")
    print(f"{CHECK} --in {quoted(folder / 'exercises')}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
