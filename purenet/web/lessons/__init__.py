"""The lessons as a book: read, run, changed and checked, with Python behind it.

book        the pages, each whole: texts (markdown, formulas, code) and sources
texts       which lessons there are, in which language, and where links lead
questions   what the pages may ask, and what they are told; kept: what was typed
blocks      runs what a learner types, in a process of its own
session     starts that, one for each tab, and stops it
static      the pages as files for any web server
offline     Python inside the browser, for these

In the browser lessons.js goes from page to page: on them blocks.js runs blocks,
exercises.js is for an exercise, beside.js for a module beside the text; keep.js keeps
what is typed in editor.js, shown.js shows what came.
"""
