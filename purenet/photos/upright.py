"""Which way up a photograph is: the note that a camera leaves in it (Exif).

The pixels are stored as the sensor lay; tag 0x0112 says how to turn them. JPEG
keeps the note in a segment, PNG in a chunk.
"""

from __future__ import annotations


def orientation(exif: bytes) -> int:
    """Return which way is up, 1 to 8, by the camera's note; 1 where there is none.

    >>> start = b"II*\\0\\x08\\0\\0\\0" b"\\x01\\0"  # one entry follows
    >>> orientation(start + b"\\x12\\x01\\x03\\0\\x01\\0\\0\\0" b"\\x06\\0\\0\\0")
    6
    """
    order = {b"II": "little", b"MM": "big"}.get(exif[:2])
    if order is None:
        return 1

    def number(at: int, size: int) -> int:
        return int.from_bytes(exif[at : at + size], order)  # type: ignore[arg-type]

    start = number(4, 4)
    last = min(start + 12 * number(start, 2), len(exif))
    for entry in range(start + 2, last, 12):
        if number(entry, 2) == 0x0112:
            found = number(entry + 8, 4 if number(entry + 2, 2) == 4 else 2)
            return found if 1 <= found <= 8 else 1
    return 1


def turned(rows: list[bytes], way: int) -> list[bytes]:
    """Return a picture turned and mirrored as Exif's orientation asks for.

    >>> turned([b"ab", b"cd"], 6), turned([b"ab", b"cd"], 3)
    ([b'ca', b'db'], [b'dc', b'ba'])
    """
    if way in (5, 6, 7, 8):
        rows = [bytes(column) for column in zip(*rows)]  # mirrored at the diagonal
        way = {5: 1, 6: 2, 7: 3, 8: 4}[way]
    if way in (2, 3):
        rows = [row[::-1] for row in rows]
    return rows[::-1] if way in (3, 4) else rows
