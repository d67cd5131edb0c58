"""The pictures of the lessons, drawn again from what they show.

`python3 -m lessons.making pictures` writes each of them to lessons/images/. What
was measured is kept there beside the pictures, as numbers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from lessons.making import _backward as backward
from lessons.making import _contour as contour
from lessons.making import _figures as figures
from lessons.making import _gates as gates
from purenet.data import builtin
from purenet.descent import descend
from purenet.network import Network
from purenet.pictures import charts, diagrams, grids, history
from purenet.pictures.drawing import Drawing
from purenet.runs import shipped
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.words import say


def step_and_sigmoid() -> Drawing:
    """Draw the step of the perceptron and the smooth curve that replaces it."""
    step = [(-6.0, 0.0), (0.0, 0.0), (0.0, 1.0), (6.0, 1.0)]
    curve = [(k / 10, sigmoid(k / 10)) for k in range(-60, 61)]
    return charts.curves(
        [step, curve],
        [say("step"), say("sigmoid")],
        say("The step function of a perceptron and the sigmoid function"),
        "z",
        say("output"),
    )


def perceptron() -> Drawing:
    """Draw the perceptron that decides about the festival."""
    return gates.perceptron(
        [6, 2, 2],
        -5,
        [say("good weather?"), say("a friend along?"), say("a train there?")],
        say("go?"),
    )


def network() -> Drawing:
    """Draw the chapter's network for digits, with fifteen hidden neurons."""
    return diagrams.network(
        [784, 15, 10], [say("input layer"), say("hidden layer"), say("output layer")]
    )


def valley(in_space: bool = False) -> Drawing:
    """Draw the way down a long valley: C = v1^2 / 2 + 2 v2^2, eta 0.4."""

    def cost(v1: float, v2: float) -> float:
        return v1**2 / 2 + 2 * v2**2

    path = descend(lambda v: cost(*v), [-1.8, 1.6], eta=0.4, steps=12)
    steps = [(v1, v2) for v1, v2 in path]
    if in_space:
        return contour.surface(
            cost, steps, say("A valley over two variables, and the way down into it")
        )
    return contour.valley(
        cost,
        steps,
        title=say("A valley from above, and the way gradient descent takes into it"),
    )


def digits() -> Drawing:
    """Draw forty of the built-in digits, four of each."""
    (images, labels), _, _ = builtin.load(train=200, validation=0, test=0)
    chosen = [
        [image for image, label in zip(images, labels) if label == digit][:4]
        for digit in range(10)
    ]
    rows = [image for row in zip(*chosen) for image in row]
    return grids.digits(rows, columns=10, size=42, title=say("Built-in digits"))


def hidden_weights() -> Drawing:
    """Draw what the first fifteen hidden neurons of the shipped network look at."""
    net = shipped.load()
    return grids.weights(
        list(net.weights[0])[:15], columns=5, title=say("What hidden neurons look at")
    )


def mistakes() -> Drawing:
    """Draw built-in test digits that the shipped network reads wrong."""
    net = shipped.load()
    _, _, (images, labels) = builtin.load(train=0, validation=0, test=500)
    answered = [(x, digit, net.predict(x)) for x, digit in zip(images, labels)]
    return history.mistakes(answered, most=20)


def learning_curve(folder: Path) -> Drawing:
    """Draw the measured runs of learning-curve.json: two outcomes, or three."""
    text = (folder / "learning-curve.json").read_text(encoding="utf-8")
    runs = json.loads(text)["runs"]
    of_10_000 = [[(right, 10_000) for right in run["correct"]] for run in runs]
    return history.curve(*of_10_000, names=[say(run["name"]) for run in runs])


def slow_and_at_once() -> Drawing:
    """Draw how a neuron that is deeply wrong learns, with either cost.

    Its input is 1, it has to answer 0, and starts with w = b = 2; eta 0.15.
    With the quadratic cost delta is a sigma'(z), with the cross-entropy a.
    """
    series = []
    for with_slope in (True, False):
        z, points = 4.0, []
        for epoch in range(301):
            points.append((float(epoch), sigmoid(z)))
            delta = sigmoid(z) * (sigmoid_prime(z) if with_slope else 1.0)
            z -= 2 * 0.15 * delta  # w and b each go down by eta delta
        series.append(points)
    return charts.curves(
        series,
        [say("quadratic cost"), say("cross-entropy")],
        say("The output of a neuron that has to answer 0, with either cost"),
        say("epoch"),
        say("output"),
        (0.0, 1.0),
    )


def roads(folder: Path) -> Drawing:
    """Draw the measured runs of roads.json: three ways to learn the same digits."""
    text = (folder / "roads.json").read_text(encoding="utf-8")
    runs = json.loads(text)["runs"]
    return charts.curves(
        [list(enumerate(run["right"], 1)) for run in runs],
        [say(run["name"]) for run in runs],
        say("Other digits read right after each pass over 5,000"),
        say("passes"),
        say("% right"),
        (0.0, 100.0),
    )


def pencil_network() -> Drawing:
    """Draw the network of lessons 4 and 9, with the numbers of lesson 9."""
    weights = [[[1, 2], [3, -4], [-2, 1]], [[2, -1, 3]]]
    net = Network.from_weights(weights, [[0, 1, -1], [-1]])
    return backward.forward_and_back(net, [1, 0.5], [1])


def drawings(folder: Path) -> dict[str, Callable[[], Drawing]]:
    """Return the name of each picture, and what draws it.

    folder: where the measured numbers are, lessons/images.

    >>> "valley" in drawings(Path("lessons/images"))
    True
    """
    return {
        "step-and-sigmoid": step_and_sigmoid,
        "perceptron": perceptron,
        "nand": gates.nand,
        "half-adder": gates.half_adder,
        "half-adder-perceptrons": lambda: gates.half_adder(as_perceptrons=True),
        "network": network,
        "valley": valley,
        "valley-in-space": lambda: valley(in_space=True),
        "digits": digits,
        "hidden-weights": hidden_weights,
        "mistakes": mistakes,
        "learning-curve": lambda: learning_curve(folder),
        "slow-and-at-once": slow_and_at_once,
        "roads": lambda: roads(folder),
        "forward-and-back": pencil_network,
        "two-hidden-layers": lambda: diagrams.network(
            [784, 12, 9, 10],
            [say("input"), say("hidden"), say("hidden"), say("output")],
        ),
        "bitwise-output": lambda: diagrams.network(
            [10, 4], [say("ten outputs"), say("four bits")]
        ),
        "small-change": figures.small_change,
        "cut-apart": figures.cut_apart,
        "four-pieces": figures.four_pieces,
        "smaller-questions": figures.smaller_questions,
        "darkness": figures.darkness,
        "race": figures.race,
        "two-machines": figures.two_machines,
    }
