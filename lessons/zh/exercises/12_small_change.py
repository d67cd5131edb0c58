"""12 · 小改变只带来小变化

课程：lessons/zh/03-sigmoid-neurons.md

把 S 型神经元的权重和偏置改一点点，它的输出也只变一点点。书中第 1 章给出了变化
量的近似公式，相当准确：

    输出的变化  ~  对 j 求和 (d 输出 / d w_j) * (w_j 的变化)
                         + (d 输出 / d b) * (b 的变化)

对一个神经元，d 输出 / d w_j = sigma'(z) x_j，d 输出 / d b = sigma'(z)，其中 z
= w . x + b。
"""

from purenet.sigmoid import SigmoidNeuron, sigmoid_prime
from purenet.vectors import add, dot


def predicted_change(weights, bias, x, weight_changes, bias_change):
    """返回公式预测的输出变化。

    sigma 在 z = 0 处的导数是 1/4，所以输出的变化是偏置变化的四分之一：

    >>> round(predicted_change([1, -1], 0.0, [1, 1], [0.0, 0.0], 0.004), 9)
    0.001

    与实际改动参数后输出的变化比一比：

    >>> w, b, x = [0.8, -0.4], 0.1, [1.0, 0.5]
    >>> dw, db = [0.001, -0.002], 0.001
    >>> real = SigmoidNeuron(add(w, dw), b + db)(x) - SigmoidNeuron(w, b)(x)
    >>> abs(predicted_change(w, b, x, dw, db) - real) < 1e-6
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
