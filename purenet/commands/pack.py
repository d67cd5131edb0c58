"""pack purenet and its lessons into one file that Python runs: purenet.pyz"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from purenet.classroom.handout import pack
from purenet.console.arguments import Parser
from purenet.console.programs import program


def main(argv: Sequence[str] | None = None) -> int:
    """Write the file that argv names."""
    parser = Parser(
        prog=program(__name__),
        description="Pack purenet and its lessons into one file to hand on, on a stick "
        "say. It needs nothing but Python; on Windows a double-click opens the "
        "lessons.",
    )
    add, file = parser.add_argument, Path("purenet.pyz")
    add("file", type=Path, nargs="?", default=file, help="(purenet.pyz)")
    without = "without the solutions of the exercises, which are checked all the same"
    add("--no-solutions", action="store_true", help=without)
    args = parser.parse_args(argv)
    for line in pack(args.file, solutions=not args.no_solutions):
        print(line)
    return 0
