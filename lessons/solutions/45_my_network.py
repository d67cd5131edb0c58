"""45 · Your own network

Lesson: lessons/09-backpropagation.md

The whole of the chapter in one class, and written by you. Write one method
after another; each can be checked before the next one is begun. `check` says
how far you are, and compares every number with that of purenet's Network.

Lesson 4 has feedforward, lesson 6 the cost, lesson 9 backprop, lesson 7 the
mini-batch and SGD. When all of it is right, let it learn, and read your own
handwriting with it:

    net = MyNetwork(Network([784, 30, 10], seed=1, init="scaled"))
    training_data, _, test_data = load_data_wrapper("built-in", train=1000)
    net.SGD(training_data, 5, 10, 3.0)
    saved.save(Network.from_weights(net.weights, net.biases), "mine.json")

and then python3 -m purenet recognise --net mine.json photo.jpg
"""

import random

from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.runs import saved
from purenet.sigmoid import sigmoid, sigmoid_prime


class MyNetwork:
    """A network that begins with the weights and the biases of another one."""

    def __init__(self, net):
        self.weights = [[list(row) for row in w] for w in net.weights]
        self.biases = [list(b) for b in net.biases]

    def forward(self, x):
        """Return the zs of all layers, and the activations; x is the first of these.

        z_j is the sum over k of w_jk a_k, and b_j. A list for each layer.

        >>> net = MyNetwork(Network([2, 3, 1], seed=1))
        >>> zs, activations = net.forward([0.5, -1.0])
        >>> [len(z) for z in zs], [len(a) for a in activations]
        ([3, 1], [2, 3, 1])
        >>> theirs = Network([2, 3, 1], seed=1).forward([0.5, -1.0])
        >>> near(zs, theirs[0]), near(activations, theirs[1])
        (True, True)
        """
        # --- your code
        zs, activations = [], [list(x)]
        for w, b in zip(self.weights, self.biases):
            a = activations[-1]
            z = [
                sum(w_jk * a_k for w_jk, a_k in zip(row, a)) + b_j
                for row, b_j in zip(w, b)
            ]
            zs.append(z)
            activations.append([sigmoid(z_j) for z_j in z])
        return zs, activations
        # --- end

    def cost(self, data):
        """Return the mean over the pairs (x, y) of |y - a|^2 / 2.

        >>> net = MyNetwork(Network([2, 1], seed=1))
        >>> data = [([0.0, 1.0], [1.0]), ([1.0, 0.0], [0.0])]
        >>> round(net.cost(data), 6) == round(cost_of(Network([2, 1], seed=1), data), 6)
        True
        """
        # --- your code
        total = 0.0
        for x, y in data:
            output = self.forward(x)[1][-1]
            total += sum((y_j - a_j) ** 2 for y_j, a_j in zip(y, output)) / 2
        return total / len(data)
        # --- end

    def backprop(self, x, y):
        """Return the gradient of the cost of one example: nabla_b, nabla_w.

        As self.biases and self.weights: a list, and a list of rows, for each layer.

        >>> x, y = [0.5, -1.0], [0.0, 1.0]
        >>> nabla_b, nabla_w = MyNetwork(Network([2, 3, 2], seed=1)).backprop(x, y)
        >>> theirs = Network([2, 3, 2], seed=1).backprop(x, y)
        >>> near(nabla_b, theirs[0]), near(nabla_w, theirs[1])
        (True, True)
        """
        # --- your code
        zs, activations = self.forward(x)
        errors = [a_j - y_j for a_j, y_j in zip(activations[-1], y)]
        delta = [e * sigmoid_prime(z_j) for e, z_j in zip(errors, zs[-1])]
        deltas = [delta]
        for w, z in zip(self.weights[:0:-1], zs[-2::-1]):
            errors = [sum(d * w_j for d, w_j in zip(delta, w_k)) for w_k in zip(*w)]
            delta = [e * sigmoid_prime(z_k) for e, z_k in zip(errors, z)]
            deltas.insert(0, delta)
        nabla_w = [
            [[d * a_k for a_k in a] for d in delta]
            for delta, a in zip(deltas, activations)
        ]
        return deltas, nabla_w
        # --- end

    def update_mini_batch(self, mini_batch, eta):
        """Take one step: w - eta/m * sum of nabla_w, and so for the biases.

        >>> batch = [([0.5, -1.0], [0.0, 1.0]), ([1.0, 0.5], [1.0, 0.0])]
        >>> mine = MyNetwork(Network([2, 3, 2], seed=1))
        >>> theirs = Network([2, 3, 2], seed=1)
        >>> mine.update_mini_batch(batch, 3.0)
        >>> theirs.update_mini_batch(batch, 3.0)
        >>> near(mine.weights, theirs.weights), near(mine.biases, theirs.biases)
        (True, True)
        """
        # --- your code
        gradients = [self.backprop(x, y) for x, y in mini_batch]
        step = eta / len(gradients)
        for nabla_b, nabla_w in gradients:
            for b, nb in zip(self.biases, nabla_b):
                for j, slope in enumerate(nb):
                    b[j] -= step * slope
            for w, nw in zip(self.weights, nabla_w):
                for row, slopes in zip(w, nw):
                    for k, slope in enumerate(slopes):
                        row[k] -= step * slope
        # --- end

    def SGD(self, training_data, epochs, mini_batch_size, eta, seed=0):
        """Shuffle the examples in each epoch, and learn from them in mini-batches.

        Each goes to update_mini_batch. The last mini-batch may be shorter. The list
        that is given keeps its order. The same seed gives the same order, another
        seed another one.

        >>> data = [([k / 9, 1 - k / 9], [float(k > 4)]) for k in range(10)]
        >>> net = MyNetwork(Network([2, 3, 1], seed=1))
        >>> before = net.cost(data)
        >>> net.SGD(data, 60, 4, 3.0)
        >>> net.cost(data) < before / 3
        True
        >>> [round(9 * x[0]) for x, y in data]
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
        """
        # --- your code
        rng = random.Random(seed)
        examples = list(training_data)
        for _ in range(epochs):
            rng.shuffle(examples)
            for start in range(0, len(examples), mini_batch_size):
                self.update_mini_batch(examples[start : start + mini_batch_size], eta)
        # --- end


