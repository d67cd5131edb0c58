"""05 · 偏置为 10 的与非门

课程：lessons/zh/02-gates.md

与非门有两个输入，各是一个二进制位。两个都是 1 时输出 0，其他时候输出 1。课文
里的与非门，偏置是 3。这里的感知机，偏置是 10；找出两个权重，使这个感知机成为
与非门。答案有很多。
"""

from purenet.perceptron import Perceptron

PAIRS = [[0, 0], [0, 1], [1, 0], [1, 1]]
BIAS = 10


def two_weights():
    """返回两个权重的列表。

    >>> nand = Perceptron(two_weights(), BIAS)
    >>> [nand(pair) for pair in PAIRS]
    [1, 1, 1, 0]

    每次判断都要明确：z 与 0 至少相差 2。

    >>> all(abs(nand.weighted_input(pair)) >= 2 for pair in PAIRS)
    True
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
