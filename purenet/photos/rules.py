"""Rules: the lines that are printed on paper, found and taken out of the ink.

A rule is thin, and goes on straight, or nearly, from one edge of the paper to the
other. It is followed from strip to strip across the picture: in each it is darker
than what is a little above and below, on average over so many columns that a stroke
of writing, which is short, counts little. Rules from the top to the bottom are found
in the same way once columns stand as rows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

Rows = list[list[float]]  # of ink: 0.0 none to 1.0 full; or of other numbers

# Chosen on 184 made-up pages, lined and squared, level and tilted, and 771 digits.
THIN = 160  # a rule is thinner than twice this part of the longer side,
CLEAR = 0.03  # and so much darker, on average over a strip, than beside it;
TILT = 0.16  # it rises by less than this,
NEAR = 2  # and lies so near to where it is expected
SKIP = 12  # so many strips in a row may hide it,
SEEN = 0.5  # and it is seen in this share of them
UNEVEN = 0.2  # the distances of rules differ by less than this share

Rule = list[tuple[int, float]]  # strip and row


def unruled(darker: Rows, size: int, desk: Collection[tuple[int, int]]) -> Rows:
    """Return how dark pixels are without the rules of the paper.

    size: of a cell; desk: the cells that are no paper.
    """
    reach = max(3, max(len(darker), len(darker[0])) // THIN)
    level, sure = _without(darker, size, reach, desk)
    across = {(x, y) for y, x in desk}
    return turned(_without(turned(level), size, reach, across, sure)[0])


def turned(rows: Rows) -> Rows:
    """Return columns as rows.

    >>> turned([[1.0, 2.0], [3.0, 4.0]])
    [[1.0, 3.0], [2.0, 4.0]]
    """
    return [list(column) for column in zip(*rows)]


def _without(
    rows: Rows,
    size: int,
    reach: int,
    desk: Collection[tuple[int, int]],
    sure: bool = False,
) -> tuple[Rows, bool]:
    """Take the rules from the left to the right out of rows; say if there were any.

    One line alone may be a stroke: rules are three at least, at even distances. sure:
    that the paper has rules the other way; then one is enough, of a margin say.
    """
    ends = range(size, len(rows[0]) + 1, size)
    strips = turned([[sum(row[k - size : k]) / size for k in ends] for row in rows])
    peaks = [_peaks(strip, reach) for strip in strips]
    slopes = sorted(
        (rule[-1][1] - rule[0][1]) / (rule[-1][0] - rule[0][0])
        for rule in _followed(peaks, 0.0, NEAR + TILT * size, 3)
        if len(rule) > 8
    )
    if slopes:
        slope, last = slopes[len(slopes) // 2], len(strips) - 1
        back = _followed(peaks[::-1], -slope, NEAR, SKIP)
        found = [[(last - k, y) for k, y in rule[::-1]] for rule in back]
        found = [
            rule
            for rule in _followed(peaks, slope, NEAR, SKIP) + found
            if _crosses(rule, rows, len(strips), size, desk)
        ]
        middles = [rule[len(rule) // 2] for rule in found]
        sure = sure or _even([y - slope * k for k, y in middles], reach)
        for rule in found if sure else ():
            _erase(rows, rule, size, reach)
    return rows, sure


def _even(places: Sequence[float], reach: int) -> bool:
    """Say whether there are three lines or more, at even distances but for hidden ones.

    >>> _even([10, 30, 31, 50, 90], 3), _even([10, 30], 3), _even([10, 20, 55], 3)
    (True, False, False)
    """
    ordered = sorted(places)
    gaps = [b - a for a, b in zip(ordered, ordered[1:])]
    apart, last = [], 0.0
    for gap in gaps:
        last += gap
        if last > 2 * reach:
            apart.append(last)
            last = 0.0
    if len(apart) < 2:
        return False
    steps = [gap / min(apart) for gap in apart]
    return all(abs(step - round(step)) < UNEVEN for step in steps)


def _peaks(strip: Sequence[float], reach: int) -> list[int]:
    """Return the rows that are darker than those a little above and below."""
    ends = [0.0] * reach
    beside = map(max, [*ends, *strip], [*strip[reach:], *ends])
    clear = [*ends, *(a - b for a, b in zip(strip, beside)), *ends]
    return [
        y
        for y, c in enumerate(clear[reach:-reach])
        if c > CLEAR and c == max(clear[y : y + 2 * reach + 1])
    ]


def _followed(
    peaks: Sequence[Sequence[int]], slope: float, near: float, skip: int
) -> list[Rule]:
    """Return the chains of peaks from strip to strip, first of such a slope.

    >>> leaving = [[40 - 4 * k] for k in range(10)] + [[]] * 40
    >>> [len(rule) for rule in _followed(leaving, -4.0, NEAR, SKIP)]
    [10]
    """
    found: list[Rule] = []
    live: list[Rule] = []
    for k, new in enumerate(peaks):
        left = [*new]
        for rule in live:
            last, y = rule[-1]
            before, start = rule[max(0, len(rule) - 17)]
            rise = (y - start) / (last - before) if len(rule) > 8 else slope
            ahead = y + rise * (k - last)
            best = min(left, key=lambda p: abs(p - ahead), default=None)  # noqa: B023
            if best is None:
                break
            if abs(best - ahead) <= (NEAR if len(rule) > 8 else near):
                rule.append((k, best if near > NEAR else (ahead + best) / 2))
                left.remove(best)
        fresh: list[Rule] = [[(k, y)] for y in left]
        live = [rule for rule in live if k - rule[-1][0] <= skip or len(rule) > 8]
        live += fresh
        live.sort(key=len, reverse=True)
        found += fresh
    return found


def _crosses(
    rule: Rule, rows: Rows, wide: int, size: int, desk: Collection[tuple[int, int]]
) -> bool:
    """Say whether a rule goes from one edge of the paper to the other."""
    (first, y), (last, z) = rule[0], rule[-1]
    if len(rule) < max(5, SEEN * (last - first + 1)):
        return False
    slope = (z - y) / (last - first)
    for k, row in (first - 1, y - slope), (last + 1, z + slope):
        if 0 <= k < wide and 0 <= row < len(rows):
            if (int(row) // size, k) not in desk:
                return False
        elif 0 <= row < len(rows):  # there it goes on to the very edge
            near = rows[max(0, int(row) - 2 * NEAR) : int(row) + 2 * NEAR + 1]
            if max(each[0 if k < 0 else -1] for each in near) < CLEAR:
                return False
    return True


def _erase(rows: Rows, rule: Rule, size: int, reach: int) -> None:
    """Take a rule out: what is left is as dark as the lighter of both its sides."""
    (first, y), (last, z) = rule[0], rule[-1]
    slope, wide = (z - y) / (last - first) / size, len(rows[0])
    points = [(k * size + size // 2, y) for k, y in rule]
    points = [
        (0, round(y - slope * points[0][0])),
        *points,
        (wide, round(z + slope * (wide - points[-1][0]))),
    ]
    path = [
        min(max(0, round(y + (z - y) * k / (b - a))), len(rows) - 1)
        for (a, y), (b, z) in zip(points, points[1:])
        for k in range(b - a)
    ]
    dark = sorted(rows[y][x] for x, y in enumerate(path))[wide // 2]
    for x, y in enumerate(path):
        above = rows[max(0, y - reach)][x]
        below = rows[min(len(rows) - 1, y + reach)][x]
        least = min(above, below)
        for k in range(max(0, y - reach + 1), min(y + reach, len(rows))):
            if rows[k][x] > least:
                rows[k][x] = max(least, rows[k][x] - dark)
