"""48 · 哪个方程错了？

课程：lessons/zh/13-what-is-wrong.md

梯度检验逐层进行，偏置和权重分开。看哪些偏导数不对，就知道程序把反向传播的四个
方程中的哪一个写错了。
"""

import math


def relative_difference(found, tried):
    """返回 |found - tried| / (|found| + |tried|)，全是零时返回 0.0。

    found、tried：两个由偏导数构成的列表；|v| 是由数构成的列表 v 的长度
    （模），即各数平方和的平方根。（吴恩达的课程里，分母是 |found + tried|：梯
    度符号反了时，这个分母是 0。）

    >>> relative_difference([3.0, 4.0], [3.0, 4.0])
    0.0
    >>> round(relative_difference([6.0, 8.0], [3.0, 4.0]), 3)
    0.333
    >>> relative_difference([3.0, -4.0], [-3.0, 4.0])
    1.0
    >>> relative_difference([0.0, 0.0], [0.0, 0.0])
    0.0
    """
    raise NotImplementedError("在这里写你的代码")


def which_equation(layers):
    """返回写错的方程的编号；全对时返回 0。

    layers：从第一层到最后一层，每层一对数：偏置的相对差和权重的相对差。不小于
    0.000001 就是不对。最后一层的偏置不对，错的是方程 1；最后一层的偏置对、其
    他层的偏置不对，错的是方程 2；只有权重不对，错的是方程 4。

    >>> which_equation([(0.0, 1e-9), (1e-10, 0.0)])
    0
    >>> which_equation([(0.2, 0.2), (0.4, 0.4)])
    1
    >>> which_equation([(0.7, 0.7), (0.0, 0.0), (0.0, 0.0)])
    2
    >>> which_equation([(0.0, 0.222), (0.0, 0.327)])
    4
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
