"""11 · sigmoid 函数

课程：lessons/zh/03-sigmoid-neurons.md

    sigma(z) = 1 / (1 + exp(-z))

照公式直接写，z = -1000 时会出错：exp(1000) 超出了浮点数的范围。请写成对任何 z
都能算出结果的形式。
"""

import math


def sigmoid(z):
    """返回 sigma(z)，一个 0 到 1 的数。

    >>> sigmoid(0.0)
    0.5
    >>> round(sigmoid(2.0), 6), round(sigmoid(-2.0), 6)
    (0.880797, 0.119203)
    >>> sigmoid(1000.0)
    1.0
    >>> sigmoid(-1000.0)
    0.0
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
