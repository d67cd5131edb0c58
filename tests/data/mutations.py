"""Damage files at random, and see that the readers say so and nothing else.

    python3 -m tests.data.mutations SEED COUNT

opens COUNT files that were genuine before something happened to them, of all
kinds in turn. A reader may give what it finds or raise DataError; anything
else, or a second of work, or 64 MB more than before, is a failure. Each
failure is printed with what repeats it: python3 -m tests.data.mutations SEED 1.
"""

import gzip
import random
import struct
import sys
import tempfile
import time
from pathlib import Path

from purenet import mnist_loader
from purenet.data import DataError, course_digits, matlab, reader
from purenet.network import Network
from purenet.runs import checkpoint, run, saved
from purenet.runs.settings import Settings
from tests import have
from tests.data import digit_files as made
from tests.data import matlab_files

resource = have("resource")  # Windows lacks it

SECONDS = 1.0
BYTES = 64 << 20

# Numbers that lengths and counts are tried with, and words that mean something.
NUMBERS = (0, 1, 127, 128, 255, 256, 65535, 2**31 - 1, 2**31, 2**32 - 1, 2**60)
WORDS = (
    b"(", b")", b"tb", b"R", b".", b"\x94", b"\x93", b"h\0", b"q\0", b"\x8e", b"\n",
    b"c", b"(S'", b"\\", b"'", b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\7", b"[", b"]",
    b"{", b"}", b'"', b",", b"-", b"1e999", b"NaN", b"true", b"null", b"\xff\xfe",
    b"1" * 30, b"[" * 3000, b"{'descr': ", b"(9999999, 9999999)", b"\x1f\x8b\x08",
)  # fmt: skip


def first_images(**kind):
    pair = made.images(made.GREYS[:1], **kind), made.labels(made.LABELS[:1])
    return pair, pair, pair


def one_of(files, name):
    """One of several files that belong together, with the others beside it."""

    def read(path):
        with tempfile.TemporaryDirectory() as folder:
            for other, contents in files.items():
                (Path(folder) / other).parent.mkdir(exist_ok=True)
                (Path(folder) / other).write_bytes(contents)
            (Path(folder) / name).write_bytes(path.read_bytes())
            mnist_loader.load_data(folder)

    return files[name], read


