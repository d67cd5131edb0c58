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
    # --- your code
    counts = {}
    for digit, answer in zip(digits, answers):
        if digit != answer:
            counts[digit, answer] = counts.get((digit, answer), 0) + 1
    triples = [(count, digit, answer) for (digit, answer), count in counts.items()]
    return sorted(triples, key=lambda triple: (-triple[0], triple[1], triple[2]))
    # --- end


# Hint: A dictionary with the pair (digit, answer) as its key can count:
#   counts[pair] = counts.get(pair, 0) + 1. Count only the wrong answers.
# Hint: Make a list of triples out of counts.items().
# Hint: sorted(triples, key=...) sorts. With the key (-count, digit, answer)
#   the largest count comes first.

# Hidden: mistakes
#   digits, most = wholes(5 * n, 0, one_of(2, 9)), one_of(2, 9)
#   >>> mistakes({digits}, {[one_of(d, whole(0, most)) for d in digits]})
