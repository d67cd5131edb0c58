"""a network learns to read digits in seconds; some of its hits and misses"""

from __future__ import annotations

from collections.abc import Iterator

from purenet.console.arguments import DATA, count, option, whole
from purenet.console.programs import printing
from purenet.data.find import find
from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.pictures.terminal import digits
from purenet.words import say

_SHOWN = 3


def lines(
    data: str | None, train: int, test: int, seed: int, style: str = "ascii"
) -> Iterator[str]:
    """Yield a training, epoch by epoch, then digits read right and wrong."""
    found = find(data)
    training_data, _, test_data = load_data_wrapper(
        found.name, train=train, validation=0, test=test
    )
    yield say("Data: {}", found)
    yield say("A network 784-30-10 learns from {:,} images:", len(training_data))
    net = Network([784, 30, 10], seed=seed, init="scaled")
    for epoch in net.train(training_data, 4, 10, 3.0, test_data=test_data):
        yield str(epoch)
    answers = [(x, digit, net.predict(x)) for x, digit in test_data]
    for title, hit in ((say("Read right:"), True), (say("Read wrong:"), False)):
        some = [a for a in answers if (a[1] == a[2]) == hit][:_SHOWN]
        if some:
            yield ""
            yield title
            captions = [say("{}, read as {}", *both) for _, *both in some]
            yield from digits([x for x, _, _ in some], captions, style)


main = printing(
    __name__,
    lines,
    DATA,
    count("--train", 1000, help="(1000)"),
    count("--test", 500, help="(500)"),
    option("--seed", type=whole, default=0, help="for another run (0)"),
)
