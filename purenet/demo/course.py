"""Andrew Ng's exercise 4 from top to bottom, its figures beside those found here

The course's own files, ex4data1.mat and ex4weights.mat, are read from the
folder that --data or the environment variable PURENET_COURSE names. Without
them the course's digits are made out of MNIST, or of the built-in digits
where there is no MNIST.
"""

from __future__ import annotations

import sys

from purenet.console.arguments import Add, at_least
from purenet.console.programs import printing
from purenet.course.walk import ITERATIONS, walk


def options(add: Add) -> None:
    """Add the options."""
    add("--data", metavar="FOLDER", help="with ex4data1.mat and ex4weights.mat")
    add("--full", action="store_true", help="learn from all 5,000 digits")
    add("--iterations", type=at_least(1), default=ITERATIONS, metavar="N", help="(50)")
    add("--seed", type=int, default=0, help="for another run (0)")


main = printing(walk, options)


if __name__ == "__main__":
    sys.exit(main())
