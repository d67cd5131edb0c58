"""What can be seen: digits and charts for the terminal, as SVG and as PNG.

`show` draws what a notebook is given, `save` writes any drawing to a file:

>>> from purenet.network import Network
>>> show(Network([2, 3, 1])).title
'A network of 2-3-1 neurons'
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from purenet.words import say

if TYPE_CHECKING:
    from purenet.pictures.drawing import Drawing

KINDS = (".svg", ".png")


def show(thing: Any) -> Drawing:
    """Draw a thing of this package, for a notebook or for `save`.

    thing: an Image, or a list of them; a Matrix, as its weights around zero
    (rows that are square pictures become pictures); a Network, as a diagram;
    a training history, the list of Epochs that `train` yields.
    Raise TypeError for anything else.

    >>> from purenet.data.image import Image
    >>> "<svg" in str(show(Image(bytes(784))))
    True
    >>> show("a word")
    Traceback (most recent call last):
        ...
    TypeError: show draws images, a Matrix, a Network or a list of Epochs, not str
    """
    from purenet.checks import Epoch
    from purenet.data.image import Image
    from purenet.matrix import Matrix
    from purenet.network import Network
    from purenet.pictures import diagrams, grids, history

    if isinstance(thing, Image):
        return grids.digits([thing], size=140)
    if isinstance(thing, Matrix):
        return grids.matrix(thing)
    if isinstance(thing, Network):
        return diagrams.network(thing.sizes)
    if isinstance(thing, (list, tuple)) and thing:
        if all(isinstance(one, Image) for one in thing):
            return grids.digits(thing)
        if all(isinstance(one, Epoch) for one in thing):
            return history.curve([(one.correct, one.total) for one in thing])
    raise TypeError(
        say(
            "show draws images, a Matrix, a Network or a list of Epochs, not {}",
            type(thing).__name__,
        )
    )


def check_name(path: str | Path) -> None:
    """Raise ValueError for a file name that ends neither in .svg nor in .png.

    >>> check_name("curve.jpg")
    Traceback (most recent call last):
        ...
    ValueError: curve.jpg: pictures are written as .svg or .png
    """
    if Path(path).suffix.lower() not in KINDS:
        raise ValueError(say("{}: pictures are written as .svg or .png", path))


def save(drawing: Drawing, path: str | Path) -> None:
    """Write a drawing as SVG or PNG, by the end of the file's name.

    Raise ValueError for another end, OSError where it cannot be written.

    >>> from purenet.pictures.drawing import Drawing
    >>> save(Drawing(20, 10, "nothing"), "drawing.gif")
    Traceback (most recent call last):
        ...
    ValueError: drawing.gif: pictures are written as .svg or .png
    """
    from purenet.console.replacing import replacing
    from purenet.pictures import canvas

    check_name(path)
    if Path(path).suffix.lower() == ".png":
        data = canvas.written(drawing)
    else:
        data = str(drawing).encode("utf-8")
    with replacing(Path(path)) as file:
        file.write(data)
