"""Where digits come from: files of digits, and a pen that draws them.

Nothing here knows what a network is, and nothing here prints. Every reader
gives images (`purenet.data.image.Image`) and labels (whole numbers), or
raises DataError.
"""

from collections.abc import Callable

from purenet.words import say

Progress = Callable[[float, float], None]  # how much is done, and of how much


class DataError(ValueError):
    """A file or folder of digits that cannot be used.

    The message is a sentence that names the file and what is wrong with it, said
    as `say` does.

    >>> raise DataError("{}: {}", "mnist.pkl.gz", "the file is cut short")
    Traceback (most recent call last):
        ...
    purenet.data.DataError: mnist.pkl.gz: the file is cut short
    """

    def __init__(self, template: str, *values: object) -> None:
        super().__init__(say(template, *values))
