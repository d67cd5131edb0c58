"""35 · 找错：对 backprop 做梯度检验

课程：lessons/zh/09-backpropagation.md

怎样知道梯度是对的？做梯度检验：把一个权重增大一点、减小一点，看代价怎样变。先
写出这个检验，再用它检验下面的 backprop：里面有个错误。找出来，改正它。

网络是由两个神经元连成的链，没有偏置：

    z1 = w1 x,  a1 = sigma(z1),  z2 = w2 a1,  a2 = sigma(z2),  C = (a2 - y)^2 / 2
"""

from purenet.sigmoid import sigmoid, sigmoid_prime


def cost(w, x, y):
    """返回权重为 w = [w1, w2] 的链的代价。"""
    return (sigmoid(w[1] * sigmoid(w[0] * x)) - y) ** 2 / 2


def slope_by_trying(f, w, j, epsilon=1e-5):
    """用两次计算，返回 f 对 w[j] 的偏导数（数值梯度）。

    (w[j] 增大 epsilon 时的 f，减去 w[j] 减小 epsilon 时的 f) / (2 epsilon)

    f：接受一个列表的函数；w：由数构成的列表，保持原样。

    >>> w = [3.0, 2.0]
    >>> round(slope_by_trying(lambda w: w[0] ** 2 * w[1], w, 0), 6)
    12.0
    >>> round(slope_by_trying(lambda w: w[0] ** 2 * w[1], w, 1), 6)
    9.0
    >>> w
    [3.0, 2.0]
    """
    raise NotImplementedError("在这里写你的代码")


def backprop(w, x, y):
    """返回代价的梯度：对 w1 和 w2 的偏导数。

    >>> w, x, y = [0.5, -1.5], 2.0, 1.0
    >>> tried = [slope_by_trying(lambda w: cost(w, x, y), w, j) for j in (0, 1)]
    >>> found = backprop(w, x, y)
    >>> [abs(found[j] - tried[j]) < 1e-8 for j in (0, 1)]
    [True, True]
    """
    z1 = w[0] * x
    a1 = sigmoid(z1)
    z2 = w[1] * a1
    a2 = sigmoid(z2)
    delta2 = (a2 - y) * sigmoid_prime(z2)
    delta1 = w[1] * delta2 * sigmoid_prime(a1)
    return [delta1 * x, delta2 * a1]


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
