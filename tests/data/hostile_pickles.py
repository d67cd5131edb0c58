"""Pickles that no one should open, one line on each.

CASES holds {what it tries: the bytes}. Those that Python's own pickle would
run call `sing` below, the canary; SINGING names the ones of them that a test
opens with Python's pickle, to see that the canary can sing at all.
"""

import gzip
import pickle
import struct
import zlib

from tests.data import digit_files as made

SONGS = []


def sing(*words, **more):
    """The canary: nobody may call it."""
    SONGS.append(words)
    return SONGS


# The same under the names of the extensions that the test registers.
sing1 = sing2 = sing4 = sing


class Songbird:
    """A canary in the shape of a class."""

    def __new__(cls, *words, **more):
        sing("new")
        return super().__new__(cls)

    def __setstate__(self, state):
        sing("state")


HERE = b"tests.data.hostile_pickles"
GOOD = made.pickled(made.book())
SING = b"c" + HERE + b"\nsing\n"
BIRD = b"c" + HERE + b"\nSongbird\n"
ARRAY = b"cnumpy.core.multiarray\n_reconstruct\n"
NDARRAY = b"cnumpy\nndarray\n"
EMPTY = ARRAY + NDARRAY + b"K\0\x85U\1b\x87R"
MINUS = b"J\xff\xff\xff\xff"
FLOATS = b"cnumpy\ndtype\nU\2f4K\0K\1\x87R(K\3U\1<NNN" + MINUS + MINUS + b"K\0tb"
HUGE = struct.pack("<Q", 2**60)


def text(word):
    return b"X" + struct.pack("<I", len(word)) + word


def stack_global(module, name):
    return text(module) + text(name) + b"\x93"


def filled(shape=b"K\1\x85", dtype=FLOATS, fortran=b"\x89", data=b"U\4abcd"):
    """An array that is filled with a state."""
    return EMPTY + b"(K\1" + shape + dtype + fortran + data + b"tb"


