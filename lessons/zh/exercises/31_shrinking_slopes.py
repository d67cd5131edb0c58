"""31 · 一层一层变小的导数

课程：lessons/zh/08-toward-deep-learning.md

层数多的网络为什么学得慢？看最简单的一种：每层只有一个神经元的链。第一个偏置的
小变化要穿过所有层，每一层都要乘以这一层的权重和激活函数的导数：

    d output / d b_1 = sigma'(z_1) * w_2 sigma'(z_2) * w_3 sigma'(z_3) * ...
"""

from purenet.sigmoid import sigmoid, sigmoid_prime


def slope_at_the_start(weights, zs):
    """返回一条链的 d 输出 / d b_1。

    zs：所有神经元的加权输入 z_1, z_2, ...；weights：除第一个外，各神经元的权
    重 w_2, w_3, ...。

    >>> slope_at_the_start([], [0.0])
    0.25
    >>> slope_at_the_start([2.0], [0.0, 0.0])
    0.125
    >>> z1 = 0.3  # 两个神经元的链，w_2 = -1.5，b_2 = 0.4
    >>> real = (sigmoid(-1.5 * sigmoid(z1 + 1e-5) + 0.4)
    ...         - sigmoid(-1.5 * sigmoid(z1 - 1e-5) + 0.4)) / 2e-5
    >>> z2 = -1.5 * sigmoid(z1) + 0.4
    >>> abs(slope_at_the_start([-1.5], [z1, z2]) - real) < 1e-8
    True
    """
    raise NotImplementedError("在这里写你的代码")


def layers_until_a_millionth():
    """返回个数：一条链至少要有多少个神经元，导数才会小于百万分之一。

    所有权重都是 1 时，即使每个导数都取最大值，也能保证这一点的最小个数。

    >>> n = layers_until_a_millionth()
    >>> slope_at_the_start([1.0] * (n - 1), [0.0] * n) < 1e-6
    True
    >>> slope_at_the_start([1.0] * (n - 2), [0.0] * (n - 1)) < 1e-6
    False
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
