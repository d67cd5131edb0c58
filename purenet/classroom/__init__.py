"""The classroom: exercises, their hints, and a fair judge of what was tried.

The solution of an exercise is the single source: the file a learner gets is the
solution with some lines cut out, and its doctests are the specification.

exercises   the exercises in order, their titles, lessons and hints
translated  their words in another language
stubs       cut the learner's file out of a solution
trial       run one file against the doctests of its solution, and hidden ones
asked       what those are, and which answers say the same
verdict     what came of it
given       what a call is given, and what it may not do with it
judging     run many files, each attempt limited in time and output
syntax      what Python says of a file that it cannot read
report      say what came of it, as a learner needs it
own_file    a learner's file, whichever editor has written it
desk        what is put into a learner's folder, and the help to ask for
handed_in   what a class has handed in
gradebook   the work of a whole class
handout     the lessons and the package, to hand on to a class
"""
