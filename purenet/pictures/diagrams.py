"""A network as a diagram: columns of neurons, and every way between them."""

from __future__ import annotations

from collections.abc import Sequence

from purenet.pictures.drawing import Drawing, Point
from purenet.pictures.pixels import check_names
from purenet.words import say

_SHOWN = 15  # of a longer layer only some neurons are drawn, with dots between


def network(sizes: Sequence[int], names: Sequence[str] = ()) -> Drawing:
    """Draw a network: a column of neurons a layer, every way between them.

    sizes: as Network takes them; names: none, or one a layer.

    >>> str(network([2, 3, 1])).count("<circle")
    6
    """
    if not sizes or min(sizes) < 1:
        text = "sizes {}: every layer needs at least one neuron"
        raise ValueError(say(text, list(sizes)))
    check_names(names, sizes)
    tallest = min(_SHOWN, max(sizes))
    height = 24 * max(tallest, 3) + 90
    title = say("A network of {} neurons", "-".join(map(str, sizes)))
    draw = Drawing(170 * len(sizes), height, title)
    middle = 20 + 12 * max(tallest, 3)
    columns = [_column(n, 85.0 + 170 * k, middle) for k, n in enumerate(sizes)]
    for left, right in zip(columns, columns[1:]):
        draw.lines([[a, b] for a in left for b in right], "dim", 0.35)
    for index, (size, column) in enumerate(zip(sizes, columns)):
        _layer(draw, column, size, names[index] if names else "", height)
    return draw


def _column(size: int, x: float, middle: float) -> list[Point]:
    """Return the places of a layer's neurons; a long one has a gap inside."""
    if size <= _SHOWN:
        return [(x, middle + 24 * (k - (size - 1) / 2)) for k in range(size)]
    half = _SHOWN // 2 - 1
    upper = [(x, middle + 24 * (k - (_SHOWN - 1) / 2)) for k in range(half)]
    return upper + [(x, 2 * middle - y) for _, y in reversed(upper)]


def _layer(
    draw: Drawing, column: Sequence[Point], size: int, name: str, height: float
) -> None:
    """Draw a layer's neurons, dots for those not shown, and what it is below."""
    for x, y in column:
        draw.circle(x, y, 8, "ink", "paper")
    x = column[0][0]
    if len(column) < size:
        middle = (column[0][1] + column[-1][1]) / 2
        for k in (-1, 0, 1):
            draw.circle(x, middle + 12 * k, 2, "none", "dim")
    words = say("1 neuron") if size == 1 else say("{} neurons", size)
    draw.text(x, height - 36, name, "ink", "middle")
    draw.text(x, height - 16, words, "dim", "middle")
