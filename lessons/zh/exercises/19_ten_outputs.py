"""19 · 十个数字，十个输出

课程：lessons/zh/05-reading-digits.md

网络为每个数字准备了一个输出神经元。训练时要用每个数字的期望输出：这个数字的位
置上是 1.0，其他位置是 0.0。读答案时，找激活值最大的输出神经元。
"""


def wanted(digit):
    """返回一个数字的十个期望输出。

    >>> wanted(0)
    [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    >>> wanted(6)
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    """
    raise NotImplementedError("在这里写你的代码")


def digit_read(outputs):
    """返回这十个输出表示哪个数字。

    >>> digit_read([0.1, 0.0, 0.2, 0.9, 0.1, 0.0, 0.3, 0.0, 0.8, 0.1])
    3
    >>> [digit_read(wanted(digit)) for digit in range(10)]
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

    最大的说了算，哪怕没有一个神经元有把握：

    >>> digit_read([0.01, 0.02, 0.01, 0.0, 0.0, 0.0, 0.0, 0.01, 0.0, 0.01])
    1
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
