"""24 · 只有一个变量时的图

课程：lessons/zh/06-gradient-descent.md

书里的练习。有两个变量时，代价像山谷。只有一个变量 v 时，代价是一条曲线，梯度
是一个数：导数，也就是曲线的斜率。曲线向右升高的地方，小球向左滚。先在纸上画出
两条曲线再回答：第一条在 two_valleys 里，第二条是 v^2。
"""

from purenet.descent import descend


def two_valleys(v):
    """有两个谷的曲线的高度，v^4 - 2 v^2。"""
    return v[0] ** 4 - 2 * v[0] ** 2


def where_it_ends():
    """返回小球从 -2.0、-0.1、0.1 和 2.0 出发，各停在哪里。

    四个数，在 two_valleys 的曲线上，步长很小（eta 是 0.05）。

    >>> list(where_it_ends()) == [
    ...     round(list(descend(two_valleys, [start], eta=0.05, steps=200))[-1][0])
    ...     for start in (-2.0, -0.1, 0.1, 2.0)]
    True
    """
    raise NotImplementedError("在这里写你的代码")


def good_etas():
    """在 0.1、0.5、0.9、1.0 和 1.5 里，返回能使小球到达谷底的 eta。

    现在曲线是 v^2，导数是 2 v；小球从 v = 1 出发。到达谷底的意思是：走一百步
    之后，小球与 0 的距离小于 0.001。

    >>> sorted(good_etas()) == [
    ...     eta for eta in (0.1, 0.5, 0.9, 1.0, 1.5)
    ...     if abs(list(descend(lambda v: v[0] ** 2, [1.0], eta, 100,
    ...                         grad=lambda v: [2 * v[0]]))[-1][0]) < 0.001]
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
