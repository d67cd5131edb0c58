"""02 · 从阈值到偏置

课程：lessons/zh/01-perceptrons.md

“w . x > 阈值”和“w . x + b > 0”说的是一回事，b 就是偏置。这套课程全用第二种写
法：偏置与权重一样是参数，也一样能通过学习得到。
"""

from purenet.vectors import dot


def bias_of(threshold):
    """返回和这个阈值等价的偏置。

    >>> bias_of(5)
    -5
    >>> bias_of(-3)
    3
    """
    raise NotImplementedError("在这里写你的代码")


def decide(weights, bias, inputs):
    """w . x + b 大于 0 时返回 1，否则返回 0。

    >>> decide([6, 2, 2], -5, [1, 0, 0])
    1
    >>> decide([6, 2, 2], -5, [0, 1, 1])
    0
    >>> decide([6, 2, 2], bias_of(4), [0, 1, 1])
    0
    >>> decide([], 3, [])
    1
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
