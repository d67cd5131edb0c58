"""Andrew Ng's exercise 4 from top to bottom, its figures beside those found here

The course's own files, ex4data1.mat and ex4weights.mat, are read from the
folder that --data or the environment variable PURENET_COURSE names. Without
them the course's digits are made out of MNIST, or of the built-in digits
where there is no MNIST.
"""

from __future__ import annotations

from purenet.console.arguments import count, option
from purenet.console.programs import printing
from purenet.course.walk import ITERATIONS, walk

main = printing(
    __name__,
    walk,
    option("--data", metavar="FOLDER", help="with ex4data1.mat and ex4weights.mat"),
    option("--full", action="store_true", help="learn from all 5,000 digits"),
    count("--iterations", ITERATIONS, help="(50)"),
    option("--seed", type=int, default=0, help="for another run (0)"),
)
