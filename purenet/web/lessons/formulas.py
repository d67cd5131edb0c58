"""Formulas as a lesson has them, in the signs of Unicode, set as MathML.

A fence of the kind `formula` is read well as it stands, and set by a browser. A sign
that is written low or high hangs on what stands before it, and so does w_ji; a / b is
a fraction, of what stands together without a space or in brackets; √ is a root. All
else, words too, is as it is written. Each line is a line.

>>> print(mathml("a / 2"))
<mfrac><mi>a</mi><mn>2</mn></mfrac>
>>> print(mathml("wⱼ²"))
<msup><msub><mi>w</mi><mi>j</mi></msub><mn>2</mn></msup>
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape

_LOW = "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
_HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_TOKEN = re.compile(
    rf"(?P<low>[{_LOW}]+|_\w+)|(?P<high>[{_HIGH}]+|[′']+)|(?P<space>\s+)"
    r"|(?P<number>\d[\d,]*(?:\.\d+)?|½)|(?P<name>[A-Za-zα-ω]+|[∂∇Δ]|[一-鿿]+)"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<root>√)|(?P<over>/)|(?P<sign>->|.)"
)
_SIGNS = {"->": "→", "-": "−", "*": "·", "'": "′"}
_SPACE = ("space", '<mspace width="0.22em"></mspace>')
# The kinds of which fractions and roots are made, each as one letter.
_SHORT = dict.fromkeys(("number", "name", "group"), "t")
_SHORT |= {"space": " ", "over": "/", "root": "√"}
_Row = list["tuple[str, str]"]  # of each piece its kind, and its markup


def formula(text: str) -> str:
    """Return a fence of formulas, its lines below one another."""
    rows = "".join(
        f"<mtr><mtd>{mathml(line)}</mtd></mtr>" for line in text.split("\n") if line
    )
    table = f'<mtable columnalign="left" displaystyle="true">{rows}</mtable>'
    return f'<math display="block">{table}</math>'


def mathml(text: str) -> str:
    """Return a line as the elements of a formula."""
    return "".join(markup for _, markup in _row(_TOKEN.finditer(text), 0))


def _row(tokens: Iterator[re.Match[str]], depth: int) -> _Row:
    """Read up to the bracket that closes this depth, or the end."""
    row: _Row = []
    for token in tokens:
        kind, found = str(token.lastgroup), token[0]
        if kind == "close" and depth:
            return [*_set(row), (kind, f"<mo>{found}</mo>")]
        if kind == "open":
            inner = "".join(markup for _, markup in _row(tokens, depth + 1))
            row.append(("group", f"<mo>{found}</mo>{inner}"))
        elif kind == "space" and len(found) == 1 and row and row[-1][0] == "sign":
            continue  # a browser sets signs apart
        elif kind in ("low", "high") and row:
            tag = "msub" if kind == "low" else "msup"
            row[-1] = ("name", f"<{tag}>{_one(row[-1])}{_hung(found)}</{tag}>")
        else:
            if kind == "sign" and row and row[-1] == _SPACE:
                row.pop()
            row.append((kind, _plain(kind, found)))
    return _set(row)


def _plain(kind: str, found: str) -> str:
    if kind == "space":
        return f'<mspace width="{min(0.22 * len(found), 2):.2f}em"></mspace>'
    tag = {"number": "mn", "name": "mi"}.get(kind, "mo")
    return f"<{tag}>{escape(_SIGNS.get(found, found), False)}</{tag}>"


def _hung(found: str) -> str:
    """Return what is written low or high, in its usual signs."""
    if found[0] in "′'":
        return f"<mo>{'′' * len(found)}</mo>"
    usual = unicodedata.normalize("NFKC", found.lstrip("_")).replace("\u2212", "-")
    signs = "".join(map(mathml, usual))
    return f"<mrow>{signs}</mrow>" if len(usual) > 1 else signs


def _one(piece: tuple[str, str], bare: bool = False) -> str:
    """Return a piece as one element; bare: without the brackets around it."""
    kind, markup = piece
    if kind != "group":
        return markup
    if bare:
        markup = re.sub(r"^<mo>\(</mo>(.*)<mo>\)</mo>$", r"\1", markup)
    return f"<mrow>{markup}</mrow>"


def _set(row: _Row) -> _Row:
    """Set roots; then what stands together before and behind a / as a fraction."""
    for pattern, tag in (("√(t)", "msqrt"), ("(t+) ?/ ?(t+)", "mfrac")):
        while found := re.search(pattern, "".join(_SHORT.get(p[0], "?") for p in row)):
            ends = [found.span(group) for group in range(1, found.re.groups + 1)]
            parts = "".join(_term(row[first:end]) for first, end in ends)
            row[slice(*found.span())] = [("name", f"<{tag}>{parts}</{tag}>")]
    return row


def _term(term: _Row) -> str:
    if len(term) == 1:
        return _one(term[0], bare=True)
    return "<mrow>{}</mrow>".format("".join(map(_one, term)))
