"""The pictures that carry an argument: boxes with arrows, bars, pieces of digits.

They stand beside `_images`, which names all pictures; here is how these are made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lessons.making._gates import arrow
from purenet.console.terminal import width
from purenet.data import builtin
from purenet.data.image import Image
from purenet.demo.darkness import average_darkness
from purenet.perceptron import Perceptron
from purenet.pictures import charts, grids
from purenet.pictures.drawing import Drawing
from purenet.pictures.pixels import grey_rows
from purenet.sigmoid import sigmoid
from purenet.words import say

# name: where its middle is, and its words, line by line
Boxes = Mapping[str, tuple[tuple[float, float], Sequence[str]]]


def boxes(
    size: tuple[float, float],
    title: str,
    places: Boxes,
    arrows: Sequence[tuple[str, str]],
    wide: float = 130,
) -> Drawing:
    """Draw boxes with words, and arrows from one's right side to another's left."""
    draw = Drawing(*size, title)
    for start, end in arrows:
        (x1, y1), (x2, y2) = places[start][0], places[end][0]
        arrow(draw, x1 + wide / 2, y1, x2 - wide / 2, y2)
    for (x, y), words in places.values():
        high = 18 * len(words) + 14
        draw.box(x - wide / 2, y - high / 2, wide, high, "faint", corner=6)
        for line, text in enumerate(words):
            below = 18 * (line - (len(words) - 1) / 2)
            draw.text(x, y + 5 + below, text, "ink", "middle")
    return draw


def bars(title: str, values: Mapping[str, float], unit: str) -> Drawing:
    """Draw a bar a value from 0 on, its name before it and the number behind."""
    left = 24 + 7.5 * max(map(width, values))
    full = 460 - left
    draw = Drawing(560, 24 * len(values) + 24, title)
    for index, (name, value) in enumerate(values.items()):
        y, long = 12 + 24 * index, full * value / max(values.values())
        draw.text(left - 8, y + 16, name, "ink", "end")
        draw.box(left, y + 4, max(1.0, long), 16, "blue", corner=2)
        draw.text(left + long + 8, y + 16, f"{value:,g} {unit}", "dim")
    return draw


def small_change() -> Drawing:
    """Draw what the answer does while one weight grows: lesson 3's experiment."""
    places = [2 + k / 50 for k in range(101)]
    rain = [0.0, 1.0, 1.0]
    step = [(w, float(Perceptron([6, w, 2], bias=-5)(rain))) for w in places]
    curve = [(w, sigmoid(w + 2 - 5)) for w in places]
    return charts.curves(
        [step, curve],
        [say("perceptron"), say("sigmoid neuron")],
        say("The output while one weight grows from 2 to 4"),
        say("the weight of the friend"),
        say("output"),
        (0.0, 1.0),
    )


def first_of(digits: Sequence[int]) -> list[Image]:
    """Return the built-in test images that lesson 5 writes its number with."""
    _, _, (images, labels) = builtin.load(train=0, validation=0, test=1000)
    return [images[labels.index(digit)] for digit in digits]


def cut_apart() -> Drawing:
    """Draw the number 504192 as one strip, and below it the six pieces."""
    images = first_of([5, 0, 4, 1, 9, 2])
    rows = [[*map(grey_rows, images)]]
    strip = [[grey for image in rows[0] for grey in image[row]] for row in range(28)]
    draw = Drawing(448, 176, say("The number 504192, and the six pieces of it"))
    draw.box(12, 6, 424, 74, "faint")
    draw.tile(14, 8, 420, [[(255 - grey,) * 3 for grey in row] for row in strip])
    for index, image in enumerate(rows[0]):
        inked = [x for x in range(28) if any(row[x] for row in image)]
        first, last = inked[0], inked[-1] + 1
        piece = [[(255 - grey,) * 3 for grey in row[first:last]] for row in image]
        wide = 2.5 * (last - first)
        middle = 14 + 70 * index + 35
        draw.box(middle - wide / 2 - 2, 96, wide + 4, 74, "faint")
        draw.tile(middle - wide / 2, 98, wide, piece)
    return draw


def four_pieces() -> Drawing:
    """Draw a 0 in four quarters, and the whole that they make."""
    [zero] = first_of([0])
    corners = {
        say("upper left"): (0, 0),
        say("upper right"): (0, 1),
        say("lower left"): (1, 0),
        say("lower right"): (1, 1),
    }
    pieces = [
        [
            value if (k // 28 // 14, k % 28 // 14) == corner else 0.0
            for k, value in enumerate(zero)
        ]
        for corner in corners.values()
    ]
    return grids.digits(
        [*pieces, list(zero)],
        [*corners, say("together")],
        columns=5,
        size=96,
        title=say("The four quarters of a 0, and the 0"),
    )


def smaller_questions() -> Drawing:
    """Draw how the question for a bicycle falls into smaller ones."""
    return boxes(
        (640, 250),
        say("Networks inside a network: small questions, then larger ones"),
        {
            "edge": ((85, 60), [say("a round edge?")]),
            "spokes": ((85, 120), [say("thin lines that"), say("meet inside?")]),
            "tubes": ((85, 195), [say("straight lines that"), say("make triangles?")]),
            "wheel": ((245, 60), [say("two wheels?")]),
            "saddle": ((245, 125), [say("a saddle above?")]),
            "frame": ((245, 195), [say("a frame between?")]),
            "bicycle": ((405, 125), [say("a bicycle?")]),
            "answer": ((555, 125), [say("yes or no")]),
        },
        [("edge", "wheel"), ("spokes", "wheel"), ("tubes", "frame"),
         ("wheel", "bicycle"), ("saddle", "bicycle"), ("frame", "bicycle"),
         ("bicycle", "answer")],
    )  # fmt: skip


def darkness() -> Drawing:
    """Draw how much ink each built-in digit has on average."""
    (images, labels), _, _ = builtin.load(train=5000, validation=0, test=0)
    averages = average_darkness(images, labels)
    return bars(
        say("The ink of each digit on average, in black pixels"),
        {str(digit): round(averages[digit] / 255, 1) for digit in range(10)},
        say("pixels"),
    )


def race() -> Drawing:
    """Draw the steps of lesson 16: the time to learn from one image."""
    return bars(
        say("The time to learn from one image, 784-30-10"),
        {
            say("all pixels, one by one"): 2080,
            say("only pixels with ink"): 647,
            say("many numbers in one"): 107,
            say("equal grey levels once"): 94,
            say("the layers behind"): 71,
            say("the book's, with NumPy"): 46,
        },
        "µs",
    )


def two_machines() -> Drawing:
    """Draw one mini-batch of ten examples, shared out over two machines."""
    return boxes(
        (640, 190),
        say("One step of two machines: half a mini-batch each, one gradient for both"),
        {
            "batch": ((80, 95), [say("a mini-batch:"), say("ten examples")]),
            "one": ((240, 50), [say("machine 0: the"), say("gradient of five")]),
            "two": ((240, 140), [say("machine 1: the"), say("gradient of five")]),
            "average": ((400, 95), ["all_reduce:", say("their sum")]),
            "step one": ((560, 50), [say("machine 0 takes"), say("the step")]),
            "step two": ((560, 140), [say("machine 1 takes"), say("the same step")]),
        },
        [("batch", "one"), ("batch", "two"), ("one", "average"), ("two", "average"),
         ("average", "step one"), ("average", "step two")],
    )  # fmt: skip
