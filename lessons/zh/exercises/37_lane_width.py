"""37 · 负数，以及通道要多宽

课程：lessons/zh/16-racing-numpy.md

通道里的负数会向更高的一条通道借位。即使这样，也要把通道里的数读出来。再算出一
条通道要多少个二进制位，才不会进位到下一条通道。
"""


def read(packed, count, width):
    """返回一个整数各条通道里的数，包括负数。

    packed：number * 2**(width * place) 之和，place 是 0、1、2……；width：一条
    通道有多少个二进制位。各数在 -2**(width - 1) 到 2**(width - 1) - 1 之间。
    给每条通道加上 2**(width - 1)，就没有负数了；读出各数后，再减去 2**(width
    - 1)。

    >>> read(5 + (3 << 10), 2, width=10)
    [5, 3]
    >>> read(5 - (3 << 10) + (2 << 20), 3, width=10)
    [5, -3, 2]
    >>> read(-1 - (1 << 8), 2, width=8)
    [-1, -1]
    >>> read(-512 + (511 << 10), 2, width=10)
    [-512, 511]
    """
    raise NotImplementedError("在这里写你的代码")


def lane_width(largest_weight, bits, largest_grey, pixels):
    """返回一条通道要多少个二进制位，才放得下神经元的加权输入。

    权重 w 存成整数 w * 2**bits，再乘以整数的灰度。总和最大的情况，是 `pixels`
    个像素都取最大灰度和最大权重。n 个二进制位的通道放得下小于 2**(n - 1) 的
    数。

    >>> lane_width(largest_weight=1, bits=0, largest_grey=1, pixels=1)
    2
    >>> lane_width(largest_weight=1, bits=0, largest_grey=1, pixels=127)
    8
    >>> lane_width(largest_weight=1, bits=0, largest_grey=1, pixels=128)
    9
    >>> lane_width(largest_weight=40, bits=40, largest_grey=255, pixels=785)
    64
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
