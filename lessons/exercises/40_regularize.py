"""40 · Find the bug: biases that shrink

Lesson: lessons/12-the-course.md

Regularisation makes weights small, and leaves the biases alone. Many programs
for this exercise of the course get it wrong, and their cost is a little too
large: with the course's weights and lambda 1 they find 0.384488, where
0.383770 is right. Here is such a program. Mend both functions.

In a Theta the first column holds the biases.
"""


def extra_cost(theta, lmbda, m):
    """Return what regularisation adds to the cost: lambda / 2m * sum of w^2.

    theta: a list of rows; m: the number of examples.

    >>> extra_cost([[5.0, 1.0, 2.0], [7.0, 3.0, 0.0]], lmbda=2.0, m=4)
    3.5
    """
    total = 0.0
    for row in theta:
        for w in row:
            total += w * w
    return lmbda / (2 * m) * total


def extra_gradient(theta, lmbda, m):
    """Return what it adds to the gradient: lambda / m * w, and 0 for a bias.

    >>> extra_gradient([[5.0, 1.0, 2.0], [7.0, 3.0, 0.0]], lmbda=2.0, m=4)
    [[0.0, 0.5, 1.0], [0.0, 1.5, 0.0]]
    """
    return [[lmbda / m * w for w in row] for row in theta]


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
