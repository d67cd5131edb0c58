"""49 · softmax：总和为 1 的输出

课程：lessons/zh/11-learning-better.md

softmax 把最后一层的加权输入变成概率：

    a_j = exp(z_j) / (Σ_k exp(z_k))

代价是 -ln（正确答案的概率）。两个函数对任何 z 都不能溢出：exp(710) 超出了浮点
数的范围。起作用的只是各个 z 之差，所以先从每个 z 里减去最大的那个。
"""

import math


def softmax(z):
    """对列表里的加权输入，返回各个概率。

    >>> softmax([5.0, 5.0]), softmax([-1.0])
    ([0.5, 0.5], [1.0])
    >>> [round(a_j, 3) for a_j in softmax([2.0, 1.0, -1.0])]
    [0.705, 0.259, 0.035]
    >>> softmax([1000.0, 1000.0, 0.0])
    [0.5, 0.5, 0.0]
    """
    raise NotImplementedError("在这里写你的代码")


def cost(z, right):
    """返回对数似然代价；right：正确答案的位置。

    -ln a_j 等于 ln(Σ_k exp(z_k)) - z_j。这样写，即使 a_j 小到浮点数表示不了，
    也能算出数来。

    >>> round(cost([0.0, 0.0], 1), 6), round(cost([2.0, 1.0, -1.0], 0), 6)
    (0.693147, 0.349012)
    >>> cost([1000.0, 0.0], 1), cost([-1000.0, 0.0], 1)
    (1000.0, 0.0)
    """
    raise NotImplementedError("在这里写你的代码")


def delta(z, right):
    """返回代价对每个 z_j 的偏导数：a - y。

    >>> [round(d, 3) for d in delta([2.0, 1.0, -1.0], 1)]
    [0.705, -0.741, 0.035]
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
