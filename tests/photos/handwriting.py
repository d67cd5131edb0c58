"""Photographs made up for the tests: digits on uneven paper, in any size."""

from purenet.data.image import SIDE


def enlarged(image, scale):
    """Return a digit as rows of ink, 0.0 to 1.0, scale times as large."""
    rows = [[g / 255 for g in bytes(image)[y : y + SIDE]] for y in range(0, 784, SIDE)]

    def line(values, length):
        out = []
        for k in range(length):
            at = min(max(0.0, (k + 0.5) / scale - 0.5), len(values) - 1.001)
            whole = int(at)
            share = at - whole
            out.append(values[whole] * (1 - share) + values[whole + 1] * share)
        return out

    size = int(SIDE * scale)
    wide = [line(row, size) for row in rows]
    return [list(row) for row in zip(*(line(column, size) for column in zip(*wide)))]


def cropped(rows):
    """Return the rectangle that holds the ink."""
    rows = [row for row in rows if max(row) > 0.05]
    columns = [column for column in zip(*rows) if max(column) > 0.05]
    return [list(row) for row in zip(*columns)]


def photograph(rng, ink, width, height, left, top):
    """Return rows of brightness: ink on paper with light, noise and blur.

    The paper and the ink have any colour with enough contrast; one in four
    is light on dark. A shadow lies over a side, sharp or soft.
    """
    paper, pen = rng.uniform(0.6, 1.0), rng.uniform(0.0, 0.3)
    if rng.random() < 0.25:
        paper, pen = pen, paper
    noise = rng.choice((0.0, 0.01, 0.03))
    dark, soft = rng.uniform(0.5, 1.0), rng.choice((3.0, width / 4, width))
    slope, edge = rng.uniform(-1, 1), rng.uniform(0.1, 0.9) * width
    rows = []
    for y in range(height):
        row = []
        for x in range(width):
            inside = 0 <= y - top < len(ink) and 0 <= x - left < len(ink[0])
            share = ink[y - top][x - left] if inside else 0.0
            value = paper + (pen - paper) * share
            lit = (x + slope * y - edge) / soft + 0.5
            value *= dark + (1 - dark) * min(1.0, max(0.0, lit))
            row.append(value + rng.gauss(0.0, noise) if noise else value)
        rows.append(row)
    if rng.random() < 0.3:
        rows = blur(rows)
    return [bytes(int(255 * min(1.0, max(0.0, v))) for v in row) for row in rows]


def blur(rows):
    """Return rows out of focus: the mean of 3 x 3 pixels, twice."""
    for _ in range(4):
        means = ([(a + b + c) / 3 for a, b, c in zip(r[:1] + r, r, r[1:] + r[-1:])]
                 for r in rows)  # fmt: skip
        rows = [list(column) for column in zip(*means)]
    return rows


def one_digit(rng, image):
    """Return a photograph with one digit somewhere on it."""
    ink = cropped(enlarged(image, rng.uniform(1.5, 7.0)))
    margin = [rng.randrange(4, 30 + len(ink)) for _ in range(4)]
    width = len(ink[0]) + margin[0] + margin[1]
    height = len(ink) + margin[2] + margin[3]
    return photograph(rng, ink, width, height, margin[0], margin[2])


def row_of_digits(rng, images, touching=0.2):
    """Return a photograph of digits in a row, and the columns of each.

    touching: how likely two neighbours come so near that they touch.
    """
    scale = rng.uniform(1.5, 4.0)
    inks = [cropped(enlarged(i, scale * rng.uniform(0.9, 1.1))) for i in images]
    height = max(len(ink) for ink in inks)
    row = [[] for _ in range(height)]
    places = []
    for ink in inks:
        gap = rng.randrange(int(2 * scale), int(12 * scale))
        if places and rng.random() < touching:
            gap = -int(rng.uniform(0.5, 2.0) * scale)
        places.append(_append(row, ink, gap, rng.randrange(height - len(ink) + 1)))
    left, right, top, below = (rng.randrange(5, 40) for _ in range(4))
    size = len(row[0]) + left + right, height + top + below
    rows = photograph(rng, row, *size, left, top)
    return rows, [(a + left, b + left) for a, b in places]


def _append(row, ink, gap, top):
    """Add a digit's ink to the right of a row; a gap below 0 overlaps."""
    start = max(0, len(row[0]) + gap)
    for y, line in enumerate(row):
        line += [0.0] * (start + len(ink[0]) - len(line))
        if 0 <= y - top < len(ink):
            for x, value in enumerate(ink[y - top], start):
                line[x] = max(line[x], value)
    return start, start + len(ink[0])
