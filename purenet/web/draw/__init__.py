"""The workbench: draw a digit, and watch a network learn. `python3 -m purenet draw`

questions         what the page may ask, and what it is told
drawings          what is drawn: as it is sent, as it is kept, as it is read
networks          networks as the page needs them, and back
trainer_process   all that the page has, for every tab, and the process that learns
kept              the file of the user's where that is kept
trainer           learns, in a process of its own
settings          what can be set of learning, and within which bounds

In the browser bench.js holds the one state that all is drawn from, and look.js says
what the network makes of the digit, so that a stroke is answered at once: the sheet by
sheet.js, with photos as photo.js reduces them, then answer.js, network.js, neuron.js,
train.js with chart.js, mistakes.js and mine.js. pictures.js paints digits and weights.
"""
