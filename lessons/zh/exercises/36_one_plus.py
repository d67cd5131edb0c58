"""36 · 用一个加号把两个向量相加

课程：lessons/zh/16-racing-numpy.md

把向量里的整数并排放进一个整数，每个占三位数字：第一个数放在最后。于是 [2, 3,
5] 变成 5_003_002。写出 `pack` 和 `unpack`，向量就能用一个 + 相加。
"""


def pack(numbers):
    """返回装着这些数的一个整数，每个占三位数字。

    numbers：0 到 999 的整数。

    >>> pack([2, 3, 5])
    5003002
    >>> pack([20, 0, 999])
    999000020
    """
    raise NotImplementedError("在这里写你的代码")


def unpack(packed, count):
    """返回一个整数里装着的数的列表。

    >>> unpack(5_003_002, 3)
    [2, 3, 5]
    >>> unpack(pack([20, 0, 999, 7]), 4)
    [20, 0, 999, 7]
    >>> unpack(pack([1, 2, 3]) + pack([10, 20, 30]), 3)
    [11, 22, 33]
    >>> unpack(7 * pack([1, 2, 3]), 3)
    [7, 14, 21]
    """
    raise NotImplementedError("在这里写你的代码")


def carries(a, b):
    """判断这样把向量相加会不会出错。

    只要有两个数之和超过三位数字，就会出错：千位进到了下一个数里。

    >>> unpack(pack([600, 1]) + pack([600, 1]), 2)
    [200, 3]
    >>> carries([600, 1], [600, 1]), carries([600, 1], [399, 1])
    (True, False)
    >>> carries([1, 2], [999, 2])
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
