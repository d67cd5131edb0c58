"""04 · 预测感知机的输出

课程：lessons/zh/01-perceptrons.md

这里有个感知机，权重是 2、-3、1，偏置是 0。不要运行，用铅笔算出它的输出，把你
的答案写进列表。检查时会替你运行，逐个比较答案。
"""

from purenet.perceptron import Perceptron

INPUTS = [[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1], [0, 0, 1]]


def prediction():
    """返回 INPUTS 对应的五个输出，写成由 0 和 1 组成的列表。

    >>> perceptron = Perceptron([2, -3, 1], bias=0)
    >>> [said == perceptron(x) for said, x in zip(prediction(), INPUTS)]
    [True, True, True, True, True]
    """
    raise NotImplementedError("在这里写你的代码")


def prediction_after_a_nudge():
    """权重 2 变成 2.001 后，再返回五个输出。

    >>> nudged = Perceptron([2.001, -3, 1], bias=0)
    >>> [said == nudged(x) for said, x in zip(prediction_after_a_nudge(), INPUTS)]
    [True, True, True, True, True]
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
