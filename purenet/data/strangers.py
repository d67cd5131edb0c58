"""What a file is, told by its first bytes, where it lies in another's place.

A download that was none, a picture among digits, a spreadsheet among pictures: each is
refused by its name, with what to do.
"""

from __future__ import annotations

import re

from purenet.words import later, say

START = 600  # so many bytes are enough to tell

# Pictures, by the patterns of their first bytes.
PICTURES = {
    "JPEG": rb"\xff\xd8\xff",
    "PNG": rb"\x89PNG",
    "PGM": rb"P[25]\s",
    "PPM": rb"P[36]\s",
    "BMP": rb"BM....\0\0\0\0",
    "PBM": rb"P[14]\s",
    "GIF": rb"GIF8",
    "WebP": rb"RIFF....WEBP",
    "TIFF": rb"II\*\0|MM\0\*",
    "HEIC": rb"....ftyp(?:heic|heix|mif1|msf1|hevc)",
    "AVIF": rb"....ftypavif",
    "SVG": rb"\s*<(?:\?xml|svg)",
}
MATLAB_73 = later("a MATLAB 7.3 file, which is HDF5: save it again with save -v7")
GIT_LFS = later("a pointer of Git LFS, not the file: `git lfs pull` gets it")
TORCH = later("a file of PyTorch's: save the arrays in it with numpy.savez")
UTF_16 = later("text in UTF-16: save it as CSV in UTF-8")
# All else by its first bytes: what to do who wants digits.
OTHERS = {
    b"%PDF": later("a PDF, not a picture: save the page as PNG, or photograph it"),
    b"\x1f\x8b": later("gzipped twice: unpack it once (gunzip)"),
    b"version https://git-lfs": GIT_LFS,
    b"# Created by Octave": later("Octave's text format: save it again with save -v7"),
    b"Octave-1": later("Octave's binary format: save it again with save -v7"),
    b"MATLAB 7.3": MATLAB_73,
    b"\x89HDF": later("an HDF5 file: save the arrays with numpy.savez"),
    b"@relation": later("an ARFF file, Weka's: save it as CSV"),
    b"@RELATION": later("an ARFF file, Weka's: save it as CSV"),
    b"\x80\2\x8a\x0al\xfc\x9cF": TORCH,  # as torch.save began until 2020
    b"PAR1": later("a Parquet file: save it as CSV"),
    b"\xd0\xcf\x11\xe0": later("a spreadsheet's own file: save it as CSV"),
    b"\xff\xfe": UTF_16,
    b"\xfe\xff": UTF_16,
}
PACKED = {
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"\x28\xb5\x2f\xfd": "Zstandard",
}


def picture(start: bytes) -> str:
    """Return the name of a kind of picture, from its first bytes; "" for no picture.

    >>> picture(b"GIF89a"), picture(b"5,0,0,0")
    ('GIF', '')
    """
    for kind, pattern in PICTURES.items():
        if re.match(pattern, start, re.DOTALL):
            return kind
    return ""


def stranger(start: bytes) -> str | None:
    """Return what a file is that has no digits, and what to do; None where unknown.

    start: its first 600 bytes.

    >>> stranger(b"<!DOCTYPE html>")  # doctest: +ELLIPSIS
    'a web page (HTML), not the file: ...
    """
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        return say("the file is empty")
    if text.startswith(b"<") and not picture(start):
        page = "a web page (HTML), not the file: get it by the link that downloads it"
        return say(page)
    if text.startswith((b"{", b"[")):
        return say(
            "a saved network, no digits: `train --load` starts from it, "
            "`recognise --net` reads with it"
            if b'"sizes"' in start
            else "JSON, no file of digits"
        )
    if kind := picture(start):
        return say(
            "a file of the kind {}: recognise reads JPEG and PNG; to learn from "
            "pictures name a folder, with folders 0 to 9 in it",
            kind,
        )
    if re.match(rb"[+-]?\d+ +\d+:", text):
        return say("LIBSVM's index:value pairs: save it as CSV, 785 numbers a line")
    if re.match(rb"[ +#\r\n]{100}", start):
        return say("digits drawn with characters: save them as CSV, 785 numbers a line")
    packed = [name for sign, name in PACKED.items() if start.startswith(sign)]
    packed += ["tar"] * (start[257:262] == b"ustar")
    if packed:
        return say("packed with {}: unpack it first", packed[0])
    known = [what for sign, what in OTHERS.items() if start.startswith(sign)]
    return say(known[0]) if known else None
