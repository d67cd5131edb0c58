"""What a question of the lessons' page must hold: else a sentence says what is wrong.

>>> tab_of({"tab": "a1"})
'a1'
>>> tab_of({"tab": "../x"})
Traceback (most recent call last):
    ...
ValueError: a tab names itself with up to 40 letters and digits
"""

from __future__ import annotations

import re
from typing import Any

from purenet.classroom.exercises import Exercise, find

Message = dict[str, Any]

LONGEST = 100_000  # characters of a block or an exercise


def exercise_of(question: Message) -> Exercise:
    """Return the exercise that a question names; raise ValueError for none."""
    name = question.get("name")
    if not isinstance(name, str):
        raise ValueError("an exercise is asked for by its name")
    return find(name, language_of(question))


def language_of(question: Message) -> str:
    """Return the language of the page that asks, "en" or "zh".

    >>> language_of({"lang": "zh"}), language_of({"lang": "fr"})
    ('zh', 'en')
    """
    return "zh" if question.get("lang") == "zh" else "en"


def text_of(question: Message, name: str) -> str:
    """Return a text of a question; raise ValueError for none, or a long one."""
    text = question.get(name)
    if not isinstance(text, str) or len(text) > LONGEST:
        raise ValueError(f"{name} is a text of up to {LONGEST:,} characters")
    return text


def tab_of(question: Message) -> str:
    """Return the name that a tab has given itself."""
    tab = question.get("tab")
    if not isinstance(tab, str) or not re.fullmatch(r"\w{1,40}", tab):
        raise ValueError("a tab names itself with up to 40 letters and digits")
    return tab
