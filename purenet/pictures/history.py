"""Pictures of a training: how it went, what it got wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from purenet.pictures import charts, grids
from purenet.pictures.drawing import Drawing
from purenet.words import say

# An image, the digit it shows, the network's answer.
Answered = tuple[Sequence[float], int, int]


def curve(results: Sequence[tuple[int, int]]) -> Drawing:
    """Draw the share of test images that were right after each epoch.

    results: (right, total) for each epoch.

    >>> curve([])
    Traceback (most recent call last):
        ...
    ValueError: no curve without an epoch and test images
    """
    if not results or not all(total for _, total in results):
        raise ValueError(say("no curve without an epoch and test images"))
    shares = [right / total for right, total in results]
    return charts.learning_curves([shares], total=1)


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
    """Draw which digit was taken for which.

    >>> confusion([([0.0] * 784, 4, 9)]).title
    'Which digit was taken for which'
    """
    counts = [[0] * 10 for _ in range(10)]
    for _, digit, answer in answered:
        counts[digit][answer] += 1
    return charts.confusion(counts)
