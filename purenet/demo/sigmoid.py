"""the step of a perceptron beside the smooth curve of a sigmoid neuron"""

from __future__ import annotations

from collections.abc import Iterator

from purenet.console.programs import printing
from purenet.perceptron import Perceptron, step
from purenet.pictures.terminal_charts import function
from purenet.sigmoid import SigmoidNeuron, sigmoid
from purenet.words import say


def lines(style: str = "ascii") -> Iterator[str]:
    """Yield both curves, and what a small change of a weight does to each."""
    yield say("A perceptron's output, by its weighted input z: a step.")
    yield from function(step, -6, 6, style, columns=72, rows=9)
    yield ""
    yield say("A sigmoid neuron's: sigma(z) = 1 / (1 + exp(-z)), the step made smooth.")
    yield from function(sigmoid, -6, 6, style, columns=72, rows=9)
    yield ""
    change = "Change the first weight a little. One flips or stays, the other follows:"
    yield say(change)
    yield ""
    yield say("    w_1    perceptron    sigmoid neuron")
    for w in (1.90, 1.95, 2.00, 2.05, 2.10):
        weights, bias, x = [w, 2.0], -4.0, [1.0, 1.0]
        fires = Perceptron(weights, bias)(x)
        output = SigmoidNeuron(weights, bias)(x)
        yield f"   {w:.2f}        {fires}             {output:.4f}"


main = printing(__name__, lines)
