"""23 · 最好的一小步

课程：lessons/zh/06-gradient-descent.md

书里的练习。一小步 dv 让代价大约改变 grad C . dv（点积）。一步的长度是
epsilon，方向任意：哪一步让代价下降得最多？

柯西-施瓦茨不等式：对任意两个向量，|u . v| <= |u| |v|；只有 u 和 v 在同一条直
线上时两边才相等。所以改变量不会小于 -epsilon |grad C|。哪一步正好达到这个下
界？
"""

import random
from math import sqrt

from purenet.vectors import dot, scale


def lowest_change(gradient, epsilon):
    """返回下界：一步的长度是 epsilon 时，代价的改变量不会比这个值更小。

    >>> lowest_change([3.0, 4.0], 0.1)
    -0.5
    """
    raise NotImplementedError("在这里写你的代码")


def best_step(gradient, epsilon):
    """返回长度为 epsilon、让代价下降最多的那一步。

    gradient：不全是 0。

    >>> [round(number, 6) for number in best_step([3.0, 4.0], 0.1)]
    [-0.06, -0.08]
    >>> gradient = [1.0, -2.0, 2.0]
    >>> dv = best_step(gradient, 0.01)
    >>> round(length(dv), 9)
    0.01
    >>> round(dot(gradient, dv), 9) == round(lowest_change(gradient, 0.01), 9)
    True

    检查时会另外试走一千步，长度都相同，没有一步更好：

    >>> rng = random.Random(1)
    >>> others = [random_step(rng, 3, 0.01) for _ in range(1000)]
    >>> min(dot(gradient, step) for step in others) > dot(gradient, dv)
    True
    """
    raise NotImplementedError("在这里写你的代码")


def length(v):
    """返回 |v|，向量的长度。"""
    return sqrt(dot(v, v))


def random_step(rng, n, epsilon):
    """返回由 n 个数构成的一步，方向任意，长度为 epsilon。"""
    v = [rng.gauss(0.0, 1.0) for _ in range(n)]
    return scale(epsilon / length(v), v)


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
