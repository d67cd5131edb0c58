"""30 · 最严重的错误

课程：lessons/zh/08-toward-deep-learning.md

“准确率 95%”没有说明网络错在哪里。数一数网络把哪个数字认成了哪个，就可以只看认
错的那些图像。
"""


def mistakes(digits, answers):
    """把各种错误写成三元组 (count, digit, answer) 返回，最严重的在前。

    digits：图像上的数字；answers：网络的答案。次数相同的错误，数字小的在前；
    数字也相同，答案小的在前。

    >>> mistakes([1, 2, 3], [1, 2, 3])
    []
    >>> mistakes([4, 4, 4, 9, 9, 3], [9, 4, 9, 4, 9, 5])
    [(2, 4, 9), (1, 3, 5), (1, 9, 4)]
    """
    raise NotImplementedError("在这里写你的代码")


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
