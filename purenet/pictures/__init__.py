"""What can be seen: digits and charts for the terminal and as SVG.

pixels           what a digit and a picture of weights are made of
terminal         digits and weights in a terminal, of block characters
terminal_charts  bars and curves in a terminal
drawing          lines, circles, words and pixels on paper, as SVG
grids            digits and weights as SVG, many in one picture
charts           curves over axes, as SVG
diagrams         a network as SVG
history          how a training went, and what it got wrong, as SVG
why              the slope of an output in every pixel

`show` draws what a notebook is given, `save` writes any drawing to a file:

>>> from purenet.network import Network
>>> show(Network([2, 3, 1])).title
'A network of 2-3-1 neurons'
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from purenet.console import replacing
from purenet.words import later, say

if TYPE_CHECKING:
    from purenet.pictures.drawing import Drawing

_AS = (".svg",), later("{}: pictures are written as .svg, which browsers and Word open")
_OURS = rb'<svg [^>]*class="purenet"'  # how a drawing's file begins


def show(thing: Any) -> Drawing:
    """Draw a thing of this package, for a notebook or for `save`.

    thing: an Image, a Matrix (as weights around zero), a Network, a list of Images or
    of the Epochs that `train` yields. Raise TypeError for anything else.

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
    text = "show draws images, a Matrix, a Network or a list of Epochs, not {}"
    raise TypeError(say(text, type(thing).__name__))


def check_place(path: str | Path) -> None:
    """Raise an error where a drawing should not be written, before the work."""
    replacing.check_place(path, _OURS, *_AS)


def save(drawing: Drawing, path: str | Path) -> None:
    """Write a drawing as an SVG file; OSError says where else it was written."""
    replacing.check_name(path, *_AS)
    replacing.keep(str(drawing).encode("utf-8"), path)
