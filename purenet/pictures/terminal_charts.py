"""Charts in a terminal: bars and curves.

All functions return lines of text, at most `columns` wide. `style` is one of
`purenet.console.terminal.STYLES`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from purenet.console.terminal import check_style, padded, width
from purenet.pictures.pixels import check_names
from purenet.words import say


def bars(
    values: Sequence[float], labels: Sequence[str] = (), style: str = "ascii",
    columns: int = 80,
) -> list[str]:  # fmt: skip
    """Draw one bar a value, with its label before and the number behind.

    values: from 0 upwards, the largest a full bar; labels: none (then 0, 1, 2 …), or
    one each.
    >>> for line in bars([1.0, 0.5, 0.0], ["yes", "half", "no"], columns=20):
    ...     print(line)
    yes  ########## 1.00
    half #####      0.50
    no              0.00
    """
    check_style(style)
    labels = labels or [str(number) for number in range(len(values))]
    check_names(labels, values)
    for value in values:
        if value < 0:
            raise ValueError(say("a bar cannot show {}: it begins at 0", value))
    numbers = [f"{v:.2f}" if isinstance(v, float) else str(v) for v in values]
    before = max((width(label) for label in labels), default=0)
    room = columns - before - 2 - max((len(text) for text in numbers), default=0)
    full = max(values, default=0.0) or 1.0
    return [
        f"{padded(label, before)} {_bar(value / full, max(1, room), style)} {number}"
        for label, value, number in zip(labels, values, numbers)
    ]


def _bar(share: float, room: int, style: str) -> str:
    """Return one bar, filled up with spaces to its room."""
    eighths = int(share * room * 8)
    if style == "ascii":
        return ("#" * (eighths // 8)).ljust(room)
    return ("█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8]).strip().ljust(room)


def curves(
    series: Sequence[Sequence[float]], names: Sequence[str] = (), style: str = "ascii",
    columns: int = 80, rows: int = 17, low: float = 0.0, high: float = 0.0,
    first: float = 0, last: float = 0,
) -> list[str]:  # fmt: skip
    """Draw one or more curves over a common axis, such as learning curves.

    series: lists of numbers, each spread over the whole width; names: none, or one
    each, shown below; low and high: the ends of the upright axis (both 0: from the
    numbers); first and last: of the other (both 0: places, from 0).

    >>> for line in curves([[0.0, 1.0, 2.0]], columns=16, rows=3):
    ...     print(line)
    2.00 |         *
    1.00 |    *
    0.00 |*
         +----------
          0        2
    """
    check_style(style)
    everything = [value for numbers in series for value in numbers]
    if not everything:
        raise ValueError(say("no points to draw"))
    check_names(names, series)
    if low == high:
        low, high = min(everything), max(everything)
    longest = max(map(len, series))
    if first == last == 0:
        last = longest - 1
    marks = "*o+x" if style == "ascii" else "•○×+"
    labels = _axis_labels(low, high, rows)
    width = columns - len(labels[0]) - 2
    canvas = [[" "] * width for _ in range(rows)]
    apart = longest * len(series) * 2 < width
    for number, values in enumerate(series):
        for place, value in enumerate(values):
            share = (value - low) / (high - low) if high > low else 0.0
            if 0.0 <= share <= 1.0:
                row = canvas[rows - 1 - round(share * (rows - 1))]
                column = round(place * (width - 1) / max(1, longest - 1))
                if apart:  # where another's mark is, it goes beside that
                    free = [k for k in range(width) if row[k] == " "]
                    column = min(free, key=lambda k: abs(k - column))
                row[column] = marks[number % len(marks)]
    lines = _with_axes(canvas, labels, (f"{first:g}", f"{last:g}"), style)
    margin = " " * (len(labels[0]) + 2)
    return lines + [
        f"{margin}{marks[number % len(marks)]} {name}"
        for number, name in enumerate(names)
    ]


def _axis_labels(low: float, high: float, rows: int) -> list[str]:
    """Return a number for every row from the top: each fourth and the ends."""
    texts = []
    for row in range(rows):
        value = high - (high - low) * row / max(1, rows - 1)
        places = 0 if abs(high - low) >= 100 else 2
        shown = (rows - 1 - row) % 4 == 0 or row == 0 or rows <= 5
        texts.append(f"{value:.{places}f}" if shown else "")
    widest = max(len(text) for text in texts)
    return [text.rjust(widest) for text in texts]


def _with_axes(
    canvas: list[list[str]], labels: list[str], ends: tuple[str, str], style: str
) -> list[str]:
    """Return the canvas as lines, with an upright and a lying axis."""
    upright, corner, lying = "|+-" if style == "ascii" else "│└─"
    width = len(canvas[0])
    margin = " " * (len(labels[0]) + 1)
    lines = [
        f"{label} {upright}{''.join(row)}".rstrip()
        for label, row in zip(labels, canvas)
    ]
    lines.append(f"{margin}{corner}{lying * width}")
    lines.append(f"{margin} {ends[0]}{ends[1]:>{width - len(ends[0])}}")
    return lines


def function(
    f: Callable[[float], float], low: float, high: float, style: str = "ascii",
    columns: int = 80, rows: int = 17,
) -> list[str]:  # fmt: skip
    """Draw the curve of a function of one variable between low and high.

    >>> for line in function(lambda z: z * z, -2.0, 2.0, columns=20, rows=3):
    ...     print(line)
    4.00 |**          **
    2.00 | ***      ***
    0.00 |   ********
         +--------------
          -2           2
    """
    if not low < high:
        raise ValueError(say("{} is not below {}", low, high))
    steps = 2 * columns
    values = [f(low + (high - low) * step / steps) for step in range(steps + 1)]
    return curves([values], (), style, columns, rows, first=low, last=high)
