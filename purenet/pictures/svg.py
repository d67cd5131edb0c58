"""Drawings as SVG text: lines, circles and words in a few named colours.

SVG is text, so a drawing can be kept beside the program that made it and be
compared byte by byte. For that, numbers are written in one way (`number`) and
nothing depends on the time or the machine.

Colours have names, each with a value for light and one for dark
surroundings; which one is shown is decided where the drawing is looked at
(`prefers-color-scheme`), and the paper belongs to the drawing. The colours of
curves (blue, orange, green, purple) differ in lightness too, so that they
stay apart for readers who see colours otherwise.

>>> drawing = Drawing(20, 10, "a line")
>>> drawing.line(0, 0, 20, 10, "blue")
>>> print(drawing)  # doctest: +ELLIPSIS
<svg xmlns="http://www.w3.org/2000/svg" class="purenet" ... viewBox="0 0 20 10" ...
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

# name: (on light paper, on dark paper)
COLOURS = {
    "paper": ("#ffffff", "#0d1117"),
    "ink": ("#1f2328", "#e6edf3"),
    "dim": ("#59636e", "#9198a1"),
    "faint": ("#d1d9e0", "#30363d"),
    "blue": ("#0a5dc2", "#58a6ff"),
    "orange": ("#bc4c00", "#ffa657"),
    "green": ("#116329", "#56d364"),
    "purple": ("#7d2ea8", "#d2a8ff"),
}
CURVES = ("blue", "orange", "green", "purple")
FONT = "font-family:system-ui,sans-serif;font-size:13px"


def number(value: float) -> str:
    """Write a number with at most two decimals, always in the same way.

    >>> number(2.0), number(1.005), number(-0.001), number(12.345)
    ('2', '1', '0', '12.35')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def xml_text(words: str) -> str:
    """Return words as XML text; what XML cannot hold becomes a question mark.

    >>> xml_text("a < b & c\\x1b")
    'a &lt; b &amp; c?'
    """
    return escape(
        "".join(
            letter if letter >= " " and not "\ud800" <= letter <= "\udfff" else "?"
            for letter in words
        )
    )


class Drawing:
    """A picture that grows by line, circle, box, path and text.

    width, height: in pixels; title: what a screen reader says it is.
    x runs to the right and y down, from the upper left corner. Colours are
    names of COLOURS or "none"; another name raises ValueError. `str(drawing)`
    is the whole SVG file; notebooks show a drawing by themselves.

    >>> drawing = Drawing(20, 10, "nothing")
    >>> drawing.circle(5, 5, 2, "pink")
    Traceback (most recent call last):
        ...
    ValueError: no colour 'pink': blue, dim, faint, green, ink, orange, paper, purple
    """

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height, self.title = width, height, title
        self._parts: list[str] = []
        self._classes: set[str] = set()
        self.box(0, 0, width, height, fill="paper", round_=6)

    def _class(self, stroke: str = "none", fill: str = "none") -> str:
        """Return the attributes that colour a shape, and remember them."""
        names = []
        for kind, colour in (("s", stroke), ("f", fill)):
            if colour == "none":
                continue
            if colour not in COLOURS:
                known = ", ".join(sorted(COLOURS))
                raise ValueError(f"no colour {colour!r}: {known}")
            names.append(f"{kind}-{colour}")
        self._classes.update(names)
        missing = ' fill="none"' if fill == "none" else ""
        return f' class="{" ".join(names)}"{missing}' if names else missing

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str = "ink",
        width: float = 1.5,
    ) -> None:
        """Draw a straight line."""
        self.path(
            f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", stroke, width
        )

    def polyline(
        self,
        points: Sequence[tuple[float, float]],
        stroke: str = "ink",
        width: float = 1.5,
        fill: str = "none",
        closed: bool = False,
    ) -> None:
        """Draw straight lines from point to point."""
        d = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.path(d + "Z" * closed, stroke, width, fill)

    def path(
        self, d: str, stroke: str = "ink", width: float = 1.5, fill: str = "none"
    ) -> None:
        """Draw a path given in SVG's own letters."""
        size = f' stroke-width="{number(width)}"' if stroke != "none" else ""
        self._parts.append(f'<path d="{d}"{self._class(stroke, fill)}{size}/>')

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        stroke: str = "ink",
        fill: str = "none",
        width: float = 1.5,
    ) -> None:
        """Draw a circle around (x, y)."""
        size = f' stroke-width="{number(width)}"' if stroke != "none" else ""
        self._parts.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
            f"{self._class(stroke, fill)}{size}/>"
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        stroke: str = "none",
        fill: str = "none",
        round_: float = 0,
    ) -> None:
        """Draw a rectangle; (x, y) is its upper left corner."""
        corner = f' rx="{number(round_)}"' if round_ else ""
        self._parts.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
            f' height="{number(height)}"{corner}{self._class(stroke, fill)}/>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        fill: str = "ink",
        anchor: str = "start",
        size: float = 13,
    ) -> None:
        """Write words; (x, y) is the start, middle or end of their base line."""
        where = f' text-anchor="{anchor}"' if anchor != "start" else ""
        big = f' style="font-size:{number(size)}px"' if size != 13 else ""
        self._parts.append(
            f'<text x="{number(x)}" y="{number(y)}"{where}{big}'
            f"{self._class(fill=fill)}>{xml_text(words)}</text>"
        )

    def arrow(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str = "ink",
        width: float = 1.5,
    ) -> None:
        """Draw a line with a head at (x2, y2)."""
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
        dx, dy = (x2 - x1) / length, (y2 - y1) / length
        self.line(x1, y1, x2 - 5 * dx, y2 - 5 * dy, stroke, width)
        head = [
            (x2, y2),
            (x2 - 8 * dx - 3.5 * dy, y2 - 8 * dy + 3.5 * dx),
            (x2 - 8 * dx + 3.5 * dy, y2 - 8 * dy - 3.5 * dx),
        ]
        self.polyline(head, "none", fill=stroke, closed=True)

    def raw(self, element: str) -> None:
        """Add an SVG element as it stands."""
        self._parts.append(element)

    def __str__(self) -> str:
        width, height = number(self.width), number(self.height)
        title = xml_text(self.title)
        label = title.replace('"', "&quot;")
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" class="purenet"'
            f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
            f' role="img" aria-label="{label}">\n'
            f"<title>{title}</title>\n"
            f"<style>{self._style()}</style>\n" + "\n".join(self._parts) + "\n</svg>\n"
        )

    def _repr_svg_(self) -> str:
        return str(self)

    def _style(self) -> str:
        """Return the rules of the colours used, for light and for dark."""
        light, dark = (
            "".join(
                f".purenet .{name}{{{'fill' if name[0] == 'f' else 'stroke'}:"
                f"{COLOURS[name[2:]][on_dark]}}}"
                for name in sorted(self._classes)
            )
            for on_dark in (0, 1)
        )
        return f".purenet{{{FONT}}}{light}@media(prefers-color-scheme:dark){{{dark}}}"
