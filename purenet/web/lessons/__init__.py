"""The lessons as a page: read, run, change and check, with Python behind it.

`markdown` makes the page's text, `blocks` runs what a learner types in a process
of its own, which `session` starts and stops, `answers` is what the page may ask,
and `folder` writes the lessons as files for any web server.
"""
