"""The lessons beside the drawing page: to be read. Nothing here can run code."""

from __future__ import annotations

from purenet.console.programs import program
from purenet.web.asked import Message, language_of, text_of
from purenet.web.lessons.texts import lesson, listed, title
from purenet.words import say

_OPEN = program("purenet.commands.lessons") + " --open"  # what one types


class Reading:
    """The answers to the questions that need no code to run.

    >>> reading = Reading()
    >>> reading.lessons({})["lessons"][0]["title"]
    '1 · Perceptrons'
    >>> reading.lesson({"name": "01-perceptrons"})["title"]
    '1 · Perceptrons'
    >>> reading.exercise({})["read"][-35:]
    ': python3 -m purenet lessons --open'
    """

    QUESTIONS = ("lessons", "lesson", "exercise")

    def lessons(self, question: Message) -> Message:
        """All lessons, without exercises."""
        found = listed(language_of(question))
        return {"lessons": list(found.values()), **self.exercise(question)}

    def lesson(self, question: Message) -> Message:
        """One lesson: its text, and why its blocks do not run."""
        html, _ = lesson(text_of(question, "name"), language_of(question))
        return {"title": title(html), "html": html, **self.exercise(question)}

    def exercise(self, question: Message) -> Message:
        """Say where exercises are solved."""
        words = (
            "Beside the drawing page no code runs. To run the lessons' blocks and "
            "solve the exercises, type: {}"
        )
        return {"read": say(words, _OPEN)}
