"""08 · 半减器

课程：lessons/zh/02-gates.md

课文里的半加器把两个二进制位相加。这个电路做减法：x1 - x2。差位是写在这一位上
的数；要向高位借 1 时，借位是 1：0 - 1 得 1，借 1。只调用 NAND，最多五次。
"""

from purenet.gates import NAND, count_nands


def half_subtractor(x1, x2):
    """返回 x1 - x2 的差位和借位。

    >>> half_subtractor(0, 0), half_subtractor(1, 1)
    ((0, 0), (0, 0))
    >>> half_subtractor(1, 0)
    (1, 0)
    >>> half_subtractor(0, 1)
    (1, 1)
    >>> count_nands(half_subtractor, 0, 1) in (1, 2, 3, 4, 5)
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
