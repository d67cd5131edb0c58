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
    # --- your code
    return -threshold
    # --- end


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
    # --- your code
    return 1 if dot(weights, inputs) + bias > 0 else 0
    # --- end


# Hint: (bias_of) Bring the threshold to the other side: w . x - threshold >
#   0. So what is b?
# Hint: (decide) dot(weights, inputs) is the weighted sum w . x. Add the
#   bias, and answer 1 where the result is above 0, else 0.

# Hidden: bias_of
#   >>> bias_of({number()})
# Hidden: decide
#   w, x = numbers(n), numbers(n)
#   >>> decide({w}, {edge() - dot(w, x)}, {x})
