"""The workbench: draw a digit, and watch a network learn. `python3 -m purenet draw`

questions         what the page may ask, and what it is told
networks          networks as the page needs them, and back
settings          what can be set of learning, and within which bounds
trainer           learns, in a process of its own
trainer_process   starts that, and keeps what it said last
own               somebody's own drawings among what is learned from

In the browser page.js shows one of four sides: draw.js (with sheet, glass, why,
drawn and mine), learn.js (with chart), and two of figures that lessons have, too.
pictures.js paints digits and weights.
"""
