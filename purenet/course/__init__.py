"""Andrew Ng's exercise 4: the other road to the same digits.

course              its functions, one beside the other, on the chapter's network
given               its digits and weights: out of its files, or made
whole_set           the same cost and gradient over all examples, faster
shared_out          that shared out among the processors
conjugate_gradient  the minimiser, which needs no eta
one_vs_all          exercise 3: ten neurons, each trained by itself
walk                the exercise from top to bottom, as the demo shows it
"""
