"""18 · 把一个数切成一个个数字

课程：lessons/zh/05-reading-digits.md

要认 504192，先把图切成六块，一个数字一块。数字不相碰时很容易：两个数字之间至
少有一列是白的。

这里一幅图是由行组成的列表，各行是一样长的字符串：# 是笔迹，空格是空白。
"""

NUMBER = [
    "###   ##   # # ",
    "#    #  #  # # ",
    "##   #  #  ### ",
    "  #  #  #    # ",
    "##    ##     # ",
]


def cut(picture):
    """从左到右返回各个数字的位置，每个位置是一对 (first, end)。

    一个数字占的列是 first, first + 1, ..., end - 1。

    >>> cut(["## #", "#  #"])
    [(0, 2), (3, 4)]
    >>> cut(NUMBER)
    [(0, 3), (5, 9), (11, 14)]
    >>> cut(["    "])
    []
    >>> cut(["  # ", "  ##"])
    [(2, 4)]
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
