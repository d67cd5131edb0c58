"""Pictures of a training: how it went, what it got wrong."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from purenet.pictures import charts, grids
from purenet.pictures.drawing import Drawing
from purenet.words import say

# An image, the digit it shows, the network's answer.
Answered = tuple[Sequence[float], int, int]


def curve(*runs: Sequence[tuple[int, int]], names: Sequence[str] = ()) -> Drawing:
    """Draw the share of test images that were right after each epoch.

    runs: of each (right, total) for each epoch; names: none, or one each. The axis is
    in per cent, and says where it does not begin at 0.

    >>> curve([(8285, 9000)]).title
    'Learning curves: test images recognised after each epoch'
    >>> curve([])
    Traceback (most recent call last):
        ...
    ValueError: no curve without an epoch and test images
    """
    epochs = [epoch for run in runs for epoch in run]
    if not epochs or not all(total for _, total in epochs):
        raise ValueError(say("no curve without an epoch and test images"))
    shares = [[100 * right / total for right, total in run] for run in runs]
    low = min(90.0, 10.0 * math.floor(min(map(min, shares)) / 10))
    title = say("Learning curves: test images recognised after each epoch")
    x = say("epoch (the upright axis begins at {:g} %)", low) if low else say("epoch")
    series = [list(enumerate(run)) for run in shares]
    y = low, 100.0
    return charts.curves(series, names, title, x, say("% recognised"), y, whole=True)


def mistakes(answered: Iterable[Answered], most: int = 100) -> Drawing:
    """Draw the images that were read wrong, the first so many, with digit and answer.

    >>> from purenet.data.image import Image
    >>> "4 as 9" in str(mistakes([(Image(bytes(784)), 4, 9)]))
    True
    """
    wrong = [one for one in answered if one[1] != one[2]]
    images = [image for image, _, _ in wrong[:most]]
    captions = [say("{} as {}", digit, answer) for _, digit, answer in wrong[:most]]
    title = say("{} digits read wrong", len(wrong))
    drawing = grids.digits(images, captions, title=title)
    if not wrong:
        drawing.text(8, 30, say("none"))
    return drawing


def confusion(answered: Iterable[Answered]) -> Drawing:
    """Draw which digit was taken for which: a row a digit, a column an answer.

    The right answers stand on the diagonal; the more frequent a mistake, the stronger
    its orange.

    >>> confusion([([0.0] * 784, 4, 9)]).title
    'Which digit was taken for which'
    """
    counts = Counter((digit, answer) for _, digit, answer in answered)
    worst = max(
        (n for (digit, answer), n in counts.items() if digit != answer), default=1
    )
    cell, middle = 44, 270
    draw = Drawing(500, 502, say("Which digit was taken for which"))
    draw.text(middle, 18, say("the network's answer"), "dim", "middle")
    draw.text(16, middle, say("the digit"), "dim", "middle", upwards=True)
    for digit in range(10):
        y = 50 + digit * cell
        draw.text(36, y + 27, str(digit), "ink", "end")
        draw.text(50 + (digit + 0.5) * cell, 40, str(digit), "ink", "middle")
        for answer in range(10):
            x, count = 50 + answer * cell, counts[digit, answer]
            if answer == digit:
                draw.box(x + 1, y + 1, 42, 42, "faint", corner=3)
            elif count:
                strong = 0.12 + 0.6 * count / worst
                draw.box(x + 1, y + 1, 42, 42, "orange", corner=3, opacity=strong)
            ink = "ink" if count else "dim"
            draw.text(x + 22, y + 27, str(count or "·"), ink, "middle")
    return draw