def near(numbers, others):
    """Say whether lists in lists hold the same numbers, but for rounding."""
    if isinstance(numbers, (int, float)):
        return abs(numbers - others) < 1e-9
    return len(numbers) == len(others) and all(map(near, numbers, others))


def cost_of(net, data):
    """Return the mean cost of purenet's network."""
    return sum(
        sum((y_j - a_j) ** 2 for y_j, a_j in zip(y, net.feedforward(x))) / 2
        for x, y in data
    ) / len(data)


# Hint: (forward) Keep the list of activations and take the last of it, layer by
#   layer. For neuron j: row j of the weights, times these, plus its bias.
# Hint: (backprop) Begin with delta of the last layer: (a - y) sigma'(z). Then go
#   back: for neuron k the sum over j of w_jk delta_j, times sigma'(z_k). zip(*w)
#   gives the columns of w.
# Hint: (backprop) nabla_w of a layer has delta_j a_k in row j and column k, where
#   a is what came into the layer.
# Hint: (update_mini_batch) Find all gradients before you change any weight.
# Hint: (SGD) Shuffle a copy, and cut it: examples[start : start + mini_batch_size].

# Hidden: forward tuple without purenet.network:Network
#   sizes = wholes(2 + k % 7, 1, one_of(3, 7))
#   >>> net = MyNetwork(Network({sizes}, seed={k}))
#   >>> zs, activations = net.forward({smalls(sizes[0])})
#   >>> list(zs)
#   >>> list(activations)
# Hidden: cost without purenet.network:Network
#   data = [(smalls(3), [one_of(0.0, part()) for _ in range(n)]) for _ in range(m)]
#   >>> MyNetwork(Network([3, {m}, {n}], seed={k})).cost({data})
# Hidden: backprop tuple without purenet.network:Network
#   sizes = wholes(2 + k % 7, 1, one_of(3, 7))
#   >>> net = MyNetwork(Network({sizes}, seed={k}))
#   >>> nabla_b, nabla_w = net.backprop({smalls(sizes[0])}, {smalls(sizes[-1])})
#   >>> list(nabla_b)
#   >>> list(nabla_w)
# Hidden: update_mini_batch tuple without purenet.network:Network
#   sizes = [2, *wholes(k % 7, 1, one_of(2, 7)), 1]
#   data = [(smalls(2), [one_of(0.0, 1.0, part())]) for _ in range(m)]
#   >>> net = MyNetwork(Network({sizes}, seed={k}))
#   >>> net.update_mini_batch({data}, {one_of(3.0, 0.5, part())})
#   >>> list(net.biases)
#   >>> [[list(row) for row in w] for w in net.weights]
# Hidden: SGD tuple prints without purenet.network:Network
#   data = [(smalls(2), [one_of(0.0, 1.0)])] * (m + 3)
#   >>> net = MyNetwork(Network([2, {1 + k % 3}, 1], seed={k}))
#   >>> net.SGD({data}, {whole(1, 4)}, {whole(1, 6)}, {one_of(3.0, 0.5, part())})
#   >>> list(net.biases)
#   >>> [[list(row) for row in w] for w in net.weights]
# Hidden: SGD tuple prints
#   data = [(smalls(2), [one_of(0.0, 1.0)]) for _ in range(m)]
#   >>> net = MyNetwork(Network([2, {1 + k % 3}, 1], seed={k}))
#   >>> net.SGD({data}, {whole(1, 4)}, {m + k % 2}, {one_of(3.0, 0.5, part())})
#   >>> list(net.biases)
#   >>> [[list(row) for row in w] for w in net.weights]
# Hidden: SGD prints once
#   >>> class Watched(MyNetwork):
#   ...     def update_mini_batch(self, mini_batch, eta):
#   ...         sizes.append(len(mini_batch))
#   ...         order.extend(int(x[0]) for x, y in mini_batch)
#   >>> sizes, order = [], []
#   >>> data = [([float(j)], [0.0]) for j in range(14)]
#   >>> Watched(Network([1, 1])).SGD(data, 2, 4, 3.0)
#   >>> sizes
#   >>> sorted(order[:14]) == sorted(order[14:]) == list(range(14))
#   >>> order[:14] == list(range(14))  # shuffled
#   >>> order[:14] == order[14:]  # and in the next epoch anew
#   >>> first, order = order, []
#   >>> Watched(Network([1, 1])).SGD(data, 2, 4, 3.0)
#   >>> order == first  # the same seed, the same order
#   >>> order = []
#   >>> Watched(Network([1, 1])).SGD(data, 2, 4, 3.0, seed=1)
#   >>> order == first
