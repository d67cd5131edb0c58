"""Python as HTML: its words in colours, its names leading to where they are defined.

>>> coloured("return 1  # once")
'<i class="k">return</i> <i class="n">1</i>  <i class="c"># once</i>'
>>> coloured("add(a)", {"add": "x.html"}.get)
'<a href="x.html">add</a>(a)'
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable
from html import escape

Where = Callable[[str], "str | None"]  # the address of what a name means
_TOKEN = re.compile(
    r"""(?P<c>\#.*)|(?P<s>\b[rbf]{0,2}(?:'''|\""")[\s\S]*?(?:'''|\"""|\Z)"""
    r"""|(?:\b[rbf]{1,2})?(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))"""
    r"|(?P<d>(?<=def )\w+|(?<=class )\w+)|(?P<n>\b\d[\w.]*)"
    r"|(?P<name>(?<![\w.])[^\W\d]\w*(?:\.[^\W\d]\w*)*)"
)


def coloured(code: str, where: Where = lambda name: None) -> str:
    """Return code as HTML."""
    made, at = [], 0
    for match in _TOKEN.finditer(code):
        kind, found = str(match.lastgroup), match[0]
        made.append(escape(code[at : match.start()], False))
        at = match.end()
        shown = escape(found, False)
        if kind != "name":
            made.append(f'<i class="{kind}">{shown}</i>')
        elif keyword.iskeyword(found):
            made.append(f'<i class="k">{shown}</i>')
        else:
            address = where(found)
            made += [f'<a href="{escape(address)}">{shown}</a>' if address else shown]
    return "".join([*made, escape(code[at:], False)])