def padded_gzip(start, count, byte=b"\0"):
    """A gzipped file of `start` and the same byte many times more."""

    def block(data):
        return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)

    packer = zlib.compressobj(9, wbits=-15)
    head = b"\x1f\x8b\x08" + bytes(7) + block(start)
    body = block(byte * ((1 << 20) // len(byte))) * (count >> 20)
    return head + body + struct.pack("<HII", 3, 0, len(start) + count)


# A call of a function in each of the ways there are.
SINGING = {
    "GLOBAL, called with REDUCE": b"\x80\2" + SING + b")R.",
    "GLOBAL in protocol 0": b"(" + SING + b"(tRt.",
    "GLOBAL again out of the memo": b"\x80\2" + SING + b"q\0)h\0)R.",
    "STACK_GLOBAL": b"\x80\4" + stack_global(HERE, b"sing") + b")R.",
    "STACK_GLOBAL with short strings": b"\x80\4\x8c" + bytes([len(HERE)]) + HERE
        + b"\x8c\4sing\x93)R.",
    "INST": b"((i" + HERE + b"\nsing\nt.",
    "OBJ": b"((" + SING + b"ot.",
    "NEWOBJ": b"\x80\2" + BIRD + b")\x81.",
    "NEWOBJ_EX": b"\x80\4" + BIRD + b")}\x92.",
    "EXT1, a registered extension": b"\x80\2\x82\xf0)R.",
    "EXT2, a registered extension": b"\x80\2\x83\xf0\xf0)R.",
    "EXT4, a registered extension": b"\x80\2\x84\xf0\xf0\xf0\0)R.",
    "BUILD calling __setstate__": b"\x80\2" + BIRD + b")\x81K\1b.",
    "a call within an array's state": b"\x80\2" + SING + b")R" + GOOD[2:],
    "a call in a frame": b"\x80\4\x95" + struct.pack("<Q", len(SING) + 3) + SING
        + b")R.",
    "a call behind a great many marks": b"(" * 1000 + SING + b"(tR.",
    "a call in a gzipped pickle": gzip.compress(b"\x80\2" + SING + b")R."),
    "a name with dots": b"\x80\4" + stack_global(b"tests.data", b"hostile_pickles.sing")
        + b")R.",
}  # fmt: skip

CASES = dict(SINGING)

# Names that run something, lead to it, or are nearly those that are known: a machine
# that knows a few names refuses all others, so a few of each kind show it.
CASES.update(
    (f"{name} by GLOBAL", b"\x80\2c" + name.replace(" ", "\n").encode() + b"\n(U\1xtR.")
    for name in (
        "os system", "builtins eval", "_pickle loads", "copyreg _reconstructor",
        "codecs encode", "_codecs decode", "numpy load", "numpy ndarray.tofile",
        "numpy.core.multiarray scalar", " ", "numpy ", " ndarray", "NumPy dtype",
        "numpy.core.multiarray _reconstruct.__globals__", "numpy dtype\0",
    )
)  # fmt: skip

# Names that are known, used as nothing writes them.
CASES.update({
    "an array's class called": b"\x80\2" + NDARRAY + b"K\1\x85R.",
    "_reconstruct of another class": b"\x80\2" + ARRAY + SING + b"K\0\x85U\1b\x87R.",
    "_reconstruct of a dtype": b"\x80\2" + ARRAY + FLOATS + b"K\0\x85U\1b\x87R.",
    "_reconstruct of a huge shape": b"\x80\2" + ARRAY + NDARRAY
        + b"J\xff\xff\xff\x7f\x85U\1b\x87R.",
    "_reconstruct with no tuple": b"\x80\2" + ARRAY + b"K\1R.",
    "_reconstruct by text": b"\x80\2" + text(b"_reconstruct") + b")R.",
    "a tuple called": b"\x80\2))R.",
    "None called": b"\x80\2N)R.",
    "an array called": b"\x80\2" + EMPTY + b")R.",
    "bytes(2**60)": b"\x80\3cbuiltins\nbytes\n\x8a\x08" + HUGE + b"\x85R.",
    "encode with another codec": b"\x80\2c_codecs\nencode\nU\1xU\3hex\x86R.",
    "encode with an inflating codec": b"\x80\2c_codecs\nencode\nU\1xU\3zip\x86R.",
    "encode of an array": b"\x80\2c_codecs\nencode\n" + EMPTY + b"U\6latin1\x86R.",
    "dtype of a name": b"\x80\2cnumpy\ndtype\n" + NDARRAY + b"K\0K\1\x87R.",
    "dtype of objects": b"\x80\2" + filled(dtype=FLOATS.replace(b"f4", b"O8")) + b".",
    "dtype with fields": b"\x80\2" + FLOATS.replace(b"<NNN", b"<N)N") + b".",
    "dtype with a shape": b"\x80\2" + FLOATS.replace(b"<NNN", b"<)NN") + b".",
    "dtype in no byte order": b"\x80\2" + FLOATS.replace(b"\1<", b"\1!") + b".",
    "dtype without a state, called": b"\x80\2cnumpy\ndtype\nU\2f4K\0K\1\x87R)R.",
    "_frombuffer of no bytes": b"\x80\2cnumpy.core.numeric\n_frombuffer\n(" + b"K\7"
        + FLOATS + b"K\1\x85U\1CtR.",
    "_frombuffer of a longer shape": b"\x80\2cnumpy.core.numeric\n_frombuffer\n("
        + b"U\4abcd" + FLOATS + b"K\2\x85U\1CtR.",
    "BUILD on a name": b"\x80\2" + NDARRAY + b"U\1xb.",
    "BUILD on a function": b"\x80\2" + ARRAY + b"(K\1K\1tb.",
    "BUILD on a tuple": b"\x80\2)(K\1tb.",
    "BUILD on None": b"\x80\2N)b.",
    "BUILD on a string": b"\x80\2U\1x)b.",
    "BUILD on nothing": b"\x80\2)b.",
    "BUILD of an array with attributes": b"\x80\2" + EMPTY + b"}U\1xK\1sb.",
    "BUILD of an array with a pair of states": b"\x80\2" + EMPTY + b"N}\x86b.",
    "BUILD of an array with itself": b"\x80\2" + EMPTY + b"q\0(h\0h\0h\0h\0h\0tb.",
    "BUILD of an array that stays in three": b"\x80\2" + EMPTY + b"q\0h\0h\0\x87.",
    "an array's shape is negative": b"\x80\2" + filled(b"J\xff\xff\xff\xff\x85") + b".",
    "an array's shape is huge": b"\x80\2" + filled(b"J\xff\xff\xff\x7f" * 2 + b"\x86")
        + b".",
    "an array's shape overflows": b"\x80\2" + filled((b"\x8a\x08" + HUGE) * 3 + b"\x87")
        + b".",
    "an array's shape is of strings": b"\x80\2" + filled(b"U\1x\x85") + b".",
    "an array's shape is a name": b"\x80\2" + filled(NDARRAY) + b".",
    "an array's dtype is a string": b"\x80\2" + filled(dtype=b"U\2f4") + b".",
    "an array's contents are a list": b"\x80\2" + filled(data=b"]") + b".",
    "an array's contents are an array": b"\x80\2" + filled(data=EMPTY) + b".",
    "an array's contents are too short": b"\x80\2" + filled(data=b"U\3abc") + b".",
})  # fmt: skip

# Instructions that arrays do not need.
CASES.update(
    (f"{name}, an instruction arrays do not need", b"\x80\5" + code)
    for name, code in {
        "PERSID": b"Psing\n.", "BINPERSID": b"U\4singQ.", "EMPTY_DICT": b"}.",
        "DICT": b"(d.", "SETITEM": b"}U\1xU\1ys.", "SETITEMS": b"}(U\1xU\1yu.",
        "EMPTY_LIST": b"].", "LIST": b"(l.", "APPEND": b"]K\1a.", "APPENDS": b"](K\1e.",
        "EMPTY_SET": b"\x8f.", "ADDITEMS": b"\x8f(K\1\x90.", "FROZENSET": b"(K\1\x91.",
        "FLOAT": b"F1e999\n.", "BINFLOAT": b"G" + bytes(8) + b".",
        "DUP": b"K\0" + b"2\x86" * 30 + b".", "POP": b"K\0K\0" + b"0.",
        "POP_MARK": b"K\0(1.", "NEXT_BUFFER": b"\x97.", "READONLY_BUFFER": b"\x97\x98.",
        "LONG4": b"\x8b\xff\xff\xff\x7f.", "no instruction of any protocol": b"\xff."
    }.items()
)  # fmt: skip

# Lengths that lie, and machines that never stop.
CASES.update({
    "BINBYTES8 promises 2**60 bytes": b"\x80\5\x8e" + HUGE + b"x",
    "BYTEARRAY8 promises 2**60 bytes": b"\x80\5\x96" + HUGE + b"x",
    "BINUNICODE8 promises 2**60 bytes": b"\x80\5\x8d" + HUGE + b"x",
    "BYTEARRAY8 promises 2**64 - 1 bytes": b"\x80\5\x96" + b"\xff" * 8,
    "BINBYTES promises 4 GB": b"\x80\3B\xff\xff\xff\xff.",
    "BINBYTES promises 400 MB": b"\x80\3B" + struct.pack("<I", 400_000_000) + b"x",
    "BINUNICODE promises 2 GB": b"\x80\2X\xff\xff\xff\x7f.",
    "BINSTRING promises -1 bytes": b"\x80\2T\xff\xff\xff\xff.",
    "BINSTRING promises 2 GB": b"\x80\2T\xff\xff\xff\x7f.",
    "LONG1 of 255 bytes": b"\x80\2\x8a\xff" + b"\xff" * 255 + b".",
    "LONG of a million digits": b"\x80\0L" + b"9" * 1_000_000 + b"L\n.",
    "INT of a million digits": b"\x80\0I" + b"9" * 1_000_000 + b"\n.",
    "INT that is no number": b"\x80\0I0x10\n.",
    "GLOBAL of a million letters": b"\x80\2c" + b"x" * 1_000_000 + b"\nx\n.",
    "GLOBAL that never ends": b"\x80\2cnumpy",
    "STRING without its quotes": b"(S\n.",
    "STRING of other quotes": b"(S'x\"\n.",
    "STRING with half an escape": b"(S'\\x0'\n.",
    "STRING of text that is not Latin-1": b"(S'\\u4e00'\n.",
    "UNICODE beyond all characters": b"(V\\U7fffffff\n.",
    "BINUNICODE that is not UTF-8": b"\x80\2X\2\0\0\0\xff\xfe.",
    "BINUNICODE cut within a letter": b"\x80\2X\1\0\0\0\xc3.",
    "LONG_BINPUT far away": b"\x80\2)r\xff\xff\xff\xff.",
    "PUT far away": b"(" + b")p99999999999999999999\n.",
    "PUT at a negative place": b"(" + b")p-1\n.",
    "BINPUT of nothing": b"\x80\2q\0.",
    "BINGET of nothing": b"\x80\2h\0.",
    "GET of nothing": b"(g0\n.",
    "LONG_BINGET of nothing": b"\x80\2j\xff\xff\xff\xff.",
    "memo bomb, pairs of pairs": b"\x80\4)" + b"\x94h\0\x86" * 900 + b".",
    "memo bomb, 2**600 in one": b"\x80\4)"
        + b"".join(b"q%ch%c\x86" % (n % 256, n % 256) for n in range(600)) + b".",
    "tuples a thousand deep": b"\x80\2)" + b"\x85" * 1000 + b".",
    "tuples a million deep": b"\x80\2)" + b"\x85" * 1_000_000 + b".",
    "lists a million deep": b"(" + b"(l" * 1_000_000 + b".",
    "a million marks": b"(" * 1_000_000 + b".",
    "a million Nones": b"\x80\2" + b"N" * 1_000_000 + b".",
    "a hundred million Nones, gzipped": padded_gzip(b"\x80\2", 32 << 20, b"N"),
    "a hundred million marks, gzipped": padded_gzip(b"", 32 << 20, b"("),
    "a string of 32 MB, gzipped": padded_gzip(b"\x80\3B"
        + struct.pack("<I", 31 << 20), 32 << 20),
    "a line of 32 MB, gzipped": padded_gzip(b"(S'", 32 << 20, b"x"),
    "a number of 32 MB, gzipped": padded_gzip(b"(I", 32 << 20, b"7"),
    "text of two-byte letters, gzipped": padded_gzip(b"\x80\2X"
        + struct.pack("<I", 31 << 20), 32 << 20, b"\xc3\xbf"),
    "frames without end": b"\x80\4" + (b"\x95" + bytes(8)) * 100_000 + b".",
    "a frame of 2**63 bytes": b"\x80\4\x95" + struct.pack("<Q", 2**63) + b").",
    "protocols without end": b"\x80\2" * 100_000 + b".",
    "no values at the end": b"\x80\2.",
    "two values at the end": b"\x80\2)).",
    "TUPLE3 of less": b"\x80\2N\x87.",
    "TUPLE without a mark": b"\x80\2t.",
    "TUPLE with a mark above the stack": b"\x80\2NN(\x86t.",
    "REDUCE of nothing": b"\x80\2R.",
    "STACK_GLOBAL of nothing": b"\x80\4\x93.",
    "STACK_GLOBAL of numbers": b"\x80\4K\1K\1\x93.",
    "STACK_GLOBAL of tuples": b"\x80\4))\x93.",
    "no end": GOOD[:-1],
    "something after the end": GOOD + b"\x80\2" + SING + b")R.",
    "a second gzip member": gzip.compress(GOOD) + gzip.compress(SING + b")R."),
    "gzip with a wrong checksum": gzip.compress(GOOD)[:-8] + bytes(8),
    "gzip with a name without end": b"\x1f\x8b\x08\x08" + b"x" * 2_000_000,
    "gzip of gzip": gzip.compress(gzip.compress(GOOD)),
    "a number called": b"\x80\2K\1)R.",
    "a pickle of a canary": pickle.dumps(sing),
})  # fmt: skip
