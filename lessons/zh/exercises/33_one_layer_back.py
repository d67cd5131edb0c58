"""33 · 用 tanh 时，误差传回前一层

课程：lessons/zh/09-backpropagation.md

第二个方程由下一层的误差得出这一层的误差：

    delta_k = (Σ_j w_jk delta_j) * (激活函数在 z_k 处的导数)

下一层的每个误差里都有神经元 k 的一份，w_jk 决定这一份有多大。课文里用的是 S
型神经元。这里隐藏层的神经元输出 a_k = tanh(z_k)，在 -1 和 1 之间，导数是 1 -
tanh(z_k)^2。
"""

import math

from purenet.matrix import Matrix
from purenet.vectors import dot


def error_before(w, delta, z):
    """返回一层 tanh 神经元的误差。

    w：从这一层到下一层的权重，一个 Matrix；delta：下一层的误差；z：这一层的加
    权输入。

    >>> error_before(Matrix([[2.0, 0.0, -4.0]]), [1.0], [0.0, 0.0, 0.0])
    [2.0, 0.0, -4.0]
    >>> error_before(Matrix([[1.0, 2.0], [3.0, 4.0]]), [1.0, 1.0], [0.0, 0.0])
    [4.0, 6.0]

    与数值梯度比一比：下一层神经元的误差是 delta_j = a_j - y_j，代价对 z_k 的
    偏导数应当正是 delta_k。

    >>> w, y, z = Matrix([[0.5, -1.5], [2.0, 1.0]]), [1.0, 0.0], [0.3, -0.8]
    >>> delta = [a_j - y_j for a_j, y_j in zip(outputs(w, z), y)]
    >>> found = [slope_by_trying(w, y, z, k) for k in range(2)]
    >>> all(abs(one - two) < 1e-6 for one, two in zip(error_before(w, delta, z), found))
    True
    """
    raise NotImplementedError("在这里写你的代码")


def outputs(w, z):
    """返回下一层的加权输入，在这里也就是下一层的输出。"""
    return [dot(row, [math.tanh(z_k) for z_k in z]) for row in w]


def slope_by_trying(w, y, z, k, h=1e-6):
    """返回误差平方和的一半对 z_k 的偏导数。"""
    cost = []
    for side in (h, -h):
        moved = [z_i + side * (i == k) for i, z_i in enumerate(z)]
        cost.append(sum((a - y_j) ** 2 for a, y_j in zip(outputs(w, moved), y)) / 2)
    return (cost[0] - cost[1]) / (2 * h)


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
