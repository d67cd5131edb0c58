"""What can be set on the page's Learn side: the table of runs, in narrower bounds.

>>> checked({"eta": 0.5, "hidden": 100})["hidden"]
100
>>> checked({"hidden": 5000})
Traceback (most recent call last):
    ...
ValueError: hidden is a whole number from 0 to 200, not 5000
"""

from __future__ import annotations

import dataclasses
from typing import Any

from purenet.runs import settings as runs
from purenet.web.asked import whole
from purenet.words import say

Settings = dict[str, Any]
# The page says "images" where a run says "train".
_TABLE = {
    {"train": "images"}.get(each.name, each.name): each
    for each in dataclasses.fields(runs.Settings)
    if "page" in each.metadata
}
DEFAULTS: Settings = {
    "data": "built-in",
    **{name: each.default for name, each in _TABLE.items()},
    "hidden": 30,  # of one layer at most
}
_WORDS = {"data": ("built-in", "found"), "init": _TABLE["init"].metadata["read"]}


def checked(given: Any) -> Settings:
    """Return what is given of settings, if all are within bounds."""
    if not isinstance(given, dict):
        raise ValueError(say("settings are names with values"))
    settings = {name: given[name] for name in DEFAULTS if name in given}
    for name, value in settings.items():
        if name in _WORDS:
            if value not in _WORDS[name]:
                words = "{} is {} or {}, not {!r}"
                raise ValueError(say(words, name, *_WORDS[name], value))
        elif name == "eta":
            [most] = _TABLE[name].metadata["page"]
            if type(value) not in (int, float) or not 0 < value <= most:
                words = "eta is a number above 0 and up to {}, not {!r}"
                raise ValueError(say(words, most, value))
        else:
            whole(settings, name, *_TABLE[name].metadata["page"])
    return settings
