"""06 · 用或非门搭出非门、或门、与门

课程：lessons/zh/02-gates.md

能搭出其他所有门的，不只有与非门。或非门（NOR）在两个输入都不是 1 时输出 1；它
也是感知机。用或非门搭出另外三种门。你只可以调用 NOR 和自己已经搭好的门。
"""

from purenet.perceptron import Perceptron


def NOR(x1, x2):
    """两个都不是 1 时返回 1，否则返回 0。（这里不用写。）

    >>> NOR(0, 0), NOR(0, 1), NOR(1, 0), NOR(1, 1)
    (1, 0, 0, 0)
    """
    return Perceptron([-2, -2], bias=1)([x1, x2])


def NOT(x):
    """x 是 0 时返回 1，是 1 时返回 0。

    >>> NOT(0), NOT(1)
    (1, 0)
    """
    raise NotImplementedError("在这里写你的代码")


def OR(x1, x2):
    """至少有一个是 1 时返回 1。

    >>> OR(0, 0), OR(0, 1), OR(1, 0), OR(1, 1)
    (0, 1, 1, 1)
    """
    raise NotImplementedError("在这里写你的代码")


def AND(x1, x2):
    """两个都是 1 时返回 1。

    >>> AND(0, 0), AND(0, 1), AND(1, 0), AND(1, 1)
    (0, 0, 0, 1)
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
