"""22 · 一步一步下降

课程：lessons/zh/06-gradient-descent.md

    v  ->  v' = v - eta * grad C(v)

这就是梯度下降：逆着梯度走一步，再走下一步。写出这一步，然后走下去。
"""

from purenet.vectors import scale, subtract


def step(v, gradient, eta):
    """返回从 v 走一步之后的点。

    v：由数构成的列表；gradient：v 处的梯度，长度相同。

    >>> step([1.0, 2.0], [10.0, -10.0], 0.5)
    [-4.0, 7.0]
    """
    raise NotImplementedError("在这里写你的代码")


def walk(gradient_at, v, eta, steps):
    """返回从 v 出发、走完给定步数之后的点。

    gradient_at：返回某点处梯度的函数。

    山谷 v1^2 + v2^2 的梯度是 (2 v1, 2 v2)：

    >>> def valley(v):
    ...     return [2 * v[0], 2 * v[1]]
    >>> walk(valley, [1.0, -2.0], 0.25, 1)
    [0.5, -1.0]
    >>> walk(valley, [1.0, -2.0], 0.25, 3)
    [0.125, -0.25]
    >>> walk(valley, [1.0, -2.0], 0.25, 0)
    [1.0, -2.0]
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
