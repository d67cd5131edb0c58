"""A function of two variables, as contour lines or in space, with a path of descent.

The contour lines are found by marching squares: the plane is cut into small squares;
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


def surface(f: Surface, path: Sequence[Point], title: str, end: float = 2.0) -> Drawing:
    """Draw a function of v1 and v2, each from -end to end, in space, and a path on it.

    >>> str(surface(lambda v1, v2: v1 * v1, [(1.0, 1.0)], "")).count("<circle")
    1
    """
    places = [end * (k / 8 - 1) for k in range(17)]
    high = max(f(a, b) for a in places for b in places) or 1.0
    draw = Drawing(460, 270, title)

    def place(a: float, b: float) -> Point:
        return 230 + 95 / end * (a - b), 235 - 44 / end * (a + b) - 120 * f(a, b) / high

    for k in places:
        draw.lines([[place(k, b) for b in places]], "blue", 1)
        draw.lines([[place(a, k) for a in places]], "blue", 1)
    placed = [place(*point) for point in path]
    draw.lines([placed] if path else [], "orange", 2)
    for index, point in enumerate(placed):
        draw.circle(*point, 3 if index else 6, "orange", "orange", 2)
    for name, (x, y) in (("v1", place(end, -end)), ("v2", place(-end, end))):
        draw.text(x, y - 10, name, "dim", "middle")
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
