"""46 · Hardly ever the answer

Lesson: lessons/13-what-is-wrong.md

An output that is the answer twice in a thousand images is as dead as one that
never is. So compare: how many images show a digit, and how often is it the
answer?
"""


def hardly_ever(shown, given):
    """Return the outputs that are as good as dead, the smallest number first.

    They are the answer to less than a fifth as many images as show them.
    shown: for each output how many images show it; given: for each output how
    often it was the answer.

    >>> hardly_ever([100, 100, 100, 100], [120, 12, 180, 88])
    [1]
    >>> hardly_ever([50, 50, 10], [9, 10, 91])
    [0]
    """
    raise NotImplementedError("your code here")


def takers(shown, given):
    """Return the outputs that get the others' images, the smallest number first.

    They are the answer more than twice as often as images show them.

    >>> takers([100, 100, 100, 100], [20, 12, 168, 200])
    []
    >>> takers([100, 100, 100, 100], [20, 12, 167, 201])
    [3]
    """
    raise NotImplementedError("your code here")


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
