"""The pages in the browser: one server, and an address for each folder here.

server      lets in the pages on this machine, and nobody else
invitation  leads the browser there, past what other users can see
pages       which files there are, and what can be asked, at which address
pencil      what the lessons' live figures ask
asked       how a question is answered, and what it must hold
draw/       the workbench: a digit is drawn, a network learns
lessons/    the lessons are read, their code runs, exercises are checked
shared/     for the browser, of both pages: words, questions, live figures

The workbench is the page.html of its folder and the scripts beside it; the book has
many pages of one page.html. Each asks by the
name of a method of its `questions`.
"""
