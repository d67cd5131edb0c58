"""How large a picture may be that is read: ten seconds' work at most, little memory."""

from __future__ import annotations

from collections.abc import Callable

from purenet.data import DataError
from purenet.data.budget import Budget

MOST_PIXELS = 64_000_000
MOST_BYTES = 56_000_000  # of pixels as they are stored
LONGEST_SIDE = 65_535
MEMORY, STEPS = 130_000_000, 60_000_000
Progress = Callable[[float], object]  # told now and then which share is done


def unseen(share: float) -> None:
    """Show nobody how far it is.

    >>> unseen(0.5)
    """


def budget(name: str) -> Budget:
    """Return what may be spent on a picture, however often it is passed over.

    >>> budget("me.png").steps_left
    60000000
    """
    return Budget(MEMORY, STEPS, f"{name}: ")


def check_size(width: int, height: int, name: str) -> None:
    """Raise DataError for a picture that is too large to read.

    >>> check_size(50_000, 20_000, "huge.png")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: huge.png: 1,000 megapixels; at most 64 are read
    """
    if max(width, height) > LONGEST_SIDE:
        long = "{}: {:,} x {:,} pixels; at most {:,} a side are read"
        raise DataError(long, name, width, height, LONGEST_SIDE)
    if width * height > MOST_PIXELS:
        large = "{}: {:,.0f} megapixels; at most {} are read"
        raise DataError(large, name, width * height / 1e6, MOST_PIXELS // 10**6)


def check_bytes(size: int, name: str) -> None:
    """Raise DataError for more bytes of pixels than are read.

    >>> check_bytes(99_000_000, "huge.png")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: huge.png: 99,000,000 bytes of pixels; 56,000,000 are ...
    """
    if size > MOST_BYTES:
        raise DataError(
            "{}: {:,} bytes of pixels; {:,} are read at most, some ten seconds' work: "
            "save it smaller, or as JPEG",
            *(name, size, MOST_BYTES),
        )
