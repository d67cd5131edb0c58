"""draw the built-in digits again, into purenet/data/builtin.pkl.gz

They are written as the book's file is: a gzipped pickle of NumPy's arrays,
written by hand, since there is no NumPy here; but a byte for each number.
"""

from __future__ import annotations

import argparse
import gzip
import struct
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import purenet.data
from purenet.console.programs import program
from purenet.data.builtin import KINDS, NAME, SHIPPED, drawn
from purenet.data.image import PIXELS, Image


def as_pickle(sets: Iterable[tuple[list[Image], list[int]]]) -> bytes:
    """Return pairs (images, labels) as the pickle that Python 2 and NumPy write.

    A pickle is a program for a small machine with a stack (the standard
    library's `pickletools` explains each step): `c` puts a named function
    there, `(` and `t` begin and end a tuple, `R` calls, `b` fills in. So an
    array is "call _reconstruct, then fill in shape, type and bytes".
    """
    pairs = b""
    for images, labels in sets:
        pixels = b"".join(bytes(image) for image in images)
        pairs += _array((len(images), PIXELS), pixels)
        pairs += _array((len(labels),), bytes(labels))
        pairs += b"\x86"  # a pair of the last two things on the stack
    return b"\x80\x02(" + pairs + b"t."


def _array(shape: tuple[int, ...], raw: bytes) -> bytes:
    """Return the steps that build one NumPy array of bytes."""
    return (
        b"cnumpy.core.multiarray\n_reconstruct\n"
        + b"(cnumpy\nndarray\n(K\x00tU\x01btR"  # an empty array
        + b"(K\x01("
        + b"".join(b"J" + struct.pack("<i", length) for length in shape)
        + b"t"
        + b"cnumpy\ndtype\n(U\x02u1K\x00K\x01tR"
        + b"(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
        + b"\x89"  # rows first, not columns
        + b"T"
        + struct.pack("<i", len(raw))
        + raw
        + b"tb"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Draw the digits again and write the file."""
    argparse.ArgumentParser(prog=program(__name__)).parse_args(argv)
    sets = []
    for kind, count in zip(KINDS, SHIPPED):
        pairs = list(drawn(kind, 0, count))
        sets.append(([image for image, _ in pairs], [label for _, label in pairs]))
    path = Path(purenet.data.__file__).with_name(NAME)
    path.write_bytes(gzip.compress(as_pickle(sets), 9, mtime=0))
    print(f"{path}: {sum(SHIPPED):,} digits, {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
