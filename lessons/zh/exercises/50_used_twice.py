"""50 · 用了两次的权重

课程：lessons/zh/10-the-four-equations.md

识别照片的网络，会在许多地方使用同一个权重。下面是这类网络中最小的一个：由两个
神经元连成的链，没有偏置，只有一个权重：

    z1 = w x,  a1 = sigma(z1),  z2 = w a1,  a2 = sigma(z2),  C = (a2 - y)^2 / 2

w 通过两条路径影响 C：一条直接经过 z2，另一条经过 z1。把每条路径上的导数相乘，
再相加。
"""

from purenet.sigmoid import sigmoid, sigmoid_prime


def errors(w, x, y):
    """返回 C 对 z1 和对 z2 的偏导数：delta1、delta2。

    >>> [round(delta, 6) for delta in errors(2.0, 1.0, 1.0)]
    [-0.003851, -0.018339]
    >>> errors(0.0, 3.0, 0.5)
    [0.0, 0.0]
    """
    raise NotImplementedError("在这里写你的代码")


def slope(w, x, y):
    """返回 C 对 w 的导数，两条路径都算上。

    >>> round(slope(2.0, 1.0, 1.0), 6)
    -0.020004
    >>> def cost(w):
    ...     return (sigmoid(w * sigmoid(w * 0.5)) - 0.2) ** 2 / 2
    >>> round((cost(1.5 + 1e-5) - cost(1.5 - 1e-5)) / 2e-5, 6)
    0.087816
    >>> round(slope(1.5, 0.5, 0.2), 6)
    0.087816
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
