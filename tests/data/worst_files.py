"""The worst files of each kind, grown until they are refused, and what reading costs.

Each maker takes how large its parts are to be: many scans, tables, empty chunks,
marks, keys. `measured` reads a file in a process of its own, and tells the seconds
of the processor and the megabytes that it took over the interpreter.
"""

import gzip
import struct
import subprocess
import sys
import zlib
from pathlib import Path

from purenet.photos import png
from tests import ROOT
from tests.data import digit_files as made
from tests.data.hostile_pickles import padded_gzip

READS = {"net": "saved.load", "digits": "load_data"}
READS.update(dict.fromkeys(("picture", "jpeg"), "photo.read"))
BOUNDS = {kind: (120, 260) if kind == "digits" else (10, 150) for kind in READS}
CHILD = """
import sys, time
from purenet.data import DataError
from purenet.mnist_loader import load_data
from purenet.photos import photo
from purenet.runs import saved

def most():
    try:
        with open("/proc/self/status") as file:
            return next(int(line.split()[1]) for line in file if "VmHWM" in line) / 1e3
    except OSError:
        return 0.0

before, start = most(), time.process_time()
try:
    {}(sys.argv[1])
    said = "read"
except DataError as error:
    said = str(error)
print(time.process_time() - start, most() - before, said)
"""


