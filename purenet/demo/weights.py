"""what a hidden neuron looks at: its weights, drawn as a picture

A hidden neuron has a weight for each pixel. Drawn where the pixels are, the
weights show which ink speaks for the neuron and which against it.
"""

from __future__ import annotations

from collections.abc import Iterator

from purenet.console.arguments import DATA, MOST_NEURONS, count, option, whole
from purenet.console.programs import printing
from purenet.data.find import find
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.pictures.terminal import half_size, side_by_side, weights_legend
from purenet.pictures.terminal import weights as drawn
from purenet.words import say


def lines(
    data: str | None, train: int, hidden: int, epochs: int, seed: int,
    style: str = "ascii",
) -> Iterator[str]:  # fmt: skip
    """Yield a training, then a picture for each neuron of the first layer."""
    found = find(data)
    training_data, _, test_data = load_data_wrapper(
        found.name, train=train, validation=0, test=500
    )
    sizes = [784, hidden, 10] if hidden else [784, 10]
    net = Network(sizes, seed=seed, init="scaled")
    yield say("Data: {}", found)
    name, count = "-".join(map(str, sizes)), len(training_data)
    yield say("A network {} learns from {:,} images:", name, count)
    for epoch in net.train(training_data, epochs, 10, 3.0, test_data=test_data):
        yield str(epoch)
    yield ""
    yield weights_legend(style)
    yield ""
    captions = [_vote(net, k) if hidden else say("says {}", k) for k in range(sizes[1])]
    pictures = [drawn(half_size(row), style) for row in net.weights[0]]
    yield from side_by_side(pictures, captions)
    if hidden:
        yield ""
        yield say("Below each: the digits that it speaks for (+) and against (-) most.")


def _vote(net: Network, k: int) -> str:
    """Return the outputs that hidden neuron k raises and lowers most.

    >>> net = Network([784, 2, 3], seed=0)
    >>> net.weights[1][0][1], net.weights[1][1][1], net.weights[1][2][1] = 5, 0, -5
    >>> _vote(net, 1)
    '+0 -2'
    """
    to_output = [row[k] for row in net.weights[1]]
    most, least = max(to_output), min(to_output)
    return f"+{to_output.index(most)} -{to_output.index(least)}"


main = printing(
    __name__,
    lines,
    DATA,
    count("--train", 1000, help="(1000)"),
    count("--hidden", 15, help="0 for none (15)", smallest=0, most=MOST_NEURONS),
    count("--epochs", 5, help="(5)", smallest=0),
    option("--seed", type=whole, default=0, help="for another run (0)"),
)
