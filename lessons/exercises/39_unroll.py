"""39 · Find the bug: numbers in the wrong order

Lesson: lessons/12-the-course.md

The course puts all numbers of a network into one list, as MATLAB does: down
the first column of Theta1, then down its second column, and so on; then
Theta2. This program makes a network 2-2-1 out of such a list. The network
runs, but its answers are not those of the course. Find the bug and mend it.
"""


def roll(theta, sizes):
    """Return the matrices Theta1, Theta2, ... as lists of rows.

    Each row is a neuron: its bias, then its weights.
    theta: all numbers, unrolled; sizes: the neurons in each layer.

    >>> roll([1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 2, 1])
    [[[1, 3, 5], [2, 4, 6]], [[7, 8, 9]]]
    >>> roll([1, 2, 3, 4], [1, 2])
    [[[1, 3], [2, 4]]]
    """
    thetas, start = [], 0
    for inputs, size in zip(sizes, sizes[1:]):
        columns = inputs + 1
        numbers = theta[start : start + size * columns]
        thetas.append(
            [numbers[j * columns : (j + 1) * columns] for j in range(size)]
        )
        start += size * columns
    return thetas


if __name__ == "__main__":  # to run this file is to check it
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
