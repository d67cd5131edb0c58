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
    # --- your code
    return [j for j in range(len(shown)) if given[j] < shown[j] / 5]
    # --- end


def takers(shown, given):
    """Return the outputs that get the others' images, the smallest number first.

    They are the answer more than twice as often as images show them.

    >>> takers([100, 100, 100, 100], [20, 12, 168, 200])
    []
    >>> takers([100, 100, 100, 100], [20, 12, 167, 201])
    [3]
    """
    # --- your code
    return [j for j in range(len(shown)) if given[j] > 2 * shown[j]]
    # --- end


# Hint: (hardly_ever) Go through the numbers of the outputs, range(len(shown)),
#   and keep those whose count is too small.
# Hint: (hardly_ever) Five times the answers are still less than the images.
# Hint: (takers) The same, with another question.

# Hidden: hardly_ever tuple
#   shown = wholes(n, 0, one_of(9, 99))
#   given = [max(0, s + whole(-1, 1)) for s in shown]
#   >>> hardly_ever({[5 * s for s in shown]}, {given})
#   >>> hardly_ever({wholes(n, 0, 40)}, {wholes(n, 0, 12)})
# Hidden: takers tuple
#   shown = wholes(n, 0, one_of(9, 99))
#   given = [max(0, 2 * s + whole(-1, 1)) for s in shown]
#   >>> takers({shown}, {given})
