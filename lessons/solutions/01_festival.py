"""01 · The festival

Lesson: lessons/01-perceptrons.md

Will you go to the cheese festival? Three things speak for it, each 0 or 1:
good weather, a friend who comes along, a train that goes there. A
perceptron multiplies each input by its weight, adds up, and answers 1 where
the sum is above the threshold, else 0.

Write this perceptron, save the file and run it: that checks it.
"""


def goes(weights, inputs, threshold):
    """Return 1 where the weighted sum of the inputs is above the threshold.

    Good weather weighs 6, the friend 2, the train 2. With threshold 5 the
    weather decides alone:

    >>> goes([6, 2, 2], [1, 0, 0], 5)
    1
    >>> goes([6, 2, 2], [0, 1, 1], 5)
    0

    With threshold 3, friend and train together are enough; one is not:

    >>> goes([6, 2, 2], [0, 1, 1], 3)
    1
    >>> goes([6, 2, 2], [0, 0, 1], 3)
    0

    A sum that only meets the threshold is not above it:

    >>> goes([6, 2, 2], [0, 1, 1], 4)
    0
    """
    # --- your code
    total = 0
    for weight, x in zip(weights, inputs):
        total += weight * x
    return 1 if total > threshold else 0
    # --- end


# Hint: Work out the first example with a pencil. What do you do with each
#   pair of a weight and its input, and what with all the results?
# Hint: zip(weights, inputs) gives these pairs, one after the other, to a for
#   loop. Add up in a variable that is 0 before the loop.
# Hint: Compare the sum with the threshold. The last example says what to
#   answer where they are equal.

# Hidden: goes
#   w, x = numbers(n), bits(n)
#   >>> goes({w}, {x}, {dot(w, x) + edge()})
