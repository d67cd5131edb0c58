"""21 · 代价

课程：lessons/zh/06-gradient-descent.md

网络错得有多厉害？书中第 1 章用二次代价来衡量

    C = 1/(2n) * Σ |y - a|^2        （对 n 个样本求和）

其中 y 是期望输出，a 是得到的输出，|v|^2 是 v 中各数的平方和。
"""


def cost(wanted, came):
    """返回二次代价。

    wanted, came：各个样本的期望输出，以及得到的输出。

    >>> cost([[1.0, 0.0]], [[1.0, 0.0]])
    0.0
    >>> cost([[1.0, 0.0]], [[0.0, 1.0]])
    1.0
    >>> cost([[1.0, 0.0]], [[0.5, 0.0]])
    0.125
    >>> cost([[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.0], [0.0, 0.5]])
    0.125
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
