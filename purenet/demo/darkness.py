"""the chapter's baseline: guess a digit by how dark its image is"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from purenet.console.arguments import DATA, count
from purenet.console.programs import printing
from purenet.data import DataError
from purenet.data.find import find
from purenet.data.image import Image
from purenet.mnist_loader import load_data
from purenet.pictures.terminal_charts import bars
from purenet.words import say


def darkness(image: Image) -> int:
    """Return how dark an image is: the sum of its grey levels."""
    return sum(bytes(image))


def average_darkness(images: list[Image], labels: list[int]) -> dict[int, float]:
    """Return the average darkness of the images of each digit there is."""
    by_digit: dict[int, list[int]] = {}
    for image, label in zip(images, labels):
        by_digit.setdefault(label, []).append(darkness(image))
    return {digit: sum(all_) / len(all_) for digit, all_ in sorted(by_digit.items())}


def guess(image: Image, averages: dict[int, float]) -> int:
    """Return the digit whose average darkness is nearest to the image's.

    >>> guess(Image(bytes([90]) + bytes(783)), {1: 60.0, 0: 100.0})
    0
    """
    return min(averages, key=lambda digit: abs(averages[digit] - darkness(image)))


def lines(data: str | None, train: int | None, test: int | None) -> Iterator[str]:
    """Yield the averages, and how many test images they tell."""
    found = find(data)
    counts: Any = {"train": train, "validation": 0, "test": test}
    training, _, (images, labels) = load_data(found.name, **counts)
    yield say("Data: {}", found)
    averages = average_darkness(*training)
    if not averages or not images:
        raise DataError("without images there is nothing to guess from: ask for more")
    count = len(training[0])
    yield say("The average darkness of {:,} images, black pixels' worth:", count)
    yield ""
    pixels = [round(average / 255, 1) for average in averages.values()]
    yield from bars(pixels, [*map(str, averages)])
    right = sum(guess(x, averages) == label for x, label in zip(images, labels))
    all_ = len(images)
    yield ""
    yield say("Each test image is taken for the digit with the nearest average:")
    yield say("{:,} of {:,} right, {:.1f} %.", right, all_, 100 * right / all_)
    yield say("Guessing blindly gives 10 %; a small network above 90 %.")


main = printing(
    __name__,
    lines,
    DATA,
    count("--train", None, help="(all)"),
    count("--test", None, help="(all)"),
)
