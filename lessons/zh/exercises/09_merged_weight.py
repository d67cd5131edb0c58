"""09 · 找错：合并的权重

课程：lessons/zh/02-gates.md

一个三输入的与非门，权重是 -3、-3、-3，偏置是 7。在电路里，它有两条输入线接同
一个二进制位 n，第三条接 x。有人把这两条线画成了一条，于是有个输出不对了。找出
错误，改正它。
"""

from purenet.perceptron import Perceptron


def last_gate(n, x):
    """返回与非门对输入 n、n、x 的输出：只有 n 和 x 都是 1 时才是 0。

    >>> last_gate(0, 0), last_gate(0, 1), last_gate(1, 0)
    (1, 1, 1)
    >>> last_gate(1, 1)
    0

    感知机也接受 0 和 1 以外的数。对这些数，z 也要与三条线时一样：

    >>> last_gate(0.6, 1), last_gate(0.8, 0.8)  # -3.6 - 3 + 7, and -7.2 + 7
    (1, 0)
    """
    gate = Perceptron([-3, -3], bias=7)
    return gate([n, x])


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
