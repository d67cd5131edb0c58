"""45 · 你自己的网络

课程：lessons/zh/09-backpropagation.md

把书中第 1 章的整个程序写成一个类，由你来写。逐个方法来写；每写完一个都可以检
查，再写下一个。`check` 会指出你写到了哪里，并把每个数与 purenet 的 Network 算
出的数相比。

第 4 课有 feedforward，第 6 课有代价，第 9 课有 backprop，第 7 课有小批量和
SGD。全都对了以后，训练这个网络，再用它识别你自己写的字：

    net = MyNetwork(Network([784, 30, 10], seed=1, init="scaled"))
    training_data, _, test_data = load_data_wrapper("built-in", train=1000)
    net.SGD(training_data, 5, 10, 3.0)
    saved.save(Network.from_weights(net.weights, net.biases), "mine.json")

然后运行 python3 -m purenet recognise --net mine.json photo.jpg
"""

import random

from purenet.mnist_loader import load_data_wrapper
from purenet.network import Network
from purenet.runs import saved
from purenet.sigmoid import sigmoid, sigmoid_prime


class MyNetwork:
    """以另一个网络的权重和偏置为初始值的网络。"""

    def __init__(self, net):
        self.weights = [[list(row) for row in w] for w in net.weights]
        self.biases = [list(b) for b in net.biases]

    def forward(self, x):
        """返回各层的 z，以及各层的激活值；第一层的激活值就是 x。

        z_j 是 w_jk a_k 对 k 的总和，再加上 b_j。每层一个列表。

        >>> net = MyNetwork(Network([2, 3, 1], seed=1))
        >>> zs, activations = net.forward([0.5, -1.0])
        >>> [len(z) for z in zs], [len(a) for a in activations]
        ([3, 1], [2, 3, 1])
        >>> theirs = Network([2, 3, 1], seed=1).forward([0.5, -1.0])
        >>> near(zs, theirs[0]), near(activations, theirs[1])
        (True, True)
        """
        raise NotImplementedError("在这里写你的代码")

    def cost(self, data):
        """返回各对 (x, y) 的 |y - a|^2 / 2 的平均值。

        >>> net = MyNetwork(Network([2, 1], seed=1))
        >>> data = [([0.0, 1.0], [1.0]), ([1.0, 0.0], [0.0])]
        >>> round(net.cost(data), 6) == round(cost_of(Network([2, 1], seed=1), data), 6)
        True
        """
        raise NotImplementedError("在这里写你的代码")

    def backprop(self, x, y):
        """返回一个样本的代价的梯度：nabla_b, nabla_w。

        与 self.biases、self.weights 的形式一样：每层的偏置是一个列表，权重是
        一个由各行组成的列表。

        >>> x, y = [0.5, -1.0], [0.0, 1.0]
        >>> nabla_b, nabla_w = MyNetwork(Network([2, 3, 2], seed=1)).backprop(x, y)
        >>> theirs = Network([2, 3, 2], seed=1).backprop(x, y)
        >>> near(nabla_b, theirs[0]), near(nabla_w, theirs[1])
        (True, True)
        """
        raise NotImplementedError("在这里写你的代码")

    def update_mini_batch(self, mini_batch, eta):
        """走一步：w - eta/m * nabla_w 之和，偏置也一样。

        >>> batch = [([0.5, -1.0], [0.0, 1.0]), ([1.0, 0.5], [1.0, 0.0])]
        >>> mine = MyNetwork(Network([2, 3, 2], seed=1))
        >>> theirs = Network([2, 3, 2], seed=1)
        >>> mine.update_mini_batch(batch, 3.0)
        >>> theirs.update_mini_batch(batch, 3.0)
        >>> near(mine.weights, theirs.weights), near(mine.biases, theirs.biases)
        (True, True)
        """
        raise NotImplementedError("在这里写你的代码")

    def SGD(self, training_data, epochs, mini_batch_size, eta, seed=0):
        """每轮打乱样本，再按小批量学习。

        每个小批量都交给 update_mini_batch。最后一个小批量可以小一些。传进来的
        列表保持原来的顺序。种子相同，顺序就相同；种子不同，顺序就不同。

        >>> data = [([k / 9, 1 - k / 9], [float(k > 4)]) for k in range(10)]
        >>> net = MyNetwork(Network([2, 3, 1], seed=1))
        >>> before = net.cost(data)
        >>> net.SGD(data, 60, 4, 3.0)
        >>> net.cost(data) < before / 3
        True
        >>> [round(9 * x[0]) for x, y in data]
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
        """
        raise NotImplementedError("在这里写你的代码")


def near(numbers, others):
    """判断两个嵌套的列表里的数是否相同（不计舍入误差）。"""
    if isinstance(numbers, (int, float)):
        return abs(numbers - others) < 1e-9
    return len(numbers) == len(others) and all(map(near, numbers, others))


def cost_of(net, data):
    """返回 purenet 的网络的平均代价。"""
    return sum(
        sum((y_j - a_j) ** 2 for y_j, a_j in zip(y, net.feedforward(x))) / 2
        for x, y in data
    ) / len(data)


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
