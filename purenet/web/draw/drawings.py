"""What is drawn on the page: as it is sent, as it is kept, and as it is read.

A sheet that is sent is "grey", so many levels as "width" times "height", of ink; or
of the brightness of a "photo". A sheet that is kept is a list of what was done:
strokes, photos laid over all before, and None where it was cleared.

>>> read({"grey": "AAAA", "width": 3, "height": 1}, Network([784, 10]))
([], '')
"""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Mapping, Sequence
from typing import Any

from purenet.data import DataError, table
from purenet.data.image import Image
from purenet.data.stream import Stream
from purenet.network import Network
from purenet.photos import jpeg, reading
from purenet.photos.reading import Digit
from purenet.web.asked import Message, finite, text_of, whole
from purenet.words import say

LARGEST = jpeg.MOST_PIXELS  # of a sheet: a photo has the most
MOST_DRAWINGS = 200
_MOST_MARKS, _MOST_PHOTOS, _MOST_POINTS = 1000, 2, 20_000  # of one sheet


def read(question: Message, judge: Network) -> tuple[list[Digit], str]:
    """Return the digits of a photo, and of a drawing where they are a row.

    With them comes what there is to say of a photo, or "". A digit that is drawn alone
    the page reads itself. judge: says where a row is cut.
    """
    rows, photo = _rows(question), question.get("photo")
    if not photo:
        if not _perhaps_several(rows):
            return [], ""
        rows = [row.translate(_INVERTED) for row in rows]
    try:
        found = reading.read(rows, judge.feedforward)
    except DataError as error:  # of a drawing: too little ink, or too many pieces
        return [], str(error) if photo else ""
    if not photo:
        return found if len(found) > 1 else [], ""
    digits = [digit for digit in found if not digit.words]
    left_out = say("Left out: what looks like words or blots")
    return digits, left_out if len(digits) < len(found) else ""


def _perhaps_several(rows: list[bytes]) -> bool:
    """Return whether a drawing may be a row: it has a gap, or is wider than high."""
    inked = [x for x, column in enumerate(zip(*rows)) if any(column)]
    wide, high = max(inked, default=0) + 1 - min(inked, default=0), sum(map(any, rows))
    return wide > len(inked) > 0 or wide > high > 0


_INVERTED = bytes(range(255, -1, -1))


def _rows(question: Message) -> list[bytes]:
    """Return the rows of the sheet that was sent."""
    width = whole(question, "width", 1, LARGEST)
    height = whole(question, "height", 1, LARGEST // width)
    grey = _levels(question, "grey", width * height)
    return [grey[start : start + width] for start in range(0, len(grey), width)]


def checked_sheet(given: Any, before: Sequence[Any] = ()) -> list[Any]:
    """Return what was done on a sheet, if it is such.

    before: the sheet whose photos may be given by their names alone.

    >>> checked_sheet([{"stroke": [[0.5, 1]]}, None])
    [{'stroke': [[0.5, 1.0]]}, None]
    """
    if not isinstance(given, list) or len(given) > _MOST_MARKS:
        raise ValueError(say("a sheet is a list of up to {} marks", _MOST_MARKS))
    there = {mark["photo"]["name"]: mark for mark in _photos(before)}
    marks = [None if mark is None else _mark(mark, there) for mark in given]
    if len(_photos(marks)) > _MOST_PHOTOS:
        raise ValueError(say("a sheet has up to {} photos", _MOST_PHOTOS))
    return marks


def _photos(marks: Sequence[Any]) -> list[Message]:
    return [mark for mark in marks if mark and "photo" in mark]


def _mark(mark: Any, there: Mapping[str, Message]) -> Message:
    if not isinstance(mark, dict):
        raise ValueError(say("a mark is a stroke or a photo"))
    if isinstance(given := mark.get("photo"), dict):
        name = text_of({"name": "", **given}, "name", 40)
        if "grey" not in given and name in there:
            return there[name]
        _rows(given)
        sized = {each: given[each] for each in ("grey", "width", "height")}
        return {"photo": {"name": name, **sized}}
    points = mark.get("stroke")
    if not isinstance(points, list) or not 0 < len(points) <= _MOST_POINTS:
        raise ValueError(say("a stroke is a list of up to {} points", _MOST_POINTS))
    return {"stroke": [[finite(x), finite(y)] for x, y in points]}


def checked_drawings(given: Any) -> list[Message]:
    """Return drawings with their digits, if they are such."""
    some = isinstance(given, list) and len(given) <= MOST_DRAWINGS
    if not some or not all(isinstance(one, dict) for one in given):
        raise ValueError(say("mine is a list of up to {} drawings", MOST_DRAWINGS))
    seen = [to_base64(_levels(one, "seen", 784)) for one in given]
    digits = [whole(one, "digit", 0, 9) for one in given]
    return [{"seen": each, "digit": digit} for each, digit in zip(seen, digits)]


def of_table(text: str) -> list[Message]:
    """Return the drawings in a table of digits: a label and 784 pixels a line."""
    images, digits = table.read(Stream(io.BytesIO(text.encode())))
    seen = [to_base64(bytes(x)) for x in images(range(len(digits)))]
    return [{"seen": x, "digit": digit} for x, digit in zip(seen, digits)]


def image_of(drawing: Message) -> Image:
    """Return a drawing that was kept as an image."""
    return Image(_levels(drawing, "seen", 784))


def to_base64(data: bytes) -> str:
    """Return bytes as text that JSON and the page can take."""
    return base64.b64encode(data).decode("ascii")


def _levels(question: Message, name: str, count: int) -> bytes:
    """Return so many levels from 0 to 255, which were sent in base64."""
    try:
        found = base64.b64decode(question.get(name, ""), validate=True)
    except (TypeError, binascii.Error) as error:
        raise ValueError(say("{} is levels from 0 to 255 in base64", name)) from error
    if len(found) != count:
        raise ValueError(say("{} has {} levels, not {}", name, count, len(found)))
    return found