def written(write):
    """Return what is written to a file of this name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "net.npz"
        write(path)
        return path.read_bytes()


NETWORK = Network([2, 2, 1], seed=0)


KEPT = run.Run(Settings(hidden=[1]), [])


def resume(path):
    checkpoint.Checkpoint(path).run([], [], [])


IDX = {"train-images-idx3-ubyte": made.idx((7, 28, 28), b"".join(made.GREYS)),
       "train-labels-idx1-ubyte": made.idx((7,), bytes(made.LABELS)),
       "t10k-images-idx3-ubyte": made.idx((7, 28, 28), b"".join(made.GREYS)),
       "t10k-labels-idx1-ubyte": made.idx((7,), bytes(made.LABELS))}  # fmt: skip

# What is damaged: {name: (a genuine file, what opens it)}. For another reader
# add a line.
KINDS = {
    **{
        f"pickle, Python {python}, protocol {protocol}": (
            made.pickled(first_images(dtype=dtype), protocol, python), reader.read
        )
        for python, protocol, dtype in (
            (2, 0, "<f4"), (2, 1, ">f8"), (2, 2, "<f4"), (3, 0, "|u1"), (3, 2, "|u1"),
            (3, 4, "<f4"), (3, 5, ">f4")
        )
    },
    "gzipped pickle": (gzip.compress(made.pickled(made.book())), reader.read),
    "pickle, a dictionary": (made.pickled(made.dictionary(), 2, 3), reader.read),
    "pickle, a dictionary of the newest kind": (made.pickled(made.dictionary(), 5, 3),
                                                reader.read),
    "pickle, a list of lists": (made.pickled([*map(list, made.book())]), reader.read),
    "IDX images": one_of(IDX, "train-images-idx3-ubyte"),
    "IDX labels": one_of(IDX, "t10k-labels-idx1-ubyte"),
    "QMNIST labels": one_of(made.qmnist(), "qmnist-train-labels-idx2-int"),
    "npz": (made.keras(), reader.read),
    "npz, not packed": (made.keras(compression=0), reader.read),
    "npz, other names": (made.other_npz(), reader.read),
    "npy": one_of(made.npy_files(), "X_train.npy"),
    "CSV, floats and semicolons": (made.other_csv(), reader.read),
    "pictures": one_of(made.pictures(), "1/b.png"),
    "the course's digits": (matlab_files.course(), reader.read),
    "the course's numbers": (matlab_files.course(), lambda p: course_digits.read(p)),
    "CSV": (made.csv(0, 3, b"label,pixel0\n"), reader.read),
    "MATLAB": (matlab_files.sample(), lambda p: matlab.read(p)),
    "MATLAB, packed": (matlab_files.sample(pack=True), matlab.read),
    "network": (saved.contents(NETWORK, "json"), saved.load),
    "network, npz": (written(lambda path: saved.save(NETWORK, path)), saved.load),
    "checkpoint": (checkpoint.contents(KEPT, "json"), resume),
}  # fmt: skip


def damaged(data, rng):
    """Return the data after one to four accidents."""
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4))):
        # Half of them near the start or the end, where the headers are.
        size = len(data)
        at = rng.choice((rng.randrange(200), size - rng.randrange(1, 200)))
        at = rng.choice((at, rng.randrange(size + 1)))
        happen(rng.choice(ACCIDENTS), data, min(max(at, 0), size), rng)
    return bytes(data)


ACCIDENTS = "flip replace overwrite insert cut end repeat move".split()


def happen(accident, data, at, rng):
    """Let an accident happen to the bytes there."""
    one, few = slice(at, at + 1), bytes(data[at : at + rng.choice((1, 4, 30, 300))])
    if accident == "flip":
        data[one] = bytes(b ^ 1 << rng.randrange(8) for b in data[one])
    elif accident == "replace":
        data[one] = bytes([rng.randrange(256)])
    elif accident == "overwrite":
        number, width = rng.choice(NUMBERS), rng.choice((1, 2, 4, 8))
        number = struct.pack(rng.choice("<>") + "Q", number).strip(b"\0")
        data[at : at + width] = number[:width].ljust(width, b"\0")
    elif accident == "insert":
        data[at:at] = rng.choice(WORDS)
    elif accident == "cut":
        del data[at : at + rng.choice((1, 2, 4, 30, 1000))]
    elif accident == "end":
        del data[at:]
    elif accident == "repeat":
        data[at:at] = few * rng.choice((1, 50))
    else:
        to = rng.randrange(len(data) + 1)
        data[to : to + len(few)] = few


def trial(seed, path):
    """Damage a file and open it; return what is wrong with what happened."""
    rng = random.Random(seed)
    kind = list(KINDS)[seed % len(KINDS)]
    data, read = KINDS[kind]
    if data[:2] == b"\x1f\x8b" and rng.random() < 0.5:
        data = gzip.compress(damaged(gzip.decompress(data), rng), 1)
    path.write_bytes(damaged(data, rng))
    start = time.process_time()
    try:
        read(path)
    except DataError:
        pass
    except BaseException as error:
        return f"{kind}: {type(error).__name__}: {error}"
    seconds = time.process_time() - start
    return f"{kind}: {seconds:.1f} s" if seconds > SECONDS else None


def limit_memory():
    """Let this process have so much more than now, where the system can."""
    if resource and sys.implementation.name == "cpython":
        status = Path("/proc/self/statm")
        if status.exists():
            now = int(status.read_text().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (now + BYTES, now + BYTES))


def main(seed, count):
    limit_memory()
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(seed, seed + count):
            wrong = trial(number, Path(folder) / "file")
            if wrong:
                failures += 1
                print(f"seed {number}: {wrong}")
    print(f"{count:,} files from seed {seed} on, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
