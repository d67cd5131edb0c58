"""46 · 几乎从不给出的答案

课程：lessons/zh/13-what-is-wrong.md

一千幅图像里只有两次成为答案的输出，与从不成为答案的输出一样，都算死掉。所以要
比较：有多少幅图像是这个数字，它又有多少次成为答案？
"""


def hardly_ever(shown, given):
    """返回相当于死掉的输出，编号小的在前。

    这些输出成为答案的次数，不到对应数字的图像数的五分之一。shown：每个输出对
    应的数字各有多少幅图像；given：每个输出各有多少次成为答案。

    >>> hardly_ever([100, 100, 100, 100], [120, 12, 180, 88])
    [1]
    >>> hardly_ever([50, 50, 10], [9, 10, 91])
    [0]
    """
    raise NotImplementedError("在这里写你的代码")


def takers(shown, given):
    """返回把其他数字的图像抢走的输出，编号小的在前。

    这些输出成为答案的次数，超过对应数字的图像数的两倍。

    >>> takers([100, 100, 100, 100], [20, 12, 168, 200])
    []
    >>> takers([100, 100, 100, 100], [20, 12, 167, 201])
    [3]
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
