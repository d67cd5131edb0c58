"""measure lesson 5's figures: ten outputs against four, digits in two parts"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from purenet.console.programs import program
from purenet.data.image import Image
from purenet.engines.packed import PackedNetwork
from purenet.gates import from_bits, to_bits
from purenet.mnist_loader import load_data, load_data_wrapper

BITS = [[*to_bits(digit), 0, 0, 0][:4] for digit in range(10)]


def in_parts(image: Image) -> bool:
    """Say whether there is a white column between others of a digit."""
    inked = "".join(".#"[any(list(image)[k::28])] for k in range(28))
    return "." in inked.strip(".")


def main(argv: Sequence[str] | None = None) -> int:
    """Print them: a minute a network on one core."""
    parser = argparse.ArgumentParser(prog=program(__name__), description=__doc__)
    parser.add_argument("data", help="where MNIST is")
    data = parser.parse_args(argv).data
    training, _, tests = load_data_wrapper(data, train=5000, validation=0)
    bits = [(x, [float(b) for b in BITS[y.index(1.0)]]) for x, y in training]
    print(sum(in_parts(x) for x in load_data(data, train=0)[2][0]), "in two parts")
    for seed in range(4):
        ten = PackedNetwork([784, 30, 10], seed=seed, init="scaled")
        four = PackedNetwork([784, 30, 4], seed=seed, init="scaled")
        for _ in zip(ten.train(training, 10, 10, 3.0), four.train(bits, 10, 10, 3.0)):
            pass
        read = [[int(a >= 0.5) for a in four.feedforward(x)] for x, _ in tests]
        right = sum(from_bits(b) == y for b, (_, y) in zip(read, tests))
        each = [
            sum(b[k] == BITS[y][k] for b, (_, y) in zip(read, tests)) for k in range(4)
        ]
        print(f"ten {ten.evaluate(tests):,} four {right:,} bits {each}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
