"""What can be set on the page's Learn side, and within which bounds.

>>> checked({"eta": 0.5, "hidden": 100})["hidden"]
100
>>> checked({"hidden": 5000})
Traceback (most recent call last):
    ...
ValueError: hidden is a whole number from 0 to 200, not 5000
"""

from __future__ import annotations

import math
from typing import Any

from purenet.web.asked import whole

Settings = dict[str, Any]

DEFAULTS: Settings = {
    "data": "built-in",
    "images": 5000,
    "hidden": 30,
    "init": "scaled",
    "seed": 0,
    "eta": 3.0,
    "mini_batch_size": 10,
}
WORDS = {"data": ("built-in", "found"), "init": ("scaled", "book")}
BOUNDS = {
    "images": (10, 50_000),
    "hidden": (0, 200),
    "seed": (0, 1_000_000),
    "mini_batch_size": (1, 1000),
}


def checked(given: Any) -> Settings:
    """Return the given settings if all are within bounds, else ValueError.

    Names that are not settings are left out.
    """
    if not isinstance(given, dict):
        raise ValueError("settings are names with values")
    settings = {name: given[name] for name in DEFAULTS if name in given}
    for name, value in settings.items():
        if name in WORDS and value not in WORDS[name]:
            raise ValueError(f"{name} is {' or '.join(WORDS[name])}, not {value!r}")
        if name in BOUNDS:
            whole(settings, name, *BOUNDS[name])
    if "eta" in settings:
        settings["eta"] = _eta(settings["eta"])
    return settings


def _eta(value: Any) -> float:
    if type(value) in (int, float) and math.isfinite(value) and 0 < value <= 1000:
        return float(value)
    raise ValueError(f"eta is a number above 0 and up to 1000, not {value!r}")
