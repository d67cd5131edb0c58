"""purenet: how a neural network works, in plain Python and nothing else.

This package is chapter 1 of Michael Nielsen's book "Neural Networks and Deep
Learning" (http://neuralnetworksanddeeplearning.com/chap1.html) as programs.
Open its files in this order and you have read the chapter; run them and you
have trained it. Each file imports only those above it.

    vectors.py       what can be done with lists of numbers
    matrix.py        rows of numbers: the weights between two layers
    perceptron.py    a device that decides by weighing up evidence
    gates.py         perceptrons are NAND gates, and those can do all else
    sigmoid.py       perceptrons made smooth, so that they can learn
    descent.py       learning is walking downhill on a cost
    network.py       layers of sigmoid neurons that learn from examples
    mnist_loader.py  the digits to learn from

Beside it stand checks.py, what a network is given and what is refused;
shapes.py, what NumPy asks of our lists; and chapter 3's network2.py. The rooms
serve it (words: what is said, in which language; console: programs and
terminals; data: files of digits, and a pen that draws them; photos:
handwriting on paper; pictures: what can be seen), or are what people do with
it (engines: the network made fast; runs: training, keeping and going on;
course: Andrew Ng's exercise 4; classroom: exercises and their judge; web: the
pages in the browser; demo and commands).

    python3 -m purenet              what can be done
    python3 -m purenet.demo         one idea at a time
    python3 -m purenet train        learn to read digits

The notation is the book's:

    sizes        neurons in each layer, [784, 30, 10]
    x, y         an input, and the output wanted for it
    w, b         the weights and the bias of a neuron, or of a layer:
                 w[j][k] is w_jk, from neuron k of the layer before to neuron j
    z            the weighted input, w . x + b
    a            an activation, sigma(z)
    weights[0]   belongs to the second layer: it is the book's w^2
    C            the cost, half the squared distance of a from y
    delta        dC/dz, how much the cost changes with a weighted input
    nabla_w      dC/dw for every weight, nabla_b dC/db for every bias
    eta          the learning rate, the size of a step downhill
    mini_batch   the few examples that make one step
    epoch        once through all the examples
"""

import importlib
import sys

__version__ = "0.1.0"

# A sentence, where there would be a SyntaxError or a TypeError.
if sys.version_info < (3, 9):  # noqa: UP036
    sys.exit("purenet needs Python 3.9 or newer, and this one is older.")


def __getattr__(name):  # type: ignore[no-untyped-def]
    """Import a file or a room when it is first named.

    >>> import purenet
    >>> purenet.network.Network([2, 3, 1]).sizes
    [2, 3, 1]
    """
    try:
        return importlib.import_module(f"purenet.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"purenet.{name}":
            raise
        raise AttributeError(f"purenet has no {name}") from None
