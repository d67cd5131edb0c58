"""Files of digits as Python 2, Python 3 and NumPy write them, made without NumPy."""

import io
import pickle
import struct
import sys
import zipfile
from array import array

from lessons.making import _png as png
from purenet.data import builtin

# Seven images that have every grey level, and as many labels.
GREYS = [bytes(at * 37 % 256 for at in range(n * 784, n * 784 + 784)) for n in range(7)]
LABELS = [3, 1, 4, 1, 5, 9, 2]


class Name:
    """A name in another module, which need not be there."""

    def __init__(self, module, name):
        self.module, self.name = module, name

    def __call__(self):
        raise AssertionError("a name was called")


class Ndarray:
    """What NumPy would pickle as an array; the dtype is like "<f4"."""

    def __init__(self, shape, dtype, data, fortran=False):
        self.shape, self.dtype, self.data, self.fortran = shape, dtype, data, fortran


class Dtype:
    def __init__(self, dtype):
        self.order, self.kind = dtype[0], dtype[1:]


class Pickler(pickle._Pickler):
    """Python's own, but for arrays, and for strings as Python 2 wrote them."""

    dispatch = dict(pickle._Pickler.dispatch)

    def __init__(self, file, protocol, python=3, numpy=1):
        super().__init__(file, protocol)
        self.numpy = "numpy.core" if numpy == 1 else "numpy._core"
        self.python = python

    def reducer_override(self, value):
        if isinstance(value, Name):
            return "name"
        if isinstance(value, Dtype):
            state = (3, value.order, None, None, None, -1, -1, 0)
            return Name("numpy", "dtype"), (value.kind, 0, 1), state
        if not isinstance(value, Ndarray):
            return NotImplemented
        dtype = self.shared(Dtype, value.dtype)
        if self.proto == 5:
            made = Name(self.numpy + ".numeric", "_frombuffer")
            order = "F" if value.fortran else "C"
            return made, (bytearray(value.data), dtype, value.shape, order)
        made = Name(self.numpy + ".multiarray", "_reconstruct")
        state = (1, value.shape, dtype, value.fortran, value.data)
        return made, (self.shared(Name, "numpy", "ndarray"), (0,), b"b"), state

    def shared(self, kind, *arguments):
        """The same object for the same arguments, so that it is written once."""
        known = self.__dict__.setdefault("known", {})
        return known.setdefault(arguments, kind(*arguments))

    def save_global(self, value, name=None):
        if not isinstance(value, Name):
            super().save_global(value, name)
        elif self.proto >= 4:
            self.save(value.module)
            self.save(value.name)
            self.write(pickle.STACK_GLOBAL)
        else:
            self.write(f"c{value.module}\n{value.name}\n".encode())
        if isinstance(value, Name):
            self.memoize(value)

    def save_string(self, value):
        """Write text or bytes as what Python 2 called a string."""
        if self.python == 3:
            kind = pickle._Pickler.dispatch[type(value)]
            return kind(self, value)
        data = value if isinstance(value, bytes) else value.encode("latin-1")
        if self.proto == 0:
            self.write(b"S" + repr(data)[1:].encode() + b"\n")
        elif len(data) < 256:
            self.write(b"U" + bytes([len(data)]) + data)
        else:
            self.write(b"T" + struct.pack("<i", len(data)) + data)
        return self.memoize(value)

    dispatch[bytes] = dispatch[str] = save_string


def pickled(value, protocol=2, python=2, numpy=1):
    """Return a pickle of tuples of Ndarray and the like."""
    file = io.BytesIO()
    Pickler(file, protocol, python, numpy).dump(value)
    return file.getvalue()


def images(greys=GREYS, dtype="<f4", scale=256, fortran=False):
    """Return the images as an array of the given kind, grey / scale."""
    if dtype[1] == "u":
        numbers = [grey for image in greys for grey in image]
    else:
        numbers = [grey / scale for image in greys for grey in image]
    if fortran:
        numbers = [n for column in range(784) for n in numbers[column::784]]
    return Ndarray((len(greys), 784), dtype, packed(numbers, dtype), fortran)


def labels(values=LABELS, dtype="<i8"):
    return Ndarray((len(values),), dtype, packed(values, dtype))


def packed(numbers, dtype):
    """Return the numbers as NumPy keeps them: dtype is like ">f8"."""
    code = {"f4": "f", "f8": "d", "i1": "b", "u1": "B", "i2": "h", "u2": "H"}
    code.update({"i4": "i", "u4": "I", "i8": "q", "u8": "Q"})
    numbers = array(code[dtype[1:]], numbers)
    if (dtype[0] == ">") != (sys.byteorder == "big"):
        numbers.byteswap()
    return numbers.tobytes()


