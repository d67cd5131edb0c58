"""What else lies where a file of digits should be, told by its first bytes.

A download that was no download, a file packed once more, another program's
file: each is refused by its name, with what to do.
"""

from __future__ import annotations

START = 600  # so many bytes are enough to tell

PACKED = "packed with {}: unpack it first"
PICTURE = (
    "a picture: recognise reads it; to learn from pictures name a folder, "
    "with folders 0 to 9 in it"
)
NETWORK = (
    "a saved network, no digits: `train --load` starts from it, `recognise --net` "
    "reads with it"
)
KNOWN = {
    b"\x1f\x8b": "gzipped twice: unpack it once (gunzip)",
    b"version https://git-lfs": "a pointer of Git LFS, not the file: "
    "`git lfs pull` gets it",
    b"# Created by Octave": "Octave's text format: save it again with save -v7",
    b"Octave-1": "Octave's binary format: save it again with save -v7",
    b"MATLAB 7.3": "a MATLAB 7.3 file, which is HDF5: save it again with save -v7",
    b"\x89HDF": "an HDF5 file: save the arrays with numpy.savez",
    b"PAR1": "a Parquet file: save it as CSV",
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"P5": PICTURE,
    b"P6": PICTURE,
    b"%PDF": "a PDF, no file of digits",
    b"\xd0\xcf\x11\xe0": "a spreadsheet's own file: save it as CSV",
    b"\xff\xfe": "text in UTF-16: save it as CSV in UTF-8",
    b"\xfe\xff": "text in UTF-16: save it as CSV in UTF-8",
    b"BZh": PACKED.format("bzip2"),
    b"\xfd7zXZ": PACKED.format("xz"),
    b"7z\xbc\xaf": PACKED.format("7-Zip"),
    b"Rar!": PACKED.format("RAR"),
    b"\x28\xb5\x2f\xfd": PACKED.format("Zstandard"),
}


def stranger(start: bytes) -> str | None:
    """Return what a file is, from its first 600 bytes; None where that is unknown.

    >>> stranger(b"<!DOCTYPE html>")  # doctest: +ELLIPSIS
    'a web page (HTML), not the file: ...
    >>> stranger(b"5,0,0,0") is None
    True
    """
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        return "the file is empty"
    if text.startswith(b"<"):
        return "a web page (HTML), not the file: get it by the link that downloads it"
    if text.startswith((b"{", b"[")):
        return NETWORK if b'"sizes"' in start else "JSON, no file of digits"
    if start[257:262] == b"ustar":
        return PACKED.format("tar")
    for beginning, what in KNOWN.items():
        if start.startswith(beginning):
            return what
    return None
