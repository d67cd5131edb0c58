"""51 · 每个输入对一个输出的贡献

课程：lessons/zh/15-why-this-answer.md

网络有一个隐藏层，神经元用 tanh；输出神经元只求加权和：输出是 v . a，其中 a_j
= tanh(z_j)。所以输出对第 k 个输入的偏导数是

    Σ_j v_j (1 - tanh(z_j)^2) w_jk

输入 x_k 对输出的贡献，大约是这个偏导数乘以 x_k。
"""

import math

from purenet.matrix import Matrix
from purenet.vectors import dot


def spoken(w, v, x):
    """返回一个列表：对每个输入，偏导数乘以这个输入。

    w：隐藏层的权重，一个 Matrix，每个隐藏神经元一行；v：输出神经元的权重；x：
    输入。z = w x，没有偏置。

    z = 0 时，每个 tanh 的导数都是 1：

    >>> spoken(Matrix([[2.0, -1.0]]), [1.0], [1.0, 2.0])
    [2.0, -2.0]
    >>> spoken(Matrix([[1.0, -1.0], [3.0, -3.0]]), [1.0, 2.0], [0.5, 0.5])
    [3.5, -3.5]

    没有笔迹的像素，贡献是 0：

    >>> spoken(Matrix([[0.0, 1.0]]), [5.0], [1.0, 0.0])
    [0.0, 0.0]
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
