"""02 · From threshold to bias

Lesson: lessons/01-perceptrons.md

"w . x > threshold" says the same as "w . x + b > 0", where b is the bias.
The second form is the one that all of this course uses: the bias is a number
like the weights, and it can be learned like them.
"""

from purenet.vectors import dot


def bias_of(threshold):
    """Return the bias that says the same as this threshold.

    >>> bias_of(5)
    -5
    >>> bias_of(-3)
    3
    """
    raise NotImplementedError("your code here")


def decide(weights, bias, inputs):
    """Return 1 where w . x + b is above 0, else 0.

    >>> decide([6, 2, 2], -5, [1, 0, 0])
    1
    >>> decide([6, 2, 2], -5, [0, 1, 1])
    0
    >>> decide([6, 2, 2], bias_of(4), [0, 1, 1])
    0
    >>> decide([], 3, [])
    1
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
