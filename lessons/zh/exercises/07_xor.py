"""07 · 单个感知机做不到的异或

课程：lessons/zh/02-gates.md

两个输入里正好有一个是 1 时，异或（XOR）输出 1。用门搭出异或。再看看单个感知机
能在多大程度上接近异或。
"""

from itertools import product

from purenet.gates import AND, NAND, NOT, OR, count_nands
from purenet.perceptron import Perceptron


def XOR(x1, x2):
    """正好有一个是 1 时返回 1。

    >>> XOR(0, 0), XOR(0, 1), XOR(1, 0), XOR(1, 1)
    (0, 1, 1, 0)
    >>> count_nands(XOR, 0, 1) > 0  # 函数里用到了门
    True
    """
    raise NotImplementedError("在这里写你的代码")


def most_rows_right():
    """异或的真值表有四行：返回单个感知机最多能做对几行。

    检查时会试许多感知机，数一数每个感知机做对几行。

    >>> most_rows_right() == max(rows_right(w1, w2, b)
    ...     for w1, w2, b in product((-2, -1, 1, 2), (-2, -1, 1, 2), (-1, 1, 3)))
    True
    """
    raise NotImplementedError("在这里写你的代码")


def rows_right(w1, w2, bias):
    """数一数异或真值表的四行里，这个感知机做对几行。"""
    perceptron = Perceptron([w1, w2], bias)
    return sum(perceptron([x1, x2]) == (x1 != x2) for x1 in (0, 1) for x2 in (0, 1))


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
