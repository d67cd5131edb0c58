"""29 · 死掉的输出

课程：lessons/zh/07-our-network.md

网络训练完以后，准确率停在 87% 不动。有个输出神经元死掉了：对每幅图像，它的输
出都接近 0，所以对应的数字从不成为答案。信任一个网络之前，先找找这样的数字。
"""


def dead(answers):
    """返回从不成为答案的数字，小的在前。

    answers：网络对许多测试图像的答案。

    >>> dead([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 1])
    []
    >>> dead([7, 2, 1, 0, 4, 1, 4, 9, 6, 9, 0, 6, 9, 0, 1, 3, 7, 3, 4])
    [5, 8]
    """
    raise NotImplementedError("在这里写你的代码")


def at_most_right(digits, answers):
    """返回这些输出死掉时，最多能认对多少幅图像。

    digits：测试图像上的数字。输出死掉的那些数字，图像全都认错；最好的情况下，
    其他图像全都认对。

    >>> at_most_right([1, 5, 8, 5, 9, 0, 2, 3, 4, 6, 7],
    ...               [1, 6, 8, 3, 9, 0, 2, 3, 4, 6, 7])
    9
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
