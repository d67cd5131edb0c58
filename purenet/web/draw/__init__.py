"""A page in the browser: draw a digit, and watch a network learn.

questions        what the page may ask, and what it is told
networks         networks as the page draws them, and back
settings         what can be set on its Learn side
trainer          learns in a process of its own, so that answers stay quick
trainer_process  the page's end of it
own              somebody's own drawings, learned beside the other digits
pencil           the network of lessons 4 and 9, every number of one step

page.html, draw.css and the .js files are what runs in the browser; page.js
starts a script for each side. `python3 -m purenet draw` opens it.
"""