def book(**kind):
    """Return the three pairs of the book's file: 7, 2 and 2 images."""
    return tuple((images(GREYS[start:stop], **kind), labels(LABELS[start:stop]))
                 for start, stop in ((0, 7), (0, 2), (3, 5)))  # fmt: skip


def idx(shape, data):
    """Return an IDX file of bytes."""
    return struct.pack(f">4B{len(shape)}I", 0, 0, 8, len(shape), *shape) + data


def npy(array, version=1):
    """Return an array as a file of NumPy's own kind."""
    shape = f"({array.shape[0]},)" if len(array.shape) == 1 else str(array.shape)
    header = (
        f"{{'descr': '{array.dtype}', 'fortran_order': {array.fortran},"
        f" 'shape': {shape}, }}"
    ).encode()
    length = struct.pack("<H" if version == 1 else "<I", len(header) + 1)
    return b"\x93NUMPY" + bytes([version, 0]) + length + header + b"\n" + array.data


def archive(members, compression=zipfile.ZIP_DEFLATED):
    """Return a zip archive of {name: contents}."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file.getvalue()


def keras(compression=zipfile.ZIP_DEFLATED, **kind):
    """Return a file like Keras's: 7 images for training, 2 for the test."""
    return archive(
        {"x_train.npy": npy(images(**kind)), "y_train.npy": npy(labels(dtype="|u1")),
         "x_test.npy": npy(images(GREYS[3:5], **kind)),
         "y_test.npy": npy(labels(LABELS[3:5]))},
        compression,
    )  # fmt: skip


def csv(start=0, stop=7, header=b"", end=b"\n"):
    """Return lines of a label and 784 grey levels."""
    rows = [[d, *grey] for d, grey in zip(LABELS[start:stop], GREYS[start:stop])]
    return header + b"".join(",".join(map(str, row)).encode() + end for row in rows)


def other_csv(end=b"\n"):
    """Return a spreadsheet's lines: a count, pixels up to 1, and the label last."""
    lines = [";".join(["", *(f"pixel{k}" for k in range(784)), "Class"])]
    for number, (label, grey) in enumerate(zip(LABELS, GREYS)):
        pixels = [f"{level / 255:.4f}".replace(".", ",") for level in grey]
        lines.append(";".join([str(number), *pixels, f"{label},0"]))
    return b"".join(line.encode() + end for line in lines)


def column(labels):
    """Return an array of labels as one of n x 1."""
    return Ndarray((*labels.shape, 1), labels.dtype, labels.data)


def dictionary(**kind):
    """Return what many keep in mnist.pkl: 7 images for training, 2 for the test."""
    return {"train_img": images(**kind), "train_label": labels(dtype="|u1"),
            "test_img": images(GREYS[3:5], **kind),
            "test_label": labels(LABELS[3:5], dtype="|u1")}  # fmt: skip


def other_npz():
    """Return an archive with other names, floats to 255, and columns of labels."""
    return archive(
        {"train_images.npy": npy(images(scale=1)),
         "train_labels.npy": npy(column(labels())),
         "test_images.npy": npy(images(GREYS[3:5], "<f8", 1)),
         "test_labels.npy": npy(column(labels(LABELS[3:5], dtype="<f8")))}
    )  # fmt: skip


def npy_files():
    """Return {name: contents} of four files of NumPy's."""
    return {"X_train.npy": npy(images(dtype="|u1")), "y_train.npy": npy(labels()),
            "X_test.npy": npy(images(GREYS[3:5], "|u1")),
            "y_test.npy": npy(labels(LABELS[3:5]))}  # fmt: skip


def qmnist():
    """Return {name: contents} of QMNIST's files: eight numbers about each digit."""
    files = {}
    for half, start, stop in (("train", 0, 7), ("test", 3, 5)):
        greys = b"".join(GREYS[start:stop])
        files[f"qmnist-{half}-images-idx3-ubyte"] = idx((stop - start, 28, 28), greys)
        rows = [[label, 4, 70_000, 0, 0, 9, 0, 0] for label in LABELS[start:stop]]
        data = struct.pack(f">{8 * len(rows)}i", *sum(rows, []))
        header = struct.pack(">4B2I", 0, 0, 0x0C, 2, len(rows), 8)
        files[f"qmnist-{half}-labels-idx2-int"] = header + data
    return files


def pictures():
    """Return {name: contents} of pictures sorted into folders, drawn by the pen."""
    (drawn, _), _, _ = builtin.load(6, 0, 0)
    names = ("0/a.png", "0/b.png", "1/a.png", "1/b.png", "2/a.png", "3/a.png")
    return {name: picture(bytes(image)) for name, image in zip(names, drawn)}


def picture(greys):
    """Return a PNG file of an image as it is on paper, black on white."""
    rows = [[255 - g for g in greys[at : at + 28]] for at in range(0, 784, 28)]
    return png.encode(rows)
