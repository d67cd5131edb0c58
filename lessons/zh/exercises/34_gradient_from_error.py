"""34 · 由小批量的误差求梯度

课程：lessons/zh/09-backpropagation.md

第三和第四个方程给出最后要的梯度。知道一层的误差 delta 以后，求梯度就不费力气
了：

    dC/db_j = delta_j               dC/dw_jk = a_k delta_j

其中 a_k 是从前一层的神经元 k 传来的激活值。小批量的梯度是 m 个样本的梯度的平
均值。
"""

from purenet.matrix import Matrix
from purenet.network import Network


def gradient(deltas, activations):
    """返回对偏置的平均偏导数（列表）和对权重的平均偏导数（Matrix）。

    deltas：每个样本在这一层的误差；activations：每个样本在前一层的激活值。

    >>> nabla_b, nabla_w = gradient([[1.0, -2.0]], [[0.5, 0.0, 1.0]])
    >>> nabla_b
    [1.0, -2.0]
    >>> nabla_w == Matrix([[0.5, 0.0, 1.0], [-1.0, 0.0, -2.0]])
    True
    >>> nabla_b, nabla_w = gradient([[1.0], [3.0]], [[1.0, 0.0], [1.0, 2.0]])
    >>> nabla_b, nabla_w == Matrix([[2.0, 3.0]])
    ([2.0], True)
    """
    raise NotImplementedError("在这里写你的代码")


def where_it_learns_slowly():
    """返回 "a"、"b"、"c" 里哪些会让权重 w_jk 学得慢。

    a：a_k 接近 0；b：a_k 接近 1；c：神经元 j 的输出接近 0 或 1。返回字母的列
    表。检查时会对每种情况算出 dC/dw。

    >>> nabla_w = {"a": slope(a_k=0.01, z_j=0.5), "b": slope(a_k=0.99, z_j=0.5),
    ...            "c": slope(a_k=0.99, z_j=8.0)}
    >>> sorted(where_it_learns_slowly()) == [
    ...     letter for letter in "abc" if abs(nabla_w[letter]) < 0.01]
    True
    """
    raise NotImplementedError("在这里写你的代码")


def slope(a_k, z_j):
    """返回加权输入为 z_j 的输出神经元的 dC/dw_jk；期望输出：0。"""
    net = Network([1, 1])
    net.weights[0][0][0] = 0.0
    net.biases[0][0] = z_j
    nabla_b, nabla_w = net.backprop([a_k], [0.0])
    return nabla_w[0][0][0]


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
