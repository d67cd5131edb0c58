"""13 · 所有权重和偏置乘以 c

课程：lessons/zh/03-sigmoid-neurons.md

书里的练习。取一个感知机网络，把所有权重和偏置都乘以一个大于 0 的数 c。证明网
络的行为与原来一样。造出这样的感知机，看看其中的道理。
"""

from purenet.perceptron import Perceptron

INPUTS = [[x1, x2, x3] for x1 in (0, 1) for x2 in (0, 1) for x3 in (0, 1)]


def times(c, perceptron):
    """返回一个感知机，所有权重和偏置都是原来的 c 倍。

    >>> festival = Perceptron([6, 2, 2], bias=-5)
    >>> times(2, festival)
    Perceptron([12.0, 4.0, 4.0], bias=-10.0)
    >>> festival  # 原来的感知机没有被改动
    Perceptron([6.0, 2.0, 2.0], bias=-5.0)
    >>> bigger = times(1000, festival)
    >>> [bigger(x) for x in INPUTS] == [festival(x) for x in INPUTS]
    True
    """
    raise NotImplementedError("在这里写你的代码")


def answer():
    """在 -1、0、0.001 和 7 里，返回不改变任何输出的 c，写成列表。

    >>> festival = Perceptron([6, 2, 2], bias=-5)
    >>> before = [festival(x) for x in INPUTS]
    >>> sorted(answer()) == [c for c in (-1, 0, 0.001, 7)
    ...                      if [times(c, festival)(x) for x in INPUTS] == before]
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
