"""30 · The worst mistakes

Lesson: lessons/08-toward-deep-learning.md

"95 % right" does not say where a network fails. Count which digit it takes
for which other, and you can look at just these images.
"""


def mistakes(digits, answers):
    """Return the mistakes as triples (count, digit, answer), the worst first.

    digits: what the images show; answers: what the network said. Among
    mistakes that happened equally often, the smaller digit comes first, then
    the smaller answer.

    >>> mistakes([1, 2, 3], [1, 2, 3])
    []
    >>> mistakes([4, 4, 4, 9, 9, 3], [9, 4, 9, 4, 9, 5])
    [(2, 4, 9), (1, 3, 5), (1, 9, 4)]
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
