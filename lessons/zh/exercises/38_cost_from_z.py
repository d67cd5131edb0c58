"""38 · 对任何 z 都能算出的代价

课程：lessons/zh/11-learning-better.md

一个输出的交叉熵是

    C = -( y ln a + (1 - y) ln(1 - a) )        其中 a = sigma(z)

请写成对任何 z 都能算出结果的形式。先算 a 就会出错：z = 40 时浮点数 a 正好是
1.0，ln(1 - a) 就是 0 的对数。所以从 z 出发。下面两个式子可以帮忙，它们就是公
式里的两个对数：

    -ln(a)     = ln(1 + exp(-z))
    -ln(1 - a) = ln(1 + exp(z)) = z + ln(1 + exp(-z))
"""

import math


def cross_entropy(z, y):
    """返回加权输入为 z 的输出的交叉熵。

    y：期望输出，0 到 1。

    >>> round(cross_entropy(0.0, 1), 6), round(cross_entropy(0.0, 0), 6)
    (0.693147, 0.693147)
    >>> round(cross_entropy(2.0, 1), 6), round(cross_entropy(2.0, 0), 6)
    (0.126928, 2.126928)
    >>> round(cross_entropy(-2.0, 0.5), 6)
    1.126928
    >>> cross_entropy(1000.0, 0), cross_entropy(-1000.0, 1)
    (1000.0, 1000.0)
    >>> cross_entropy(1000.0, 1) == 0, cross_entropy(-1000.0, 0) == 0
    (True, True)
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
