"""14 · 变成感知机的 S 型神经元

课程：lessons/zh/03-sigmoid-neurons.md

同一个练习的后一半，这次用 S 型神经元。把权重和偏置乘以一个越来越大的 c：
sigma(c z) 越来越接近感知机的输出。c 要多大？另外，有一种情况是例外。
"""

from purenet.perceptron import step
from purenet.sigmoid import SigmoidNeuron, sigmoid


def smallest_c(zs, distance):
    """返回足够大的最小整数 c，从 1 找起。

    足够大：对列表 zs 里的每个 z，sigmoid(c * z) 与 step(z) 之差的绝对值都小于
    `distance`。所有 z 都不是 0。

    >>> smallest_c([3, 1, 1, -1], 0.01)
    5
    >>> smallest_c([3, 1, 1, -1], 0.3)
    1
    >>> smallest_c([0.5, -2.0], 0.001)
    14
    """
    raise NotImplementedError("在这里写你的代码")


def where_it_fails():
    """返回一个由三个二进制位（不全是 0）组成的输入：对这个输入，c 取多大都不
    够。

    神经元的权重是 2、-1、-1，偏置是 0。

    >>> x = where_it_fails()
    >>> list(x) != [0, 0, 0] and len(x) == 3 and all(bit in (0, 1) for bit in x)
    True
    >>> [SigmoidNeuron([2 * c, -c, -c], bias=0)(x) for c in (1, 1000)]
    [0.5, 0.5]
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
