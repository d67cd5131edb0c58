"""What the lessons' live figures ask: a step by hand, and XOR learned.

The pencil network of lessons 4 and 9: Python calculates, a page only shows. Networks
come as the page holds them, their weights and biases in lists, and go back so.

>>> told = one_step({"x": [1, 0.5], "y": 1, "eta": 1.0})
>>> [round(a_j, 3) for a_j in told["activations"][1]]
[0.881, 0.881, 0.076]
>>> round(told["cost"], 4)
0.1118
"""

from __future__ import annotations

from purenet.network import Network
from purenet.web.asked import Message, finite, whole
from purenet.words import say

START = {
    "weights": [[[1, 2], [3, -4], [-2, 1]], [[2, -1, 3]]],
    "biases": [[0, 1, -1], [-1]],
}
_XOR = [([a, b], [float(a != b)]) for a in (0.0, 1.0) for b in (0.0, 1.0)]
_FINE = 21  # places along a side of the drawn surface
_MOST_EPOCHS = 500


def _network(question: Message) -> Network:
    """Return the 2-3-1 network of a question."""
    weights, biases = question.get("weights"), question.get("biases")
    try:
        w = [[[finite(n) for n in row] for row in layer] for layer in weights or []]
        b = [[finite(n) for n in layer] for layer in biases or []]
    except TypeError:
        raise ValueError(say("weights and biases are lists of numbers")) from None
    net = Network.from_weights(w, b)
    if net.sizes != [2, 3, 1]:
        raise ValueError(say("the network here is 2-3-1"))
    return net


def one_step(question: Message) -> Message:
    """Return all numbers of one step of gradient descent, for one example.

    question: x, y and eta, and weights and biases unless they are START's. deltas:
    of the hidden layer and the output; weights, biases, cost_after: after the step.
    """
    net = _network({**START, **question})
    before = _held(net)
    x, y = question.get("x"), [finite(question.get("y"))]
    if not isinstance(x, list) or len(x) != 2:
        raise ValueError(say("x is a list of two numbers"))
    x, eta = [finite(number) for number in x], finite(question.get("eta"))
    zs, activations = net.forward(x)
    deltas, nabla_w = net.backprop(x, y)
    net.update_mini_batch([(x, y)], eta)
    return {
        "zs": zs,
        "activations": activations,
        "cost": (activations[-1][0] - y[0]) ** 2 / 2,
        "cost_after": (net.feedforward(x)[0] - y[0]) ** 2 / 2,
        "deltas": deltas,
        "nabla_w": [[list(row) for row in nabla] for nabla in nabla_w],
        "before": before,
        **_held(net),
    }


def _held(net: Network) -> Message:
    """Return a network as the page holds it."""
    return {
        "weights": [[list(row) for row in w] for w in net.weights],
        "biases": [list(b) for b in net.biases],
    }


def learn_xor(question: Message) -> Message:
    """Let a network learn XOR for some epochs; without weights, begin with a seed.

    surface: its output over the square from (0, 0) to (1, 1), row by row, x2 upwards.
    """
    if question.get("weights"):
        net = _network(question)
    else:
        net = Network([2, 3, 1], seed=whole(question, "seed", 0, 10**6))
    epochs = whole(question, "epochs", 0, _MOST_EPOCHS)
    eta = finite(question.get("eta"))
    for _ in range(epochs):
        net.update_mini_batch(_XOR, eta)
    cost = sum((net.feedforward(x)[0] - y[0]) ** 2 for x, y in _XOR) / (2 * len(_XOR))
    places = [k / (_FINE - 1) for k in range(_FINE)]
    surface = [net.feedforward([x1, x2])[0] for x2 in reversed(places) for x1 in places]
    return {"cost": cost, "surface": [round(a, 3) for a in surface], **_held(net)}


FIGURES = {"one_step": one_step, "learn_xor": learn_xor}  # what figures ask
