"""What the tests of words share: a language of a text file, made for the test."""

import contextlib
import io
import os
import tempfile
import warnings
from pathlib import Path
from unittest import mock

from purenet import commands, words
from purenet.console.programs import run_named

HEAD = "name: Test\nhtml: x-test\nlocales: xx, testish\nsign: ¿\n"


@contextlib.contextmanager
def a_language(pairs):
    """Have a language xx meanwhile, which has these pairs; yield its text file."""
    both = ([text.replace("\n", "\\n") for text in pair] for pair in pairs.items())
    text = HEAD + "".join(f"\n{english}\n{other}\n" for english, other in both)
    with contextlib.ExitStack() as stack:
        file = Path(stack.enter_context(tempfile.TemporaryDirectory()), "xx.txt")
        file.write_text(text, encoding="utf-8")
        stack.callback(forget)
        there = mock.patch.object(words, "files", return_value=file.parent)
        stack.enter_context(there)
        forget()
        yield file


def forget():
    for kept in (words.languages, words.facts, words.pairs):
        kept.cache_clear()


class Console(io.TextIOWrapper):
    """A console on which the signs that it has not are seen as &#8226;"""

    def reconfigure(self, **_):
        pass


def spoken(*argv, package=commands, kind="command", encoding="utf-8", **environ):
    """Run a program as on such a console, and return what it says."""
    out = Console(io.BytesIO(), encoding, "xmlcharrefreplace", newline="")
    redirected = contextlib.redirect_stdout(out), contextlib.redirect_stderr(out)
    with contextlib.ExitStack() as stack:
        for each in (*redirected, warnings.catch_warnings()):
            stack.enter_context(each)
        stack.enter_context(mock.patch.dict(os.environ, environ))
        warnings.simplefilter("ignore")  # of a lock that is kept till the end
        with contextlib.suppress(SystemExit):
            run_named(package, kind, list(map(str, argv)))
        out.flush()
    return out.buffer.getvalue().decode(encoding)
