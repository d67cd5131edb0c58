"""lay out the lessons in a folder, or read and run them in the browser: --open"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from purenet import words
from purenet.classroom.exercises import CHECK, exercises_folder
from purenet.classroom.handout import lay_out
from purenet.commands.draw import PORT, port, serve
from purenet.console.arguments import Parser
from purenet.console.programs import program, sentence, typed
from purenet.web.lessons.static import write
from purenet.words import say


def main(argv: Sequence[str] | None = None) -> int:
    """Copy the lessons into the folder that argv names."""
    parser = Parser(
        prog=program(__name__),
        description="Copy the lessons with their exercises and pictures into a folder. "
        "What is there already is left as it is. With --open they are a page in this "
        "machine's browser, where their code runs; Ctrl-C ends it.",
    )
    add = parser.add_argument
    way = parser.add_mutually_exclusive_group().add_argument
    add("--to", type=Path, metavar="DIR", help="(lessons)")
    without = "without the folder of solutions (check --solution shows them still)"
    add("--no-solutions", action="store_true", help=without)
    way("--open", action="store_true", help="read and run them in the browser")
    add("--no-browser", action="store_true", help="with --open: print the address only")
    add("--port", type=port, help=say("with --open: where ({})", PORT))
    way("--html", type=Path, metavar="DIR", help="write them as pages for a web server")
    runs = "with --html: npm's pyodide, so that the blocks run in the browser"
    add("--pyodide", type=Path, metavar="DIR", help=runs)
    args = parser.parse_args(argv)
    parser.goes_with(args, port="open", no_browser="open", pyodide="html")
    if args.html and args.to:
        parser.error("argument --to: " + say("not allowed with argument %s") % "--html")
    if args.html:
        for line in [*write(args.html, args.pyodide, not args.no_solutions)]:
            print(line)
        return 0
    shown = partial(serve, args.port or PORT, not args.no_browser, "lessons/")
    if args.open and not args.to and exercises_folder().is_dir():
        if args.no_solutions:
            parser.error(say("{} goes with {}", "--no-solutions", "--to"))
        return shown(exercises_folder())
    folder = args.to or Path("lessons")
    try:
        for line in [*lay_out(folder, solutions=not args.no_solutions)]:
            print(line)
    except OSError as error:
        if not args.open:  # where nothing may be written it can be read, and tried
            raise
        print(sentence(error))
    if words.language() != words.ENGLISH:
        folder /= words.language()
    if args.open:
        return shown(folder / "exercises")
    print(say("To begin: read {}. To check the exercises:", folder / "README.md"))
    print(typed(CHECK, "--in", folder / "exercises"))
    return 0
