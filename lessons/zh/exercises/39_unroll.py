"""39 · 找错：顺序不对的参数

课程：lessons/zh/12-the-course.md

吴恩达的课程像 MATLAB 那样，把网络的所有参数放进一个列表：先沿 Theta1 的第一列
往下，再沿第二列，依此类推；然后是 Theta2。这个程序由这样的列表造一个 2-2-1 网
络。网络能运行，但输出与课程里的输出不一样。找出错误，改正它。
"""


def roll(theta, sizes):
    """返回矩阵 Theta1, Theta2, ...，每个都是由行组成的列表。

    每行是一个神经元：先是偏置，再是权重。theta：展开成一个列表的所有参数；
    sizes：每层的神经元个数。

    >>> roll([1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 2, 1])
    [[[1, 3, 5], [2, 4, 6]], [[7, 8, 9]]]
    >>> roll([1, 2, 3, 4], [1, 2])
    [[[1, 3], [2, 4]]]
    """
    thetas, start = [], 0
    for inputs, size in zip(sizes, sizes[1:]):
        columns = inputs + 1
        numbers = theta[start : start + size * columns]
        thetas.append(
            [numbers[j * columns : (j + 1) * columns] for j in range(size)]
        )
        start += size * columns
    return thetas


if __name__ == "__main__":  # 运行这个文件就是检查它
    import purenet.__main__

    purenet.__main__.main(["check", __file__])
