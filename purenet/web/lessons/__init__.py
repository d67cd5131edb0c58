"""The lessons as a page: read, run, change and check, with Python behind it.

questions   what the page may ask, and what it is told; the drawing page runs no code
texts       which lessons there are, in which language, and where links lead
markdown    makes the page's text, with formulas and Python's code
blocks      runs what a learner types, in a process of its own
session     starts that, one for each tab, and stops it
static      the lessons as files for any web server
offline     Python inside the browser, for these

In the browser lessons.js shows the list, a lesson (blocks.js) or an exercise
(exercises.js); in both one types into editor.js.
"""
