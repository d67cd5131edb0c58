"""What a page asks, a name and a JSON object, and how it is answered.

What is wrong with a question, or keeps it from being answered, is a ValueError, in
the language of the page that asks.

>>> answered({"double": lambda asked: {"x": 2 * asked["x"]}}, "double", {"x": 21})
{'x': 42}
"""

from __future__ import annotations

import contextvars
from collections.abc import Iterator, Mapping
from typing import Any, Callable, Union

from purenet.console.programs import sentence
from purenet.words import ENGLISH, languages, say, speaking_in

Message = dict[str, Any]
Answer = Union[Message, Iterator[Message]]  # at once, or piece by piece
Questions = Mapping[str, Callable[[Message], Answer]]

_LONGEST = 100_000  # characters of a block or an exercise


def answered(questions: Questions, name: str, question: Any) -> Answer:
    """Return the answer to a question."""
    if not isinstance(question, dict):
        raise ValueError(say("a question is a JSON object"))
    with speaking_in(language_of(question)):
        if name not in questions:
            raise ValueError(say("there is no question named {!r}", name))
        try:
            answer = questions[name](question)
        except OSError as error:
            raise ValueError(sentence(error)) from error
        if isinstance(answer, dict):
            return answer
        said = contextvars.copy_context()  # in this language each piece is, too
        return iter(lambda: said.run(next, answer, None), None)


def questions_of(answers: Any) -> Questions:
    """Return the questions that an object answers, those of its names in QUESTIONS."""
    return {name: getattr(answers, name) for name in answers.QUESTIONS}


def language_of(question: Message) -> str:
    """Return the language of the page that asks, English where it says none of ours."""
    language = question.get("lang")
    return language if language in languages() else ENGLISH


def whole(question: Message, name: str, lowest: int, highest: int) -> int:
    """Return a whole number of a question.

    >>> whole({"seed": True}, "seed", 0, 9)
    Traceback (most recent call last):
        ...
    ValueError: seed is a whole number from 0 to 9, not True
    """
    value = question.get(name)
    if type(value) is not int or not lowest <= value <= highest:
        words = "{} is a whole number from {} to {}, not {!r}"
        raise ValueError(say(words, name, lowest, highest, value))
    return value


def finite(value: Any) -> float:
    """Return a number as a float."""
    if type(value) not in (int, float) or not abs(value) < 1e6:
        raise ValueError(say("a weight is a number, not {!r}", value))
    return float(value)


def text_of(question: Message, name: str, longest: int = _LONGEST) -> str:
    """Return a text of a question, which is not too long."""
    text = question.get(name)
    if not isinstance(text, str) or len(text) > longest:
        raise ValueError(say("{} is a text of up to {:,} characters", name, longest))
    return text
