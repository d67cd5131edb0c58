"""10 · 用加法做减法

课程：lessons/zh/02-gates.md

课文里每个二进制位用一个全加器，把任意位数的数相加。同样的加法器也能做减法。把
n 位二进制数 b 按位取反，得到 2^n - 1 - b。再加上 a，再加 1，就得到 a - b +
2^n（这就是补码减法）。这个 2^n 是最后一位之后剩下的进位，要舍去。

这里的数写成二进制位的列表，低位在前：6 是 [0, 1, 1]。
"""

from purenet.gates import NOT, from_bits, full_adder, to_bits


def subtract(a, b):
    """返回 a - b 的各个二进制位，位数与 a、b 相同；b 不大于 a。

    a, b：二进制位的列表，一样长，低位在前。full_adder(x1, x2, carry) 返回一
    对：和位、进位。

    >>> subtract([1], [1])
    [0]
    >>> subtract([0, 1, 1], [1, 0, 0])
    [1, 0, 1]
    >>> subtract([0, 0, 0, 1], [1, 0, 0, 0])
    [1, 1, 1, 0]
    >>> from_bits(subtract(to_bits(1023), to_bits(1000)))
    23
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
