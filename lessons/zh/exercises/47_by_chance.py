"""47 · 只是碰巧吗？

课程：lessons/zh/13-what-is-wrong.md

1,000 幅图像，一个网络认对 893 幅，另一个认对 905 幅。第二个更好吗？有两样东西
会让这样的数波动：碰上了哪些图像，以及随机种子。
"""

import math


def sway(n, right):
    """返回认对的个数的标准差。

    sqrt(n p (1 - p))，其中 p 是 n 幅图像里认对的比例。

    >>> sway(100, 50)
    5.0
    >>> round(sway(10000, 9500), 1), sway(30, 30)
    (21.8, 0.0)
    """
    raise NotImplementedError("在这里写你的代码")


def seeds_say(first, second):
    """返回两种设置的差别是否大于种子造成的差别。

    如果两个平均值之差，比每种设置自身最好与最差的结果之差都大，就返回 True。
    first、second：两种设置各用几个种子得到的认对的个数。

    >>> seeds_say([118, 108, 133], [141, 106, 131])
    False
    >>> seeds_say([118, 108, 133], [158, 163, 161])
    True
    >>> seeds_say([20, 30], [31, 39]), seeds_say([10, 12], [13, 11])
    (False, False)
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
