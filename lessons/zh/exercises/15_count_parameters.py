"""15 · 网络有多少个参数？

课程：lessons/zh/04-architecture.md

每个神经元对前一层的每个神经元都有一个权重，另有一个偏置。第一层（输入层）的神
经元两样都没有。
"""

from purenet.network import Network


def count(sizes):
    """返回网络有多少个权重、多少个偏置。

    sizes：每层的神经元个数。

    >>> count([2, 3, 1])
    (9, 4)
    >>> count([784, 30, 10])
    (23820, 40)
    >>> count([784, 10])
    (7840, 10)
    >>> net = Network([5, 4, 3, 2])
    >>> weights = sum(rows * columns for rows, columns in
    ...               (w.shape for w in net.weights))
    >>> count([5, 4, 3, 2]) == (weights, sum(len(b) for b in net.biases))
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
