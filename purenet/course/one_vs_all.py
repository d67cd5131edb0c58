"""One-vs-all logistic regression: ten neurons, each trained by itself.

The course's exercise 3, and the baseline for its network. One sigmoid neuron learns to
say "a 1, or something else", another "a 2, or something else", and so on; the answer is
the label whose neuron is surest. Each can only draw a straight line, like a perceptron.

>>> images = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0]]
>>> theta = train(images, [1, 2, 3], lmbda=0.1, of=3)
>>> theta.shape
(3, 3)
>>> [predict([theta], x) for x in images]
[1, 2, 3]
"""

from __future__ import annotations

from collections.abc import Sequence

from purenet.checks import Progress
from purenet.course.conjugate_gradient import minimise
from purenet.course.course import examples, predict
from purenet.course.whole_set import WholeSet
from purenet.matrix import Matrix

__all__ = ["predict", "train"]


def train(
    images: Sequence[Sequence[float]], labels: Sequence[int], lmbda: float = 0.1,
    iterations: int = 50, of: int = 10, progress: Progress | None = None,
) -> Matrix:  # fmt: skip
    """Return the course's all_theta: a row a label, its bias and its weights.

    images: m lists of n numbers; labels: m whole numbers from 1 to `of`; lmbda: of the
    regularization; iterations: of the minimiser for each label. In the course:
    oneVsAll; predictOneVsAll is `predict([all_theta], x)`.
    """
    wanted = examples(images, labels, of)
    pairs = [(x, y[:1]) for x, y in wanted]
    cost_and_gradient = WholeSet([len(images[0]), 1], pairs, lmbda)
    rows = []
    for place in range(of):
        cost_and_gradient.wanted = [[y[place]] for _, y in wanted]
        start = [0.0] * (len(images[0]) + 1)
        for iteration in minimise(cost_and_gradient, start, iterations):
            if progress:
                progress(place * iterations + iteration.number, of * iterations)
        rows.append(iteration.theta)
    return Matrix(rows)
