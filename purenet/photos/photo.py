"""A scan or a photograph, read as brightness and made a handy size.

Half a megapixel is plenty to find handwriting in, and a bound on the time
the search takes: larger pictures are reduced while they are read, by the mean
of squares of pixels. The page does the same (purenet/web/draw/photo.js).
"""

from __future__ import annotations

import io
import math
import os
import struct
from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import BinaryIO

from purenet.console.programs import typed
from purenet.data import DataError, strangers
from purenet.data.stream import Budget
from purenet.photos import bmp, bounds, jpeg, netpbm, png
from purenet.photos.bounds import Progress
from purenet.photos.filters import plus
from purenet.photos.upright import turned
from purenet.words import say

HANDY = 500_000
BLANK = 250  # a picture that is nowhere darker is blank

READERS: dict[str, type[bounds.Reader]] = {
    "JPEG": jpeg.Reader,
    "PNG": png.Reader,
    "BMP": bmp.Reader,
}
READERS |= dict.fromkeys(("PGM", "PPM"), netpbm.Reader)

Brightness = list[bytes]  # rows of pixels, 0 black to 255 white
OTHERWISE = bytes(range(255, -1, -1))


def read(path: str | os.PathLike[str], progress: Progress = float) -> Brightness:
    """Read a JPEG, PNG, BMP, PGM or PPM file as rows of brightness.

    Which it is, its first bytes say, whatever its name; which way up, its Exif.
    What is transparent counts as white, or as black where all would be white.

    >>> read("me.gif")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    FileNotFoundError: ...
    """
    with Path(path).open("rb") as file:
        return read_from(file, str(path), progress)


def read_from(file: BinaryIO, name: str, progress: Progress = float) -> Brightness:
    """Read an open file; name: what messages call it; progress: told the share done.

    >>> import io
    >>> read_from(io.BytesIO(b"P5 2 1 255 \\x00\\xff"), "two.pgm")
    [b'\\x00\\xff']
    """
    if not file.seekable():  # a pipe
        file = io.BytesIO(file.read(bounds.MOST_BYTES))
    start = file.read(strangers.START)
    kind = strangers.picture(start)
    file.seek(0)
    if kind not in READERS:
        raise DataError("{}: {}", name, _refused(start, kind))
    reader = READERS[kind](file, name, progress)
    pixels = reader.width * reader.height
    small = kind == "JPEG" and pixels <= jpeg.MOST_PIXELS
    step = 1 if small else max(1, math.ceil(math.sqrt(pixels / HANDY)))
    if not reader.see_through:
        found = list(_reduced((light for light, _ in reader.rows()), step))
    else:
        seen, behind = tee(_on_black(*row, reader.budget) for row in reader.rows())
        added = _reduced((more for _, more in behind), step)
        pairs = [*zip(_reduced((light for light, _ in seen), step), added)]
        found = [plus(light, more) for light, more in pairs]
        if min(map(min, found), default=0) > BLANK:  # light strokes on nothing
            found = [light for light, _ in pairs]
    return turned(found, reader.orientation)


def _refused(start: bytes, kind: str) -> str:
    if not kind:
        packed = start.startswith(b"\x1f\x8b")  # and not, as elsewhere, twice
        other = None if packed else strangers.stranger(start)
        return other or say(
            "neither JPEG, PNG, BMP, PGM nor PPM; save it as JPEG or PNG"
        )
    return say(
        "a file of the kind {}, which only the page can open, if your browser does: "
        "{}. Or open it in another program, Paint say, and save it as PNG",
        *(kind, typed("purenet.commands.draw")),
    )


def _on_black(light: bytes, opacity: bytes, spent: Budget) -> tuple[bytes, bytes]:
    """Return the brightness of a row on a black ground, and what a white one adds."""
    if opacity.count(0) + opacity.count(255) == len(opacity):
        both = int.from_bytes(light, "big") & int.from_bytes(opacity, "big")
        light = both.to_bytes(len(light), "big")
    else:
        spent.spend(len(opacity) * 5 // 4)
        light = bytes([a * share // 255 for a, share in zip(light, opacity)])
    return light, opacity.translate(OTHERWISE)


def _reduced(rows: Iterable[bytes], step: int) -> Iterator[bytes]:
    """Yield rows reduced by the mean of squares of step x step pixels.

    What is left over at the right and below is cut off.
    """
    if step == 1:
        yield from rows
        return
    total = 0  # the rows as one number, 16 bits a pixel: all are added at once
    for number, row in enumerate(rows):
        wide = bytearray(2 * len(row))
        wide[::2] = row
        total += int.from_bytes(wide, "little")
        if number % step == step - 1:
            sums = struct.unpack(f"<{len(row)}H", total.to_bytes(len(wide), "little"))
            width = len(row) // step * step
            parts = (sums[k:width:step] for k in range(step))
            yield bytes([sum(tile) // step**2 for tile in zip(*parts)])
            total = 0
