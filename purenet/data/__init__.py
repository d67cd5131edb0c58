"""Where digits come from: files of digits, and a pen that draws them.

Nothing here knows what a network does, and nothing here prints. Every reader
gives images (`purenet.data.image.Image`) and labels (whole numbers), or
raises DataError.

image             a handwritten digit: 28 x 28 grey levels, 784 numbers
reader            digits out of a file or folder of any kind, and cut into three
gate              which way up, and what is paper: seen in the images
pickled           the book's mnist.pkl.gz
idx, npz, table   LeCun's files, NumPy's, and lines of numbers (CSV)
matlab            tables of numbers out of MATLAB's files
course_digits     the digits of Andrew Ng's course out of such a file
picture_folder    pictures sorted by their digits
arrays            numbers become images and labels, or are refused
stream            the bytes of a file, unpacked; how much it may take
folder            which files belong together; what their names say
strangers         what else lies where a file of digits should be
find              where the digits are, if nobody has said
download          MNIST out of the internet, as it was published
builtin           the digits that come along, and as many more as wanted
pen, handwriting  what draws them; the ways of writing each digit
networks          the numbers of a network: JSON, as the book has it;
network_npz       the same for NumPy
"""

from collections.abc import Callable

from purenet.words import say

Progress = Callable[[float, float], None]  # how much is done, and of how much


class DataError(ValueError):
    """A file or folder of digits that cannot be used: the message is a sentence.

    >>> raise DataError("{}: {}", "mnist.pkl.gz", "the file is cut short")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: mnist.pkl.gz: the file is cut short
    """

    def __init__(self, template: str, *values: object) -> None:
        super().__init__(say(template, *values))
