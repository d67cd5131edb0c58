"""16 · 逐个神经元计算 a' = sigma(w a + b)

课程：lessons/zh/04-architecture.md

书里的练习。方程 a' = sigma(w a + b) 一次写出了整层的计算。单独对神经元 j 写出
来，就是你已经知道的 S 型神经元的公式：

    a'_j = sigma(b_j + Σ_k w_jk a_k)

照这个形式写，检查时会与整层的结果相比。
"""

from purenet.network import Network
from purenet.sigmoid import sigmoid


def activation(w, b, a, j):
    """返回 a'_j，神经元 j 的激活值。

    w：权重，w[j][k] 是从神经元 k 到神经元 j 的权重；b：偏置；a：前一层的激活
    值。

    >>> activation([[0.0, 0.0], [1.0, -1.0]], [0.0, 0.0], [0.5, 0.5], 0)
    0.5
    >>> round(activation([[0, 0], [2, 1]], [0, 1], [1, -2], 1), 6)
    0.731059
    >>> net = Network([3, 4], seed=1)
    >>> a = [0.2, 0.9, 0.4]
    >>> by_neuron = [activation(net.weights[0], net.biases[0], a, j)
    ...              for j in range(4)]
    >>> by_layer = net.feedforward(a)
    >>> all(abs(one - two) < 1e-12 for one, two in zip(by_neuron, by_layer))
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
