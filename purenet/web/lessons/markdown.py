"""The lessons' Markdown as HTML: the small part of it that the lessons use.

Headings, paragraphs, lists, tables, a quote, pictures, links, `code`, *emphasis*,
fences, and questions in <details>. Nothing else of HTML is let through: what
looks like a tag is shown as text. A fence of Python with prompts is a block that
can be run; a page says in which place each stands, and has the examples beside.

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
from typing import NamedTuple

Link = Callable[[str], "str | None"]  # the address of a lesson's target

INLINE = re.compile(
    r"(?P<tick>`+)(?P<code>.+?)(?P=tick)"
    r"|!\[(?P<alt>[^\]]*)\]\((?P<image>[^)\s]+)\)"
    r"|\[(?P<words>(?:[^\[\]`]|`[^`]*`|!\[[^\]]*\]\([^)]*\))*)\]\((?P<target>[^)\s]+)\)"
    r"|\*\*(?P<strong>.+?)\*\*"
    r"|\*(?P<em>[^\s*](?:[^*]*[^\s*])?)\*"
    r"|\\(?P<plain>[\\`*_{}\[\]()#+.!|<>~-])"
    r"|</?(?:i|code)>",
    re.DOTALL,
)
FENCE = re.compile(r"```(\w*)$")
ITEM = re.compile(r"(?:-|(\d+)\.) +")
TAGS = ("<details>", "</details>")
NOTE = "<!--"  # a line for whoever keeps the file


class Block(NamedTuple):
    """A fence of Python: the line of the lesson it begins on, and its examples."""

    line: int
    examples: list[doctest.Example]

    @property
    def source(self) -> str:
        """What a learner would type.

        >>> Block(1, doctest.DocTestParser().get_examples(">>> 1 + 1\\n2")).source
        '1 + 1\\n'
        """
        return "".join(example.source for example in self.examples)


def page(text: str, link: Link) -> tuple[str, list[Block]]:
    """Return a lesson as HTML, and its blocks in their order.

    link: gives the address for a target, or None where it shall be no link.
    """
    writer = Writer(link)
    return writer.lines(text.splitlines()), writer.blocks


class Writer:
    """Writes one page; blocks: those that it has met.

    >>> writer = Writer(lambda target: "#" + target)
    >>> print(writer.lines(["- one [lesson](a.md)", "- two"]))
    <ul><li>one <a href="#a.md">lesson</a></li>
    <li>two</li></ul>
    """

    def __init__(self, link: Link) -> None:
        self.link = link
        self.blocks: list[Block] = []
        self.ids: set[str] = set()

    def lines(self, lines: list[str]) -> str:
        """Return lines of Markdown as HTML."""
        found, at = [], 0
        while at < len(lines):
            end = self._end(lines, at)
            if any(line.strip() for line in lines[at:end]):
                found.append(self._part(lines[at:end], at))
            at = end
        return "\n".join(found)

    def _end(self, lines: list[str], at: int) -> int:
        """Return where the part that begins here ends."""
        end = at + 1
        if FENCE.match(lines[at]):
            while end < len(lines) and lines[end] != "```":
                end += 1
            return end + 1
        if not lines[at] or lines[at] in TAGS or lines[at].startswith((NOTE, "#")):
            return end
        if lines[at].startswith("<summary>"):
            while "</summary>" not in lines[end - 1] and end < len(lines):
                end += 1
            return end
        if ITEM.match(lines[at]):
            # an item goes on in lines that are set in, also after an empty one
            while end < len(lines) and (
                lines[end].startswith("  ")
                or ITEM.match(lines[end])
                or (lines[end].strip() and lines[end - 1].strip())
                or (not lines[end].strip() and self._goes_on(lines, end))
            ):
                end += 1
            return end
        while (
            end < len(lines)
            and lines[end].strip()
            and not (
                FENCE.match(lines[end])
                or lines[end] in TAGS
                or lines[end].startswith("#")
            )
        ):
            end += 1
        return end

    def _goes_on(self, lines: list[str], at: int) -> bool:
        after = lines[at + 1 : at + 2]
        return bool(after and (after[0].startswith("   ") or ITEM.match(after[0])))

    def _part(self, lines: list[str], at: int) -> str:
        """Return one part as HTML; at: on which line it begins, from 0."""
        first = lines[0]
        if FENCE.match(first):
            return self._fence(first[3:], lines[1:-1], at)
        if first in TAGS:
            return first
        if first.startswith(NOTE):
            return ""
        if first.startswith("<summary>"):
            words = "\n".join(lines).replace("<summary>", "").replace("</summary>", "")
            return f"<summary>{self.words(words)}</summary>"
        if first.startswith("#"):
            level = len(first) - len(first.lstrip("#"))
            words = first.lstrip("#").strip()
            return f'<h{level} id="{self._id(words)}">{self.words(words)}</h{level}>'
        if ITEM.match(first):
            return self._list(lines)
        if first.startswith(">"):
            inner = [re.sub(r"^> ?", "", line) for line in lines]
            return f"<blockquote>{self.lines(inner)}</blockquote>"
        if first.startswith("|"):
            return self._table(lines)
        return f"<p>{self.words(chr(10).join(lines))}</p>"

    def _id(self, words: str) -> str:
        """Return a heading's name, as GitHub makes it; each once."""
        name = re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")
        while name in self.ids:
            name += "-"
        self.ids.add(name)
        return name

    def _fence(self, kind: str, lines: list[str], at: int) -> str:
        text = "\n".join(lines)
        if kind != "python" or ">>>" not in text:
            return f'<pre class="{kind or "text"}"><code>{escape(text)}</code></pre>'
        examples = doctest.DocTestParser().get_examples(text + "\n")
        number = len(self.blocks)
        self.blocks.append(Block(at + 2, examples))
        shown = "".join(
            f"<b>{escape(line[:3])}</b>{escape(line[3:])}\n"
            if line.startswith((">>>", "..."))
            else f"<samp>{escape(line)}</samp>\n"
            for line in lines
        )
        return (
            f'<div class="block" data-block="{number}">'
            f'<pre class="python"><code>{shown.rstrip()}</code></pre></div>'
        )

    def _list(self, lines: list[str]) -> str:
        """Return a list; an item's further lines are set in."""
        items: list[list[str]] = []
        for line in lines:
            found = ITEM.match(line)
            if found:
                items.append([line[found.end() :]])
            else:
                items[-1].append(re.sub(r"^ {1,3}", "", line))
        start = ITEM.match(lines[0])
        kind = "ol" if start and start[1] else "ul"
        made = [f"<li>{self._item(item)}</li>" for item in items]
        return f"<{kind}>{chr(10).join(made)}</{kind}>"

    def _item(self, lines: list[str]) -> str:
        while lines and not lines[-1].strip():
            lines.pop()
        if all(line.strip() for line in lines) and not any(map(FENCE.match, lines)):
            return self.words("\n".join(lines))
        return self.lines(lines)

    def _table(self, lines: list[str]) -> str:
        rows = [re.split(r"(?<!\\)\|", line.strip()[1:-1]) for line in lines]
        head, rest = rows[0], rows[2:]
        made = []
        if any(cell.strip() for cell in head):
            made.append(self._row(head, "th"))
        made += [self._row(row, "td") for row in rest]
        return f'<div class="wide"><table>{chr(10).join(made)}</table></div>'

    def _row(self, cells: list[str], kind: str) -> str:
        made = "".join(f"<{kind}>{self.words(cell.strip())}</{kind}>" for cell in cells)
        return f"<tr>{made}</tr>"

    def words(self, text: str) -> str:
        """Return a piece of running text as HTML.

        >>> Writer(lambda target: None).words("**a** [b](c.md) \\\\*d")
        '<strong>a</strong> b *d'
        """
        found, at = [], 0
        for match in INLINE.finditer(text):
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
