"""time what one waits for, from Enter to the result, beside NumPy's and others'

5,000 images, five epochs, 10,000 tests after each, from the book's mnist.pkl.gz: whole
programs take turns, with one thread each, and the median of their processor time is
compared. Start it with a Python that has NumPy, scikit-learn and PyTorch.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from statistics import median

from purenet.console.programs import program
from purenet.data.find import find
from purenet.engines.race import ONE_THREAD

READ = """
import gzip, pickle, sys
with gzip.open(sys.argv[1]) as file:
    (x, y), _, (tests, digits) = pickle.load(file, encoding="latin1")
x, y = x[:5000], y[:5000]
"""
SCIKIT_LEARN = (
    READ
    + """
import warnings
from sklearn.neural_network import MLPClassifier
warnings.simplefilter("ignore")
net = MLPClassifier((30,), "logistic", solver="sgd", batch_size=10, alpha=0,
                    momentum=0, learning_rate_init=0.3, random_state=0)
for epoch in range(5):
    net.partial_fit(x, y, classes=range(10))
    print(net.score(tests, digits))
"""
)
PYTORCH = (
    READ
    + """
import torch
from torch import nn
torch.set_num_threads(1)
net = nn.Sequential(nn.Linear(784, 30), nn.Sigmoid(), nn.Linear(30, 10), nn.Sigmoid())
step = torch.optim.SGD(net.parameters(), lr=3.0 / 10)
x, tests, digits = map(torch.from_numpy, (x, tests, digits))
wanted = torch.eye(10)[torch.from_numpy(y)]
for epoch in range(5):
    for batch in torch.randperm(5000).split(10):
        step.zero_grad()
        (0.5 * (net(x[batch]) - wanted[batch]) ** 2).sum().backward()
        step.step()
    with torch.no_grad():
        print((net(tests).argmax(1) == digits).float().mean().item())
"""
)
NUMPY = """
import json, sys
from lessons.making.race import Chapter, the_book_s_program
the_book_s_program(json.dumps(Chapter(sys.argv[1], 5000, epochs=5)))
"""
OURS = "-m", "purenet", "--lang", "en", "train", "--test", "10000", "--data"


def seconds(*command: str) -> float:
    """Run a program to its end, and return the processor's seconds it took."""
    import resource  # Windows has none

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    printed = subprocess.run(
        command, env={**os.environ, **ONE_THREAD}, capture_output=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{command[0]}: {printed.stdout.split()[-1].decode()}", file=sys.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(argv: Sequence[str] | None = None) -> int:
    """Print how long each takes, and how many times scikit-learn's time that is."""
    parser = argparse.ArgumentParser(prog=program(__name__), description=__doc__)
    parser.add_argument("--data", metavar="FILE", help="the book's mnist.pkl.gz")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    args = parser.parse_args(argv)
    data, python = str(find(args.data).path), sys.executable
    runs = {
        "scikit-learn": (python, "-c", SCIKIT_LEARN, data),
        "CPython": (python, *OURS, data),
        "the book's program with NumPy": (python, "-c", NUMPY, data),
        "PyTorch": (python, "-c", PYTORCH, data),
    }
    if pypy := shutil.which("pypy3"):
        runs["PyPy"] = pypy, *OURS, data
    took: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(args.rounds):
        for name, command in runs.items():
            took[name].append(seconds(*command))
    for name, each in took.items():
        ratio = median(each) / median(took["scikit-learn"])
        print(f"{name:<30} {median(each):5.1f} s {ratio:5.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
