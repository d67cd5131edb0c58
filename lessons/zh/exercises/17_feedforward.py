"""17 · 找错：覆盖了自己输入的一层

课程：lessons/zh/04-architecture.md

这个函数把输入一层一层传过网络。对有些网络，输出有点不对，几个星期都没人发现。
找出错误，改正它。
"""

from purenet.network import Network
from purenet.sigmoid import sigmoid
from purenet.vectors import dot


def feedforward(weights, biases, a):
    """返回网络对输入 a 的输出。

    weights, biases：第一层之后的每层各有一个矩阵和一个列表。

    >>> feedforward([[[0, 1], [1, 0]]], [[0, 0]], [0, 1000])
    [1.0, 0.5]
    >>> net = Network([2, 2, 2], seed=5)
    >>> x = [0.3, 0.7]
    >>> output = feedforward(net.weights, net.biases, x)
    >>> [round(a - b, 9) for a, b in zip(output, net.feedforward(x))]
    [0.0, 0.0]
    >>> x  # 输入还是原来的样子
    [0.3, 0.7]
    """
    for w, b in zip(weights, biases):
        for j in range(len(b)):
            a[j] = sigmoid(dot(w[j], a) + b[j])
    return a


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
