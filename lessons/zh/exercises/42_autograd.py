"""42 · 知道自己导数的数

课程：lessons/zh/17-on-to-numpy-and-pytorch.md

课文里的 Number 能做加法、乘法，能求 sigmoid。这里的 Number 能做另一些运算：每
个 Number 记得自己由哪些数算出，以及对其中每个数的导数。请写出除法的规则、tanh
的规则，以及反向传播。减法的规则已经写好。
"""

import math


class Number:
    """一个数，以及这个数是怎样算出的：made_from 是 (数, 导数) 的列表。

    >>> w, b = Number(0.5), Number(1.0)
    >>> (w - b).value
    -0.5
    >>> [slope for number, slope in (w - b).made_from]
    [1.0, -1.0]
    """

    def __init__(self, value, made_from=()):
        self.value = value
        self.made_from = made_from
        self.slope = 0.0

    def __sub__(self, other):
        return Number(self.value - other.value, [(self, 1.0), (other, -1.0)])

    def __truediv__(self, other):
        """返回商；商对这两个数的导数各是多少？

        u / v 对 u 的导数是 1 / v，对 v 的导数是 -u / v^2。

        >>> quotient = Number(3.0) / Number(-4.0)
        >>> quotient.value, sorted(slope for number, slope in quotient.made_from)
        (-0.75, [-0.25, -0.1875])
        """
        raise NotImplementedError("在这里写你的代码")

    def tanh(self):
        """返回这个数的 tanh；导数是 1 - tanh(z)^2。

        >>> a = Number(0.0).tanh()
        >>> a.value, [slope for number, slope in a.made_from]
        (0.0, [1.0])
        """
        raise NotImplementedError("在这里写你的代码")

    def backward(self, slope=1.0):
        """这个数由哪些数算出，就给其中每个数累加上相应的导数。

        slope：最后的结果对这个数的导数。

        >>> x, one = Number(2.0), Number(1.0)
        >>> (x - one / x).backward()
        >>> x.slope                             # x - 1/x 的导数是 1 + 1/x^2
        1.25
        >>> u, v, b = Number(2.0), Number(4.0), Number(0.5)
        >>> (u / v - b).tanh().backward()
        >>> u.slope, v.slope, b.slope
        (0.25, -0.125, -1.0)
        """
        raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
