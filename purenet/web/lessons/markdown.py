"""The lessons' Markdown as HTML: the small part of it that the lessons use.

Headings, paragraphs, lists, tables, a quote, pictures, links, `code`, *emphasis*,
fences, and questions in <details>. Nothing else of HTML is let through: what
looks like a tag is shown as text. A fence of Python with prompts is a block that
can be run; a page has the examples of all its blocks beside it.

>>> text, blocks = page("# Gates\\n\\nA *gate*, `<b>`.", lambda target: None)
>>> print(text)
<h1 id="gates">Gates</h1>
<p>A <em>gate</em>, <code>&lt;b&gt;</code>.</p>
"""

from __future__ import annotations

import doctest
import re
from collections.abc import Callable
from html import escape

Link = Callable[[str], "str | None"]  # the address of a lesson's target
Block = list[doctest.Example]  # a fence of Python

# What a page is made of, one after the other. An item of a list goes on in lines
# that are set in, also after an empty one.
_PART = re.compile(
    r"```(?P<kind>\w*)\n(?P<fence>[\s\S]*?)^```\n"
    r"|(?P<tag></?details>)\n"
    r"|<summary>(?P<summary>[\s\S]*?)</summary>\n"
    r"|(?P<level>#+)(?P<heading>.*)\n"
    r"|(?P<note><!--).*\n"  # for whoever keeps the file
    r"|(?P<list>(?:-|\d+\.) .*\n"
    r"(?:  .*\n|(?:-|\d+\.) .*\n|(?<!\n\n).+\n|\n(?=   |(?:-|\d+\.) ))*)"
    r"|(?P<quote>(?:>.*\n)+)"
    r"|(?P<table>(?:\|.*\n)+)"
    r"|(?P<text>(?:(?!```|</?details>\n|#).+\n)+)",
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


def page(text: str, link: Link) -> tuple[str, list[Block]]:
    """Return a lesson as HTML, and its blocks; link: None for what shall be no link."""
    writer = _Writer(link)
    return writer.parts(text), writer.blocks


def source(block: Block) -> str:
    """Return what a learner would type."""
    return "".join(example.source for example in block)


class _Writer:
    """Writes one page; blocks: those that it has met."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.blocks: list[Block] = []
        self.ids: set[str] = set()

    def parts(self, text: str) -> str:
        """Return a text, or what a quote or an item holds, as HTML."""
        return "\n".join(filter(None, map(self._part, _PART.finditer(text + "\n"))))

    def _part(self, match: re.Match[str]) -> str:
        kind, found = match.lastgroup, match[match.lastgroup or 0].rstrip("\n")
        if kind == "fence":
            return self._fence(match["kind"], found)
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

    def _fence(self, kind: str, text: str) -> str:
        if kind != "python" or ">>>" not in text:
            return f'<pre class="{kind or "text"}"><code>{escape(text)}</code></pre>'
        self.blocks.append(doctest.DocTestParser().get_examples(text + "\n"))
        shown = "\n".join(
            f"<b>{escape(line[:3])}</b>{escape(line[3:])}"
            if line.startswith((">>>", "..."))
            else f"<samp>{escape(line)}</samp>"
            for line in text.split("\n")
        )
        return (
            f'<div class="block"><pre class="python"><code>{shown}</code></pre></div>'
        )

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
            return f"<code>{escape(match['code'].strip(), False)}</code>"
        if kind == "image":
            alt = escape(" ".join(match["alt"].split()))
            return f'<img src="{escape(self.link(match["image"]) or "")}" alt="{alt}">'
        if kind == "target":
            address, words = self.link(match["target"]), self.words(match["words"])
            return f'<a href="{escape(address)}">{words}</a>' if address else words
        if kind == "plain":
            return escape(match["plain"])
        if kind in ("strong", "em"):
            return f"<{kind}>{self.words(match[kind])}</{kind}>"
        return match[0]  # the tags that a summary needs, where Markdown is not read
