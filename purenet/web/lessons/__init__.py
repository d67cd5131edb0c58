"""The lessons as a page: read, run, change and check, with Python behind it.

texts      which lessons there are, and where their links lead
markdown   their text as HTML
questions  what the page may ask, and what it is told
session    a learner's Python, one for each tab that is open
blocks     runs what is typed, statement by statement
static     the lessons as files for any web server
offline    the page with Python inside the browser
"""
