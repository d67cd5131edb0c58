"""40 · 找错：被衰减的偏置

课程：lessons/zh/12-the-course.md

正则化使权重变小，不改变偏置。许多人做吴恩达课程的这个练习时，程序都写错了，算
出的代价略大：用课程的权重、lambda 取 1 时得到 0.384488，正确的是 0.383770。下
面就是这样一个程序。把两个函数都改正。

Theta 的第一列是偏置。
"""


def extra_cost(theta, lmbda, m):
    """返回正则化给代价加上的一项：lambda / 2m * w^2 之和。

    theta：由行组成的列表；m：样本的个数。

    >>> extra_cost([[5.0, 1.0, 2.0], [7.0, 3.0, 0.0]], lmbda=2.0, m=4)
    3.5
    """
    total = 0.0
    for row in theta:
        for w in row:
            total += w * w
    return lmbda / (2 * m) * total


def extra_gradient(theta, lmbda, m):
    """返回正则化给梯度加上的一项：lambda / m * w，对偏置则是 0。

    >>> extra_gradient([[5.0, 1.0, 2.0], [7.0, 3.0, 0.0]], lmbda=2.0, m=4)
    [[0.0, 0.5, 1.0], [0.0, 1.5, 0.0]]
    """
    return [[lmbda / m * w for w in row] for row in theta]


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
