"""The pages in the browser: one server, a folder for each page.

server  on this machine, for these pages, and for nobody else
pages   which files there are, and what can be asked
asked   what a page asks, and how it is answered
"""
