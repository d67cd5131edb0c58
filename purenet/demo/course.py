"""Andrew Ng's exercise 4 from top to bottom, its figures beside those found here

The course's own files, ex4data1.mat and ex4weights.mat, are read from the
folder that --data or the environment variable PURENET_COURSE names. Without
them the course's digits are made out of MNIST, or of the built-in digits
where there is no MNIST.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from purenet.console.arguments import Parser, at_least
from purenet.console.programs import program
from purenet.console.terminal import can
from purenet.course.walk import ITERATIONS, walk


def main(argv: Sequence[str] | None = None) -> int:
    """Print the demo."""
    parser = Parser(prog=program(__name__), description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--data", metavar="FOLDER", help="with ex4data1.mat and ex4weights.mat")
    add("--full", action="store_true", help="learn from all 5,000 digits")
    add("--iterations", type=at_least(1), default=ITERATIONS, metavar="N", help="(50)")
    add("--seed", type=int, default=0, help="for another run (0)")
    args = parser.parse_args(argv)
    for line in walk(args.data, args.full, args.iterations, args.seed, can(sys.stdout)):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
