"""41 · 一次乘法算完一个小批量

课程：lessons/zh/17-on-to-numpy-and-pytorch.md

各种库把小批量的样本存成矩阵 A 的各行，每层一次就算完所有样本：

    A' = sigma(A w^T + b)

用 purenet 的 Matrix，这样写出网络的 feedforward。
"""

from purenet.matrix import Matrix
from purenet.network import Network
from purenet.sigmoid import sigmoid
from purenet.vectors import add


def feedforward(net, A):
    """返回网络的输出，写成矩阵，A 的每行对应一行。

    >>> net = Network([2, 3, 1], seed=1)
    >>> A = Matrix([[0.0, 1.0], [1.0, 0.5], [0.25, 0.0], [1.0, 1.0]])
    >>> outputs = feedforward(net, A)
    >>> outputs.shape
    (4, 1)
    >>> one_by_one = Matrix([net.feedforward(a) for a in A])
    >>> max(abs(row[0]) for row in outputs - one_by_one) < 1e-12
    True
    >>> A.shape
    (4, 2)
    """
    raise NotImplementedError("在这里写你的代码")


def step_of_last_layer(delta, A, eta):
    """返回要从最后一层的权重里减去的矩阵：eta/m delta^T A。

    delta：误差，m 个样本各一行；A：传进这一层的值，每个样本一行。

    >>> step = step_of_last_layer(
    ...     Matrix([[0.5], [-1.0]]), Matrix([[1.0, 0.0, 2.0], [0.5, 1.0, 0.0]]), 3.0)
    >>> step == Matrix([[0.0, -1.5, 1.5]])
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
