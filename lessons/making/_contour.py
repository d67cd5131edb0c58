"""A function of two variables as contour lines, with a path of descent.

The lines are found by marching squares: the plane is cut into small squares;
where a level lies between the values at two neighbouring corners, the line
crosses the edge between them, at the place given by the proportion.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from purenet.pictures.charts import Axes
from purenet.pictures.drawing import Drawing, Point
from purenet.words import say

Surface = Callable[[float, float], float]

LEVELS = (0.1, 0.5, 1, 2, 3, 4, 6, 8)  # the heights that get a line


def valley(
    f: Surface,
    path: Sequence[Point] = (),
    x: Point = (-2.0, 2.0),
    y: Point = (-2.0, 2.0),
    title: str = "",
) -> Drawing:
    """Draw a function of two variables from above, and a path through it.

    f: the function; path: points (v1, v2), the first marked by a circle;
    x, y: the ends of the axes.
    Raise ValueError for an axis without length.

    >>> drawing = valley(lambda v1, v2: v1 * v1 + v2 * v2, [(1.5, 1.5), (0.5, 0.5)])
    >>> "<circle" in str(drawing)
    True
    >>> valley(lambda v1, v2: v1, x=(1.0, 1.0))
    Traceback (most recent call last):
        ...
    ValueError: an axis from 1.0 to 1.0 has no length
    """
    axes = Axes(title or say("Contour lines with a path of descent"), x, y, "v1", "v2")
    draw = axes.drawing
    for level in LEVELS:
        found = joined(crossings(f, level, x, y))
        draw.lines([[axes.place(*p) for p in line] for line in found], "blue", 1)
        for line in found[:1]:
            right = max(axes.place(*p) for p in line)
            draw.text(right[0] - 3, right[1] - 3, f"{level:g}", "blue", "end")
    placed = [axes.place(*point) for point in path]
    draw.lines([placed] if path else [], "orange", 2)
    for index, point in enumerate(placed):
        fill = "orange" if index else "paper"
        draw.circle(*point, 3 if index else 5, "orange", fill, 2)
    return draw


def crossings(
    f: Surface, level: float, x: Point, y: Point, squares: int = 40
) -> list[tuple[Point, Point]]:
    """Return the short lines on which f has this level, one or two a square.

    >>> crossings(lambda a, b: a, 0.5, (0.0, 1.0), (0.0, 1.0), squares=1)
    [((0.5, 0.0), (0.5, 1.0))]
    """
    xs = [x[0] + (x[1] - x[0]) * k / squares for k in range(squares + 1)]
    ys = [y[0] + (y[1] - y[0]) * k / squares for k in range(squares + 1)]
    heights = [[f(a, b) - level for a in xs] for b in ys]
    lines = []
    for j in range(squares):
        for i in range(squares):
            corners = [
                (xs[i + di], ys[j + dj], heights[j + dj][i + di])
                for di, dj in ((0, 0), (1, 0), (1, 1), (0, 1))
            ]
            ends = [
                _between(corners[k], corners[(k + 1) % 4])
                for k in range(4)
                if (corners[k][2] < 0) != (corners[(k + 1) % 4][2] < 0)
            ]
            lines += list(zip(ends[::2], ends[1::2]))
    return lines


def _between(a: tuple[float, float, float], b: tuple[float, float, float]) -> Point:
    """Return where the height is 0 between two corners (x, y, height).

    Always counted from the same corner, so that both squares of an edge
    find the same point.
    """
    a, b = min(a, b), max(a, b)
    share = a[2] / (a[2] - b[2])
    return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))


def joined(pieces: Sequence[tuple[Point, Point]]) -> list[list[Point]]:
    """Join short lines that share an end into long ones.

    >>> joined([((0, 0), (1, 0)), ((2, 0), (1, 0)), ((5, 5), (6, 6))])
    [[(0, 0), (1, 0), (2, 0)], [(5, 5), (6, 6)]]
    """
    at: dict[Point, list[int]] = {}
    for index, piece in enumerate(pieces):
        for end in piece:
            at.setdefault(end, []).append(index)
    left = dict.fromkeys(range(len(pieces)))
    lines = []
    while left:
        first = next(iter(left))
        del left[first]
        line = list(pieces[first])
        _grow(line, pieces, at, left)
        line.reverse()
        _grow(line, pieces, at, left)
        line.reverse()
        lines.append(line)
    return lines


def _grow(
    line: list[Point],
    pieces: Sequence[tuple[Point, Point]],
    at: dict[Point, list[int]],
    left: dict[int, None],
) -> None:
    """Add pieces to the end of a line as long as one fits, and use them up."""
    while True:
        fitting = [index for index in at[line[-1]] if index in left]
        if not fitting:
            return
        del left[fitting[0]]
        one, other = pieces[fitting[0]]
        line.append(other if one == line[-1] else one)
