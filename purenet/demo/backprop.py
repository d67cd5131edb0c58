"""one example through a 2-2-1 network and back, every number shown"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from purenet.console.arguments import option, whole
from purenet.console.programs import printing
from purenet.descent import gradient
from purenet.matrix import Matrix, Outer
from purenet.network import Network
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.vectors import Vector, add, hadamard
from purenet.words import say

X, Y = [1.0, 0.5], [1.0]


def lines(seed: int) -> Iterator[str]:
    """Yield z, a, delta and nabla of each layer, and a check by trying.

    >>> list(lines(1))[-1].startswith("The largest difference: ")
    True
    """
    net = Network([2, 2, 1], seed=seed)
    w2, w3 = net.weights
    b2, b3 = net.biases
    drawn = "A 2-2-1 network, its weights drawn with seed {}; the input x and the"
    yield say(drawn, seed)
    yield say("output y wanted for it: x = {}, y = {}", _vector(X), _vector(Y))
    yield ""
    yield say("weights  w2 = {}  b2 = {}", _matrix(w2), _vector(b2))
    yield f"         w3 = {_matrix(w3)}  b3 = {_vector(b3)}"
    yield ""
    z2 = add(w2 @ X, b2)
    a2 = [sigmoid(z) for z in z2]
    z3 = add(w3 @ a2, b3)
    a3 = [sigmoid(z) for z in z3]
    yield say("forward  z2 = w2 x + b2  = {}", _vector(z2))
    yield f"         a2 = sigma(z2)  = {_vector(a2)}"
    yield f"         z3 = w3 a2 + b3 = {_vector(z3)}"
    yield f"         a3 = sigma(z3)  = {_vector(a3)}"
    yield say("         the cost is C = (a3 - y)^2 / 2 = {:.6f}", _cost(a3))
    yield ""
    delta3 = hadamard(net.cost_derivative(a3, Y), [sigmoid_prime(z) for z in z3])
    delta2 = hadamard(w3.transpose() @ delta3, [sigmoid_prime(z) for z in z2])
    d3, d2 = _vector(delta3), _vector(delta2)
    yield say("backward delta3 = (a3 - y) * sigma'(z3)               = {}", d3)
    yield say("         delta2 = (w3 transposed delta3) * sigma'(z2) = {}", d2)
    yield ""
    yield say("nabla_b  b3: delta3 = {}   b2: delta2 = {}", d3, d2)
    yield say("nabla_w  w3: delta3 times a2 = {}", _matrix(Outer(delta3, a2)))
    yield say("         w2: delta2 times x  = {}", _matrix(Outer(delta2, X)))
    yield ""
    yield from _check(net)


def _check(net: Network) -> Iterator[str]:
    """Yield what backprop gives beside slopes found by trying each weight."""
    nabla_b, nabla_w = net.backprop(X, Y)
    found = _flat(nabla_b, nabla_w)
    tried = gradient(lambda v: _cost_with(net, v), _flat(net.biases, net.weights))
    names = ["b2_1", "b2_2", "b3_1", "w2_11", "w2_12", "w2_21", "w2_22"]
    names += ["w3_11", "w3_12"]
    yield say("Checked by changing each a little, to and fro, and looking at the cost:")
    yield ""
    yield say("          backprop         by trying")
    for name, slope, slope_tried in zip(names, found, tried):
        yield f"{name:<6} {slope:13.10f}  {slope_tried:13.10f}"
    worst = max(abs(a - b) for a, b in zip(found, tried))
    yield ""
    yield say("The largest difference: {:.1e}", worst)


def _cost(output: Sequence[float]) -> float:
    """The chapter's cost of the example: C = (a - y)^2 / 2."""
    return (output[0] - Y[0]) ** 2 / 2


def _flat(biases: Iterable[Vector], weights: Iterable[Matrix]) -> Vector:
    """Lay all biases, then all weights, in one long vector."""
    result = [b_j for b in biases for b_j in b]
    return result + [w_jk for w in weights for row in w for w_jk in row]


def _cost_with(net: Network, v: Vector) -> float:
    numbers = iter(v)
    biases = [[next(numbers) for _ in b] for b in net.biases]
    weights = [Matrix([[next(numbers) for _ in row] for row in w]) for w in net.weights]
    return _cost(Network.from_weights(weights, biases).feedforward(X))


def _vector(v: Sequence[float]) -> str:
    """Return a vector with four digits a number."""
    return "(" + ", ".join(f"{number:.4f}" for number in v) + ")"


def _matrix(m: Matrix) -> str:
    """Return a matrix with four digits a number, its rows divided by a bar."""
    return "(" + " | ".join(_vector(row)[1:-1] for row in m) + ")"


main = printing(
    __name__,
    lines,
    option("--seed", type=whole, default=1, help="for other weights (1)"),
)
