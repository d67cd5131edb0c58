"""open a page in the browser: draw digits, and watch a network learn"""

from __future__ import annotations

import argparse
import contextlib
import threading
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import Callable

from purenet import words
from purenet.console.arguments import Parser, whole
from purenet.console.programs import program
from purenet.data.find import user_folder
from purenet.runs import shipped
from purenet.web.pages import Pages
from purenet.web.server import opened
from purenet.words import say

PORT = 8765
_TEXT_BROWSERS = {"www-browser", "lynx", "w3m", "links", "links2", "elinks"}


def main(argv: Sequence[str] | None = None) -> int:
    """Serve the page until Ctrl-C."""
    parser = Parser(
        prog=program(__name__),
        description="Serve a page to this machine's browser, where you draw digits, "
        "watch a network learn and play with a neuron. Ctrl-C ends it.",
    )
    add = parser.add_argument
    add("--no-browser", action="store_true", help="print the address, open nothing")
    where = "where to listen (default: %(default)s)"
    add("--port", type=port, default=PORT, help=where)
    args = parser.parse_args(argv)
    return serve(args.port, not args.no_browser, "draw/")


def serve(port: int, browser: bool, start: str, folder: Path | None = None) -> int:
    """Serve the pages until Ctrl-C; folder: where code may run."""
    pages = Pages(shipped.load(), folder, user_folder(False) / "page.json")
    server = opened(port, pages)
    try:
        if server.port != port:
            taken = "Port {} is taken or not allowed: this is {}."
            print(say(taken, port, server.port))
        print(say("The page is open to this machine's browser at"), flush=True)
        if words.language() != words.ENGLISH:
            start += f"?lang={words.language()}"
        print(server.address + start, flush=True)
        print(say("Ctrl-C ends it."), flush=True)
        with contextlib.suppress(OSError):  # no room for the file: the address is said
            opens = browser and _window()
            if opens:  # its command line, which all can read, has the file's name
                file = server.invite(start).as_uri()
                threading.Thread(target=opens, args=(file,), daemon=True).start()
        server.serve_forever()
    except KeyboardInterrupt:
        print(say("\nThe page is closed."))
    finally:
        server.server_close()
        pages.close()
    return 0


def _window() -> Callable[[str], object] | None:
    """Return what opens a page in a window: a text browser would take the terminal."""
    with contextlib.suppress(webbrowser.Error):
        found = webbrowser.get()
        if Path(getattr(found, "name", "")).stem not in _TEXT_BROWSERS:
            return found.open
    return None


def port(text: str) -> int:
    """Read a port number."""
    number = whole(text)
    if not 1 <= number <= 65535:
        error = say("a port is from 1 to 65535, not {}", number)
        raise argparse.ArgumentTypeError(error)
    return number