def measured(kind, path):
    """Return (seconds, megabytes, what was said) of reading a file of a kind."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", CHILD.format(READS[kind]), str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        return 0.0, 0.0, f"NO SENTENCE: {done.stderr[-500:]}"
    seconds, megabytes, said = done.stdout.split(" ", 2)
    return float(seconds), float(megabytes), said.strip()


def chunk(name, content):
    crc = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + crc


def a_png(kind, depth, width, height, more=b"", filtering=0, level=0):
    """Return a PNG whose bytes are all of one level, each row under one filter."""
    packer = zlib.compressobj(9)
    row = bytes([filtering]) + bytes([level]) * (
        (width * png.CHANNELS[kind] * depth + 7) // 8
    )
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    first = png.SIGNATURE + chunk(b"IHDR", header) + more
    return first + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pngs(size):
    """Pictures of `size` thousand pixels a side: 8 is the most there may be."""
    side = int(1000 * size)
    for depth in (1, 8, 16):
        key = struct.pack(">H", (1 << depth) - 1)
        where = depth, side, side if depth < 16 else int(side / 2.3)
        yield f"trns{depth}.png", a_png(png.GREY, *where, chunk(b"tRNS", key), 0, 255)
    more = chunk(b"PLTE", b"\xff" * 6) + chunk(b"tRNS", b"\x80" * 2)
    yield "palette.png", a_png(png.PALETTE, 1, side, side, more, 0, 255)
    wide = int(side / 2.2)
    for filtering in (1, 2, 3, 4):
        for kind, level in ((png.RGB, 85), (png.RGBA, 1)):
            high = wide if kind == png.RGB else int(wide * 0.75)
            data = a_png(kind, 8, wide, high, b"", filtering, level)
            yield f"filter{filtering}.{kind}.png", data
    half = a_png(png.GREY_ALPHA, 8, int(side / 1.6), int(side / 1.6), b"", 0, 254)
    yield "half.png", half
    count = int(size * 100_000)
    start = png.SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0))
    yield "chunks.png", start + chunk(b"tEXt", b"") * count
    yield "parts.png", start + chunk(b"IDAT", b"") * count
    yield "exif.png", start + chunk(b"eXIf", b"II*\0\x08\0\0\0\xff\xff") * count


def netpbms(size):
    side = int(1000 * size)
    for kind, most, wide in ((5, 255, 1), (5, 65535, 2), (6, 255, 3), (6, 65535, 6)):
        start = b"P%d %d %d %d " % (kind, side, side, most)
        yield f"{kind}.{most}.pgm", start + bytes(side * side * wide)


def segment(kind, content):
    return bytes([0xFF, kind]) + struct.pack(">H", len(content) + 2) + content


def frame(side, kind=0xC0, sampling=0x11):
    steps = segment(0xDB, bytes(65))
    size = struct.pack(">BHHBBBB", 8, side, side, 1, 1, sampling, 0)
    return steps + segment(kind, size)


def table(number, counts, symbols):
    return segment(0xC4, bytes([number, *counts, *[0] * (16 - len(counts)), *symbols]))


def scan(first=0, last=63, bits=0):
    return segment(0xDA, bytes([1, 1, 0, first, last, bits]))


def jpegs(size):
    """JPEGs of up to `size` megabytes, 40 are the most that there may be."""
    start, room = b"\xff\xd8", int(1e6 * size)
    small, large = start + frame(8, 0xC2), start + frame(7000, 0xC2)
    codes = table(0, [2], [0, 1]) + table(16, [2], [0, 1])
    yield (
        "tables.jpg",
        large
        + b"".join(table(n, [0, 1], [1]) for n in range(256))
        + scan(0, 0)
        + bytes(9),
    )
    for name, repeated in (
        ("empty tables", table(0, [], [])),
        ("full tables", table(0, [0] * 7 + [255], range(255))),
        ("heavy tables", table(0, [255], range(255))),
        ("steps", segment(0xDB, bytes(65))),
        ("scans", scan(0, 0) + b"\0"),
        ("bare scans", scan(0, 0)),
        ("segments", segment(0xE0, b"")),
        ("fill", b"\xff" * 100),
        ("markers", b"\xff\xd0" * 100),
        ("zeros", b"\0" * 1000),
        ("exif", segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\xff\xff")),
    ):
        yield f"{name}.jpg", small + codes + repeated * (room // len(repeated))
    yield "restarts.jpg", small + codes + scan(0, 0) + b"\xff\xd0" * (room // 2)
    every = segment(0xDD, struct.pack(">H", 1))
    for kind in (0xC0, 0xC2):
        begin = start + frame(7000, kind) + codes + every + scan(0, 63 * (kind == 0xC0))
        yield f"restarted{kind}.jpg", begin + b"\0\0\xff\xd0" * (room // 4)
    # Codes of one bit, each with a number of one bit: the most work of a byte.
    for side in (700, 1700, 3500, 7000):
        data = start + frame(side) + codes + scan()
        yield f"baseline{side}.jpg", data + b"\xaa" * room
        data = start + frame(side, 0xC2) + codes + scan(0, 0) + bytes(side**2 // 256)
        wave = side * side // 4
        bands = scan(1, 63, 2) + b"\xaa" * wave
        for bits in (0x21, 0x10):
            bands += scan(1, 63, bits) + b"\x55" * wave
        yield f"progressive{side}.jpg", (data + bands * 9)[: room + 1000]
        new = scan(1, 63, 0x10) + b"\xfe" * wave  # each number comes with a bit more
        yield f"new{side}.jpg", (data + new * 9)[: room + 1000]
        few = data + (scan(1, 63, 0x10) + b"\x55" * 40) * 60
        yield f"refined{side}.jpg", few
        means = scan(0, 0, 0x10) + bytes(side**2 // 512)
        yield f"means{side}.jpg", data + means * 90
    yield "stuffed.jpg", start + frame(3500) + codes + scan() + b"\xff\0" * (room // 2)


def nets(size):
    """Saved networks of up to `size` megabytes, 31 are the most there may be."""
    room = int(1e6 * size)
    keys = b",".join(b'"%d":1' % k for k in range(room // 12))
    yield "keys.json", b"{" + keys + b"}"
    for name, word in (
        ("ints", b"1"), ("floats", b"1.5"), ("long", b"12345.678"), ("texts", b'"ab"'),
        ("null", b"null"), ("lists", b"[]"), ("same", b'"":1'),
    ):  # fmt: skip
        inside = (word + b",") * (room // (len(word) + 1)) + word
        begin, end = (b"{", b"}") if b":" in word else (b'{"sizes":[', b"]}")
        yield f"{name}.json", begin + inside + end
    yield "wide.json", '{{"cost":"{}{}"}}'.format("\U0001f600", "a" * room).encode()
    yield "digits.json", b'{"sizes":[' + b"1" * room + b"]}"
    yield "deep.json", b"[" * room
    zeros = made.Ndarray((int(room / 4), 1), "<f4", bytes(room // 4 * 4))
    arrays = {f"weights_{k}.npy": made.npy(zeros) for k in range(3)}
    yield "bomb.npz", made.archive(arrays)
    many = {f"weights_{k}.npy": b"" for k in range(int(size * 1000))}
    yield "many.npz", made.archive(many)
    packed = bytearray(made.archive(arrays, 14))
    packed[60:80] = bytes(20)
    yield "lzma.npz", bytes(packed)


def digits(size):
    """Files of digits; size: as many megabytes unpacked of what can be repeated."""
    room = int(size)
    for name, start, byte in (
        ("line", b"(S'", b"a"), ("marks", b"\x80\2", b"("), ("nones", b"\x80\2", b"N"),
        ("escapes", b"(S'", b"\\x41"), ("unicode", b"(V", b"a"),
        ("bytes", b"\x80\5\x96" + struct.pack("<Q", 400 << 20), b"a"),
        ("text", b"\x80\4\x8d" + struct.pack("<Q", 400 << 20), b"a"),
        ("memo", b"\x80\4N", b"\x94"), ("lists", b"\x80\2", b"]"),
    ):  # fmt: skip
        yield f"{name}.pkl.gz", padded_gzip(start, room << 20, byte)
    noise = bytes(range(256)) * 1024
    several = b"\x80\5\x96" + struct.pack("<Q", len(noise) * room) + noise * room
    yield "noise.pkl.gz", gzip.compress(several, 1)
    yield "members.csv.gz", gzip.compress(b"5,") + gzip.compress(b"") * room * 1000
    word = b"1" * 27_000 + b"x"
    yield "long word.csv", b"a,b\n" + word
    yield "mnist_train.csv", b"1," + b"1" * 29_900 + b"x"
    line = b"5" + b",0.5" * 784 + b"\n"
    yield "fractions.csv.gz", gzip.compress(line * (room * 300), 1)
    words = b",".join(b"%.17f" % (k / 7850) for k in range(784))
    lines = b"".join(b"5," + words.replace(b"1", b"%d" % k) + b"\n" for k in range(9))
    yield "spellings.csv.gz", gzip.compress(lines * (room * 4), 1)


def protocol_5(path, sizes=(50_000, 10_000, 10_000), kind="<f8"):
    """Write what NumPy 2 does of so many digits, whose bytes come before their type."""
    greys = bytes(range(256)) * 49  # 16 images
    images = made.packed([g / 256 if kind[1] == "f" else g for g in greys], kind)
    with Path(path).open("wb") as file:
        file.write(b"\x80\5")
        for count in sizes:
            for shape, data in ((count, 784), images), ((count,), bytes(128)):
                one = made.Ndarray(shape, kind if data is images else "<i8", b"!")
                piece = made.pickled(one, 5, 3, 2)[2:-1]
                long = len(data) * count // 16
                mark = b"\x96" + struct.pack("<Q", 1) + b"!"
                before, after = piece.split(mark)
                file.write(before + b"\x96" + struct.pack("<Q", long))
                for _ in range(count // 16):
                    file.write(data)
                file.write(after)
            file.write(b"\x86")
        file.write(b"\x87.")


KINDS = {
    "picture": ((pngs, 8), (netpbms, 8)),
    "jpeg": ((jpegs, 39),),
    "net": ((nets, 31),),
    "digits": ((digits, 1000),),
}


def search(folder, share=1.0, kinds=KINDS, skip=lambda: False):
    """Yield (name, seconds, megabytes, said, wrong) of files, `share` of full size."""
    for kind in kinds:
        for maker, size in KINDS[kind]:
            for name, data in maker(size * share):
                if skip():
                    continue
                path = Path(folder, name)
                path.write_bytes(data)
                seconds, megabytes, said = measured(kind, path)
                path.unlink()
                most, room = BOUNDS[kind]
                wrong = seconds > most or megabytes > room or "NO SENTENCE" in said
                yield name, seconds, megabytes, said, wrong


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        for name, seconds, megabytes, said, wrong in search(
            place, float(sys.argv[1]), sys.argv[2:] or KINDS
        ):
            mark = "!!" if wrong else "  "
            cost = f"{seconds:5.1f} s {megabytes:4.0f} MB"
            print(f"{mark} {name:24} {cost}  {said[-90:]}", flush=True)
