"""32 · 换一种代价时输出层的误差

课程：lessons/zh/09-backpropagation.md

反向传播四个方程中的第一个。最后一层 L 的神经元 j 的误差，表示代价随这个神经元
的加权输入变化得多快：

    delta_j = dC/da_j * sigma'(z_j)

课文里用的是二次代价。这里一个样本的代价是 (a_j - y_j)^4 / 4 之和：对小的偏差
惩罚很轻，对大的偏差惩罚很重。先求出 dC/da_j。
"""

from purenet.network import Network
from purenet.sigmoid import sigmoid, sigmoid_prime
from purenet.vectors import add


def output_error(z, y):
    """返回输出层的误差 delta。

    z：各神经元的加权输入；y：期望输出。

    >>> output_error([0.0], [1.0])
    [-0.03125]
    >>> output_error([0.0, 0.0], [0.5, 0.0])
    [0.0, 0.03125]

    代价对偏置的梯度就是 delta。和用这种代价的网络求出的梯度比一比：

    >>> net = FourthPower([2, 3], seed=4)
    >>> x, y = [0.5, -1.0], [1.0, 0.0, 0.0]
    >>> nabla_b, nabla_w = net.backprop(x, y)
    >>> z = add(net.weights[0] @ x, net.biases[0])
    >>> delta = output_error(z, y)
    >>> all(abs(one - two) < 1e-12 for one, two in zip(delta, nabla_b[0]))
    True
    """
    raise NotImplementedError("在这里写你的代码")


class FourthPower(Network):
    """一个 Network，它的 backprop 用另一种代价的导数，按霍纳法计算。"""

    def cost_derivative(self, a, y):
        return [((a_j - 3 * y_j) * a_j + 3 * y_j**2) * a_j - y_j**3
                for a_j, y_j in zip(a, y)]


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
