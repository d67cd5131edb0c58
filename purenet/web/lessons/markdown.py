"""The lessons' Markdown as HTML: the small part of it that the lessons use.

Headings, paragraphs, lists, tables, a quote, pictures, links, `code`, *emphasis*,
fences, and questions in <details>. Nothing else of HTML is let through: what
looks like a tag is shown as text. A fence of Python with prompts is a block that
can be run; a page has the examples of all its blocks beside it. The lines of a
`formula` are set. A comment on a line of its own is of what follows: <!-- guess -->
keeps back what comes out of a block, <!-- terminal --> is of no use where it runs.
<!-- figure xor --> is the place of a live figure, and what follows <!-- session --> is
a block that takes long: lines of code, and below them what came out once.

>>> text, blocks = page("# Gates\\n\\nA *gate*, `<b>`.", lambda target: None)
>>> print(text)
<h1 id="gates">Gates</h1>
<p>A <em>gate</em>, <code>&lt;b&gt;</code>.</p>
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import re
from collections.abc import Callable
from html import escape

from purenet.web.lessons.code import Where, coloured
from purenet.web.lessons.formulas import formula

Link = Callable[[str], "str | None"]  # the address of a lesson's target
Block = list[doctest.Example]  # a fence of Python

# What a page is made of, one after the other. An item of a list goes on in lines
# that are set in, also after an empty one.
_PART = re.compile(
    r"```(?P<kind>\w*)\n(?P<fence>[\s\S]*?)^```\n"
    r"|(?P<tag></?details>)\n"
    r"|<summary>(?P<summary>[\s\S]*?)</summary>\n"
    r"|(?P<level>#+)(?P<heading>.*)\n"
    r"|<!--(?P<note>.*)-->\n"
    r"|(?P<list>(?:-|\d+\.) .*\n"
    r"(?:  .*\n|(?:-|\d+\.) .*\n|(?<!\n\n).+\n|\n(?=   |(?:-|\d+\.) ))*)"
    r"|(?P<quote>(?:>.*\n)+)"
    r"|(?P<table>\|.*\n\|[ |:-]+\n(?:\|.*\n)*)"
    r"|(?P<text>(?:(?!```|</?details>\n|#|<!--).+\n)+)",
    re.MULTILINE,
)
_INLINE = re.compile(
    r"(?P<tick>`+)(?P<code>.+?)(?P=tick)"
    r"|!\[(?P<alt>[^\]]*)\]\((?P<image>[^)\s]+)\)"
    r"|\[(?P<words>(?:[^\[\]`]|`[^`]*`|!\[[^\]]*\]\([^)]*\))*)\]\((?P<target>[^)\s]+)\)"
    r"|\*\*(?P<strong>.+?)\*\*"
    r"|\*(?P<em>[^\s*](?:[^*]*[^\s*])?)\*"
    r"|\\(?P<plain>[\\`*_{}\[\]()#+.!|<>~-])"
    r"|</?(?:i|code)>",
    re.DOTALL,
)


_DIRECTIVE = re.compile(r" *# *doctest:.*")  # to those who try the lesson
_MARKS = ("guess", "terminal", "session")


def page(
    text: str, link: Link, where: Where = lambda _: None
) -> tuple[str, list[Block]]:
    """Return a lesson as HTML, and its blocks.

    link: None for what shall be no link; where: a name of the code is defined.
    """
    writer = _Writer(link, where)
    return writer.parts(text), writer.blocks


def source(block: Block) -> str:
    """Return what a learner would type."""
    return _DIRECTIVE.sub("", "".join(example.source for example in block))


def block(examples: Block, where: Where = lambda _: None, mark: str = "") -> str:
    """Return examples as a block that can be run, with what comes out of each."""
    made = ""
    for example in examples:
        code = coloured(source([example]).rstrip("\n"), where)
        code = code.replace("\n", "\n<b>... </b>")
        want = escape(example.want.replace("<BLANKLINE>\n", "\n"), False)
        made += f"<b>&gt;&gt;&gt; </b>{code}\n<samp>{want}</samp>"
    # What is skipped is of no use to what follows.
    long = "long" * any(example.options.get(doctest.SKIP) for example in examples)
    kinds = " ".join(filter(None, ("block", mark, long)))
    return f'<div class="{kinds}"><pre class="python"><code>{made}</code></pre></div>'


def _session(lines: list[str]) -> Block:
    """Return lines of code as examples that are not compared; the rest came out."""
    body: list[ast.stmt] = []
    end = len(lines)
    while not body and end:
        with contextlib.suppress(SyntaxError):
            body = ast.parse("\n".join(lines[:end])).body
        end -= not body
    made = ["\n".join(lines[node.lineno - 1 : node.end_lineno]) for node in body]
    wants = [""] * len(made[1:]) + ["\n".join(lines[end:])]
    skip = {doctest.SKIP: True}
    return [doctest.Example(f"{m}\n", w, options=skip) for m, w in zip(made, wants)]


class _Writer:
    """Writes one page; blocks: those that it has met."""

    def __init__(self, link: Link, where: Where) -> None:
        self.link, self.where = link, where
        self.mark = ""  # of what follows
        self.linking = False  # a link has no other inside
        self.blocks: list[Block] = []
        self.ids: set[str] = set()

    def parts(self, text: str) -> str:
        """Return a text, or what a quote or an item holds, as HTML."""
        return "\n".join(filter(None, map(self._part, _PART.finditer(text + "\n"))))

    def _part(self, match: re.Match[str]) -> str:
        kind, found = match.lastgroup, match[match.lastgroup or 0].rstrip("\n")
        mark, self.mark = self.mark, ""
        if kind == "note":
            what, *name = found.split() or [""]
            self.mark = what if what in _MARKS else ""
            shown = what == "figure" and re.fullmatch(r"\w+", "".join(name))
            return f'<div data-figure="{shown[0]}"></div>' if shown else ""
        if mark == "terminal":
            return f'<div class="terminal">{self.parts(match[0])}</div>'
        if kind == "fence":
            return self._fence(match["kind"], found, mark)
        if name := {"summary": "summary", "text": "p"}.get(kind or ""):
            return f"<{name}>{self.words(found)}</{name}>"
        if kind == "heading":
            level, words = len(match["level"]), found.strip()
            return f'<h{level} id="{self._id(words)}">{self.words(words)}</h{level}>'
        if kind == "list":
            return self._list(found)
        if kind == "quote":
            inner = re.sub(r"^> ?", "", found, flags=re.MULTILINE)
            return f"<blockquote>{self.parts(inner)}</blockquote>"
        if kind == "table":
            return self._table(found.split("\n"))
        return found if kind == "tag" else ""

    def _id(self, words: str) -> str:
        """Return a heading's name, as GitHub makes it; each once."""
        name = re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")
        while name in self.ids:
            name += "-"
        self.ids.add(name)
        return name

    def _fence(self, kind: str, text: str, mark: str) -> str:
        if kind == "formula":
            return formula(text)
        shown = escape(text)
        if mark == "session" and (examples := _session(text.split("\n"))):
            self.blocks.append(examples)
            return block(examples, self.where)
        if kind == "python":
            if examples := doctest.DocTestParser().get_examples(text + "\n"):
                self.blocks.append(examples)
                return block(examples, self.where, mark)
            shown = coloured(text, self.where)
        return f'<pre class="{kind or "text"}"><code>{shown}</code></pre>'

    def _list(self, text: str) -> str:
        kind = "ul" if text[0] == "-" else "ol"
        items = re.split(r"^(?:-|\d+\.) +", text, flags=re.MULTILINE)[1:]
        made = "\n".join(f"<li>{self._item(item)}</li>" for item in items)
        return f"<{kind}>{made}</{kind}>"

    def _item(self, text: str) -> str:
        text = re.sub(r"^ {1,3}", "", text.rstrip(), flags=re.MULTILINE)
        several = re.search(r"^$|^```", text, re.MULTILINE)
        return self.parts(text) if several else self.words(text)

    def _table(self, lines: list[str]) -> str:
        head, *rest = [re.split(r"(?<!\\)\|", line.strip()[1:-1]) for line in lines]
        made = [self._row(head, "th")] if any(map(str.strip, head)) else []
        made += [self._row(row, "td") for row in rest[1:]]
        return '<div class="wide"><table>{}</table></div>'.format("\n".join(made))

    def _row(self, cells: list[str], kind: str) -> str:
        made = "".join(f"<{kind}>{self.words(cell.strip())}</{kind}>" for cell in cells)
        return f"<tr>{made}</tr>"

    def words(self, text: str) -> str:
        """Return a piece of running text as HTML."""
        found, at = [], 0
        for match in _INLINE.finditer(text):
            found += [escape(text[at : match.start()], False), self._inline(match)]
            at = match.end()
        return "".join([*found, escape(text[at:], False)])

    def _inline(self, match: re.Match[str]) -> str:
        kind = match.lastgroup
        if kind == "code":
            shown = f"<code>{escape(match['code'].strip(), False)}</code>"
            address = self.where(match["code"].strip()) if not self.linking else None
            return f'<a href="{escape(address)}">{shown}</a>' if address else shown
        if kind == "image":
            alt = escape(" ".join(match["alt"].split()))
            return f'<img src="{escape(self.link(match["image"]) or "")}" alt="{alt}">'
        if kind == "target":
            self.linking = True
            address, words = self.link(match["target"]), self.words(match["words"])
            self.linking = False
            return f'<a href="{escape(address)}">{words}</a>' if address else words
        if kind == "plain":
            return escape(match["plain"])
        if kind in ("strong", "em"):
            return f"<{kind}>{self.words(match[kind])}</{kind}>"
        return match[0]  # the tags that a summary needs, where Markdown is not read
